"""The service as a process of its own that sends a kind of notice of the tests; to be killed and begun again.

`python -m tests.soak.broadcaster URL PORT PER_SECOND RATE BEGAN DOUBT`: RATE is the pace of its clock, which began
at BEGAN (seconds of the epoch), so that a lease ends sooner; DOUBT is how long an unknown result waits, in seconds.
"""

import asyncio
import sys
import time
from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.drawing import Drawer, Drawn
from bot.notices import DRAWERS
from bot.pace import Limits
from bot.serving import Address, Outgoing, serving, until_stopped
from domain.clock import Clock
from storage.notice_tables import notices
from storage.outgoing import Delivery
from storage.schema import upgrade
from storage.sole import alone
from tests.ground import open_database
from tests.house import LOCAL, START, erasures_beside, read_sample_content, read_texts

KIND = "broadcast"


async def _keys(_: Desk, connection: AsyncConnection, some: Sequence[Delivery]) -> Sequence[str | None]:
    wanted = sorted({one.subject for one in some})
    query = select(notices.c.subject, notices.c.revision).where(notices.c.subject.in_(wanted))
    revisions = {row.subject: row.revision for row in (await connection.execute(query)).all()}
    return [f"{one.subject} {revisions[one.subject]}" for one in some]


async def _draw(_: Desk, connection: AsyncConnection, one: Delivery) -> Drawn:
    [key] = await _keys(_, connection, [one])
    words = {"type": "TextBlock", "text": str(key), "wrap": True}
    return Drawn({"type": "AdaptiveCard", "version": "1.5", "body": [words] * 12}, str(key))


BROADCASTS = {KIND: Drawer(_draw, _keys)}


async def _run(url: str, port: int, limits: Limits, rate: float, began: float) -> None:
    database, woken = open_database(url), asyncio.Event()
    clock = Clock(START + timedelta(seconds=(time.time() - began) * rate), time.time, rate)
    async with database, alone(url):
        await upgrade(database)
        desk = Desk(database, read_sample_content(), read_texts(), clock, woken.set, erasures_beside(url))
        address = Address("127.0.0.1", port, LOCAL)
        async with serving(desk, address, woken, Outgoing(limits, drawers={**DRAWERS, **BROADCASTS})):
            waking = asyncio.create_task(_wake(woken))
            await until_stopped()
            waking.cancel()


async def _wake(woken: asyncio.Event) -> None:
    # Who tells something in another process cannot wake this one.
    while True:
        woken.set()
        await asyncio.sleep(0.2)


def main() -> None:
    """Run it until it is stopped, or killed."""
    url, port, per_second, rate, began, doubt = sys.argv[1:]
    limits = Limits(float(per_second), doubt=float(doubt))
    asyncio.run(_run(url, int(port), limits, float(rate), float(began)))


if __name__ == "__main__":
    main()
