"""The teams that the app is in, with their channels and members."""

from datetime import timedelta

from sqlalchemy import select, update

from storage import installs, people, rosters
from storage.announcement_tables import team_members
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import NOT_INSTALLED, Notice, redraw, tell_channels
from storage.people import Conversation
from storage.rosters import Channel, Team
from storage.tables import conversations
from storage.tables import people as persons
from tests.storage.facts import NOW, TENANT, caller, person

URL = "http://127.0.0.1/"
TEAM, OTHER = Team("19:b", "Beeta", TENANT, URL), Team("19:a", "Alfa", TENANT, URL)


def channel(key: str) -> Conversation:
    return Conversation(key, "channel", TENANT, URL, "28:bot")


async def members(database: Database, team: str = TEAM.id) -> set[str]:
    async with database.read() as connection:
        query = select(team_members.c.lookup).where(team_members.c.team == team)
        return set((await connection.scalars(query)).all())


async def test_what_a_channel_missed_is_due_when_the_app_is_back(database: Database) -> None:
    async with database.write() as connection:
        await rosters.remember_team(connection, TEAM, NOW)
        await rosters.remember_channel(connection, channel("19:1"), TEAM.id, "Eka", NOW)
        there = select(conversations.c.id).where(conversations.c.id == "19:1")
        await tell_channels(connection, Notice("announcement", "a"), there, NOW)
        await rosters.end_team(connection, TEAM.id, NOW)
        missed = {"state": "dead", "reason": NOT_INSTALLED, "seen": 1}
        await connection.execute(update(deliveries).values(missed))
        await redraw(connection, "a", NOW)
        await rosters.set_channels(connection, TEAM, {"19:1": "Eka"}, NOW)
        assert await connection.scalar(select(deliveries.c.state)) == "dead"
        await rosters.remember_team(connection, TEAM, NOW)
        await rosters.set_channels(connection, TEAM, {"19:1": "Eka"}, NOW)
        row = (await connection.execute(select(deliveries))).one()
    assert (row.state, row.wanted, row.seen) == ("new", 2, 1)


async def test_teams_and_channels_are_listed_by_name(database: Database) -> None:
    async with database.write() as connection:
        for one in (TEAM, OTHER):
            await rosters.remember_team(connection, one, NOW)
        for key, team, name in (("19:2", TEAM.id, "Toinen"), ("19:1", TEAM.id, "Eka"), ("19:a", OTHER.id, "Yleinen")):
            await rosters.remember_channel(connection, channel(key), team, name, NOW)
        assert await rosters.list_teams(connection) == [OTHER, TEAM]
        assert await rosters.list_channels(connection) == [
            Channel("19:a", "Yleinen", OTHER.id, "Alfa"),
            Channel("19:1", "Eka", TEAM.id, "Beeta"),
            Channel("19:2", "Toinen", TEAM.id, "Beeta"),
        ]


async def test_what_is_told_without_a_name_keeps_the_one_that_is_known(database: Database) -> None:
    async with database.write() as connection:
        for name in ("Vanha", "Beeta", ""):
            await rosters.remember_team(connection, Team(TEAM.id, name, TENANT, URL), NOW)
            await rosters.remember_channel(connection, channel("19:1"), TEAM.id, name, NOW)
        # A message in the channel tells neither its name nor its team.
        await people.remember_conversation(connection, channel("19:1"), NOW)
        assert await rosters.list_channels(connection) == [Channel("19:1", "Beeta", TEAM.id, "Beeta")]
        assert await rosters.list_teams(connection) == [TEAM]


async def test_leaving_a_team_ends_its_channels_and_forgets_its_members(database: Database) -> None:
    async with database.write() as connection:
        for one in (TEAM, OTHER):
            await rosters.remember_team(connection, one, NOW)
            await rosters.set_members(connection, one.id, ["x"], TENANT, NOW)
            await rosters.remember_channel(connection, channel(f"{one.id}:1"), one.id, "Eka", NOW)
        await rosters.end_team(connection, TEAM.id, NOW)
        # A roster that comes late is of no team any more.
        await rosters.set_members(connection, TEAM.id, ["x"], TENANT, NOW)
        assert [one.id for one in await rosters.list_teams(connection)] == [OTHER.id]
        assert [one.team for one in await rosters.list_channels(connection)] == [OTHER.id]
    assert await members(database) == set() and len(await members(database, OTHER.id)) == 1
    async with database.write() as connection:
        await rosters.remember_team(connection, TEAM, NOW + timedelta(days=1))
        assert TEAM in await rosters.list_teams(connection)


async def test_members_are_kept_as_the_digests_by_which_people_are_found(database: Database) -> None:
    who = await person(database, 1)
    async with database.write() as connection:
        await rosters.remember_team(connection, TEAM, NOW)
        for object_ids in ([caller(2).object_id], [caller(1).object_id, caller(3).object_id]):
            await rosters.set_members(connection, TEAM.id, object_ids, TENANT, NOW)
        lookup = await connection.scalar(select(persons.c.lookup).where(persons.c.id == who.id))
        [team] = await rosters.list_teams(connection)
    assert team.read_at == NOW
    held = await members(database)
    assert lookup in held and len(held) == 2
    assert all(len(one) == 64 for one in held)


async def test_the_channels_are_those_that_were_read_last_and_the_team_may_have_another_name(
    database: Database,
) -> None:
    async with database.write() as connection:
        await rosters.remember_team(connection, TEAM, NOW)
        await rosters.remember_channel(connection, channel(TEAM.id), TEAM.id, "", NOW)
        for named in ({TEAM.id: "", "19:1": "Vanha"}, {TEAM.id: "", "19:2": "Infot"}):
            assert await rosters.set_channels(connection, Team(TEAM.id, "Gamma", TENANT, URL), named, NOW)
        assert [(one.id, one.name, one.team_name) for one in await rosters.list_channels(connection)] == [
            (TEAM.id, "", "Gamma"),
            ("19:2", "Infot", "Gamma"),
        ]
        assert (await rosters.find_team(connection, TEAM.id)) == Team(TEAM.id, "Gamma", TENANT, URL)
        await rosters.end_team(connection, TEAM.id, NOW)
        assert not await rosters.set_channels(connection, TEAM, {"19:3": "Myöhässä"}, NOW)
        assert await rosters.list_channels(connection) == []
        assert await rosters.find_team(connection, TEAM.id) is None


async def test_a_team_is_read_again_when_it_was_long_ago_or_is_in_doubt(database: Database) -> None:
    async with database.write() as connection:
        for one in (TEAM, OTHER):
            await rosters.remember_team(connection, one, NOW)
        assert await rosters.list_stale(connection, NOW) == [OTHER.id, TEAM.id]
        for one in (TEAM, OTHER):
            await rosters.set_members(connection, one.id, [], TENANT, NOW)
        assert await rosters.list_stale(connection, NOW) == []
        await rosters.doubt(connection, TEAM.id, NOW)
        assert await rosters.list_stale(connection, NOW) == [TEAM.id]
        assert await rosters.list_stale(connection, NOW + timedelta(seconds=1)) == [OTHER.id, TEAM.id]


async def test_a_team_is_greeted_once(database: Database) -> None:
    async with database.write() as connection:
        assert not await rosters.greet(connection, TEAM.id)
        await rosters.remember_team(connection, TEAM, NOW)
        assert [await rosters.greet(connection, TEAM.id) for _ in range(2)] == [True, False]


async def test_what_happened_before_a_team_was_left_is_known_as_such(database: Database) -> None:
    async with database.write() as connection:
        assert not await rosters.was_left(connection, TEAM.id, NOW)
        await installs.hear_of_team(connection, TEAM, NOW, NOW)
        before, after = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)
        told = [await rosters.was_left(connection, TEAM.id, one) for one in (before, after, None)]
        assert told == [True, False, False]
        await rosters.remember_team(connection, TEAM, NOW)
        assert not await rosters.was_left(connection, TEAM.id, before)


async def test_what_could_not_be_read_is_due_again_each_time_twice_as_late_until_it_is_read(database: Database) -> None:
    async with database.write() as connection:
        await rosters.remember_team(connection, TEAM, NOW)
        assert not await rosters.is_any_due(connection, NOW + timedelta(days=1))
        await rosters.doubt(connection, TEAM.id, NOW)
        assert await rosters.unread(connection, [TEAM.id, OTHER.id]) == ["Beeta"]
        at = NOW
        for seconds in (30, 60, 120, 240):
            early = at + timedelta(seconds=seconds - 1)
            assert await rosters.take_due(connection, early) == [] and not await rosters.is_any_due(connection, early)
            at += timedelta(seconds=seconds)
            assert await rosters.is_any_due(connection, at)
            assert await rosters.take_due(connection, at) == [TEAM.id]
        # Teams has said how long: nothing is asked before.
        await rosters.put_off(connection, TEAM.id, at + timedelta(hours=2))
        await rosters.put_off(connection, TEAM.id, at + timedelta(hours=1))
        assert await rosters.take_due(connection, at + timedelta(minutes=119)) == []
        await rosters.set_members(connection, TEAM.id, [], TENANT, at)
        assert await rosters.take_due(connection, at + timedelta(days=1)) == []
        assert await rosters.unread(connection, [TEAM.id]) == []
