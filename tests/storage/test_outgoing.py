"""The sender's side: what is due is leased, and of what died on its way nobody knows whether it arrived."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from domain.people import Actor
from storage import notices, outgoing, results
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import NOT_INSTALLED, Notice
from storage.outgoing import LEASE, Passed
from storage.people import end_conversation, remember_conversation, speak
from tests.ground import open_database
from tests.storage.facts import NOW, TENANT, after, personal_chat
from tests.storage.ledger import arrive, chat_of, claim, is_any_due, reachable, record, redraw, rows, states, tell

RECEIPT = Notice("receipt", "c1")
MINUTE = LEASE.total_seconds()


@pytest.fixture
async def people(database: Database) -> list[Actor]:
    return [await reachable(database, number) for number in (1, 2)]


async def test_it_comes_with_all_that_sending_needs(database: Database, people: list[Actor]) -> None:
    async with database.write() as connection:
        await speak(connection, people[0].id, "sv")
    await tell(database, RECEIPT, people[0])
    [one] = await claim(database)
    assert one.chat and (one.chat.id, one.chat.tenant, one.chat.service_url) == (
        chat_of(people[0]),
        TENANT,
        "http://127.0.0.1/",
    )
    assert (one.kind, one.subject, one.person, one.language, one.replaces) == (
        "receipt",
        "c1",
        people[0].id,
        "sv",
        False,
    )


async def test_the_latest_chat_is_written_to_and_none_that_has_ended(database: Database, people: list[Actor]) -> None:
    for subject in ("c1", "c2"):
        await tell(database, Notice("receipt", subject), people[0])
    async with database.write() as connection:
        await remember_conversation(connection, personal_chat(people[0].id, "newer"), after(days=1))
    [first] = await claim(database, limit=1)
    assert first.chat and first.chat.id == "newer"
    async with database.write() as connection:
        for chat in ("newer", chat_of(people[0])):
            await end_conversation(connection, chat, NOW)
    [second] = await claim(database, limit=1)
    assert second.chat is None


async def test_what_has_not_got_the_app_any_more_is_posted_anew_in_the_new_chat(
    database: Database, people: list[Actor]
) -> None:
    await tell(database, RECEIPT, people[0])
    await arrive(database, await claim(database))
    await redraw(database)
    [here] = await claim(database)
    assert here.replaces and here.message
    await record(database, results.later(here, NOW))
    async with database.write() as connection:
        await remember_conversation(connection, personal_chat(people[0].id, "newer"), after(days=1))
    [there] = await claim(database)
    assert not there.replaces


async def test_a_claim_is_a_lease_of_a_minute(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    assert [(one.attempts, one.uncertain) for one in await claim(database)] == [(1, 0)]
    assert await states(database) == ["sending"]
    assert await claim(database, seconds=MINUTE - 1) == []
    assert [(one.attempts, one.uncertain) for one in await claim(database, seconds=MINUTE)] == [(2, 1)]


async def test_what_a_crash_stopped_is_sent_again_however_often_and_each_time_counted(
    database: Database, people: list[Actor]
) -> None:
    await tell(database, RECEIPT, people[0])
    for times in range(4):
        [sent] = await claim(database, seconds=times * MINUTE)
    await arrive(database, [sent])
    [row] = await rows(database)
    # Each of the three that lapsed may be there beside the one that arrived.
    assert (row["state"], row["uncertain"], row["doubles"]) == ("sent", 0, 3)


async def test_what_a_crash_stopped_after_an_unknown_result_is_sent_again_and_a_second_such_result_ends_it(
    database: Database, people: list[Actor]
) -> None:
    await tell(database, RECEIPT, people[0])
    await record(database, results.unknown((await claim(database))[0], NOW))
    await claim(database)
    [last] = await claim(database, seconds=MINUTE)
    await record(database, results.unknown(last, NOW))
    [row] = await rows(database)
    assert (row["state"], row["uncertain"], row["doubles"]) == ("unknown", 2, 2)
    assert not await is_any_due(database, days=9)


async def test_what_crashes_too_often_stays_unknown(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    await claim(database)
    async with database.write() as connection:
        await connection.execute(update(deliveries).values(attempts=outgoing.MOST_ATTEMPTS))
    assert await claim(database, seconds=MINUTE) == []
    assert [(row["state"], row["uncertain"], row["doubles"]) for row in await rows(database)] == [("unknown", 2, 0)]


async def test_a_replacement_that_died_on_its_way_is_simply_repeated(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    await arrive(database, await claim(database))
    await redraw(database)
    for times in range(4):
        assert [one.uncertain for one in await claim(database, seconds=times * MINUTE)] == [0]


async def test_whoever_has_lost_the_lease_writes_nothing(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, people[0])
    [slow] = await claim(database)
    [quick] = await claim(database, seconds=MINUTE)
    await record(database, results.dead(slow, "left", NOW))
    await record(database, results.arrived(quick, "m2", NOW))
    await record(database, results.arrived(slow, "m1", NOW))
    await redraw(database)
    assert [one.message for one in await claim(database)] == ["m2"]


async def test_two_workers_never_claim_the_same(database_url: str, database: Database, people: list[Actor]) -> None:
    for number in range(10):
        await tell(database, Notice("changed", "c1", str(number)), people[0])
    other = open_database(database_url)
    told = await asyncio.gather(*(claim(one, limit=3) for one in (database, other, database, other)))
    claimed = [one.id for batch in told for one in batch]
    assert len(set(claimed)) == len(claimed) >= 9
    await other.close()


async def test_what_is_passed_over_stays_due(database: Database, people: list[Actor]) -> None:
    await tell(database, RECEIPT, *people)
    async with database.write() as connection:
        both = await outgoing.due(connection, NOW, TENANT, 9)
        rest = await outgoing.due(connection, NOW, TENANT, 9, Passed(busy=[chat_of(people[0])]))
        none = await outgoing.due(connection, NOW, TENANT, 9, Passed(deliveries=[one.id for one in both]))
    assert [one.person for one in rest] == [people[1].id]
    assert (len(both), none) == (2, [])


async def test_the_outlook_tells_each_tenant_apart(database: Database, people: list[Actor]) -> None:
    assert await _outlook(database) == {}
    await tell(database, RECEIPT, people[0], days=2)
    await tell(database, Notice("receipt", "c2"), people[0], days=1)
    async with database.write() as connection:
        await notices.tell(connection, Notice("receipt", "anonymous"), [None], after(days=3))
    assert await _outlook(database) == {TENANT: after(days=1), "": after(days=3)}


async def _outlook(database: Database) -> dict[str, datetime]:
    async with database.read() as connection:
        return {one: due.astimezone(UTC) for one, due in (await outgoing.outlook(connection)).items()}


async def test_who_comes_back_is_told_what_ended_for_want_of_the_app_only(
    database: Database, people: list[Actor]
) -> None:
    for number, reason in enumerate((NOT_INSTALLED, "blocked")):
        await tell(database, Notice("receipt", f"c{number}"), people[0])
        [one] = await claim(database)
        await record(database, results.dead(one, reason, NOW))
    async with database.write() as connection:
        await notices.waiting_for(connection, people[1].id, NOW)
    assert await claim(database) == []
    async with database.write() as connection:
        await notices.waiting_for(connection, people[0].id, after(days=1))
    assert [(one.subject, one.attempts) for one in await claim(database, days=1)] == [("c0", 1)]
