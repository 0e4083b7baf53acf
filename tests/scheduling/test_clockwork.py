"""Of several instances exactly one leads, and the next one takes over at once, or when the lease has run out."""

import asyncio
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import func, select, update
from structlog.testing import capture_logs

from domain.clock import Clock
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from storage import leases
from storage.database import Database
from storage.reminder_tables import leases as table
from tests.ground import open_database
from tests.house import START
from tests.scheduling.machine import Machine, Works, until, working
from tests.scheduling.plans import almanac


def leading(*works: Works) -> list[Works]:
    return [one for one in works if one.reminding._lease]


async def test_it_leads_while_it_runs_and_gives_up_when_it_is_stopped(database: Database, machine: Machine) -> None:
    async def leads() -> bool:
        return bool(leading(works))

    async with working(database, machine) as works:
        await until(leads)
    assert not leading(works)
    async with database.read() as connection:
        assert (await connection.scalars(select(table.c.until))).all() == [leases.LONG_AGO]


async def test_of_two_one_leads_and_the_other_goes_on_when_that_one_stops(postgres_url: str, machine: Machine) -> None:
    async with AsyncExitStack() as stack:
        one, two = [await stack.enter_async_context(open_database(postgres_url)) for _ in range(2)]
        second = await stack.enter_async_context(working(two, machine))

        async def second_leads() -> bool:
            return second.reminding._lease is not None

        async with working(one, machine) as first:

            async def somebody() -> bool:
                return bool(leading(first, second))

            await until(somebody)
            await asyncio.sleep(2)
            assert len(leading(first, second)) == 1
        await until(second_leads)


async def test_who_was_deposed_lets_go_and_tries_again(postgres_url: str, machine: Machine) -> None:
    async with open_database(postgres_url) as database, working(database, machine) as works:

        async def leads() -> bool:
            return bool(leading(works))

        async def lets_go() -> bool:
            return not leading(works)

        await until(leads)
        with capture_logs() as told:
            async with database.write() as connection:
                await connection.execute(update(table).values(holder="other", fence=table.c.fence + 1))
            await until(lets_go)
        assert "another instance leads" in [one["event"] for one in told]
        await until(leads)
        assert works.reminding._lease
        assert works.reminding._lease.fence == 3


async def test_what_breaks_in_its_thread_is_not_kept_quiet(database: Database) -> None:
    def broken() -> float:
        raise ZeroDivisionError

    clock = Clock(START, lambda: 0.0)
    reminding = Reminding(database, clock, almanac(), lambda: None)
    clock._tick = broken
    clockwork = Clockwork(database, Crown(clock, almanac(), reminding.hand, reminding.lead))
    with pytest.raises(ZeroDivisionError):
        await clockwork.run()
    async with database.read() as connection:
        # And the next one need not wait for the lease to run out.
        free = select(func.count()).select_from(table).where(table.c.until == leases.LONG_AGO)
        assert await connection.scalar(free) == 1
