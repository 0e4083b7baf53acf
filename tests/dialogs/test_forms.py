"""Forms as data: the path that answers take, what is sent of them, and what can be wrong with a form."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.forms import (
    Compartment,
    Condition,
    Field,
    Form,
    Kind,
    Option,
    Step,
    answers_on_path,
    path,
    remembered,
    split,
    texts_of,
    untranslated,
)
from tests.dialogs.generated import LABEL, forms, options

BOTH = {"fi": "Nimi", "sv": "Namn"}
WORDS = Field("words", Kind.TEXT, LABEL)
ONE = Field("one", Kind.CHOICE, LABEL, options=options(["a", "b"]), other=True)
SOME = Field("some", Kind.CHOICES, LABEL, options=options(["a", "b"]), other=True)


def form(*steps: Step, **more: Any) -> Form:
    return Form("form", LABEL, steps, **more)


# Conditions


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("a", True),
        ("b", False),
        (["b", "a"], True),
        (["b"], False),
        ([], False),
        (None, False),
        ("A", False),
    ],
)
def test_a_condition_holds_when_the_answer_is_or_contains_a_value(answer: object, expected: bool) -> None:
    answers = {} if answer is None else {"one": answer}
    assert Condition("one", frozenset({"a", "z"})).holds(answers) is expected


def test_a_condition_can_ask_for_yes_no_and_a_number() -> None:
    assert Condition("it", frozenset({"true"})).holds({"it": True})
    assert not Condition("it", frozenset({"true"})).holds({"it": False})
    assert Condition("it", frozenset({"false"})).holds({"it": False})
    assert not Condition("it", frozenset({"false"})).holds({})
    assert Condition("it", frozenset({"2"})).holds({"it": 2})


def test_all_conditions_of_a_step_must_hold() -> None:
    both = [Condition("one", frozenset({"a"})), Condition("some", frozenset({"b"}))]
    step = Step("s", LABEL, [WORDS], when=both)
    assert step.asked({"one": "a", "some": ["b"]})
    assert not step.asked({"one": "a", "some": ["a"]})
    assert not step.asked({"some": ["b"]})
    assert Step("s", LABEL, [WORDS]).asked({})


CHAIN = form(
    Step("1", LABEL, [ONE]),
    Step("2", LABEL, [SOME], when=[Condition("one", frozenset({"a"}))]),
    Step("3", LABEL, [WORDS], when=[Condition("some", frozenset({"b", "other"}))]),
)


def test_a_path_leaves_out_what_hangs_on_a_step_that_is_left_out() -> None:
    answers = {"one": "b", "some": ["b"], "words": "x"}
    assert [step.key for step in path(CHAIN, answers)] == ["1"]
    assert answers_on_path(CHAIN, answers) == {"one": "b"}
    assert [step.key for step in path(CHAIN, answers | {"one": "a"})] == ["1", "2", "3"]


@given(st.data())
def test_what_is_sent_takes_the_same_path_and_is_sent_whole(data: st.DataObject) -> None:
    one = data.draw(forms())
    answers: dict[str, Any] = {}
    for asked in one.fields():
        value = data.draw(st.sampled_from(sorted(asked.values or {"x"})))
        answers[asked.key] = [value] if asked.kind is Kind.CHOICES else value
    sent = answers_on_path(one, answers)
    assert path(one, sent) == path(one, answers)
    assert answers_on_path(one, sent) == sent
    assert set(sent) == {asked.key for step in path(one, answers) for asked in step.fields}


def test_the_field_that_asks_for_the_meeting_is_found_by_where_its_options_come_from() -> None:
    meeting = Field("meeting", Kind.CHOICE, LABEL, options_from="meetings")
    asking = form(Step("1", LABEL, [WORDS]), Step("2", LABEL, [meeting]))
    assert asking.asks_from("meetings") is meeting
    assert asking.asks_from("elsewhere") is None
    assert form(Step("1", LABEL, [WORDS])).asks_from("meetings") is None


def test_a_form_lists_its_fields_in_order_and_finds_its_steps_by_key() -> None:
    assert [asked.key for asked in CHAIN.fields()] == ["one", "some", "words"]
    assert CHAIN.step("2") is CHAIN.steps[1]
    assert CHAIN.step("4") is None


# Other, what?


@pytest.mark.parametrize(("answers", "expected"), [({"one": "other"}, True), ({"one": "a"}, False), ({}, False)])
def test_other_is_chosen_or_not(answers: dict[str, Any], expected: bool) -> None:
    assert ONE.chose_other(answers) is expected
    assert not replace(ONE, other=False).chose_other(answers)


def test_words_of_an_other_that_is_no_longer_chosen_are_not_sent() -> None:
    one = form(Step("1", LABEL, [ONE, SOME]))
    answers = {"one": "a", "one.other": "vanha", "some": ["a", "other"], "some.other": "uusi"}
    assert answers_on_path(one, answers) == {"one": "a", "some": ["a", "other"], "some.other": "uusi"}


# Compartments


UNIT = Field("unit", Kind.CHOICE, LABEL, options=options(["a"]), other=True, compartment=Compartment.REQUESTER)
JOB = Field("job", Kind.TEXT, LABEL, prefill=True)
ABOUT = form(Step("1", LABEL, [UNIT, JOB, WORDS]))
GIVEN = {"unit": "other", "unit.other": "Yksikkö", "job": "Työ", "words": "Asia"}


def test_the_answers_about_the_requester_are_kept_apart_with_their_words() -> None:
    case, requester = split(ABOUT, GIVEN)
    assert case == {"job": "Työ", "words": "Asia"}
    assert requester == {"unit": "other", "unit.other": "Yksikkö"}


def test_every_answer_is_in_exactly_one_compartment() -> None:
    case, requester = split(ABOUT, GIVEN | {"stray": 1})
    assert case | requester == GIVEN | {"stray": 1}
    assert not case.keys() & requester.keys()


def test_the_next_form_remembers_the_requester_and_nothing_of_the_case() -> None:
    assert remembered(ABOUT, GIVEN) == {"unit": "other", "unit.other": "Yksikkö", "job": "Työ"}
    assert remembered(ABOUT, {"words": "Asia"}) == {}


# Languages


def test_a_form_is_spoken_in_the_readers_language_or_whole_in_its_first() -> None:
    one = form(Step("1", LABEL, [WORDS]), languages=("fi", "sv"))
    assert [one.spoken(wished) for wished in ("sv", "fi", "en", "", None)] == ["sv", "fi", "fi", "fi", "fi"]


def test_every_text_of_a_form_has_a_place_and_empty_ones_have_none() -> None:
    asked = Field("one", Kind.CHOICE, BOTH, hint=BOTH, options=[Option("a", BOTH)])
    one = Form("form", BOTH, [Step("1", BOTH, [asked], text=BOTH)], BOTH)
    places = ["title", "intro", "1.title", "1.text", "1.one.label", "1.one.hint", "1.one.a"]
    assert [place for place, _ in texts_of(one)] == places


@pytest.mark.parametrize(
    "place", ["title", "intro", "1.title", "1.text", "1.one.label", "1.one.hint", "1.one.error", "1.one.a"]
)
def test_a_single_text_without_a_language_is_found(place: str) -> None:
    def at(here: str) -> dict[str, str]:
        return LABEL if here == place else BOTH

    asked = Field(
        "one",
        Kind.CHOICE,
        at("1.one.label"),
        hint=at("1.one.hint"),
        error=at("1.one.error"),
        options=[Option("a", at("1.one.a"))],
    )
    one = Form("form", at("title"), [Step("1", at("1.title"), [asked], text=at("1.text"))], at("intro"))
    assert untranslated(one, "sv") == [place]
    assert untranslated(one, "fi") == []


# What is kept for a shorter time


def test_answers_that_are_forgotten_early_are_told_by_their_days_with_their_other_words() -> None:
    steps = [Step("1", LABEL, [replace(WORDS, keep_days=30), replace(ONE, keep_days=90), SOME])]
    assert form(*steps).short_lived() == {30: {"words"}, 90: {"one", "one.other"}}
    assert form(Step("1", LABEL, [WORDS])).short_lived() == {}
