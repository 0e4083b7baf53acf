"""What would be told to whom in a stretch of time, if nothing changed until then: looked at, never written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.foresight import Foreseen, foresee
from domain.manners import Manners
from domain.nudging import Nudge, first_due
from domain.nudging import Reader as Known
from domain.occasions import BEHIND
from domain.occurrences import Occurrence, occurrences
from domain.preferences import Preferences
from domain.reminders import RULES, Reader
from scheduling.subjects import Almanac, every
from scheduling.truth import silent, still_true
from storage import drafts, guests, nudges, preferences, readers, reminders

MOST_PERSONS = 100_000
# A closed month, and the weekly card after it.
LONGEST_WAIT = timedelta(days=45)


@dataclass(frozen=True)
class Expected:
    """One person's share of a reminder, and as what she gets it; without a person it is an anonymous requester's.

    That of `guests`, who get a mail each, is one for all of them.

    It is told at `due`, on a card with `others`, unless `held` says why it never is. `put_off` says why that is later
    than its hour.
    """

    occurrence: Occurrence
    person: str | None
    due: datetime
    reader: Reader
    held: str = ""
    put_off: str = ""
    others: int = 0
    guests: int = 0


@dataclass(frozen=True)
class _Share:
    # Of one that `waits` already it is settled when it comes, by herself if it is `chosen`.
    occurrence: Occurrence
    person: str | None
    reader: Reader
    due: datetime
    waits: bool = False
    chosen: bool = False

    @property
    def id(self) -> str:
        return f"{self.occurrence.id}|{self.person}"

    def nudge(self, due: datetime) -> Nudge:
        one = self.occurrence
        return Nudge(self.id, one.id, one.rule, one.subject, one.day, due, one.until, self.chosen)


async def expected(
    connection: AsyncConnection, almanac: Almanac, first: datetime, last: datetime
) -> Sequence[Expected]:
    """What falls due from `first` to before `last`, and what waits until then, in the order of time."""
    shares, found = [*await _waiting(connection, almanac, first, last)], list[Expected]()
    already = await nudges.shared_ahead(connection)
    for one in await _coming(connection, almanac, first, last):
        shares += [each for each in await _shares(connection, one) if (one.id, each.person) not in already]
        found += await _mails(connection, one)
    # A form that nobody goes on with expires by itself, also while it waits for a weekly card.
    ends = await drafts.ending(connection, last + LONGEST_WAIT)
    shares = [one for one in shares if _is_there(ends, one.occurrence, one.due)]
    whose: dict[tuple[str | None, str], list[_Share]] = {}
    for share in shares:
        # Of those whom nobody may know each gets cards of her own, for each request.
        alone = "" if share.person else share.occurrence.subject
        whose.setdefault((share.person, alone), []).append(share)
    persons = {person for person, _ in whose if person}
    wishes, ended = await preferences.of_several(connection, persons), await nudges.ended(connection, persons)
    cards = await nudges.card_moments(connection, persons, almanac.reminding.manners.week_of(first))
    awaits = await nudges.awaited(connection, persons, last)
    for (person, _), some in whose.items():
        key = person or ""
        wished, off = wishes.get(key, Preferences()), ended.get(key, frozenset())
        known = Known(wished, ended=off, awaits=frozenset(awaits.get(key, ())))
        found += _foreseen(some, known, almanac, cards.get(key, []))
    there = [one for one in found if _is_there(ends, one.occurrence, one.due)]
    return sorted(there, key=lambda one: (one.due, one.occurrence, one.person or ""))


def _is_there(ends: Mapping[str, datetime], one: Occurrence, at: datetime) -> bool:
    return one.subject not in ends or at < ends[one.subject]


def _foreseen(shares: Sequence[_Share], known: Known, almanac: Almanac, cards: Sequence[datetime]) -> list[Expected]:
    manners, by_id = almanac.reminding.manners, {one.id: one for one in shares}
    if not all(one.person for one in shares):
        manners = replace(manners, window=timedelta())
    due = {one.id: one.due if one.waits else _first_due(one, known.wishes, manners) for one in shares}
    some = [one.nudge(due[one.id]) for one in shares]
    known = replace(known, true=frozenset(by_id))

    def told(one: Foreseen) -> Expected:
        share = by_id[one.nudge.id]
        why = one.put_off or ("digest" if due[share.id] > share.due else "")
        others = one.others if share.person else 0
        return Expected(share.occurrence, share.person, one.at, share.reader, one.dropped, why, others)

    return [told(one) for one in foresee(some, known, manners, cards)]


def _first_due(one: _Share, wishes: Preferences, manners: Manners) -> datetime:
    return first_due(one.occurrence.rule, wishes, manners, one.due, one.occurrence.until)


async def _mails(connection: AsyncConnection, one: Occurrence) -> list[Expected]:
    count = await guests.count_coming(connection, one.subject) if RULES[one.rule].mails else 0
    return [Expected(one, None, one.at, Reader.GUESTS, guests=count)] if count else []


async def _shares(connection: AsyncConnection, one: Occurrence) -> list[_Share]:
    by_reader = await readers.by_reader(connection, RULES[one.rule], one.subject)
    whose = {person: reader for reader, persons in by_reader.items() for person in persons}
    return [_Share(one, person, reader, one.at) for person, reader in whose.items()]


async def _waiting(connection: AsyncConnection, almanac: Almanac, first: datetime, last: datetime) -> list[_Share]:
    """What has fallen due already, and was put off into this time."""
    waiting = await nudges.due(connection, last, MOST_PERSONS)
    told = [(person, one) for person, some in waiting.items() for one in some if first <= one.due < last]
    true = await still_true(connection, almanac, almanac.calendar(first), told)
    found: list[_Share] = []
    for person, one in told:
        key = one.reminder.removeprefix(f"{one.rule}|{one.subject}|")
        same = Occurrence(one.due, one.rule, one.subject, key, one.day, one.until)
        theirs = [share for share in await _shares(connection, same) if one.id in true and share.person == person]
        found += [replace(share, waits=True, chosen=one.chosen) for share in theirs]
    return found


async def _coming(connection: AsyncConnection, almanac: Almanac, first: datetime, last: datetime) -> list[Occurrence]:
    reminding, found, moment = almanac.reminding, dict[str, Occurrence](), first
    # The calendar is only ever near one moment.
    while moment < last:
        async for page in every(connection, almanac, almanac.calendar(moment)):
            some = [each for one in page for each in occurrences(reminding.timings, one, reminding.manners)]
            found |= {one.id: one for one in some if first <= one.at < last}
        moment += BEHIND
    gone, since = await reminders.over(connection, sorted(found)), await reminders.since(connection)
    mute = await silent(connection, almanac.calendar(first))
    left = [one for one in found.values() if one.id not in gone and one.rule not in mute]
    # What fell due before the service began to remind never was its task.
    return sorted(one for one in left if since is None or one.at >= since)
