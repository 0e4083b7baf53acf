"""What Teams tells of a place counts by when it happened, not by when it comes."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from storage import installs, people, rosters
from storage.database import Database
from storage.rosters import Team
from storage.tables import conversations
from tests.storage.facts import NOW, TENANT, person, personal_chat

TEAM = Team("19:t", "Verkosto", TENANT, "http://127.0.0.1/")
EARLIER = NOW - timedelta(seconds=1)


async def chat_told(database: Database, *moments: datetime | None) -> list[bool]:
    who = await person(database)
    async with database.write() as connection:
        return [await installs.hear_of_chat(connection, personal_chat(who.id), NOW, one) for one in moments]


async def test_what_is_older_and_comes_later_is_not_heard(database: Database) -> None:
    assert await chat_told(database, NOW, EARLIER, NOW, NOW + timedelta(seconds=1), NOW) == [
        True,
        False,
        True,
        True,
        False,
    ]


async def test_what_tells_no_moment_is_heard_and_takes_no_place(database: Database) -> None:
    assert await chat_told(database, NOW, None, EARLIER) == [True, True, False]


async def test_a_place_that_is_new_has_ended_until_somebody_says_that_it_lives(database: Database) -> None:
    who = await person(database)
    await chat_told(database, NOW)
    async with database.write() as connection:
        assert await people.chat_with(connection, who.id) is None
        await people.remember_conversation(connection, personal_chat(who.id), NOW)
        assert await people.chat_with(connection, who.id) == personal_chat(who.id)
        told = await connection.scalar(select(conversations.c.told_at))
    assert told == NOW


@pytest.mark.parametrize("seconds", [-1, 1])
async def test_of_a_team_it_is_the_same(database: Database, seconds: int) -> None:
    async with database.write() as connection:
        assert await installs.hear_of_team(connection, TEAM, NOW, NOW)
        assert await rosters.list_teams(connection) == []
        newer = await installs.hear_of_team(connection, TEAM, NOW, NOW + timedelta(seconds=seconds))
        assert newer == (seconds > 0)
