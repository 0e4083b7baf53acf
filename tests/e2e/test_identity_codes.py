"""A code typed into every input of the service leaves no trace: not in a file, not in the log, not on a card."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from domain.announcements import Kind
from playground import Client, Dialog, Teams
from playground.elements import Json
from tests.canaries.pens import NOTHING, take_step
from tests.canaries.stage import Stage
from tests.domain.codes import code
from tests.e2e.walks import SINGLE, begin_dialog, fill, inputs_by_id, send_dialog, step_of, titles, words_on
from tests.soak.cards import say
from tests.soak.service import Service

PLAIN = code("130597", "-", 957)
SPELLINGS = (PLAIN, PLAIN.lower(), PLAIN.replace("-", "\u2013"), " ".join(PLAIN), PLAIN.replace("-", "\n- "))
# What would be left of any of them, escaped or not.
BETWEEN = r"(?:\\u\w{4}|\D){0,6}?"
TRACE = re.compile(BETWEEN.join("130597957"))
# The service runs by the real clock, and offers the meetings of its day.
ANSWERS = SINGLE | {"taking_part": {"participants": "*", "meeting": "*"}}
BUTTONS = ("Seuraava", "Takaisin", "Tallenna ja jatka myöhemmin")


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    one = Service(tmp_path)
    await one.begin()
    await one.ready()
    yield one
    await one.stop()


def traces(found: object) -> list[str]:
    """What is left of the code in a file, a card, a log."""
    text = found.decode("latin-1") if isinstance(found, bytes) else str(found)
    return TRACE.findall(text)


def spelled(card: Any, number: int) -> dict[str, str]:
    """The code in every input of a card, spelled this way or another."""
    return {f"f.{key}": f"Lapsi ({SPELLINGS[number % 5]}) tuli." for key in inputs_by_id(card)}


def kept_by(folder: Path) -> dict[str, bytes]:
    """All that the service has written so far."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


def test_the_trace_is_that_of_every_spelling() -> None:
    assert all(traces(one) and traces(one.encode()) for one in SPELLINGS)
    assert all(traces(json.dumps(one)) and traces(repr(one)) for one in SPELLINGS)


async def _try_everything(dialog: Dialog, step: str) -> int:
    """Press every button of a step with the code in all of its inputs; gives the number of inputs."""
    before = dialog.card
    pressed = [title for title in BUTTONS if title in titles(before)]
    for number, title in enumerate(pressed):
        await dialog.submit(title, spelled(before, number))
        assert step_of(dialog.card) == step
        assert say("problem-identity-code") in words_on(dialog.card)
        assert traces(dialog.body) == []
    # And an old card.
    next_ = next(one["data"] for one in Client.actions_of(before) if one["data"]["verb"] == "form-next")
    await dialog.send({**next_, **spelled(before, 3)})
    assert traces(dialog.body) == []
    assert "[…]" in str(dialog.card)
    return len(inputs_by_id(before))


async def _walk(dialog: Dialog) -> int:
    tried = 0
    while (step := step_of(dialog.card)) != "review":
        tried += await _try_everything(dialog, step)
        empty = {f"f.{key}": "" for key in inputs_by_id(dialog.card)}
        await dialog.submit("Seuraava", empty | fill(dialog.card, ANSWERS[step]))
        assert step_of(dialog.card) != step
    return tried


async def _words(dialog: Dialog, title: str, good: Json) -> None:
    await dialog.submit(title, spelled(dialog.card, 0))
    assert traces(dialog.body) == []
    refused = words_on(dialog.card)
    # A meeting that is none is refused before its reason is read.
    assert say("problem-identity-code") in refused or say("problem-meeting") in refused
    await dialog.submit(
        title, {**spelled(dialog.card, 1), **{key: one for key, one in good.items() if key != "f.words"}}
    )
    assert say("problem-identity-code") in words_on(dialog.card)
    assert traces(dialog.body) == []
    await dialog.submit(title, good)


async def _opened(client: Client, word: str) -> Dialog:
    await client.say(word)
    which = [one for one in Client.actions_of(client.card_of(client.last)) if "verb" in one.get("data", {})]
    data = next(one["data"] for one in which if one["data"]["verb"] == "consultation-open")
    return await client.fetch(client.last, data)


async def _ask_answer_move(worker: Client, secretary: Client) -> None:
    hers = await _opened(secretary, "jono")
    await hers.submit("Kysy pyytäjältä")
    await _words(hers, "Lähetä kysymys", {"f.words": "Kuka osallistuu?"})
    mine = await _opened(worker, "omat")
    await mine.submit("Vastaa kysymykseen")
    await _words(mine, "Lähetä vastaus", {"f.words": "Työpari."})
    hers = await _opened(secretary, "jono")
    await hers.submit("Siirrä toiseen kokoukseen")
    day = inputs_by_id(hers.card)["meeting"]["choices"][0]["value"]
    await _words(hers, "Siirrä pyyntö", {"f.meeting": day, "f.words": "Sairastapaus."})
    assert "on siirretty" in words_on(hers.card)


async def _elsewhere(client: Client) -> None:
    """Words, filters and settings take it too."""
    for spelling in SPELLINGS:
        await client.say(spelling)
        assert traces(client.last.card) == []
    for verb in ("queue", "settings-language", "home", "own", "consultation-open", PLAIN):
        data = {"verb": verb, "id": PLAIN, "page": PLAIN, "f.status": PLAIN, "f.meeting": PLAIN, "f.language": PLAIN}
        result = await client.invoke("task/submit", {"data": data})
        assert result.status == 200
        assert traces(result.body) == []


async def test_a_code_in_every_input_leaves_no_trace(service: Service, tmp_path: Path) -> None:
    async with Teams(service.url) as teams:
        worker, secretary = teams.person(1), teams.person(3)
        for one in (worker, secretary):
            await one.install()
        dialog = await begin_dialog(worker)
        tried = await _walk(dialog)
        assert tried > 40
        await send_dialog(dialog)
        reference = words_on(dialog.card).split("viitenumero on ")[1].split(". ")[0]
        await secretary.until(lambda one: any(reference in (message.summary or "") for message in one.messages))
        await _ask_answer_move(worker, secretary)
        await _elsewhere(worker)
        await _elsewhere(secretary)
        cards = [message.card for client in (worker, secretary) for message in client.messages if message.by_bot]
        assert traces(cards) == []
        running = kept_by(tmp_path)
    await service.stop()
    for files in (running, kept_by(tmp_path)):
        assert {name: traces(one) for name, one in files.items() if traces(one)} == {}
    assert any(reference.encode() in one for one in running.values())
    assert "serving" in service.log


async def test_in_the_chat_it_comes_back_on_no_card_either(service: Service) -> None:
    async with Teams(service.url) as teams:
        worker = teams.person(1)
        await worker.install()
        await worker.say("konsultaatio")
        asked = worker.last
        choose = [one for one in Client.actions_of(worker.card_of(asked)) if one.get("verb") == "ask-group"]
        await worker.execute(asked, choose[0])
        await worker.execute(asked, "Täytä keskustelussa")
        form = worker.last
        for step in ("matter", "about_you", "contact", "separation", "children", "conflict"):
            card = worker.card_of(form)
            assert step_of(card) == step
            await worker.execute(form, "Seuraava", spelled(card, 0))
            assert say("problem-identity-code") in words_on(worker.card_of(form))
            await worker.submit(form, "Takaisin" if step != "matter" else "Seuraava", spelled(card, 2))
            assert traces([message.card for message in worker.messages]) == []
            empty = {f"f.{key}": "" for key in inputs_by_id(worker.card_of(worker.last))}
            good = empty | fill(worker.card_of(worker.last), SINGLE[step])
            form = worker.last
            await worker.execute(form, "Seuraava", good)


async def test_in_what_is_announced_it_leaves_no_trace_either(service: Service, tmp_path: Path) -> None:
    async with Teams(service.url) as teams:
        stage, tried = Stage(service, teams, tmp_path), 0
        await stage.coordinator.install()
        for kind in Kind:
            new = {"verb": "announcement-new", "kind": kind.value}
            dialog = await stage.coordinator.fetch(None, new)
            while (step := step_of(dialog.card)) != "review":
                tried += await _try_everything(dialog, step)
                await take_step(stage, dialog, NOTHING, "Avoin kaikille.")
                assert step_of(dialog.card) != step
        assert tried > 60
        running = kept_by(tmp_path)
    await service.stop()
    for files in (running, kept_by(tmp_path)):
        assert {name: traces(one) for name, one in files.items() if traces(one)} == {}
