"""Small facts for the tests of announcements: a session with few seats, people with the app, an audience."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import Announcement, Kind, Session, State, Wording
from domain.people import Actor
from storage import announcements, people
from storage.announcement_tables import registrations
from storage.database import Database
from tests.storage.facts import NOW, person, personal_chat

START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)
END = START + timedelta(hours=1)
SESSION = Session(START, END, "https://teams.microsoft.com/l/meetup-join/one", "Koske")
ONE = Announcement("a" * 32, Kind.SESSION, State.OUT, Wording({"fi": "OT-info"}, session=SESSION), ("ot-info",))
LETTER = Announcement("d" * 32, Kind.NEWSLETTER, State.LISTED, Wording({"fi": "1/22"}), ("uutiskirje",))


def session(seats: int | None = None, **facts: Any) -> Announcement:
    """An info session that has been announced."""
    wording = replace(ONE.wording, session=replace(SESSION, seats=seats))
    return replace(ONE, wording=wording, **facts)


def held(now: datetime, key: str = ONE.id, **facts: Any) -> Announcement:
    """An info session that ended an hour ago."""
    past = replace(SESSION, start=now - timedelta(hours=2), end=now - timedelta(hours=1))
    return replace(ONE, id=key, wording=replace(ONE.wording, session=past), **facts)


async def register(connection: AsyncConnection, announcement: str, person: str) -> None:
    """Somebody had said that she comes."""
    row = {"id": uuid4().hex, "announcement": announcement, "person": person, "state": "coming", "place": 1, "at": NOW}
    await connection.execute(registrations.insert().values(row))


async def lay(database: Database, *several: Announcement) -> None:
    """Write down announcements."""
    async with database.write() as connection:
        for one in several:
            assert await announcements.add(connection, one, NOW)


async def with_app(database: Database, number: int) -> Actor:
    """Somebody who has the app."""
    who = await person(database, number)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(who.id, f"a:{number}"), NOW)
    return who
