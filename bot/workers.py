"""Work that must never stop: a worker that breaks is logged and begun again."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

import structlog

from bot.failures import told

log = structlog.get_logger()

PAUSE_SECONDS = 1.0
GRACE_SECONDS = 12.0

Work = Callable[[], Awaitable[None]]


async def keep_at(name: str, work: Work) -> None:
    """Run `work`, and again whenever it breaks, until it ends by itself or this is cancelled."""
    while True:
        running = asyncio.ensure_future(work())
        try:
            await asyncio.wait({running})
        finally:
            running.cancel()
        broken = None if running.cancelled() else running.exception()
        if broken is None:
            return
        log.error("worker broke", worker=name, **told(broken))
        await asyncio.sleep(PAUSE_SECONDS)


async def stop(workers: Iterable[asyncio.Task[None]]) -> None:
    """Give these workers time to end by themselves, then cancel those that have not."""
    tasks = list(workers)
    _, late = await asyncio.wait(tasks, timeout=GRACE_SECONDS) if tasks else (set(), set())
    for task in late:
        task.cancel()
    await asyncio.gather(*late, return_exceptions=True)
