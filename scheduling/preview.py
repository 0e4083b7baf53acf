"""What would be told to whom in a stretch of time, if nothing changed until then: looked at, never written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import first_due, free_moment
from domain.occasions import BEHIND
from domain.occurrences import Occurrence, occurrences
from domain.preferences import Preferences
from domain.reminders import RULES
from scheduling.subjects import Almanac, every
from scheduling.truth import HOLDS
from storage import nudges, preferences, readers, reminders


@dataclass(frozen=True)
class Expected:
    """One person's share; None is an anonymous requester. `held` says why it is not told, empty where it is."""

    occurrence: Occurrence
    person: str | None
    due: datetime
    held: str = ""


async def expected(
    connection: AsyncConnection, almanac: Almanac, first: datetime, last: datetime
) -> Sequence[Expected]:
    """What falls due from `first` to before `last` and is not over, in the order of time."""
    coming = await _coming(connection, almanac, first, last)
    whose = {one.id: await readers.of(connection, RULES[one.rule], one.subject) for one in coming}
    persons = {person for some in whose.values() for person in some if person}
    wishes = await preferences.of_several(connection, persons)
    ended = await nudges.ended(connection, persons)

    def judged(one: Occurrence, person: str | None) -> Expected:
        wished, rule = wishes.get(person or "", Preferences()), RULES[one.rule]
        if rule.switch and not wished.reminders:
            return Expected(one, person, one.at, "off")
        if (one.rule, one.subject) in ended.get(person or "", frozenset()):
            return Expected(one, person, one.at, "not-again")
        manners = almanac.reminding.manners
        due = (
            one.at
            if rule.free
            else free_moment(wished, manners, first_due(rule.key, wished, manners, one.at, one.until))
        )
        return Expected(one, person, due, "closed" if due > one.until else "")

    return [judged(one, person) for one in coming for person in sorted(whose[one.id], key=str)]


async def _coming(connection: AsyncConnection, almanac: Almanac, first: datetime, last: datetime) -> list[Occurrence]:
    reminding, found, moment = almanac.reminding, dict[str, Occurrence](), first
    # The calendar is only ever near one moment.
    while moment < last:
        async for page in every(connection, almanac, almanac.calendar(moment)):
            some = [each for one in page for each in occurrences(reminding.timings, one, reminding.manners)]
            found |= {one.id: one for one in some if first <= one.at < last}
        moment += BEHIND
    now = almanac.calendar(first)
    gone = await reminders.over(connection, sorted(found))
    silent = {rule for rule, holds in HOLDS.items() if not await holds(connection, now)}
    return sorted(one for one in found.values() if one.id not in gone and one.rule not in silent)
