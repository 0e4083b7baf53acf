"""Two or three processes on one PostgreSQL; whoever leads is killed, stopped, or frozen and woken, again and again.

Meanwhile a session is about to begin twice a second. Everybody who comes is reminded of it, once.
"""

import asyncio
import os
import signal
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import func, select

from playground import Teams
from storage import announcements
from storage.database import Database
from storage.notice_tables import deliveries
from storage.reminder_tables import nudges, reminders
from storage.schema import upgrade
from tests.figures import Figures
from tests.ground import open_database
from tests.house import ROOT, START
from tests.soak import witness
from tests.soak.audience import gather, target
from tests.soak.broadcasts import come_to_rest
from tests.soak.service import Service
from tests.soak.witness import Taken
from tests.storage.meets import ONE, SESSION, register

PEOPLE = range(1, 21)
EVERY_SECONDS = 0.5
# From its announcement until it is due: time for the planner to follow.
AHEAD = timedelta(minutes=30, seconds=4)
MOST_SECONDS = 30.0
PATIENCE = 90.0
AMID_TRIES = 2000


@dataclass(frozen=True)
class Plan:
    """How many processes, what happens to the leader each time, and how long the lease and a freeze last."""

    processes: int
    fates: Sequence[str]
    lasts: float = 15.0
    frozen: float = 60.0


FULL = ("killed", "frozen", "stopped", "killed", "frozen amid", "killed")
TWO, THREE = Plan(2, FULL), Plan(3, FULL)


class Instance(Service):
    """One of the processes, known to the database by its name."""

    def __init__(self, folder: Path, url: str, name: str, *given: float) -> None:
        super().__init__(folder)
        self.name = name
        self._log = folder / f"{name}.log"
        self._command = (witness.named(url, name), str(self.port), *map(str, given))

    async def begin(self) -> None:
        """Start the process; it is not ready yet."""
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "tests.soak.leader", *self._command, cwd=ROOT, env=dict(os.environ),
                stderr=log, stdout=log,
            )  # fmt: skip

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process is not None

    def freeze(self) -> None:
        """The machine forgets it for a while."""
        self._signal(signal.SIGSTOP)

    def wake(self) -> None:
        """It goes on as if nothing had been."""
        self._signal(signal.SIGCONT)

    def _signal(self, which: signal.Signals) -> None:
        assert self._process
        self._process.send_signal(which)


class Trial:
    """One trial of a plan."""

    def __init__(self, plan: Plan, folder: Path, url: str) -> None:
        self.plan, self.began = plan, time.time()
        self.database = open_database(url)
        given = (self.began, plan.lasts)
        names = [f"process{number}" for number in range(plan.processes)]
        self.instances = {name: Instance(folder, url, name, *given) for name in names}
        self.laid: dict[str, str] = {}
        self.figures = Figures(
            "killed", "frozen", "amid", "stopped", "take_over_seconds", "reminders", "longest_wait_seconds",
            "cards", "lost", "twice", "doubtful", "writes", "stale_writes", "worker_broke",
        )  # fmt: skip

    async def play(self) -> Figures:
        """Let them lead one after the other, and look at what is there in the end."""
        await upgrade(self.database)
        async with self.database, Teams(next(iter(self.instances.values())).url) as teams:
            await gather(self.database, teams, PEOPLE)
            await witness.watch(self.database)
            try:
                await self._start()
                await self._lead_in_turn()
                await self._come_to_rest()
            finally:
                await asyncio.gather(*(one.kill() for one in self.instances.values()))
            await self._judge(teams)
        return self.figures

    async def _start(self) -> None:
        await self._begin_again()
        await _until(self._is_led)

    async def _is_led(self) -> bool:
        return bool(await witness.reigns(self.database))

    async def _lead_in_turn(self) -> None:
        fates = {"killed": self._kill, "stopped": self._stop, "frozen": self._freeze, "frozen amid": self._freeze_amid}
        feeding = asyncio.create_task(self._feed())
        for fate in self.plan.fates:
            await asyncio.sleep(2 * EVERY_SECONDS)
            await self._begin_again()
            last = (await witness.reigns(self.database))[-1]
            await fates[fate](last)
        feeding.cancel()
        await asyncio.gather(feeding, return_exceptions=True)

    async def _feed(self) -> None:
        """Twice a second somebody says that she comes to a session that begins soon."""
        while True:
            now = START + timedelta(seconds=time.time() - self.began)
            session = replace(SESSION, start=now + AHEAD, end=now + AHEAD + timedelta(hours=1))
            one = replace(ONE, id=uuid4().hex, wording=replace(ONE.wording, session=session))
            person = target(PEOPLE[len(self.laid) % len(PEOPLE)])
            async with self.database.write() as connection:
                await announcements.add(connection, one, now)
                await register(connection, one.id, person)
            self.laid[one.id] = person
            await asyncio.sleep(EVERY_SECONDS)

    async def _kill(self, last: Taken) -> None:
        self.figures["killed"] += 1
        await self.instances[last.who].kill()
        await self._taken_over(last, time.time())

    async def _stop(self, last: Taken) -> None:
        self.figures["stopped"] += 1
        began = time.time()
        await self.instances[last.who].stop()
        await self._taken_over(last, began)

    async def _begin_again(self) -> None:
        gone = [one for one in self.instances.values() if not one.running]
        await asyncio.gather(*(one.begin() for one in gone))
        await asyncio.gather(*(one.ready() for one in gone))

    async def _freeze(self, last: Taken) -> None:
        self.figures["frozen"] += 1
        self.instances[last.who].freeze()
        await self._sleep(last)

    async def _freeze_amid(self, last: Taken) -> None:
        """Freeze it while it holds a lock that whoever takes over waits for."""
        one = self.instances[last.who]
        for _ in range(AMID_TRIES):
            one.freeze()
            if await witness.is_amid(self.database, one.name):
                self.figures["amid"] += 1
                return await self._freeze(last)
            one.wake()
            await asyncio.sleep(0.002)
        return self.figures.problems.append("it was never in the middle of a transaction")

    async def _sleep(self, last: Taken) -> None:
        began = time.time()
        await self._taken_over(last, began)
        await asyncio.sleep(max(0.0, self.plan.frozen - (time.time() - began)))
        self.instances[last.who].wake()
        # What it still has in hand, it tries to write now.
        await self.instances[last.who].ready()
        await asyncio.sleep(2.0)

    async def _taken_over(self, last: Taken, began: float) -> None:
        await _until(lambda: self._is_taken(last))
        new = (await witness.reigns(self.database))[-1]
        self.figures.largest("take_over_seconds", round(new.at - began, 1))

    async def _is_taken(self, last: Taken) -> bool:
        return (await witness.reigns(self.database))[-1].fence > last.fence

    async def _come_to_rest(self) -> None:
        await _until(self._is_all_told)
        await come_to_rest(self.database)

    async def _is_all_told(self) -> bool:
        query = select(func.count()).select_from(nudges).where(nudges.c.state == "told")
        async with self.database.read() as connection:
            return (await connection.scalar(query) or 0) >= len(self.laid)

    async def _judge(self, teams: Teams) -> None:
        told, wait = await _told(self.database)
        cards, doubtful = await _cards(self.database)
        there = {target(one): len(teams.chats.personal(teams.chats.person(one)).messages) for one in PEOPLE}
        figures = self.figures
        figures["reminders"], figures["longest_wait_seconds"] = len(self.laid), round(wait, 1)
        figures["cards"] = sum(there.values())
        figures["lost"] = sum(not told[one] for one in self.laid.items()) + sum(
            max(0, cards[who] - count) for who, count in there.items()
        )
        figures["doubtful"] = doubtful.total()
        figures["twice"] = sum(max(0, count - 1) for count in told.values()) + sum(
            max(0, count - cards[who] - doubtful[who]) for who, count in there.items()
        )
        figures["writes"], figures["stale_writes"] = await witness.writes(self.database)
        figures["worker_broke"] = sum(one.log.count('"worker broke"') for one in self.instances.values())
        self._complain(set(told) - set(self.laid.items()))

    def _complain(self, strange: set[tuple[str, str]]) -> None:
        figures = self.figures
        problems = {
            f"{figures['lost']} were not reminded": figures["lost"],
            f"{figures['twice']} were reminded twice": figures["twice"],
            f"{len(strange)} reminders of something else": strange,
            f"{figures['stale_writes']} stale writes": figures["stale_writes"],
            "nothing was written": not figures["writes"],
            f"taken over after {figures['take_over_seconds']} s": figures["take_over_seconds"] >= MOST_SECONDS,
            # Whoever is frozen amid transactions, a few at a time, finds them gone; nothing else breaks.
            f"workers broke {figures['worker_broke']} times": figures["worker_broke"] > 3 * figures["frozen"],
        }
        figures.problems += [words for words, so in problems.items() if so]


async def _until(so: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(PATIENCE):
        while True:
            if await so():
                return
            await asyncio.sleep(0.1)


async def _told(database: Database) -> tuple[Counter[tuple[str, str]], float]:
    """How often each was told of each session, and how long a reminder has waited at most, in seconds."""
    query = select(reminders.c.subject, nudges.c.person, reminders.c.at, reminders.c.due_at).join_from(
        nudges, reminders
    )
    async with database.read() as connection:
        rows = (await connection.execute(query.where(nudges.c.state == "told"))).all()
    waits = [(row.at - row.due_at).total_seconds() for row in rows]
    return Counter((row.subject, row.person) for row in rows), max(waits, default=0.0)


async def _cards(database: Database) -> tuple[Mapping[str, int], Counter[str]]:
    """How many cards each person got by the ledger, and how many more she may have got: nobody knows."""
    query = select(deliveries.c.person, func.count().label("cards"), func.sum(deliveries.c.doubles).label("doubles"))
    async with database.read() as connection:
        rows = (await connection.execute(query.group_by(deliveries.c.person))).all()
    return Counter({row.person: row.cards for row in rows}), Counter({row.person: int(row.doubles) for row in rows})


async def lead_in_turn(plan: Plan, folder: Path, url: str) -> Figures:
    """Have them lead one after the other."""
    return await Trial(plan, folder, url).play()
