"""Each kind of activity that Teams sends has its answer, and nobody who speaks to the bot meets silence."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import func, select
from structlog.testing import capture_logs

from bot.doings import DOINGS, Doing
from cards.verbs import Verb
from playground import Client, Fault
from storage import tables
from tests.bot.talk import answered, newest, said
from tests.e2e.walks import begin_dialog, fill, titles, words_on
from tests.house import House

SECRET = "Viestit ovat kiristyneet"


async def rows(house: House, table: str) -> int:
    async with house.desk.database.read() as connection:
        found = await connection.scalar(select(func.count()).select_from(tables.metadata.tables[table]))
    return int(found or 0)


async def broken(*_: Any) -> Any:
    raise ZeroDivisionError(SECRET)


def breaks(verb: Verb, handler: Any = broken) -> Doing:
    return replace(DOINGS[verb], handler=handler)


async def test_installing_greets_once(small_house: House) -> None:
    worker = await small_house.person(1)
    assert len(worker.cards) == 1
    assert "Tervetuloa" in words_on(worker.last.card)
    assert worker.last.summary


async def test_installing_again_greets_again_and_removing_says_nothing(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.uninstall()
    assert len(worker.messages) == 1
    await worker.install()
    assert len(worker.cards) == 2
    assert await rows(small_house, "people") == 1


async def test_an_upgrade_of_the_app_is_no_welcome(small_house: House) -> None:
    worker = await small_house.person(1)
    for action in ("remove-upgrade", "add-upgrade"):
        await worker.post(worker.activity("installationUpdate", action=action))
    assert len(worker.messages) == 1
    assert "Omat pyynnöt" in await said(worker, "omat")


async def test_others_who_join_are_not_greeted(small_house: House) -> None:
    worker = await small_house.person(1)
    joined = worker.activity("conversationUpdate", membersAdded=[{"id": "29:other", "name": "Toinen"}])
    assert (await worker.post(joined)).status < 300
    assert len(worker.messages) == 1


@pytest.mark.parametrize("kind", ["typing", "event", "endOfConversation", "handoff", "messageUpdate", "nonsense"])
async def test_what_asks_for_nothing_gets_nothing(small_house: House, kind: str) -> None:
    worker = await small_house.person(1)
    assert (await worker.post(worker.activity(kind, text="omat", value={"verb": "own"}))).status < 300
    assert len(worker.messages) == 1


@pytest.mark.parametrize("status", [429, 503])
async def test_when_teams_is_busy_for_a_moment_the_answer_comes_a_moment_later(small_house: House, status: int) -> None:
    worker = await small_house.person(1)
    small_house.teams.faults.add(Fault("status", status=status, retry_after=0.05))
    assert "En tunnistanut viestiäsi" in await said(worker, "kissa")
    small_house.teams.faults.add(Fault("status", status=status, retry_after=0.05))
    await worker.submit(worker.cards[0], "Omat pyynnöt")
    assert "Sinulla ei ole vielä" in words_on(worker.cards[0].card)


async def test_an_answer_that_never_gets_through_is_no_bug(small_house: House) -> None:
    worker = await small_house.person(1)
    small_house.teams.faults.add(Fault("status", status=403))
    with capture_logs() as logged:
        assert (await worker.say("omat")).status < 300
    assert [(one["event"], one["log_level"]) for one in logged] == [("reply did not get through", "info")]


async def test_what_is_edited_deleted_or_liked_executes_nothing(small_house: House) -> None:
    worker = await small_house.person(1)
    await answered(worker, "hei")
    mine = next(one for one in worker.messages if not one.by_bot)
    count = len(worker.messages)
    for answer in (await worker.edit(mine, "omat"), await worker.react(worker.last), await worker.delete(mine)):
        assert answer.status < 300
    assert len(worker.messages) == count


async def test_a_greeting_is_answered_as_one(small_house: House) -> None:
    worker = await small_house.person(1)
    assert "Millä voin auttaa" in await said(worker, "Moi!")


@pytest.mark.parametrize("text", ["kissa", "?", "", "   ", "a" * 4000, "{{DATE(x)}}", "omat pyynnöt ja muuta", "😀"])
async def test_an_unknown_word_is_never_met_with_silence(small_house: House, text: str) -> None:
    worker = await small_house.person(1)
    assert "En tunnistanut viestiäsi" in await said(worker, text)
    assert "kissa" not in words_on(worker.last.card)
    assert "112" in words_on(worker.last.card)


async def test_a_channel_is_told_where_to_go_on_and_nothing_else(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.install(small_house.teams.channel)
    await worker.say_in_channel("omat")
    told = [one for one in small_house.teams.channel.messages if one.by_bot]
    assert [titles(one.card) for one in told] == [[], []]
    assert "mitään konsultaatioista ei koskaan tule tänne" in words_on(told[0].card)
    assert "oma keskustelu OT-botin kanssa" in words_on(told[1].card)


async def test_a_team_is_told_once_what_the_bot_does_there_and_what_never(small_house: House) -> None:
    worker, general = await small_house.person(1), small_house.teams.channel
    await worker.install(general)
    await worker.uninstall(general)
    await worker.install(general)
    [told] = [one for one in general.messages if one.by_bot]
    assert "mitään konsultaatioista ei koskaan tule tänne" in words_on(told.card)
    assert told.summary == "OT-botti on nyt tässä tiimissä"


async def test_a_press_in_a_channel_does_nothing(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.install(small_house.teams.channel)
    where = next(one for one in small_house.teams.channel.messages if one.by_bot)
    pressed = await worker.act(where, {"verb": "form-begin", "data": {"verb": "form-begin", "group": "haastavat-erot"}})
    fetched = await worker.fetch(where, {"verb": "form-begin", "group": "haastavat-erot"})
    assert all("oma keskustelu OT-botin kanssa" in words_on(one.card) for one in (pressed, fetched))
    assert await rows(small_house, "drafts") == 0


async def test_an_old_client_that_submits_sees_the_pressed_card_replaced(small_house: House) -> None:
    worker = await small_house.person(1)
    welcome = worker.last
    await worker.submit(welcome, "Omat pyynnöt")
    assert "Sinulla ei ole vielä" in words_on(welcome.card)
    assert (len(worker.messages), welcome.updates) == (1, 1)


async def test_a_submit_that_names_no_card_is_answered_with_one(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.post(worker.activity("message", value={"verb": "own"}))
    assert "Sinulla ei ole vielä" in words_on(worker.last.card)


async def test_a_pressed_card_is_made_to_last(small_house: House) -> None:
    worker = await small_house.person(1)
    welcome = worker.last
    pressed = await worker.execute(welcome, "Omat pyynnöt")
    await worker.until(lambda _: welcome.updates)
    assert welcome.card == pressed.card
    assert [one.method for one in small_house.teams.calls][-1] == "PUT"


async def test_a_refresh_by_teams_itself_writes_no_message(small_house: House) -> None:
    worker = await small_house.person(1)
    welcome = worker.last
    await worker.act(welcome, {"verb": "own", "data": {"verb": "own"}}, trigger="automatic")
    await asyncio.sleep(0.1)
    assert welcome.updates == 0
    await worker.execute(welcome, "Alkuun")
    await worker.until(lambda _: welcome.updates)


async def test_a_press_answers_though_the_card_cannot_be_made_to_last(small_house: House) -> None:
    worker = await small_house.person(1)
    small_house.teams.faults.add(Fault("status", status=404, method="PUT"))
    small_house.teams.faults.add(Fault("cut_after", method="PUT"))
    for title in ("Omat pyynnöt", "Alkuun"):
        assert (await worker.execute(worker.last, title)).card
    await worker.execute(worker.last, "Asetukset")
    await worker.until(lambda one: "Asetukset" in words_on(one.last.card) and one.last.updates)


async def test_a_bug_is_told_to_the_person_with_a_reference_that_the_log_has_once_and_without_content(
    small_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    card = dialog.card
    monkeypatch.setitem(DOINGS, Verb.FORM_NEXT, breaks(Verb.FORM_NEXT))
    with capture_logs() as logged:
        await dialog.submit("Seuraava", fill(card, {"matter": "single", "anonymous": "no"}))
    failed = [one for one in logged if one["log_level"] == "error"]
    assert [(one["event"], one["error"]) for one in failed] == [("turn failed", "ZeroDivisionError")]
    assert failed[0]["reference"] in dialog.text
    assert "Syy ei ole sinun" in dialog.text


async def test_a_bug_behind_a_button_or_a_word_is_told_as_well(
    small_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = await small_house.person(1)
    monkeypatch.setitem(DOINGS, Verb.OWN, breaks(Verb.OWN))
    monkeypatch.setattr("bot.teams.typed", lambda *_: breaks(Verb.OWN))
    with capture_logs() as logged:
        pressed = await worker.execute(worker.last, "Omat pyynnöt")
        await worker.say("omat")
    references = [one["reference"] for one in logged if one["event"] == "turn failed"]
    assert len(references) == 2
    assert references[0] in pressed.text
    assert references[1] in worker.last.text
    assert SECRET not in pressed.text + worker.last.text


async def test_a_bug_changes_nothing(small_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    worker = await small_house.person(1)
    begin = DOINGS[Verb.FORM_BEGIN].handler

    async def half(*turn: Any) -> Any:
        await begin(*turn)
        raise ZeroDivisionError

    monkeypatch.setitem(DOINGS, Verb.FORM_BEGIN, breaks(Verb.FORM_BEGIN, half))
    with capture_logs():
        await worker.fetch(worker.last, {"verb": "form-begin", "group": "haastavat-erot"})
    assert await rows(small_house, "drafts") == 0


async def test_an_invoke_that_nobody_knows_is_not_found_and_one_of_nobody_is_wrong(small_house: House) -> None:
    worker = await small_house.person(1)
    assert (await worker.invoke("composeExtension/query", {})).status == 404
    nobody = worker.activity("invoke", name="task/fetch", value={"data": {"verb": "own"}})
    del nobody["from"]["aadObjectId"]
    assert (await worker.post(nobody)).status == 400


async def test_a_reader_is_answered_in_the_language_of_her_teams(small_house: House) -> None:
    worker = await small_house.person(1, locale="sv-FI")
    assert worker.last.card and worker.last.card["lang"] == "sv"
    client: Client = small_house.teams.person(1, locale="de-DE")
    assert (await answered(client, "omat")).card["lang"] == "fi"  # type: ignore[index]


async def test_a_word_that_teams_sends_again_is_answered_once(small_house: House) -> None:
    worker = await small_house.person(1)
    small_house.teams.faults.add(Fault("inbound_twice", method="message"))
    await worker.say("konsultaatio")
    await small_house.teams.courier.settle()
    assert len([one for one in worker.messages if one.by_bot]) == 2
    assert {one.status for one in small_house.teams.courier.repeats} <= {200, 202}


async def test_who_comes_back_gets_what_waited_for_her(small_house: House) -> None:
    from tests.e2e.walks import send_request

    worker, secretary = await small_house.person(1), await small_house.person(3)
    await secretary.uninstall()
    await send_request(worker)
    await newest(worker, "Konsultaatiopyyntö")
    assert not any("on saapunut" in one.summary for one in secretary.messages)
    await secretary.install()
    await newest(secretary, "on saapunut")
