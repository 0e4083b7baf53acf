"""Erases again what the list of erasures names: after a restore it must not be back."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import access_log, consultations, drafts, guests, persons
from storage.access_log import Line
from storage.erasures import Erasure


async def replay(connection: AsyncConnection, erasures: Iterable[Erasure], now: datetime) -> int:
    """Erase whatever of these is there, with a line in the access log. Returns how many were."""
    count = sum([await _again(connection, one, now) for one in erasures])
    if count:
        line = Line(now, None, "erased-again", "database", "", "done", str(count))
        await access_log.append(connection, await access_log.chain_key(connection), line)
    return count


async def _again(connection: AsyncConnection, erased: Erasure, now: datetime) -> bool:
    if erased.kind == "person":
        return await persons.erase(connection, erased.id, now) is not None
    if erased.kind == "consultation":
        return await consultations.erase(connection, erased.id)
    if erased.kind == "guest":
        return await guests.erase(connection, erased.id, now)
    return await drafts.erase(connection, erased.id)
