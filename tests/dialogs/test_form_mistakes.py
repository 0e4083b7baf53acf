"""What can be wrong with a form as a whole."""

from dataclasses import replace

import pytest
from hypothesis import given

from dialogs.form_mistakes import mistakes
from dialogs.forms import Check, Condition, Field, Form, Kind, Rule, Step
from tests.dialogs.generated import LABEL, forms, options
from tests.dialogs.test_forms import JOB, ONE, SOME, WORDS, form


def wrong(*steps: Step) -> list[tuple[str, str, str]]:
    return list(mistakes(form(*steps)))


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


@pytest.mark.parametrize(
    ("rule", "fields", "value"),
    [
        (Rule.ANY, ("words", "later"), "later"),
        (Rule.IN_ORDER, ("words", "start"), "words, start"),
        (Rule.AHEAD, ("start", "start"), "start, start"),
        (Rule.SHOWN, ("start", "start"), "start, start"),
        (Rule.IN_ORDER, ("start",), "start"),
    ],
)
def test_a_rule_is_about_fields_of_its_own_step_and_of_the_kinds_that_it_judges(
    rule: Rule, fields: tuple[str, ...], value: str
) -> None:
    start = Field("start", Kind.TIME, LABEL)
    found = wrong(Step("1", LABEL, [WORDS, start], checks=[Check(rule, fields)]))
    assert [one[:2] for one in found] == [("steps.1.checks", value)]
