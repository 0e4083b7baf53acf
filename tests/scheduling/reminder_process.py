"""The reminders in a process of their own, which can be stopped and continued: a database's URL, and a moment."""

import asyncio
import sys
from datetime import datetime

from domain.clock import Clock
from tests.ground import open_database
from tests.scheduling.machine import Machine, Works, working


async def _main(url: str, moment: datetime) -> None:
    machine = Machine()
    async with (
        open_database(url) as database,
        working(database, machine, Clock(moment, machine.tick)) as works,
    ):
        led = False
        while True:
            if led != _leads(works):
                led = not led
                sys.stdout.write("leads\n" if led else "does not lead\n")
                sys.stdout.flush()
            await asyncio.sleep(0.05)


def _leads(works: Works) -> bool:
    return works.reminding._lease is not None


if __name__ == "__main__":
    asyncio.run(_main(sys.argv[1], datetime.fromisoformat(sys.argv[2])))
