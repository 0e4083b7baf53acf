"""The same autumn as `python -m tests.soak`, its first two weeks and fewer kills."""

from pathlib import Path

from tests.soak.autumn import golden, replay
from tests.soak.seasons import local

END = local(10, 5, 12)
KILLS = 3


async def test_a_service_that_is_killed_reminds_of_each_thing_once_and_at_its_hour(tmp_path: Path) -> None:
    figures = await replay(tmp_path, 20220920, KILLS, END)
    assert figures.problems == []
    assert figures["kills"] == KILLS
    assert figures["told"] == len(golden(END)) == 8


def test_the_list_has_the_sessions_the_deadlines_and_the_meetings_of_the_autumn() -> None:
    lines = [line.split("  ")[:3] for line in golden()]
    for rule, when, day in (
        ("session-tomorrow", "2022-10-04 09:00", "2022-10-05"),
        ("session-tomorrow", "2022-12-05 09:00", "2022-12-07"),
        ("draft-deadline", "2022-10-05 09:00", "2022-10-06"),
        ("draft-deadline", "2022-11-02 09:00", "2022-11-03"),
        ("draft-deadline", "2022-11-30 09:00", "2022-12-01"),
        ("meeting-tomorrow", "2022-10-12 09:00", "2022-10-13"),
        ("meeting-tomorrow", "2022-11-09 09:00", "2022-11-10"),
        ("meeting-tomorrow", "2022-12-07 09:00", "2022-12-08"),
    ):
        assert [when, rule, day] in lines


def test_the_list_has_cards_with_several_reminders() -> None:
    together = [line.split("  ")[1] for line in golden() if line.endswith("  with 1")]
    assert together == ["consultation-tomorrow"] * 2 + ["meeting-tomorrow", "request-untouched"]
