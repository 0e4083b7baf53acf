"""What one person is told now of all that has fallen due for her, what waits, and what is left unsaid."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from domain import quiet
from domain.manners import Manners
from domain.moments import at
from domain.preferences import Preferences
from domain.reminders import RULES

Matter = tuple[str, str, date]
WEEK = timedelta(days=7)
# Her quiet hours and the centre's closed ones can only push each other on so often.
MOST_PUSHES = 20


class Fate(StrEnum):
    """What becomes of a nudge."""

    TELL = "tell"
    LATER = "later"
    DROP = "drop"


@dataclass(frozen=True)
class Nudge:
    """One person's share of a reminder, whose id is `reminder`.

    `day` is the date that it names; `until` is when it is of no use any more. One that she has put off herself to when
    it is due is `chosen`.
    """

    id: str
    reminder: str
    rule: str
    subject: str
    day: date
    due: datetime
    until: datetime
    chosen: bool = False

    @property
    def matter(self) -> Matter:
        """What it is about: several reminders of one matter count down to the same day."""
        return self.rule, self.subject, self.day


@dataclass(frozen=True)
class Bundle:
    """One person's card: what stands on it, each with its state and, where it was dropped, the reason."""

    id: str
    owner: str | None
    told: Sequence[tuple[Nudge, str, str]]
    group: str = ""


@dataclass(frozen=True)
class Reader:
    """What is known of a person when she is to be reminded.

    `cards` counts the cards of reminders that she has got in these seven days; `ended` are the pairs of rule and
    subject of which she wants to hear no more; `awaits` is what she will hear of on a later day that she chose herself;
    `true` the ids of the nudges that still hold.
    """

    wishes: Preferences = field(default_factory=Preferences)
    cards: int = 0
    ended: frozenset[tuple[str, str]] = frozenset()
    true: frozenset[str] = frozenset()
    awaits: frozenset[Matter] = frozenset()


@dataclass(frozen=True)
class Verdict:
    """What becomes of one nudge: when it waits, until `due`; when it waits or is dropped, for `reason`."""

    nudge: Nudge
    fate: Fate
    reason: str = ""
    due: datetime | None = None


def free_moment(wishes: Preferences, manners: Manners, now: datetime) -> datetime:
    """The first moment from `now` on at which the centre is open and the person wants to hear of it."""
    moment = now
    for _ in range(MOST_PUSHES):
        pushed = quiet.until(wishes, manners.next_opening(moment), manners.zone)
        if pushed == moment:
            return moment
        moment = pushed
    # Somebody whose quiet hours are all of the opening hours is written to when the centre opens.
    return manners.next_opening(now)


def first_due(rule: str, wishes: Preferences, manners: Manners, due: datetime, until: datetime) -> datetime:
    """When a reminder that falls `due` is looked at: then, or with the weekly digest where that is soon enough."""
    if not wishes.digest or RULES[rule].free:
        return due
    digest = manners.next_digest(due - timedelta(microseconds=1))
    return digest if digest < until else due


def judge(nudges: Sequence[Nudge], reader: Reader, manners: Manners, now: datetime) -> list[Verdict]:
    """What becomes of each; of several of one rule about one subject only the latest is told.

    What falls due within the window comes on the card of what is told now; where it does not, it has no verdict yet.
    """
    verdicts = [_judge(one, reader, manners, now) for one in nudges if one.due <= now]
    if any(one.fate is Fate.TELL and not RULES[one.nudge.rule].free for one in verdicts):
        early = [_judge(one, reader, manners, now) for one in nudges if _may_come_early(one, manners, now)]
        verdicts += [one for one in early if one.fate is Fate.TELL]
    told = [one.nudge for one in verdicts if one.fate is Fate.TELL]
    latest = {(one.rule, one.subject): one.id for one in sorted(told, key=lambda one: (one.until, one.id))}
    return [
        Verdict(one.nudge, Fate.DROP, "merged")
        if one.fate is Fate.TELL and latest[one.nudge.rule, one.nudge.subject] != one.nudge.id
        else one
        for one in verdicts
    ]


def _may_come_early(one: Nudge, manners: Manners, now: datetime) -> bool:
    rule = RULES.get(one.rule)
    if rule is None or rule.free or not now < one.due <= now + manners.window:
        return False
    # What it reacts to on its own day may still lie ahead.
    return not rule.reacts or one.day < now.astimezone(manners.zone).date()


def _judge(one: Nudge, reader: Reader, manners: Manners, now: datetime) -> Verdict:
    reason = unsaid(one, reader, now)
    if reason:
        return Verdict(one, Fate.DROP, reason)
    if RULES[one.rule].free:
        return Verdict(one, Fate.TELL)
    moment = free_moment(reader.wishes, manners, now)
    if moment > now:
        return _wait(one, moment, "closed")
    if reader.cards >= manners.most_a_week:
        tomorrow = manners.open_after(now.astimezone(manners.zone).date(), 1)
        return _wait(one, at(tomorrow, manners.digest_at, manners.zone), "enough")
    return Verdict(one, Fate.TELL)


def unsaid(one: Nudge, reader: Reader, now: datetime) -> str:
    """Why a reminder is not to be told to her at all; empty when it is."""
    if one.id not in reader.true:
        return "untrue"
    if (one.rule, one.subject) in reader.ended:
        return "not-again"
    if RULES[one.rule].switch and not reader.wishes.reminders:
        return "off"
    if one.matter in reader.awaits and not one.chosen:
        return "merged"
    return "late" if now > one.until else ""


def _wait(one: Nudge, moment: datetime, reason: str) -> Verdict:
    # Whoever looks again looks a little after that moment: at its very end nothing is of use any more.
    return Verdict(one, Fate.LATER, reason, moment) if moment < one.until else Verdict(one, Fate.DROP, reason)


def later_days(manners: Manners, today: date, until: date) -> Iterable[date]:
    """The days to which a reminder can be put off while it is of use: the next open ones."""
    days = (manners.open_after(today, count) for count in (1, 2))
    return [day for day in days if day <= until]


def last_day(wishes: Preferences, manners: Manners, hour: time, today: date, until: datetime) -> date | None:
    """The last open day after today on which she can hear of it, from `hour` on, while it is still of use; else None.

    Where she has quiet hours then, she hears of it after them.
    """
    day = manners.open_before(until.astimezone(manners.zone).date(), 0)
    while day > today and free_moment(wishes, manners, at(day, hour, manners.zone)) >= until:
        day = manners.open_before(day, 1)
    return day if day > today else None


def check_later(manners: Manners, day: date, today: date, last: date | None) -> str:
    """What is wrong with being reminded on `day`, as a key; empty when nothing is."""
    if day <= today:
        return "problem-later-past"
    if last is None or day > last:
        return "problem-later-late"
    return "" if manners.is_open_day(day) else "problem-later-closed"
