"""Whom an announcement reaches: each person once, whatever the mix, and nobody who wants nothing."""

import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import delete, insert, select

from domain.announcements import Announcement, Audience
from domain.preferences import Preferences
from storage import audience, people, preferences, rosters, vault
from storage.announcement_tables import addresses, listed_people, team_members, teams, topics_off
from storage.announcement_tables import preferences as wishes
from storage.audience import Reach
from storage.database import Database
from storage.people import Conversation
from storage.rosters import Team
from storage.tables import conversations
from storage.tables import people as persons
from tests.storage.facts import NOW, TENANT, caller, person
from tests.storage.meets import LETTER, ONE, lay, with_app

TEAM, OTHER = "19:team@thread.tacv2", "19:other@thread.tacv2"
NOBODY = Audience(everyone=False)


def to(one: Announcement = ONE, **facts: Any) -> Announcement:
    """The announcement, to an audience of these alone."""
    return replace(one, audience=replace(NOBODY, **facts))


async def chosen(database: Database, one: Announcement) -> list[str]:
    async with database.read() as connection:
        found = list((await connection.scalars(audience.persons(one))).all())
    assert len(found) == len(set(found))
    return sorted(found)


async def reach(database: Database, one: Announcement) -> Reach:
    async with database.read() as connection:
        return await audience.reach(connection, one)


async def team(database: Database, members: list[str], which: str = TEAM) -> None:
    async with database.write() as connection:
        await rosters.remember_team(connection, Team(which, "Tiimi", TENANT, "http://127.0.0.1/"), NOW)
        await rosters.set_members(connection, which, members, TENANT, NOW)


async def wish(database: Database, who: str, **wished: Any) -> None:
    async with database.write() as connection:
        await preferences.save(connection, who, Preferences(**wished))


async def test_everyone_is_who_has_the_app_and_one_of_the_topics_on(database: Database) -> None:
    both = replace(ONE, topics=("ot-info", "nepsy", "nepsy"))
    one, two, three = [await with_app(database, number) for number in (1, 2, 3)]
    gone = await with_app(database, 4)
    await person(database, 5)
    async with database.write() as connection:
        await people.end_conversation(connection, "a:4", NOW)
    await wish(database, two.id, topics_off=frozenset({"nepsy"}))
    await wish(database, three.id, topics_off=frozenset({"nepsy", "ot-info", "uutiskirje"}))
    assert await chosen(database, both) == sorted([one.id, two.id])
    assert await chosen(database, replace(ONE, topics=())) == sorted([one.id, two.id, three.id])
    assert await reach(database, both) == Reach(people=2)
    assert gone.id not in await chosen(database, both)


async def test_who_has_left_out_the_topic_is_reached_as_a_member_of_a_team_and_by_a_list(database: Database) -> None:
    await lay(database, ONE, LETTER)
    deaf, other = await with_app(database, 1), await with_app(database, 2)
    await wish(database, deaf.id, topics_off=frozenset({"ot-info", "uutiskirje"}))
    await team(database, [deaf.object_id])
    assert await chosen(database, ONE) == [other.id]
    assert await chosen(database, to(teams=(TEAM,))) == [deaf.id]
    async with database.write() as connection:
        await audience.know_address(connection, deaf.id, "Deaf@Example.fi ")
        assert await audience.list_addresses(connection, LETTER.id, ["deaf@example.FI"]) == []
    assert await chosen(database, replace(LETTER, audience=NOBODY)) == [deaf.id]
    assert await chosen(database, LETTER) == sorted([deaf.id, other.id])


async def test_whoever_is_meant_in_several_ways_is_reached_once_and_who_wants_nothing_not_at_all(
    database: Database,
) -> None:
    await lay(database, ONE)
    one, silent = await with_app(database, 1), await with_app(database, 2)
    await team(database, [one.object_id, silent.object_id])
    await team(database, [one.object_id], OTHER)
    async with database.write() as connection:
        for who in (one, silent):
            await audience.know_address(connection, who.id, f"{who.id}@example.fi")
        await audience.list_addresses(connection, ONE.id, [f"{who.id}@example.fi" for who in (one, silent)])
    await wish(database, silent.id, off=True)
    mixed = replace(ONE, audience=Audience(True, (TEAM, OTHER)))
    assert await chosen(database, mixed) == [one.id]
    assert await reach(database, mixed) == Reach(people=1, off=1)
    async with database.read() as connection:
        assert await audience.why(connection, mixed, one.id) == {"topic", "team", "list"}
        assert await audience.why(connection, ONE, one.id) == {"topic", "list"}
        assert await audience.why(connection, to(), "nobody") == frozenset()


async def test_members_without_the_app_are_counted_also_those_whom_nobody_here_has_met(database: Database) -> None:
    await lay(database, ONE)
    one, met = await with_app(database, 1), await person(database, 2)
    listed = await person(database, 3)
    await team(database, [one.object_id, met.object_id, caller(77).object_id])
    await team(database, [met.object_id, caller(78).object_id], OTHER)
    async with database.write() as connection:
        await connection.execute(insert(listed_people).values(announcement=ONE.id, person=listed.id))
    both = to(teams=(TEAM, OTHER))
    assert await reach(database, both) == Reach(people=1, without_app=4)
    # Those who are known wait in the ledger until they install it.
    assert await chosen(database, both) == sorted([one.id, met.id, listed.id])
    await wish(database, met.id, off=True)
    assert await reach(database, both) == Reach(people=1, without_app=3, off=1)


async def test_channels_are_the_chosen_ones_in_which_the_app_still_is(database: Database) -> None:
    await team(database, [])
    async with database.write() as connection:
        for number in (1, 2, 3):
            chat = Conversation(f"19:{number}", "channel", TENANT, "http://127.0.0.1/", "28:bot")
            await rosters.remember_channel(connection, chat, TEAM, f"Kanava {number}", NOW)
        await people.end_conversation(connection, "19:2", NOW)
    mine = await with_app(database, 1)
    meant = to(channels=("19:1", "19:2", "19:1", "a:1", "19:unknown"))
    async with database.read() as connection:
        assert list((await connection.scalars(audience.channels(meant))).all()) == ["19:1"]
    assert await reach(database, meant) == Reach(channels=1)
    assert await chosen(database, meant) == []
    assert mine.id in await chosen(database, ONE)


async def test_a_list_is_matched_by_addresses_and_what_is_nobodys_comes_back_as_it_was_written(
    database: Database,
) -> None:
    await lay(database, ONE, LETTER)
    one, two = await with_app(database, 1), await person(database, 2)
    written = ["Eka@example.fi", " toinen@EXAMPLE.fi", "", "Kuka@example.fi ", "kuka@example.fi", "eka@example.fi"]
    async with database.write() as connection:
        await audience.know_address(connection, one.id, "eka@example.fi")
        await audience.know_address(connection, one.id, "eka@example.fi")
        await audience.know_address(connection, two.id, "Toinen@example.fi")
        assert await audience.list_addresses(connection, ONE.id, written) == ["Kuka@example.fi"]
        assert await audience.list_addresses(connection, ONE.id, written) == ["Kuka@example.fi"]
        assert await audience.listed(connection, ONE.id) == 2
        assert await audience.unmatched(connection, written) == ["Kuka@example.fi"]
        kept = (await connection.execute(select(addresses))).all()
        assert "example" not in repr(kept)
        await audience.copy_list(connection, ONE.id, LETTER.id)
        await audience.clear_list(connection, ONE.id)
        assert (await audience.listed(connection, ONE.id), await audience.listed(connection, LETTER.id)) == (0, 2)


async def test_to_say_whose_addresses_a_list_holds_puts_nobody_on_any(database: Database) -> None:
    await lay(database, ONE)
    one = await with_app(database, 1)
    async with database.write() as connection:
        await audience.know_address(connection, one.id, "eka@example.fi")
        assert await audience.unmatched(connection, ["Eka@example.fi"]) == []
        assert await audience.listed(connection, ONE.id) == 0


async def test_a_long_list_is_matched_in_parts(database: Database) -> None:
    await lay(database, ONE)
    known = await with_app(database, 1)
    written = [f"{number}@example.fi" for number in range(2 * audience.BATCH + 1)]
    async with database.write() as connection:
        await audience.know_address(connection, known.id, written[-1])
        assert await audience.list_addresses(connection, ONE.id, written) == written[:-1]
        assert await audience.unmatched(connection, written) == written[:-1]
        assert await audience.unmatched(connection, []) == []


def rows(count: int, lookup: Any) -> Iterator[dict[str, dict[str, Any]]]:
    for number in range(count):
        one = {"id": f"p{number}", "key": "index", "lookup": lookup(number), "tenant": TENANT}
        chat = {"id": f"a:p{number}", "kind": "personal", "tenant": TENANT, "service_url": "", "bot_id": ""}
        yield {
            "person": one | {"object_id": b"", "name": b"", "first_seen": NOW},
            "chat": chat | {"person": one["id"], "seen_at": NOW},
        }


async def crowd(database: Database, count: int) -> None:
    """Many with the app: every third left the topic out, every fifth wants nothing, every second is in the team."""
    async with database.write() as connection:
        index = await vault.index(connection)
        made = list(rows(count, lambda number: index.digest("person", TENANT, str(number))))
        await connection.execute(insert(persons), [one["person"] for one in made])
        await connection.execute(insert(conversations), [one["chat"] for one in made])
        third = [{"person": f"p{number}", "topic": "ot-info"} for number in range(0, count, 3)]
        await connection.execute(insert(topics_off), third)
        await connection.execute(
            insert(wishes), [{"person": f"p{number}", "off": True} for number in range(0, count, 5)]
        )
        await rosters.remember_team(connection, Team(TEAM, "Tiimi", TENANT, ""), NOW)
        await rosters.set_members(connection, TEAM, [str(number) for number in range(0, count, 2)], TENANT, NOW)


async def test_thousands_are_chosen_and_counted_at_once(database: Database) -> None:
    count = 6000
    await crowd(database, count)
    mixed = replace(ONE, audience=Audience(True, (TEAM,)))
    meant = [number for number in range(count) if number % 3 or not number % 2]
    reached = [number for number in meant if number % 5]
    began = time.monotonic()
    assert len(await chosen(database, mixed)) == len(reached)
    assert await reach(database, mixed) == Reach(people=len(reached), off=len(meant) - len(reached))
    # A query that looks at every person for every other takes minutes.
    assert time.monotonic() - began < 10


async def test_a_team_that_was_deleted_reaches_nobody(database: Database) -> None:
    one = await with_app(database, 1)
    await team(database, [one.object_id])
    async with database.write() as connection:
        await connection.execute(delete(team_members))
        await connection.execute(delete(teams))
    assert await chosen(database, to(teams=(TEAM,))) == []
