"""A time zone as calendars are told it: a rule for summer and one for winter. Outlook reads no list of dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard, vRecur

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
HOUR = timedelta(hours=1)
BEGINNING = datetime(1970, 1, 1)


@dataclass(frozen=True)
class Turn:
    """A moment at which the clocks are turned: local time before it, and the offsets on both sides."""

    local: datetime
    before: timedelta
    after: timedelta
    name: str
    summer: bool


def _offset(zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()


def _turn(zone: ZoneInfo, moment: datetime) -> Turn:
    before, after = _offset(zone, moment - HOUR), moment.astimezone(zone)
    local = (moment + before).replace(tzinfo=None)
    return Turn(local, before, _offset(zone, moment), after.tzname() or "", bool(after.dst()))


def _turns(zone: ZoneInfo, year: int) -> Iterator[Turn]:
    first = datetime(year, 1, 1, tzinfo=UTC)
    days = [first + timedelta(days=number) for number in range(367)]
    for day, next_day in pairwise(days):
        if _offset(zone, day) != _offset(zone, next_day):
            hours = (day + number * HOUR for number in range(1, 25))
            yield _turn(zone, next(one for one in hours if _offset(zone, one) != _offset(zone, one - HOUR)))


def _weekday(day: datetime) -> str:
    # The last one of its month is meant to be the last one in every year.
    is_last = (day + timedelta(days=7)).month != day.month
    return f"{-1 if is_last else (day.day + 6) // 7}{WEEKDAYS[day.weekday()]}"


def _season(turn: Turn, *, yearly: bool) -> TimezoneDaylight | TimezoneStandard:
    season = TimezoneDaylight() if turn.summer else TimezoneStandard()
    season.add("dtstart", turn.local)
    if yearly:
        season.add("rrule", vRecur({"FREQ": "YEARLY", "BYMONTH": turn.local.month, "BYDAY": _weekday(turn.local)}))
    season.add("tzoffsetfrom", turn.before)
    season.add("tzoffsetto", turn.after)
    season.add("tzname", turn.name)
    return season


def timezone(zone: ZoneInfo, year: int) -> Timezone:
    """The zone for what happens in `year` and after it, as long as its rules stay."""
    told = Timezone()
    told.add("tzid", zone.key)
    # Those of the year before: nothing may lie before the first rule begins.
    turns = list(_turns(zone, year - 1))
    for turn in turns:
        told.add_component(_season(turn, yearly=True))
    if not turns:
        offset = _offset(zone, datetime(year, 1, 1, tzinfo=UTC))
        name = datetime(year, 1, 1, tzinfo=zone).tzname() or zone.key
        told.add_component(_season(Turn(BEGINNING, offset, offset, name, summer=False), yearly=False))
    return told
