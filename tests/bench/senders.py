"""The same card to the same people: by our outbox, and by a bare loop over aiohttp."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, TCPConnector
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.connector import Connector, Message
from bot.credentials import no_token
from bot.desk import Desk
from bot.drawing import Drawer, Drawn
from bot.outbox import Outbox
from bot.pace import Limits, Pace
from bot.serving import settle
from cards.elements import Card
from playground.teams import TENANT
from storage import notices, outgoing, vault
from storage.notice_tables import deliveries
from storage.notices import Notice
from storage.outgoing import Delivery
from storage.tables import conversations, people
from tests.bench.stalls import Stalls
from tests.house import LOCAL, START, open_desk, read_sample_content

KIND = "bench"
AT_ONCE = 50
CHUNK = 5000


def card() -> Card:
    """Of the size of an announcement with its buttons: some four kilobytes."""
    words = "OT-info 5.10.2022 klo 8.15–9.15, liity Teamsin kautta. " * 6
    return {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": words, "wrap": True}] * 10}


async def raw(port: int, count: int) -> tuple[float, Stalls]:
    """Seconds that a bare loop needs for so many messages, so many at once, and how the loop fared."""
    left, body = iter(range(count)), Message(card(), "OT-info").body
    headers = {"Content-Type": "application/json"}

    async def worker(session: ClientSession) -> None:
        for number in left:
            url = f"http://127.0.0.1:{port}/v3/conversations/a{number}/activities"
            async with session.post(url, data=body, headers=headers) as answer:
                await answer.json()

    async with ClientSession(connector=TCPConnector(limit=AT_ONCE)) as session:
        began = time.monotonic()
        async with Stalls() as stalls:
            await asyncio.gather(*(worker(session) for _ in range(AT_ONCE)))
        return time.monotonic() - began, stalls


async def _draw(_: Desk, __: AsyncConnection, ___: Delivery) -> Drawn:
    return Drawn(card(), "OT-info")


async def _keys(_: Desk, __: AsyncConnection, some: Sequence[Delivery]) -> Sequence[str | None]:
    return [f"{one.subject} {one.revision} {one.language}" for one in some]


@dataclass
class Hall:
    """A database full of people with the app, and what sends to them."""

    desk: Desk
    outbox: Outbox
    woken: asyncio.Event
    people: int = 0

    async def fill(self, count: int, port: int) -> None:
        """So many more people."""
        async with self.desk.database.write() as connection:
            box = await vault.new_box(connection, "person")
        for first in range(self.people, self.people + count, CHUNK):
            numbers = range(first, min(first + CHUNK, self.people + count))
            async with self.desk.database.write() as connection:
                await connection.execute(people.insert(), [person_row(number, box) for number in numbers])
                await connection.execute(conversations.insert(), [_chat(number, port) for number in numbers])
        self.people += count

    async def send(self, subject: str) -> tuple[float, Stalls]:
        """Seconds from the first send until all are written down as sent, and how the loop fared."""
        settle()
        async with self.desk.database.write() as connection:
            await notices.tell_all(connection, Notice(KIND, subject), select(people.c.id), START)
        began = time.monotonic()
        running = asyncio.create_task(self.outbox.run())
        async with Stalls() as stalls:
            await self._all_sent()
        took = time.monotonic() - began
        self.outbox.stop()
        await running
        return took, stalls

    async def _all_sent(self) -> None:
        while True:
            if not await self._waiting():
                return
            await asyncio.sleep(0.02)

    async def _waiting(self) -> bool:
        # By the index: to count a hundred thousand rows would be felt in what is measured.
        async with self.desk.database.read() as connection:
            return bool(await outgoing.outlook(connection))

    async def sent(self) -> int:
        """How many deliveries are sent."""
        async with self.desk.database.read() as connection:
            query = select(func.count()).where(deliveries.c.state == "sent")
            return int(await connection.scalar(query) or 0)


def person_row(number: int, box: vault.Box) -> dict[str, Any]:
    """Somebody of this number."""
    which = f"person{number}"
    sealed = {"object_id": box.seal(people.c.object_id, which, which), "name": box.seal(people.c.name, which, which)}
    return sealed | {
        "id": which, "key": box.id, "lookup": which, "tenant": TENANT, "locale": "fi-FI", "first_seen": START,
    }  # fmt: skip


def _chat(number: int, port: int) -> dict[str, Any]:
    where = {"id": f"a{number}", "kind": "personal", "tenant": TENANT, "service_url": f"http://127.0.0.1:{port}/"}
    return where | {"bot_id": "28:bot", "seen_at": START, "person": f"person{number}"}


@asynccontextmanager
async def standing_hall(folder: Path) -> AsyncIterator[Hall]:
    """An outbox without a limit of pace, so many at once, on a new file."""
    woken = asyncio.Event()
    desk = await open_desk(f"sqlite:///{folder / 'bench.db'}", read_sample_content(), woken)
    async with ClientSession(connector=TCPConnector(limit=AT_ONCE)) as session:
        connector = Connector(session, no_token, LOCAL.addresses)
        pace = Pace(Limits(per_second=100_000, at_once=AT_ONCE))
        yield Hall(desk, Outbox(desk, connector, woken, pace, {KIND: Drawer(_draw, _keys)}), woken)
    await desk.database.close()
