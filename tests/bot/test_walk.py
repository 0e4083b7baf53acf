"""A press on a form is judged by the draft as it is, and loses nothing that was typed."""

from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from playground import Client, Dialog
from storage import drafts, tables
from tests.bot.talk import button, person_id
from tests.e2e.walks import SINGLE, begin_dialog, fill, inputs_by_id, step_of, walk_dialog, words_on
from tests.house import House

MATTER = {"matter": "single", "anonymous": "no"}
THEME = {"matter": "theme", "anonymous": "yes"}


def typed(card: Any) -> dict[str, Any]:
    """What stands in a card's inputs."""
    return {key: one.get("value") for key, one in inputs_by_id(card).items()}


@pytest.fixture
async def dialog(small_house: House) -> Dialog:
    return await begin_dialog(await small_house.person(1))


async def again(dialog: Dialog, card: Any, verb: str, answers: dict[str, str]) -> None:
    """Press a button of an older card."""
    await dialog.send({**button(card, verb), **{f"f.{key}": value for key, value in answers.items()}})


async def test_what_is_missing_is_shown_at_its_field_and_the_good_answer_is_kept(dialog: Dialog) -> None:
    await dialog.submit("Seuraava", {"f.matter": "single"})
    assert step_of(dialog.card) == "matter"
    assert "Valitse, saako nimesi näkyä ryhmälle." in words_on(dialog.card)
    assert typed(dialog.card)["matter"] == "single"
    await dialog.submit("Seuraava", {"f.anonymous": "no"})
    assert step_of(dialog.card) == "about_you"


async def test_a_double_press_goes_one_step_and_says_nothing(dialog: Dialog) -> None:
    first = dialog.card
    await dialog.submit("Seuraava", fill(first, MATTER))
    after = dialog.card
    await again(dialog, first, "form-next", MATTER)
    assert dialog.card == after


async def test_a_press_on_an_old_card_that_brings_something_new_shows_it_and_keeps_it_only_when_pressed_again(
    dialog: Dialog,
) -> None:
    first = dialog.card
    await dialog.submit("Seuraava", fill(first, MATTER))
    await again(dialog, first, "form-next", THEME)
    assert step_of(dialog.card) == "matter"
    assert typed(dialog.card) == THEME
    assert "toisessa ikkunassa" in words_on(dialog.card)
    await dialog.submit("Seuraava")
    assert step_of(dialog.card) == "about_you"


async def test_a_press_that_skips_ahead_is_led_back(dialog: Dialog) -> None:
    await dialog.send({**button(dialog.card, "form-next"), "step": "confirm", "f.no_names": "true"})
    assert step_of(dialog.card) == "matter"


async def test_a_step_that_is_no_more_leads_to_where_the_form_is(dialog: Dialog) -> None:
    await dialog.send({**button(dialog.card, "form-next"), "step": "weather", "f.no_names": "true"})
    assert step_of(dialog.card) == "matter"


async def test_back_keeps_what_was_typed_though_it_is_not_complete(dialog: Dialog) -> None:
    await dialog.submit("Seuraava", fill(dialog.card, MATTER))
    await dialog.submit("Takaisin", {"f.level": "basic"})
    assert step_of(dialog.card) == "matter"
    assert typed(dialog.card) == MATTER
    await dialog.submit("Seuraava")
    assert typed(dialog.card)["level"] == "basic"


async def test_back_does_not_lose_what_is_malformed(dialog: Dialog) -> None:
    await walk_dialog(dialog, until="contact")
    await dialog.submit("Takaisin", {"f.phone": "ei numeroa", "f.unit": "Perheneuvola"})
    assert step_of(dialog.card) == "contact"
    assert typed(dialog.card)["phone"] == "ei numeroa"
    assert typed(dialog.card)["unit"] == "Perheneuvola"


async def test_a_step_opened_from_the_review_leads_back_to_the_review(dialog: Dialog) -> None:
    await walk_dialog(dialog)
    await dialog.send(next(d for d in _goes(dialog) if d["step"] == "about_you"))
    assert step_of(dialog.card) == "about_you"
    await dialog.submit("Seuraava", {"f.level": "specialised"})
    assert step_of(dialog.card) == "review"


async def test_a_changed_answer_that_opens_another_path_asks_what_is_missing_there(dialog: Dialog) -> None:
    await walk_dialog(dialog)
    await dialog.send(next(d for d in _goes(dialog) if d["step"] == "matter"))
    await dialog.submit("Seuraava", {"f.matter": "theme"})
    assert step_of(dialog.card) == "theme"


async def test_the_way_back_from_the_review_leads_to_the_last_step(dialog: Dialog) -> None:
    await walk_dialog(dialog)
    await dialog.submit("Takaisin")
    assert step_of(dialog.card) == "confirm"


async def test_the_review_names_the_meeting_and_says_when_it_is_another_than_the_wished(
    small_house: House, dialog: Dialog
) -> None:
    await walk_dialog(dialog)
    assert "to 13.10.2022 klo 13–15" in words_on(dialog.card)
    small_house.turn_to(datetime(2022, 10, 7))
    await dialog.send(_review(dialog))
    assert "määräaika on mennyt" in words_on(dialog.card)
    assert "to 10.11.2022 klo 13–15" in words_on(dialog.card)


NAMED = {"f.conflict": "Äiti Marjukka Nieminen soitti numerosta 040 123 4567.", "f.conflict_signs": "court"}


async def doubted(dialog: Dialog, title: str = "Seuraava", text: str = NAMED["f.conflict"]) -> None:
    """At the step on the conflict, words that may point at somebody."""
    await walk_dialog(dialog, until="conflict")
    signs = inputs_by_id(dialog.card)["conflict_signs"]["choices"][0]["value"]
    await dialog.submit(title, {"f.conflict": text, "f.conflict_signs": signs})


async def kept(house: House, dialog: Dialog) -> dict[str, Any]:
    """What the draft of this dialog holds."""
    async with house.desk.database.read() as connection:
        found = await drafts.find(connection, await _id(connection), await _owner(connection), house.clock.now())
    assert found
    return dict(found[0].answers)


async def _id(connection: AsyncConnection) -> str:
    return str(await connection.scalar(select(tables.drafts.c.id)))


async def _owner(connection: AsyncConnection) -> str:
    return str(await connection.scalar(select(tables.drafts.c.owner)))


async def test_words_that_may_point_at_somebody_are_shown_again_and_kept_when_their_writer_is_sure(
    small_house: House, dialog: Dialog
) -> None:
    await doubted(dialog)
    assert step_of(dialog.card) == "conflict"
    assert "henkilön nimi ja puhelinnumero" in words_on(dialog.card)
    assert "ei ole vielä tallennettu" in words_on(dialog.card)
    assert typed(dialog.card)["conflict"] == NAMED["f.conflict"]
    answers = await kept(small_house, dialog)
    assert "conflict" not in answers and "conflict_signs" in answers
    await dialog.submit("Jatka näin")
    assert step_of(dialog.card) == "network"
    assert (await kept(small_house, dialog))["conflict"] == NAMED["f.conflict"]


async def test_what_was_confirmed_is_asked_about_no_more_and_what_is_new_is(dialog: Dialog) -> None:
    await doubted(dialog)
    await dialog.submit("Jatka näin")
    await dialog.submit("Takaisin")
    await dialog.submit("Seuraava")
    assert step_of(dialog.card) == "network"
    await dialog.submit("Takaisin")
    await dialog.submit("Seuraava", {"f.conflict": NAMED["f.conflict"] + " Asuu Koulukatu 3."})
    assert step_of(dialog.card) == "conflict"
    assert "katuosoite" in words_on(dialog.card)


async def test_something_new_that_is_typed_beside_a_doubt_is_doubted_as_well(dialog: Dialog) -> None:
    await doubted(dialog)
    await dialog.submit("Jatka näin", {"f.conflict": NAMED["f.conflict"] + " Samoin Liisa."})
    assert step_of(dialog.card) == "conflict"
    await dialog.submit("Jatka näin")
    assert step_of(dialog.card) == "network"


async def test_a_mended_text_needs_no_confirmation(small_house: House, dialog: Dialog) -> None:
    await doubted(dialog)
    await dialog.submit("Jatka näin", {"f.conflict": "Äiti soitti."})
    assert step_of(dialog.card) == "network"
    assert (await kept(small_house, dialog))["conflict"] == "Äiti soitti."


async def test_one_may_be_sure_and_go_back(small_house: House, dialog: Dialog) -> None:
    await doubted(dialog, "Takaisin")
    assert step_of(dialog.card) == "conflict"
    assert "conflict" not in await kept(small_house, dialog)
    await dialog.submit("Takaisin")
    assert step_of(dialog.card) == "children"
    assert (await kept(small_house, dialog))["conflict"] == NAMED["f.conflict"]


async def test_one_may_be_sure_and_stop_for_today(small_house: House, dialog: Dialog) -> None:
    await doubted(dialog, "Tallenna ja jatka myöhemmin")
    assert "Lomake on tallessa" not in words_on(dialog.card)
    assert "conflict" not in await kept(small_house, dialog)
    await dialog.submit("Tallenna ja jatka myöhemmin")
    assert "Lomake on tallessa" in words_on(dialog.card)
    assert (await kept(small_house, dialog))["conflict"] == NAMED["f.conflict"]


async def test_in_the_chat_it_is_asked_in_the_same_way(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="conflict")
    await worker.say("omat")
    form = worker.last
    await worker.execute(form, "Jatka keskustelussa")
    signs = inputs_by_id(worker.card_of(form))["conflict_signs"]["choices"][0]["value"]
    await worker.execute(form, "Seuraava", {"f.conflict": NAMED["f.conflict"], "f.conflict_signs": signs})
    assert "henkilön nimi ja puhelinnumero" in words_on(worker.card_of(form))
    await worker.execute(form, "Jatka näin")
    assert step_of(worker.card_of(form)) == "network"


async def test_ones_own_contact_details_are_not_asked_about(dialog: Dialog) -> None:
    await walk_dialog(dialog, until="contact")
    answers = {"f.unit": "Koulukatu 3, Liisa Virtanen, 040 123 4567"}
    await dialog.submit("Seuraava", fill(dialog.card, SINGLE["contact"]) | answers)
    assert step_of(dialog.card) == "separation"


async def test_an_old_card_brings_neither_a_code_nor_a_doubt_in(small_house: House, dialog: Dialog) -> None:
    await walk_dialog(dialog, until="conflict")
    old = dialog.card
    signs = inputs_by_id(old)["conflict_signs"]["choices"][0]["value"]
    await dialog.submit("Seuraava", {"f.conflict": "Viestit.", "f.conflict_signs": signs})
    sure = "conflict:name:9 conflict:phone:9"
    loose = {"conflict": NAMED["f.conflict"] + " Lapsi 131052-308T.", "conflict_signs": signs}
    await dialog.send({**button(old, "form-next"), "sure": sure, **{f"f.{key}": one for key, one in loose.items()}})
    assert "toisessa ikkunassa" in words_on(dialog.card)
    assert "Tekstissä oli henkilötunnus" in words_on(dialog.card)
    assert "308T" not in str(dialog.card)
    assert typed(dialog.card)["conflict"].endswith("Lapsi […].")
    await dialog.submit("Seuraava")
    assert "henkilön nimi" in words_on(dialog.card)
    assert (await kept(small_house, dialog))["conflict"] == "Viestit."
    await dialog.submit("Jatka näin")
    assert (await kept(small_house, dialog))["conflict"].endswith("Lapsi […].")


async def test_a_code_that_a_profile_brings_along_is_shown_on_no_card_and_sent_by_nobody(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        person = await person_id(small_house, connection, worker)
        await drafts.remember_profile(connection, person, {"unit": "Perheneuvola 131052-308T"})
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until="contact")
    assert typed(dialog.card)["unit"] == "Perheneuvola […]"
    held = button(dialog.card, "form-next")
    await dialog.send({"verb": "form-send", "id": held["id"], "v": held["v"], "meeting": "2022-10-13"})
    assert step_of(dialog.card) == "contact"
    await dialog.submit("Seuraava", fill(dialog.card, {**SINGLE["contact"], "unit": "Perheneuvola […]"}))
    assert (await kept(small_house, dialog))["unit"] == "Perheneuvola […]"


def _goes(dialog: Dialog) -> list[dict[str, Any]]:
    return [one["data"] for one in Client.actions_of(dialog.card) if one.get("data", {}).get("verb") == "form-go"]


def _review(dialog: Dialog) -> dict[str, Any]:
    held = _goes(dialog)[0]
    return {"verb": "form-review", "id": held["id"], "v": held["v"], "page": 0}
