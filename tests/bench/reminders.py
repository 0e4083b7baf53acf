"""Many reminders that fall due in the same second, and many open forms at the start of the service.

`python -m tests.bench.reminders COUNT URL`, with that of an empty database, prints after how many seconds the service
leads with so many open forms, in how many of them it worked, and by how many megabytes it grew; in a process of its
own, so that nothing else is counted.
"""

import asyncio
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.serving import Work, settle
from bot.workers import keep_at, stop
from domain.clock import Clock
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from storage import vault
from storage.leases import Lease
from storage.notice_tables import deliveries
from storage.tables import drafts, people
from tests.bench.memory import megabytes
from tests.bench.senders import person_row
from tests.bench.stalls import Stalls
from tests.house import HELSINKI, START, open_desk, read_sample_content

CHUNK = 5000
# The fifth working day before the deadline of 6 October.
DUE = datetime(2022, 9, 29, 9, 0, tzinfo=HELSINKI)
# Time enough to begin and to plan.
BEFORE = timedelta(seconds=8)
PATIENCE = 120.0


@dataclass
class Pile:
    """A service that reminds, and its database of forms that nobody has sent."""

    desk: Desk
    clock: Clock
    leading: asyncio.Event

    async def fill(self, count: int) -> None:
        """So many people with a form each."""
        async with self.desk.database.write() as connection:
            box = await vault.new_box(connection, "person")
        for first in range(0, count, CHUNK):
            numbers = range(first, min(first + CHUNK, count))
            async with self.desk.database.write() as connection:
                await _fill(connection, numbers, box)

    @asynccontextmanager
    async def working(self) -> AsyncIterator[None]:
        """Plan and remind until left."""
        loop = asyncio.get_running_loop()
        reminding = Reminding(self.desk.database, self.clock, self.desk.almanac, lambda: None)

        def lead(lease: Lease | None) -> None:
            reminding.lead(lease)
            loop.call_soon_threadsafe(self.leading.set if lease else self.leading.clear)

        crown = Crown(self.clock, self.desk.almanac, reminding.hand, lead)
        works: dict[str, Work] = {"reminding": reminding, "clockwork": Clockwork(self.desk.database, crown)}
        running = [asyncio.create_task(keep_at(name, work.run)) for name, work in works.items()]
        try:
            yield
        finally:
            for work in works.values():
                work.stop()
            await stop(running)

    async def told(self) -> int:
        """For how many a card stands in the ledger."""
        async with self.desk.database.read() as connection:
            return int(await connection.scalar(select(func.count()).select_from(deliveries)) or 0)


async def _fill(connection: AsyncConnection, numbers: range, box: vault.Box) -> None:
    await connection.execute(people.insert(), [person_row(number, box) for number in numbers])
    await connection.execute(drafts.insert(), [_draft(number) for number in numbers])


def _draft(number: int) -> dict[str, Any]:
    facts = {"id": f"draft{number:08d}", "owner": f"person{number}", "form": "haastavat-erot", "language": "fi"}
    return facts | {
        "group": "haastavat-erot", "version": 1, "created_at": START, "changed_at": START,
        "expires_at": START + timedelta(days=90),
    }  # fmt: skip


@asynccontextmanager
async def standing_pile(url: str, moment: datetime) -> AsyncIterator[Pile]:
    """On an empty database; its clock begins at a moment when it begins to work."""
    desk = await open_desk(url, read_sample_content(), asyncio.Event())
    yield Pile(desk, Clock(moment, time.time), asyncio.Event())
    await desk.database.close()


async def all_at_once(url: str, count: int) -> tuple[float, Stalls]:
    """Seconds from the hour at which so many are due until a card for each stands in the ledger; the loop's fate."""
    async with standing_pile(url, DUE - BEFORE) as pile:
        await pile.fill(count)
        settle()
        pile.clock.move_to(DUE - BEFORE)
        async with asyncio.timeout(PATIENCE), pile.working():
            await pile.leading.wait()
            await asyncio.sleep((DUE - pile.clock.now()).total_seconds() - 0.5)
            async with Stalls() as stalls:
                await _all_told(pile, count)
            return (pile.clock.now() - DUE).total_seconds(), stalls


async def _all_told(pile: Pile, count: int) -> None:
    while True:
        if await pile.told() >= count:
            return
        await asyncio.sleep(0.05)


async def begin(url: str, count: int) -> tuple[float, float, float]:
    """Until the service leads with so many open forms: seconds, those in which it worked, and megabytes more."""
    async with standing_pile(url, START) as pile:
        await pile.fill(count)
        settle()
        before, began, worked = megabytes(), time.monotonic(), time.process_time()
        async with asyncio.timeout(PATIENCE), pile.working():
            await pile.leading.wait()
            return time.monotonic() - began, time.process_time() - worked, megabytes() - before


if __name__ == "__main__":
    seconds, worked, grown = asyncio.run(begin(sys.argv[2], int(sys.argv[1])))
    sys.stdout.write(f"{seconds:.2f} {worked:.2f} {grown:.1f}\n")
