"""One period of leading: the store is healed and filled, follows changes, and the lease is held."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.clock import Clock
from scheduling.firing import Due
from scheduling.reign import Crown, Reign, watch
from storage import drafts, leases
from storage.database import Database
from storage.leases import Deposed, Lease
from storage.reminder_tables import leases as table
from storage.reminder_tables import marks
from tests.house import START
from tests.scheduling.machine import Machine, until
from tests.scheduling.plans import almanac, lead
from tests.storage.facts import draft, person


class Court:
    """Who hears of what is due, and of who leads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.handed: list[str] = []
        self.heard: list[Lease | None] = []
        self.clock = clock
        self.beside, self.jobs = database.aside(), database.aside()
        self.lease = lead(self.beside)
        crown = Crown(clock, almanac(), self._hand, self.heard.append)
        self.reign = Reign(crown, self.beside, self.jobs, self.lease)

    def _hand(self, due: Due, lease: Lease) -> None:
        assert lease == self.lease
        self.handed.append(due.id)


@asynccontextmanager
async def reigning(database: Database, clock: Clock) -> AsyncIterator[Court]:
    court = Court(database, clock)
    try:
        yield court
    finally:
        # The scheduler's own last step is done by the loop.
        await asyncio.sleep(0)
        court.jobs.close()
        court.beside.close()


async def begun(database: Database) -> str:
    owner = await person(database)
    async with database.write() as connection:
        return (await drafts.begin(connection, draft(owner.id), START, timedelta(days=60))).id


async def test_it_says_that_it_leads_hands_over_what_is_due_and_says_that_it_ends(
    database: Database, machine: Machine
) -> None:
    form, clock = await begun(database), Clock(START, machine.tick)
    async with reigning(database, clock) as court:
        court.reign.begin()
        assert court.heard == [court.lease]
        clock.move_to(START.replace(day=29, hour=9))

        async def handed() -> bool:
            court.reign.beat()
            return f"draft-deadline|{form}|2022-10-06/5" in court.handed

        assert await until(handed) < 10
        court.reign.end()
        # Once more after the clock was turned: only then is it planned where the moments stand now.
        assert court.heard == [court.lease, court.lease, None]
        assert lead(court.beside, "two").fence == court.lease.fence + 1


async def test_a_change_is_followed_with_the_next_beat(database: Database, machine: Machine) -> None:
    async with reigning(database, Clock(START, machine.tick)) as court:
        court.reign.begin()
        form = await begun(database)
        court.reign.beat()
        assert any(form in name for name in court.reign._store.planned())
        async with database.read() as connection:
            assert (await connection.execute(select(marks))).all() == []
        court.reign.end()


@pytest.mark.parametrize("what", [Reign.begin, Reign.beat])
async def test_who_was_deposed_neither_begins_nor_goes_on(
    database: Database, machine: Machine, what: Callable[[Reign], None]
) -> None:
    async with reigning(database, Clock(START, machine.tick)) as court:
        if what is Reign.beat:
            court.reign.begin()
            court.reign._beaten -= leases.LASTS.total_seconds()
        async with database.write() as connection:
            await connection.execute(update(table).values(holder="other", fence=table.c.fence + 1))
        with pytest.raises(Deposed):
            what(court.reign)
        court.reign.end()
        async with database.read() as connection:
            assert await connection.scalar(select(table.c.until)) != leases.LONG_AGO


async def test_the_first_thing_that_breaks_in_the_loop_is_told(database: Database) -> None:
    def breaks() -> None:
        raise ZeroDivisionError

    loop = asyncio.get_running_loop()
    try:
        broken = watch(loop)
        loop.call_soon(breaks)
        loop.call_soon(breaks)
        assert isinstance(await asyncio.wait_for(broken, 5), ZeroDivisionError)
    finally:
        loop.set_exception_handler(None)
