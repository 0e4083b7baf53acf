"""No identity code is ever kept, and what may point at a person only once its writer has seen it and is sure."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.caution import caution, doubts, sure_of
from dialogs.engine import Draft, Outcome, advance, back, is_already_kept, keep, problems_of, unanswered
from dialogs.fields import IDENTITY_CODE, Problem, Situation
from dialogs.forms import REVIEW, Compartment, Field, Form, Kind, Step
from domain.identity_codes import identity_codes
from tests.dialogs.generated import LABEL, LOOSE, NAMES, TODAY, forms, options, typed

MOVES = {"next": advance, "back": back, "keep": keep}
NOW = Situation(TODAY, {}, NAMES)
CODE = "131052-308T"
FORM = Form(
    "form",
    LABEL,
    [
        Step("first", LABEL, [Field("one", Kind.TEXT, LABEL), Field("many", Kind.TEXT, LABEL, lines="many")]),
        Step("second", LABEL, [Field("choice", Kind.CHOICE, LABEL, options=options(), other=True)]),
        Step("third", LABEL, [Field("own", Kind.TEXT, LABEL, compartment=Compartment.REQUESTER)]),
        Step("fourth", LABEL, [Field("address", Kind.TEXT, LABEL, format="email"), Field("n", Kind.NUMBER, LABEL)]),
    ],
)
FULL: dict[str, Any] = {"one": "Yksi", "many": "Monta", "choice": "a", "own": "Oma", "address": "a@kunta.fi", "n": 1}


def draft(step: str = "first", **answers: Any) -> Draft:
    return Draft("d", "owner", "form", "one", "fi", step, answers)


def press(move: str, before: Draft, sent: dict[str, Any], sure: str = "") -> Outcome:
    return MOVES[move](FORM, before, before.step, sent, replace(NOW, sure=sure))


# Words


def test_a_doubt_carries_kinds_and_counts_and_nothing_of_the_words() -> None:
    doubt = caution("one", "Matti soitti Liisalle 040 123 4567.", NAMES, "")
    assert doubt == Problem("warning-likely", {"kinds": "name,phone"}, "one:name:2 one:phone:1")


@pytest.mark.parametrize(
    ("sure", "doubted"),
    [
        ("one:name:2 one:phone:1", False),
        ("one:phone:1 other:name:9 one:name:2", False),
        ("one:name:3 one:phone:2", False),
        ("one:name:1 one:phone:1", True),
        ("one:name:2", True),
        ("other:name:2 other:phone:1", True),
        ("", True),
        ("one:name:x one:phone: :: one", True),
        ("one:name:99999999 one:phone:1", True),
        ("one:name:²  one:phone:1", True),
    ],
)
def test_what_has_been_confirmed_is_not_doubted_and_anything_more_is(sure: str, doubted: bool) -> None:
    found = caution("one", "Matti soitti Liisalle 040 123 4567.", NAMES, sure)
    assert (found is not None) is doubted


def test_words_that_point_at_nobody_are_not_doubted() -> None:
    assert caution("one", "Viestit ovat kiristyneet.", NAMES, "") is None


@pytest.mark.parametrize(
    ("asked", "doubted"),
    [
        (Field("x", Kind.TEXT, LABEL), ["x"]),
        (Field("x", Kind.TEXT, LABEL, lines="many"), ["x"]),
        (Field("x", Kind.TEXT, LABEL, format="phone"), []),
        (Field("x", Kind.TEXT, LABEL, compartment=Compartment.REQUESTER), []),
        (Field("x", Kind.CHOICE, LABEL, options=options(), other=True), ["x.other"]),
        (Field("x", Kind.CHOICES, LABEL, options=options(), other=True), ["x.other"]),
        (Field("x", Kind.CHOICES, LABEL, other=True, compartment=Compartment.REQUESTER), []),
        (Field("x", Kind.DAY, LABEL), []),
    ],
)
def test_only_free_words_about_the_case_are_doubted(asked: Field, doubted: list[str]) -> None:
    good = {"x": "Matti 040 123 4567", "x.other": "Matti"}
    assert [key for key, _ in doubts(asked, good, {}, NOW)] == doubted
    assert list(doubts(asked, good, good, NOW)) == []


def test_one_press_confirms_all_doubts_of_a_card() -> None:
    problems = {"a": Problem("warning-likely", {}, "a:name:1"), "b": IDENTITY_CODE, "c": Problem("x", {}, "c:name:2")}
    assert sure_of(problems) == "a:name:1 c:name:2"


# Identity codes in a form


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize(
    ("step", "key"),
    [
        ("first", "one"),
        ("first", "many"),
        ("second", "choice"),
        ("second", "choice.other"),
        ("third", "own"),
        ("fourth", "address"),
        ("fourth", "n"),
    ],
)
def test_an_identity_code_is_refused_at_its_field_by_every_press(move: str, step: str, key: str) -> None:
    before = draft(step, **FULL)
    outcome = press(move, before, {"one": "Uusi", "many": "Uusi", key: f"Lapsi {CODE} tuli."})
    assert outcome.draft.step == step
    assert outcome.problems[key] == IDENTITY_CODE
    assert outcome.draft.answers.get(key) == FULL.get(key)
    assert outcome.draft.answers["one"] == ("Uusi" if step == "first" and key != "one" else "Yksi")


def test_an_identity_code_is_told_even_where_the_text_is_too_long_or_not_what_was_asked_for() -> None:
    outcome = press("next", draft(**FULL), {"one": "x" * 300 + CODE, "many": "Monta"})
    assert outcome.problems == {"one": IDENTITY_CODE}


def test_no_confirmation_lets_an_identity_code_in() -> None:
    outcome = press("next", draft(**FULL), {"one": CODE, "many": "Monta"}, "one:name:9 one:problem-identity-code:9")
    assert outcome.problems == {"one": IDENTITY_CODE}


def test_a_draft_that_holds_a_code_from_elsewhere_is_led_to_its_step_before_it_can_be_sent() -> None:
    held = draft(REVIEW, **FULL | {"own": CODE})
    found = unanswered(FORM, held.answers, NOW)
    assert found is not None
    assert found.key == "third"
    outcome = press("next", replace(held, step="third"), {"own": "[…]"})
    assert (outcome.problems, outcome.draft.step, outcome.draft.answers["own"]) == ({}, "fourth", "[…]")


# Doubts in a form


@pytest.mark.parametrize("move", MOVES)
def test_a_doubtful_answer_is_kept_by_no_press_until_it_is_confirmed(move: str) -> None:
    before = draft(**FULL)
    sent = {"one": "Matti tuli.", "many": "Uusi"}
    outcome = press(move, before, sent)
    assert (outcome.draft.step, outcome.typed) == ("first", sent)
    assert (outcome.draft.answers["one"], outcome.draft.answers["many"]) == ("Yksi", "Uusi")
    sure = sure_of(outcome.problems)
    after = press(move, outcome.draft, sent, sure)
    assert after.problems == {}
    assert after.draft.answers["one"] == "Matti tuli."


@pytest.mark.parametrize("move", MOVES)
def test_what_was_typed_after_the_doubt_is_doubted_anew(move: str) -> None:
    outcome = press(move, draft(**FULL), {"one": "Matti tuli.", "many": "Monta"})
    more = {"one": "Matti tuli. Liisa lähti.", "many": "Soita 040 123 4567."}
    after = press(move, outcome.draft, more, sure_of(outcome.problems))
    assert set(after.problems) == {"one", "many"}
    assert after.draft.answers["one"] == "Yksi"


def test_a_mended_answer_is_kept_without_confirmation() -> None:
    outcome = press("next", draft(**FULL), {"one": "Matti tuli.", "many": "Monta"})
    after = press("next", outcome.draft, {"one": "Lapsi tuli.", "many": "Monta"})
    assert (after.problems, after.draft.answers["one"]) == ({}, "Lapsi tuli.")


def test_an_answer_that_was_kept_is_not_doubted_again_as_long_as_it_stays_as_it_is() -> None:
    kept = draft(**FULL | {"one": "Matti tuli."})
    assert press("next", kept, {"one": "Matti tuli.", "many": "Monta"}).problems == {}
    assert set(press("next", kept, {"one": "Matti tuli taas.", "many": "Monta"}).problems) == {"one"}
    assert is_already_kept(FORM, kept, "first", {"one": "Matti tuli.", "many": "Monta"}, NOW)
    assert not is_already_kept(FORM, draft(**FULL), "first", {"one": "Matti tuli.", "many": "Monta"}, NOW)


def test_the_words_of_other_are_doubted_and_its_choice_stands() -> None:
    outcome = press("next", draft("second", one="Yksi", many="Monta"), {"choice": "other", "choice.other": "Matti"})
    assert set(outcome.problems) == {"choice.other"}
    assert outcome.draft.answers.get("choice") == "other"
    assert "choice.other" not in outcome.draft.answers


def test_what_is_missing_is_named_beside_what_is_doubtful() -> None:
    outcome = press("next", draft(), {"one": "Matti tuli."})
    assert (outcome.problems["many"].key, outcome.problems["one"].key) == ("problem-missing", "warning-likely")


def test_what_is_wrong_with_words_can_be_told_without_keeping_them() -> None:
    assert set(problems_of(FORM, draft(**FULL), {"one": CODE, "many": "Matti"}, NOW)) == {"one", "many"}
    assert problems_of(FORM, draft(REVIEW), {"one": CODE}, NOW) == {}


# At random


@given(st.data())
def test_whatever_is_pressed_no_code_is_ever_kept_and_nothing_doubtful_unseen(data: st.DataObject) -> None:
    form = data.draw(forms())
    held, seen = Draft("d", "owner", "form", "one", "fi", form.steps[0].key, {}), set[str]()
    for _ in range(data.draw(st.integers(1, 6))):
        step = data.draw(st.sampled_from(list(form.steps)))
        sent = data.draw(typed(step, NOW)) | _loose(data, step)
        move, sure = data.draw(st.sampled_from(sorted(MOVES))), data.draw(st.sampled_from(["", *seen]))
        outcome = MOVES[move](form, held, step.key, sent, replace(NOW, sure=sure))
        seen.add(sure_of(outcome.problems))
        held = outcome.draft
        assert not any(identity_codes(str(value)) for value in held.answers.values())
    for one in form.fields():
        for key, _ in doubts(one, held.answers, {}, NOW):
            assert any(f"{key}:" in sure for sure in seen)


def _loose(data: st.DataObject, step: Step) -> dict[str, Any]:
    keys = [key for one in step.fields for key in one.keys]
    return {key: data.draw(st.sampled_from(LOOSE)) for key in data.draw(st.sets(st.sampled_from(keys)))}
