"""The service as the tests run it: the real parts in this process, a clock that is turned by hand."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.door import Door
from bot.pace import Limits
from bot.serving import Address, Outgoing, serving
from documents.addresses import Site
from domain.clock import Clock
from playground import Client, Teams
from playground.teams import TENANT
from scheduling.works import reminders_of
from storage import announcements
from storage.content import Content, read_content, with_local_people
from storage.database import file_of
from storage.erasures import Erasures
from storage.people import lay_roles
from storage.schema import upgrade
from tests.ground import open_database
from texts.locales import Texts

ROOT = Path(__file__).parent.parent
HELSINKI = ZoneInfo("Europe/Helsinki")
START = datetime(2022, 9, 20, 8, 0, tzinfo=HELSINKI)
LOCAL = Door(TENANT, local=True)
SITE = Site("https://ot.example.fi")
# How slowly a person is written to, is tested elsewhere.
FAST = Limits(per_second=1000, gap=0)


@dataclass
class House:
    """The running service and its stand-in for Teams."""

    desk: Desk
    teams: Teams
    port: int

    @property
    def clock(self) -> Clock:
        """The service's clock."""
        return self.desk.clock

    def turn_to(self, moment: datetime) -> None:
        """Turn the clock to a moment; wall time of Helsinki when it names no zone."""
        at = moment if moment.tzinfo else moment.replace(tzinfo=HELSINKI)
        assert self.desk.clock.move_to(at), "the clock is never turned back"
        self.desk.wake()

    def pass_time(self, **span: float) -> None:
        """Let time pass."""
        self.turn_to(self.desk.clock.now() + timedelta(**span))

    async def person(self, number: int, locale: str = "fi-FI") -> Client:
        """A person with the app installed and greeted."""
        client = self.teams.person(number, locale=locale)
        if not client.installed:
            await client.install()
            await client.until(lambda one: one.cards)
        return client


@cache
def read_centre(folder: Path = ROOT / "content" / "keski-suomi") -> Content:
    """The sample content as it stands, read once for all tests."""
    return read_content(folder)


@cache
def read_sample_content(folder: Path = ROOT / "content" / "keski-suomi") -> Content:
    """The same with the people of local mode."""
    return with_local_people(read_centre(folder), ROOT / "content")


@cache
def read_texts() -> Texts:
    """All languages, read once for all tests."""
    return Texts()


def erasures_beside(url: str) -> Erasures:
    """The list of what was erased, beside the database's file."""
    file = file_of(url)
    return Erasures((file.parent if file else Path(mkdtemp(prefix="ot-erasures-"))) / "erasures")


async def open_desk(url: str, content: Content, woken: asyncio.Event, texts: Texts | None = None) -> Desk:
    """A desk on a database that has the present schema and the content's roles."""
    database = open_database(url)
    await upgrade(database)
    # The scheduler knows the machine's clock only.
    clock = Clock(START, time.time)
    async with database.write() as connection:
        await lay_roles(connection, content.centre.grants, clock.now())
        await announcements.lay(connection, content.announcements, clock.now())
    return Desk(database, content, texts or read_texts(), clock, woken.set, erasures_beside(url), SITE)


@asynccontextmanager
async def standing(
    url: str, content: Content | None = None, texts: Texts | None = None, *, reminds: bool = False
) -> AsyncIterator[House]:
    """The running service on this database; with its scheduler, which most tests need not wait for, if it `reminds`."""
    woken = asyncio.Event()
    desk = await open_desk(url, content or read_sample_content(), woken, texts)
    works = reminders_of(desk.database, desk.clock, desk.almanac, woken.set) if reminds else {}
    try:
        async with (
            serving(desk, Address("127.0.0.1", 0, LOCAL), woken, Outgoing(FAST, works=works)) as port,
            Teams(f"http://127.0.0.1:{port}/api/messages") as teams,
        ):
            yield House(desk, teams, port)
    finally:
        await desk.database.close()
