"""The service as one of several processes on one database, that remind people; to be killed, frozen, and woken.

`python -m tests.soak.leader URL PORT BEGAN LASTS`: its clock began at BEGAN (seconds of the epoch), so that all of them
agree; LASTS is after how many seconds without a sign of the leader another leads.
"""

import asyncio
import sys
import time
from datetime import timedelta

from bot.desk import Desk
from bot.serving import Address, Outgoing, Work, serving, until_stopped
from domain.clock import Clock
from logs import configure
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from scheduling.subjects import Almanac
from tests.ground import open_database
from tests.house import FAST, LOCAL, START, erasures_beside, read_sample_content, read_texts


async def _run(url: str, port: int, began: float, lasts: float) -> None:
    database, woken = open_database(url), asyncio.Event()
    clock, content = Clock(START + timedelta(seconds=time.time() - began), time.time), read_sample_content()
    async with database:
        desk = Desk(database, content, read_texts(), clock, woken.set, erasures_beside(url))
        almanac = Almanac(content.reminding, content.centre.groups)
        reminding = Reminding(database, clock, almanac, woken.set)
        crown = Crown(clock, almanac, reminding.hand, reminding.lead)
        works: dict[str, Work] = {
            "reminding": reminding,
            "clockwork": Clockwork(database, crown, timedelta(seconds=lasts)),
        }
        async with serving(desk, Address("127.0.0.1", port, LOCAL), woken, Outgoing(FAST, works=works)):
            await until_stopped()


def main() -> None:
    """Run it until it is stopped, or killed."""
    url, port, began, lasts = sys.argv[1:]
    configure(sys.stderr)
    asyncio.run(_run(url, int(port), float(began), float(lasts)))


if __name__ == "__main__":
    main()
