"""Small facts for the tests of announcements: a session with few seats, people with the app, an audience."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from domain.announcements import Announcement, Kind, Session, State, Wording
from domain.people import Actor
from storage import announcements, people
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
