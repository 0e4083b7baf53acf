"""Asks for a few words about a request: the secretary's question, the requester's answer."""

from typing import Any

from microsoft_teams.cards.core import Action, CardElement, TextInput

from cards.consultations import Opened, asked
from cards.elements import Card, View, box, card, heading, paragraph, press, small
from cards.plain import visible
from cards.verbs import INPUT, Verb
from cards.widgets import problem_text
from dialogs.fields import Problem
from domain.identity_codes import cut_out

WORDS_LENGTH = 1500


def words_card(view: View, one: Opened, verb: Verb, typed: str = "", problem: Problem | None = None) -> Card:
    """Asks for a few words about a request: a question or an answer. A refusal keeps what was typed.

    What is no more than doubtful can be sent all the same, by the button that then says so.
    """
    name = verb.value.removesuffix("-send")
    body: list[CardElement] = [heading(view.say(f"{name}-title", reference=one.consultation.reference))]
    if verb is Verb.ANSWER_SEND and one.consultation.open_question:
        body.append(asked(view, one.consultation.open_question))
    if problem:
        body.append(problem_box(view, problem))
    body += [words_input(view, f"{name}-label", typed), small(view.say(f"{name}-hint"))]
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    send = sending(view, f"button-{name}-send", verb, problem, at)
    return card(view, body, [send, press(view, "button-never-mind", Verb.OPEN, id=one.consultation.id)])


def words_input(view: View, label: str, typed: str) -> CardElement:
    """Where a few words are written; what comes back has lost its identity codes."""
    shown = visible(cut_out(typed)) or None
    return TextInput(id=f"{INPUT}words", label=view.say(label), is_multiline=True, max_length=WORDS_LENGTH, value=shown)


def problem_box(view: View, problem: Problem) -> CardElement:
    """What is wrong with the words, or doubtful in them, above all else."""
    return box("warning" if problem.sure else "attention", paragraph(problem_text(view, problem)))


def sending(view: View, title: str, verb: Verb, problem: Problem | None, at: dict[str, Any]) -> Action:
    """The button that sends the words; after a doubt the one by which the writer confirms them."""
    if problem and problem.sure:
        return press(view, "button-send-sure", verb, "positive", sure=problem.sure, **at)
    return press(view, title, verb, "positive", **at)
