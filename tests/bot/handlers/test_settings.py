"""The language that the service speaks to a person."""

import pytest

from playground import Client
from storage import people
from tests.bot.talk import answered, newest
from tests.e2e.walks import inputs_by_id, send_request, words_on
from tests.house import House


async def choose(client: Client, language: str) -> str:
    """Choose a language in the settings; gives what the card then says."""
    shown = await answered(client, "asetukset")
    action = next(one for one in Client.actions_of(shown.card) if one.get("verb") == "settings-language")
    return words_on((await client.execute(shown, action, {"f.language": language})).card)


async def test_a_chosen_language_is_spoken_at_once_and_ever_after(small_house: House) -> None:
    worker = await small_house.person(1)
    swedish = small_house.desk.speech("sv")
    assert swedish.say("settings-saved") in await choose(worker, "sv")
    shown = await answered(worker, "egna" if "egna" in swedish.say("word-own") else "omat")
    assert shown.card and shown.card["lang"] == "sv"


async def test_what_is_told_later_is_told_in_the_chosen_language(small_house: House) -> None:
    worker, secretary = await small_house.person(1), await small_house.person(3)
    await choose(secretary, "en")
    await send_request(worker)
    arrived = await newest(secretary, "HE-2022-0001")
    assert arrived.card and arrived.card["lang"] == "en"


async def test_a_choice_can_be_given_up_for_that_of_teams(small_house: House) -> None:
    worker = await small_house.person(1)
    await choose(worker, "en")
    assert small_house.desk.speech("fi").say("settings-saved") in await choose(worker, "teams")
    assert inputs_by_id((await answered(worker, "asetukset")).card)["language"]["value"] == "teams"


@pytest.mark.parametrize("language", ["xx", "", "sv-FI", "fi,sv"])
async def test_a_language_that_is_none_changes_nothing_and_is_not_said_to_be_kept(
    small_house: House, language: str
) -> None:
    worker = await small_house.person(1)
    await choose(worker, "sv")
    shown = await worker.act(worker.last, {"data": {"verb": "settings-language", "f.language": language}})
    assert inputs_by_id(shown.card)["language"]["value"] == "sv"
    assert small_house.desk.speech("sv").say("settings-saved") not in words_on(shown.card)
    async with small_house.desk.database.read() as connection:
        actor = await people.find_by_id(connection, (await _id(small_house, worker)))
    assert actor and actor.language == "sv"


async def _id(house: House, client: Client) -> str:
    caller = people.Caller(house.teams.tenant, client.object_id, "")
    async with house.desk.database.read() as connection:
        actor = await people.find_actor(connection, caller)
    assert actor
    return actor.id
