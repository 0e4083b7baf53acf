"""The job store follows the tables: after every change it is what it would be if it were built from nothing."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.clock import Clock
from scheduling.firing import Due
from scheduling.reminding import take
from storage import drafts, tables
from storage.database import Database
from storage.leases import LONG_AGO, Deposed
from storage.reminder_tables import leases, marks, reminders
from tests.ground import open_database
from tests.house import START
from tests.scheduling.plans import Desk, planning
from tests.scheduling.year import live
from tests.storage.facts import draft, person

ROUNDS = 20


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


@pytest.mark.parametrize("seed", range(ROUNDS))
async def test_what_follows_the_changes_is_what_would_be_built_from_nothing(sqlite_url: str, seed: int) -> None:
    async with open_database(sqlite_url) as database:
        figures = await live(database, seed)
    assert figures.problems == []
    assert figures["jobs"] > 0


async def test_the_same_on_postgresql(postgres_url: str) -> None:
    async with open_database(postgres_url) as database:
        figures = await live(database, 1)
    assert figures.problems == []


async def _begun(database: Database) -> str:
    owner = await person(database)
    async with database.write() as connection:
        one = await drafts.begin(connection, draft(owner.id), START, timedelta(days=60))
    return one.id


async def test_a_form_is_planned_after_its_commit_and_gone_when_it_is_thrown_away(database: Database) -> None:
    with planning(database) as desk:
        desk.planner.reconcile(desk.lease)
        before, which = desk.store.planned(), await _begun(database)
        assert desk.store.planned() == before
        desk.follow()
        added = desk.store.planned().keys() - before.keys()
        assert {name.split("|")[0] for name in added} == {"draft-deadline"}
        assert {name.split("|")[1] for name in added} == {which}
        async with database.write() as connection:
            await drafts.remove(connection, which, (await connection.scalars(select(tables.drafts.c.owner))).one())
        desk.follow()
        assert desk.store.planned() == before
    async with database.read() as connection:
        assert (await connection.execute(select(marks))).all() == []


async def _told(database: Database) -> dict[str, tuple[str, bool]]:
    async with database.read() as connection:
        rows = (await connection.execute(select(reminders))).all()
    return {row.id: (row.reason, row.late) for row in rows}


async def _fire(database: Database, desk: Desk) -> None:
    present = desk.clock.tick_at(desk.clock.now())
    due = [Due(*name.split("|")) for name, when in desk.store.planned().items() if when <= present]
    desk.store.drop([one.id for one in due])
    async with database.write() as connection:
        await take(connection, desk.almanac, due, desk.clock)


# Whether the reminder of the fifth day is told, and whether that is late.
FATES = {
    timedelta(hours=1): ("", True),
    timedelta(days=3): ("", True),
    timedelta(weeks=3): ("late", False),
}


@pytest.mark.parametrize("down", FATES)
async def test_after_it_was_down_what_is_useful_comes_once_and_the_rest_is_marked(
    database: Database, down: timedelta
) -> None:
    with planning(database) as desk:
        desk.planner.reconcile(desk.lease)
        await _begun(database)
        desk.follow()
        # Just before the fifth working day before the deadline of 6 October.
        desk.clock.move_to(START.replace(day=29, hour=8, minute=30))
        desk.planner.reconcile(desk.lease)
        await _fire(database, desk)
        before, clock = await _told(database), Clock(desk.clock.now() + down, lambda: 0.0)
    with planning(database, clock) as desk:
        desk.planner.reconcile(desk.lease)
        await _fire(database, desk)
        told = await _told(database)
        desk.planner.reconcile(desk.lease)
        await _fire(database, desk)
        assert await _told(database) == told
        overdue = [name for name, when in desk.store.planned().items() if when <= clock.tick_at(clock.now())]
    new = {name: how for name, how in told.items() if name not in before}
    assert overdue == []
    assert new
    assert {reason for reason, _ in new.values()} <= {"", "late", "untrue"}
    [draft_told] = [how for name, how in new.items() if name.startswith("draft-deadline|") and name.endswith("/5")]
    assert draft_told == FATES[down]
    assert {name: how for name, how in told.items() if name in before} == before


async def test_who_was_deposed_plans_nothing(database: Database) -> None:
    with planning(database) as desk:
        old = replace(desk.lease, fence=desk.lease.fence - 1)
        with pytest.raises(Deposed):
            desk.planner.reconcile(old)
        assert desk.store.planned() == {}


async def test_whoever_plans_keeps_the_lease_however_long_it_takes(database: Database) -> None:
    with planning(database) as desk:
        async with database.write() as connection:
            await connection.execute(update(leases).values(until=LONG_AGO))
        desk.planner.reconcile(desk.lease)
        async with database.read() as connection:
            until = (await connection.execute(select(leases.c.until))).scalar_one()
    assert until > LONG_AGO + timedelta(days=1)
