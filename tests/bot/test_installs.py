"""Teams and channels are known as they are, whatever the order in which Teams tells it."""

from itertools import permutations
from typing import Any

import pytest

from playground import Fault
from playground.chats import Team
from playground.elements import Json
from storage import people, rosters
from tests.house import House

OTHER_TENANT = "00000000-0000-4000-8000-0000000000bb"


async def channels(house: House) -> list[tuple[str, str]]:
    """The channels that can be written to, by the names of team and channel."""
    async with house.desk.database.read() as connection:
        return [(one.team_name, one.name) for one in await rosters.list_channels(connection)]


async def read(house: House, expected: list[tuple[str, str]]) -> None:
    """Wait until what is known of the channels is this."""
    for _ in range(400):
        if await channels(house) == expected:
            return
        await house.teams.courier.settle()
        await house.teams.person(1).post(house.teams.person(1).activity("typing"))
    assert await channels(house) == expected


async def installed(house: House) -> Team:
    """A team of three channels that the app has been added to."""
    team = house.teams.add_team("Verkosto", "Infot", "Vertaistuki")
    await (await house.person(1)).install(team.general)
    await read(house, [("Verkosto", ""), ("Verkosto", "Infot"), ("Verkosto", "Vertaistuki")])
    return team


async def test_a_team_is_known_with_all_its_channels(small_house: House) -> None:
    team = await installed(small_house)
    async with small_house.desk.database.read() as connection:
        [known] = await rosters.list_teams(connection)
    assert (known.id, known.service_url) == (team.id, small_house.teams.service_url)


async def test_what_changes_in_a_team_is_known(small_house: House) -> None:
    team, worker = await installed(small_house), await small_house.person(1)
    await worker.add_channel(team, "Uusi")
    await worker.rename_channel(team.channel("Infot"), "Tiedotteet")
    await worker.delete_channel(team.channel("Vertaistuki"))
    await worker.rename_team(team, "OT-verkosto")
    await read(small_house, [("OT-verkosto", ""), ("OT-verkosto", "Tiedotteet"), ("OT-verkosto", "Uusi")])


async def test_leaving_a_team_ends_all_of_its_channels(small_house: House) -> None:
    team = await installed(small_house)
    await (await small_house.person(1)).uninstall(team.channel("Infot"))
    assert await channels(small_house) == []


@pytest.mark.parametrize("event", ["teamArchived", "teamDeleted", "teamHardDeleted"])
async def test_a_team_that_cannot_be_written_to_any_more_is_none_until_it_is_back(
    small_house: House, event: str
) -> None:
    team, worker = await installed(small_house), await small_house.person(1)
    await worker.tell(team, event)
    assert await channels(small_house) == []
    await worker.tell(team, "teamRestored")
    await read(small_house, [("Verkosto", ""), ("Verkosto", "Infot"), ("Verkosto", "Vertaistuki")])


def happened(small_house: House, team: Team) -> list[Json]:
    """The app was added, a channel was renamed, the app was removed; each a second after the other."""
    worker = small_house.teams.person(1)
    told: list[tuple[str, dict[str, Any]]] = [
        ("installationUpdate", {"action": "add"}),
        ("conversationUpdate", {"eventType": "channelRenamed"}),
        ("installationUpdate", {"action": "remove"}),
    ]
    each = []
    for second, (kind, more) in enumerate(told):
        one = worker.activity(kind, **{key: value for key, value in more.items() if key == "action"})
        one["conversation"] |= {"id": team.id, "conversationType": "channel", "isGroup": True}
        one["timestamp"] = f"2022-09-20T05:00:0{second}.000Z"
        one["channelData"] |= {"team": {"id": team.id}, "channel": {"id": team.channels[1].id, "name": "Infot"}}
        one["channelData"] |= {key: value for key, value in more.items() if key == "eventType"}
        each.append(one)
    return each


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
async def test_the_order_in_which_it_is_told_makes_no_difference(small_house: House, order: tuple[int, ...]) -> None:
    worker, team = await small_house.person(1), small_house.teams.add_team("Verkosto", "Infot")
    told = happened(small_house, team)
    for which in order:
        for _ in range(2):
            assert (await worker.post(told[which])).status < 300
    assert await channels(small_house) == []
    async with small_house.desk.database.read() as connection:
        assert await rosters.list_teams(connection) == []


async def test_a_removal_from_a_chat_that_comes_late_does_not_end_what_has_begun_since(small_house: House) -> None:
    worker = await small_house.person(1)
    removal = worker.activity("installationUpdate", action="remove")
    removal["timestamp"] = "2022-09-19T05:00:00.000Z"
    assert (await worker.post(removal)).status < 300
    async with small_house.desk.database.read() as connection:
        actor = await people.find_actor(connection, people.Caller(small_house.teams.tenant, worker.object_id, "x"))
        assert actor and await people.chat_with(connection, actor.id)


async def test_who_renames_a_channel_is_not_written_down(small_house: House) -> None:
    team, stranger = await installed(small_house), small_house.teams.person(9)
    await stranger.rename_channel(team.channel("Infot"), "Tiedotteet")
    async with small_house.desk.database.read() as connection:
        caller = people.Caller(small_house.teams.tenant, stranger.object_id, "x")
        assert await people.find_actor(connection, caller) is None


async def test_a_removal_that_nobody_told_is_found_out_when_the_team_is_read(small_house: House) -> None:
    team, worker = await installed(small_house), await small_house.person(1)
    team.install(False)
    await worker.tell(team, "channelCreated", team.channel("Infot"))
    await read(small_house, [])


async def test_when_teams_is_busy_the_team_is_read_the_next_time(small_house: House) -> None:
    team, worker = small_house.teams.add_team("Verkosto", "Infot"), await small_house.person(1)
    small_house.teams.faults.add(Fault("status", status=429, method="GET", conversation=team.id, times=2))
    await worker.install(team.general)
    await read(small_house, [("", "")])
    await worker.join(team)
    await read(small_house, [("Verkosto", ""), ("Verkosto", "Infot")])
