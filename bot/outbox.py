"""Sends what is due, as fast as Teams takes it. What it does not get through stays due; a crash needs nothing.

One transaction writes the results of what has come back and takes as much anew as may go out now: many sends share
one commit, and whatever stands as `sending` is on its way.
"""

import asyncio
import itertools
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.connector import Connector, Message
from bot.desk import Desk
from bot.drawing import Drawer, Drawings, Made, Postponed, Withheld
from bot.failures import told
from bot.flights import Flights, Landed
from bot.notices import DRAWERS
from bot.pace import Pace
from bot.sieve import Sieve
from storage import outgoing, results, vault
from storage.notices import NOT_INSTALLED
from storage.outgoing import Delivery
from storage.results import Result
from storage.vault import Box

log = structlog.get_logger()

IDLE_SECONDS = 5.0
LOOK_SECONDS = 0.5
# Looked at beyond what may go out: some are for a conversation that rests, or for nobody who has the app.
SPARE = 2


class Outbox:
    """One worker over the ledger of deliveries. `drawers` draws each kind of notice."""

    def __init__(
        self,
        desk: Desk,
        connector: Connector,
        woken: asyncio.Event,
        pace: Pace | None = None,
        drawers: Mapping[str, Drawer] = DRAWERS,
    ) -> None:
        self._desk = desk
        self._woken = woken
        self._pace = pace or Pace()
        self._flights = Flights(connector, self._pace, desk.clock)
        self._drawings = Drawings(desk, drawers)
        self._flying: dict[str, asyncio.Task[Landed]] = {}
        self._landed: list[Landed] = []
        # For each tenant with work, when the first of it is due, and when that was looked up.
        self._outlook: dict[str, datetime] = {}
        self._looked = float("-inf")
        self._box: Box | None = None
        self._stopping = False

    def stop(self) -> None:
        """Finish what is being sent and begin nothing new: a send that is cut off might be repeated."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Send whatever falls due, until stopped."""
        try:
            await self._work()
        except asyncio.CancelledError:
            # Whoever breaks is begun again and finds its sends; whoever is cancelled is over.
            for one in self._flying.values():
                one.cancel()
            raise

    async def _work(self) -> None:
        while not self._stopping or self._flying or self._landed:
            self._woken.clear()
            if not await self._step():
                await self._rest()

    async def round(self) -> int:
        """Send what may go out now, and wait until it is written down. Returns how many deliveries it held."""
        held = await self._step()
        while self._flying or self._landed:
            await asyncio.gather(*self._flying.values(), return_exceptions=True)
            await self._write({})
        return held

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._pause()):
                await self._woken.wait()
        except TimeoutError:
            return

    def _pause(self) -> float:
        if self._stopping or not self._room():
            return IDLE_SECONDS
        now = self._desk.clock.now()
        moments = [max((due - now).total_seconds(), self._pace.opens_in(one)) for one, due in self._outlook.items()]
        soonest = min(moments, default=IDLE_SECONDS)
        # Due, with leave to go: then it waits for a conversation that rests.
        return min(IDLE_SECONDS, soonest or max(0.01, self._pace.clears_in()))

    def _room(self) -> int:
        return self._pace.limits.at_once - len(self._flying) - len(self._landed)

    async def _step(self) -> int:
        """Write down what has come back and begin what may go out. Returns how many were taken in hand."""
        wanted = {} if self._stopping else await self._wanted()
        if not wanted and not self._landed:
            return 0
        return await self._write(wanted)

    async def _wanted(self) -> dict[str, int]:
        """How many may be taken of which tenant."""
        room = self._room() + len(self._landed)
        if room <= 0:
            return {}
        await self._look()
        tokens = {one: self._pace.tokens(one) for one in self._due()}
        return {one: min(room, some) for one, some in tokens.items() if some}

    def _due(self) -> list[str]:
        now = self._desk.clock.now()
        return [one for one, due in self._outlook.items() if due <= now]

    async def _look(self) -> None:
        # While a tenant has work, others may get some; otherwise whatever has woken us may have brought it.
        fresh = time.monotonic() - self._looked < LOOK_SECONDS
        if fresh and self._due():
            return
        self._looked = time.monotonic()
        async with self._desk.database.read() as connection:
            self._outlook = await outgoing.outlook(connection)

    async def _write(self, wanted: Mapping[str, int]) -> int:
        landed, self._landed = self._landed, []
        taken: list[Delivery] = []
        written = False

        async def work(connection: AsyncConnection) -> list[Delivery]:
            await self._record(connection, landed)
            for tenant, most in wanted.items():
                taken.extend(await self._take(connection, tenant, min(most, self._room() - len(taken))))
            return await outgoing.claim(connection, taken, self._desk.clock.now())

        try:
            claimed = await self._desk.database.write_in_one_go(work)
            written = True
        finally:
            # Not written down is not over: the next transaction does it.
            self._landed = self._landed if written else landed + self._landed
            self._release([] if written else taken)
        self._release([one for one in taken if one.id not in {sent.id for sent in claimed}])
        self._begin(claimed)
        return len(taken) + len(landed)

    async def _record(self, connection: AsyncConnection, landed: Sequence[Landed]) -> None:
        # The key of the index stays the same as long as the database does.
        self._box = self._box or await vault.box(connection, vault.INDEX)
        await results.record(connection, [one.result for one in landed], self._box)
        for one in landed:
            self._release([one.result.delivery], one.rest)

    def _release(self, deliveries: Sequence[Delivery], rest: float = 0.0) -> None:
        for one in deliveries:
            if one.chat:
                self._pace.landed(one.chat.id, rest)

    async def _take(self, connection: AsyncConnection, tenant: str, most: int) -> list[Delivery]:
        """As many of what is due in a tenant as may go out now."""
        sieve = Sieve(self._pace, self._flying.keys(), most)
        while not sieve.is_full:
            limit = most + SPARE
            rows = await outgoing.due(connection, self._desk.clock.now(), tenant, limit, sieve.passed)
            sieve.sift(rows)
            if len(rows) < limit:
                break
        if not sieve.is_full and not sieve.busy:
            self._outlook.pop(tenant, None)
        return sieve.chosen

    def _begin(self, claimed: Sequence[Delivery]) -> None:
        # Drawn while the next transaction runs: nobody who has come back waits for it.
        drawing = asyncio.ensure_future(self._drawings.draw([one for one in claimed if _can_go(one)]))
        place = itertools.count()
        for one in claimed:
            flight = asyncio.create_task(self._fly(one, drawing, next(place) if _can_go(one) else None))
            self._flying[one.id] = flight
            flight.add_done_callback(partial(self._come_back, one))

    async def _fly(self, delivery: Delivery, drawing: "asyncio.Future[list[Made]]", place: int | None) -> Landed:
        if place is None:
            return self._ended(delivery, "attempts" if delivery.chat else NOT_INSTALLED)
        made = (await drawing)[place]
        if isinstance(made, Message):
            return await self._flights.send(delivery, made)
        if isinstance(made, Withheld) and made.halted:
            return Landed(results.halted(delivery, self._desk.clock.now()))
        if isinstance(made, Withheld):
            return self._ended(delivery, made.reason)
        if isinstance(made, Postponed):
            return Landed(results.later(delivery, made.until))
        return self._broken(delivery, made, results.later)

    def _ended(self, delivery: Delivery, why: str) -> Landed:
        log.info("delivery ended", delivery=delivery.id, kind=delivery.kind, why=why)
        return Landed(results.dead(delivery, why, self._desk.clock.now()))

    def _broken(self, delivery: Delivery, error: BaseException, as_what: Callable[..., Result]) -> Landed:
        # It takes nobody else's turn, and is told of each time.
        log.error("delivery broke", delivery=delivery.id, kind=delivery.kind, **told(error))
        return Landed(as_what(delivery, self._in(self._pace.limits.doubt)))

    def _come_back(self, delivery: Delivery, flight: asyncio.Task[Landed]) -> None:
        del self._flying[delivery.id]
        self._woken.set()
        if flight.cancelled():
            # Its lease will tell.
            return
        error = flight.exception()
        self._landed.append(self._broken(delivery, error, results.unknown) if error else flight.result())

    def _in(self, seconds: float) -> datetime:
        return self._desk.clock.now() + timedelta(seconds=seconds)


def _can_go(delivery: Delivery) -> bool:
    return delivery.chat is not None and delivery.attempts <= outgoing.MOST_ATTEMPTS
