"""What came of a delivery is written down as it is, and tells nothing that is nobody's business."""

import pytest

from domain.people import Actor
from storage import consultations, notices, results
from storage.database import Database
from storage.notices import Notice
from storage.people import remember_conversation
from storage.results import Result
from tests.storage.facts import NOW, after, person, personal_chat, sent
from tests.storage.ledger import arrive, chat_of, claim, is_any_due, reachable, record, redraw, rows, tell

RECEIPT = Notice("receipt", "c1")


@pytest.fixture
async def one(database: Database) -> Actor:
    return await reachable(database, 1)


async def kept(database: Database) -> tuple[str, int, int, int]:
    [row] = await rows(database)
    return row["state"], row["seen"], row["uncertain"], row["doubles"]


async def test_what_did_not_get_through_is_due_later(database: Database, one: Actor) -> None:
    await tell(database, RECEIPT, one)
    await record(database, *(results.later(taken, after(days=2)) for taken in await claim(database)))
    assert await claim(database, days=1) == []
    assert [again.attempts for again in await claim(database, days=2)] == [2]


async def test_what_nobody_knows_is_due_once_more_and_its_double_is_counted(database: Database, one: Actor) -> None:
    await tell(database, RECEIPT, one)
    [first] = await claim(database)
    await record(database, results.unknown(first, after(days=1)))
    assert await kept(database) == ("unknown", 0, 1, 0)
    assert not await is_any_due(database)
    await arrive(database, await claim(database, days=1))
    assert await kept(database) == ("sent", 1, 0, 1)


async def test_what_is_unknown_twice_is_due_no_more(database: Database, one: Actor) -> None:
    await tell(database, RECEIPT, one)
    for _ in range(2):
        [taken] = await claim(database)
        await record(database, results.unknown(taken, NOW))
    assert (await kept(database), await is_any_due(database, days=9)) == (("unknown", 0, 2, 1), False)


async def test_what_has_ended_says_why_and_stays_silent(database: Database, one: Actor) -> None:
    await tell(database, RECEIPT, one)
    await record(database, *(results.dead(taken, "blocked", NOW) for taken in await claim(database)))
    await redraw(database)
    [row] = await rows(database)
    assert (row["state"], row["reason"]) == ("dead", "blocked")
    assert await claim(database, days=1) == []


async def test_when_it_was_sent_is_written_down_nowhere(database: Database, one: Actor) -> None:
    await tell(database, RECEIPT, one)
    [taken] = await claim(database, days=1)
    await record(database, results.arrived(taken, "m1", after(days=1)))
    [row] = await rows(database)
    assert row["due_at"] == NOW
    assert b"m1" not in row["message"]


async def test_what_became_anonymous_on_its_way_is_hers_no_more_in_writing(database: Database, one: Actor) -> None:
    asked = await sent(database, one.id)
    await tell(database, Notice("receipt", asked.id), one)
    [taken] = await claim(database)
    async with database.write() as connection:
        await notices.unname(connection, asked.id, one.id, after(hours=-5))
    # Nobody else may take it for dead meanwhile.
    assert await claim(database) == []
    await record(database, results.arrived(taken, "m1", after(hours=1)))
    [row] = await rows(database)
    assert (row["person"], row["tenant"], row["due_at"]) == (None, "", after(hours=-5))
    assert row["conversation"] and chat_of(one) not in row["conversation"]
    async with database.write() as connection:
        assert await consultations.erase(connection, asked.id)
    assert await rows(database) == []


async def cancelled_on_its_way(database: Database, one: Actor) -> Result:
    await tell(database, RECEIPT, one)
    [taken] = await claim(database)
    async with database.write() as connection:
        await notices.cancel(connection, "c1", ["receipt"], NOW)
    return results.later(taken, NOW)


async def test_what_was_cancelled_on_its_way_and_did_not_arrive_is_cancelled(database: Database, one: Actor) -> None:
    await record(database, await cancelled_on_its_way(database, one))
    await redraw(database)
    assert (await kept(database), await claim(database)) == (("cancelled", 0, 0, 0), [])


async def test_what_was_cancelled_on_its_way_and_arrived_all_the_same_is_kept_true(
    database: Database, one: Actor
) -> None:
    came = await cancelled_on_its_way(database, one)
    await record(database, results.arrived(came.delivery, "m1", NOW))
    assert (await kept(database), await claim(database)) == (("sent", 1, 0, 0), [])
    await redraw(database)
    assert [again.message for again in await claim(database)] == ["m1"]


async def test_what_was_cancelled_and_changed_on_its_way_shows_once_it_is_there_what_was_said_since(
    database: Database, one: Actor
) -> None:
    came = await cancelled_on_its_way(database, one)
    await redraw(database)
    await record(database, results.arrived(came.delivery, "m1", NOW))
    assert [(again.message, again.revision) for again in await claim(database)] == [("m1", 2)]


async def test_what_was_cancelled_on_its_way_and_died_there_is_not_sent_again(database: Database, one: Actor) -> None:
    await cancelled_on_its_way(database, one)
    assert await claim(database, days=1) == []
    assert await kept(database) == ("unknown", 0, 2, 0)


async def test_whom_the_app_comes_to_while_its_want_is_written_down_is_sent_what_waited(database: Database) -> None:
    hers, other = await person(database, 2), await person(database, 3)
    await tell(database, RECEIPT, hers, other)
    claimed = await claim(database)
    assert [one.chat for one in claimed] == [None, None]
    async with database.write() as connection:
        await remember_conversation(connection, personal_chat(hers.id, chat_of(hers)), NOW)
        await notices.waiting_for(connection, hers.id, NOW)
    await record(database, *(results.dead(one, notices.NOT_INSTALLED, NOW) for one in claimed))
    assert [(one.person, one.attempts) for one in await claim(database)] == [(hers.id, 1)]
