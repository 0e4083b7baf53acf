"""The same storm as `python -m tests.soak`, smaller."""

from pathlib import Path

from tests.soak.storms import Storm, storm


async def test_in_a_storm_all_come_to_an_end_and_nobody_healthy_notices(tmp_path: Path) -> None:
    figures = await storm(Storm(2, 25, 2.0), tmp_path)
    assert figures.problems == []
    assert figures.turns > 3
