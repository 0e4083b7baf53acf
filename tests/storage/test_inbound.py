"""What was delivered is written down once, answered once, and forgotten after two days."""

import asyncio
from datetime import timedelta

from sqlalchemy import func, select

from storage import inbound
from storage.database import Database
from storage.inbound import IN_FLIGHT, KEPT, Arrival, Happened
from storage.trace_tables import inbound as table
from tests.storage.facts import NOW, after

ONE = Arrival("a:1", "f:1")


async def arrive(database: Database, arrival: Arrival = ONE) -> Happened | None:
    async with database.write() as connection:
        return await inbound.arrive(connection, arrival, NOW)


async def test_an_arrival_is_new_once_and_then_tells_what_it_did(database: Database) -> None:
    assert await arrive(database) is None
    assert await arrive(database) == Happened()
    async with database.write() as connection:
        await inbound.keep(connection, ONE, Happened("form-begin", "f" * 32, 3))
    assert await arrive(database) == Happened("form-begin", "f" * 32, 3)


async def test_the_same_activity_of_another_conversation_is_another_one(database: Database) -> None:
    assert await arrive(database) is None
    assert await arrive(database, Arrival("a:2", "f:1")) is None
    assert await arrive(database, Arrival("a:1", "f:2")) is None


async def test_an_arrival_whose_effect_failed_has_not_been(database: Database) -> None:
    try:
        async with database.write() as connection:
            assert await inbound.arrive(connection, ONE, NOW) is None
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    assert await arrive(database) is None


async def test_of_many_copies_at_once_one_is_new(database: Database) -> None:
    found = await asyncio.gather(*(arrive(database) for _ in range(8)))
    assert found.count(None) == 1


async def taken_over(database: Database, **later: float) -> bool:
    async with database.write() as connection:
        return await inbound.take_over(connection, ONE, after(**later))


async def test_an_answer_is_left_to_who_posts_it_and_taken_over_once_when_that_one_is_gone(database: Database) -> None:
    await arrive(database)
    assert not await taken_over(database, seconds=IN_FLIGHT.total_seconds() - 1)
    at_once = await asyncio.gather(*(taken_over(database, seconds=31) for _ in range(5)))
    assert at_once.count(True) == 1
    assert await taken_over(database, seconds=62)


async def test_what_is_answered_is_never_answered_again(database: Database) -> None:
    await arrive(database)
    async with database.write() as connection:
        await inbound.answered(connection, ONE)
    assert not await taken_over(database, days=1)


async def test_an_arrival_is_kept_for_more_than_a_day_and_then_forgotten(database: Database) -> None:
    await arrive(database)
    assert timedelta(hours=24) < KEPT
    for span, gone in ((timedelta(hours=24), 0), (KEPT, 1)):
        async with database.write() as connection:
            assert await inbound.forget(connection, NOW + span) == gone
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(table)) == 0
