"""What falls due so soon that it belongs on the card of who is written to now: shared out before its hour."""

from collections.abc import Collection

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.reminders import RULES
from scheduling.firing import Due
from scheduling.sharing import shares_of
from scheduling.subjects import Almanac
from scheduling.truth import present
from storage import jobs, nudges, reminders
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
    # What waits for the weekly digest is shared out at its own hour, and so is what is for those whom nobody may know:
    # each of these gets a card of her own.
    shares = [
        one for one in await shares_of(connection, almanac, joinable) if one.person and one.due == one.occurrence.at
    ]
    await nudges.share(connection, shares, now)
