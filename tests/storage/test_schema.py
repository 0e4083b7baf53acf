"""The migrations build exactly the tables that the program expects, once, under a lock."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, insert, select, text

from storage.database import Database, Unreachable
from storage.schema import is_current, upgrade
from storage.tables import counters, data_keys, metadata
from tests.ground import open_database


@pytest.fixture
async def database(empty_url: str) -> AsyncIterator[Database]:
    """A database on which the migrations have just run, all of them."""
    async with open_database(empty_url) as one:
        await upgrade(one)
        yield one


def _differences(connection: Connection) -> list[object]:
    # On SQLite Alembic takes the default '' for another one than ''.
    defaults = connection.dialect.name == "postgresql"
    context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": defaults})
    return list(compare_metadata(context, metadata))


async def test_the_migrations_build_exactly_the_tables(database: Database) -> None:
    async with database.read() as connection:
        assert await connection.run_sync(_differences) == []


async def test_a_new_database_is_not_current_until_it_is_upgraded(empty_url: str) -> None:
    database = Database(empty_url)
    assert not await is_current(database)
    await upgrade(database)
    assert await is_current(database)
    await database.close()


async def test_an_upgrade_twice_is_an_upgrade_once_and_keeps_what_is_there(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=3))
    await upgrade(database)
    async with database.read() as connection:
        assert await connection.scalar(select(counters.c.last)) == 3
        assert len((await connection.execute(text("SELECT version_num FROM alembic_version"))).all()) == 1


async def test_a_database_of_a_newer_program_is_said_not_to_fit(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not await is_current(database)
    with pytest.raises(Unreachable, match="9999"):
        await upgrade(database)


async def test_a_database_of_the_preview_is_refused_with_a_sentence(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(Unreachable, match="made-up cases, unencrypted; move it away"):
        await upgrade(database)


async def test_the_index_key_is_made_once(database: Database) -> None:
    for _ in range(2):
        async with database.read() as connection:
            made = (await connection.execute(select(data_keys))).all()
        await upgrade(database)
    assert [(one.id, one.purpose) for one in made] == [("index", "index")]
    async with database.read() as connection:
        assert (await connection.execute(select(data_keys))).all() == made


async def test_two_services_that_start_at_once_do_not_disturb_each_other(empty_url: str) -> None:
    both = [open_database(empty_url), open_database(empty_url)]
    # A new file is opened by one of them first: SQLite cannot switch it to WAL for two at once.
    await both[0].answers()
    await asyncio.gather(*(upgrade(one) for one in both))
    assert [await is_current(one) for one in both] == [True, True]
    for one in both:
        await one.close()
