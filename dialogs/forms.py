"""Forms as data: `Form > Step > Field(kind)`. Conditions sit on steps only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from domain.centre import Text
from domain.moments import is_day

# Answers by field key: text, day and choice as str, choices as list of str, toggle and
# acknowledgement as bool, number as int; the words of "other, what?" under `<key>.other`.
Answers = Mapping[str, Any]

# An option of this value is made by `other = true`; the content cannot give it another meaning.
OTHER = "other"
REVIEW = "review"


class Kind(StrEnum):
    """The kinds of field; the renderer has one widget for each."""

    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    TOGGLE = "toggle"
    DAY = "day"
    NUMBER = "number"
    ACKNOWLEDGEMENT = "acknowledgement"


CHOOSING = frozenset({Kind.CHOICE, Kind.CHOICES})


class Compartment(StrEnum):
    """Where an answer is kept: with the case, or apart with the requester's identity."""

    CASE = "case"
    REQUESTER = "requester"


@dataclass(frozen=True)
class Option:
    """One thing to choose."""

    value: str
    label: Text


@dataclass(frozen=True)
class Field:
    """One thing asked. `min` and `max` bound numbers; for days they are ISO days or "today"."""

    key: str
    kind: Kind
    label: Text
    hint: Text = field(default_factory=dict)
    error: Text = field(default_factory=dict)
    required: bool = True
    compartment: Compartment = Compartment.CASE
    lines: str = "one"
    max_length: int = 200
    format: str | None = None
    options: Sequence[Option] = ()
    options_from: str | None = None
    other: bool = False
    style: str = "buttons"
    min: int | str | None = None
    max: int | str | None = None
    prefill: bool = False

    @property
    def other_key(self) -> str:
        """Where the words of "other, what?" are kept."""
        return f"{self.key}.{OTHER}"

    @property
    def keys(self) -> tuple[str, ...]:
        """All the answer keys that belong to this field."""
        return (self.key, self.other_key) if self.other else (self.key,)

    def chose_other(self, answers: Answers) -> bool:
        """Whether "other, what?" is chosen, so that its words count."""
        answer = answers.get(self.key)
        return self.other and (answer == OTHER or (isinstance(answer, list) and OTHER in answer))

    def given(self, answers: Answers) -> dict[str, Any]:
        """The answers to this field; words of an "other" that is no longer chosen are left out."""
        keys = self.keys if self.chose_other(answers) else (self.key,)
        return {key: answers[key] for key in keys if key in answers}

    @property
    def values(self) -> frozenset[str] | None:
        """All that a condition can ask of the answer; None when anything can be answered."""
        if self.kind in (Kind.TOGGLE, Kind.ACKNOWLEDGEMENT):
            return frozenset({"true", "false"})
        if self.kind not in CHOOSING or self.options_from:
            return None
        return frozenset([one.value for one in self.options] + [OTHER] * self.other)


@dataclass(frozen=True)
class Condition:
    """Holds when the answer to `field` is, or contains, one of `values`."""

    field: str
    values: frozenset[str]

    def holds(self, answers: Answers) -> bool:
        """Whether the step that carries this condition is asked."""
        answer = answers.get(self.field)
        given = answer if isinstance(answer, list) else [_as_word(answer)]
        return not self.values.isdisjoint(given)


def _as_word(answer: object) -> str:
    return str(answer).lower() if isinstance(answer, bool) else str(answer)


@dataclass(frozen=True)
class Step:
    """One card of a form. `shows` names something that the renderer draws besides, such as "emergency"."""

    key: str
    title: Text
    fields: Sequence[Field]
    text: Text = field(default_factory=dict)
    shows: str | None = None
    when: Sequence[Condition] = ()

    def asked(self, answers: Answers) -> bool:
        """Whether this step belongs to the path that `answers` take."""
        return all(condition.holds(answers) for condition in self.when)


@dataclass(frozen=True)
class Form:
    """A form of one group, in the languages that all of its texts have."""

    key: str
    title: Text
    steps: Sequence[Step]
    intro: Text = field(default_factory=dict)
    languages: Sequence[str] = ()

    def fields(self) -> Iterator[Field]:
        """Every field of every step, in order."""
        return (one for step in self.steps for one in step.fields)

    def asks_from(self, source: str) -> Field | None:
        """The field whose options come from `source`, such as the meetings."""
        return next((one for one in self.fields() if one.options_from == source), None)

    def step(self, key: str) -> Step | None:
        """The step with this key."""
        return next((step for step in self.steps if step.key == key), None)

    def spoken(self, wished: str | None) -> str:
        """The language in which the form is shown to a reader of `wished`: that one, or its first, whole."""
        return wished if wished in self.languages and wished else self.languages[0]


def path(form: Form, answers: Answers) -> list[Step]:
    """The steps that these answers lead through; answers of steps left aside decide nothing."""
    seen: dict[str, Any] = {}
    steps: list[Step] = []
    for step in form.steps:
        if step.asked(seen):
            steps.append(step)
            seen |= {key: answers[key] for one in step.fields for key in one.keys if key in answers}
    return steps


def answers_on_path(form: Form, answers: Answers) -> dict[str, Any]:
    """What is sent: only the answers of the steps that are asked."""
    asked = (one for step in path(form, answers) for one in step.fields)
    return {key: value for one in asked for key, value in one.given(answers).items()}


def split(form: Form, answers: Answers) -> tuple[dict[str, Any], dict[str, Any]]:
    """The answers as two compartments: the case's and the requester's."""
    apart = {key for one in form.fields() if one.compartment is Compartment.REQUESTER for key in one.keys}
    case = {key: value for key, value in answers.items() if key not in apart}
    return case, {key: value for key, value in answers.items() if key in apart}


def remembered(form: Form, answers: Answers) -> dict[str, Any]:
    """The answers about the requester herself, which the next form offers again."""
    fields = (one for one in form.fields() if one.prefill or one.compartment is Compartment.REQUESTER)
    return {key: answers[key] for one in fields for key in one.keys if key in answers}


def texts_of(form: Form) -> Iterator[tuple[str, Text]]:
    """Every text of the form with the name of its place; empty ones are left out."""
    named = [("title", form.title), ("intro", form.intro)]
    for step in form.steps:
        named += [(f"{step.key}.title", step.title), (f"{step.key}.text", step.text)]
        named += [(f"{step.key}.{place}", text) for one in step.fields for place, text in _field_texts(one)]
    return ((place, text) for place, text in named if text)


def _field_texts(asked: Field) -> Iterator[tuple[str, Text]]:
    yield from ((f"{asked.key}.{name}", getattr(asked, name)) for name in ("label", "hint", "error"))
    yield from ((f"{asked.key}.{option.value}", option.label) for option in asked.options)


def untranslated(form: Form, language: str) -> list[str]:
    """The places of the texts that `language` lacks."""
    return [place for place, text in texts_of(form) if language not in text]


def mistakes(form: Form) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a form as a whole: the place, what stands there, and what was expected."""
    fields, steps = dict[str, Field](), {REVIEW}
    for step in form.steps:
        if step.key in steps:
            yield f"steps.{step.key}", step.key, "a key of its own for each step, and not " + REVIEW
        yield from ((f"steps.{step.key}.when", *found) for one in step.when for found in _deaf(one, fields))
        for one in step.fields:
            yield from ((f"steps.{step.key}.{one.key}", *found) for found in _field_mistakes(one, fields))
            fields[one.key] = one
        steps.add(step.key)


def _deaf(condition: Condition, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    asked = fields.get(condition.field)
    if asked is None:
        yield condition.field, "a field of an earlier step"
    elif asked.values is not None and not condition.values <= asked.values:
        yield ", ".join(sorted(condition.values - asked.values)), f"only {', '.join(sorted(asked.values))}"


def _field_mistakes(one: Field, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    values = [option.value for option in one.options] + [OTHER] * one.other
    if one.key in fields:
        yield one.key, "a key of its own for each field of the form"
    if one.kind in CHOOSING and not (one.options or one.options_from):
        yield "no options", "options to choose from"
    if one.other and (one.kind not in CHOOSING or one.options_from):
        yield "other = true", "other only where options are listed to choose from"
    yield from ((value, "a value of its own for each option") for value in values if values.count(value) > 1)
    for bound in (one.min, one.max):
        if bound is not None and not _bounds(one.kind, bound):
            yield str(bound), 'a number for a number, an ISO day or "today" for a day, nothing for other kinds'


def _bounds(kind: Kind, bound: int | str) -> bool:
    if kind is Kind.NUMBER:
        return isinstance(bound, int)
    return kind is Kind.DAY and isinstance(bound, str) and (bound == "today" or is_day(bound))
