"""The ledger: a delivery is due while what a person has seen is older than what there is to tell."""

from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import select

from domain.consultations import Consultation
from domain.people import Actor
from storage import consultations, notice_tables, notices, requesters, results, tables
from storage.database import Database
from storage.notices import Notice
from storage.people import remember_conversation
from tests.storage.facts import NOW, after, personal_chat, sent
from tests.storage.ledger import arrive, chat_of, claim, is_any_due, reachable, record, redraw, states, tell

RECEIPT, ARRIVED = Notice("receipt", "c1"), Notice("arrived", "c1")


@pytest.fixture
async def people(database: Database) -> list[Actor]:
    return [await reachable(database, number) for number in (1, 2, 3)]


async def test_to_tell_twice_is_to_tell_once(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0], people[0])
    await tell(database, RECEIPT, people[0], people[1])
    assert sorted(str(one.person) for one in await claim(database)) == sorted(one.id for one in people[:2])


async def test_another_occurrence_is_another_notice(database: Database, people: list[Actor]) -> None:
    for occurrence in ("1", "2", "2"):
        await tell(database, Notice("changed", "c1", occurrence), people[0])
    assert len(await claim(database)) == 2


async def test_what_a_person_has_seen_is_due_no_more(database: Database, people: list[Actor]) -> None:
    assert not await is_any_due(database)
    await tell(database, RECEIPT, people[0])
    assert await is_any_due(database)
    await arrive(database, await claim(database))
    assert not await is_any_due(database, days=1)
    assert await claim(database, days=1) == []


async def test_a_redraw_makes_every_copy_of_every_notice_about_the_subject_due_in_its_place(
    database: Database, people: list[Actor]
) -> None:
    await tell(database, RECEIPT, people[0])
    await tell(database, ARRIVED, people[1], people[2])
    await tell(database, Notice("receipt", "c2"), people[0])
    first = {one.id: one for one in await claim(database)}
    await arrive(database, list(first.values()))
    await redraw(database)
    again = await claim(database)
    assert len(again) == 3
    assert {one.subject for one in again} == {"c1"}
    assert {(one.revision, one.message, one.attempts) for one in again} == {(2, f"message {o.id}", 1) for o in again}


async def test_nothing_is_due_before_its_time(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0], days=1)
    assert not await is_any_due(database)
    assert await claim(database) == []
    assert len(await claim(database, days=1)) == 1


async def test_the_oldest_are_claimed_first_and_no_more_than_asked_for(database: Database, people: list[Actor]) -> None:
    await tell(database, Notice("receipt", "new"), people[0], days=2)
    await tell(database, Notice("receipt", "old"), people[0], days=1)
    assert [one.subject for one in await claim(database, days=3, limit=1)] == ["old"]
    assert [one.subject for one in await claim(database, days=3, limit=9)] == ["new"]


async def test_what_changed_while_it_was_sent_is_due_again(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    claimed = await claim(database)
    await redraw(database)
    await arrive(database, claimed)
    assert [(one.revision, one.message) for one in await claim(database)] == [(2, f"message {claimed[0].id}")]


async def test_the_app_that_comes_back_repeats_nothing_that_was_seen(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    await arrive(database, await claim(database))
    async with database.write() as connection:
        await notices.waiting_for(connection, people[0].id, after(days=1))
    assert await claim(database, days=1) == []


# Of an anonymous requester


async def ledger(database: Database) -> list[tuple[str | None, str | None, datetime]]:
    """To whom, where and when, as it stands in the ledger."""
    async with database.read() as connection:
        table = notice_tables.deliveries
        rows = await connection.execute(select(table.c.person, table.c.conversation, table.c.due_at))
        return [(one.person, one.conversation, one.due_at) for one in rows]


async def anonymous(database: Database, owner: Actor, number: int = 1) -> Consultation:
    """An anonymous request whose requester has a chat and a receipt under way."""
    one = await sent(database, owner.id, number, anonymous=True)
    async with database.write() as connection:
        await notices.tell(connection, Notice("receipt", one.id), [one.addressee, one.addressee], NOW)
    return one


async def test_the_ledger_does_not_say_to_whom_nor_where_and_the_sender_knows(
    database: Database, people: list[Actor]
) -> None:
    one = await anonymous(database, people[0])
    [first] = await claim(database)
    assert (first.person, first.unnamed, first.conversation, first.subject) == (people[0].id, True, None, one.id)
    await record(database, results.arrived(first, "m1", after(hours=1)))
    [(person, conversation, due)] = await ledger(database)
    assert (person, due) == (None, NOW) and conversation and "chat" not in conversation
    async with database.write() as connection:
        await notices.redraw(connection, one.id, after(days=1))
    [again] = await claim(database, days=1)
    assert (again.conversation, again.message, again.revision) == (chat_of(people[0]), "m1", 2)


async def test_in_a_new_chat_nothing_of_hers_is_replaced(database: Database, people: list[Actor]) -> None:
    one = await anonymous(database, people[0])
    [first] = await claim(database)
    async with database.write() as connection:
        await results.record(connection, [results.arrived(first, "m1", NOW)])
        await remember_conversation(connection, personal_chat(people[0].id, "a:2"), after(days=1))
        await notices.redraw(connection, one.id, after(days=1))
    [again] = await claim(database, days=1)
    assert again.conversation is None


async def test_what_ended_for_want_of_her_chat_is_due_again_for_her_alone(
    database: Database, people: list[Actor]
) -> None:
    await anonymous(database, people[0])
    [first] = await claim(database)
    async with database.write() as connection:
        await results.record(connection, [results.dead(first, notices.NOT_INSTALLED, NOW)])
        await notices.waiting_for(connection, people[1].id, NOW)
    assert await claim(database, days=1) == []
    async with database.write() as connection:
        await notices.waiting_for(connection, people[0].id, NOW)
    assert len(await claim(database, days=1)) == 1


async def test_an_erased_requester_is_nobody(database: Database, people: list[Actor]) -> None:
    one = await anonymous(database, people[0])
    async with database.write() as connection:
        await requesters.erase(connection, one.id)
    [first] = await claim(database)
    assert (first.person, first.conversation) == ("", None)


async def test_what_she_was_told_before_it_became_anonymous_is_hers_no_more_in_writing(
    database: Database, people: list[Actor]
) -> None:
    owner, secretary = people[:2]
    one = await sent(database, owner.id)
    async with database.write() as connection:
        await notices.tell(connection, Notice("receipt", one.id), [owner.id], NOW)
        await notices.tell(connection, Notice("arrived", one.id), [owner.id, secretary.id], NOW)
    for delivery in await claim(database):
        await record(database, results.arrived(delivery, "m1", NOW))
    async with database.write() as connection:
        changed = replace(one, anonymous=True, version=2)
        assert await consultations.save(connection, changed, 1)
        await notices.unname(connection, one.id, owner.id, after(hours=-5))
        await notices.redraw(connection, one.id, after(days=1))
        kept = (await connection.scalars(select(notice_tables.notices.c.created_at))).all()
    # What she was told as a secretary is hers all the same.
    assert {person for person, _, _ in await ledger(database)} == {None, owner.id, secretary.id}
    assert set(kept) == {after(hours=-5)}
    receipt = next(one for one in await claim(database, days=1) if one.kind == "receipt")
    assert (receipt.person, receipt.conversation, receipt.message) == (owner.id, chat_of(owner), "m1")


async def test_a_subject_is_forgotten_with_all_that_was_told_of_it(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0], people[1])
    await tell(database, Notice("receipt", "c2"), people[0])
    async with database.write() as connection:
        await notices.forget(connection, "c1")
    assert [one.subject for one in await claim(database)] == ["c2"]


# For some alone


async def test_a_change_that_is_some_peoples_own_draws_their_copies_alone_and_a_later_one_draws_all(
    database: Database, people: list[Actor]
) -> None:
    await tell(database, RECEIPT, *people[:2])
    await arrive(database, await claim(database))
    async with database.write() as connection:
        hers = select(tables.people.c.id).where(tables.people.c.id == people[0].id)
        await notices.redraw(connection, "c1", NOW, {"receipt"}, hers)
    claimed = await claim(database)
    assert [(one.person, one.revision, one.replaces) for one in claimed] == [(people[0].id, 2, True)]
    # While hers is on its way everything changes: both are behind, she again.
    await redraw(database)
    await arrive(database, claimed)
    assert {(one.person, one.revision) for one in await claim(database)} == {(one.id, 3) for one in people[:2]}
    assert await states(database) == ["sending", "sending"]
