"""What `make bench` measures of reminders does what it says; how fast it is, is judged there."""

from pathlib import Path

from tests.bench.__main__ import begun
from tests.bench.reminders import all_at_once


async def test_all_that_are_due_at_once_get_their_cards(tmp_path: Path) -> None:
    took, _ = await all_at_once(f"sqlite:///{tmp_path / 'at-once.db'}", 30)
    assert took > 0


def test_a_start_with_open_forms_takes_its_time_and_memory(tmp_path: Path) -> None:
    seconds, grown = begun(500, f"sqlite:///{tmp_path / 'start.db'}")
    assert seconds > 0 and grown > 0
