"""Coming to a session: each seat is had once, and the waiting list moves up by itself."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.announcements import Announcement, State, Wording
from domain.refusals import Refused
from domain.registrations import Coming, Seats
from storage import announcements, guests, registrations
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.registrations import Answered, Figures, Moved, Registrant
from tests.storage.facts import NOW, person
from tests.storage.meets import END, LETTER, ONE, SESSION, START, lay, session

COMING, WAITING, DECLINED = Coming.COMING, Coming.WAITING, Coming.DECLINED


async def say(database: Database, who: str, wish: Coming, one: Announcement = ONE) -> Answered:
    async with database.write() as connection:
        return await registrations.answer(connection, one.id, Registrant(who), wish, NOW)


async def some(database: Database, count: int) -> list[str]:
    return [(await person(database, number)).id for number in range(1, count + 1)]


async def test_seats_are_given_until_none_is_left_and_who_declines_gives_hers_to_the_first_in_line(
    database: Database,
) -> None:
    await lay(database, session(2))
    one, two, three, four = await some(database, 4)
    states = [(await say(database, who, COMING)).state for who in (one, two, three, four)]
    assert states == [COMING, COMING, WAITING, WAITING]
    assert await say(database, two, DECLINED) == Answered(DECLINED, [Moved(Registrant(three), 3)])
    async with database.read() as connection:
        assert await registrations.of(connection, ONE.id, three) is COMING
        assert await registrations.of(connection, ONE.id, "nobody") is None
        assert await registrations.queue_place(connection, ONE.id, four) == 1
        assert await registrations.queue_place(connection, ONE.id, three) is None
        assert await registrations.people_coming(connection, ONE.id) == [one, three]
        assert await registrations.figures(connection, ONE.id) == Figures(2, 1, 1)
        assert await registrations.seats(connection, ONE.id) == Seats(2, 2, 1)


async def test_asking_twice_changes_nothing_and_asking_again_begins_at_the_end_of_the_line(database: Database) -> None:
    await lay(database, session(1))
    one, two, three = await some(database, 3)
    for who in (one, two, three, two):
        await say(database, who, COMING)
    async with database.read() as connection:
        assert await registrations.queue_place(connection, ONE.id, two) == 1
    await say(database, two, DECLINED)
    await say(database, two, COMING)
    assert (await say(database, one, DECLINED)).moved_up == [Moved(Registrant(three), 3)]
    [moved] = (await say(database, three, DECLINED)).moved_up
    # Another place than the first time: what she is told now is not what she was told then.
    assert moved.who == Registrant(two) and moved.place > 3


async def test_more_seats_are_given_to_those_who_wait_longest_and_lifted_ones_to_all(database: Database) -> None:
    await lay(database, session(1))
    people = await some(database, 4)
    for who in people:
        await say(database, who, COMING)
    for seats, moved_up in ((2, people[1:2]), (1, []), (None, people[2:])):
        async with database.write() as connection:
            was = await announcements.find(connection, ONE.id)
            assert was
            wider = replace(was, wording=session(seats).wording, version=was.version + 1)
            assert await announcements.save(connection, wider, was.version)
            moved = await registrations.fill(connection, ONE.id, NOW)
            assert await registrations.fill(connection, ONE.id, NOW) == []
        assert [one.who.person for one in moved] == moved_up


async def test_a_seat_that_an_edit_has_freed_goes_to_who_waits_even_if_she_herself_asks(database: Database) -> None:
    await lay(database, session(1))
    one, two = await some(database, 2)
    await say(database, one, COMING)
    await say(database, two, COMING)
    async with database.write() as connection:
        await announcements.save(connection, session(2, version=2), 1)
    assert await say(database, two, COMING) == Answered(COMING, [])


@pytest.mark.parametrize(
    ("one", "key"),
    [
        (session(state=State.CALLED_OFF), "refused-session-off"),
        (session(state=State.RECALLED), "refused-session-gone"),
        (session(state=State.PLANNED), "refused-session-gone"),
        (replace(LETTER, id=ONE.id), "refused-session-gone"),
        (replace(ONE, id="b" * 32), "refused-session-gone"),
        (replace(ONE, wording=Wording({}, session=replace(SESSION, start=NOW, end=NOW))), "refused-session-over"),
    ],
)
async def test_a_session_that_is_not_there_any_more_takes_nobody(
    database: Database, one: Announcement, key: str
) -> None:
    await lay(database, one)
    who = (await person(database)).id
    with pytest.raises(Refused) as refused:
        await say(database, who, COMING)
    assert refused.value.key == key
    async with database.write() as connection:
        assert await registrations.fill(connection, ONE.id, NOW) == []


async def test_ones_own_sessions_are_those_ahead_the_next_one_first(database: Database) -> None:
    later = replace(SESSION, start=START + timedelta(days=9), end=END + timedelta(days=9))
    second = session(id="b" * 32)
    second = replace(second, wording=replace(second.wording, session=later))
    await lay(database, second, ONE)
    who, other = await some(database, 2)
    await say(database, who, COMING, second)
    await say(database, who, DECLINED)
    await say(database, other, COMING)
    async with database.read() as connection:
        mine = await registrations.mine(connection, who, NOW)
        assert list(mine.items()) == [(ONE.id, DECLINED), (second.id, COMING)]
        assert await registrations.mine(connection, who, END) == {second.id: COMING}


async def test_who_goes_for_good_frees_her_seat_and_the_next_one_is_told_once(database: Database) -> None:
    await lay(database, session(1))
    one, two = await some(database, 2)
    await say(database, one, COMING)
    await say(database, two, COMING)
    async with database.write() as connection:
        await registrations.free(connection, one, NOW)
        await registrations.free(connection, one, NOW)
        assert await registrations.of(connection, ONE.id, one) is None
        assert await registrations.of(connection, ONE.id, two) is COMING
        told = select(notices.c.kind, notices.c.subject, notices.c.occurrence, deliveries.c.person).join(deliveries)
        assert [tuple(row) for row in (await connection.execute(told)).all()] == [("seat", ONE.id, "2", two)]


async def test_of_many_who_ask_at_once_for_three_seats_exactly_three_get_one(database: Database) -> None:
    await lay(database, session(3))
    people = await some(database, 8)
    states = [one.state for one in await asyncio.gather(*(say(database, who, COMING) for who in people))]
    assert sorted(states) == [COMING] * 3 + [WAITING] * 5
    left = await asyncio.gather(*(say(database, who, DECLINED) for who in people))
    moved = [one.who for answered in left for one in answered.moved_up]
    assert len(moved) == len(set(moved))
    async with database.read() as connection:
        assert await registrations.figures(connection, ONE.id) == Figures(declined=8)


async def test_of_several_people_each_has_her_answer_and_who_waits_her_place(database: Database) -> None:
    await lay(database, session(1))
    one, two, three, four, five = await some(database, 5)
    for who, wish in ((one, COMING), (two, COMING), (three, COMING), (four, DECLINED)):
        await say(database, who, wish)
    async with database.read() as connection:
        found = await registrations.of_several(connection, ONE.id, [one, three, four, five])
        assert found == {one: (COMING, None), three: (WAITING, 2), four: (DECLINED, None)}
        hers = await connection.scalars(registrations.affected(ONE.id, [one, five], queue=False))
        assert set(hers.all()) == {one, five}
        all_of_them = await connection.scalars(registrations.affected(ONE.id, [five], queue=True))
        assert set(all_of_them.all()) == {two, three, five}


async def test_before_registration_opens_nobody_gets_a_seat_and_who_has_one_keeps_it(database: Database) -> None:
    opens = replace(SESSION, opens=NOW + timedelta(days=1))
    await lay(database, replace(ONE, wording=replace(ONE.wording, session=opens)))
    early, late, guest = Registrant((await person(database, 1)).id), NOW + timedelta(days=1), "g@example.fi"
    with pytest.raises(Refused, match="not-open"):
        await say(database, early.person or "", COMING)
    async with database.write() as connection:
        with pytest.raises(Refused, match="not-open"):
            await guests.ask(connection, ONE.id, guest, "fi", NOW)
        assert (await registrations.answer(connection, ONE.id, early, DECLINED, NOW)).state is DECLINED
        assert (await registrations.answer(connection, ONE.id, early, COMING, late)).state is COMING
        # The opening is moved to later, and she presses again.
        assert (await registrations.answer(connection, ONE.id, early, COMING, NOW)).state is COMING
        assert (await guests.ask(connection, ONE.id, guest, "fi", late))[0].address == guest
