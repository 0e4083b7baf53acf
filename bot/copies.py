"""Draws what people are told about an announcement: once for all whose copies are alike.

Whom it is not to reach, or not now, is decided here too, at the moment of sending: by her off switch and quiet hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcing import bare, calendar_of
from bot.desk import Desk
from bot.drawing import Drawer, Drawn, Postponed, Withheld
from cards.announced import change_card, change_words, seat_card
from cards.announcements import Shown, announcement_card
from cards.differences import time_words
from cards.elements import Card, View
from cards.plain import plain
from domain.announcements import HALTED, OFF, Announcement, State, is_soon, is_undone, is_urgent, since
from domain.preferences import Preferences
from domain.quiet import until
from domain.registrations import Coming, Seats
from storage import announcements, preferences, registrations
from storage.outgoing import Delivery
from storage.seats import seats_of

# The kinds of notices about an announcement: its standing copy, and messages of their own.
STANDING, CHANGE, SEAT = "announcement", "announcement-change", "seat"
COMES = frozenset({Coming.COMING, Coming.WAITING})


@dataclass(frozen=True)
class Copy:
    """All that one copy depends on, but for the clock. `answer` is hers, with her place in the waiting list."""

    delivery: Delivery
    announcement: Announcement
    seats: Seats = field(default_factory=lambda: Seats(None))
    answer: tuple[Coming | None, int | None] = (None, None)
    wished: Preferences = field(default_factory=Preferences)

    @property
    def is_told(self) -> bool:
        """Whether this kind of notice still has anything to say."""
        one, coming = self.announcement, self.answer[0]
        # A copy that is there is kept true; who has seen nothing need not see that there is nothing.
        if self.delivery.replaces:
            return True
        if self.delivery.kind == SEAT:
            return one.takes_place and coming is Coming.COMING
        if self.delivery.kind == CHANGE and is_undone(one):
            return False
        if one.state is State.RECALLED:
            # Whoever meant to come has perhaps no copy from which she would see it.
            return self.delivery.kind == CHANGE and coming in COMES
        return one.state not in OFF or not self.is_new

    @property
    def is_new(self) -> bool:
        """Whether it would be the first that she reads of it."""
        return self.delivery.kind == STANDING and self.delivery.message is None

    @property
    def is_halted(self) -> bool:
        """Whether nobody new is to get it for now: also who was not reached before, and has come back since."""
        return self.is_new and self.announcement.state in HALTED

    @property
    def is_off(self) -> bool:
        """Whether she wants no announcements; what she has registered for is none."""
        hers = self.delivery.kind != STANDING and self.answer[0] in COMES
        return self.wished.off and not hers and not self.delivery.replaces


async def _copies(desk: Desk, connection: AsyncConnection, deliveries: Sequence[Delivery]) -> list[Copy | None]:
    persons = [one.person for one in deliveries if one.person]
    found: dict[str, Announcement] = {}
    answers: dict[str, Mapping[str, tuple[Coming, int | None]]] = {}
    for which in sorted({one.subject for one in deliveries}):
        one = await announcements.find(connection, which)
        if one:
            found[which] = one
            answers[which] = await registrations.of_several(connection, which, persons)
    seats = await seats_of(connection, [one for one in found.values() if one.session])
    wishes = await preferences.of_several(connection, persons)
    made: list[Copy | None] = []
    for each in deliveries:
        subject, person = found.get(each.subject), each.person or ""
        if subject is None:
            made.append(None)
            continue
        answer = answers[subject.id].get(person, (None, None))
        if each.kind == CHANGE:
            subject = since(subject, each.occurrence)
        count, wished = seats.get(subject.id, Seats(None)), wishes.get(person, Preferences())
        made.append(Copy(each, subject, count, answer, wished))
    return made


def _kept_back(desk: Desk, one: Copy | None) -> Withheld | Postponed | None:
    if one is None or not one.is_told:
        return Withheld()
    if one.is_off:
        return Withheld("off")
    if one.is_halted:
        return Withheld(halted=True)
    now, urgent = desk.clock.now(), one.answer[0] in COMES and is_urgent(one.announcement, desk.clock.now())
    # A copy that is there is changed without a sound. Who comes within a day must hear at once that it has moved.
    if one.delivery.replaces or (urgent and one.delivery.kind != STANDING):
        return None
    free = until(one.wished, now, desk.content.centre.zone)
    return Postponed(free) if free > now else None


def _key(desk: Desk, one: Copy | None) -> str:
    kept_back = _kept_back(desk, one)
    if one is None or kept_back:
        return repr(kept_back)
    told, now = one.announcement, desk.clock.now()
    by_clock = (is_soon(told, now), told.is_ahead(now))
    common = (told.id, told.version, told.state.value, _view(desk, one).speech.language, one.seats.is_full, by_clock)
    return repr((*common, one.delivery.channel is not None, one.delivery.occurrence, one.answer))


async def keys(desk: Desk, connection: AsyncConnection, deliveries: Sequence[Delivery]) -> Sequence[str | None]:
    """The drawing that each of these shares with all who read the same."""
    return [_key(desk, one) for one in await _copies(desk, connection, deliveries)]


def _view(desk: Desk, one: Copy) -> View:
    return View(desk.speech(one.delivery.language))


async def draw(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | Withheld | Postponed:
    """The copy as it is now, or why there is none, or when."""
    [one] = await _copies(desk, connection, [delivery])
    kept_back = _kept_back(desk, one)
    if one is None or kept_back:
        return kept_back or Withheld()
    view, (coming, place) = _view(desk, one), one.answer
    shown = replace(bare(desk, view, one.announcement), coming=coming, place=place, seats=one.seats)
    shown = replace(shown, calendar=await calendar_of(desk, connection, view, one.announcement))
    shown = replace(shown, common=delivery.channel is not None)
    return Drawn(_card(view, delivery.kind, shown), summary(view, delivery.kind, shown))


def _card(view: View, kind: str, shown: Shown) -> Card:
    if shown.announcement.state is State.RECALLED or kind == STANDING:
        return announcement_card(view, shown)
    if kind == CHANGE:
        return change_card(view, shown)
    has_seat = shown.is_open and shown.coming is Coming.COMING
    return seat_card(view, shown) if has_seat else announcement_card(view, shown)


def summary(view: View, kind: str, shown: Shown) -> str:
    """The notification: an info session is public, and so are its name and time; of all else only what it is."""
    one = shown.announcement
    if one.session is None or one.state is State.RECALLED:
        return change_words(view, shown) if kind == CHANGE else view.say(f"announcement-kind-{one.kind}")
    told = {"title": plain(view.speech.pick(one.wording.title)), "when": time_words(view, one.session)}
    if kind == SEAT:
        return view.say("summary-seat", **told)
    if one.state is State.CALLED_OFF:
        return view.say("summary-session-off", **told)
    return view.say("summary-session-changed" if kind == CHANGE else "summary-session", **told)


DRAWERS: Mapping[str, Drawer] = {kind: Drawer(draw, keys) for kind in (STANDING, CHANGE, SEAT)}
