"""A person's own data: what is kept of her, and how it is forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from microsoft_teams.cards.core import Action, CardElement

from cards.elements import Card, View, box, card, fact, heading, paragraph, press, section, small, subheading
from cards.verbs import Verb


@dataclass(frozen=True)
class OwnData:
    """What the service keeps of one person; `known` are the labels and words that the next form would offer.

    `heard` and `quiet` say which announcements she gets and when not, `sessions` what she has registered for.
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


def _known(view: View, data: OwnData) -> CardElement:
    said = [fact(label, words) for label, words in data.known] or [small(view.say("own-data-nothing-known"))]
    return section(subheading(view.say("own-data-known")), *said)


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
        _known(view, data),
        section(*(small(view.say(one)) for one in ("own-data-digests", "own-data-log", "own-data-platform"))),
    ]
    return card(view, body, _actions(view, data))


def _actions(view: View, data: OwnData) -> list[Action]:
    forget = [press(view, "button-own-data-forget", Verb.OWN_DATA_FORGET)] if data.known else []
    erase = press(view, "button-own-data-erase", Verb.OWN_DATA_ERASE)
    return [press(view, "button-own", Verb.OWN), *forget, erase, press(view, "button-settings", Verb.SETTINGS)]


def erase_card(view: View, open_requests: Sequence[str]) -> Card:
    """Asks once more; while requests are under way it says which, since the group could not ask her any more."""
    body: list[CardElement] = [heading(view.say("own-data-erase-title"))]
    back = press(view, "button-never-mind", Verb.OWN_DATA)
    if open_requests:
        references = ", ".join(open_requests)
        body.append(box("warning", paragraph(view.say("own-data-erase-open", references=references))))
        return card(view, body, [press(view, "button-own", Verb.OWN), back])
    body += [paragraph(view.say("own-data-erase-text")), paragraph(view.say("own-data-erase-stays"))]
    sure = press(view, "button-own-data-erase-sure", Verb.OWN_DATA_ERASE_SURE, "destructive")
    return card(view, body, [sure, back])


def erased_card(view: View) -> Card:
    """It is gone."""
    return card(view, [heading(view.say("own-data-erased-title")), paragraph(view.say("own-data-erased-text"))])
