"""Sends what is due. What it does not get through stays due; a crash needs nothing."""

import asyncio
from datetime import timedelta

import structlog

from bot.connector import Connector, Gone, Message, Throttled
from bot.desk import Desk
from bot.notices import draw
from storage import notices, people
from storage.notices import Delivery
from storage.people import Conversation

log = structlog.get_logger()

IDLE_SECONDS = 5.0
# An outage, or a secret that ran out on a Friday, must not cost anybody a message: three days of trying.
MOST_ATTEMPTS = 300
SLOWEST = timedelta(minutes=15)


class Outbox:
    """One worker over the ledger of deliveries."""

    def __init__(self, desk: Desk, connector: Connector, woken: asyncio.Event) -> None:
        self._desk = desk
        self._connector = connector
        self._woken = woken
        self._stopping = False

    def stop(self) -> None:
        """Finish what is being sent and begin nothing new: a send that is cut off might be repeated."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Send whatever falls due, until stopped."""
        while not self._stopping:
            self._woken.clear()
            if not await self.round():
                await self._rest()

    async def _rest(self) -> None:
        try:
            await asyncio.wait_for(self._woken.wait(), IDLE_SECONDS)
        except TimeoutError:
            return

    async def round(self) -> int:
        """Send one batch. Returns how many deliveries it held."""
        now = self._desk.clock.now()
        async with self._desk.database.read() as connection:
            if not await notices.is_any_due(connection, now):
                return 0
        async with self._desk.database.write() as connection:
            claimed = await notices.claim(connection, now)
        broken: list[BaseException] = []
        for delivery in claimed:
            if self._stopping:
                return 0
            # One that breaks is told of at the end, and takes nobody else's turn.
            [failed] = await asyncio.gather(self._try(delivery), return_exceptions=True)
            broken += [failed] if failed else []
        if broken:
            raise broken[0]
        return len(claimed)

    async def _try(self, delivery: Delivery) -> None:
        if delivery.attempts > MOST_ATTEMPTS:
            await self._end(delivery, "too many attempts")
        else:
            await self._deliver(delivery)

    async def _deliver(self, delivery: Delivery) -> None:
        async with self._desk.database.read() as connection:
            drawn = await draw(self._desk, connection, delivery)
            chat = await people.chat_with(connection, delivery.person)
        # Drawn from its subject as it is now: a notice that was overtaken tells the present, or nothing.
        if drawn is None or chat is None:
            await self._end(delivery, "nothing to say" if drawn is None else "app not installed")
            return
        try:
            message = await self._put(delivery, chat, Message(drawn.card, drawn.summary))
        except Throttled as throttled:
            await self._later(delivery, timedelta(seconds=throttled.wait))
        except Gone as gone:
            await self._end(delivery, str(gone))
        else:
            async with self._desk.database.write() as connection:
                await notices.arrived(connection, delivery, chat.id, message)

    async def _put(self, delivery: Delivery, chat: Conversation, message: Message) -> str:
        if delivery.message and delivery.conversation == chat.id:
            await self._connector.replace(chat, delivery.message, message)
            return delivery.message
        return await self._connector.post(chat, message)

    async def _later(self, delivery: Delivery, wait: timedelta) -> None:
        backoff = min(max(wait, timedelta(seconds=2 ** min(delivery.attempts, 10))), SLOWEST)
        async with self._desk.database.write() as connection:
            await notices.later(connection, delivery, self._desk.clock.now() + backoff)

    async def _end(self, delivery: Delivery, why: str) -> None:
        log.info("delivery ended", delivery=delivery.id, kind=delivery.kind, why=why)
        async with self._desk.database.write() as connection:
            await notices.gone(connection, delivery)
