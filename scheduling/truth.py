"""Whether what was planned still holds: asked when it falls due, when it is gathered, and when it is drawn."""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import Nudge
from domain.occasions import untold_since
from domain.occurrences import Occurrence, occurrences
from domain.reminders import RULES, About
from scheduling.subjects import Almanac, these
from storage import progress, readers
from storage.subjects import Calendar

# The rules whose subject is always there, and what has to be so for them to have anything to say.
Holds = Callable[[AsyncConnection, Calendar], Awaitable[bool]]


async def _is_stuck(connection: AsyncConnection, calendar: Calendar) -> bool:
    return (await progress.stock(connection, untold_since(calendar.manners, calendar.now))).all > 0


HOLDS: Mapping[str, Holds] = {"undeliverable": _is_stuck}


async def standing(
    connection: AsyncConnection, almanac: Almanac, calendar: Calendar, wanted: Iterable[tuple[str, str]]
) -> Mapping[str, Occurrence]:
    """All reminders that the dates bring about for these pairs of rule and subject, by their ids."""
    subjects: dict[About, set[str]] = {}
    # A row of another version may name a rule that this one does not know.
    for rule, subject in [pair for pair in wanted if pair[0] in RULES]:
        subjects.setdefault(RULES[rule].about, set()).add(subject)
    found: dict[str, Occurrence] = {}
    for about, ids in subjects.items():
        for one in await these(connection, almanac, calendar, about, sorted(ids)):
            reminding = almanac.reminding
            found |= {each.id: each for each in occurrences(reminding.timings, one, reminding.manners)}
    return found


async def silent(connection: AsyncConnection, calendar: Calendar) -> frozenset[str]:
    """The rules that have nothing to say now, whatever the dates are."""
    return frozenset([rule for rule, holds in HOLDS.items() if not await holds(connection, calendar)])


async def present(
    connection: AsyncConnection, almanac: Almanac, calendar: Calendar, wanted: Iterable[tuple[str, str]]
) -> Mapping[str, Occurrence]:
    """All reminders that hold now about these pairs of rule and subject, by their ids."""
    found = await standing(connection, almanac, calendar, wanted)
    mute = await silent(connection, calendar)
    return {name: one for name, one in found.items() if one.rule not in mute}


async def still_true(
    connection: AsyncConnection, almanac: Almanac, calendar: Calendar, told: Sequence[tuple[str | None, Nudge]]
) -> frozenset[str]:
    """The ids of those of these nudges, each with its person, that still hold, and for her."""
    found = await present(connection, almanac, calendar, {(one.rule, one.subject) for _, one in told})
    whose = {
        pair: await readers.of(connection, RULES[pair[0]], pair[1])
        for pair in sorted({(one.rule, one.subject) for _, one in told if one.reminder in found})
    }
    return frozenset(one.id for person, one in told if one.reminder in found and person in whose[one.rule, one.subject])
