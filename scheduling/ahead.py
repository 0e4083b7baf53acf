"""What falls due so soon that it belongs on the card of who is written to now: shared out before its hour."""

from collections.abc import Collection, Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.nudging import first_due
from domain.occurrences import Occurrence
from domain.preferences import Preferences
from domain.reminders import RULES
from scheduling.firing import Due
from scheduling.subjects import Almanac
from scheduling.truth import present
from storage import jobs, nudges, preferences, readers, reminders
from storage.nudges import Share
from storage.reminders import AHEAD, Over


async def coming(connection: AsyncConnection, almanac: Almanac, clock: Clock) -> tuple[list[Due], list[Due]]:
    """Of the jobs that nobody has taken yet: what is due already, and what falls due within the window."""
    now = clock.now()
    last = clock.tick_at(now + almanac.reminding.manners.window)
    found, present_tick = await jobs.due(connection, last), clock.tick_at(now)
    # A job that is no reminder is the healer's business.
    named = {name: when for name, when in found.items() if name.count("|") >= 2}
    overdue = [Due.of(name) for name, when in named.items() if when <= present_tick]
    return overdue, [Due.of(name) for name, when in named.items() if when > present_tick]


async def share_ahead(connection: AsyncConnection, almanac: Almanac, soon: Collection[Due], clock: Clock) -> None:
    """Write down who is to be told of these at their hour; whoever becomes a reader meanwhile is told then as well.

    Only who gets a card before that hour hears of them earlier.
    """
    if not soon:
        return
    now, manners = clock.now(), almanac.reminding.manners
    calendar, wanted = almanac.calendar(now), {one.id for one in soon}
    found = await present(connection, almanac, calendar, {(one.rule, one.subject) for one in soon})
    near = [one for name, one in found.items() if name in wanted and now < one.at <= now + manners.window]
    joinable = [one for one in near if not RULES[one.rule].free]
    await reminders.end(connection, [Over(one, AHEAD) for one in joinable], now)
    await nudges.share(connection, await _shares(connection, almanac, joinable), now)


async def _shares(connection: AsyncConnection, almanac: Almanac, soon: Sequence[Occurrence]) -> list[Share]:
    manners = almanac.reminding.manners
    # Of those whom nobody may know each gets a card of her own, at its hour.
    whose = {
        one.id: [person for person in await readers.of(connection, RULES[one.rule], one.subject) if person]
        for one in soon
    }
    wishes = await preferences.of_several(connection, {person for some in whose.values() for person in some})
    shares = [
        Share(one, person, first_due(one.rule, wishes.get(person, Preferences()), manners, one.at, one.until))
        for one in soon
        for person in sorted(whose[one.id])
    ]
    # What waits for the weekly digest is shared out at its own hour.
    return [one for one in shares if one.due == one.occurrence.at]
