"""Asks for a few words about a request: the secretary's question, the requester's answer."""

from typing import Any

from microsoft_teams.cards.core import CardElement, TextInput

from cards.consultations import Opened
from cards.elements import Card, View, box, card, heading, labelled, paragraph, press, small
from cards.verbs import INPUT, Verb

WORDS_LENGTH = 1500


def words_card(view: View, one: Opened, verb: Verb, typed: str = "", problem: str | None = None) -> Card:
    """Asks for a few words about a request: a question, an answer, a reason. A refusal keeps what was typed."""
    name = verb.value.removesuffix("-send")
    body: list[CardElement] = [heading(view.say(f"{name}-title", reference=one.consultation.reference))]
    asked = one.consultation.open_question
    if verb is Verb.ANSWER_SEND and asked:
        body.append(
            labelled(view.say("question-asked", name=asked.asked_by, at=view.speech.when(asked.asked_at)), asked.text)
        )
    if problem:
        body.append(box("attention", paragraph(problem)))
    words = TextInput(
        id=f"{INPUT}words",
        label=view.say(f"{name}-label"),
        is_multiline=True,
        max_length=WORDS_LENGTH,
        value=typed or None,
    )
    body += [words, small(view.say(f"{name}-hint"))]
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    send = press(view, f"button-{name}-send", verb, "positive", **at)
    return card(view, body, [send, press(view, "button-never-mind", Verb.OPEN, id=one.consultation.id)])
