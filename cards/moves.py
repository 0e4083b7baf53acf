"""Moving a request to another meeting, with a reason."""

from collections.abc import Sequence
from typing import Any

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput

from cards.consultations import Opened
from cards.elements import Card, View, card, heading, press, small
from cards.questions import problem_box, sending, words_input
from cards.verbs import INPUT, Verb
from dialogs.fields import Problem
from domain.identity_codes import cut_out
from domain.meetings import Meeting


def move_card(
    view: View, one: Opened, meetings: Sequence[Meeting], typed: dict[str, str], problem: Problem | None = None
) -> Card:
    """To which meeting, and why; the requester sees both, while it is known who she is."""
    body: list[CardElement] = [heading(view.say("move-title", reference=one.consultation.reference))]
    if problem:
        body.append(problem_box(view, problem))
    hint = "move-hint-untold" if one.unreachable else "move-hint"
    body += [
        _meetings(view, meetings, typed),
        words_input(view, "move-reason", typed.get("words", "")),
        small(view.say(hint)),
    ]
    at: dict[str, Any] = {"id": one.consultation.id, "v": one.consultation.version}
    send = sending(view, "button-move-send", Verb.MOVE_SEND, problem, at)
    return card(view, body, [send, press(view, "button-never-mind", Verb.OPEN, id=one.consultation.id)])


def _meetings(view: View, meetings: Sequence[Meeting], typed: dict[str, str]) -> CardElement:
    choices = [Choice(title=view.speech.span(one.start, one.end), value=one.day.isoformat()) for one in meetings]
    return ChoiceSetInput(
        id=f"{INPUT}meeting",
        label=view.say("move-meeting"),
        choices=choices,
        style="expanded",
        wrap=True,
        value=cut_out(typed.get("meeting", "")) or None,
    )
