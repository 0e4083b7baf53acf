"""Forms as data: `Form > Step > Field(kind)`. Conditions sit on steps only."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from domain.centre import Text

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
    TIME = "time"
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
    keep_days: int | None = None

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


class Rule(StrEnum):
    """What can be asked of several answers together.

    `in-order`: of two times of a day the second is later. `shown`: a day and a time that the wall clock shows. `ahead`:
    that too, and they are still to come, within years that one plans for. `any`: at least one of them is given.
    `by`: of two days the first is not later than the second.
    """

    IN_ORDER = "in-order"
    SHOWN = "shown"
    AHEAD = "ahead"
    BY = "by"
    ANY = "any"


@dataclass(frozen=True)
class Check:
    """A rule over several fields of one step."""

    rule: Rule
    fields: Sequence[str]


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
    checks: Sequence[Check] = ()

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

    def short_lived(self) -> Mapping[int, frozenset[str]]:
        """The answer keys that are forgotten before the request is, by the days after its end."""
        short = [one for one in self.fields() if one.keep_days is not None]
        days = {one.keep_days or 0 for one in short}
        return {day: frozenset(key for one in short if one.keep_days == day for key in one.keys) for day in days}

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
