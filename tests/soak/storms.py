"""Every way in which Teams can fail, at once, while a person talks to the bot and others must not notice."""

import asyncio
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import quantiles

from sqlalchemy import select

from playground import Client, Fault, Teams
from playground.connector import Record
from storage import notices
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import Notice
from storage.schema import upgrade
from storage.tables import people
from tests.ground import open_database
from tests.house import START
from tests.soak.audience import OTHER_TENANT, gather, target
from tests.soak.broadcaster import KIND
from tests.soak.broadcasts import Broadcaster, come_to_rest

TALKER = 900_001
# An answer is on its way for a moment: what goes out meanwhile has not been told yet.
ON_ITS_WAY = 0.25
MOST_DELAY = 2.0
MOST_TURN = 1.0
PATIENCE = 30.0
ENDS = {"sent", "unknown", "dead"}


@dataclass(frozen=True)
class Storm:
    """How many people each kind of trouble meets, how many must not notice, and how long a doubt lasts, in seconds."""

    each: int
    healthy: int
    doubt: float


FULL = Storm(10, 120, 60.0)


@dataclass
class Figures:
    """What came of it; delays and turns in seconds."""

    deliveries: int = 0
    troubled: int = 0
    told_to_wait: int = 0
    too_early: int = 0
    healthy_delay: float = 0.0
    turns: int = 0
    turn_p95: float = 0.0
    ends: dict[str, int] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def troubles(each: int) -> list[list[Fault]]:
    """One kind of trouble for each group of people, as faults without their target."""
    return [
        [Fault("status", 2, 412)],
        [Fault("status", 2, 500)],
        [Fault("status", 2, 502)],
        [Fault("status", 1, 503, 3)],
        [Fault("status", 2, 504)],
        [Fault("cut_before")],
        [Fault("cut_after")],
        [Fault("cut_after", None)],
        [Fault("delay", 1, seconds=20)],
        [Fault("status", None, 403)],
        [Fault("status", None, 404)],
        [Fault("status", None, 413)],
    ]


class Weather:
    """The people, what meets them, and who looks on."""

    def __init__(self, storm: Storm, teams: Teams, database: Database) -> None:
        self.storm, self.teams, self.database = storm, teams, database
        self.figures = Figures()
        self.delays: list[float] = []
        self.turns: list[float] = []

    async def prepare(self) -> None:
        """Everybody is there, and each has her trouble."""
        kinds = troubles(self.storm.each)
        struck = range(1, len(kinds) * self.storm.each + 1)
        throttled = range(10_001, 10_001 + 3 * self.storm.each)
        await gather(self.database, self.teams, struck)
        await gather(self.database, self.teams, throttled, OTHER_TENANT)
        await gather(self.database, self.teams, self.healthy)
        for number in struck:
            for fault in kinds[number % len(kinds)]:
                self._strike(number, fault)
        # Throttled as a whole: once with a time to wait, once without.
        self._strike(throttled[0], Fault("status", 1, 429, 4))
        self._strike(throttled[-1], Fault("status", 1, 429))
        self.figures.troubled = len(struck) + len(throttled)
        await self._tell("s1", [*struck, *throttled])

    @property
    def healthy(self) -> range:
        """Those who must not notice; each is told something of her own while the storm lasts."""
        return range(20_001, 20_001 + self.storm.healthy)

    def _strike(self, number: int, fault: Fault) -> None:
        chat = self.teams.chats.personal(self.teams.chats.person(number))
        given = (fault.kind, fault.times, fault.status, fault.retry_after, fault.seconds)
        self.teams.faults.add(Fault(*given, conversation=chat.id))

    async def _tell(self, subject: str, numbers: Sequence[int]) -> None:
        some = select(people.c.id).where(people.c.id.in_([target(number) for number in numbers]))
        async with self.database.write() as connection:
            await notices.tell_all(connection, Notice(KIND, subject), some, START)
        self.figures.deliveries += len(numbers)

    async def look_on(self) -> None:
        """Tell one healthy person after another, and see how long it takes until it is there."""
        for number in self.healthy:
            began = time.monotonic()
            await self._tell(f"h{number}", [number])
            await self._arrives(number)
            self.delays.append(time.monotonic() - began)

    async def _arrives(self, number: int) -> None:
        chat = self.teams.chats.personal(self.teams.chats.person(number))
        async with asyncio.timeout(PATIENCE):
            while True:
                if chat.messages:
                    return
                await asyncio.sleep(0.01)

    async def talk(self, client: Client) -> None:
        """A person who does something of her own all the while."""
        while True:
            began, before = time.monotonic(), len(client.messages)
            await client.say("omat")
            await client.until(lambda one, seen=before: len(one.messages) > seen + 1, 30)  # type: ignore[misc]
            self.turns.append(time.monotonic() - began)
            await asyncio.sleep(0.3)

    async def judge(self) -> Figures:
        """What came of it all."""
        figures = self.figures
        figures.healthy_delay = round(max(self.delays), 2)
        figures.turns = len(self.turns)
        figures.turn_p95 = round(quantiles(self.turns, n=20)[-1], 2)
        figures.ends = dict(Counter(await self._ends()))
        figures.told_to_wait, figures.too_early = early(list(self.teams.calls), self._tenant)
        problems = {
            f"{figures.too_early} were sent earlier than told": figures.too_early,
            f"a healthy conversation waited {figures.healthy_delay} s": figures.healthy_delay >= MOST_DELAY,
            f"a turn took {figures.turn_p95} s": figures.turn_p95 >= MOST_TURN,
            f"not all have come to an end: {figures.ends}": not set(figures.ends) <= ENDS,
            "nobody was told to wait": not figures.told_to_wait,
        }
        figures.problems += [words for words, so in problems.items() if so]
        return figures

    async def _ends(self) -> list[str]:
        async with self.database.read() as connection:
            return list((await connection.scalars(select(deliveries.c.state))).all())

    def _tenant(self, conversation: str) -> str:
        chat = self.teams.chats.find(conversation)
        number = chat.members[0].number if chat and chat.members else 0
        return OTHER_TENANT if 10_000 < number < 20_000 else self.teams.tenant


def early(calls: Sequence[Record], tenant_of: object) -> tuple[int, int]:
    """How many answers told somebody to wait, and how many messages went out within that time all the same."""
    assert callable(tenant_of)
    told = [one for one in calls if one.wait is not None]
    count = 0
    for one in told:
        until = one.at + (one.wait or 0)
        after = [call for call in calls if one.at + ON_ITS_WAY < call.began < until]
        if one.status == 429:
            count += sum(tenant_of(call.conversation) == tenant_of(one.conversation) for call in after)
        else:
            count += sum(call.conversation == one.conversation for call in after)
    return len(told), count


async def storm(plan: Storm, folder: Path) -> Figures:
    """Let it all happen at once."""
    service = Broadcaster(folder, 200, rate=1.0, doubt=plan.doubt)
    database = open_database(service.database_url)
    await upgrade(database)
    async with database, Teams(service.url) as teams:
        weather = Weather(plan, teams, database)
        try:
            await service.begin()
            await service.ready()
            talker = teams.person(TALKER)
            await talker.install()
            talking = asyncio.create_task(weather.talk(talker))
            await weather.prepare()
            await weather.look_on()
            await come_to_rest(database, 150 + plan.doubt)
            talking.cancel()
            await asyncio.gather(talking, return_exceptions=True)
        finally:
            await service.stop()
        return await weather.judge()
