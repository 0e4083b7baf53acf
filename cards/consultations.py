"""A request as its requester and its secretary see it: receipt, list, the opened request, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from microsoft_teams.cards.core import Action, CardElement, Container

from cards.elements import (
    Card,
    Surface,
    View,
    box,
    buttons,
    card,
    fact,
    heading,
    labelled,
    opens,
    paragraph,
    press,
    section,
    small,
    subheading,
)
from cards.forms import answers_of
from cards.pages import page
from cards.verbs import Verb
from cards.widgets import Filled
from dialogs.forms import Answers, Form, path
from domain.consultations import Consultation, Event, Question, Status
from domain.meetings import Meeting

UNREACHABLE = ("gone", "by-code")


@dataclass(frozen=True)
class Opened:
    """A request in front of one who may read it, with what she may do; `requester` is empty for others.

    `unreachable` is for the group's side, one of `UNREACHABLE` once it is no longer known who asks.
    """

    consultation: Consultation
    form: Form
    group: str
    meeting: Meeting | None = None
    requester: Answers = field(default_factory=dict)
    requester_name: str = ""
    actions: frozenset[str] = frozenset()
    mine: bool = False
    said: str | None = None
    page: int = 0
    unreachable: str = ""


def meeting_words(view: View, one: Opened) -> str:
    """Which meeting the request reaches."""
    if one.meeting is None:
        return view.say("no-meeting-yet")
    return view.speech.span(one.meeting.start, one.meeting.end)


def status_words(view: View, consultation: Consultation) -> str:
    """Where the request stands."""
    if consultation.open_question and consultation.is_open:
        return view.say("status-question")
    if consultation.status is Status.TAKEN:
        return view.say("status-taken", name=consultation.handler_name or "")
    return view.say(f"status-{consultation.status.value}")


def facts(view: View, one: Opened) -> list[CardElement]:
    """Group, meeting and state; nothing of the case."""
    return [
        fact(view.say("fact-group"), one.group),
        fact(view.say("fact-meeting"), meeting_words(view, one)),
        fact(view.say("fact-status"), status_words(view, one.consultation)),
    ]


def _next(view: View, one: Opened) -> list[CardElement]:
    if not one.consultation.is_open:
        return []
    if one.meeting is None:
        said = view.say("next-without-meeting")
    else:
        said = view.say("next-with-meeting", deadline=view.speech.day(one.meeting.deadline_day))
    return [subheading(view.say("next-title")), paragraph(said)]


def _own_actions(view: View, one: Opened, *, opened: bool = False) -> list[Action]:
    at: dict[str, Any] = {"id": one.consultation.id}
    # What has been opened in the chat goes on in the chat; from a receipt everything opens in a dialog.
    go = press if opened else opens
    actions = [] if opened else [opens(view, "button-open", Verb.OPEN, **at)]
    if "answer" in one.actions and one.consultation.open_question:
        actions.insert(0, go(view, "button-answer", Verb.ANSWER, "positive", **at))
    if "change" in one.actions:
        actions.append(go(view, "button-change-request", Verb.CHANGE, **at))
    if "withdraw" in one.actions and opened and one.consultation.anonymous:
        actions.append(opens(view, "button-claim-renew", Verb.CLAIM_RENEW, **at))
    if "withdraw" in one.actions:
        actions.append(go(view, "button-withdraw", Verb.WITHDRAW, **at))
    return actions


def receipt_card(view: View, one: Opened) -> Card:
    """What the requester has in her chat: the reference number, the meeting and what happens next."""
    reference = one.consultation.reference
    key = "receipt-title" if one.consultation.is_open else "receipt-withdrawn"
    body = [heading(view.say(key, reference=reference)), *facts(view, one), *_next(view, one)]
    return card(view, [*body, small(view.say("receipt-privacy"))], _own_actions(view, one))


def sent_card(view: View, one: Opened, said: str, title: str = "sent-title", claim: Sequence[CardElement] = ()) -> Card:
    """At the end of the form: it has been sent, and where it is found; `claim` is what there is to say of its code."""
    body = [heading(view.say(title)), box("good", paragraph(said)), *claim, *facts(view, one), *_next(view, one)]
    if view.surface is Surface.DIALOG:
        body.append(small(view.say("window-close")))
    return card(view, body, [press(view, "button-own", Verb.OWN)])


def arrived_card(view: View, one: Opened) -> Card:
    """What the group's secretaries have in their chat: that something has come, and who has taken it."""
    consultation = one.consultation
    title = "arrived-title" if consultation.status is Status.NEW else "opened-title"
    body = [heading(view.say(title, reference=consultation.reference)), *facts(view, one)]
    at: dict[str, Any] = {"id": consultation.id, "v": consultation.version}
    actions = [opens(view, "button-open", Verb.OPEN, "positive", **at)]
    if consultation.status is Status.NEW:
        actions.append(press(view, "button-take", Verb.TAKE, **at))
    return card(view, body, actions)


def news_card(view: View, kind: str, one: Opened) -> Card:
    """A content-free word that something has happened to a request; `kind` names what."""
    kind = _overtaken(kind, one.consultation)
    body = [heading(view.say(f"news-{kind}", reference=one.consultation.reference)), *facts(view, one)]
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    actions = [opens(view, "button-open", Verb.OPEN, "positive", **at)]
    if kind == "question":
        actions = [
            opens(view, "button-answer", Verb.ANSWER, "positive", **at),
            opens(view, "button-open", Verb.OPEN, **at),
        ]
    return card(view, body, actions)


def _overtaken(kind: str, consultation: Consultation) -> str:
    # A card that stays in the chat must not go on asking for what has been done.
    if not consultation.is_open:
        return "withdrawn"
    return "answer" if kind == "question" and not consultation.open_question else kind


def asked(view: View, one: Question) -> CardElement:
    """A question, and who asked it; a secretary who has been erased is named by her task alone."""
    name = one.asked_by or view.say("question-secretary")
    return labelled(view.say("question-asked", name=name, at=view.speech.when(one.asked_at)), one.text)


def question(view: View, one: Question) -> CardElement:
    """What was asked, and what was answered."""
    items = [asked(view, one)]
    if one.answer is None:
        return Container(items=[*items, small(view.say("question-waits"))])
    at = view.speech.when(one.answered_at or one.asked_at)
    return Container(items=[*items, labelled(view.say("question-answered", at=at), one.answer)])


def _event(view: View, event: Event) -> CardElement:
    words = view.say(f"event-{event.what}", at=view.speech.when(event.at))
    return labelled(words, event.note) if event.note else small(words)


def _sections(view: View, one: Opened) -> Sequence[CardElement]:
    answers = dict(one.consultation.answers) | dict(one.requester)
    sections = [
        section(subheading(view.speech.pick(step.title)), *read)
        for step in path(one.form, answers)
        if (read := answers_of(view, step, Filled(answers)))
    ]
    questions = [question(view, each) for each in one.consultation.questions]
    happened = [_event(view, event) for event in one.consultation.events]
    return [*_titled(view, "questions-title", questions), *sections, *_titled(view, "events-title", happened)]


def _titled(view: View, title: str, items: Sequence[CardElement]) -> list[CardElement]:
    # Each further one stands for itself, or together they might outgrow a page.
    return [section(subheading(view.say(title)), *items[:1]), *items[1:]] if items else []


def _turning(view: View, one: Opened, number: int, last: int) -> CardElement:
    at: dict[str, Any] = {"id": one.consultation.id}
    turns = []
    if number < last:
        turns.append(press(view, "button-next-page", Verb.OPEN, page=number + 1, **at))
    if number:
        turns.append(press(view, "button-previous-page", Verb.OPEN, page=number - 1, **at))
    return Container(items=[small(view.say("page", number=number + 1, of=last + 1)), buttons(*turns)])


def opened_card(view: View, one: Opened) -> Card:
    """The whole request, for those who may read it."""
    now = page(view, _sections(view, one), one.page)
    body: list[CardElement] = [heading(view.say("opened-title", reference=one.consultation.reference))]
    if one.said:
        body.append(box("good", paragraph(one.said)))
    if one.unreachable:
        body.append(box("emphasis", paragraph(view.say(f"unreachable-{one.unreachable}"))))
    elif one.consultation.anonymous:
        # Not beside the other: it says that the secretary can open what is no longer there.
        body.append(box("accent", paragraph(view.say("anonymous-mine" if one.mine else "anonymous-note"))))
    if one.requester_name:
        body.append(fact(view.say("fact-requester"), one.requester_name))
    body += [*facts(view, one), *now.sections]
    if now.last:
        body.append(_turning(view, one, now.number, now.last))
    return card(view, body, _opened_actions(view, one))


def _opened_actions(view: View, one: Opened) -> list[Action]:
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    if one.mine:
        return _own_actions(view, one, opened=True)
    actions = []
    if "take" in one.actions:
        actions.append(press(view, "button-take", Verb.TAKE, "positive", opened=1, **at))
    if "ask" in one.actions:
        actions.append(press(view, "button-ask-question", Verb.ASK_QUESTION, **at))
    if "move" in one.actions:
        actions.append(press(view, "button-move", Verb.MOVE, **at))
    if "see-requester" in one.actions and one.consultation.anonymous:
        # In a dialog: a chat keeps what it has shown.
        actions.append(opens(view, "button-requester-show", Verb.REQUESTER_SHOW, id=one.consultation.id))
    return actions


def withdraw_card(view: View, one: Opened) -> Card:
    """Asks once more before a request is withdrawn."""
    title = view.say("withdraw-title", reference=one.consultation.reference)
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    sure = press(view, "button-withdraw-sure", Verb.WITHDRAW_SURE, "destructive", **at)
    keep = press(view, "button-never-mind", Verb.OPEN, id=one.consultation.id)
    meeting = fact(view.say("fact-meeting"), meeting_words(view, one))
    return card(view, [heading(title), meeting, paragraph(view.say("withdraw-text"))], [sure, keep])
