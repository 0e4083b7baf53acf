"""Asks a secretary why she must know who asks anonymously."""

from typing import Any

from microsoft_teams.cards.core import CardElement, Choice, ChoiceSetInput

from cards.consultations import Opened
from cards.elements import Card, View, box, card, fact, heading, paragraph, press, section, subheading
from cards.forms import answers_of
from cards.verbs import INPUT, Verb
from cards.widgets import Filled
from dialogs.forms import path

# Keys, not sentences: this is what the access log keeps.
REASONS = ("contact", "meeting", "safety", "mistake")


def reason_card(view: View, one: Opened, problem: str | None = None) -> Card:
    """A short list of reasons, one of which is written down beside the look."""
    title = view.say("requester-title", reference=one.consultation.reference)
    body: list[CardElement] = [heading(title), paragraph(view.say("requester-text"))]
    if problem:
        body.append(box("attention", paragraph(problem)))
    choices = [Choice(title=view.say(f"requester-reason-{one}"), value=one) for one in REASONS]
    label = view.say("requester-why")
    body.append(ChoiceSetInput(id=f"{INPUT}reason", label=label, choices=choices, style="expanded", wrap=True))
    at: dict[str, Any] = {"id": one.consultation.id}
    send = press(view, "button-requester-show-send", Verb.REQUESTER_SHOW_SEND, "positive", **at)
    return card(view, body, [send, press(view, "button-never-mind", Verb.OPEN, **at)])


def requester_card(view: View, one: Opened) -> Card:
    """Who asks, and her own data, on a card of their own: the case stays apart from them on the screen too."""
    body = [heading(view.say("requester-title", reference=one.consultation.reference))]
    body.append(fact(view.say("fact-requester"), one.requester_name))
    for step in path(one.form, {**one.consultation.answers, **one.requester}):
        # Under its title, or *your unit* would be that of the secretary who reads.
        if read := answers_of(view, step, Filled(dict(one.requester))):
            body.append(section(subheading(view.speech.pick(step.title)), *read))
    back = press(view, "button-back-to-request", Verb.OPEN, id=one.consultation.id)
    return card(view, body, [back])
