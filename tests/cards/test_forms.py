"""Any step of any form, its review and the word that it is kept, on both surfaces."""

from dataclasses import replace
from typing import Any

import pytest

from cards.elements import Card, Surface, weight
from cards.forms import Sheet, kept_card, review_card, step_card
from dialogs.engine import Draft
from dialogs.fields import IDENTITY_CODE, MISSING, Problem
from dialogs.forms import Form, path
from tests.cards.samples import (
    LARGEST,
    SECRET,
    carried,
    content,
    form,
    fullest,
    parts,
    presses,
    runs,
    says,
    sheet,
    verbs,
    view,
)

FORMS = ("haastavat-erot", "master", "ot-nepsy")
WRITTEN = ("ä", "😀", '"', "a\n", "{")


def step_of(one: Sheet, key: str) -> Card:
    step = one.form.step(key)
    assert step
    return step_card(view(), one, step)


def pages(one: Sheet, surface: Surface = Surface.CHAT) -> list[Card]:
    made = [review_card(view(surface), one, ["Näin käy."], "2022-10-13")]
    while carried_pages := [d["page"] for _, d in presses(made[-1]) if d.get("page", -1) == len(made)]:
        made.append(review_card(view(surface), one, ["Näin käy."], "2022-10-13", carried_pages[0]))
    return made


def at(one: Sheet, **changed: Any) -> Sheet:
    return replace(one, draft=replace(one.draft, **changed))


def words(drawn: Form, answers: dict[str, Any]) -> list[str]:
    return [one.key for step in path(drawn, answers) for one in step.fields if one.lines == "many"]


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("surface", list(Surface))
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("written", WRITTEN)
def test_no_step_outweighs_a_message_however_much_is_written(
    key: str, surface: Surface, language: str, written: str
) -> None:
    drawn = form(key)
    answers = fullest(drawn, written)
    problems = {one.key: MISSING for one in drawn.fields()}
    one = replace(sheet(drawn, answers, typed=answers, problems=problems), notice="Huomio.")
    steps = path(drawn, answers)
    assert len(steps) == len([step for step in drawn.steps if step.key != "theme"])
    assert max(weight(step_card(view(surface, language), one, step)) for step in steps) <= LARGEST


@pytest.mark.parametrize("key", FORMS)
@pytest.mark.parametrize("written", WRITTEN)
def test_the_review_of_the_longest_request_is_split_so_that_each_card_fits_and_nothing_is_lost(
    key: str, written: str
) -> None:
    drawn = form(key)
    answers = fullest(drawn, written)
    made = pages(sheet(drawn, answers))
    assert max(weight(card) for card in made) <= LARGEST
    sign = written.strip()
    wanted = sum(answers[name].count(sign) for name in words(drawn, answers))
    assert wanted > 1000
    assert sum(runs(card).count(sign) for card in made) >= wanted
    steps = [carried_["step"] for card in made for _, carried_ in presses(card) if carried_["verb"] == "form-go"]
    assert steps == [step.key for step in path(drawn, answers)]


def test_a_step_in_the_chat_executes_and_in_a_dialog_submits() -> None:
    one, step = sheet(form()), form().steps[1]
    chat, dialog = (step_card(view(surface), one, step) for surface in Surface)
    assert {one["type"] for one in parts(chat, "Action.")} == {"Action.Execute"}
    assert {one["type"] for one in parts(dialog, "Action.")} == {"Action.Submit"}
    assert verbs(chat) == verbs(dialog) == ["form-next", "form-back", "form-keep"]


def test_every_button_of_a_step_says_which_draft_which_version_and_which_step() -> None:
    made = step_of(sheet(form()), "contact")
    assert all(
        {"id": "d1", "v": 3, "step": "contact"}.items() <= data.items() and "return" not in data
        for _, data in presses(made)
    )


def test_the_first_step_has_no_way_back_and_says_what_the_form_is() -> None:
    made = step_of(sheet(form()), "matter")
    assert verbs(made) == ["form-next", "form-keep"]
    assert form().intro["fi"] in says(made)
    assert form().intro["fi"] not in says(step_of(sheet(form()), "about_you"))


def test_a_step_that_was_opened_from_the_review_leads_back_to_it() -> None:
    made = step_of(replace(sheet(form()), returning=True), "contact")
    assert carried(made, "form-next")["return"] == 1


def test_the_number_of_steps_counts_the_review_and_never_rises() -> None:
    first, single, theme = (
        says(step_of(sheet(form(), answers), "matter")) for answers in ({}, {"matter": "single"}, {"matter": "theme"})
    )
    assert "Vaihe 1/18" in first
    assert "Vaihe 1/17" in single
    assert "Vaihe 1/8" in theme


def test_the_form_is_named_in_the_chat_and_by_the_dialogs_own_title_in_a_dialog() -> None:
    one, step = sheet(form()), form().steps[1]
    chat, dialog = (says(step_card(view(surface), one, step)) for surface in Surface)
    assert form().title["fi"] in chat
    assert form().title["fi"] not in dialog


def test_the_emergency_numbers_stand_where_the_danger_is_acute_and_nowhere_else() -> None:
    one = sheet(form(), {"matter": "single", "violence": "acute"})
    numbers = [each.number.replace(" ", "\u00a0") for each in content().centre.emergency]
    acute = says(step_of(one, "acute")).replace(" ", "\u00a0")
    assert [number in acute for number in numbers] == [True] * len(numbers)
    assert numbers[1] not in says(step_of(one, "violence")).replace(" ", "\u00a0")


def test_what_has_to_be_mended_is_said_above_and_at_the_field_and_what_was_typed_stays() -> None:
    typed = {"unit": "Yksikkö", "phone": "ei numeroa"}
    made = step_of(sheet(form(), typed=typed, problems={"phone": MISSING}), "contact")
    assert view().say("form-mend") in says(made)
    assert "Tarkista puhelinnumero" in says(made)
    assert {one["id"]: one.get("value") for one in parts(made, "Input.")}["f.phone"] == "ei numeroa"
    assert view().say("form-mend") not in says(step_of(sheet(form()), "contact"))


SINGLE = {"matter": "single"}
DOUBT = Problem("warning-likely", {"kinds": "name"}, "conflict:name:1")


def test_after_a_doubt_every_button_confirms_it_and_the_first_says_so() -> None:
    problems = {"conflict": DOUBT, "conflict_signs.other": Problem("warning-likely", {"kinds": "phone"}, "x:phone:1")}
    made = step_of(sheet(form(), SINGLE, typed={"conflict": "Matti"}, problems=problems), "conflict")
    assert [title for title, _ in presses(made)] == ["Jatka näin", "Takaisin", "Tallenna ja jatka myöhemmin"]
    assert {data["sure"] for _, data in presses(made)} == {"conflict:name:1 x:phone:1"}
    assert view().say("form-likely") in says(made)
    assert view().say("form-mend") not in says(made)


def test_a_doubt_beside_something_to_mend_waits_for_it() -> None:
    made = step_of(
        sheet(form(), SINGLE, typed={"x": "y"}, problems={"conflict": DOUBT, "conflict_signs": MISSING}), "conflict"
    )
    assert presses(made)[0][0] == "Seuraava"
    assert carried(made, "form-next")["sure"] == "conflict:name:1"
    assert view().say("form-mend") in says(made)


def test_without_a_doubt_no_button_confirms_anything() -> None:
    made = step_of(sheet(form(), SINGLE, typed={"x": "y"}, problems={"conflict": IDENTITY_CODE}), "conflict")
    assert all("sure" not in data for _, data in presses(made))
    assert view().say("problem-identity-code") in says(made)


def test_of_an_old_card_it_is_not_said_that_the_rest_is_kept() -> None:
    one = sheet(form(), SINGLE, typed={"conflict": "Matti"}, problems={"conflict": DOUBT})
    made = step_of(replace(one, notice="Vanha kortti."), "conflict")
    assert "Vanha kortti." in says(made)
    assert view().say("form-likely") not in says(made)


def test_a_notice_is_shown() -> None:
    assert "Lomake on jo edennyt." in says(step_of(replace(sheet(form()), notice="Lomake on jo edennyt."), "contact"))


def test_a_question_without_anything_to_choose_from_is_not_asked() -> None:
    one = sheet(form())
    ids = [asked["id"] for asked in parts(step_of(one, "taking_part"), "Input.")]
    none = [asked["id"] for asked in parts(step_of(sheet(form(), offered={}), "taking_part"), "Input.")]
    assert "f.meeting" in ids
    assert "f.meeting" not in none


def test_the_review_names_the_meeting_that_sending_would_reach() -> None:
    made = review_card(view(), sheet(form(), {"matter": "theme"}), ["Kokous to 13.10."], "2022-10-13")
    assert carried(made, "form-send") == {"id": "d1", "v": 3, "meeting": "2022-10-13"}
    assert "Kokous to 13.10." in says(made)
    assert verbs(made)[-3:] == ["form-send", "form-back", "form-keep"]


def test_only_the_last_page_of_a_review_sends_and_only_the_first_leads_back() -> None:
    made = pages(sheet(form(), fullest(form(), "ä")))
    assert len(made) > 1
    assert ["form-send" in verbs(card) for card in made] == [False] * (len(made) - 1) + [True]
    assert ["form-back" in verbs(card) for card in made] == [True] + [False] * (len(made) - 1)
    assert all("form-keep" in verbs(card) for card in made)
    assert f"Sivu 1/{len(made)}" in says(made[0])


def test_a_change_is_sent_under_its_own_name() -> None:
    one = sheet(form(), {"matter": "theme"})
    changing = at(one, consultation="c1")
    titles = [dict(presses(review_card(view(), each, [], ""))) for each in (one, changing)]
    assert ["Lähetä" in titles[0], "Lähetä muutokset" in titles[1], "Lähetä" in titles[1]] == [True, True, False]


def test_words_of_an_other_that_is_no_longer_chosen_are_not_read_out() -> None:
    answers = {"matter": "theme", "profession": "doctor", "profession.other": SECRET}
    assert SECRET not in says(review_card(view(), sheet(form(), answers), [], ""))


def test_a_step_without_answers_says_so_and_can_be_opened() -> None:
    made = review_card(view(), sheet(form()), [], "")
    assert says(made).count(view().say("review-empty")) == len(path(form(), {}))


def test_a_kept_draft_says_until_when_and_how_it_is_found_and_shows_nothing_of_itself() -> None:
    one = sheet(form(), {"conflict": SECRET})
    chat, dialog = (kept_card(view(surface), one, "to 20.10.2022") for surface in Surface)
    assert "to 20.10.2022" in says(chat)
    assert carried(chat, "form-resume") == {"id": "d1"}
    assert SECRET not in str(chat)
    assert view().say("window-close") in says(dialog)
    assert view().say("window-close") not in says(chat)


def test_a_draft_is_drawn_in_the_readers_language_with_the_answers_kept() -> None:
    swedish = view(language="sv")
    draft = Draft("d1", "p1", form().key, "haastavat-erot", "sv", "contact", {})
    made = step_card(swedish, replace(sheet(form()), draft=draft), form().steps[0])
    assert form().steps[0].title["sv"] in says(made)
    assert made["lang"] == "sv"
