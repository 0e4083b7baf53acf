"""A person's own data: what is kept of her, and how it is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from microsoft_teams.cards.core import CardElement

from cards.elements import Card, View, box, buttons, card, fact, heading, paragraph, press, section, small, subheading
from cards.verbs import Verb


@dataclass(frozen=True)
class OwnData:
    """What the service keeps of one person; `known` are the labels and words that the next form would offer.

    `heard` and `quiet` say which announcements she gets and when not, `sessions` what she has registered for.
    `reminders` says how reminders come; `reminded` counts those that are kept, `ended` the matters that she has ended.
    """

    name: str
    language: str
    since: date
    drafts: int
    requests: Sequence[str]
    known: Sequence[tuple[str, str]]
    heard: str = ""
    quiet: str = ""
    sessions: Sequence[str] = ()
    reminders: str = ""
    reminded: int = 0
    ended: int = 0


def _known(view: View, data: OwnData) -> CardElement:
    title = subheading(view.say("own-data-known"))
    if not data.known:
        return section(title, small(view.say("own-data-nothing-known")))
    forget = press(view, "button-own-data-forget", Verb.OWN_DATA_FORGET)
    return section(title, *(fact(label, words) for label, words in data.known), buttons(forget))


def own_data_card(view: View, data: OwnData, said: str | None = None) -> Card:
    """All that is kept of the reader, in words, and what she can do about it."""
    body: list[CardElement] = [heading(view.say("own-data-title"))]
    if said:
        body.append(box("good", paragraph(said)))
    body += [
        paragraph(view.say("own-data-text")),
        fact(view.say("own-data-name"), data.name or view.say("own-data-none")),
        fact(view.say("own-data-language"), data.language),
        fact(view.say("own-data-since"), view.speech.day(data.since)),
        fact(view.say("own-data-drafts"), str(data.drafts)),
        fact(view.say("own-data-requests"), ", ".join(data.requests) or view.say("own-data-none")),
        fact(view.say("own-data-announcements"), data.heard),
        fact(view.say("own-data-quiet"), data.quiet),
        fact(view.say("own-data-sessions"), ", ".join(data.sessions) or view.say("own-data-none")),
        fact(view.say("settings-reminders-on"), data.reminders),
        fact(view.say("own-data-reminded"), str(data.reminded)),
        fact(view.say("own-data-reminders-ended"), str(data.ended)),
        _known(view, data),
        section(*(small(view.say(one)) for one in ("own-data-digests", "own-data-log", "own-data-platform"))),
    ]
    erase = press(view, "button-own-data-erase", Verb.OWN_DATA_ERASE)
    return card(view, body, [press(view, "button-own", Verb.OWN), press(view, "button-settings", Verb.SETTINGS), erase])


def erase_card(view: View, open_requests: Sequence[str]) -> Card:
    """Asks once more; while requests are under way it says which, since the group could not ask her any more."""
    if open_requests:
        return _not_yet(view, ", ".join(open_requests))
    body = [heading(view.say("own-data-erase-title")), paragraph(view.say("own-data-erase-text"))]
    body.append(paragraph(view.say("own-data-erase-stays")))
    sure = press(view, "button-own-data-erase-sure", Verb.OWN_DATA_ERASE_SURE, "destructive")
    return card(view, body, [sure, press(view, "button-never-mind", Verb.OWN_DATA)])


def _not_yet(view: View, references: str) -> Card:
    body = [heading(view.say("own-data-erase-not-yet"))]
    body.append(box("warning", paragraph(view.say("own-data-erase-open", references=references))))
    return card(view, body, [press(view, "button-own", Verb.OWN), press(view, "button-own-data", Verb.OWN_DATA)])


def erased_card(view: View) -> Card:
    """It is gone."""
    return card(view, [heading(view.say("own-data-erased-title")), paragraph(view.say("own-data-erased-text"))])
