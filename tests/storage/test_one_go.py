"""A transaction in one go: whole or not at all, with the same functions, and nothing that waits for others."""

import asyncio

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.database import Database
from storage.tables import counters


async def _count(database: Database) -> int:
    async with database.read() as connection:
        return len((await connection.execute(select(counters))).all())


async def test_it_writes_with_the_functions_of_the_room_and_gives_what_they_give(database: Database) -> None:
    async def work(connection: AsyncConnection) -> tuple[str, int | None, list[str]]:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=1))
        box = await vault.box(connection, vault.INDEX)
        return (
            box.id,
            await connection.scalar(select(counters.c.last)),
            list(await connection.scalars(select(counters.c.code))),
        )

    assert await database.write_in_one_go(work) == (vault.INDEX, 1, ["HE"])
    assert await _count(database) == 1


async def test_an_error_takes_everything_back(database: Database) -> None:
    async def work(connection: AsyncConnection) -> None:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=1))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await database.write_in_one_go(work)
    assert await _count(database) == 0


async def test_what_waits_for_something_else_is_refused_and_changes_nothing(database: Database) -> None:
    async def work(connection: AsyncConnection) -> None:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=1))
        await asyncio.sleep(0)

    with pytest.raises(RuntimeError, match="not of this transaction"):
        await database.write_in_one_go(work)
    assert await _count(database) == 0


async def test_it_loses_no_update_of_anybody(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=0))

    async def work(connection: AsyncConnection) -> None:
        last = await connection.scalar(select(counters.c.last).with_for_update())
        await connection.execute(counters.update().values(last=(last or 0) + 1))

    async def other() -> None:
        async with database.write() as connection:
            await work(connection)

    await asyncio.gather(*(database.write_in_one_go(work) for _ in range(20)), *(other() for _ in range(20)))
    async with database.read() as connection:
        assert await connection.scalar(select(counters.c.last)) == 40
