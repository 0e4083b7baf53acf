"""Counts tries at claim codes: by the reference number that was typed, whether it exists or not, and by who types."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.tables import tries
from storage.upserts import insert_once

MOST = 5
FIRST_PAUSE = timedelta(hours=1)
LONGEST_PAUSE = timedelta(days=7)
FORGOTTEN = timedelta(days=7)


async def subjects(connection: AsyncConnection, reference: str, person: str) -> list[str]:
    """What a try is counted by: digests, from which neither the number nor the person can be read."""
    index = await vault.index(connection)
    return sorted([index.digest("try", "reference", reference), index.digest("try", "person", person)])


def pause(wrong: int) -> timedelta:
    """How long to wait after so many tries: nothing, but after each fifth an hour, then twice as long, up to a week."""
    if wrong % MOST:
        return timedelta(0)
    doublings: int = min(wrong // MOST - 1, 10)
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


# Counted before it is judged: of many tries at once each must see those before it.
async def begin(connection: AsyncConnection, counted_by: Iterable[str], now: datetime) -> datetime | None:
    """Count a try. Returns until when there is a pause, in which case it must not be judged; else None."""
    by = list(counted_by)
    for subject in by:
        await insert_once(connection, tries, {"subject": subject, "wrong": 0, "locked_until": now})
    query = select(tries).where(tries.c.subject.in_(by)).order_by(tries.c.subject).with_for_update()
    rows = (await connection.execute(query)).all()
    until: datetime = max(row.locked_until for row in rows)
    if until > now:
        return until
    for row in rows:
        counted = {"wrong": row.wrong + 1, "locked_until": now + pause(row.wrong + 1)}
        await connection.execute(update(tries).where(tries.c.subject == row.subject).values(counted))
    return None


async def forgive(connection: AsyncConnection, counted_by: Iterable[str], now: datetime) -> None:
    """The try that has just been counted was right."""
    mine = tries.c.subject.in_(list(counted_by))
    await connection.execute(update(tries).where(mine).values(wrong=tries.c.wrong - 1, locked_until=now))


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Forget what was tried long ago. Returns how many counts went."""
    return (await connection.execute(delete(tries).where(tries.c.locked_until <= now - FORGOTTEN))).rowcount
