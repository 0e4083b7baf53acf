"""The machine's clock jumps, or the process stands still for a while: noticed within the minute, and nothing twice."""

import asyncio
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import pytest
from sqlalchemy import update

from domain.clock import Clock
from scheduling import reign
from storage import leases
from storage.database import Database
from storage.leases import LASTS
from storage.reminder_tables import leases as table
from tests.ground import open_database
from tests.house import HELSINKI, ROOT
from tests.scheduling.ledgers import AT_NINE, FIFTH, FIRST, begin, over, sends, shares
from tests.scheduling.machine import Machine, until, working

HOUR, DAY = 3600.0, 86400.0
SOON_SECONDS = 60
# The clock is looked at in each beat; most tests need not wait for so long a one.
BEAT, A_WHILE = 0.5, 1.5


def are_told(database: Database, form: str, *keys: str) -> Callable[[], Awaitable[bool]]:
    """Whether these reminders of a form have been told, each once, and nothing else."""

    async def told() -> bool:
        return await shares(database, form) == Counter((key, "told", "") for key in keys)

    return told


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A beat that is soon over."""
    monkeypatch.setattr(reign, "BEATS", LASTS.total_seconds() / BEAT)


async def test_a_jump_is_noticed_within_seconds(sqlite_url: str, machine: Machine) -> None:
    async with open_database(sqlite_url) as database:
        _, form = await begin(database)
        told = are_told(database, form, FIFTH)
        async with working(database, machine, Clock(AT_NINE - timedelta(hours=1), machine.tick)) as works:
            await works.leading.wait()
            machine.ahead += 2 * HOUR
            assert await until(told) < SOON_SECONDS


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("jump", [HOUR, DAY])
async def test_a_jump_forward_is_noticed_within_the_minute_and_back_again_tells_nothing_twice(
    database: Database, machine: Machine, jump: float
) -> None:
    _, form = await begin(database)
    clock = Clock(AT_NINE - timedelta(minutes=30), machine.tick)
    fifth = are_told(database, form, FIFTH)
    both = are_told(database, form, FIFTH, FIRST)
    async with working(database, machine, clock) as works:
        await works.leading.wait()
        assert await over(database, form) == {}
        machine.ahead += jump
        assert await until(fifth) < SOON_SECONDS
        machine.ahead -= jump
        await asyncio.sleep(A_WHILE)
        assert await fifth()
        machine.ahead += HOUR
        await asyncio.sleep(A_WHILE)
        assert await fifth()
        # And it goes on: the first working day before the deadline.
        machine.ahead += (datetime(2022, 10, 5, 9, 1, tzinfo=HELSINKI) - clock.now()).total_seconds()
        assert await until(both) < SOON_SECONDS
    assert await sends(database) == 2


@pytest.mark.usefixtures("hasty")
@pytest.mark.parametrize("jump", [HOUR, DAY])
async def test_a_jump_back_puts_off_what_was_near_and_it_comes_once_at_its_hour(
    database: Database, machine: Machine, jump: float
) -> None:
    _, form = await begin(database)
    clock = Clock(AT_NINE - timedelta(seconds=1), machine.tick)
    told = are_told(database, form, FIFTH)
    async with working(database, machine, clock):
        machine.ahead -= jump
        await asyncio.sleep(A_WHILE)
        assert await over(database, form) == {}
        machine.ahead += jump
        assert await until(told) < SOON_SECONDS
    assert await over(database, form) == {FIFTH: ("", False)}
    assert await sends(database) == 1


@asynccontextmanager
async def process(url: str, moment: datetime) -> AsyncIterator[Process]:
    """The reminders, leading, in a process of their own."""
    arguments = ("-m", "tests.scheduling.reminder_process", url, moment.isoformat())
    child = await asyncio.create_subprocess_exec(sys.executable, *arguments, cwd=ROOT, stdout=PIPE)
    try:
        await says(child, "leads")
        yield child
    finally:
        child.kill()
        await child.wait()


async def says(child: Process, word: str) -> None:
    """Wait until it says so."""
    assert child.stdout
    async with asyncio.timeout(SOON_SECONDS):
        while (line := (await child.stdout.readline()).decode().strip()) != word:
            assert line or not child.stdout.at_eof(), "it ended"


async def test_a_process_that_stood_still_tells_what_fell_due_meanwhile_once(
    database: Database, database_url: str
) -> None:
    _, form = await begin(database)
    told = are_told(database, form, FIFTH)
    async with process(database_url, AT_NINE - timedelta(seconds=6)) as child:
        os.kill(child.pid, signal.SIGSTOP)
        await asyncio.sleep(7)
        assert await over(database, form) == {}
        os.kill(child.pid, signal.SIGCONT)
        assert await until(told) < SOON_SECONDS
        await asyncio.sleep(2)
    assert await told()
    assert await sends(database) == 1


async def test_whoever_stood_still_too_long_finds_another_leading_and_tells_nothing_twice(
    postgres_url: str, machine: Machine
) -> None:
    async with open_database(postgres_url) as database:
        _, form = await begin(database)
        told = are_told(database, form, FIFTH)
        async with process(postgres_url, AT_NINE - timedelta(seconds=6)) as child:
            os.kill(child.pid, signal.SIGSTOP)
            async with database.write() as connection:
                # As if it had stood still for longer than its lease lasts.
                await connection.execute(update(table).values(until=leases.LONG_AGO))
            async with working(database, machine, Clock(AT_NINE, machine.tick)):
                assert await until(told) < SOON_SECONDS
                os.kill(child.pid, signal.SIGCONT)
                await says(child, "does not lead")
                await asyncio.sleep(2)
                assert await told()
        assert await sends(database) == 1
