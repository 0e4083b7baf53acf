"""When exactly each rule falls due for a subject: pure arithmetic on the centre's calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from domain.manners import Manners
from domain.moments import at, local_day
from domain.reminders import RULES, About, Rule, Unit


@dataclass(frozen=True)
class Timing:
    """What the content says of a rule: each of `numbers` in the rule's unit, at `hour` (for minutes without one)."""

    rule: str
    numbers: Sequence[int]
    hour: time = time(9)


@dataclass(frozen=True)
class Reminding:
    """All that the content says of reminders: which rules are on, by their names, and the centre's manners."""

    timings: Mapping[str, Timing]
    manners: Manners


@dataclass(frozen=True)
class Anchor:
    """A date of a subject: its local day, and the moment, in UTC, after which nothing is before it any more."""

    day: date
    moment: datetime

    @classmethod
    def of(cls, moment: datetime, manners: Manners) -> "Anchor":
        """That of a single moment."""
        # In UTC: with a zone Python would count the wall clock's minutes.
        return cls(local_day(moment, manners.zone), moment.astimezone(UTC))


@dataclass(frozen=True)
class Subject:
    """What rules are about, as it is now. `dates` by name; `since` is from when on it has them.

    What would have fallen due before `since` never does: a form begun three days before its deadline is not reminded
    of the fifth day.
    """

    about: About
    id: str
    since: datetime
    dates: Mapping[str, Sequence[Anchor]] = field(default_factory=dict)


@dataclass(frozen=True, order=True)
class Occurrence:
    """One reminder about one subject: due `at`, for no longer than `until`, both in UTC.

    `key` is the same for as long as the reminder is the same one: a date that moves makes another.
    """

    at: datetime
    rule: str
    subject: str
    key: str
    day: date
    until: datetime

    @property
    def id(self) -> str:
        """Its name among all reminders."""
        return f"{self.rule}|{self.subject}|{self.key}"


def occurrences(timings: Mapping[str, Timing], subject: Subject, manners: Manners) -> Iterator[Occurrence]:
    """All reminders about a subject, of every rule that is on, whenever they fall due."""
    for timing in timings.values():
        rule = RULES[timing.rule]
        if rule.about is not subject.about:
            continue
        for anchor in subject.dates.get(rule.date, ()):
            found = (_occurrence(timing, number, subject.id, anchor, manners) for number in timing.numbers)
            yield from (one for one in found if one.at >= subject.since)


def _occurrence(timing: Timing, number: int, subject: str, anchor: Anchor, manners: Manners) -> Occurrence:
    rule = RULES[timing.rule]
    due = moment_of(rule, timing.hour, number, anchor, manners)
    last = due + rule.late if rule.reacts else min(due + rule.late, anchor.moment)
    return Occurrence(due, rule.key, subject, _key(rule, number, anchor), anchor.day, last)


def _key(rule: Rule, number: int, anchor: Anchor) -> str:
    # What is told by the minute is told again when the hour moves; of a day it is enough to tell once.
    when = f"{anchor.moment:%Y-%m-%dT%H:%MZ}" if rule.unit is Unit.MINUTES else anchor.day.isoformat()
    return f"{when}/{number}"


def moment_of(rule: Rule, hour: time, number: int, anchor: Anchor, manners: Manners) -> datetime:
    """When, in UTC, a rule falls due that counts `number` from `anchor`."""
    if rule.unit is Unit.MINUTES:
        minutes = timedelta(minutes=number)
        return anchor.moment + minutes if rule.reacts else anchor.moment - minutes
    return at(_day(rule, number, anchor.day, manners), hour, manners.zone)


# Thousands of subjects have the same few dates.
@lru_cache(maxsize=4096)
def _day(rule: Rule, number: int, day: date, manners: Manners) -> date:
    if rule.unit is Unit.WORKING_DAYS:
        return manners.open_after(day, number) if rule.reacts else manners.open_before(day, number)
    away = timedelta(days=number)
    return manners.open_after(day + away, 0) if rule.reacts else manners.open_before(day - away, 0)
