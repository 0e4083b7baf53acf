"""Asking for a consultation: a form is begun, walked, kept, gone on with and sent, each once."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import func, select

from bot.seats import AHEAD
from domain.meetings import open_meetings
from playground import Client, Dialog, Fault
from storage import consultations, tables
from tests import ground
from tests.bot.talk import answered, asked, button, newest, opened, whole
from tests.e2e.walks import (
    SINGLE,
    begin_dialog,
    inputs_by_id,
    send_dialog,
    send_request,
    step_of,
    titles,
    walk_dialog,
    words_on,
)
from tests.house import House
from tests.storage.facts import request

BEGIN = {"verb": "form-begin", "group": "haastavat-erot"}


async def rows(house: House, table: str) -> int:
    async with house.desk.database.read() as connection:
        found = await connection.scalar(select(func.count()).select_from(tables.metadata.tables[table]))
    return int(found or 0)


async def to_the_end(dialog: Dialog) -> None:
    """Turn the review to its last page."""
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")


def values(card: Any) -> dict[str, Any]:
    return {key: one.get("value") for key, one in inputs_by_id(card).items()}


async def fill_seats(house: House, day: str) -> None:
    """Give every seat of a meeting to somebody else."""
    async with house.desk.database.write() as connection:
        owner = await connection.scalar(select(tables.people.c.id).limit(1))
        for _ in range(3):
            reference = await consultations.next_reference(connection, "HE", 2022)
            one = request(str(owner), reference=reference, meeting=date.fromisoformat(day))
            await consultations.add(connection, one, {})


async def test_a_form_begun_twice_is_one_draft(house: House) -> None:
    worker = await house.person(1)
    begun = await asyncio.gather(*(worker.fetch(worker.last, BEGIN) for _ in range(8)))
    begun.append(await worker.fetch(worker.last, BEGIN))
    assert len({button(one.card, "form-next")["id"] for one in begun}) == 1
    assert await rows(house, "drafts") == 1


async def test_a_second_form_is_a_second_draft_once_the_first_is_on_its_way(small_house: House) -> None:
    worker = await small_house.person(1)
    first = await worker.fetch(worker.last, BEGIN)
    await walk_dialog(first, until="about_you")
    second = await worker.fetch(worker.last, BEGIN)
    assert step_of(second.card) == "matter"
    assert await rows(small_house, "drafts") == 2


async def test_what_one_wrote_about_oneself_is_offered_the_next_time_and_nothing_of_the_case(
    small_house: House,
) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    dialog = await begin_dialog(worker)
    assert "edellisen pyyntösi mukaan" in words_on(dialog.card)
    assert values(dialog.card) == {"matter": None, "anonymous": None}
    await dialog.submit("Seuraava", {"f.matter": "single", "f.anonymous": "no"})
    assert values(dialog.card)["profession"] == "social_worker"
    await dialog.submit("Seuraava")
    assert values(dialog.card)["phone"] == SINGLE["contact"]["phone"]
    await dialog.submit("Seuraava")
    assert set(values(dialog.card).values()) == {None}


async def test_a_kept_form_is_gone_on_with_from_another_device_where_it_was_left(house: House) -> None:
    worker = await house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="contact")
    await dialog.submit("Tallenna ja jatka myöhemmin", {"f.unit": "Perheneuvola"})
    assert "Lomake on tallessa" in words_on(dialog.card)
    assert "to 20.10.2022" in words_on(dialog.card)
    house.pass_time(days=3)
    again = await worker.open(await answered(worker, "omat"), "Jatka täyttämistä")
    assert step_of(again.card) == "contact"
    assert values(again.card)["unit"] == "Perheneuvola"
    await worker.say("omat")
    await worker.execute(worker.last, "Jatka keskustelussa")
    assert step_of(worker.card_of(worker.last)) == "contact"


async def test_keeping_what_is_malformed_shows_what_is_wrong_and_loses_nothing(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="contact")
    await dialog.submit("Tallenna ja jatka myöhemmin", {"f.unit": "Perheneuvola", "f.email": "ei osoite"})
    assert step_of(dialog.card) == "contact"
    assert (values(dialog.card)["email"], values(dialog.card)["unit"]) == ("ei osoite", "Perheneuvola")


async def test_a_press_on_an_old_device_never_loses_what_was_typed_there(small_house: House) -> None:
    worker = await small_house.person(1)
    phone = await begin_dialog(worker)
    draft = {"verb": "form-resume", "id": button(phone.card, "form-next")["id"]}
    desk = await worker.fetch(worker.last, draft)
    await phone.submit("Seuraava", {"f.matter": "single", "f.anonymous": "no"})
    await desk.submit("Seuraava", {"f.matter": "theme", "f.anonymous": "yes"})
    assert "toisella laitteella" in words_on(desk.card)
    assert values(desk.card) == {"matter": "theme", "anonymous": "yes"}


async def test_an_expired_form_is_said_to_be_gone(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    small_house.pass_time(days=30)
    await dialog.submit("Seuraava", {"f.matter": "single"})
    assert "vanhentunut" in words_on(dialog.card)


async def test_a_request_that_comes_too_late_is_told_of_the_next_meeting_before_it_is_sent(house: House) -> None:
    worker = await house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog)
    await to_the_end(dialog)
    house.turn_to(datetime(2022, 10, 7))
    await dialog.submit("Lähetä")
    assert "määräaika on mennyt" in words_on(dialog.card) and "to 10.11.2022" in words_on(dialog.card)
    assert await rows(house, "consultations") == 0
    await send_dialog(dialog)
    assert "to 10.11.2022 klo 13–15" in words_on(dialog.card)
    assert await rows(house, "consultations") == 1


async def test_a_meeting_that_has_filled_up_meanwhile_is_told_before_it_is_sent(house: House) -> None:
    worker = await house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog)
    await to_the_end(dialog)
    await fill_seats(house, "2022-10-13")
    await dialog.submit("Lähetä")
    assert "paikat on jo varattu" in words_on(dialog.card)
    await send_dialog(dialog)
    assert "to 10.11.2022 klo 13–15" in words_on(dialog.card)


async def test_when_every_meeting_is_full_a_request_can_be_sent_all_the_same(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="taking_part")
    rule = small_house.desk.group("haastavat-erot").meetings
    assert rule
    for one in open_meetings("haastavat-erot", rule, small_house.clock.now(), AHEAD):
        await fill_seats(small_house, one.day.isoformat())
    await dialog.submit("Seuraava", {"f.participants": "requester", "f.meeting": ""})
    assert step_of(dialog.card) in ("taking_part", "confirm")
    await walk_dialog(dialog)
    assert "Voit silti lähettää pyynnön" in words_on(dialog.card)
    await send_dialog(dialog)
    assert "sihteeri sopii ajasta" in words_on(dialog.card)


async def test_sending_twice_makes_one_request_and_one_receipt(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog)
    await to_the_end(dialog)
    sent = button(dialog.card, "form-send")
    house.teams.faults.add(Fault("inbound_twice", method="task/submit"))
    house.teams.faults.add(Fault("inbound_again", method="task/submit", seconds=0.3))
    await dialog.send(sent)
    await dialog.send(sent)
    await house.teams.courier.settle()
    assert "HE-2022-0001" in words_on(dialog.card)
    assert all("HE-2022-0001" in str(one.body) for one in house.teams.courier.repeats)
    assert await rows(house, "consultations") == 1
    await newest(secretary, "on saapunut")
    await newest(worker, "Konsultaatiopyyntö HE-2022-0001")
    assert sum("Konsultaatiopyyntö HE-2022-0001" in one.summary for one in worker.cards) == 1


async def test_what_is_incomplete_is_not_sent(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="contact")
    at = button(dialog.card, "form-next")
    await dialog.send({"verb": "form-send", "id": at["id"], "v": at["v"], "meeting": "2022-10-13"})
    assert step_of(dialog.card) == "contact"
    assert "puuttuu vielä vastaus" in words_on(dialog.card)
    assert await rows(small_house, "consultations") == 0


async def test_what_is_sent_leaves_no_answers_in_the_draft_and_keeps_the_requester_apart(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    async with small_house.desk.database.read() as connection:
        [draft] = await ground.rows(connection, tables.drafts)
        [case], [requester] = [
            [one["answers"] for one in await ground.rows(connection, table)]
            for table in (tables.consultations, tables.requesters)
        ]
        assert await rows(small_house, "data_keys") == len({"index", "person", "case", "identity"})
    assert (draft["step"], draft["answers"]) == (None, None)
    assert draft["expires_at"] - draft["changed_at"] == timedelta(days=1)
    assert {"unit", "phone", "email", "municipality"} == set(requester)
    assert not {"unit", "phone", "email", "municipality"} & set(case)
    assert "theme" not in case


async def test_a_sent_form_that_is_pressed_again_shows_its_receipt(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    first = dialog.card
    await walk_dialog(dialog)
    await send_dialog(dialog)
    for verb in ("form-next", "form-keep"):
        await dialog.send(button(first, verb))
        assert "Pyyntö on lähetetty" in words_on(dialog.card)


async def test_a_request_is_changed_until_its_deadline_and_both_sides_see_it(house: House) -> None:
    worker, secretary, reference = await asked(house)
    house.turn_to(datetime(2022, 10, 6, 23, 59))
    dialog = await opened(worker, reference)
    await dialog.submit("Muuta pyyntöä")
    await to_the_end(dialog)
    await dialog.submit("Lähetä muutokset")
    assert "on tallennettu" in words_on(dialog.card)
    await newest(secretary, f"Pyyntöä {reference} on muutettu")
    assert "Pyyntöä muutettu" in await whole(await opened(secretary, reference))
    assert await rows(house, "consultations") == 1


async def test_after_the_deadline_a_change_is_refused_even_from_a_card_that_was_opened_before(house: House) -> None:
    worker, _, reference = await asked(house)
    dialog = await opened(worker, reference)
    before = button(dialog.card, "consultation-change")
    await dialog.submit("Muuta pyyntöä")
    await to_the_end(dialog)
    sent = button(dialog.card, "form-send")
    house.turn_to(datetime(2022, 10, 7))
    await dialog.send(sent)
    assert "ei voi enää muuttaa" in words_on(dialog.card)
    await dialog.send(before)
    assert "määräaika on mennyt" in words_on(dialog.card)
    async with house.desk.database.read() as connection:
        assert await connection.scalar(select(tables.consultations.c.version)) == 1
    assert "Muuta pyyntöä" not in titles((await opened(worker, reference)).card)


async def test_a_request_keeps_the_meeting_to_which_it_was_moved_when_something_else_is_changed(
    small_house: House,
) -> None:
    worker, secretary, reference = await asked(small_house)
    moving = await opened(secretary, reference)
    await moving.submit("Siirrä toiseen kokoukseen")
    await moving.submit("Siirrä pyyntö", {"f.meeting": "2022-12-08", "f.words": "Sairastapaus"})
    dialog = await opened(worker, reference)
    await dialog.submit("Muuta pyyntöä")
    assert "to 8.12.2022" in words_on(dialog.card)
    await to_the_end(dialog)
    await dialog.submit("Lähetä muutokset")
    assert "to 8.12.2022 klo 13–15" in words_on(dialog.card)


async def test_a_change_that_was_begun_before_the_move_does_not_undo_it(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    changing = await opened(worker, reference)
    await changing.submit("Muuta pyyntöä")
    await to_the_end(changing)
    moving = await opened(secretary, reference)
    await moving.submit("Siirrä toiseen kokoukseen")
    await moving.submit("Siirrä pyyntö", {"f.meeting": "2022-12-08", "f.words": "Sairastapaus"})
    await changing.submit("Lähetä muutokset")
    assert "to 8.12.2022 klo 13–15" in words_on(changing.card)
    await to_the_end(changing)
    await changing.submit("Lähetä muutokset")
    assert "on tallennettu" in words_on(changing.card)
    assert "to 8.12.2022 klo 13–15" in words_on(changing.card)


async def test_a_change_begun_on_two_devices_is_one_draft(small_house: House) -> None:
    worker, _, reference = await asked(small_house)
    first, second = await opened(worker, reference), await opened(worker, reference)
    for dialog in (first, second):
        await dialog.submit("Muuta pyyntöä")
    assert button(first.card, "form-go")["id"] == button(second.card, "form-go")["id"]


async def test_a_group_without_meetings_takes_a_request_at_any_time(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await worker.fetch(worker.last, {"verb": "form-begin", "group": "ot-nepsy"})
    answers: dict[str, Any] = {
        **SINGLE,
        "matter": {"matter": "theme", "description": "Miten tukea nuorta, joka ei pääse kouluun?"},
        "contact": {"unit": "Perheneuvola", "area": "*", "phone": "040 123 4567", "email": "nimi@kunta.example"},
        "support": {"support": "consultation", "wish": "Menetelmiä."},
        "confirm": {"no_names": "true"},
    }
    await walk_dialog(dialog, answers=answers)
    assert "Ryhmän sihteeri sopii jatkosta" in words_on(dialog.card)
    await send_dialog(dialog)
    assert "ON-2022-0001" in words_on(dialog.card)


async def test_a_form_is_whole_in_one_language(small_house: House) -> None:
    worker: Client = await small_house.person(1, locale="sv-FI")
    dialog = await worker.fetch(worker.last, BEGIN)
    assert dialog.card and dialog.card["lang"] == "sv"
    assert "Ämne för konsultationen" in words_on(dialog.card)
