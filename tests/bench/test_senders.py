"""What `make bench` measures does what it says; how fast it is, is judged there."""

import asyncio
import time
from pathlib import Path

from tests.bench.__main__ import connector
from tests.bench.senders import raw, standing_hall
from tests.bench.stalls import Stalls


async def test_the_bare_sender_takes_as_long_as_its_connector() -> None:
    with connector(0.05) as port:
        took, _ = await raw(port, 100)
    assert took > 0.1


async def test_the_outbox_sends_to_all(tmp_path: Path) -> None:
    with connector(0.01) as port:
        async with standing_hall(tmp_path) as hall:
            await hall.fill(120, port)
            took, _ = await hall.send("s1")
            assert took > 0.03
            assert await hall.sent() == 120


async def test_a_loop_that_stands_still_is_seen() -> None:
    async with Stalls() as stalls:
        await asyncio.sleep(0.02)
        time.sleep(0.1)  # noqa: ASYNC251
        await asyncio.sleep(0.02)
    assert stalls.long == 1 and stalls.worst > 0.09
