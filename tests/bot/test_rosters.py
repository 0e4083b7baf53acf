"""Members and addresses are read from Teams, off the turn, and known as digests only."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select

from bot import rosters as reading
from bot.afterwards import Afterwards
from bot.connector import Connector
from bot.credentials import no_token
from bot.rosters import Rosters
from playground import Fault
from playground.chats import Team
from storage import audience, rosters, tables
from storage.announcement_tables import addresses, team_members
from tests.house import LOCAL, House
from tests.storage.meets import ONE, lay


async def until(found: Callable[[], Any], expected: object) -> None:
    """Wait until this is so."""
    for _ in range(300):
        if await found() == expected:
            return
        await asyncio.sleep(0.01)
    assert await found() == expected


async def members(house: House) -> int:
    async with house.desk.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(team_members)) or 0)


async def digests(house: House) -> int:
    async with house.desk.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(addresses)) or 0)


async def stale(house: House) -> list[str]:
    async with house.desk.database.read() as connection:
        return await rosters.list_stale(connection, house.clock.now() - timedelta(hours=1))


async def reads(house: House) -> int:
    return asked(house, "members")


def asked(house: House, route: str) -> int:
    return len([one for one in house.teams.calls if one.route == route])


async def crowded(house: House, count: int) -> Team:
    team = house.teams.add_team("Verkosto")
    team.members.extend(house.teams.crowd(count))
    await (await house.person(1)).install(team.general)
    return team


async def test_a_roster_is_read_to_its_last_page(small_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE_SIZE", 40)
    team = await crowded(small_house, 100)
    await until(lambda: members(small_house), len(team.members))
    assert len(team.members) == 101


async def test_who_joins_or_leaves_a_team_is_known(small_house: House) -> None:
    team = await crowded(small_house, 3)
    await until(lambda: members(small_house), 4)
    worker = await small_house.person(1)
    await worker.leave_team(team)
    await until(lambda: members(small_house), 3)
    await worker.join(team)
    await until(lambda: members(small_house), 4)


async def test_a_person_is_found_by_her_address_from_the_moment_on_that_the_app_came_to_her(
    small_house: House,
) -> None:
    await small_house.person(1)
    await until(lambda: digests(small_house), 1)
    await lay(small_house.desk.database, ONE)
    async with small_house.desk.database.write() as connection:
        written = ["Person1@example.fi", "person2@example.fi"]
        assert await audience.list_addresses(connection, ONE.id, written) == ["person2@example.fi"]


async def test_her_address_is_read_again_after_thirty_days_and_not_before(small_house: House) -> None:
    worker = await small_house.person(1)
    await until(lambda: digests(small_house), 1)
    for days, times in ((1, 1), (28, 1), (2, 2)):
        small_house.pass_time(days=days)
        await worker.say("omat")
        await asyncio.sleep(0.1)
        assert asked(small_house, "members") == times


async def test_whoever_may_choose_a_team_has_a_roster_of_at_most_an_hour(small_house: House) -> None:
    team = await crowded(small_house, 3)
    await until(lambda: members(small_house), 4)
    # Two events tell that the app has come, and after each of them the roster is read; before, her address was.
    await until(lambda: reads(small_house), 3)
    await until(lambda: stale(small_house), [])
    team.members.extend(small_house.teams.crowd(5, first=2001))
    # A minute before the hour is over, after it, and for who does something else.
    for minutes, action, known in ((59, "announce", 4), (2, "own", 4), (1, "announcements", 9)):
        small_house.pass_time(minutes=minutes)
        async with ClientSession() as session:
            errands = Afterwards()
            readers = Rosters(small_house.desk, Connector(session, no_token, LOCAL.addresses), errands)
            readers.before(action)
            await ended(errands)
        assert await members(small_house) == known


async def ended(errands: Afterwards) -> None:
    """Do all errands, and those that they lead to."""
    for _ in range(2):
        errands.stop()
        await errands.run()


async def test_no_address_and_no_name_is_kept(small_house: House) -> None:
    await crowded(small_house, 3)
    await until(lambda: members(small_house), 4)
    await until(lambda: digests(small_house), 1)
    async with small_house.desk.database.read() as connection:
        every = [str((await connection.execute(select(one))).all()) for one in tables.metadata.sorted_tables]
    assert not [rows for rows in every if "@example.fi" in rows or "Person 1001" in rows]


@pytest.mark.parametrize(
    "fault",
    [Fault("status", times=None, status=429, retry_after=40.0), Fault("status", times=None), Fault("cut_before", None)],
)
async def test_a_roster_that_could_not_be_read_is_read_again_by_itself(small_house: House, fault: Fault) -> None:
    team = small_house.teams.add_team("Verkosto")
    team.members.extend(small_house.teams.crowd(3))
    worker = await small_house.person(1)
    small_house.teams.faults.add(replace(fault, conversation=team.id))
    await worker.install(team.general)
    await until(lambda: due(small_house, seconds=20), False)
    await until(lambda: due(small_house, seconds=60), True)
    small_house.teams.faults.clear()
    # Another service on the same database: what is due does not go with the one that had failed.
    async with ClientSession() as session:
        errands = Afterwards()
        readers = Rosters(small_house.desk, Connector(session, no_token, LOCAL.addresses), errands)
        await readers.round()
        await ended(errands)
        assert await members(small_house) == 0
        small_house.pass_time(seconds=61)
        await readers.round()
        await ended(errands)
    await until(lambda: members(small_house), 4)


async def due(house: House, **later: float) -> bool:
    async with house.desk.database.read() as connection:
        return await rosters.is_any_due(connection, house.clock.now() + timedelta(**later))
