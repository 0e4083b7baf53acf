"""Erases again what the list of erasures names: after a restore it must not be back."""

from collections.abc import Iterable

from sqlalchemy.ext.asyncio import AsyncConnection

from storage import consultations, drafts, persons
from storage.erasures import Erasure


async def replay(connection: AsyncConnection, erasures: Iterable[Erasure]) -> int:
    """Erase whatever of these is there. Returns how many were."""
    return sum([await _again(connection, one) for one in erasures])


async def _again(connection: AsyncConnection, erased: Erasure) -> bool:
    if erased.kind == "person":
        return await persons.erase(connection, erased.id) is not None
    if erased.kind == "consultation":
        return await consultations.erase(connection, erased.id)
    return await drafts.erase(connection, erased.id)
