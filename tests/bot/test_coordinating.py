"""Coordinators are told what concerns them, and nothing any more once they are none."""

from dataclasses import replace

import pytest

from bot.coordinating import DRAWERS
from bot.drawing import Drawn
from domain.announcements import State
from domain.people import Actor, Role, RoleGrant
from storage import people
from storage.outgoing import Delivery
from tests.bot.post import Post
from tests.storage.meets import lay, session, with_app

SUMMARIES = {
    "approval-after": "Julkaistua tiedotetta on muutettu",
    "progress": "Tiedotteen lähetys",
    "approval": "Tiedote odottaa hyväksyntääsi",
    "approval-returned": "Tiedote palautettiin sinulle",
    "announcement-trial": "Tiedotteen esikatselu",
}


async def stands(post: Post, *roles: Role) -> Actor:
    """Somebody with these roles, and a session that waits for approval."""
    database, now = post.desk.database, post.desk.clock.now()
    who = await with_app(database, 61)
    async with database.write() as connection:
        await people.lay_roles(connection, frozenset(RoleGrant(who.object_id, one) for one in roles), now)
    await lay(database, replace(session(), state=State.WAITING))
    return who


async def drawn(post: Post, kind: str, who: Actor) -> object:
    delivery = Delivery("d" * 32, kind, session().id, 1, who.id, None, None, 1)
    async with post.desk.database.read() as connection:
        return await DRAWERS[kind].draw(post.desk, connection, delivery)


@pytest.mark.parametrize("kind", DRAWERS)
async def test_a_coordinator_is_told_and_the_notification_tells_nothing_of_what_is_announced(
    post: Post, kind: str
) -> None:
    made = await drawn(post, kind, await stands(post, Role.COORDINATOR))
    assert isinstance(made, Drawn)
    assert made.summary == SUMMARIES[kind]


@pytest.mark.parametrize("kind", DRAWERS)
async def test_who_is_no_coordinator_any_more_is_told_nothing(post: Post, kind: str) -> None:
    assert await drawn(post, kind, await stands(post, Role.SECRETARY)) is None
