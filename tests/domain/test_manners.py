"""People are reminded on open days, within hours; what counts as open is the centre's to say."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.manners import Manners
from domain.moments import at

HELSINKI = ZoneInfo("Europe/Helsinki")
MANNERS = Manners(HELSINKI, "FI", closed_months=frozenset({7}))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        ("2022-12-05", True),
        ("2022-12-06", False),
        ("2022-12-10", False),
        ("2022-07-01", False),
        ("2022-06-30", True),
        ("2022-12-26", False),
    ],
)
def test_weekends_holidays_and_the_closed_month_are_no_open_days(day: str, is_open: bool) -> None:
    assert MANNERS.is_open_day(date.fromisoformat(day)) is is_open


@pytest.mark.parametrize(
    ("day", "count", "before"),
    [
        ("2022-12-07", 1, "2022-12-05"),
        ("2022-12-07", 0, "2022-12-07"),
        ("2022-12-06", 0, "2022-12-05"),
        ("2022-10-06", 5, "2022-09-29"),
        ("2022-08-01", 1, "2022-06-30"),
        ("2022-08-02", 2, "2022-06-30"),
    ],
)
def test_counting_back_passes_over_closed_days(day: str, count: int, before: str) -> None:
    assert MANNERS.open_before(date.fromisoformat(day), count).isoformat() == before


@pytest.mark.parametrize(
    ("day", "count", "after"),
    [("2022-12-05", 1, "2022-12-07"), ("2022-12-06", 0, "2022-12-07"), ("2022-06-30", 1, "2022-08-01")],
)
def test_counting_on_passes_over_closed_days(day: str, count: int, after: str) -> None:
    assert MANNERS.open_after(date.fromisoformat(day), count).isoformat() == after


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        ("2022-12-05T10:00", "2022-12-05T10:00"),
        ("2022-12-05T07:59", "2022-12-05T08:00"),
        ("2022-12-05T17:00", "2022-12-07T08:00"),
        ("2022-07-04T10:00", "2022-08-01T08:00"),
        ("2026-10-24T12:00", "2026-10-26T08:00"),
    ],
)
def test_a_closed_moment_waits_for_the_next_opening(moment: str, opening: str) -> None:
    assert MANNERS.next_opening(local(moment)) == local(opening)


def test_the_weekly_digest_comes_on_the_first_open_day_of_a_week() -> None:
    assert MANNERS.next_digest(local("2022-12-05T08:59")) == local("2022-12-05T09:00")
    assert MANNERS.next_digest(local("2022-12-05T09:00")) == local("2022-12-12T09:00")
    assert MANNERS.next_digest(local("2022-12-20T09:00")) == local("2022-12-27T09:00")
    assert MANNERS.next_digest(local("2022-07-05T09:00")) == local("2022-08-01T09:00")


def test_seven_days_are_today_and_the_six_before_whatever_the_second() -> None:
    for moment in ("2022-10-11T00:00", "2022-10-11T09:00", "2022-10-11T23:59"):
        assert MANNERS.week_of(local(moment)) == local("2022-10-05T00:00")
    # The change of the clock is among them.
    assert MANNERS.week_of(local("2022-11-01T09:00")) == local("2022-10-26T00:00")


def test_a_calendar_without_an_open_day_comes_to_an_end() -> None:
    never = Manners(HELSINKI, "FI", closed_months=frozenset(range(1, 13)))
    with pytest.raises(StopIteration):
        never.open_after(date(2022, 1, 1), 1)


def test_hours_are_those_of_the_wall_clock() -> None:
    summer, winter = at(date(2026, 7, 31), time(16, 59), HELSINKI), at(date(2026, 11, 2), time(16, 59), HELSINKI)
    assert Manners(HELSINKI, "FI").is_open(summer) and Manners(HELSINKI, "FI").is_open(winter)
