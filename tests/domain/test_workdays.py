"""Working days and public holidays, as the Finnish calendar has them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.workdays import (
    is_known_country,
    is_public_holiday,
    is_working_day,
    next_working_day,
    previous_working_day,
)

DAYS = st.dates(date(2022, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 1, 1),
        date(2022, 1, 6),
        date(2022, 4, 15),
        date(2022, 4, 18),
        date(2022, 5, 1),
        date(2022, 5, 26),
        date(2022, 6, 24),
        date(2022, 6, 25),
        date(2022, 11, 5),
        date(2022, 12, 6),
        date(2022, 12, 24),
        date(2022, 12, 25),
        date(2022, 12, 26),
    ],
)
def test_a_finnish_public_holiday_is_known_and_is_no_working_day(day: date) -> None:
    assert is_public_holiday(day, "FI")
    assert not is_working_day(day, "FI")


@pytest.mark.parametrize("day", [date(2022, 10, 13), date(2022, 12, 23), date(2022, 12, 31), date(2022, 4, 14)])
def test_a_day_that_only_feels_like_a_holiday_is_none(day: date) -> None:
    assert not is_public_holiday(day, "FI")


@pytest.mark.parametrize("day", [date(2022, 10, 15), date(2022, 10, 16)])
def test_a_weekend_is_no_working_day_and_no_holiday(day: date) -> None:
    assert not is_working_day(day, "FI")
    assert not is_public_holiday(day, "FI")


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2022, 10, 13), date(2022, 10, 12), date(2022, 10, 14)),
        (date(2022, 10, 16), date(2022, 10, 14), date(2022, 10, 17)),
        (date(2024, 3, 29), date(2024, 3, 28), date(2024, 4, 2)),
        (date(2022, 12, 24), date(2022, 12, 23), date(2022, 12, 27)),
        (date(2023, 1, 1), date(2022, 12, 30), date(2023, 1, 2)),
        (date(2022, 1, 6), date(2022, 1, 5), date(2022, 1, 7)),
    ],
)
def test_the_working_days_around_a_day_pass_over_weekends_and_holidays(day: date, before: date, after: date) -> None:
    assert previous_working_day(day, "FI") == before
    assert next_working_day(day, "FI") == after


@given(DAYS)
def test_between_a_day_and_the_next_working_day_nobody_works(day: date) -> None:
    following = next_working_day(day, "FI")
    between = [day + timedelta(days=number) for number in range(1, (following - day).days)]
    assert is_working_day(following, "FI")
    assert not any(is_working_day(one, "FI") for one in between)
    assert previous_working_day(following, "FI") <= day


def test_the_calendar_is_the_countrys_own() -> None:
    assert is_public_holiday(date(2022, 12, 6), "FI")
    assert not is_public_holiday(date(2022, 12, 6), "SE")
    assert is_public_holiday(date(2022, 6, 6), "SE")


@pytest.mark.parametrize(("code", "known"), [("FI", True), ("SE", True), ("XX", False), ("", False), ("fi", False)])
def test_a_country_without_a_calendar_is_not_known(code: str, known: bool) -> None:
    assert is_known_country(code) is known
