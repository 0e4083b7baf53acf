"""The last moment that the service has seen, so that a pretended clock never runs back."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import moments
from storage.upserts import insert_once

LAST = "last-seen"


async def last_seen(connection: AsyncConnection) -> datetime | None:
    """The latest moment that was written down, in UTC."""
    found: datetime | None = await connection.scalar(select(moments.c.at).where(moments.c.name == LAST))
    return found


async def see(connection: AsyncConnection, now: datetime) -> None:
    """Write down the present moment, unless a later one has been seen."""
    # Compared in the statement, so that a second process with a slower clock cannot turn it back.
    if not await insert_once(connection, moments, {"name": LAST, "at": now}):
        older = (moments.c.name == LAST) & (moments.c.at < now)
        await connection.execute(update(moments).where(older).values(at=now))
