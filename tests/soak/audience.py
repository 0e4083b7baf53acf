"""Thousands of people with the app, a few channels, and one notice for all; written down without a turn for each."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from playground import Teams
from storage import notices, vault
from storage.database import Database
from storage.notices import Notice
from storage.tables import conversations, people
from tests.house import START
from tests.soak.broadcaster import KIND

SUBJECT = "s1"
OTHER_TENANT = "00000000-0000-4000-8000-0000000000bb"


def target(number: int) -> str:
    """Our own id of a person."""
    return f"person{number:08d}"


async def gather(database: Database, teams: Teams, numbers: Sequence[int], tenant: str = "") -> None:
    """These people have the app, in this tenant or the home one."""
    async with database.write() as connection:
        box = await vault.new_box(connection, "person")
        written = [_person(number, tenant or teams.tenant, box) for number in numbers]
        await connection.execute(people.insert(), written)
        await connection.execute(conversations.insert(), [_chat(teams, number, tenant) for number in numbers])


def _person(number: int, tenant: str, box: vault.Box) -> dict[str, Any]:
    which = target(number)
    sealed = {"object_id": box.seal(people.c.object_id, which, which), "name": box.seal(people.c.name, which, which)}
    plain = {"id": which, "key": box.id, "lookup": which, "tenant": tenant, "locale": "fi-FI", "first_seen": START}
    return plain | sealed


def _chat(teams: Teams, number: int, tenant: str) -> dict[str, Any]:
    chat = teams.chats.personal(teams.chats.person(number))
    chat.installed = True
    return _conversation(teams, chat.id, "personal", tenant) | {"person": target(number)}


def _conversation(teams: Teams, which: str, kind: str, tenant: str = "") -> dict[str, Any]:
    where = {"id": which, "kind": kind, "tenant": tenant or teams.tenant, "service_url": teams.service_url}
    return where | {"bot_id": "28:bot", "seen_at": START}


async def open_channels(database: Database, teams: Teams, count: int) -> list[str]:
    """So many channels in which the app is."""
    made = teams.add_team("Tiimi", *(f"Kanava {number}" for number in range(1, count))).channels
    for one in made:
        one.installed = True
    async with database.write() as connection:
        rows = [_conversation(teams, one.id, "channel") for one in made]
        await connection.execute(conversations.insert(), rows)
    return [one.id for one in made]


async def tell_everybody(database: Database) -> None:
    """One notice for all who are there, in a few statements."""
    everybody, channels = select(people.c.id), select(conversations.c.id).where(conversations.c.kind == "channel")
    async with database.write() as connection:
        await notices.tell_all(connection, Notice(KIND, SUBJECT), everybody, START)
        await notices.tell_channels(connection, Notice(KIND, SUBJECT), channels, START)


async def change(database: Database, after: timedelta = timedelta()) -> None:
    """What was told is another thing now."""
    async with database.write() as connection:
        await notices.redraw(connection, SUBJECT, START + after)


def copies(teams: Teams, numbers: Sequence[int]) -> dict[int, list[str]]:
    """What stands in each person's chat: the summary of each message."""
    chats = {number: teams.chats.personal(teams.chats.person(number)) for number in numbers}
    return {number: [one.summary for one in chat.messages] for number, chat in chats.items()}
