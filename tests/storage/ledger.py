"""The ledger as its tests handle it: told, taken, and what came of it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from domain.people import Actor
from storage import notice_tables, notices, outgoing, results
from storage.database import Database
from storage.notices import Notice
from storage.outgoing import Delivery
from storage.people import remember_conversation
from storage.results import Result
from tests.storage.facts import NOW, TENANT, after, person, personal_chat

TENANTS = ("", TENANT)


async def reachable(database: Database, number: int) -> Actor:
    """Somebody with the app in her chat."""
    one = await person(database, number)
    async with database.write() as connection:
        await remember_conversation(connection, personal_chat(one.id, chat_of(one)), NOW)
    return one


def chat_of(one: Actor) -> str:
    """The id of her chat."""
    return f"chat of {one.object_id}"


async def tell(database: Database, notice: Notice, *to: Actor, days: float = 0) -> None:
    """Lay down something to be told to these."""
    async with database.write() as connection:
        await notices.tell(connection, notice, [one.id for one in to], after(days=days))


async def claim(database: Database, days: float = 0, limit: int = 20, seconds: float = 0) -> list[Delivery]:
    """Take what is due, as a sender would."""
    now = after(days=days, seconds=seconds)
    async with database.write() as connection:
        due = [one for tenant in TENANTS for one in await outgoing.due(connection, now, tenant, limit)]
        return await outgoing.claim(connection, due[:limit], now)


async def record(database: Database, *came: Result) -> None:
    """Write down what came of some."""
    async with database.write() as connection:
        await results.record(connection, came)


async def arrive(database: Database, claimed: Sequence[Delivery], days: float = 0) -> None:
    """They are all there now."""
    now = after(days=days)
    await record(database, *(results.arrived(one, f"message {one.id}", now) for one in claimed))


async def redraw(database: Database, days: float = 0) -> None:
    """The subject has changed."""
    async with database.write() as connection:
        await notices.redraw(connection, "c1", after(days=days))


async def is_any_due(database: Database, days: float = 0) -> bool:
    """Whether a sender would find anything."""
    async with database.read() as connection:
        return any(due <= after(days=days) for due in (await outgoing.outlook(connection)).values())


async def rows(database: Database) -> list[dict[str, Any]]:
    """The deliveries as they stand."""
    async with database.read() as connection:
        table = notice_tables.deliveries
        return [dict(one) for one in (await connection.execute(select(table).order_by(table.c.id))).mappings()]


async def states(database: Database) -> list[str]:
    """Where each delivery stands, in the order of the alphabet."""
    return sorted(one["state"] for one in await rows(database))
