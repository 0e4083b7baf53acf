"""What has to be done again and again: drafts expire, and the present moment is written down."""

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import iscoroutinefunction

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.clock import Clock
from storage import claims, drafts, moments, tries
from storage.database import Database

log = structlog.get_logger()

EVERY_SECONDS = 10


async def tidy(database: Database, clock: Clock) -> int:
    """Delete expired drafts and remember the moment. Returns how many drafts went."""
    now = clock.now()
    async with database.write() as connection:
        await moments.see(connection, now)
        expired = await drafts.expire(connection, now)
        await claims.expire(connection, now)
        await tries.expire(connection, now)
    if expired:
        log.info("drafts expired", count=expired)
    return expired


def make_scheduler(work: Callable[[], Awaitable[object]]) -> AsyncIOScheduler:
    """A scheduler that does `work` again and again; never two at once, never dropped for being late.

    `work` is a coroutine function: APScheduler would run anything else in a thread and await nothing.
    """
    if not iscoroutinefunction(work.func if isinstance(work, partial) else work):
        raise TypeError("a coroutine function is needed")
    # In memory: it looks at the clock's present, so that nothing is lost when a round is.
    scheduler = AsyncIOScheduler(timezone="UTC")
    scheduler.add_job(work, "interval", seconds=EVERY_SECONDS, max_instances=1, coalesce=True, misfire_grace_time=None)
    return scheduler
