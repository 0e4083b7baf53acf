"""Work that waits until the answer is out: Teams sends again what is not answered in time."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.connector import Gone, Throttled, Unknown

log = structlog.get_logger()

Work = Callable[[], Awaitable[None]]


class Afterwards:
    """Does one thing after another, in the order in which they came."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[Work | None] = asyncio.Queue()

    def do(self, work: Work) -> None:
        """Do this once the present answer is out."""
        self._queue.put_nowait(work)

    async def run(self) -> None:
        """Work until stopped. What cannot be done is only a card that is drawn anew at its next press."""
        while work := await self._queue.get():
            try:
                await work()
            except (Throttled, Gone, Unknown) as failed:
                log.info("afterwards failed", why=str(failed))

    def stop(self) -> None:
        """Do what is left, and nothing after that."""
        self._queue.put_nowait(None)
