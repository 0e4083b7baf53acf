"""One widget for each kind of field, and how an answer reads afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from microsoft_teams.cards.core import (
    CardElement,
    Choice,
    ChoiceSetInput,
    Container,
    DateInput,
    NumberInput,
    TextBlock,
    TextInput,
    TimeInput,
    ToggleInput,
)

from cards.elements import View, small
from cards.plain import plain, visible
from cards.verbs import INPUT
from dialogs.fields import NUMBER, OTHER_LENGTH, Problem
from dialogs.forms import OTHER, Answers, Field, Kind, Option
from domain.identity_codes import cut_out

MANY = 7
KEYBOARDS: Mapping[str, Literal["Email", "Tel"]] = {"email": "Email", "phone": "Tel"}


@dataclass(frozen=True)
class Filled:
    """What stands in the inputs: kept answers, or what was typed, and what is wrong with it."""

    answers: Answers = field(default_factory=dict)
    typed: Mapping[str, Any] = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)
    offered: Mapping[str, Sequence[Option]] = field(default_factory=dict)

    def value(self, key: str) -> str | None:
        """What an input shows, as the card wants it: always a string."""
        # Where something was typed and refused, an input left empty was emptied on purpose.
        value = self.typed.get(key) if self.typed else self.answers.get(key)
        if isinstance(value, list):
            return ",".join(value)
        # A card stays in the mailboxes of the chat: an identity code must not come back on one.
        return str(value).lower() if isinstance(value, bool) else None if value is None else cut_out(str(value))

    @property
    def doubtful(self) -> bool:
        """Whether all that is wrong is doubts, so that the writer may go on."""
        return bool(self.problems) and all(one.sure for one in self.problems.values())

    def options(self, asked: Field) -> Sequence[Option]:
        """What one can choose from."""
        return self.offered.get(asked.options_from, ()) if asked.options_from else asked.options


def label(view: View, asked: Field) -> str:
    """The field's label; what may be left out says so."""
    text = view.speech.pick(asked.label)
    if asked.required or asked.kind is Kind.ACKNOWLEDGEMENT:
        return text
    return view.say("label-optional", label=text)


def _text(view: View, asked: Field, filled: Filled) -> CardElement:
    return TextInput(
        id=INPUT + asked.key,
        label=label(view, asked),
        is_multiline=asked.lines == "many",
        max_length=asked.max_length,
        style=KEYBOARDS.get(asked.format or ""),
        value=visible(filled.value(asked.key) or "") or None,
    )


def _choices(view: View, asked: Field, filled: Filled) -> CardElement:
    options = [Choice(title=plain(view.speech.pick(one.label)), value=one.value) for one in filled.options(asked)]
    if asked.other:
        options.append(Choice(title=view.say("option-other"), value=OTHER))
    compact = asked.style == "list" or (len(options) > MANY and asked.kind is Kind.CHOICE)
    return ChoiceSetInput(
        id=INPUT + asked.key,
        label=label(view, asked),
        choices=options,
        style="compact" if compact else "expanded",
        is_multi_select=asked.kind is Kind.CHOICES or None,
        wrap=True,
        placeholder=view.say("choose") if compact else None,
        value=filled.value(asked.key),
    )


def _toggle(view: View, asked: Field, filled: Filled) -> CardElement:
    # A switch cannot be left unanswered; yes and no side by side can.
    answers = [Choice(title=view.say("yes"), value="true"), Choice(title=view.say("no"), value="false")]
    return ChoiceSetInput(
        id=INPUT + asked.key,
        label=label(view, asked),
        choices=answers,
        style="expanded",
        wrap=True,
        value=filled.value(asked.key),
    )


def _acknowledgement(view: View, asked: Field, filled: Filled) -> CardElement:
    return ToggleInput(
        id=INPUT + asked.key,
        title=label(view, asked),
        wrap=True,
        value=filled.value(asked.key) or "false",
    )


def _day(view: View, asked: Field, filled: Filled) -> CardElement:
    return DateInput(id=INPUT + asked.key, label=label(view, asked), value=filled.value(asked.key))


def _time(view: View, asked: Field, filled: Filled) -> CardElement:
    return TimeInput(id=INPUT + asked.key, label=label(view, asked), value=filled.value(asked.key))


def _number(view: View, asked: Field, filled: Filled) -> CardElement:
    value = filled.value(asked.key)
    shown = int(value) if value and NUMBER.fullmatch(value) else None
    low = asked.min if isinstance(asked.min, int) else None
    high = asked.max if isinstance(asked.max, int) else None
    return NumberInput(id=INPUT + asked.key, label=label(view, asked), min=low, max=high, value=shown)


WIDGETS = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choices,
    Kind.CHOICES: _choices,
    Kind.TOGGLE: _toggle,
    Kind.ACKNOWLEDGEMENT: _acknowledgement,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
}


def _other(view: View, asked: Field, filled: Filled) -> CardElement:
    value = visible(filled.value(asked.other_key) or "") or None
    words = view.say("other-what")
    return TextInput(id=INPUT + asked.other_key, label=words, max_length=OTHER_LENGTH, value=value)


def problem_text(view: View, problem: Problem) -> str:
    """What is wrong with an answer, or doubtful in it."""
    values = {name: _spoken(view, name, value) for name, value in problem.values.items()}
    return view.say(problem.key, **values)


def _spoken(view: View, name: str, value: str | int) -> str | int:
    if isinstance(value, int):
        return value
    if name == "kinds":
        return view.speech.listed([view.say(f"likely-{kind}") for kind in value.split(",")])
    return view.speech.day(date.fromisoformat(value)) if name == "day" else value


def _line(problem: Problem, words: str) -> CardElement:
    """The words of a problem at its field: a doubt is said more quietly than a mistake."""
    if problem.sure:
        return TextBlock(text=words, wrap=True, color="Warning", spacing="Small")
    return TextBlock(text=words, wrap=True, color="Attention", weight="Bolder", spacing="Small")


def _refusal(view: View, asked: Field, key: str, filled: Filled) -> list[CardElement]:
    problem = filled.problems.get(key)
    if problem is None:
        return []
    # The form may have its own words for an answer that is missing.
    own = problem.key == "problem-missing" and asked.error and key == asked.key
    return [_line(problem, view.speech.pick(asked.error) if own else problem_text(view, problem))]


def widget(view: View, asked: Field, filled: Filled) -> CardElement:
    """A field as it is asked: what is wrong, the input, its hint, and the words of "other, what?"."""
    items = [*_refusal(view, asked, asked.key, filled), WIDGETS[asked.kind](view, asked, filled)]
    if asked.hint:
        items.append(small(view.speech.pick(asked.hint)))
    if asked.other:
        items += [*_refusal(view, asked, asked.other_key, filled), _other(view, asked, filled)]
    return Container(items=items, spacing="Large")


def _option_words(view: View, asked: Field, value: str, answers: Answers, options: Sequence[Option]) -> str:
    if value == OTHER and asked.other:
        return str(answers.get(asked.other_key) or view.say("option-other"))
    # The meeting that was wished may no longer be offered, and is a day all the same.
    if asked.options_from == "meetings":
        return view.speech.day(date.fromisoformat(value))
    return next((view.speech.pick(one.label) for one in options or asked.options if one.value == value), value)


def answer_words(view: View, asked: Field, answers: Answers, options: Sequence[Option] = ()) -> str | None:
    """A kept answer as it is read afterwards, in the words of `options` where they come from elsewhere, or None."""
    value = answers.get(asked.key)
    if value is None:
        return None
    if isinstance(value, bool):
        return view.say("yes" if value else "no")
    if isinstance(value, list):
        return "; ".join(_option_words(view, asked, one, answers, options) for one in value)
    if asked.kind is Kind.CHOICE:
        return _option_words(view, asked, value, answers, options)
    return view.speech.day(date.fromisoformat(value)) if asked.kind is Kind.DAY else str(value)
