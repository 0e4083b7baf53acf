"""What lies ahead: the sessions that one has registered for, all others, those just over, and the latest newsletter."""

from collections.abc import Sequence
from dataclasses import dataclass

from microsoft_teams.cards.core import CardElement

from cards.announcements import Shown, leads_to
from cards.differences import time_words
from cards.elements import (
    Card,
    Elements,
    View,
    buttons,
    card,
    heading,
    link,
    named,
    opens,
    paragraph,
    row,
    section,
    small,
    strong,
    subheading,
)
from cards.feedback import feedback_button
from cards.lists import turns
from cards.pages import page
from cards.verbs import Verb
from domain.announcements import State, moved_from
from domain.registrations import Coming


@dataclass(frozen=True)
class Sessions:
    """What `infot` lists; each is sorted as it is read."""

    mine: Sequence[Shown] = ()
    others: Sequence[Shown] = ()
    ended: Sequence[Shown] = ()
    letters: Sequence[Shown] = ()


def sessions_card(view: View, sessions: Sessions, wished: int = 0) -> Card:
    """The list, a page at a time."""
    parts = [
        *_part(view, view.say("sessions-mine"), sessions.mine),
        *_part(view, view.say("sessions-ahead"), sessions.others),
        *_part(view, view.say("sessions-letter"), sessions.letters),
        *_part(view, view.say("sessions-ended"), sessions.ended),
    ]
    ahead = sessions.mine or sessions.others
    none = [] if ahead else [paragraph(view.say("sessions-none"))]
    now = page(view, parts, wished)
    turning = [small(view.say("page", number=now.number + 1, of=now.last + 1))] if now.last else []
    body = [heading(view.say("sessions-title")), *none, *now.sections, *turning]
    return card(view, body, turns(view, Verb.SESSIONS, now.number, now.last + 1))


def _part(view: View, title: str, listed: Sequence[Shown]) -> Elements:
    rows = [_listed(view, one, first=one is listed[0]) for one in listed]
    return [subheading(title), *rows] if rows else []


def _listed(view: View, shown: Shown, *, first: bool) -> CardElement:
    one = shown.announcement
    said: Elements = [named(view.speech.pick(one.wording.title))]
    if one.session:
        said.append(paragraph(time_words(view, one.session)))
        was = moved_from(one) if shown.is_open else None
        said += [small(view.say("session-moved-from", before=time_words(view, was)))] if was else []
    words = state_words(view, shown)
    said += [strong(words)] if words else []
    # Who comes soon needs the way in, and nothing else.
    join = [link(view.say("button-join"), shown.join)] if shown.join and _comes_soon(shown) else []
    show = opens(view, "button-open", Verb.ANNOUNCEMENT_OPEN, id=one.id)
    asks = [feedback_button(view, one.id)] if shown.over and one.takes_place else []
    way: Elements = [buttons(*join, *asks)] if join or asks else []
    way += [leads_to(view, shown.join)] if shown.join and join else []
    return section(row(said, [buttons(show)]), *way, first=first)


def _comes_soon(shown: Shown) -> bool:
    return shown.near and shown.is_open and shown.coming is Coming.COMING


def state_words(view: View, shown: Shown) -> str:
    """Where the reader stands with a session, in a few words; empty when there is nothing to say."""
    if shown.announcement.state is State.CALLED_OFF:
        return view.say("session-off")
    if not shown.is_open or shown.announcement.session is None:
        return ""
    if shown.coming is Coming.WAITING:
        return view.say("registered-waiting", place=shown.place or 1)
    if shown.coming:
        return view.say(f"registered-{shown.coming}")
    return view.say("seats-full-short") if shown.seats.is_full else ""
