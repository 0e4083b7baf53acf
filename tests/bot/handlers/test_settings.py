"""What a person sets for herself: the language, what she hears of, and when."""

from dataclasses import replace
from datetime import datetime, time

import pytest
from sqlalchemy import select, update

from domain.preferences import Preferences
from playground import Client
from storage import drafts, nudges, people, preferences
from storage.reminder_tables import nudges as table
from tests.bot.scenes import press
from tests.bot.talk import answered, newest, person_id
from tests.e2e.walks import inputs_by_id, send_request, words_on
from tests.house import HELSINKI, House
from tests.storage.facts import draft
from tests.storage.reminded import remind


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


async def wished(house: House, client: Client) -> Preferences:
    """What is kept of her wishes."""
    async with house.desk.database.read() as connection:
        return await preferences.find(connection, await _id(house, client))


async def test_topics_are_chosen_and_what_the_centre_has_given_up_stays_as_it_was(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        former = Preferences(topics_off=frozenset({"given-up"}), quiet_from=time(21), quiet_until=time(6))
        await preferences.save(connection, await _id(small_house, worker), former)
    asked = await press(worker, {"verb": "settings-topics"})
    assert inputs_by_id(asked.card)["topics"]["value"] == "ot-info,uutiskirje,konsultaatio,nepsy"
    kept = await press(worker, {"verb": "settings-topics", "save": 1, "f.topics": "ot-info,nepsy,made-up"})
    assert "Valinta on tallennettu." in words_on(kept.card)
    assert "OT-infot ja foorumit ja OT-Nepsy ja koulutukset" in words_on(kept.card)
    off = frozenset({"given-up", "uutiskirje", "konsultaatio"})
    assert await wished(small_house, worker) == Preferences(topics_off=off, quiet_from=time(21), quiet_until=time(6))
    # With nothing ticked the input is not there at all.
    none = await press(worker, {"verb": "settings-topics", "save": 1})
    assert "et mistään aiheesta" in words_on(none.card)


async def test_all_announcements_are_ended_and_begun_again_and_the_topics_stay(small_house: House) -> None:
    worker = await small_house.person(1)
    await press(worker, {"verb": "settings-topics", "save": 1, "f.topics": "ot-info"})
    off = await press(worker, {"verb": "settings-off", "off": 1})
    assert "johon olet ilmoittautunut" in words_on(off.card)
    assert "et lainkaan" in words_on((await press(worker, {"verb": "settings"})).card)
    assert (await wished(small_house, worker)).off
    again = await press(worker, {"verb": "settings-off", "off": 0})
    assert inputs_by_id(again.card)["topics"]["value"] == "ot-info"
    assert not (await wished(small_house, worker)).off


async def test_the_off_switch_survives_that_the_app_is_removed(small_house: House) -> None:
    worker = await small_house.person(1)
    await press(worker, {"verb": "settings-off", "off": 1})
    await worker.uninstall()
    await worker.install()
    assert "et lainkaan" in words_on((await answered(worker, "asetukset")).card)


async def test_quiet_hours_are_kept_and_given_up(small_house: House) -> None:
    worker = await small_house.person(1)
    hours = {"verb": "settings-hours", "save": 1}
    kept = await press(worker, {**hours, "f.from": "20:00", "f.until": "07:00"})
    assert "klo 20.00–7.00" in words_on(kept.card)
    assert await wished(small_house, worker) == Preferences(quiet_from=time(20), quiet_until=time(7))
    shown = inputs_by_id((await press(worker, {"verb": "settings-hours"})).card)
    assert (shown["from"]["value"], shown["until"]["value"]) == ("20:00", "07:00")
    gone = await press(worker, {**hours, "f.from": "none", "f.until": "none"})
    assert "Ei hiljaista aikaa" in words_on(gone.card)
    assert await wished(small_house, worker) == Preferences()


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("20:00", "none"),
        ("", "07:00"),
        ("08:00", "08:00"),
        ("25:00", "07:00"),
        ("20:30", "07:00"),
        ("20", "7"),
        ("x", ""),
    ],
)
async def test_hours_that_are_none_are_refused_and_explained(small_house: House, begin: str, end: str) -> None:
    worker = await small_house.person(1)
    refused = await press(worker, {"verb": "settings-hours", "save": 1, "f.from": begin, "f.until": end})
    assert "etteivät ne ole samat" in words_on(refused.card)
    assert await wished(small_house, worker) == Preferences()


@pytest.mark.parametrize(
    ("how", "kept"),
    [
        ("weekly", Preferences(digest=True)),
        ("none", Preferences(reminders=False)),
        ("now", Preferences()),
    ],
)
async def test_how_reminders_come_is_kept_beside_all_else(small_house: House, how: str, kept: Preferences) -> None:
    worker = await small_house.person(1)
    await press(worker, {"verb": "settings-hours", "save": 1, "f.from": "20:00", "f.until": "07:00"})
    shown = await press(worker, {"verb": "settings-reminders", "save": 1, "f.how": how})
    assert "Valinta on tallennettu." in words_on(shown.card)
    assert await wished(small_house, worker) == replace(kept, quiet_from=time(20), quiet_until=time(7))
    asked = await press(worker, {"verb": "settings-reminders"})
    assert inputs_by_id(asked.card)["how"]["value"] == how


@pytest.mark.parametrize("how", ["", "daily", "now,weekly"])
async def test_a_way_of_being_reminded_that_is_none_changes_nothing(small_house: House, how: str) -> None:
    worker = await small_house.person(1)
    await press(worker, {"verb": "settings-reminders", "save": 1, "f.how": "weekly"})
    shown = await press(worker, {"verb": "settings-reminders", "save": 1, "f.how": how})
    assert inputs_by_id(shown.card)["how"]["value"] == "weekly"
    assert await wished(small_house, worker) == Preferences(digest=True)


async def test_who_chooses_one_card_a_week_gets_what_was_not_sent_yet_with_it(small_house: House) -> None:
    worker, now = await small_house.person(1), small_house.clock.now()
    monday = datetime(2022, 9, 26, 9, tzinfo=HELSINKI)
    async with small_house.desk.database.write() as connection:
        who = await person_id(small_house, connection, worker)
        some = [(await drafts.begin(connection, draft(who), now)).id for _ in range(3)]
        unsent, sent, waits = [await remind(connection, who, "draft-deadline", one) for one in some]
        # One card has no send begun, one has been seen, and one is not made yet.
        await nudges.put_on_cards(connection, "none", {who: unsent}, now)
        await connection.execute(update(table).where(table.c.bundle == waits).values(state="waiting", bundle=None))
    await press(worker, {"verb": "settings-reminders", "save": 1, "f.how": "weekly"})
    async with small_house.desk.database.read() as connection:
        rows = (await connection.execute(select(table).order_by(table.c.due_at))).all()
        assert await nudges.of_bundle(connection, unsent) is None
    assert [(row.state, row.bundle) for row in rows] == [("told", sent), ("waiting", None), ("waiting", None)]
    assert [row.due_at for row in rows][1:] == [monday, monday]
    # Chosen again, nothing moves.
    await press(worker, {"verb": "settings-reminders", "save": 1, "f.how": "weekly"})
    async with small_house.desk.database.read() as connection:
        assert (await connection.execute(select(table).order_by(table.c.due_at))).all() == rows
