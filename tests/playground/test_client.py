"""What a person does reaches the bot in Teams' own shape, and what comes back is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from playground import Client, Teams

if TYPE_CHECKING:
    from tests.playground.conftest import Bot


async def test_installing_sends_two_events_and_shows_the_welcome(bot: Bot, anna: Client) -> None:
    kinds = [one["type"] for one in bot.heard]
    assert kinds == ["installationUpdate", "conversationUpdate"]
    assert bot.heard[1]["membersAdded"][0]["id"] == bot.heard[1]["recipient"]["id"]
    assert anna.last.summary == "Tervetuloa OT-bottiin"
    assert anna.last.card is not None


async def test_a_typed_message_is_answered(bot: Bot, anna: Client) -> None:
    answer = await anna.say("hei")
    sent = bot.heard[-1]
    assert (answer.status, anna.last.text) == (200, "Kuulin: hei")
    assert (sent["channelId"], sent["locale"], sent["textFormat"]) == ("msteams", "fi-FI", "plain")
    assert sent["from"]["id"].startswith("29:") and sent["recipient"]["id"].startswith("28:")
    assert sent["from"]["aadObjectId"] == anna.object_id == "00000000-0000-4000-8000-000000000001"
    assert sent["conversation"]["id"].startswith("a:")
    assert sent["channelData"]["tenant"]["id"] == sent["conversation"]["tenantId"]


async def test_without_the_app_nobody_can_write(teams: Teams) -> None:
    with pytest.raises(RuntimeError, match="not installed"):
        await teams.person(2).say("hei")


async def test_the_same_person_is_found_by_number_and_by_object_id(teams: Teams) -> None:
    assert teams.person(4) is teams.person("00000000-0000-4000-8000-000000000004", locale="sv-FI")
    assert teams.person(4).locale == "sv-FI"


async def test_a_channel_message_reaches_the_bot_only_when_it_is_mentioned(
    bot: Bot, teams: Teams, anna: Client
) -> None:
    await anna.install(teams.channel)
    before = len(bot.heard)
    assert (await anna.say_in_channel("psst", mention=False)).status == 0
    assert len(bot.heard) == before
    await anna.say_in_channel("jono")
    sent = bot.heard[-1]
    assert sent["text"] == "<at>OT-botti</at> jono"
    assert sent["entities"][1]["mentioned"]["id"] == sent["recipient"]["id"]
    assert ";messageid=" in sent["conversation"]["id"] and sent["conversation"]["isGroup"]
    replied = teams.channel.messages[-1]
    assert replied.by_bot and replied.reply_to == sent["id"]


async def test_a_pressed_button_sends_its_data_and_the_card_is_replaced(bot: Bot, anna: Client) -> None:
    result = await anna.execute(anna.last, "Omat", data={"forged": "x"})
    sent = bot.heard[-1]
    assert sent["name"] == "adaptiveCard/action" and sent["replyToId"] == anna.last.id
    assert sent["value"]["trigger"] == "manual" and sent["value"]["action"]["verb"] == "mine"
    assert sent["value"]["action"]["data"] == {"verb": "mine", "kept": "yes", "forged": "x"}
    assert anna.last.card == result.card and anna.last.updates == 0


async def test_a_text_that_comes_back_leaves_the_card(anna: Client) -> None:
    shown = anna.last.card
    result = await anna.execute(anna.last, "Peruuta")
    assert (result.text, result.card, anna.last.card) == ("Ei voi.", None, shown)


async def test_a_button_of_an_older_card_can_still_be_pressed(bot: Bot, anna: Client) -> None:
    assert anna.last.card is not None
    old: dict[str, Any] = anna.last.card["actions"][2]
    await anna.execute(anna.last, "Omat")
    await anna.execute(anna.last, old)
    assert bot.heard[-1]["value"]["action"]["verb"] == "cancel"


async def test_an_old_client_uses_the_fallback_of_a_button(bot: Bot, anna: Client) -> None:
    await anna.submit(anna.last, "Omat")
    assert bot.heard[-1]["type"] == "message" and "text" not in bot.heard[-1]
    assert bot.heard[-1]["value"] == {"verb": "mine", "kept": "yes"}


async def test_a_dialog_sends_strings_and_leaves_out_what_is_empty(bot: Bot, anna: Client) -> None:
    dialog = await anna.open(anna.last, "Pyydä konsultaatiota")
    assert dialog.open and dialog.title == "Konsultaatiopyyntö 1/2" and len(dialog.inputs) == 8
    assert bot.heard[-1]["value"]["context"] == {"theme": "default"}
    await dialog.submit("Seuraava", {"name": "Perheneuvola", "who": ["koulu", "lastensuojelu"], "story": ""})
    assert bot.heard[-1]["name"] == "task/submit"
    assert bot.heard[-1]["value"]["data"] == {
        "verb": "next",
        "name": "Perheneuvola",
        "who": "koulu,lastensuojelu",
        "one": "koulu",
        "drop": "koulu",
        "children": "4",
        "sure": "false",
    }
    assert (dialog.open, dialog.text, dialog.status) == (False, "Kiitos, pyyntö on lähetetty.", 200)


async def test_an_empty_answer_closes_the_dialog(anna: Client) -> None:
    dialog = await anna.open(anna.last, "Pyydä konsultaatiota")
    await dialog.submit("Takaisin")
    assert not dialog.open and dialog.text == ""


async def test_a_failure_keeps_the_dialog_open(bot: Bot, anna: Client) -> None:
    dialog = await anna.open(anna.last, "Pyydä konsultaatiota")
    bot.fails = 500
    result = await dialog.submit("Seuraava", {"name": "x"})
    assert (result.error, dialog.open, dialog.status) == ("HTTP 500", True, 500)


async def test_a_title_that_is_not_there_is_named_with_those_that_are(anna: Client) -> None:
    with pytest.raises(LookupError, match="there is 'Omat', 'Peruuta'"):
        await anna.execute(anna.last, "Olematon")


async def test_a_refresh_is_only_for_those_whom_the_card_names(bot: Bot, anna: Client) -> None:
    with pytest.raises(LookupError, match="no refresh"):
        await anna.refresh(anna.last)
    assert anna.last.card is not None
    anna.last.card["refresh"]["userIds"].append(anna.person.id)
    await anna.refresh(anna.last)
    anna.last.card["refresh"] = {}
    assert bot.heard[-1]["value"]["trigger"] == "automatic"
    assert bot.heard[-1]["value"]["action"]["verb"] == "look"


async def test_edits_and_deletions_are_told_as_events(bot: Bot, anna: Client) -> None:
    await anna.say("hei")
    mine = next(one for one in anna.messages if not one.by_bot)
    await anna.edit(mine, "hei taas")
    assert (bot.heard[-1]["type"], bot.heard[-1]["id"], bot.heard[-1]["text"]) == (
        "messageUpdate",
        mine.id,
        "hei taas",
    )
    await anna.react(anna.last)
    assert bot.heard[-1]["reactionsAdded"] == [{"type": "like"}]
    await anna.delete(mine)
    assert bot.heard[-1]["channelData"]["eventType"] == "softDeleteMessage" and mine.deleted


async def test_waiting_ends_with_what_came_or_with_a_timeout(anna: Client) -> None:
    assert await anna.until(lambda c: c.cards)
    with pytest.raises(TimeoutError):
        await anna.until(lambda c: len(c.messages) > 99, seconds=0.05)
