"""When a group meets, until when a request reaches a meeting, and which meeting it reaches.

A rule is data: an RFC 5545 recurrence, wall times, a deadline in days before, what happens on a public
holiday, and single dates that are cancelled, added or moved. The deadline is the end of its local day.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from domain.moments import at, end_of_day
from domain.workdays import is_public_holiday, next_working_day, previous_working_day

# No rule of ours is silent for longer; it bounds the search for "the next meeting".
HORIZON = timedelta(days=550)

# A rule names days: what is finer, does not move on, or brings a start of its own is none of ours.
DAYS = re.compile(
    r"(?!.*;COUNT=.*;UNTIL=|.*;UNTIL=.*;COUNT=)"
    r"FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)"
    r"(;(?!INTERVAL=(-|0*(;|$))|BY(HOUR|MINUTE|SECOND)=)[A-Z]+=[A-Z0-9,+-]+)*"
)
# Some rules fail only in the month that they do not fit: so many years are tried before one is taken.
TRIED = (datetime(2000, 1, 1), datetime(2050, 1, 1))


class OnHoliday(StrEnum):
    """What a group does when its day is a public holiday."""

    CANCEL = "cancel"
    MOVE_BACK = "move-to-previous-working-day"
    MOVE_ON = "move-to-next-working-day"


@dataclass(frozen=True)
class MeetingRule:
    """How a group's meetings come about; `since` is the recurrence's DTSTART."""

    rule: str
    since: date
    start: time
    end: time
    zone: ZoneInfo
    country: str
    deadline_days: int = 7
    on_holiday: OnHoliday = OnHoliday.CANCEL
    cancelled: frozenset[date] = frozenset()
    added: frozenset[date] = frozenset()
    moved: Mapping[date, date] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Meeting:
    """One meeting of one group: its day, its moments in UTC, and its deadline."""

    day: date
    group: str
    start: datetime
    end: datetime
    deadline_day: date
    deadline: datetime
    deadline_on_holiday: bool

    def accepts(self, now: datetime) -> bool:
        """Whether a request sent at `now` still reaches this meeting, which has not begun."""
        return now < min(self.deadline, self.start)


def check_rule(rule: str) -> None:
    """Raise ValueError unless `rule` is a recurrence of RFC 5545 that ever comes about."""
    expected = "a recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=2TH"
    try:
        days = rrulestr(rule, dtstart=TRIED[0]).between(*TRIED, inc=True) if DAYS.fullmatch(rule) else []
    except (ValueError, TypeError, LookupError) as mistake:
        raise ValueError(expected) from mistake
    if not days:
        raise ValueError(expected)


def _recurring(rule: MeetingRule, first: date, last: date) -> Iterator[date]:
    recurrence = rrulestr(rule.rule, dtstart=datetime.combine(rule.since, time(0)))
    after, before = datetime.combine(first, time(0)), datetime.combine(last, time(0))
    return (one.date() for one in recurrence.between(after, before, inc=True))


def _held_on(rule: MeetingRule, day: date) -> date | None:
    if day in rule.cancelled:
        return None
    if day in rule.moved:
        return rule.moved[day]
    if not is_public_holiday(day, rule.country):
        return day
    if rule.on_holiday is OnHoliday.CANCEL:
        return None
    move = previous_working_day if rule.on_holiday is OnHoliday.MOVE_BACK else next_working_day
    return move(day, rule.country)


def _meeting(group: str, rule: MeetingRule, day: date) -> Meeting:
    deadline_day = day - timedelta(days=rule.deadline_days)
    return Meeting(
        day=day,
        group=group,
        start=at(day, rule.start, rule.zone),
        end=at(day, rule.end, rule.zone),
        deadline_day=deadline_day,
        deadline=end_of_day(deadline_day, rule.zone),
        deadline_on_holiday=is_public_holiday(deadline_day, rule.country),
    )


def meetings_between(group: str, rule: MeetingRule, first: date, last: date) -> list[Meeting]:
    """All meetings of `group` from `first` to `last`, both included, in order."""
    # A meeting moved into the span may come from a date outside of it.
    margin = timedelta(days=31)
    days = {_held_on(rule, day) for day in _recurring(rule, first - margin, last + margin)}
    days |= rule.added | {to for origin, to in rule.moved.items() if origin not in rule.cancelled}
    # A cancelled day stays cancelled, however it has come about.
    held = sorted(day for day in days if day and first <= day <= last and day not in rule.cancelled)
    return [_meeting(group, rule, day) for day in held]


def meeting_on(group: str, rule: MeetingRule, day: date) -> Meeting:
    """The meeting of `group` on `day`, with its moments and its deadline."""
    return _meeting(group, rule, day)


def idle_exceptions(rule: MeetingRule) -> list[date]:
    """The cancelled and moved dates on which the group would not have met anyway: a slip of the pen."""
    named = sorted(rule.cancelled | frozenset(rule.moved))
    return [day for day in named if day not in rule.added and day not in set(_recurring(rule, day, day))]


def merged(calendars: Iterable[list[Meeting]]) -> list[Meeting]:
    """The meetings of several groups as one calendar, earliest first."""
    return sorted((meeting for calendar in calendars for meeting in calendar), key=lambda one: one.start)


def open_meetings(group: str, rule: MeetingRule, now: datetime, count: int = 3) -> list[Meeting]:
    """The next `count` meetings that a request sent at `now` still reaches."""
    # A meeting of today is past its deadline unless the group asks for no days before; `accepts` decides.
    today = now.astimezone(rule.zone).date()
    ahead = meetings_between(group, rule, today, today + HORIZON)
    return list(islice((meeting for meeting in ahead if meeting.accepts(now)), count))


def reached(
    offered: Iterable[Meeting], wished: str | None, taken: Mapping[str, int], seats: int | None
) -> Meeting | None:
    """The meeting that a request reaches: the wished one if it has a seat, else the next that has one.

    `wished` is an ISO day, `taken` counts seats by ISO day, `seats` None means no limit. None when nothing
    offered has a seat.
    """
    # Never earlier than wished while there is anything later: she may not be able to come.
    free = [one for one in offered if seats is None or taken.get(one.day.isoformat(), 0) < seats]
    later = [one for one in free if wished is None or one.day.isoformat() >= wished]
    return next(iter(later or free), None)
