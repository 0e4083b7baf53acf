"""What the dates bring about is not yet true: a rule may have nothing to say, and then it is over for this time."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import select

from scheduling.firing import Due
from scheduling.reminding import take
from scheduling.truth import present, silent, standing
from storage.database import Database
from storage.reminder_tables import nudges, reminders
from tests.ground import open_database
from tests.house import START
from tests.scheduling.plans import planning

WEEKLY = Due("undeliverable", "centre", "2022-09-19/0")
PAIRS = {("undeliverable", "centre")}


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


async def test_where_nothing_is_stuck_the_weeks_come_and_say_nothing(database: Database) -> None:
    with planning(database) as desk:
        calendar = desk.almanac.calendar(START)
        async with database.read() as connection:
            assert WEEKLY.id in await standing(connection, desk.almanac, calendar, PAIRS)
            assert await silent(connection, calendar) == {"undeliverable"}
            assert await present(connection, desk.almanac, calendar, PAIRS) == {}


async def test_what_falls_due_and_has_nothing_to_say_is_over_and_told_to_nobody(database: Database) -> None:
    with planning(database) as desk:
        async with database.write() as connection:
            await take(connection, desk.almanac, [WEEKLY], desk.clock)
        async with database.read() as connection:
            rows = (await connection.execute(select(reminders))).all()
            assert [(row.id, row.reason) for row in rows] == [(WEEKLY.id, "untrue")]
            assert (await connection.execute(select(nudges))).all() == []
        desk.planner.reconcile(desk.lease)
        assert WEEKLY.id not in desk.store.planned()


async def test_a_rule_that_is_no_more_has_nothing_to_say(database: Database) -> None:
    with planning(database) as desk:
        async with database.read() as connection:
            calendar = desk.almanac.calendar(START)
            assert await standing(connection, desk.almanac, calendar, {("full-moon", "centre")}) == {}
