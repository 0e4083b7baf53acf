"""The scheduler's table of jobs, read beside our own: what it has in store, and what falls due soon."""

from sqlalchemy import column, exists, func, inspect, select, table
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.reminder_tables import reminders

# The scheduler makes this table when it first runs.
NAME = "apscheduler_jobs"
_jobs = table(NAME, column("id"), column("next_run_time"))


async def count(connection: AsyncConnection) -> int:
    """How many jobs there are; none before the scheduler has run."""
    if not await connection.run_sync(lambda one: inspect(one).has_table(NAME)):
        return 0
    return await connection.scalar(select(func.count()).select_from(_jobs)) or 0


async def due(connection: AsyncConnection, last: float) -> dict[str, float]:
    """What falls due by `last`, in seconds of the machine's clock, and has not been taken: when, by its name."""
    taken = exists().where(reminders.c.id == _jobs.c.id)
    query = select(_jobs).where(_jobs.c.next_run_time <= last, ~taken).order_by(_jobs.c.next_run_time)
    return {row.id: row.next_run_time for row in (await connection.execute(query)).all()}
