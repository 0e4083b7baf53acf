"""Who leads: of several instances exactly one does what only one may do.

The moments are the database's own on PostgreSQL, where the instances' clocks may differ; on SQLite there is one
process. A holder that was stopped for a while finds another's fence, and everything that it then writes is refused.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, event, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.reminder_tables import leases
from storage.upserts import insert_once

LASTS = timedelta(seconds=15)
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


class Deposed(Exception):
    """Somebody else leads by now: nothing of this may be written."""


@dataclass(frozen=True)
class Lease:
    """What a holder shows with everything that it writes; it runs out `lasts` after it was last renewed."""

    name: str
    holder: str
    fence: int
    lasts: timedelta = LASTS


async def _now(connection: AsyncConnection) -> datetime:
    if connection.dialect.name == "sqlite":
        return datetime.now(UTC)
    found: datetime = (await connection.execute(select(func.clock_timestamp()))).scalar_one()
    return found


async def take(connection: AsyncConnection, name: str, holder: str, lasts: timedelta = LASTS) -> Lease | None:
    """The lease, when it is free, has run out, or is the holder's own; None while somebody else has it."""
    await insert_once(connection, leases, {"name": name, "holder": "", "fence": 0, "until": LONG_AGO})
    which = select(leases).where(leases.c.name == name)
    # Looked at before it is held: whoever only waits for it never keeps the holder waiting.
    if _is_anothers(connection, (await connection.execute(which)).one(), holder, await _now(connection), lasts):
        return None
    row, now = (await connection.execute(which.with_for_update())).one(), await _now(connection)
    if _is_anothers(connection, row, holder, now, lasts):
        return None
    fence = row.fence if row.holder == holder and not _is_over(row, now, lasts) else row.fence + 1
    values = {"holder": holder, "fence": fence, "until": now + lasts}
    await connection.execute(update(leases).where(leases.c.name == name).values(values))
    return Lease(name, holder, fence, lasts)


def _is_over(row: Row[Any], now: datetime, lasts: timedelta) -> bool:
    # Nobody takes it for longer: where it seems so, the clock has gone back, and would keep it for a dead holder.
    return not now < row.until <= now + lasts


def _is_anothers(connection: AsyncConnection, row: Row[Any], holder: str, now: datetime, lasts: timedelta) -> bool:
    # One process at a time has a SQLite file: whoever is here now is the one.
    free = _is_over(row, now, lasts) or connection.dialect.name == "sqlite"
    return row.holder != holder and not free


async def renew(connection: AsyncConnection, lease: Lease) -> bool:
    """Keep the lease for a while longer; False where it is another's by now."""
    same = (leases.c.name == lease.name) & (leases.c.fence == lease.fence) & (leases.c.holder == lease.holder)
    until = await _now(connection) + lease.lasts
    return (await connection.execute(update(leases).where(same).values(until=until))).rowcount == 1


async def keep(connection: AsyncConnection, lease: Lease) -> None:
    """Keep the lease for a while longer. Raises Deposed where it is another's by now."""
    if not await renew(connection, lease):
        raise Deposed(lease.name)


async def check(connection: AsyncConnection, lease: Lease) -> None:
    """Hold the lease for this transaction. Raises Deposed where it is another's."""
    if await connection.scalar(_held(lease)) is None:
        raise Deposed(lease.name)


def _held(lease: Lease) -> Select[tuple[int]]:
    same = (leases.c.name == lease.name) & (leases.c.fence == lease.fence) & (leases.c.holder == lease.holder)
    return select(leases.c.fence).where(same).with_for_update(read=True)


def guard(engine: Engine, held: Callable[[], Lease | None]) -> None:
    """Have every transaction of this engine begin with a look at the lease. It raises Deposed where that is gone."""

    def look(connection: Connection) -> None:
        lease = held()
        if lease is None:
            raise Deposed("nobody leads")
        if connection.scalar(_held(lease)) is None:
            raise Deposed(lease.name)

    event.listen(engine, "begin", look)


async def give_up(connection: AsyncConnection, lease: Lease) -> None:
    """Let the next one have it at once."""
    same = (leases.c.name == lease.name) & (leases.c.fence == lease.fence)
    await connection.execute(update(leases).where(same).values(until=LONG_AGO))
