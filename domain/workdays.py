"""Working days and public holidays of a country."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

import holidays

SATURDAY = 5


@cache
def _calendar(country: str) -> holidays.HolidayBase:
    # Without a language the library would take the machine's locale and read other names.
    return holidays.country_holidays(country, language="fi" if country == "FI" else None)


def is_known_country(country: str) -> bool:
    """Whether the `holidays` library has a calendar under this ISO 3166 code."""
    return country in holidays.list_supported_countries()


def is_public_holiday(day: date, country: str) -> bool:
    """Whether `day` is a public holiday; in Finland Midsummer Eve and Christmas Eve count too."""
    return day in _calendar(country)


def is_working_day(day: date, country: str) -> bool:
    """Whether people are at work: neither a weekend nor a public holiday."""
    return day.weekday() < SATURDAY and not is_public_holiday(day, country)


def _days(day: date, step: int) -> Iterator[date]:
    while True:
        day += timedelta(days=step)
        yield day


def previous_working_day(day: date, country: str) -> date:
    """The last working day before `day`."""
    return next(one for one in _days(day, -1) if is_working_day(one, country))


def next_working_day(day: date, country: str) -> date:
    """The first working day after `day`."""
    return next(one for one in _days(day, 1) if is_working_day(one, country))
