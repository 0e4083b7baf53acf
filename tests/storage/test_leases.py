"""One leads. Who was stopped for a while finds another's fence, and nothing of hers is written any more."""

from datetime import timedelta

import pytest
from sqlalchemy import text, update

from storage import leases
from storage.database import Database
from storage.leases import LASTS, LONG_AGO, Deposed, Lease, guard
from storage.reminder_tables import leases as rows
from tests.ground import open_database


async def take(database: Database, holder: str) -> Lease | None:
    async with database.write() as connection:
        return await leases.take(connection, "scheduler", holder)


async def run_out(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(update(rows).values(until=LONG_AGO))


async def test_whoever_comes_first_leads_and_keeps_her_fence(database: Database) -> None:
    first = await take(database, "a")
    assert first == Lease("scheduler", "a", 1)
    assert await take(database, "a") == first


async def test_a_second_instance_waits_until_the_lease_has_run_out(postgres_database: Database) -> None:
    await take(postgres_database, "a")
    assert await take(postgres_database, "b") is None
    await run_out(postgres_database)
    assert await take(postgres_database, "b") == Lease("scheduler", "b", 2)
    assert await take(postgres_database, "a") is None


async def test_on_sqlite_whoever_is_here_is_the_only_one(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        await take(database, "a")
        assert await take(database, "b") == Lease("scheduler", "b", 2)


async def test_who_was_deposed_keeps_nothing_and_writes_nothing(database: Database) -> None:
    old = await take(database, "a")
    await run_out(database)
    new = await take(database, "b")
    assert old and new
    async with database.write() as connection:
        await leases.check(connection, new)
        assert await leases.renew(connection, new)
        assert not await leases.renew(connection, old)
        with pytest.raises(Deposed):
            await leases.check(connection, old)


async def test_a_guarded_engine_begins_no_transaction_without_the_lease(database: Database) -> None:
    held = await take(database, "a")
    beside = database.aside()
    guard(beside.engine, lambda: held)
    with beside.engine.begin() as connection:
        connection.execute(text("SELECT 1"))
    await run_out(database)
    await take(database, "b")
    with pytest.raises(Deposed), beside.engine.begin() as connection:
        connection.execute(text("SELECT 1"))
    held = None
    with pytest.raises(Deposed, match="nobody"), beside.engine.begin():
        pass
    beside.close()


async def test_what_is_given_up_is_free_at_once(postgres_database: Database) -> None:
    held = await take(postgres_database, "a")
    assert held
    async with postgres_database.write() as connection:
        await leases.give_up(connection, held)
    assert await take(postgres_database, "b") == Lease("scheduler", "b", 2)


def test_a_take_over_is_faster_than_half_a_minute() -> None:
    assert timedelta(0) < LASTS < timedelta(seconds=25)
