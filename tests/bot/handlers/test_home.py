"""The first card, help, and the choice of a group."""

import pytest

from bot.envelope import FILE
from tests.bot.talk import answered, button, said
from tests.e2e.walks import begin_dialog, titles, walk_dialog, words_on
from tests.house import House


async def test_help_tells_the_words_the_contacts_and_the_emergency_numbers(small_house: House) -> None:
    worker = await small_house.person(1)
    told = (await said(worker, "ohje")).replace("\u00a0", " ")
    contact = small_house.desk.content.centre.contacts[0]
    assert all(word in told + str(worker.last.card) for word in ("112", "014 266 0149", contact.name, "peruuta"))


async def test_cancelling_keeps_the_form_that_is_on_its_way(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="contact")
    assert "Keskeneräiset lomakkeet ovat tallessa" in await said(worker, "peruuta")
    assert "Jatka täyttämistä" in titles((await answered(worker, "omat")).card)


@pytest.mark.parametrize("word", ["kokous", "tilastot"])
async def test_what_is_still_to_come_is_said_to_be(small_house: House, word: str) -> None:
    worker = await small_house.person(1)
    assert "ei ole vielä käytössä" in await said(worker, word)


async def test_every_group_is_offered_with_the_meeting_that_can_still_be_reached(small_house: House) -> None:
    worker = await small_house.person(1)
    told = await said(worker, "konsultaatio")
    assert "to 13.10.2022 klo 13–15" in told and "Ryhmällä ei ole kiinteitä kokousaikoja" in told
    small_house.pass_time(days=20)
    told = await said(worker, "konsultaatio")
    assert "to 10.11.2022 klo 13–15" in told and "to 13.10.2022" not in told


async def test_a_form_that_has_been_begun_is_offered_to_be_gone_on_with(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    chosen = {"verb": "ask-group", "group": "haastavat-erot"}
    shown = await worker.act(worker.last, {"data": chosen})
    assert "Jatka täyttämistä" not in titles(shown.card)
    await walk_dialog(dialog, until="contact")
    shown = await worker.act(worker.last, {"data": chosen})
    assert button(shown.card, "form-resume")["id"] == button(dialog.card, "form-next")["id"]


async def test_a_group_that_is_no_more_is_said_to_be_gone(small_house: House) -> None:
    worker = await small_house.person(1)
    for verb in ("ask-group", "form-begin"):
        shown = await worker.act(worker.last, {"data": {"verb": verb, "group": "gone"}})
        assert "Ryhmää ei löytynyt" in words_on(shown.card)


async def test_home_offers_the_queue_to_a_secretary(small_house: House) -> None:
    worker, secretary = await small_house.person(1), await small_house.person(3)
    assert "Ryhmän jono" in titles(secretary.last.card)
    assert "Ryhmän jono" not in titles(worker.last.card)


@pytest.mark.parametrize(("number", "kind"), [(1, FILE), (1, "image/png"), (3, FILE)])
async def test_a_file_is_not_taken_and_its_sender_is_told_so(small_house: House, number: int, kind: str) -> None:
    person = await small_house.person(number)
    before = len(person.messages)
    sent = {"contentType": kind, "name": "Liisa.csv", "content": {"downloadUrl": "http://127.0.0.1:9/x"}}
    await person.post(person.activity("message", text="omat", attachments=[sent]))
    await person.until(lambda one: len(one.messages) > before)
    told = words_on(person.last.card)
    assert "ei avattu eikä tallennettu" in told and "Liisa" not in told
