"""Draws a notice for one person, from its subject as it is now; nothing of the case is in it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import coordinating, copies, reminding
from bot.desk import Desk
from bot.drawing import Drawer, Drawn
from bot.opened import gather
from cards.consultations import Opened, arrived_card, news_card, receipt_card
from cards.elements import View
from domain.people import Actor, Role
from domain.permissions import may
from storage import consultations, people
from storage.notices import Notice, tell
from storage.outgoing import Delivery

# Kinds that only say that something has happened; `receipt` and `arrived` have cards of their own.
NEWS = frozenset({"question", "answer", "changed", "moved", "withdrawn"})


def _draw(view: View, kind: str, one: Opened) -> Drawn | None:
    reference = one.consultation.reference
    if kind == "receipt":
        return Drawn(receipt_card(view, one), view.say("summary-receipt", reference=reference))
    if kind == "arrived":
        return Drawn(arrived_card(view, one), view.say("summary-arrived", reference=reference))
    if kind in NEWS:
        return Drawn(news_card(view, kind, one), view.say(f"news-{kind}", reference=reference))
    return None


async def catch_up(connection: AsyncConnection, actor: Actor, now: datetime) -> None:
    """The app has come to a secretary: tell her of the requests that wait and that she has not heard of."""
    for group in sorted(actor.groups(Role.SECRETARY)):
        for waiting in await consultations.untaken(connection, group):
            await tell(connection, Notice("arrived", waiting), [actor.id], now)


async def draw(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | None:
    """The card for this person; None when its subject is gone or she may no longer know of it."""
    actor: Actor | None = await people.find_by_id(connection, delivery.person or "")
    found = await consultations.find(connection, delivery.subject, delivery.person or "")
    if actor is None or found is None or not may(actor, "open", found):
        return None
    if found.group not in desk.content.centre.groups:
        return None
    view = View(desk.speech(await people.language_of(connection, actor.id)))
    return _draw(view, delivery.kind, await gather(desk, connection, view, actor, found))


# Who adds a kind of notice adds its drawer here.
DRAWERS: Mapping[str, Drawer] = {
    **{kind: Drawer(draw) for kind in ("receipt", "arrived", *sorted(NEWS))},
    **coordinating.DRAWERS,
    **copies.DRAWERS,
    **reminding.DRAWERS,
}
