"""What has to be done again and again: drafts expire, arrivals are forgotten, the access log's head is told."""

from collections.abc import Awaitable, Callable
from functools import partial
from inspect import iscoroutinefunction

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from domain.clock import Clock
from storage import access_log, claims, drafts, inbound, moments, tries
from storage.database import Database

log = structlog.get_logger()

EVERY_SECONDS = 10
OFTEN_SECONDS = 5
HOUR_SECONDS = 3600

Work = Callable[[], Awaitable[object]]


async def tidy(database: Database, clock: Clock) -> int:
    """Delete expired drafts and old arrivals, and remember the moment. Returns how many drafts went."""
    now = clock.now()
    async with database.write() as connection:
        await moments.see(connection, now)
        await inbound.forget(connection, now)
        expired = await drafts.expire(connection, now)
        await claims.expire(connection, now)
        await tries.expire(connection, now)
    if expired:
        log.info("drafts expired", count=expired)
    return expired


async def tell_head(database: Database) -> None:
    """Tell the log where the access log's chain ends, so that a tail that is cut off later can be noticed."""
    async with database.read() as connection:
        last = await access_log.head(connection)
    log.info("access log head", seq=last.seq, head=last.hash)


def make_scheduler(work: Work, hourly: Work | None = None, often: Work | None = None) -> AsyncIOScheduler:
    """A scheduler that does `work` again and again; never two at once, never dropped for being late.

    All are coroutine functions: APScheduler would run anything else in a thread and await nothing.
    """
    # In memory: it looks at the clock's present, so that nothing is lost when a round is.
    scheduler = AsyncIOScheduler(timezone="UTC")
    for one, seconds in ((work, EVERY_SECONDS), (hourly, HOUR_SECONDS), (often, OFTEN_SECONDS)):
        if one is None:
            continue
        if not iscoroutinefunction(one.func if isinstance(one, partial) else one):
            raise TypeError("a coroutine function is needed")
        every = {"seconds": seconds, "max_instances": 1, "coalesce": True, "misfire_grace_time": None}
        scheduler.add_job(one, "interval", **every)
    return scheduler
