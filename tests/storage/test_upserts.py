"""Twice is once."""

from sqlalchemy import select

from storage.database import Database
from storage.tables import counters
from storage.upserts import insert_all, insert_once


async def test_a_row_is_inserted_once_and_the_first_one_stays(database: Database) -> None:
    row = {"code": "HE", "year": 2022, "last": 7}
    async with database.write() as connection:
        assert await insert_once(connection, counters, row)
        assert not await insert_once(connection, counters, row | {"last": 9})
        assert await insert_once(connection, counters, row | {"year": 2023})
        assert list((await connection.scalars(select(counters.c.last).order_by(counters.c.year))).all()) == [7, 7]


async def test_of_many_rows_those_that_are_there_stay_as_they_are(database: Database) -> None:
    several = [{"code": "HE", "year": year, "last": year} for year in (2022, 2023, 2024)]
    async with database.write() as connection:
        await insert_once(connection, counters, {"code": "HE", "year": 2023, "last": 7})
        await insert_all(connection, counters, several)
        await insert_all(connection, counters, [])
        last = await connection.scalars(select(counters.c.last).order_by(counters.c.year))
        assert list(last.all()) == [2022, 7, 2024]
