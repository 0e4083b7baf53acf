"""One press or word, once, in one transaction; a refusal becomes a card, and everything leaves its line."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Row, select

from bot.dispatch import with_notice
from bot.doings import DOINGS
from cards.verbs import Verb
from domain.refusals import Refused
from storage import access_log as chain
from storage import consultations, identities, requesters, tables
from storage.trace_tables import access_log, inbound
from tests.bot.scenes import press
from tests.bot.talk import answered, asked, button, said
from tests.cards.samples import parts
from tests.e2e.walks import SINGLE, send_request, words_on
from tests.house import House, read_texts

TEXTS = read_texts()
TITLES = {
    "word-consultation": "groups-title",
    "word-own": "own-title",
    "word-claim": "claim-ask-title",
    "word-sessions": "sessions-title",
    "word-queue": "queue-title",
    "word-meeting": "coming-meeting",
    "word-announcement": "refused-announcements",
    "word-settings": "settings-title",
    "word-statistics": "coming-statistics",
    "word-help": "help-title",
    "word-cancel": "home-cancelled",
    "word-greeting": "home-greeting",
}


async def test_every_first_word_gets_its_own_card_in_its_own_language(small_house: House) -> None:
    for language in TEXTS.languages:
        secretary = small_house.teams.person(3, locale=language)
        await small_house.person(3, locale=language)
        speech = small_house.desk.speech(language)
        for key, title in TITLES.items():
            word = speech.say(key).split(",")[0]
            assert speech.say(title) in await said(secretary, word), word


async def test_a_button_that_is_no_more_shows_what_there_is(small_house: House) -> None:
    worker = await small_house.person(1)
    answer = await worker.act(worker.last, {"verb": "gone", "data": {"verb": "gone"}})
    assert "Tämä painike ei ole enää käytössä" in words_on(answer.card)


async def test_a_refusal_is_said_and_the_present_state_of_the_request_comes_with_it(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    listed = await answered(worker, "omat")
    mine = button(listed.card, "consultation-open")
    answer = await worker.act(worker.last, {"data": {"verb": "question-answer", "id": mine["id"]}})
    assert "Kysymykseen on jo vastattu" in words_on(answer.card)
    assert reference in words_on(answer.card)
    stranger = await small_house.person(2)
    other = await stranger.act(stranger.last, {"data": {"verb": "question-answer", "id": mine["id"]}})
    assert reference not in words_on(other.card)
    assert secretary.installed


def test_a_notice_stands_first_and_its_words_are_no_markdown() -> None:
    card: dict[str, Any] = {"type": "AdaptiveCard", "body": [{"type": "TextBlock", "text": "a"}]}
    told = with_notice(card, "[x](https://paha.example)")
    note, *rest = parts(told, "TextRun") + parts(told, "TextBlock")
    assert (note["text"], [one["text"] for one in rest]) == ("[x](https://paha.example)", ["a"])
    assert str(told).index("paha") < str(told).index("'a'")
    assert with_notice({"type": "x"}, "sana") == {"type": "x"}
    assert len(card["body"]) == 1


async def lines(house: House) -> list[Row[Any]]:
    async with house.desk.database.read() as connection:
        return list((await connection.execute(select(access_log).order_by(access_log.c.seq))).all())


async def newest_line(house: House) -> tuple[str, str, str, str]:
    """What was done to which kind of thing, and what came of it."""
    line = (await lines(house))[-1]
    return line.action, line.kind, line.outcome, line.reason


async def request_of(house: House) -> tuple[str, str]:
    """The only request and its owner, by id."""
    async with house.desk.database.read() as connection:
        row = (await connection.execute(select(tables.consultations.c.id, tables.consultations.c.owner))).one()
        return row.id, row.owner


async def test_every_press_and_every_word_leaves_one_line_reads_and_refusals_included(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    which, owner = await request_of(small_house)
    before = len(await lines(small_house))
    await press(worker, {"verb": "consultation-open", "id": which})
    assert await newest_line(small_house) == ("consultation-open", "consultation", "done", "")
    assert ((await lines(small_house))[-1].subject, (await lines(small_house))[-1].actor) == (which, owner)
    await press(worker, {"verb": "consultation-take", "id": which})
    assert await newest_line(small_house) == ("consultation-take", "consultation", "refused", "refused-not-found")
    assert (await lines(small_house))[-1].subject == which
    await press(secretary, {"verb": "consultation-take", "id": which})
    assert await newest_line(small_house) == ("consultation-take", "consultation", "done", "")
    await answered(secretary, reference)
    assert await newest_line(small_house) == ("typed-reference", "consultation", "done", "")
    assert (await lines(small_house))[-1].subject == which
    await answered(worker, "jono")
    assert await newest_line(small_house) == ("word-queue", "", "refused", "refused-queue")
    await press(worker, {"verb": "nonsense", "id": "Matti Meikäläinen"})
    assert await newest_line(small_house) == ("none", "", "refused", "refused-verb")
    assert len(await lines(small_house)) == before + 6


async def test_a_line_names_the_draft_that_a_press_made_and_the_request_that_a_press_sent(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    which, owner = await request_of(small_house)
    found = {one.action: one for one in await lines(small_house)}
    async with small_house.desk.database.read() as connection:
        draft = await connection.scalar(select(tables.drafts.c.id))
    # Who only begins to ask is named nowhere: what follows might be anonymous.
    assert (found["form-begin"].kind, found["form-begin"].subject, found["form-begin"].actor) == ("draft", "", None)
    assert (found["form-next"].kind, found["form-next"].subject) == ("draft", draft)
    assert (found["form-send"].kind, found["form-send"].subject) == ("consultation", which)
    assert {one.actor for one in found.values()} == {owner, None}


async def test_what_an_anonymous_requester_does_is_written_down_without_her_and_by_the_day(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker, SINGLE | {"matter": {"matter": "single", "anonymous": "yes"}})
    which, _ = await request_of(small_house)
    async with small_house.desk.database.read() as connection:
        owner = await requesters.person_of(connection, which)
    await press(worker, {"verb": "consultation-open", "id": which})
    await press(worker, {"verb": "question-answer", "id": which})
    about = [one for one in await lines(small_house) if one.subject == which]
    assert [(one.action, one.outcome) for one in about] == [
        ("form-send", "done"),
        ("consultation-open", "done"),
        ("question-answer", "refused"),
    ]
    zone = small_house.desk.content.centre.zone
    assert {(one.actor, one.at.astimezone(zone).strftime("%H.%M")) for one in about} == {(None, "00.00")}
    # Neither the log nor the arrivals lead from her to the request by the draft.
    named = [one for one in await lines(small_house) if one.actor == owner]
    assert "welcome" in {one.action for one in named} and "form-begin" not in {one.action for one in named}
    assert "form-next" in {one.action for one in await lines(small_house) if one.actor is None and not one.subject}
    assert which not in {one.subject for one in named}
    async with small_house.desk.database.read() as connection:
        kept = (await connection.scalars(select(inbound.c.subject).where(inbound.c.verb == "form-send"))).all()
        assert which not in kept
        assert which not in (await connection.scalars(select(inbound.c.subject))).all()


@pytest.mark.parametrize("gone", ["identity", "request"])
async def test_who_presses_in_vain_on_an_anonymous_request_is_not_written_down_beside_it(
    small_house: House, gone: str
) -> None:
    worker = await small_house.person(1)
    await send_request(worker, SINGLE | {"matter": {"matter": "single", "anonymous": "yes"}})
    which, _ = await request_of(small_house)
    async with small_house.desk.database.write() as connection:
        if gone == "request":
            await consultations.erase(connection, which)
        else:
            await identities.forget(connection, which)
    # The card of her own request still lies in her chat.
    await press(worker, {"verb": "consultation-open", "id": which})
    assert await newest_line(small_house) == ("consultation-open", "consultation", "refused", "refused-not-found")
    line = (await lines(small_house))[-1]
    assert line.subject == "" and line.actor


async def test_a_refused_press_keeps_nothing_that_its_handler_had_begun_to_write(
    small_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = await small_house.person(1)
    begin = DOINGS[Verb.FORM_BEGIN]

    async def half(*turn: Any) -> Any:
        await begin.handler(*turn)
        raise Refused("refused-group")

    monkeypatch.setitem(DOINGS, Verb.FORM_BEGIN, replace(begin, handler=half))
    await press(worker, {"verb": "form-begin", "group": "haastavat-erot"})
    assert await newest_line(small_house) == ("form-begin", "", "refused", "refused-group")
    async with small_house.desk.database.read() as connection:
        assert (await connection.scalars(select(tables.drafts.c.id))).all() == []


async def test_the_chain_holds_over_all_of_it(house: House) -> None:
    worker, secretary, _ = await asked(house)
    which, _ = await request_of(house)
    data = {"verb": "consultation-open", "id": which}
    await asyncio.gather(*(press(one, data) for one in (worker, secretary) for _ in range(6)))
    async with house.desk.database.read() as connection:
        found = await chain.verify(connection, await chain.chain_key(connection))
    assert found.good
    assert found.count >= 12


async def test_who_has_not_yet_said_whether_she_is_to_be_named_is_not(small_house: House) -> None:
    worker = await small_house.person(1)
    await answered(worker, "konsultaatio")
    await press(worker, {"verb": "form-begin", "group": "haastavat-erot"})
    await press(worker, {"verb": "form-begin", "group": "master"})
    logged = [one for one in await lines(small_house) if one.action in ("word-consultation", "form-begin")]
    assert [(one.actor, one.subject) for one in logged] == [(None, "")] * 3
