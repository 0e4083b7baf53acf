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
    mistakes,
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


def wrong(*steps: Step) -> list[tuple[str, str, str]]:
    return list(mistakes(form(*steps)))


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


# Mistakes


@given(forms())
def test_a_form_that_is_in_order_has_no_mistakes(one: Form) -> None:
    assert list(mistakes(one)) == []


def test_two_steps_of_one_key_are_a_mistake() -> None:
    place, value, expected = wrong(Step("1", LABEL, [WORDS]), Step("1", LABEL, [JOB]))[0]
    assert (place, value) == ("steps.1", "1")
    assert "of its own" in expected


def test_no_step_may_be_called_as_the_review_is() -> None:
    assert wrong(Step("review", LABEL, [WORDS]))[0][:2] == ("steps.review", "review")


@pytest.mark.parametrize("steps", [[[WORDS, WORDS]], [[WORDS], [JOB, WORDS]]])
def test_two_fields_of_one_key_are_a_mistake_in_one_step_or_in_two(steps: list[list[Field]]) -> None:
    made = [Step(str(number), LABEL, own) for number, own in enumerate(steps)]
    assert [value for _, value, _ in wrong(*made)] == ["words"]


@pytest.mark.parametrize("field", ["later", "own", "nowhere"])
def test_a_condition_names_a_field_of_an_earlier_step(field: str) -> None:
    asked = Step("2", LABEL, [replace(WORDS, key="own")], when=[Condition(field, frozenset({"x"}))])
    found = wrong(Step("1", LABEL, [WORDS]), asked, Step("3", LABEL, [replace(WORDS, key="later")]))
    assert found == [("steps.2.when", field, "a field of an earlier step")]


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (ONE, "c", "only a, b, other"),
        (SOME, "", "only a, b, other"),
        (replace(ONE, other=False), "other", "only a, b"),
        (Field("one", Kind.TOGGLE, LABEL), "yes", "only false, true"),
    ],
)
def test_a_condition_on_what_nobody_can_answer_is_a_mistake(asked: Field, value: str, expected: str) -> None:
    when = [Condition(asked.key, frozenset({value}))]
    assert wrong(Step("1", LABEL, [asked]), Step("2", LABEL, [WORDS], when=when)) == [("steps.2.when", value, expected)]


@pytest.mark.parametrize(
    ("asked", "value"),
    [
        (ONE, "other"),
        (SOME, "a"),
        (Field("one", Kind.TOGGLE, LABEL), "false"),
        (Field("one", Kind.NUMBER, LABEL), "2"),
        (Field("one", Kind.CHOICE, LABEL, options_from="meetings"), "2022-10-13"),
    ],
)
def test_a_condition_on_what_can_be_answered_is_none(asked: Field, value: str) -> None:
    when = [Condition(asked.key, frozenset({value}))]
    assert wrong(Step("1", LABEL, [asked]), Step("2", LABEL, [WORDS], when=when)) == []


@pytest.mark.parametrize(
    ("asked", "value", "expected"),
    [
        (Field("it", Kind.CHOICE, LABEL), "no options", "options to choose from"),
        (Field("it", Kind.CHOICES, LABEL, other=True), "no options", "options to choose from"),
        (replace(WORDS, other=True), "other = true", "only where options are listed"),
        (Field("it", Kind.CHOICE, LABEL, options_from="meetings", other=True), "other = true", "only where"),
        (replace(ONE, options=options(["a", "b", "a"])), "a", "of its own for each option"),
        (replace(ONE, options=options(["a", "other"])), "other", "of its own for each option"),
        (Field("it", Kind.NUMBER, LABEL, min="today"), "today", "a number for a number"),
        (Field("it", Kind.NUMBER, LABEL, max="5"), "5", "a number for a number"),
        (Field("it", Kind.DAY, LABEL, min=1), "1", "an ISO day"),
        (Field("it", Kind.DAY, LABEL, max="tomorrow"), "tomorrow", "an ISO day"),
        (Field("it", Kind.DAY, LABEL, max="2022-09-31"), "2022-09-31", "an ISO day"),
        (replace(WORDS, max=3), "3", "nothing for other kinds"),
    ],
)
def test_a_field_that_could_not_be_asked_or_judged_is_a_mistake(asked: Field, value: str, expected: str) -> None:
    found = wrong(Step("1", LABEL, [asked]))
    assert {(place, what) for place, what, _ in found} == {(f"steps.1.{asked.key}", value)}
    assert all(expected in why for _, _, why in found)


@pytest.mark.parametrize(
    "asked",
    [
        Field("it", Kind.NUMBER, LABEL, min=0, max=5),
        Field("it", Kind.DAY, LABEL, min="today", max="2030-12-31"),
        Field("it", Kind.CHOICE, LABEL, options_from="meetings"),
        ONE,
        SOME,
    ],
)
def test_a_field_that_is_in_order_is_no_mistake(asked: Field) -> None:
    assert wrong(Step("1", LABEL, [asked])) == []
