"""What somebody is reminded of, on one card: what it is, on which day, and what she can do about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from microsoft_teams.cards.core import Action, CardElement

from cards.elements import (
    Card,
    Elements,
    View,
    box,
    buttons,
    card,
    heading,
    line,
    link,
    opens,
    paragraph,
    press,
    section,
    small,
    strong,
)
from cards.pages import Page, page
from cards.verbs import Verb
from domain.links import Link
from domain.reminders import RULES

# What is opened for a rule, and in which words; where there is nothing to open, the card says what to do.
OPENS: Mapping[str, tuple[str, Verb]] = {
    "draft-deadline": ("button-resume", Verb.FORM_RESUME),
    "draft-late": ("button-resume", Verb.FORM_RESUME),
    "request-untouched": ("button-open", Verb.OPEN),
    "question-unanswered": ("button-answer", Verb.ANSWER),
    "consultation-tomorrow": ("button-open", Verb.OPEN),
    "session-tomorrow": ("button-open", Verb.ANNOUNCEMENT_OPEN),
    "session-soon": ("button-open", Verb.ANNOUNCEMENT_OPEN),
    "registration-opens": ("button-open", Verb.ANNOUNCEMENT_OPEN),
    "feedback": ("button-feedback", Verb.FEEDBACK),
    "approval-waiting": ("button-open", Verb.ANNOUNCEMENT_READ),
}


class Stand(StrEnum):
    """What has become of a reminder; only what is open can be decided about."""

    OPEN = "open"
    DONE = "done"
    LATER = "later"
    OFF = "off"
    OVER = "over"


@dataclass(frozen=True)
class Item:
    """One reminder in front of its reader.

    `name` is what it is about: a group, a session, a credential; empty when that is there no more. `start` and `end`
    are its moments where it has any, `due` is when it comes again, `last` the last day to which it can be put off.
    """

    id: str
    rule: str
    subject: str
    day: date
    stand: Stand = Stand.OPEN
    name: str = ""
    reference: str = ""
    start: datetime | None = None
    end: datetime | None = None
    count: int = 0
    join: Link | None = None
    due: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class Reminded:
    """A card by its id, with all that stands on it; `days` are the next ones to which it can be put off."""

    id: str
    items: Sequence[Item]
    days: Sequence[date] = ()

    @property
    def open(self) -> list[Item]:
        """What can still be decided about."""
        return [one for one in self.items if one.stand is Stand.OPEN]

    @property
    def movable(self) -> list[Item]:
        """What can still be put off."""
        return [one for one in self.open if one.last]


def item_words(view: View, one: Item) -> str:
    """The reminder itself, in one or two sentences."""
    if not one.name:
        return view.say("reminder-is-over")
    values: dict[str, str | int] = {"name": one.name, "reference": one.reference, "count": one.count}
    values |= {"day": view.speech.day(one.day), "when": _when(view, one)}
    return view.say(f"reminder-{one.rule}", **values)


def _when(view: View, one: Item) -> str:
    if one.start is None:
        return view.speech.day(one.day)
    return view.speech.span(one.start, one.end) if one.end else view.speech.moment(one.start)


def _stand_words(view: View, one: Item) -> Elements:
    if one.stand is Stand.OPEN or not one.name:
        return []
    if one.stand is Stand.LATER and one.due:
        return [strong(view.say("reminder-is-later", day=view.speech.day(one.due)))]
    said = {Stand.DONE: "reminder-is-done", Stand.OFF: "reminder-is-off"}
    return [strong(view.say(said.get(one.stand, "reminder-is-over")))]


def _ways(view: View, one: Item) -> list[Action]:
    """How to open what it is about; of a session that begins soon, the way in first."""
    join = [link(view.say("button-join"), one.join, "positive")] if one.join else []
    if one.rule not in OPENS:
        return list(join)
    words, verb = OPENS[one.rule]
    return [*join, opens(view, words, verb, None if join else "positive", id=one.subject)]


def _item(view: View, reminded: Reminded, one: Item) -> CardElement:
    if one.stand is not Stand.OPEN:
        return section(line(item_words(view, one)), *_stand_words(view, one), first=one is reminded.items[0])
    ways = _ways(view, one)
    if len(reminded.open) > 1:
        ways.append(press(view, "button-reminder-done", Verb.REMINDER_DONE, id=reminded.id, item=one.id))
    row = [buttons(*ways)] if ways else []
    return section(line(item_words(view, one)), *row, first=one is reminded.items[0])


def reminder_card(view: View, reminded: Reminded, said: str | None = None, wished: int = 0) -> Card:
    """All that somebody is reminded of now, a page at a time, and what has become of each."""
    done = [box("good", paragraph(said))] if said else []
    title = view.say("reminder-title", count=len(reminded.items))
    now = page(view, [_item(view, reminded, one) for one in reminded.items], wished)
    body = [heading(title), *done, *now.sections, *_turning(view, reminded.id, now)]
    return card(view, body, _actions(view, reminded))


def _turning(view: View, which: str, now: Page) -> Elements:
    # In the card itself: below it there is room for five buttons, and four are there.
    if not now.last:
        return []
    on = [("button-next-page", now.number + 1)] if now.number < now.last else []
    back = [("button-previous-page", now.number - 1)] if now.number else []
    turns = [press(view, words, Verb.REMINDER, id=which, page=to) for words, to in (*on, *back)]
    return [small(view.say("page", number=now.number + 1, of=now.last + 1)), buttons(*turns)]


def _actions(view: View, reminded: Reminded) -> list[Action]:
    at: dict[str, Any] = {"id": reminded.id}
    why = opens(view, "button-reminder-why", Verb.REMINDER_WHY, **at)
    if not reminded.open:
        return [why]
    done = "button-reminder-done" if len(reminded.open) == 1 else "button-reminder-done-all"
    later = [opens(view, "button-reminder-later", Verb.REMINDER_LATER, **at)] if reminded.movable else []
    off = opens(view, "button-reminder-off", Verb.REMINDER_OFF, **at)
    return [press(view, done, Verb.REMINDER_DONE, **at), *later, off, why]


def requester_card(view: View, one: Item) -> Card:
    """What somebody is reminded of who asks anonymously: of her one request, and of nothing else."""
    body = [heading(view.say("reminder-title", count=1)), line(item_words(view, one)), *_stand_words(view, one)]
    if one.rule in RULES:
        body.append(section(small(view.say(f"reminder-why-{one.rule}")), small(view.say("reminder-can-end-unnamed"))))
    ways = _ways(view, one) if one.stand is Stand.OPEN else []
    return card(view, body, [*ways, opens(view, "button-settings-reminders", Verb.SETTINGS_REMINDERS)])
