"""Claim codes: shown once, asked for, and what they open."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from microsoft_teams.cards.core import CardElement, TextInput

from cards.consultations import Opened, facts, question
from cards.elements import (
    Card,
    Surface,
    View,
    box,
    buttons,
    card,
    copied,
    heading,
    opens,
    paragraph,
    press,
    section,
    small,
    subheading,
)
from cards.pages import page
from cards.questions import problem_box, sending, words_input
from cards.verbs import INPUT, Verb
from dialogs.fields import Problem

CODE_LENGTH, REFERENCE_LENGTH = 40, 32


@dataclass(frozen=True)
class Claim:
    """A code that has just been made, the last day on which it works, and whether it ends another."""

    code: str
    until: date
    replaces: bool = False


def claim_shown(view: View, one: Opened, claim: Claim) -> CardElement:
    """The code, this once."""
    said = view.say("claim-keep", reference=one.consultation.reference, until=view.speech.day(claim.until))
    ended = [paragraph(view.say("claim-replaces"))] if claim.replaces else []
    return box("accent", subheading(view.say("claim-title")), copied(claim.code), *ended, paragraph(said))


def claim_offered(view: View, one: Opened) -> CardElement:
    """That a code can be had: nothing of it may stay in a chat, so it is shown in a dialog."""
    renew = opens(view, "button-claim-renew", Verb.CLAIM_RENEW, id=one.consultation.id)
    return box("accent", subheading(view.say("claim-title")), paragraph(view.say("claim-offer")), buttons(renew))


def code_card(view: View, one: Opened, claim: Claim) -> Card:
    """A new code for one's own request."""
    title = heading(view.say("opened-title", reference=one.consultation.reference))
    body = [title, claim_shown(view, one, claim)]
    if view.surface is Surface.DIALOG:
        body.append(small(view.say("window-close")))
    return card(view, body, [press(view, "button-own", Verb.OWN)])


def _code(view: View) -> CardElement:
    return TextInput(id=f"{INPUT}code", label=view.say("claim-code"), max_length=CODE_LENGTH)


def claim_intro_card(view: View) -> Card:
    """In the chat: where the code is typed, which is a dialog, since a chat keeps what it has shown."""
    body = [heading(view.say("claim-ask-title")), paragraph(view.say("claim-ask-where"))]
    go = opens(view, "button-claim", Verb.CLAIM, "positive")
    return card(view, body, [go, press(view, "button-home", Verb.HOME)])


def claim_card(view: View, reference: str = "", problem: str | None = None) -> Card:
    """Asks for the reference number and the code; a refusal never gives the code back."""
    body: list[CardElement] = [heading(view.say("claim-ask-title")), paragraph(view.say("claim-ask-text"))]
    if problem:
        body.append(box("attention", paragraph(problem)))
    label = view.say("claim-reference")
    which = TextInput(id=f"{INPUT}reference", label=label, max_length=REFERENCE_LENGTH, value=reference or None)
    go = press(view, "button-claim-open", Verb.CLAIM_OPEN, "positive")
    return card(view, [*body, which, _code(view)], [go, press(view, "button-home", Verb.HOME)])


def claimed_card(view: View, one: Opened, typed: str = "", problem: Problem | None = None) -> Card:
    """Where the request stands, and what was asked and answered; the newest first, as much as a card holds.

    A question that waits can be answered here, and the code is typed again with it.
    """
    body: list[CardElement] = [heading(view.say("opened-title", reference=one.consultation.reference))]
    if one.said:
        body.append(box("good", paragraph(one.said)))
    asked = [question(view, each) for each in reversed(one.consultation.questions)]
    body += facts(view, one)
    if asked:
        # Together, so that what is typed counts for what a card holds.
        newest = section(subheading(view.say("questions-title")), asked[0], *_waiting(view, one, typed, problem))
        now = page(view, [newest, *asked[1:]])
        body += [*now.sections, *([small(view.say("claim-more"))] if now.last else [])]
    body.append(small(view.say("claim-privacy")))
    away = press(view, "button-withdraw", Verb.CLAIM_WITHDRAW, reference=one.consultation.reference)
    home = press(view, "button-home", Verb.HOME)
    return card(view, body, [away, home] if one.consultation.is_open else [home])


def _waiting(view: View, one: Opened, typed: str, problem: Problem | None) -> list[CardElement]:
    if not one.consultation.is_open or not one.consultation.open_question:
        return []
    at: dict[str, Any] = {"reference": one.consultation.reference, "v": one.consultation.version}
    send = sending(view, "button-question-answer-send", Verb.CLAIM_ANSWER_SEND, problem, at)
    said = [problem_box(view, problem)] if problem else []
    return [*said, *_answering(view, typed), buttons(send)]


def _answering(view: View, typed: str) -> list[CardElement]:
    words = words_input(view, "question-answer-label", typed)
    return [paragraph(view.say("claim-answer-text")), words, small(view.say("question-answer-hint")), _code(view)]


def claim_answer_card(view: View, reference: str, version: int, typed: str, problem: str) -> Card:
    """The code was wrong: nothing of the request is shown, and what was typed is not lost."""
    title = heading(view.say("question-answer-title", reference=reference))
    at: dict[str, Any] = {"reference": reference, "v": version}
    send = press(view, "button-question-answer-send", Verb.CLAIM_ANSWER_SEND, "positive", **at)
    keep = press(view, "button-never-mind", Verb.CLAIM, reference=reference)
    return card(view, [title, box("attention", paragraph(problem)), *_answering(view, typed)], [send, keep])


def claim_withdraw_card(view: View, reference: str, problem: str | None = None) -> Card:
    """Asks once more, and for the code again."""
    body: list[CardElement] = [heading(view.say("withdraw-title", reference=reference))]
    body.append(paragraph(view.say("withdraw-text")))
    if problem:
        body.append(box("attention", paragraph(problem)))
    sure = press(view, "button-withdraw-sure", Verb.CLAIM_WITHDRAW_SURE, "destructive", reference=reference)
    keep = press(view, "button-never-mind", Verb.CLAIM, reference=reference)
    return card(view, [*body, _code(view)], [sure, keep])
