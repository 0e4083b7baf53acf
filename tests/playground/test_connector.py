"""The connector accepts and rejects what Teams does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import pytest

from playground import Client, Teams
from tests.playground.conftest import attached, card, line

if TYPE_CHECKING:
    from tests.playground.conftest import Bot, Json


def at(teams: Teams, client: Client, rest: str) -> str:
    return f"{teams.service_url}v3/conversations/{quote(client.chat.id, safe='')}/{rest}"


def opening(teams: Teams, member: str, **rest: Any) -> Json:
    return {"bot": teams.chats.bot, "members": [{"id": member}], "tenantId": teams.tenant, **rest}


async def test_a_card_is_posted_changed_and_taken_back(bot: Bot, teams: Teams, anna: Client) -> None:
    status, body, _ = await bot.call("POST", at(teams, anna, "activities"), attached(card(line("yksi"))))
    assert status == 201 and anna.last.id == body["id"]
    where = at(teams, anna, f"activities/{body['id']}")
    assert (await bot.call("PUT", where, attached(card(line("kaksi")), summary="uusi")))[0] == 200
    assert (anna.last.card, anna.last.summary, anna.last.updates) == (card(line("kaksi")), "uusi", 1)
    assert (await bot.call("DELETE", where))[0] == 200
    assert anna.messages[-1].deleted and anna.messages[-1].card is None
    assert (await bot.call("PUT", where, attached(card())))[0] == 404
    assert [(one.method, one.status) for one in teams.calls][-4:] == [
        ("POST", 201),
        ("PUT", 200),
        ("DELETE", 200),
        ("PUT", 404),
    ]


async def test_a_reply_lands_in_the_same_chat(bot: Bot, teams: Teams, anna: Client) -> None:
    answer = await bot.call("POST", at(teams, anna, "activities/1"), {"type": "message", "text": "vastaus"})
    assert answer[0] == 201 and anna.last.text == "vastaus"
    assert (await bot.call("POST", at(teams, anna, "activities"), {"type": "typing"}))[0] == 201


@pytest.mark.parametrize("id_of", ["id", "object_id"])
async def test_a_conversation_is_created_for_a_person_who_has_the_app(
    bot: Bot, teams: Teams, anna: Client, id_of: str
) -> None:
    url = f"{teams.service_url}v3/conversations"
    asked = opening(teams, getattr(anna.person, id_of), activity=attached(card(line("hei"))))
    status, body, _ = await bot.call("POST", url, asked)
    assert (status, body["id"], body["activityId"]) == (201, anna.chat.id, anna.last.id)


async def test_a_channel_gets_a_thread_of_its_own(bot: Bot, teams: Teams, anna: Client) -> None:
    await anna.install(teams.channel)
    asked = {
        "channelData": {"channel": {"id": teams.channel.id}, "tenant": {"id": teams.tenant}},
        "activity": {"type": "message", "text": "kaikille"},
    }
    status, body, _ = await bot.call("POST", f"{teams.service_url}v3/conversations", asked)
    assert status == 201 and body["id"] == f"{teams.channel.id};messageid={body['activityId']}"


async def test_what_teams_refuses_is_refused(bot: Bot, teams: Teams, anna: Client) -> None:
    stranger, url = teams.person(2), f"{teams.service_url}v3/conversations"
    message: Json = {"type": "message", "text": "hei"}
    huge = attached(card(line("ä" * 15_000)))
    refused = [
        (await bot.call("POST", url, opening(teams, stranger.person.id)), 403, "BotNotInConversationRoster"),
        (
            await bot.call("POST", at(teams, stranger, "activities"), message),
            403,
            "BotNotInConversationRoster",
        ),
        (await bot.call("POST", url, opening(teams, anna.person.id, tenantId="")), 400, "BadArgument"),
        (await bot.call("POST", url, opening(teams, anna.person.id, tenantId="x")), 403, "Forbidden"),
        (await bot.call("POST", f"{url}/a:none/activities", message), 404, "ConversationNotFound"),
        (await bot.call("POST", at(teams, anna, "activities"), huge), 413, "MessageSizeTooBig"),
        (await bot.call("POST", at(teams, anna, "activities"), {"type": "message"}), 400, "BadSyntax"),
        (await bot.call("POST", at(teams, anna, "activities"), {"type": "trace"}), 400, "BadSyntax"),
        (await bot.call("POST", at(teams, anna, "activities"), [1]), 400, None),
        (
            await bot.call("PUT", at(teams, anna, "activities/9"), message),
            404,
            "ActivityNotFoundInConversation",
        ),
    ]
    assert [(r[0][0], r[0][1]["error"]["code"] if r[2] else None) for r in refused] == [
        (status, code) for _, status, code in refused
    ]


async def test_text_and_card_are_split_and_no_id_comes_back(bot: Bot, teams: Teams, anna: Client) -> None:
    before = len(anna.messages)
    both = attached(card(line("kortti")), text="teksti")
    assert (await bot.call("POST", at(teams, anna, "activities"), both))[:2] == (201, {})
    assert [(one.text, one.card is None) for one in anna.messages[before:]] == [("teksti", True), ("", False)]


async def test_members_are_listed_paged_and_found(bot: Bot, teams: Teams, anna: Client) -> None:
    teams.person(2), await anna.install(teams.channel)
    base = f"{teams.service_url}v3/conversations/{quote(teams.channel.id, safe='')}"
    assert len((await bot.call("GET", f"{base}/members"))[1]) == 2
    page = (await bot.call("GET", f"{base}/pagedmembers?pageSize=1"))[1]
    rest = (await bot.call("GET", f"{base}/pagedmembers?continuationToken={page['continuationToken']}"))[1]
    assert [one["members"][0]["objectId"][-1] for one in (page, rest)] == ["1", "2"]
    assert "continuationToken" not in rest
    one = (await bot.call("GET", f"{base}/members/{anna.person.id}"))[1]
    assert one["aadObjectId"] == anna.object_id
    assert (await bot.call("GET", f"{base}/members/29:nobody"))[0] == 404


async def test_after_uninstalling_nothing_arrives(bot: Bot, teams: Teams, anna: Client) -> None:
    await anna.uninstall()
    assert bot.heard[-1]["action"] == "remove"
    message = {"type": "message", "text": "vielä"}
    assert (await bot.call("POST", at(teams, anna, "activities"), message))[0] == 403
