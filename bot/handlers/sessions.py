"""What lies ahead, an announcement, and coming to a session or not."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcing import bare, gather
from bot.copies import CHANGE, SEAT, STANDING
from bot.desk import Desk, Reply, Turn
from cards.announced import why_card
from cards.announcements import Shown, announcement_card
from cards.elements import View
from cards.sessions import Sessions, sessions_card
from domain.announcements import Announcement, Kind
from domain.permissions import authorize
from domain.refusals import Refused
from domain.registrations import Coming, Seats, agreed
from storage import announcements, audience, registrations
from storage.notices import redraw
from storage.registrations import Answered, Registrant
from storage.seats import seats_of

# For so long an ended session is still listed.
BEHIND = timedelta(days=14)


async def show_sessions(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What lies ahead, one's own first; what has just ended; the latest newsletter."""
    ahead = await _ahead(desk, turn, connection)
    ended = await announcements.ended(connection, turn.now - BEHIND, turn.now)
    letters = await announcements.latest(connection, [Kind.NEWSLETTER], 1)
    listed = Sessions(
        mine=[one for one in ahead if _comes(one)],
        others=[one for one in ahead if not _comes(one)],
        ended=[bare(desk, turn.view, one) for one in ended],
        letters=[bare(desk, turn.view, one) for one in letters],
    )
    return Reply(sessions_card(turn.view, listed, turn.number("page")), turn.view.say("sessions-title"))


def _comes(shown: Shown) -> bool:
    return shown.coming in (Coming.COMING, Coming.WAITING)


async def _ahead(desk: Desk, turn: Turn, connection: AsyncConnection) -> list[Shown]:
    found = await announcements.ahead(connection, turn.now)
    seats = await seats_of(connection, found)
    mine = await registrations.mine(connection, turn.actor.id, turn.now)
    shown: list[Shown] = []
    for one in found:
        waits = mine.get(one.id) is Coming.WAITING
        place = await registrations.queue_place(connection, one.id, turn.actor.id) if waits else None
        facts = bare(desk, turn.view, one)
        shown.append(replace(facts, seats=seats.get(one.id, Seats(None)), coming=mine.get(one.id), place=place))
    return shown


async def _find(turn: Turn, connection: AsyncConnection, action: str) -> Announcement:
    return authorize(turn.actor, action, await announcements.find(connection, turn.text("id")))


async def _reply(desk: Desk, turn: Turn, connection: AsyncConnection, view: View) -> Reply:
    found = await _find(turn, connection, "read-announcement")
    shown = await gather(desk, connection, view, found, turn.actor.id)
    drawn = announcement_card(view, replace(shown, abroad=turn.chat.kind != "personal"))
    return Reply(drawn, view.say(f"announcement-kind-{found.kind}"), about=found.id)


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The announcement as it is now, with the reader's own answer."""
    return await _reply(desk, turn, connection, turn.view)


async def show_in_language(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The same in another language that it was written in."""
    return await _reply(desk, turn, connection, replace(turn.view, speech=desk.speech(turn.text("language"))))


async def why(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Why she gets this, and how she ends it."""
    found = await _find(turn, connection, "read-announcement")
    reasons = await audience.why(connection, found, turn.actor.id)
    card = why_card(turn.view, bare(desk, turn.view, found), reasons)
    return Reply(card, turn.view.say("button-why"), about=found.id)


async def come(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """She comes, or waits for a seat."""
    return await _answer(desk, turn, connection, Coming.COMING)


async def decline(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """She does not come; her seat goes to the first who waits."""
    return await _answer(desk, turn, connection, Coming.DECLINED)


async def _answer(desk: Desk, turn: Turn, connection: AsyncConnection, wish: Coming) -> Reply:
    found = await _find(turn, connection, "register")
    found = await registrations.require_open(connection, found.id, turn.now)
    # Another time, another way in: that is not what she has agreed to.
    if turn.text("mark") != agreed(found):
        raise Refused("refused-session-changed")
    me, was = turn.actor.id, await registrations.seats(connection, found.id)
    before = await registrations.of(connection, found.id, me)
    answered = await registrations.answer(connection, found.id, Registrant(me), wish, turn.now)
    await registrations.tell_moved(connection, found.id, answered.moved_up, turn.now)
    if before is not answered.state:
        moves = before is Coming.WAITING or bool(answered.moved_up)
        await _redraw(turn, connection, was, answered, queue=moves)
    return await show(desk, turn, connection)


async def _redraw(turn: Turn, connection: AsyncConnection, was: Seats, answered: Answered, *, queue: bool) -> None:
    which = turn.text("id")
    is_full = (await registrations.seats(connection, which)).is_full
    if is_full is not was.is_full:
        # Whether there are seats at all is read by everybody, and turns seldom; how many there are, only when asked.
        await redraw(connection, which, turn.now, [STANDING])
        return
    hers = [turn.actor.id, *(one.who.person for one in answered.moved_up if one.who.person)]
    affected = registrations.affected(which, hers, queue=queue)
    await redraw(connection, which, turn.now, [STANDING, CHANGE, SEAT], affected)
