"""Quiet hours, over midnight and over the days on which the clocks are changed."""

from datetime import UTC, datetime, time, timedelta

import pytest

from domain.preferences import Preferences
from domain.quiet import is_quiet, until
from tests.house import HELSINKI


def hours(begin: str, end: str) -> Preferences:
    return Preferences(quiet_from=time.fromisoformat(begin), quiet_until=time.fromisoformat(end))


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


@pytest.mark.parametrize(
    ("begin", "end", "moment", "over"),
    [
        ("21:00", "07:30", "2022-09-20T22:00", "2022-09-21T07:30"),
        ("21:00", "07:30", "2022-09-21T03:00", "2022-09-21T07:30"),
        ("12:00", "13:00", "2022-09-20T12:00", "2022-09-20T13:00"),
        ("00:00", "06:00", "2022-09-20T00:00", "2022-09-20T06:00"),
        ("18:00", "00:00", "2022-09-20T23:59", "2022-09-21T00:00"),
    ],
)
def test_quiet_hours_last_from_the_first_minute_to_the_last(begin: str, end: str, moment: str, over: str) -> None:
    wished = hours(begin, end)
    assert is_quiet(wished, local(moment), HELSINKI)
    assert until(wished, local(moment), HELSINKI) == local(over)
    assert not is_quiet(wished, local(over), HELSINKI)
    assert until(wished, local(over), HELSINKI) == local(over)


@pytest.mark.parametrize(
    ("wished", "moment"),
    [
        (Preferences(), "2022-09-20T03:00"),
        (hours("08:00", "08:00"), "2022-09-20T08:00"),
        (hours("21:00", "07:00"), "2022-09-20T20:59"),
        (hours("12:00", "13:00"), "2022-09-20T11:59"),
    ],
)
def test_outside_of_them_it_is_not_quiet(wished: Preferences, moment: str) -> None:
    assert not is_quiet(wished, local(moment), HELSINKI)


@pytest.mark.parametrize("begin", ["21:00", "02:30", "03:10", "03:40"])
@pytest.mark.parametrize("end", ["03:00", "03:30", "04:00", "07:00"])
@pytest.mark.parametrize("day", ["2022-03-26", "2022-10-29"])
def test_no_minute_that_the_wall_clock_shows_as_quiet_is_loud_when_the_clocks_are_changed(
    begin: str, end: str, day: str
) -> None:
    wished, first = hours(begin, end), datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=UTC)
    for minute in range(24 * 60):
        moment = first + timedelta(minutes=minute)
        shown = moment.astimezone(HELSINKI).time()
        assert wished.quiet_from and wished.quiet_until
        inside = wished.quiet_from <= shown, shown < wished.quiet_until
        quiet = any(inside) if wished.quiet_from > wished.quiet_until else all(inside)
        assert is_quiet(wished, moment, HELSINKI) or not quiet, moment
        over = until(wished, moment, HELSINKI)
        assert moment <= over and not is_quiet(wished, over, HELSINKI)


def test_quiet_hours_end_at_their_hour_on_the_morning_after_the_change() -> None:
    wished = hours("21:00", "07:00")
    for day in ("2022-03-27", "2022-10-30"):
        assert until(wished, local(f"{day}T02:00"), HELSINKI) == local(f"{day}T07:00")
