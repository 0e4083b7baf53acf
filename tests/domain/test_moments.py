"""Wall time of Helsinki: what a day and an hour mean, over the nights on which the clocks change too."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.moments import at, at_midnight, end_of_day, is_day, is_shown, local_day, wall_time

HELSINKI = ZoneInfo("Europe/Helsinki")


@pytest.mark.parametrize(
    ("day", "hour"),
    [(date(2022, 10, 13), 10), (date(2022, 11, 10), 11), (date(2023, 3, 27), 10), (date(2022, 10, 31), 11)],
)
def test_one_oclock_in_the_afternoon_is_what_the_wall_clock_shows(day: date, hour: int) -> None:
    moment = at(day, time(13), HELSINKI)
    assert moment == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_an_hour_that_the_night_leaves_out_is_the_hour_after_it() -> None:
    assert at(date(2023, 3, 26), time(3, 30), HELSINKI) == datetime(2023, 3, 26, 1, 30, tzinfo=UTC)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    assert at(date(2023, 10, 29), time(3, 30), HELSINKI) == datetime(2023, 10, 29, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2022, 10, 6, 20, 59, 59, tzinfo=UTC), date(2022, 10, 6)),
        (datetime(2022, 10, 6, 21, 0, 0, tzinfo=UTC), date(2022, 10, 7)),
        (datetime(2022, 12, 1, 21, 59, 59, tzinfo=UTC), date(2022, 12, 1)),
        (datetime(2022, 12, 1, 22, 0, 0, tzinfo=UTC), date(2022, 12, 2)),
    ],
)
def test_a_day_ends_at_local_midnight_and_not_at_that_of_utc(moment: datetime, day: date) -> None:
    assert local_day(moment, HELSINKI) == day


@given(st.dates(date(2022, 1, 1), date(2040, 12, 30)))
def test_the_end_of_a_day_is_the_first_moment_of_the_next(day: date) -> None:
    end = end_of_day(day, HELSINKI)
    assert local_day(end, HELSINKI) == day + timedelta(days=1)
    assert local_day(end - timedelta(microseconds=1), HELSINKI) == day
    assert end.astimezone(HELSINKI).time() == time(0)


def test_a_moment_without_a_zone_is_wall_time() -> None:
    assert wall_time("2022-09-20T08:00", HELSINKI) == datetime(2022, 9, 20, 5, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2022-09-20T05:00Z", "2022-09-20T08:00+03:00", "2022-09-20T07:00+02:00"])
def test_a_moment_that_names_its_zone_is_taken_at_its_word(text: str) -> None:
    moment = wall_time(text, HELSINKI)
    assert moment == datetime(2022, 9, 20, 5, tzinfo=UTC)
    assert moment.tzinfo is UTC


def test_a_day_alone_is_its_midnight() -> None:
    assert wall_time("2022-09-20", HELSINKI) == datetime(2022, 9, 19, 21, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["", "soon", "2022-09-31T08:00", "2022-09-20T25:00", "0001-01-01T00:00", "9999-12-31T23:59-12:00"]
)
def test_what_is_no_moment_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wall_time(text, HELSINKI)


@given(st.text(max_size=30))
def test_any_text_at_all_is_a_moment_or_a_value_error(text: str) -> None:
    try:
        assert wall_time(text, HELSINKI).tzinfo is UTC
    except ValueError:
        return


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2022-09-20", True), ("2024-02-29", True), ("2023-02-29", False), ("today", False), ("", False)],
)
def test_a_day_is_told_from_what_is_none(text: str, expected: bool) -> None:
    assert is_day(text) is expected


def test_a_day_begins_at_local_midnight() -> None:
    assert at_midnight(date(2022, 10, 30), HELSINKI) == datetime(2022, 10, 29, 21, tzinfo=UTC)
    assert at_midnight(date(2022, 10, 31), HELSINKI) == end_of_day(date(2022, 10, 30), HELSINKI)


@pytest.mark.parametrize("day", [date.min, date.max])
def test_at_the_ends_of_the_calendar_no_clock_shows_what_cannot_be_reckoned(day: date) -> None:
    assert is_shown(day, time(0), HELSINKI) is (day == date.max)
    assert is_shown(date(2022, 10, 5), time(0), HELSINKI)
