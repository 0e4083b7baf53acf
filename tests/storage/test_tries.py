"""Tries are counted for every number alike, existing or not, and for every person; after five there is a pause."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import select

from storage import tables, tries
from storage.database import Database
from storage.tries import FIRST_PAUSE, FORGOTTEN, LONGEST_PAUSE, MOST, pause
from tests.storage.facts import NOW, after


async def tried(
    database: Database, reference: str, person: str, at: datetime = NOW, *, right: bool = False
) -> datetime | None:
    """One try; the moment until which there is a pause."""
    async with database.write() as connection:
        by = await tries.subjects(connection, reference, person)
        until = await tries.begin(connection, by, at)
        if until is None and right:
            await tries.forgive(connection, by, at)
        return until


def test_a_pause_comes_after_each_fifth_and_doubles_up_to_a_week() -> None:
    told = [pause(wrong) for wrong in range(1, 16)]
    none = [timedelta(0)] * (MOST - 1)
    assert told == [*none, FIRST_PAUSE, *none, FIRST_PAUSE * 2, *none, FIRST_PAUSE * 4]
    assert pause(1000 * MOST) == LONGEST_PAUSE


async def test_the_sixth_try_at_one_number_waits_whoever_tries(database: Database) -> None:
    told = [await tried(database, "HE-2022-0001", f"p{number}") for number in range(7)]
    assert told == [None] * MOST + [NOW + FIRST_PAUSE] * 2
    assert await tried(database, "HE-2022-0002", "p9") is None
    later = after(hours=1)
    told = [await tried(database, "HE-2022-0001", f"q{number}", later) for number in range(6)]
    assert told == [None] * MOST + [later + FIRST_PAUSE * 2]


async def test_the_sixth_try_of_one_person_waits_whatever_she_tries(database: Database) -> None:
    told = [await tried(database, f"HE-2022-000{number}", "p1") for number in range(6)]
    assert told == [None] * MOST + [NOW + FIRST_PAUSE]
    assert await tried(database, "HE-2022-0009", "p2") is None


async def test_what_was_right_is_not_counted(database: Database) -> None:
    for _ in range(20):
        assert await tried(database, "HE-2022-0001", "p1", right=True) is None
    for _ in range(MOST - 1):
        assert await tried(database, "HE-2022-0001", "p1") is None
    assert await tried(database, "HE-2022-0001", "p1", right=True) is None
    assert await tried(database, "HE-2022-0001", "p1") is None
    assert await tried(database, "HE-2022-0001", "p1") == NOW + FIRST_PAUSE


async def test_of_many_tries_at_once_no_more_than_five_are_judged(database: Database) -> None:
    told = await asyncio.gather(*(tried(database, "HE-2022-0001", "p1") for _ in range(20)))
    assert sum(until is None for until in told) == MOST


async def test_counts_name_nobody_and_are_forgotten(database: Database) -> None:
    await tried(database, "HE-2022-0001", "p1")
    async with database.write() as connection:
        rows = (await connection.scalars(select(tables.tries.c.subject))).all()
        assert len(rows) == 2 and not any("HE-2022" in one or "p1" in one for one in rows)
        gone = [await tries.expire(connection, NOW + wait) for wait in (FORGOTTEN - timedelta(1), FORGOTTEN)]
    assert gone == [0, 2]
