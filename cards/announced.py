"""What people are told besides the announcement itself: that it has changed, that a seat is theirs, why they get it."""

from collections.abc import Collection

from microsoft_teams.cards.core import CardElement

from cards.announcements import Shown, answers, head, ways_in
from cards.differences import changed
from cards.elements import Card, View, card, heading, line, paragraph, press, small
from cards.verbs import Verb
from domain.announcements import State, differences
from domain.registrations import Coming


def change_card(view: View, shown: Shown) -> Card:
    """A message of its own: what has changed, or that the session does not take place."""
    one = shown.announcement
    # That it was called off is said by its head, in the largest words that there are.
    news = [] if one.state is State.CALLED_OFF else [heading(change_words(view, shown))]
    body: list[CardElement] = [*news, *head(view, shown), *changed(view, one, one.previous), *ways_in(view, shown)]
    if shown.is_open and shown.coming in (Coming.COMING, Coming.WAITING):
        body.append(paragraph(view.say("registered-stays")))
    return card(view, body, answers(view, shown) if shown.is_open else [])


def change_words(view: View, shown: Shown) -> str:
    """In one sentence what has happened."""
    one = shown.announcement
    if one.state is State.RECALLED:
        return view.say("announcement-recalled")
    if one.session is None:
        return view.say("announcement-changed")
    if one.state is State.CALLED_OFF:
        return view.say("session-off")
    moved = "time" in differences(one.previous, one.wording)
    return view.say("session-moved" if moved else "session-changed")


def seat_card(view: View, shown: Shown) -> Card:
    """She has moved up from the waiting list."""
    body = [heading(view.say("seat-title")), *head(view, shown), paragraph(view.say("seat-text"))]
    return card(view, [*body, *ways_in(view, shown)], answers(view, shown))


def why_card(view: View, shown: Shown, why: Collection[str]) -> Card:
    """Why she gets this, and how she ends it; `why` holds those of topic, team and list that are true."""
    topics = ", ".join(shown.topics)
    told = {
        "topic": view.say("why-topic", topics=topics) if topics else view.say("why-everyone"),
        "team": view.say("why-team"),
        "list": view.say("why-list"),
    }
    said = [line(words) for name, words in told.items() if name in why] or [paragraph(view.say("why-found"))]
    body = [heading(view.say("button-why")), *said, paragraph(view.say("why-end")), small(view.say("why-off"))]
    back = press(view, "button-back-to-announcement", Verb.ANNOUNCEMENT_OPEN, id=shown.announcement.id)
    return card(view, body, [press(view, "button-settings-topics", Verb.SETTINGS_TOPICS), back])
