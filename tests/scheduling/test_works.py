"""The parts of the reminders, put together as the service does: what falls due becomes a card by itself."""

import asyncio
from datetime import datetime, timedelta

from sqlalchemy import func, select

from domain.clock import Clock
from scheduling.works import reminders_of
from storage import drafts
from storage.database import Database
from storage.notice_tables import notices
from tests.house import HELSINKI
from tests.scheduling.machine import Machine, until, working
from tests.scheduling.plans import almanac
from tests.storage.facts import draft, person

DUE = datetime(2022, 9, 29, 9, tzinfo=HELSINKI)


async def _cards(database: Database) -> int:
    async with database.read() as connection:
        query = select(func.count()).select_from(notices).where(notices.c.kind == "reminder")
        return int(await connection.scalar(query) or 0)


async def test_what_falls_due_becomes_a_card_and_the_sender_is_woken(database: Database, machine: Machine) -> None:
    clock, woken = Clock(DUE - timedelta(seconds=2), machine.tick), asyncio.Event()
    owner = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(owner.id), clock.now() - timedelta(days=2), timedelta(days=60))
    works = reminders_of(database, clock, almanac(), woken.set)
    tasks = [asyncio.create_task(one.run()) for one in works.values()]
    await asyncio.wait_for(woken.wait(), 30)
    for one in works.values():
        one.stop()
    await asyncio.gather(*tasks)
    assert await _cards(database) == 1


async def test_what_was_stopped_can_be_put_to_work_again(database: Database, machine: Machine) -> None:
    async def leads() -> bool:
        return reminding._lease is not None

    for _ in range(2):
        async with working(database, machine) as works:
            reminding = works.reminding
            await until(leads)
