"""An outbox that is turned by hand, before a stand-in for Teams; no service runs beside it."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from aiohttp import ClientSession
from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.connector import Connector
from bot.credentials import no_token
from bot.desk import Desk
from bot.drawing import Drawer, Drawn
from bot.notices import DRAWERS
from bot.outbox import Outbox
from bot.pace import Limits, Pace
from domain.clock import Clock
from domain.consultations import Consultation
from domain.people import Actor
from playground import Client, Fault, Teams
from storage import consultations, notice_tables, notices, people, tables
from storage.notices import Notice
from storage.outgoing import Delivery
from storage.people import Caller, Conversation
from tests.house import FAST, LOCAL, START, open_desk, read_sample_content
from tests.storage.facts import request

SECRETARY = 3


@dataclass
class Post:
    """The parts that send, and the people who are sent to."""

    desk: Desk
    teams: Teams
    connector: Connector
    outbox: Outbox
    pace: Pace
    actors: dict[int, Actor] = field(default_factory=dict)

    async def person(self, number: int, installed: bool = True) -> Client:
        """Somebody who has been here; with the app in her chat unless it has been removed."""
        client = self.teams.person(number)
        client.chat.installed = installed
        caller = Caller(self.teams.tenant, client.object_id, client.person.name(), "fi-FI")
        async with self.desk.database.write() as connection:
            self.actors[number] = await people.meet(connection, caller, START)
            if installed:
                chat = self.chat(number)
                await people.remember_conversation(connection, chat, START)
        return client

    def chat(self, number: int) -> Conversation:
        """Where a person is written to."""
        chat = self.teams.person(number).chat
        person = self.actors[number].id
        return Conversation(chat.id, "personal", self.teams.tenant, self.teams.service_url, "28:bot", person)

    async def sent(self, number: int = 1, owner: int = 1, *, anonymous: bool = False) -> Consultation:
        """A request whose owner waits for her receipt."""
        one = request(self.actors[owner].id, number, anonymous=anonymous)
        async with self.desk.database.write() as connection:
            await consultations.add(connection, one, {})
        await self.tell(Notice("receipt", one.id), owner)
        return one

    async def tell(self, notice: Notice, *to: int) -> None:
        """Lay down something to be told."""
        async with self.desk.database.write() as connection:
            await notices.tell(connection, notice, [self.actors[one].id for one in to], self.desk.clock.now())

    async def redraw(self, one: Consultation) -> None:
        """The request has changed."""
        async with self.desk.database.write() as connection:
            await notices.redraw(connection, one.id, self.desk.clock.now())

    async def change(self, one: Consultation, **values: object) -> None:
        """Change a request behind everybody's back."""
        async with self.desk.database.write() as connection:
            same = tables.consultations.c.id == one.id
            await connection.execute(update(tables.consultations).where(same).values(values))

    async def comes_back(self, number: int) -> None:
        """The app is installed again."""
        self.teams.person(number).chat.installed = True
        async with self.desk.database.write() as connection:
            await people.remember_conversation(connection, self.chat(number), self.desk.clock.now())
            await notices.waiting_for(connection, self.actors[number].id, self.desk.clock.now())

    async def states(self) -> list[str]:
        """Where each delivery stands."""
        async with self.desk.database.read() as connection:
            return list((await connection.scalars(select(notice_tables.deliveries.c.state))).all())

    async def next_try(self) -> float:
        """In how many seconds the only delivery is due."""
        async with self.desk.database.read() as connection:
            due: datetime | None = await connection.scalar(select(notice_tables.deliveries.c.due_at))
        assert due
        return round((due - self.desk.clock.now()).total_seconds())

    def pace_of(self, limits: Limits) -> Pace:
        """A pace by the clock that is turned by hand."""
        return Pace(limits, lambda: self.desk.clock.now().timestamp())

    def drawers(self, kind: str, drawn: list[str] | None = None) -> Mapping[str, Drawer]:
        """A kind whose card is the same for all; `drawn` is told each time it is drawn."""

        async def draw(_: Desk, __: AsyncConnection, one: Delivery) -> Drawn:
            if drawn is not None:
                drawn.append(one.id)
            return Drawn({"type": "AdaptiveCard", "version": "1.5", "body": []}, one.subject)

        async def keys(_: Desk, __: AsyncConnection, some: Sequence[Delivery]) -> Sequence[str | None]:
            return [one.subject for one in some]

        return {kind: Drawer(draw, keys)}

    def pass_time(self, **span: float) -> None:
        """Let time pass."""
        assert self.desk.clock.move_to(self.desk.clock.now() + timedelta(**span))

    def fails(self, status: int, times: int | None = 1, method: str | None = None, wait: float | None = None) -> None:
        """Teams answers with this status."""
        self.teams.faults.add(Fault("status", times, status, wait, method=method))


async def until(true: Callable[[], bool], seconds: float = 10) -> None:
    """Wait until something is so. Raises TimeoutError."""
    async with asyncio.timeout(seconds):
        while True:
            if true():
                return
            await asyncio.sleep(0.01)


@asynccontextmanager
async def standing_post(
    url: str,
    token: Callable[[], object] = no_token,
    limits: Limits | None = None,
    drawers: Mapping[str, Drawer] = DRAWERS,
) -> AsyncIterator[Post]:
    """Everything that sends, on this database."""
    woken = asyncio.Event()
    # Its time passes by hand, and a little with each look: how busy the machine is must not be seen in it.
    looks = itertools.count(0.0, 0.0001)
    desk = replace(await open_desk(url, read_sample_content(), woken), clock=Clock(START, lambda: next(looks)))
    async with Teams("http://127.0.0.1:9/nobody") as teams, ClientSession() as session:
        connector = Connector(session, token, LOCAL.addresses)  # type: ignore[arg-type]
        pace = Pace(limits or FAST, lambda: desk.clock.now().timestamp())
        yield Post(desk, teams, connector, Outbox(desk, connector, woken, pace, drawers), pace)
    await desk.database.close()
