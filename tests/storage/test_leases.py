"""One leads; whoever was deposed writes nothing any more."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from domain.reminders import About
from storage import leases, marks
from storage.database import Database
from storage.leases import Deposed, Lease
from storage.reminder_tables import leases as table
from storage.reminder_tables import marks as marked
from tests.ground import open_database

NAME = "scheduler"


async def taken(database: Database, holder: str) -> Lease | None:
    async with database.write() as connection:
        return await leases.take(connection, NAME, holder)


async def held(database: Database, holder: str) -> Lease:
    lease = await taken(database, holder)
    assert lease
    return lease


async def run_out(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(update(table).values(until=leases.LONG_AGO + timedelta(days=1)))


async def write_stale(database: Database, lease: Lease) -> None:
    async with database.write() as connection:
        await marks.touch(connection, About.DRAFT, "stale")
        await leases.check(connection, lease)


async def test_of_many_who_want_to_lead_at_once_one_does(postgres_database: Database) -> None:
    told = await asyncio.gather(*(taken(postgres_database, f"holder{number}") for number in range(8)))
    assert sum(one is not None for one in told) == 1


async def test_who_leads_goes_on_leading_with_the_same_fence(database: Database) -> None:
    first = await held(database, "one")
    assert await taken(database, "one") == first
    async with database.write() as connection:
        assert await leases.renew(connection, first)
        await leases.check(connection, first)


async def test_a_lease_that_runs_is_nobody_elses_and_one_that_ran_out_is(postgres_database: Database) -> None:
    first = await held(postgres_database, "one")
    assert await taken(postgres_database, "two") is None
    await run_out(postgres_database)
    assert await taken(postgres_database, "two") == Lease(NAME, "two", first.fence + 1)


async def test_whoever_waits_for_a_lease_keeps_nobody_from_showing_it(postgres_database: Database) -> None:
    first = await held(postgres_database, "one")
    async with postgres_database.write() as waiting:
        assert await leases.take(waiting, NAME, "two") is None
        async with asyncio.timeout(5), postgres_database.write() as connection:
            assert await leases.renew(connection, first)


async def test_a_lease_from_before_the_clock_went_back_keeps_nobody_waiting(postgres_database: Database) -> None:
    first = await held(postgres_database, "one")
    async with postgres_database.write() as connection:
        await connection.execute(update(table).values(until=datetime.now(UTC) + timedelta(hours=1)))
    assert await taken(postgres_database, "two") == Lease(NAME, "two", first.fence + 1)
    async with postgres_database.write() as connection:
        assert not await leases.renew(connection, first)


async def test_a_new_process_on_a_file_leads_at_once(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        first = await held(database, "one")
        assert await taken(database, "two") == Lease(NAME, "two", first.fence + 1)


async def test_what_is_given_up_is_free_at_once(database: Database) -> None:
    first = await held(database, "one")
    async with database.write() as connection:
        await leases.give_up(connection, first)
    assert await taken(database, "two") == Lease(NAME, "two", first.fence + 1)


async def test_who_was_deposed_keeps_nothing_and_takes_nothing_from_her_successor(database: Database) -> None:
    first = await held(database, "one")
    await run_out(database)
    second = await held(database, "two")
    with pytest.raises(Deposed):
        await write_stale(database, first)
    async with database.write() as connection:
        assert not await leases.renew(connection, first)
        await leases.give_up(connection, first)
        await leases.check(connection, second)
        assert await connection.scalar(select(func.count()).select_from(marked)) == 0
    async with database.read() as connection:
        until = (await connection.execute(select(table.c.until))).scalar_one()
    assert until > leases.LONG_AGO + timedelta(days=1)


async def test_the_same_holder_who_slept_too_long_has_a_new_fence(database: Database) -> None:
    first = await held(database, "one")
    await run_out(database)
    assert await taken(database, "one") == Lease(NAME, "one", first.fence + 1)
    with pytest.raises(Deposed):
        await write_stale(database, first)


async def test_a_guarded_engine_writes_only_while_its_lease_holds(database: Database) -> None:
    lease: Lease | None = await held(database, "one")
    aside = database.aside()
    row = {"about": "draft", "subject": "one", "count": 1}
    try:
        leases.guard(aside.engine, lambda: lease)
        with aside.engine.begin() as direct:
            direct.execute(marked.insert().values(row))
        await run_out(database)
        await held(database, "two")
        with pytest.raises(Deposed), aside.engine.begin() as direct:
            direct.execute(marked.insert().values(row | {"subject": "two"}))
        lease = None
        with pytest.raises(Deposed), aside.engine.begin() as direct:
            direct.execute(marked.insert().values(row | {"subject": "three"}))
    finally:
        aside.close()
    async with database.read() as connection:
        assert (await connection.scalars(select(marked.c.subject))).all() == ["one"]
    # Nor does a refused transaction keep the others waiting.
    await held(database, "two")
