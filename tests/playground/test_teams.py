"""The small Teams as a whole: where it listens, whom it knows, what it sends along."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from playground import Client, Teams

if TYPE_CHECKING:
    from tests.playground.conftest import Bot

PEOPLE = """
[[people]]
number = 7
object_id = "00000000-0000-4000-8000-00000000abcd"
role = "administrator"
name.fi = "Ylläpitäjä"
name.sv = "Administratör"
"""


async def test_it_listens_on_this_machine_only(bot: Bot) -> None:
    with pytest.raises(ValueError, match="this machine only"):
        await Teams(bot.url).start(host="0.0.0.0")


def test_people_come_from_the_file_or_are_made_up(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    file.write_text(PEOPLE, encoding="utf-8")
    teams = Teams("http://127.0.0.1:9/", file)
    listed, new = teams.person(7).person, teams.person(8).person
    assert (listed.object_id[-4:], listed.name(), listed.name("sv-FI")) == (
        "abcd",
        "Ylläpitäjä",
        "Administratör",
    )
    assert (new.object_id[-4:], new.name("en-GB")) == ("0008", "Person 8")


def test_the_same_person_has_the_same_ids_in_every_run() -> None:
    first, second = (Teams("http://127.0.0.1:9/").person(1) for _ in range(2))
    assert (first.person.id, first.chat.id) == (second.person.id, second.chat.id)
    assert "/" not in first.chat.id and ":" in first.chat.id


async def test_headers_and_odd_activities_go_to_the_bot_as_they_are(bot: Bot, anna: Client) -> None:
    answer = await anna.post({**anna.activity("message"), "text": "kaarella", "from": {"id": "29:other"}})
    assert answer.status == 200 and bot.heard[-1]["from"] == {"id": "29:other"}


async def test_a_team_has_channels_members_and_a_roster_in_pages(bot: Bot, teams: Teams) -> None:
    anna, berit = teams.person(1), teams.person(2)
    team = teams.add_team("OT-verkosto", "Infot")
    await anna.install(team.channel("Infot"))
    added = [one for one in bot.heard if one.get("membersAdded")][-1]
    assert (added["conversation"]["id"], added["channelData"]["eventType"]) == (team.id, "teamMemberAdded")
    channels = await bot.call("GET", f"{teams.service_url}v3/teams/{quote(team.id, safe='')}/conversations")
    assert [one["name"] for one in channels[1]["conversations"]] == [None, "Infot"]
    about = await bot.call("GET", f"{teams.service_url}v3/teams/{quote(team.id, safe='')}")
    assert (about[1]["name"], about[1]["memberCount"]) == ("OT-verkosto", 2)
    where = f"{teams.service_url}v3/conversations/{quote(team.id, safe='')}/pagedmembers?pageSize=1"
    first = (await bot.call("GET", where))[1]
    second = (await bot.call("GET", f"{where}&continuationToken={first['continuationToken']}"))[1]
    assert [one["members"][0]["email"] for one in (first, second)] == ["person1@example.fi", "person2@example.fi"]
    assert "continuationToken" not in second and berit.person in team.members


async def test_teams_tells_what_happens_to_a_team_and_its_channels(bot: Bot, teams: Teams) -> None:
    anna, berit = teams.person(1), teams.person(2)
    team = teams.add_team("OT-verkosto")
    await anna.install(team.general)
    before = len(bot.heard)
    channel = await anna.add_channel(team, "Infot")
    await anna.rename_channel(channel, "Tiedotteet")
    await anna.rename_team(team, "Verkosto")
    await anna.delete_channel(channel)
    await berit.leave_team(team), await berit.join(team)
    told = [one["channelData"] for one in bot.heard[before:]]
    assert [(one["eventType"], one["channel"]["name"]) for one in told[:4]] == [
        ("channelCreated", "Infot"),
        ("channelRenamed", "Tiedotteet"),
        ("teamRenamed", "Yleinen"),
        ("channelDeleted", "Tiedotteet"),
    ]
    assert told[2]["team"] == {"id": team.id, "name": "Verkosto"}
    assert [one["eventType"] for one in told[4:]] == ["teamMemberRemoved", "teamMemberAdded"]


async def test_who_blocks_leaves_or_never_had_the_app_is_told_by_its_code(bot: Bot, teams: Teams) -> None:
    blocks, leaves, never = teams.person(1), teams.person(2), teams.person(3)
    for one in (blocks, leaves):
        await one.install()
    blocks.block()
    leaves.leave()
    codes = []
    for one in (blocks, leaves, never):
        where = f"{teams.service_url}v3/conversations/{quote(one.chat.id, safe='')}/activities"
        status, body, _ = await bot.call("POST", where, {"type": "message", "text": "hei"})
        codes.append((status, body["error"]["code"]))
    assert codes == [
        (403, "ConversationBlockedByUser"),
        (404, "ConversationNotFound"),
        (403, "BotNotInConversationRoster"),
    ]
    blocks.block(False)
    await blocks.say("hei")
    assert blocks.last.text == "Kuulin: hei"


async def test_a_crowd_has_the_app(teams: Teams) -> None:
    people = teams.crowd(300)
    assert len({one.object_id for one in people}) == 300
    assert all(teams.chats.personal(one).installed for one in people)
