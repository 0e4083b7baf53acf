"""The first card, help, and the choice of a group."""

from collections.abc import Iterable

from microsoft_teams.cards.core import CardElement, Container, Fact, FactSet

from cards.elements import (
    Card,
    View,
    box,
    buttons,
    card,
    heading,
    line,
    named,
    numbers,
    opens,
    paragraph,
    press,
    section,
    small,
    subheading,
)
from cards.verbs import Verb
from domain.centre import Centre, Contact, Group
from domain.meetings import Meeting
from domain.people import Actor, Role

WORDS = ("consultation", "own", "claim", "sessions", "queue", "meeting", "announcement", "settings", "statistics")
MOST_ACTIONS = 4
FIRST_WORDS = (*WORDS, "help", "cancel")


def home_card(view: View, centre: Centre, actor: Actor, said: str | None = None, *, danger: bool = False) -> Card:
    """What one can do here; `said` is a sentence that stands first, such as that a word was not known.

    With `danger` it gives the emergency numbers: nobody reads what was typed, and it may have been a cry.
    """
    body: list[CardElement] = [heading(view.say("home-title"))]
    if said:
        body.append(box("accent", paragraph(said)))
    if danger:
        body.append(box("attention", paragraph(view.say("home-emergency")), *numbers(view, centre.emergency)))
    body += [paragraph(view.say("home-text", centre=view.speech.pick(centre.name))), small(view.say("home-privacy"))]
    actions = [press(view, "button-ask", Verb.ASK, "positive"), press(view, "button-own", Verb.OWN)]
    if actor.groups(Role.SECRETARY):
        actions.append(press(view, "button-queue", Verb.QUEUE))
    if actor.is_(Role.COORDINATOR):
        actions.append(press(view, "button-announcements", Verb.ANNOUNCEMENTS))
    # Five buttons at most: who makes the sessions finds them among her announcements.
    if len(actions) < MOST_ACTIONS:
        actions.append(press(view, "button-sessions", Verb.SESSIONS))
    return card(view, body, [*actions, press(view, "button-settings", Verb.SETTINGS)])


def _contact(view: View, contact: Contact) -> CardElement:
    reach = ", ".join(one for one in (contact.phone, contact.email) if one)
    return Container(items=[named(contact.name), small(view.speech.pick(contact.title)), small(reach)])


def help_card(view: View, centre: Centre) -> Card:
    """The words one can type, whom to ask, and what to do in an emergency."""
    facts = [Fact(title=view.say(f"word-{one}").split(",")[0], value=view.say(f"help-{one}")) for one in FIRST_WORDS]
    body = [heading(view.say("help-title")), paragraph(view.say("help-text")), FactSet(facts=facts)]
    body += [box("attention", paragraph(view.say("help-emergency")), *numbers(view, centre.emergency))]
    body += [subheading(view.say("help-contacts")), *(_contact(view, one) for one in centre.contacts)]
    return card(view, body, [press(view, "button-ask", Verb.ASK, "positive"), press(view, "button-home", Verb.HOME)])


def coming_card(view: View, what: str) -> Card:
    """Says honestly that something is not here yet; `what` is the key of its name."""
    body = [heading(view.say(what)), paragraph(view.say("coming-text"))]
    return card(view, body, [press(view, "button-home", Verb.HOME)])


def said_card(view: View, words: str) -> Card:
    """One sentence, such as why something cannot be done."""
    return card(view, [line(words)], [press(view, "button-home", Verb.HOME)])


def elsewhere_card(view: View) -> Card:
    """In a channel or a group: consultations belong into the personal chat."""
    return card(view, [heading(view.say("elsewhere-title")), paragraph(view.say("elsewhere-text"))])


def next_meeting(view: View, meetings: list[Meeting]) -> CardElement:
    """When a group meets next, and until when a request reaches that meeting."""
    if not meetings:
        return paragraph(view.say("group-no-meetings"))
    first = meetings[0]
    when, until = view.speech.span(first.start, first.end), view.speech.day(first.deadline_day)
    return paragraph(view.say("group-next-meeting", meeting=when, deadline=until))


def _group(view: View, group: Group, meetings: list[Meeting]) -> CardElement:
    said = [subheading(view.speech.pick(group.name)), paragraph(view.speech.pick(group.description))]
    choose = press(view, "button-choose-group", Verb.ASK_GROUP, group=group.key)
    return section(*said, next_meeting(view, meetings), buttons(choose))


def groups_card(view: View, groups: Iterable[tuple[Group, list[Meeting]]]) -> Card:
    """Which group to ask."""
    body = [heading(view.say("groups-title")), paragraph(view.say("groups-text"))]
    body += [_group(view, group, meetings) for group, meetings in groups]
    return card(view, body, [press(view, "button-home", Verb.HOME)])


def surface_card(view: View, group: Group, meetings: list[Meeting], languages: str, draft: str | None = None) -> Card:
    """Where to fill in the form: in a dialog, or in the chat. A `draft` already begun is offered first."""
    body = [heading(view.speech.pick(group.name))]
    body += [next_meeting(view, meetings), paragraph(view.say("surface-text")), small(languages)]
    if draft:
        again = opens(view, "button-resume", Verb.FORM_RESUME, "positive", id=draft)
        in_chat = press(view, "button-resume-chat", Verb.FORM_RESUME, id=draft)
        body.append(box("accent", paragraph(view.say("surface-draft")), buttons(again, in_chat)))
    dialog = opens(view, "button-fill-dialog", Verb.FORM_BEGIN, None if draft else "positive", group=group.key)
    chat = press(view, "button-fill-chat", Verb.FORM_BEGIN, group=group.key)
    return card(view, body, [dialog, chat, press(view, "button-other-group", Verb.ASK)])
