"""What every change of a request brings with it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.changes import keep, stamp, withdraw
from bot.desk import Turn
from domain.consultations import Consultation, Event, Status
from domain.refusals import Refused
from storage import consultations, notice_tables, tables
from tests.bot.post import SECRETARY, Post
from tests.house import HELSINKI
from tests.storage.facts import NOW


def turn(post: Post, number: int = 1) -> Turn:
    return Turn(post.actors[number], post.chat(number), post.desk.clock.now(), post.desk.speech("fi"))


async def sent(post: Post, *, anonymous: bool) -> Consultation:
    """A request of person 1, as she finds it."""
    one = await post.sent()
    async with post.desk.database.write() as connection:
        assert await consultations.save(connection, replace(one, anonymous=anonymous, version=2), 1)
        found = await consultations.find(connection, one.id, post.actors[1].id)
    assert found
    return found


async def persons(post: Post) -> list[str | None]:
    async with post.desk.database.read() as connection:
        return list((await connection.scalars(select(tables.events.c.person).order_by(tables.events.c.id))).all())


@pytest.mark.parametrize("anonymous", [False, True])
async def test_who_did_it_is_written_down_unless_an_anonymous_requester_did(post: Post, anonymous: bool) -> None:
    await post.person(SECRETARY)
    one = await sent(post, anonymous=anonymous)
    async with post.desk.database.write() as connection:
        await keep(turn(post), connection, one, Event(NOW, "answered"))
        found = await consultations.find(connection, one.id)
        assert found
        await keep(turn(post, SECRETARY), connection, found, Event(NOW, "asked"))
    requester, secretary = post.actors[1].id, post.actors[SECRETARY].id
    assert await persons(post) == [None if anonymous else requester, secretary]


async def test_a_change_of_what_has_changed_meanwhile_is_refused(post: Post) -> None:
    one = await sent(post, anonymous=False)
    async with post.desk.database.write() as connection:
        await keep(turn(post), connection, one, Event(NOW, "answered"))
        with pytest.raises(Refused):
            await keep(turn(post), connection, one, Event(NOW, "answered"))


async def test_the_moment_of_an_anonymous_request_is_its_day(post: Post) -> None:
    one = await sent(post, anonymous=True)
    assert stamp(post.desk, turn(post), one).astimezone(HELSINKI).isoformat() == "2022-09-20T00:00:00+03:00"
    named = replace(one, anonymous=False)
    pressed = turn(post)
    assert stamp(post.desk, pressed, named) == pressed.now


async def test_a_withdrawn_request_has_ended_and_its_secretary_hears_of_it(post: Post) -> None:
    await post.person(SECRETARY)
    one = await sent(post, anonymous=True)
    async with post.desk.database.write() as connection:
        await withdraw(post.desk, turn(post), connection, one)
        found = await consultations.find(connection, one.id)
        told = (
            await connection.scalars(
                select(notice_tables.deliveries.c.person).order_by(notice_tables.deliveries.c.person)
            )
        ).all()
    assert found and (found.status, found.version) == (Status.WITHDRAWN, 3)
    assert post.actors[SECRETARY].id in told
