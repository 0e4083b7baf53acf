"""Quiet hours: when a person is not written to, and until when."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.moments import at, local_day
from domain.preferences import Preferences


def _nights(prefs: Preferences, moment: datetime, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    begin, end = prefs.quiet_from, prefs.quiet_until
    if begin is None or end is None or begin == end:
        return
    today = local_day(moment, zone)
    for day in (today - timedelta(days=1), today):
        over = day + timedelta(days=begin > end)
        # An hour that the clock change doubles or leaves out counts to the quiet ones.
        yield min(_both(begin, day, zone)), max(_both(end, over, zone))


def _both(clock: time, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    return at(day, clock.replace(fold=0), zone), at(day, clock.replace(fold=1), zone)


def until(prefs: Preferences, moment: datetime, zone: ZoneInfo) -> datetime:
    """The first moment from this one on, in UTC where it is a later one, at which the person may be written to."""
    ends = [end for begin, end in _nights(prefs, moment, zone) if begin <= moment < end]
    # Two nights can meet in the hour that the clock change doubles.
    return until(prefs, max(ends), zone) if ends else moment


def is_quiet(prefs: Preferences, moment: datetime, zone: ZoneInfo) -> bool:
    """Whether this moment lies in the person's quiet hours."""
    return until(prefs, moment, zone) != moment
