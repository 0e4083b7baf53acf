"""`kill -9` at random moments of a broadcast: nobody is left out, and what may be there twice is counted."""

import asyncio
import os
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from sqlalchemy import func, select

from playground import Fault, Teams
from playground.chats import Message
from storage import progress
from storage.database import Database
from storage.notice_tables import deliveries
from storage.progress import Figures as Progress
from storage.schema import upgrade
from tests.ground import open_database
from tests.house import ROOT
from tests.soak.audience import SUBJECT, change, copies, gather, open_channels, target, tell_everybody
from tests.soak.broadcaster import KIND
from tests.soak.service import Service

# So fast runs the service's clock: a lease of a minute is over in two seconds.
CLOCK_RATE = 30.0
PATIENCE = 300.0


@dataclass(frozen=True)
class Broadcast:
    """How many are told, how fast, how often the service dies, and how long it lives each time, in seconds.

    The connector takes `latency` seconds for an answer; no more than `most` may be on their way at one kill.
    """

    recipients: int
    kills: int
    per_second: float
    life: tuple[float, float]
    changes: bool = False
    latency: float = 0.03
    most: int = 50


LIFTED = Broadcast(5000, 20, 400, (0.05, 1.1))
DEFAULT = Broadcast(320, 20, 20, (0.2, 1.2), latency=0.01, most=1)
CHANGED = Broadcast(1000, 4, 400, (0.05, 1.1), changes=True)


@dataclass
class Figures:
    """What came of it. `in_flight` counts what stood as being sent when the service died, `most` at one kill."""

    recipients: int = 0
    channels: int = 0
    kills: int = 0
    in_flight: int = 0
    most: int = 0
    lost: int = 0
    unknown: int = 0
    doubled: int = 0
    counted: int = 0
    problems: list[str] = field(default_factory=list)


class Broadcaster(Service):
    """The service of `tests/soak/broadcaster.py` on one file."""

    def __init__(self, folder: Path, per_second: float, rate: float = CLOCK_RATE, doubt: float = 60.0) -> None:
        super().__init__(folder)
        self._given = (str(per_second), str(rate), str(time.time()), str(doubt))

    @property
    def database_url(self) -> str:
        """Its database."""
        return f"sqlite:///{self.database}"

    async def begin(self) -> None:
        """Start the process; it is not ready yet."""
        command = ("-m", "tests.soak.broadcaster", self.database_url, str(self.port), *self._given)
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, *command, cwd=ROOT, env=dict(os.environ), stderr=log, stdout=log
            )


async def states(database: Database) -> Counter[str]:
    """How many deliveries stand where."""
    query = select(deliveries.c.state, func.count().label("all")).group_by(deliveries.c.state)
    async with database.read() as connection:
        return Counter({row.state: row.all for row in (await connection.execute(query)).all()})


async def come_to_rest(database: Database, patience: float = PATIENCE) -> None:
    """Wait until nothing is waiting or on its way. Raises TimeoutError."""
    async with asyncio.timeout(patience):
        while True:
            found = await states(database)
            if not found["new"] + found["sending"] and not await _is_open(database):
                return
            await asyncio.sleep(0.2)


async def _is_open(database: Database) -> bool:
    doubtful = (deliveries.c.state == "unknown") & (deliveries.c.uncertain < 2)
    async with database.read() as connection:
        return await connection.scalar(select(deliveries.c.id).where(doubtful).limit(1)) is not None


class Run:
    """One broadcast that is killed again and again."""

    def __init__(self, plan: Broadcast, folder: Path, rng: Random) -> None:
        self.plan, self.rng = plan, rng
        self.service = Broadcaster(folder, plan.per_second)
        self.figures = Figures(plan.recipients)
        self.numbers = range(1, plan.recipients + 1)
        self.channels: list[str] = []
        self.stuck: frozenset[tuple[str, int]] = frozenset()

    async def play(self) -> Figures:
        """Tell everybody, kill, and look at what is there in the end."""
        database = open_database(self.service.database_url)
        await upgrade(database)
        async with database, Teams(self.service.url) as teams:
            await gather(database, teams, self.numbers)
            self.channels = await open_channels(database, teams, 3)
            self.figures.channels = len(self.channels)
            await tell_everybody(database)
            teams.faults.add(Fault("delay", None, seconds=self.plan.latency))
            if self.plan.changes:
                teams.faults.add(Fault("status", None, 503, method="PUT", every=10))
            try:
                await self._kill_often(database)
                await self.service.begin()
                await come_to_rest(database)
            finally:
                await self.service.stop()
            await self._judge(database, teams)
        return self.figures

    async def _kill_often(self, database: Database) -> None:
        while self.figures.kills < self.plan.kills:
            await self.service.begin()
            await self.service.ready()
            await asyncio.sleep(self.rng.uniform(*self.plan.life))
            await self.service.kill()
            self.figures.kills += 1
            sending = await self._fresh(database)
            self.figures.in_flight += sending
            self.figures.most = max(self.figures.most, sending)
            if self.plan.changes:
                await change(database)

    async def _fresh(self, database: Database) -> int:
        # Those of an earlier kill whose lease is not over yet were counted then.
        before, self.stuck = self.stuck, await self._sending(database)
        return len(self.stuck - before)

    async def _sending(self, database: Database) -> frozenset[tuple[str, int]]:
        query = select(deliveries.c.id, deliveries.c.fence).where(deliveries.c.state == "sending")
        async with database.read() as connection:
            return frozenset((one.id, one.fence) for one in (await connection.execute(query)).all())

    async def _judge(self, database: Database, teams: Teams) -> None:
        async with database.read() as connection:
            told: Progress = await progress.figures(connection, SUBJECT, [KIND])
        counted = await _counted(database)
        there = {target(number): found for number, found in copies(teams, self.numbers).items()}
        there |= {one: [m.summary for m in _channel(teams, one)] for one in self.channels}
        self.figures.lost = sum(not found for found in there.values())
        self.figures.doubled = sum(max(0, len(found) - 1) for found in there.values())
        self.figures.counted, self.figures.unknown = told.doubles, told.unknown
        uncounted = [one for one, found in there.items() if len(found) - 1 > counted.get(one, 0)]
        self._complain(told, uncounted)
        if self.plan.changes:
            self._compare(there)

    def _compare(self, there: dict[str, list[str]]) -> None:
        # The copy of which nobody knows cannot be replaced; the one that the ledger knows tells the present.
        last = f"{SUBJECT} {self.plan.kills + 1}"
        stale = [one for one, found in there.items() if last not in found]
        if stale:
            self.figures.problems.append(f"{len(stale)} do not show the last revision")

    def _complain(self, told: Progress, uncounted: Sequence[str]) -> None:
        problems = {
            f"{self.figures.lost} were left out": self.figures.lost,
            f"{len(uncounted)} are there twice and not counted": uncounted,
            "more doubles than sends in flight": self.figures.doubled > self.figures.in_flight,
            "more doubles counted than sends in flight": told.doubles > self.figures.in_flight,
            f"the ledger says {told}": told.sent != told.all,
            f"{self.figures.most} in flight at one kill": self.figures.most > self.plan.most,
            f"it broke: {self.service.log[-2000:]}": " broke" in self.service.log,
        }
        self.figures.problems += [words for words, so in problems.items() if so]


def _channel(teams: Teams, which: str) -> list[Message]:
    found = teams.chats.find(which)
    return found.messages if found else []


async def _counted(database: Database) -> dict[str, int]:
    which = func.coalesce(deliveries.c.person, deliveries.c.channel)
    async with database.read() as connection:
        rows = (await connection.execute(select(which.label("target"), deliveries.c.doubles))).all()
    return {row.target: row.doubles for row in rows}


async def broadcast(plan: Broadcast, folder: Path, seed: int) -> Figures:
    """Tell everybody while the service dies again and again."""
    return await Run(plan, folder, Random(f"{seed}/broadcasts/{plan.per_second}")).play()
