"""The same kills of the key rotation as `python -m tests.soak`, fewer of them."""

from pathlib import Path
from random import Random

from tests.soak.rotations import rotate_often


async def test_a_rotation_that_is_killed_leaves_every_row_readable(tmp_path: Path, empty_sqlite_url: str) -> None:
    figures = await rotate_often(tmp_path, empty_sqlite_url, Random(20220920), kills=3, rows=3000)
    assert figures.problems == []
    assert (figures["kills"], figures["readable"]) == (3, 3000)
