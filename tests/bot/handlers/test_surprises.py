"""What happens between two presses of a person, elsewhere: nobody's doing is undone in silence."""

from datetime import datetime

from sqlalchemy import select

from playground import Client, Dialog
from storage import tables
from storage.people import Caller, find_actor, meet
from tests import ground
from tests.bot.handlers.test_forms import to_the_end
from tests.bot.talk import asked, opened
from tests.e2e.walks import begin_dialog, send_request, titles, walk_dialog, words_on
from tests.house import House


async def move(secretary: Client, reference: str, day: str) -> None:
    dialog = await opened(secretary, reference)
    await dialog.submit("Siirrä toiseen kokoukseen")
    await dialog.submit("Siirrä pyyntö", {"f.meeting": day, "f.words": "Sairastapaus"})
    assert "Pyyntö on siirretty" in words_on(dialog.card), words_on(dialog.card)


async def changing(worker: Client, reference: str) -> Dialog:
    dialog = await opened(worker, reference)
    await dialog.submit("Muuta pyyntöä")
    return dialog


async def test_a_change_that_was_open_when_the_request_moved_does_not_move_it_back(house: House) -> None:
    worker, secretary, reference = await asked(house)
    dialog = await changing(worker, reference)
    await to_the_end(dialog)
    await move(secretary, reference, "2022-12-08")
    await dialog.submit("Lähetä muutokset")
    assert house.desk.speech("fi").say("form-moved-on") in words_on(dialog.card)
    await to_the_end(dialog)
    await dialog.submit("Lähetä muutokset")
    async with house.desk.database.read() as connection:
        [day] = (await connection.scalars(select(tables.consultations.c.meeting))).all()
    assert day.isoformat() == "2022-12-08"


async def test_a_change_that_comes_too_late_is_told_before_anything_is_written(small_house: House) -> None:
    worker, _, reference = await asked(small_house)
    dialog = await changing(worker, reference)
    assert "Muuta" in titles(dialog.card)
    small_house.turn_to(datetime(2022, 10, 7))
    await dialog.submit("Muuta")
    assert "ei voi enää muuttaa" in words_on(dialog.card)


async def test_the_same_question_can_be_asked_again_once_it_has_been_answered(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    for number in (1, 2):
        asking = await opened(secretary, reference)
        await asking.submit("Kysy pyytäjältä")
        await asking.submit("Lähetä kysymys", {"f.words": "Kuka osallistuu?"})
        answering = await opened(worker, reference)
        await answering.submit("Vastaa kysymykseen")
        await answering.submit("Lähetä vastaus", {"f.words": f"Vastaus {number}."})
    async with small_house.desk.database.read() as connection:
        answers = [one["answer"] for one in await ground.rows(connection, tables.questions)]
    assert sorted(str(one) for one in answers) == ["Vastaus 1.", "Vastaus 2."]


async def test_the_queue_offers_every_meeting_that_has_requests_and_what_lies_ahead_stands_first(
    small_house: House,
) -> None:
    worker, secretary = await small_house.person(1), await small_house.person(3)
    first, second = await send_request(worker), await send_request(worker)
    await move(secretary, first, "2023-02-09")
    small_house.turn_to(datetime(2022, 11, 1, 9))
    await secretary.say("jono")
    said = words_on(secretary.card_of(secretary.last))
    assert said.index(first) < said.index(second)
    assert "to 9.2.2023" in said


async def test_a_person_whose_activities_carry_neither_name_nor_locale_is_met_again(house: House) -> None:
    caller = Caller("tenant", "00000000-0000-4000-8000-0000000000ff", "")
    async with house.desk.database.write() as connection:
        once = await meet(connection, caller, house.clock.now())
        again = await meet(connection, caller, house.clock.now())
        assert once.id == again.id
        assert await find_actor(connection, caller) is not None


async def test_a_word_that_is_none_gets_the_emergency_numbers_too(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.say("112")
    said = words_on(worker.card_of(worker.last))
    assert "112" in said
    assert "014" in said
    assert "älä odota vastausta täältä" in said


async def test_a_draft_in_the_list_says_where_it_stands_and_since_when(small_house: House) -> None:
    worker = await small_house.person(1)
    await walk_dialog(await begin_dialog(worker), until="contact")
    await worker.say("omat")
    said = words_on(worker.card_of(worker.last))
    assert "Viimeksi: Yhteystietosi sihteerille, tallennettu ti 20.9.2022 klo 8.00" in said
