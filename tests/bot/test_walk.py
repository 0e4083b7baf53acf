"""A press on a form is judged by the draft as it is, and loses nothing that was typed."""

from datetime import datetime
from typing import Any

import pytest

from playground import Client, Dialog
from tests.bot.talk import button
from tests.e2e.walks import begin_dialog, fill, inputs_by_id, step_of, walk_dialog, words_on
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


def _goes(dialog: Dialog) -> list[dict[str, Any]]:
    return [one["data"] for one in Client.actions_of(dialog.card) if one.get("data", {}).get("verb") == "form-go"]


def _review(dialog: Dialog) -> dict[str, Any]:
    held = _goes(dialog)[0]
    return {"verb": "form-review", "id": held["id"], "v": held["v"], "page": 0}
