"""After a session: the form that nobody's name stands on, and what came together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from microsoft_teams.cards.core import Action, TextInput

from cards.elements import (
    Card,
    Elements,
    View,
    box,
    card,
    fact,
    heading,
    labelled,
    named,
    opens,
    paragraph,
    press,
    section,
    small,
    strong,
    subheading,
)
from cards.pages import page
from cards.plain import visible
from cards.verbs import INPUT, Verb
from cards.widgets import Filled, widget
from dialogs.caution import sure_of
from dialogs.feedback import is_scale
from dialogs.forms import Field, Form

# What can be said in the form's place.
SAID = ("thanks", "early", "others")
# With fewer answers somebody could be guessed by her words.
FEWEST = 3
# What fits into one card beside its heading, in characters.
EXPORTED = 6_000


@dataclass(frozen=True)
class Asked:
    """A session, by its id and title, and the form about it."""

    id: str
    title: str
    form: Form


@dataclass(frozen=True)
class Collected:
    """How many answered, how often each number was chosen, and the texts: each in alphabetical order."""

    given: int = 0
    numbers: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)


def feedback_button(view: View, announcement: str) -> Action:
    """Leads to the form, in a dialog."""
    return opens(view, "button-feedback", Verb.FEEDBACK, id=announcement)


def feedback_card(view: View, asked: Asked, filled: Filled) -> Card:
    """The form, with what is anonymous about it and what is not."""
    step = asked.form.steps[0]
    said: Elements = []
    if filled.doubtful:
        said.append(box("warning", paragraph(view.say("feedback-likely"))))
    elif filled.problems:
        said.append(box("attention", paragraph(view.say("feedback-mend"))))
    body = [heading(view.speech.pick(asked.form.title)), named(asked.title), paragraph(view.say("feedback-anonymous"))]
    fields = [widget(view, one, filled) for one in step.fields]
    sure = sure_of(filled.problems)
    onward = "button-send-sure" if filled.doubtful else "button-send"
    send = press(view, onward, Verb.FEEDBACK_SEND, "positive", id=asked.id, **({"sure": sure} if sure else {}))
    return card(view, [*body, *said, *fields], [send])


def feedback_said_card(view: View, key: str, *, abroad: bool = False) -> Card:
    """Thanks, or why nothing is asked: one of `SAID`. A dialog of a channel (`abroad`) leads home nobody."""
    body = [heading(view.say(f"feedback-title-{key}")), paragraph(view.say(f"feedback-said-{key}"))]
    return card(view, body, [] if abroad else [press(view, "button-home", Verb.HOME)])


def summary_card(view: View, asked: Asked, found: Collected, wished: int = 0) -> Card:
    """What came together, a page at a time; of fewer than three answers only their number."""
    head = [heading(view.say("feedback-summary-title")), named(asked.title)]
    head.append(strong(view.say("feedback-given", count=found.given)))
    if found.given < FEWEST:
        return card(view, [*head, paragraph(view.say("feedback-few", count=FEWEST))])
    now = page(view, [part for one in asked.form.fields() for part in _question(view, one, found)], wished)
    turning = [small(view.say("page", number=now.number + 1, of=now.last + 1))] if now.last else []
    actions = _turns(view, asked.id, now.number, now.last)
    actions.append(press(view, "button-feedback-text", Verb.FEEDBACK_SUMMARY, id=asked.id, text=1))
    return card(view, [*head, *turning, *now.sections, small(view.say("feedback-order"))], actions)


def _question(view: View, one: Field, found: Collected) -> Elements:
    title = subheading(view.speech.pick(one.label))
    if is_scale(one):
        counted = found.numbers.get(one.key, {})
        return [section(title, *(fact(label, str(counted.get(value, 0))) for value, label in _scale(view, one)))]
    texts = found.texts.get(one.key, ())
    if not texts:
        return [section(title, small(view.say("feedback-none")))]
    # A page is never turned in the middle of a text, so each stands for itself.
    return [section(title), *(labelled(f"{number}.", text) for number, text in enumerate(texts, 1))]


def _scale(view: View, one: Field) -> list[tuple[int, str]]:
    return [(int(option.value), view.speech.pick(option.label)) for option in one.options]


def _turns(view: View, announcement: str, number: int, last: int, **more: Any) -> list[Action]:
    turns: list[Action] = []
    if number < last:
        turns.append(press(view, "button-next-page", Verb.FEEDBACK_SUMMARY, id=announcement, page=number + 1, **more))
    if number:
        turns.append(
            press(view, "button-previous-page", Verb.FEEDBACK_SUMMARY, id=announcement, page=number - 1, **more)
        )
    return turns


def export_card(view: View, asked: Asked, found: Collected, wished: int = 0) -> Card:
    """The same as a text to copy, in parts where it is long; of fewer than three answers nothing."""
    whole = "\n".join(_lines(view, asked, found))
    parts = [whole[at : at + EXPORTED] for at in range(0, len(whole), EXPORTED)]
    number = min(max(wished, 0), len(parts) - 1)
    label = view.say("feedback-copy", number=number + 1, of=len(parts))
    shown = TextInput(id=f"{INPUT}copy", label=label, is_multiline=True, value=visible(parts[number]))
    back = press(view, "button-back", Verb.FEEDBACK_SUMMARY, id=asked.id)
    turns = _turns(view, asked.id, number, len(parts) - 1, text=1)
    return card(view, [heading(view.say("feedback-summary-title")), shown], [*turns, back])


def _lines(view: View, asked: Asked, found: Collected) -> list[str]:
    lines = [asked.title, view.say("feedback-given", count=found.given)]
    for one in asked.form.fields() if found.given >= FEWEST else ():
        counted = found.numbers.get(one.key, {})
        scale = [f"{label}: {counted.get(value, 0)}" for value, label in _scale(view, one)]
        lines += ["", view.speech.pick(one.label), *scale, *(f"- {text}" for text in found.texts.get(one.key, ()))]
    return lines
