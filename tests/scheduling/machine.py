"""The machine's clock, turned by hand, and the reminders at work on it as in the service: two threads, one database."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from domain.clock import Clock
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from storage.database import Database
from storage.leases import Lease
from tests.house import START
from tests.scheduling.plans import almanac

PATIENCE_SECONDS = 50.0


@dataclass
class Machine:
    """Seconds that the machine's clock has been turned by."""

    ahead: float = 0.0

    def tick(self) -> float:
        """What the machine takes the present for."""
        return time.time() + self.ahead


@dataclass
class Works:
    """What reminds, running; `leading` is set once it has planned and leads."""

    clock: Clock
    reminding: Reminding
    clockwork: Clockwork
    leading: asyncio.Event


@asynccontextmanager
async def working(database: Database, machine: Machine, clock: Clock | None = None) -> AsyncIterator[Works]:
    """The reminders at work, until the end of the block."""
    turned, book = clock or Clock(START, machine.tick), almanac()
    reminding = Reminding(database, turned, book, lambda: None)
    loop, leading = asyncio.get_running_loop(), asyncio.Event()

    def lead(lease: Lease | None) -> None:
        reminding.lead(lease)
        if lease:
            loop.call_soon_threadsafe(leading.set)

    clockwork = Clockwork(database, Crown(turned, book, reminding.hand, lead))
    tasks = [asyncio.create_task(reminding.run()), asyncio.create_task(clockwork.run())]
    try:
        yield Works(turned, reminding, clockwork, leading)
    finally:
        clockwork.stop()
        reminding.stop()
        await asyncio.gather(*tasks)


async def until(holds: Callable[[], Awaitable[bool]], seconds: float = PATIENCE_SECONDS) -> float:
    """Wait until it holds. Returns how many seconds that took; raises TimeoutError."""
    begun = time.monotonic()
    async with asyncio.timeout(seconds):
        while True:
            if await holds():
                break
            await asyncio.sleep(0.05)
    return time.monotonic() - begun
