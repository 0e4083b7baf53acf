"""What is asked of somebody who is reminded: on which day again, of what no more; and why she is reminded at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput, DateInput

from cards.elements import (
    Card,
    Elements,
    View,
    box,
    card,
    fact,
    heading,
    labelled,
    line,
    paragraph,
    press,
    section,
    small,
)
from cards.reminders import Item, Reminded, item_words
from cards.verbs import INPUT, Verb
from domain.reminders import RULES, Unit

OTHER_DAY = "other"
# So many find room in one dialog; what is left can be chosen when these are settled.
MOST_ASKED = 10
COUNTS: Mapping[tuple[Unit, bool], str] = {
    (Unit.WORKING_DAYS, False): "reminder-working-days-before",
    (Unit.WORKING_DAYS, True): "reminder-working-days-after",
    (Unit.DAYS, False): "reminder-days-before",
    (Unit.MINUTES, False): "reminder-minutes-before",
}


@dataclass(frozen=True)
class Wished:
    """What was chosen in a dialog, as it was typed, and what is wrong with it."""

    items: str = ""
    day: str = ""
    date: str = ""
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


def _which(view: View, items: Sequence[Item], chosen: str) -> Elements:
    if len(items) == 1:
        return [line(item_words(view, items[0]))]
    # The title of a choice is no place for the name of a session: what people wrote stands in a run of its own.
    numbered = [(view.say("reminder-number", number=at), one) for at, one in enumerate(items[:MOST_ASKED], 1)]
    choices = [Choice(title=name, value=one.id) for name, one in numbered]
    asked = ChoiceSetInput(
        id=f"{INPUT}items",
        label=view.say("reminder-which"),
        choices=choices,
        style="expanded",
        is_multi_select=True,
        wrap=True,
        value=chosen or None,
    )
    more = len(items) - len(numbered)
    left = [small(view.say("reminder-more", count=more))] if more else []
    return [*(labelled(name, item_words(view, one)) for name, one in numbered), asked, *left]


def _problem(view: View, wished: Wished) -> Elements:
    return [box("attention", paragraph(view.say(wished.problem, **wished.values)))] if wished.problem else []


def later_card(view: View, reminded: Reminded, wished: Wished) -> Card:
    """On which day she wants to hear of it again: one of the next, or another while it is of use."""
    last = max(one.last for one in reminded.movable if one.last)
    choices = [Choice(title=view.speech.day(one), value=one.isoformat()) for one in reminded.days]
    choices.append(Choice(title=view.say("reminder-other-day"), value=OTHER_DAY))
    body = [heading(view.say("button-reminder-later")), *_problem(view, wished)]
    body += _which(view, reminded.movable, wished.items)
    label, until = view.say("reminder-day"), view.say("reminder-date", day=view.speech.day(last))
    body += [
        ChoiceSetInput(
            id=f"{INPUT}day", label=label, choices=choices, style="expanded", wrap=True, value=wished.day or None
        ),
        DateInput(id=f"{INPUT}date", label=until, value=wished.date or None, max=last.isoformat()),
        small(view.say("reminder-later-text")),
    ]
    send = press(view, "button-reminder-later-send", Verb.REMINDER_LATER_SEND, "positive", id=reminded.id)
    return card(view, body, [send, press(view, "button-never-mind", Verb.REMINDER, id=reminded.id)])


def off_card(view: View, reminded: Reminded, wished: Wished) -> Card:
    """Of which she wants to hear no more."""
    body = [heading(view.say("button-reminder-off")), *_problem(view, wished)]
    body += [*_which(view, reminded.open, wished.items), paragraph(view.say("reminder-off-text"))]
    send = press(view, "button-reminder-off-send", Verb.REMINDER_OFF_SEND, "positive", id=reminded.id)
    return card(view, body, [send, press(view, "button-never-mind", Verb.REMINDER, id=reminded.id)])


def _why(view: View, rule: str, numbers: Sequence[int]) -> Elements:
    which = RULES[rule]
    said = [paragraph(view.say(f"reminder-why-{rule}"))]
    if any(numbers):
        words = view.speech.listed([str(one) for one in numbers])
        said.append(fact(view.say(COUNTS[which.unit, which.reacts]), words))
    return said


def why_card(view: View, reminded: Reminded, numbers: Mapping[str, Sequence[int]]) -> Card:
    """By which rule each of them came, and how to end them; `numbers` of working days, days or minutes by rule."""
    rules = [one for one in RULES if one in {each.rule for each in reminded.items}]
    body: list[CardElement] = [heading(view.say("button-reminder-why"))]
    body += [section(*_why(view, rule, numbers.get(rule, ())), first=rule == rules[0]) for rule in rules]
    # What came by rules that are no more never comes again.
    body.append(section(*_how_to_end(view, rules)) if rules else paragraph(view.say("reminder-is-over")))
    settings = press(view, "button-settings-reminders", Verb.SETTINGS_REMINDERS)
    return card(view, body, [settings, press(view, "button-reminder-back", Verb.REMINDER, id=reminded.id)])


def _how_to_end(view: View, rules: Sequence[str]) -> Elements:
    switched = {bool(RULES[one].switch) for one in rules}
    said = [small(view.say("reminder-can-end"))] if True in switched else []
    return said + ([small(view.say("reminder-cannot-end"))] if False in switched else [])
