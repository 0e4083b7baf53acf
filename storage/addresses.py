"""By which e-mail addresses a person is found: as digests, and read anew from time to time."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.announcement_tables import addresses
from storage.audience import know_address
from storage.tables import conversations


async def read_at(connection: AsyncConnection, chat: str) -> datetime | None:
    """When the addresses of the person of this chat were read the last time."""
    moment: datetime | None = await connection.scalar(select(conversations.c.read_at).where(conversations.c.id == chat))
    return moment


async def keep(connection: AsyncConnection, person: str, chat: str, told: Iterable[str], now: datetime) -> None:
    """Make these the addresses of a person who is known, and no others; an address is not kept, its digest is."""
    hers = (conversations.c.id == chat) & (conversations.c.person == person)
    # Who has been erased meanwhile is not written down again.
    if not (await connection.execute(update(conversations).where(hers).values(read_at=now))).rowcount:
        return
    await connection.execute(delete(addresses).where(addresses.c.person == person))
    for one in told:
        await know_address(connection, person, one)
