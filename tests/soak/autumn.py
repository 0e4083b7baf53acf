"""The autumn of 2022 replayed: the service as a process on a fast clock, killed at random, reminds of each thing once.

The clock runs at RATE. Where nothing is to come it is turned forward, as the playground's page does: a half hour before
a session would be a second on a clock that crosses three months in minutes.
"""

import asyncio
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import ClientSession
from sqlalchemy import Row, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.occurrences import occurrences
from domain.reminders import RULES
from playground import Teams
from playground.chats import Change
from scheduling.subjects import Almanac, every
from storage import reminders as reminded
from storage.database import Database
from storage.keys import read_key_file
from storage.notice_tables import deliveries
from storage.reminder_tables import nudges, reminders
from storage.tables import people
from tests.figures import Figures
from tests.ground import open_database, rows
from tests.house import HELSINKI, read_sample_content
from tests.soak.seasons import ACTS, CAST, Act, local
from tests.soak.service import Service

GOLDEN = Path(__file__).with_name("autumn.txt")
START, END = local(9, 20, 8), local(12, 31, 12)
RATE = 60
EXPIRES = {"tls": local(12, 15).date()}
# Turned to so long before, so that what is due is waited for and not overdue already.
BEFORE = timedelta(seconds=45)
LONGEST_LEAP = timedelta(days=1)
# What is told later than this after its hour was not on time; at RATE it is half a minute.
SLACK = timedelta(minutes=29)
PATIENCE = 60.0
COUNTED = ("kills", "moments", "told", "cards", "doubled", "slowest_minutes", "turns_of_the_clock")


def golden(end: datetime = END) -> list[str]:
    """The list as it must come out, until `end`."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    return [one for one in lines if one and not one.startswith("#") and _hour(one) < end]


def _hour(line: str) -> datetime:
    return datetime.strptime(line[:16], "%Y-%m-%d %H:%M").replace(tzinfo=HELSINKI)


def _line(row: Row[Any], who: str, card: Sequence[Row[Any]]) -> str:
    when, others = _due(card).astimezone(HELSINKI), len(card) - 1
    return f"{when:%Y-%m-%d %H:%M}  {row.rule}  {row.day}  {who}" + (f"  with {others}" if others else "")


def _due(card: Sequence[Row[Any]]) -> datetime:
    """The hour of a card is that of its first."""
    first: datetime = min(row.due_at for row in card)
    return first


@dataclass
class Time:
    """The service's clock as it is seen from outside; it stands while the service is dead."""

    moment: datetime = START
    seen: float | None = None

    @property
    def now(self) -> datetime:
        """The moment that the service takes for the present."""
        return self.moment + timedelta(seconds=(time.time() - self.seen) * RATE if self.seen else 0)


class Autumn:
    """One autumn, with kills at these hours."""

    def __init__(self, folder: Path, rng: Random, kills: Sequence[datetime], end: datetime = END) -> None:
        self.service, self.rng, self.end = Service(folder), rng, end
        self.deadly, self.time, self.figures = Counter(kills), Time(), Figures(*COUNTED)
        content = read_sample_content()
        self.almanac = Almanac(content.reminding, content.centre.groups, EXPIRES)
        self.acts = list(ACTS)
        # When each came, and whether it is the one that may come at any hour.
        self.arrived: list[tuple[datetime, bool]] = []

    async def play(self) -> list[str]:
        """Live through it. Returns what was told, a line each."""
        async with Teams(self.service.url) as teams:
            teams.chats.listeners.add(self._hear)
            try:
                await self._begin()
                async with self._database() as database:
                    await self._live(database, teams)
                    return await self._judge(database)
            finally:
                await self.service.stop()

    @asynccontextmanager
    async def _database(self) -> AsyncIterator[Database]:
        path = self.service.database
        async with open_database(f"sqlite:///{path}", read_key_file(path.with_name("master.key"))) as database:
            yield database

    def _hear(self, change: Change) -> None:
        one = change.message
        if change.new and one and one.by_bot and one.summary == "Muistutus OT-botilta":
            self.arrived.append((self.time.now, "Kohta alkaa tilaisuus" in str(one.card)))

    async def _begin(self) -> None:
        given = {"OT_NOW": self.time.moment.isoformat(), "OT_CLOCK_RATE": str(RATE)}
        given["OT_EXPIRES"] = ", ".join(f"{name}={day}" for name, day in EXPIRES.items())
        self.service.settings = given
        await self.service.begin()
        await self.service.ready()
        await self._clock()

    async def _clock(self, to: datetime | None = None) -> None:
        url = f"http://127.0.0.1:{self.service.port}/local/clock"
        async with ClientSession() as session:
            asking = session.post(url, json={"now": to.isoformat()}) if to else session.get(url)
            async with asking as answer:
                answer.raise_for_status()
                shown = datetime.fromisoformat((await answer.json())["now"])
        self.time = Time(shown, time.time())

    async def _live(self, database: Database, teams: Teams) -> None:
        while self.time.now < self.end - BEFORE * 2:
            due = await self._next_due(database)
            act = self.acts[0] if self.acts else None
            if act and (due is None or act.at <= due):
                await self._do(database, act, teams)
            else:
                await self._come_to(min(due or self.end, self.end))
                await self._pass(database, due)

    async def _next_due(self, database: Database) -> datetime | None:
        async with database.read() as connection:
            found = await self._coming(connection, self.time.now, LONGEST_LEAP)
            waits = await connection.scalar(select(func.min(nudges.c.due_at)).where(nudges.c.state == "waiting"))
        return min([*found, *([waits] if waits else [])], default=None)

    async def _coming(self, connection: AsyncConnection, first: datetime, span: timedelta) -> list[datetime]:
        """When something falls due that is not over."""
        reminding, found = self.almanac.reminding, dict[str, datetime]()
        async for page in every(connection, self.almanac, self.almanac.calendar(first)):
            some = [each for one in page for each in occurrences(reminding.timings, one, reminding.manners)]
            found |= {one.id: one.at for one in some if first <= one.at < first + span}
        over = await reminded.over(connection, sorted(found))
        return [at for name, at in found.items() if name not in over]

    async def _do(self, database: Database, act: Act, teams: Teams) -> None:
        if act.at > self.time.now + LONGEST_LEAP:
            await self._come_to(self.time.now + LONGEST_LEAP)
            return
        await self._come_to(act.at)
        await act.do(teams)
        self.acts.pop(0)
        await self._rest(database, act.at)

    async def _come_to(self, moment: datetime) -> None:
        """Turn the clock to shortly before a moment, no further than a day at once."""
        to = min(moment - BEFORE, self.time.now + LONGEST_LEAP)
        # The service is a little ahead of what was heard of it.
        if to > self.time.now + BEFORE:
            await self._clock(to)
            self.figures["turns_of_the_clock"] += 1

    async def _pass(self, database: Database, due: datetime | None) -> None:
        """Wait until what is due at a moment has been told, while the service dies as often as it is to."""
        if due is None or due > self.time.now + BEFORE * 2:
            return
        self.figures["moments"] += 1
        for _ in range(self.deadly.pop(due.astimezone(HELSINKI), 0)):
            await asyncio.sleep(self.rng.uniform(0, 2.5))
            await self._kill()
        await self._rest(database, due)

    async def _rest(self, database: Database, due: datetime) -> None:
        """Wait until a moment is over, and what came with it has been sent."""
        async with asyncio.timeout(PATIENCE):
            while not await self._is_over(database, due):
                continue

    async def _kill(self) -> None:
        self.time = Time(self.time.now)
        await self.service.kill()
        self.figures["kills"] += 1
        await self._begin()

    async def _is_over(self, database: Database, due: datetime) -> bool:
        await asyncio.sleep(max(0.05, (due - self.time.now).total_seconds() / RATE))
        async with database.read() as connection:
            left = await self._coming(connection, due, timedelta(seconds=1))
            waits = (nudges.c.state == "waiting") & (nudges.c.due_at <= self.time.now)
            # What was on its way when the service died is sent again when its lease has ended.
            on_the_way = deliveries.c.state.in_(["sending", "unknown"]) & (deliveries.c.uncertain < 2)
            open_ones = on_the_way | (deliveries.c.state == "new") & (deliveries.c.due_at <= self.time.now)
            some = [await connection.scalar(select(func.count()).where(one)) for one in (waits, open_ones)]
        return not left and not any(some)

    async def _judge(self, database: Database) -> list[str]:
        async with database.read() as connection:
            told = await _told(connection)
            doubles = await connection.scalar(select(func.sum(deliveries.c.doubles)))
            known = {one["id"]: CAST[int(one["object_id"][-2:])] for one in await rows(connection, people)}
        whole: dict[str, list[Row[Any]]] = {}
        for row in told:
            whole.setdefault(row.bundle or row.id, []).append(row)
        cards = len(whole)
        self.figures["told"], self.figures["cards"] = len(told), cards
        self.figures["doubled"] = len(self.arrived) - cards
        if not 0 <= len(self.arrived) - cards <= (doubles or 0):
            self.figures.problems.append(f"{cards} cards, {len(self.arrived)} came, {doubles} doubles counted")
        for card in whole.values():
            self._on_time(card)
        self._within_hours()
        named = known | {None: "anonymous requester"}
        return sorted(_line(row, named[row.person], card) for card in whole.values() for row in card)

    def _on_time(self, card: Sequence[Row[Any]]) -> None:
        row = min(card, key=lambda one: one.due_at)
        late = row.at - row.due_at
        self.figures.largest("slowest_minutes", round(late.total_seconds() / 60, 1))
        if not timedelta() <= late + timedelta(seconds=1) or late > SLACK:
            self.figures.problems.append(f"{row.rule} of {row.due_at:%Y-%m-%d %H:%M}Z was told at {row.at:%H:%M}Z")
        if not RULES[row.rule].free and not self.almanac.reminding.manners.is_open(row.at):
            self.figures.problems.append(f"{row.rule} was told at {row.at}, when nobody is to be")

    def _within_hours(self) -> None:
        for moment, soon in self.arrived:
            if not soon and not self.almanac.reminding.manners.is_open(moment):
                self.figures.problems.append(f"a card came at {moment.astimezone(HELSINKI)}")


async def _told(connection: AsyncConnection) -> Sequence[Any]:
    share = (nudges.c.id, nudges.c.person, nudges.c.at, nudges.c.bundle)
    query = select(*share, reminders.c.rule, reminders.c.due_at, reminders.c.day).join(reminders)
    return (await connection.execute(query.where(nudges.c.state == "told"))).all()


async def replay(folder: Path, seed: int, kills: int, end: datetime = END) -> Figures:
    """Live through the autumn, die so often at moments of the golden list, and compare."""
    rng, wanted = Random(f"{seed}/autumn"), golden(end)
    hours = sorted({_hour(one) for one in wanted})
    autumn = Autumn(folder, rng, rng.choices(hours, k=kills) if kills else [], end)
    told = await autumn.play()
    figures = autumn.figures
    figures.problems += [f"missing: {one}" for one in (Counter(wanted) - Counter(told)).elements()]
    figures.problems += [f"not expected: {one}" for one in (Counter(told) - Counter(wanted)).elements()]
    if figures["kills"] != kills:
        figures.problems.append(f"died {figures['kills']} times, not {kills}")
    if " broke" in autumn.service.log or '"turn failed"' in autumn.service.log:
        figures.problems.append(f"it broke: {autumn.service.log[-2000:]}")
    return figures
