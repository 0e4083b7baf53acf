"""Local wall time: what a day and an hour mean in the centre's zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def at(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, at which the wall clock of `zone` shows `clock` on `day`."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def is_shown(day: date, clock: time, zone: ZoneInfo) -> bool:
    """Whether the wall clock of `zone` ever shows `clock` on `day`: in spring it leaps over an hour."""
    try:
        return at(day, clock, zone).astimezone(zone).replace(tzinfo=None) == datetime.combine(day, clock)
    except OverflowError:
        # On the very first day and the very last one.
        return False


def is_day(text: str) -> bool:
    """Whether `text` is an ISO day."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def local_day(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day that `moment` falls on in `zone`."""
    return moment.astimezone(zone).date()


def at_midnight(day: date, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, of `day` in `zone`."""
    return at(day, time(0), zone)


def end_of_day(day: date, zone: ZoneInfo) -> datetime:
    """The first moment, in UTC, that no longer belongs to `day` in `zone`."""
    return at_midnight(day + timedelta(days=1), zone)


def wall_time(text: str, zone: ZoneInfo) -> datetime:
    """Read an ISO 8601 moment; one that names no zone is wall time of `zone`.

    Raises ValueError when `text` is no moment.
    """
    moment = datetime.fromisoformat(text)
    try:
        return (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except OverflowError as mistake:
        raise ValueError(text) from mistake
