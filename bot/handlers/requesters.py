"""The secretary's look at who asks anonymously: with a reason, which is written down."""

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from bot.opened import gather, telling, with_requester
from cards.consultations import Opened
from cards.requesters import REASONS, reason_card, requester_card
from domain.permissions import authorize
from domain.refusals import Refused
from storage import consultations


async def _opened(desk: Desk, turn: Turn, connection: AsyncConnection) -> Opened:
    found = await consultations.find(connection, turn.text("id"), turn.actor.id)
    one = authorize(turn.actor, "see-requester", found)
    opened = await gather(desk, connection, turn.view, turn.actor, one)
    if opened.unreachable:
        raise Refused("refused-requester-gone")
    return opened


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks why."""
    one = await _opened(desk, turn, connection)
    return telling(one, reason_card(turn.view, one))


async def show_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Shows who asks, once a reason has been given."""
    one, reason = await _opened(desk, turn, connection), turn.words("reason")
    if reason not in REASONS:
        problem = turn.view.say("problem-reason")
        return telling(one, reason_card(turn.view, one, problem))
    seen = await with_requester(connection, one)
    return telling(seen, requester_card(turn.view, seen), reason=reason)
