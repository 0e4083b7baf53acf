"""What people get: an info session, a newsletter or a free announcement; in their own chat, a dialog or a channel."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from microsoft_teams.cards.core import Action, CardElement

from cards.differences import changed, opening_words, spoken, time_words
from cards.elements import (
    Card,
    Elements,
    Style,
    View,
    box,
    buttons,
    card,
    fact,
    headline,
    labelled,
    link,
    moment,
    named,
    opens,
    paragraph,
    press,
    section,
    small,
    strong,
    subheading,
    written,
)
from cards.feedback import feedback_button
from cards.verbs import Verb
from domain.announcements import Announcement, Item, State, Wording
from domain.links import Link
from domain.registrations import Coming, Seats, agreed
from texts.speech import Speech


@dataclass(frozen=True)
class Shown:
    """An announcement in front of a reader.

    `join`, `calendar` and `more` (one for each item) are addresses that have been judged, None where there is none.
    `coming` and `place` are her own answer. `counted`: the seats are those of this moment; a copy that stands in a chat
    is not drawn anew at every registration, and says only whether there are any. `near` and `over` are by the clock,
    `others` speak the other languages that it was written in. `common`: in a channel, where everybody reads it;
    `abroad`: in a dialog that was opened there.
    """

    announcement: Announcement
    topics: Sequence[str] = ()
    join: Link | None = None
    calendar: Link | None = None
    more: Sequence[Link | None] = ()
    seats: Seats = field(default_factory=lambda: Seats(None))
    coming: Coming | None = None
    place: int | None = None
    counted: bool = False
    near: bool = False
    over: bool = False
    others: Sequence[Speech] = ()
    common: bool = False
    abroad: bool = False

    @property
    def is_open(self) -> bool:
        """Whether one can still come."""
        return self.announcement.takes_place and not self.over


def announcement_card(view: View, shown: Shown) -> Card:
    """The whole announcement as it stands now."""
    one = shown.announcement
    body: list[CardElement] = [subheading(view.say(f"announcement-kind-{one.kind}"))]
    if one.state is State.RECALLED:
        return card(view, [*body, paragraph(view.say("announcement-recalled")), *_stood(view, shown)])
    body += [*head(view, shown), *changed(view, one, one.original)]
    body += [*ways_in(view, shown), *registering(view, shown)]
    body += [*_told(view, one.wording), *_items(view, shown), *_facts(view, shown)]
    return card(view, body, _actions(view, shown))


def _stood(view: View, shown: Shown) -> Elements:
    session = shown.announcement.session
    if session is None or shown.over or shown.coming not in (Coming.COMING, Coming.WAITING):
        return []
    return [paragraph(view.say("registered-no-more", when=time_words(view, session)))]


def head(view: View, shown: Shown) -> Elements:
    """What it is and when; of a session that was called off, that first of all."""
    one, title = shown.announcement, headline(view.speech.pick(shown.announcement.wording.title))
    if one.session is None:
        return [title]
    when = time_words(view, one.session)
    if one.state is State.CALLED_OFF:
        why = [labelled(view.say("session-off-why"), one.remark)] if one.remark else []
        was = paragraph(view.say("session-off-was", when=when))
        return [box("attention", subheading(view.say("session-off")), title, was, *why)]
    over = [paragraph(view.say("session-over"))] if shown.over else []
    return [title, moment(when), *over]


def ways_in(view: View, shown: Shown) -> Elements:
    """How to join, and how to remember it."""
    if not shown.is_open:
        return []
    style: Style | None = "positive" if shown.near else None
    join = [link(view.say("button-join"), shown.join, style)] if shown.join else []
    calendar = [link(view.say("button-calendar"), shown.calendar)] if shown.calendar else []
    whither = leads_to(view, shown.join) if shown.join else small(view.say("session-no-link"))
    return [*([buttons(*join, *calendar)] if join or calendar else []), whither]


def leads_to(view: View, to: Link) -> CardElement:
    """Where a button leads whose words do not say so."""
    return small(view.say("link-leads-to", host=to.host))


def registering(view: View, shown: Shown) -> Elements:
    """What she has answered, how many seats there are, and the buttons by which she answers."""
    if not shown.is_open:
        return []
    hers = [] if shown.common else [_own_words(view, shown)]
    # Who has a seat, or waits for one, need not be told how many there are.
    seats = [] if shown.coming in (Coming.COMING, Coming.WAITING) else [small(_seat_words(view, shown))]
    return [section(*(one for one in hers if one), *seats, *_opens(view, shown), buttons(*answers(view, shown)))]


def _opens(view: View, shown: Shown) -> Elements:
    session = shown.announcement.session
    if session is None or session.opens is None or shown.coming is Coming.COMING:
        return []
    return [small(view.say("session-opens", day=opening_words(view, session)))]


def _own_words(view: View, shown: Shown) -> CardElement | None:
    if shown.coming is Coming.COMING:
        return box("good", strong(view.say("registered-coming")))
    if shown.coming is Coming.WAITING:
        waits = view.say("registered-waiting", place=shown.place or 1)
        return box("accent", strong(waits), paragraph(view.say("registered-waiting-text")))
    return paragraph(view.say("registered-declined")) if shown.coming else None


def _seat_words(view: View, shown: Shown) -> str:
    left, seats = shown.seats.left, shown.seats.seats
    if left is None or seats is None:
        return view.say("seats-unlimited")
    if left == 0:
        return view.say("seats-full")
    return view.say("seats-left", left=left, seats=seats) if shown.counted else view.say("seats-some", seats=seats)


def answers(view: View, shown: Shown) -> list[Action]:
    """The buttons of one's own answer; in a channel the one that leads to them."""
    one = shown.announcement
    at: dict[str, Any] = {"id": one.id, "v": one.version, "mark": agreed(one)}
    if shown.common:
        return [opens(view, "button-channel-register", Verb.ANNOUNCEMENT_OPEN, id=one.id)]
    coming = shown.coming in (Coming.COMING, Coming.WAITING)
    words = "button-session-queue" if shown.seats.is_full else "button-session-come"
    come = [] if coming else [press(view, words, Verb.SESSION_COME, None if shown.near else "positive", **at)]
    declined = shown.coming is Coming.DECLINED
    return come + ([] if declined else [press(view, "button-session-decline", Verb.SESSION_DECLINE, **at)])


def _told(view: View, wording: Wording) -> Elements:
    text = view.speech.pick(wording.text)
    return [section(written(text))] if text else []


def _items(view: View, shown: Shown) -> Elements:
    items = shown.announcement.wording.items
    more = [*shown.more, *[None] * len(items)]
    return [_item(view, one, to) for one, to in zip(items, more, strict=False)]


def _item(view: View, item: Item, to: Link | None) -> CardElement:
    text = view.speech.pick(item.text)
    said = [named(view.speech.pick(item.title)), *([written(text)] if text else [])]
    # Several buttons of the same words could not be told apart by who hears them.
    way = [buttons(link(view.say("button-read-more", host=to.host), to))] if to else []
    return section(*said, *way)


def _facts(view: View, shown: Shown) -> Elements:
    session, told = shown.announcement.session, Elements()
    if session and session.organiser:
        told.append(fact(view.say("session-organiser"), session.organiser))
    if session:
        told.append(fact(view.say("session-language"), spoken(view, session)))
    if shown.topics:
        told.append(fact(view.say("announcement-topics"), ", ".join(shown.topics)))
    why = [small(view.say("announcement-in-channel"))] if shown.common else []
    return [section(*told, *why)] if told or why else []


def _actions(view: View, shown: Shown) -> list[Action]:
    which = shown.announcement.id
    asks = [feedback_button(view, which)] if shown.over and shown.announcement.takes_place else []
    if shown.common:
        return asks
    actions = [*asks, *(_in_language(view, which, one) for one in shown.others)]
    return actions if shown.abroad else [*actions, opens(view, "button-why", Verb.ANNOUNCEMENT_WHY, id=which)]


def _in_language(view: View, which: str, speech: Speech) -> Action:
    # In that language itself: who looks for it need not understand this one.
    spoken_to = replace(view, speech=speech)
    verb = Verb.ANNOUNCEMENT_LANGUAGE
    return press(spoken_to, "button-in-this-language", verb, id=which, language=speech.language)
