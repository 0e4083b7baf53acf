"""Before an announcement goes out, and before it is taken back: the preview, the second reader, what has to be sure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from microsoft_teams.cards.core import Action, CardElement, Choice, ChoiceSetInput, DateInput, TextInput, TimeInput

from cards.announcements import Shown, announcement_card
from cards.announcing import at_version, state_words, unmatched_words
from cards.differences import changed
from cards.elements import (
    Card,
    Elements,
    View,
    box,
    card,
    fact,
    heading,
    line,
    named,
    paragraph,
    press,
    section,
    small,
    strong,
)
from cards.plain import visible
from cards.verbs import INPUT, Verb
from domain.announcements import ASKED, READ, Announcement, State
from domain.links import split_link
from domain.registrations import Seats

WORDS = 400

LINK = "Action.OpenUrl"
UNSENT = frozenset({State.WRITTEN, State.LISTED, State.WAITING, State.PLANNED})


@dataclass(frozen=True)
class Reached:
    """Whom it would reach: people, those named who lack the app, those who want nothing, and channels.

    `unread` are the names of teams whose members are not all known yet.
    """

    people: int
    without_app: int = 0
    off: int = 0
    channels: int = 0
    unread: Sequence[str] = ()


@dataclass(frozen=True)
class Sending:
    """How it can be sent: `opening` is the next opening while the office is closed; `problem` is a sentence.

    `unmatched` are the addresses of a list that were nobody's; they are shown once, and kept by nobody.
    """

    approval: bool = False
    opening: datetime | None = None
    day: str = ""
    time: str = ""
    problem: str = ""
    unmatched: Sequence[str] = ()


def _reach_words(view: View, one: Announcement, reached: Reached) -> Elements:
    said = [strong(view.say("reach-people", count=reached.people))]
    said += [small(view.say("reach-channels", count=reached.channels))] if reached.channels else []
    said += [small(view.say("reach-without-app", count=reached.without_app))] if reached.without_app else []
    said += [small(view.say("reach-off", count=reached.off))] if reached.off else []
    said += [line(view.say("reach-unread", team=team)) for team in reached.unread]
    links = [one.session.link] if one.session else [item.link for item in one.wording.items if item.link]
    hosts = sorted({split_link(link).host for link in links})
    return said + [small(view.say("link-leads-to", host=host)) for host in hosts]


def _still(items: list[Card]) -> list[Card]:
    """The same without what a reader could answer; links stay."""
    kept = []
    for one in items:
        within = {name: _still(one[name]) for name in ("items", "columns") if name in one}
        leads = {"actions": [each for each in one["actions"] if each["type"] == LINK]} if "actions" in one else {}
        if leads.get("actions", True):
            kept.append(one | within | leads)
    return kept


def _framed(drawn: Card, at: int, inner: Card) -> Card:
    # What a reader could press is left out: nobody answers an invitation that has not been sent.
    leads = [action for action in inner.get("actions", []) if action["type"] == LINK]
    items = [*_still(inner["body"]), *([{"type": "ActionSet", "actions": leads[:5]}] if leads else [])]
    frame = {"type": "Container", "style": "emphasis", "spacing": "Medium", "items": items}
    return drawn | {"body": [*drawn["body"][:at], frame, *drawn["body"][at:]]}


def as_read(shown: Shown) -> Shown:
    """What has not been sent yet as it will be read: with the way in, which until then nobody is given."""
    one = shown.announcement
    if one.state not in UNSENT:
        return shown
    seats = Seats(one.session.seats) if one.session else shown.seats
    return replace(shown, announcement=replace(one, state=State.OUT), seats=seats)


def preview_card(view: View, shown: Shown, reached: Reached, sending: Sending) -> Card:
    """The announcement as its reader gets it, whom it reaches, and when it can be sent."""
    one = shown.announcement
    body: Elements = [heading(view.say("preview-title")), paragraph(view.say("preview-text"))]
    body += [section(*_reach_words(view, one, reached))]
    body += unmatched_words(view, sending.unmatched)
    if sending.approval:
        body.append(box("accent", paragraph(view.say("preview-approval"))))
    if sending.opening:
        at = view.speech.moment(sending.opening)
        body.append(box("warning", paragraph(view.say("preview-closed", at=at))))
    if sending.problem:
        body.append(box("attention", paragraph(sending.problem)))
    body.append(DateInput(id=f"{INPUT}day", label=view.say("preview-day"), value=sending.day or None))
    body.append(TimeInput(id=f"{INPUT}time", label=view.say("preview-time"), value=sending.time or None))
    drawn = card(view, body, _send_actions(view, one, sending))
    return _framed(drawn, 2, announcement_card(view, as_read(shown)))


def _send_actions(view: View, one: Announcement, sending: Sending) -> list[Action]:
    at = at_version(one)
    asks = "-ask" if sending.approval else ""
    actions = [press(view, f"button-send-now{asks}", Verb.ANNOUNCEMENT_SEND_SURE, "positive", when="now", **at)]
    if sending.opening:
        actions.append(press(view, "button-send-opening", Verb.ANNOUNCEMENT_SEND_SURE, when="opening", **at))
    actions.append(press(view, "button-send-later", Verb.ANNOUNCEMENT_SEND_SURE, when="later", **at))
    actions.append(press(view, "button-try", Verb.ANNOUNCEMENT_TRY, **at))
    return [*actions, press(view, "button-back", Verb.ANNOUNCEMENT_SHOW, id=one.id)]


def _words(view: View, label: str, typed: str = "") -> CardElement:
    shown = visible(typed[:WORDS]) or None
    return TextInput(id=f"{INPUT}words", label=view.say(label), is_multiline=True, max_length=WORDS, value=shown)


def approval_card(view: View, shown: Shown, name: str, reached: Reached, refused: str = "") -> Card:
    """Asks a second person to read an announcement before it goes out; says what has become of it afterwards.

    `reached` is whom it will go to; `refused` are words of hers without the identity code that they held.
    """
    one = shown.announcement
    words = "approval-held" if one.state is State.HELD else "approval-text"
    body: Elements = [heading(view.say("approval-title")), line(view.say(words, name=name))]
    actions: list[Action] = []
    if one.state in ASKED:
        body.insert(2, section(*_reach_words(view, one, reached)))
        if one.send_at:
            body.append(paragraph(view.say("approval-planned", at=view.speech.moment(one.send_at))))
        body += [box("attention", paragraph(view.say("problem-identity-code")))] if refused else []
        body.append(_words(view, "approval-words", refused))
        actions.append(press(view, "button-approve", Verb.ANNOUNCEMENT_APPROVE, "positive", **at_version(one)))
        actions.append(press(view, "button-give-back", Verb.ANNOUNCEMENT_RETURN, **at_version(one)))
    else:
        body.append(strong(state_words(view, one)))
    return _framed(card(view, body, actions), 2, announcement_card(view, as_read(shown)))


def afterwards_card(view: View, shown: Shown, name: str, *, opens: bool) -> Card:
    """Tells a second reader what was done to an announcement that people have read already, and that it is out."""
    one = shown.announcement
    body: Elements = [heading(view.say("afterwards-title")), line(view.say("afterwards-text", name=name))]
    body += [strong(state_words(view, one)), *changed(view, one, one.previous), small(view.say("afterwards-why"))]
    actions = [press(view, "button-open", Verb.ANNOUNCEMENT_SHOW, id=one.id)] if opens else []
    return _framed(card(view, body, actions), 2, announcement_card(view, shown))


def returned_card(view: View, one: Announcement) -> Card:
    """A second person wants something mended."""
    body = [heading(view.say("returned-title")), named(view.speech.pick(one.wording.title))]
    body += [fact(view.say("announcement-remark"), one.remark)] if one.remark else []
    return card(view, body, [press(view, "button-open", Verb.ANNOUNCEMENT_SHOW, id=one.id)])


def recall_card(view: View, one: Announcement) -> Card:
    """Asks once more before an announcement is taken back, or dropped before anybody had it."""
    keys = ("recall-title", "recall-text", "button-recall-sure")
    title, text, words = keys if one.state in READ else ("drop-title", "drop-text", "button-drop")
    body = [heading(view.say(title)), named(view.speech.pick(one.wording.title)), paragraph(view.say(text))]
    body += [paragraph(view.say("recall-registered"))] if one.session and one.state in READ else []
    sure = press(view, words, Verb.ANNOUNCEMENT_RECALL_SURE, "destructive", **at_version(one))
    return card(view, body, [sure, press(view, "button-never-mind", Verb.ANNOUNCEMENT_SHOW, id=one.id)])


def call_off_card(view: View, one: Announcement, tells: Sequence[str], problem: str | None = None) -> Card:
    """Asks why a session is called off, and who is told."""
    body: Elements = [heading(view.say("call-off-title")), named(view.speech.pick(one.wording.title))]
    body += [box("attention", paragraph(problem))] if problem else []
    body.append(_words(view, "call-off-words"))
    if one.state in READ:
        choices = [Choice(title=view.say(f"tell-{name}"), value=name) for name in tells]
        label = view.say("tell-whom")
        body.append(
            ChoiceSetInput(id=f"{INPUT}tell", label=label, choices=choices, style="expanded", wrap=True, value=tells[0])
        )
    sure = press(view, "button-call-off-sure", Verb.SESSION_CALL_OFF_SURE, "destructive", **at_version(one))
    return card(view, body, [sure, press(view, "button-never-mind", Verb.ANNOUNCEMENT_SHOW, id=one.id)])
