"""Draws what coordinators are told: how far a broadcast has come, that one waits to be read, or was returned."""

from collections.abc import Mapping

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcing import bare
from bot.broadcasting import author_of, progress_of, to_approve
from bot.desk import Desk
from bot.drawing import Drawer, Drawn
from cards.announcements import announcement_card
from cards.announcing import Progress, progress_card
from cards.elements import View
from cards.sending import afterwards_card, as_read, returned_card
from domain.announcements import Announcement
from domain.people import Actor, Role
from domain.permissions import may
from storage import announcements, people
from storage.outgoing import Delivery


async def _facing(
    desk: Desk, connection: AsyncConnection, delivery: Delivery, action: str
) -> tuple[View, Actor, Announcement] | None:
    """Who reads, and what it is about; None when either is gone, or she may no longer know of it."""
    actor = await people.find_by_id(connection, delivery.person or "")
    found = await announcements.find(connection, delivery.subject)
    if actor is None or found is None or not may(actor, action, found):
        return None
    return View(desk.speech(await people.language_of(connection, actor.id))), actor, found


async def draw_progress(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """How far it has come."""
    facing = await _facing(desk, connection, delivery, "announce")
    if facing is None:
        return None
    view, _, one = facing
    progress = await progress_of(desk, connection, one) or Progress()
    return Drawn(progress_card(view, one, progress), view.say("summary-progress"))


async def draw_approval(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """That an announcement waits for a second reader."""
    facing = await _facing(desk, connection, delivery, "approve")
    if facing is None:
        return None
    view, _, one = facing
    return Drawn(await to_approve(desk, connection, view, one), view.say("summary-approval"))


async def draw_afterwards(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """That what people have read was changed, taken back or called off, and has gone out already."""
    actor = await people.find_by_id(connection, delivery.person or "")
    one = await announcements.find(connection, delivery.subject)
    if actor is None or one is None or not (actor.is_(Role.COORDINATOR) or actor.is_(Role.ADMINISTRATOR)):
        return None
    view = View(desk.speech(await people.language_of(connection, actor.id)))
    shown, name = bare(desk, view, one), await author_of(connection, one)
    opens = may(actor, "announce", one)
    return Drawn(afterwards_card(view, shown, name, opens=opens), view.say("summary-afterwards"))


async def draw_returned(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """That it has been returned to be mended."""
    facing = await _facing(desk, connection, delivery, "announce")
    return Drawn(returned_card(facing[0], facing[2]), facing[0].say("summary-returned")) if facing else None


async def draw_trial(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """A copy for its author, before anybody else gets it."""
    facing = await _facing(desk, connection, delivery, "announce")
    return (
        Drawn(announcement_card(facing[0], as_read(bare(desk, facing[0], facing[2]))), facing[0].say("summary-trial"))
        if facing
        else None
    )


DRAWERS: Mapping[str, Drawer] = {
    "progress": Drawer(draw_progress),
    "approval": Drawer(draw_approval),
    "approval-returned": Drawer(draw_returned),
    "approval-after": Drawer(draw_afterwards),
    "announcement-trial": Drawer(draw_trial),
}
