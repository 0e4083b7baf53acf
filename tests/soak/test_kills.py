"""The same kills as `python -m tests.soak`, fewer of them."""

from pathlib import Path

from tests.soak.kills import kill_often


async def test_a_service_that_is_killed_loses_nothing_that_it_has_acknowledged(tmp_path: Path) -> None:
    figures = await kill_often(tmp_path, 20220920, 3)
    assert figures.problems == []
    assert figures["kills"] >= 3
    assert figures["requests"] >= 1
