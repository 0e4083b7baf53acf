"""Applies the time limits by itself, every hour, and says in the log what went."""

import structlog

from domain.clock import Clock
from storage.database import Database
from storage.retention import Rules, purge

log = structlog.get_logger()


async def keep_limits(database: Database, clock: Clock, rules: Rules) -> int:
    """Erase what has come to its time limit. Returns how many things went."""
    async with database.write() as connection:
        report = await purge(connection, rules, clock.now())
    for one in report:
        if one.count:
            log.info("time limit kept", kind=one.kind, count=one.count)
    return sum(one.count for one in report)
