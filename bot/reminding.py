"""Draws what people are reminded of, as far as it still holds; nothing of a case is in it.

The notification says that there is a reminder, and not of what.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcing import bare
from bot.desk import Desk
from bot.drawing import Drawer, Drawn, Postponed, Withheld
from cards.elements import View
from cards.reminders import Item, Reminded, Stand, reminder_card, requester_card
from domain.moments import at, local_day
from domain.nudging import Bundle, Nudge, Reader, free_moment, last_day, later_days, unsaid
from domain.occasions import meeting_of, untold_since
from domain.permissions import may
from domain.preferences import Preferences
from domain.reminders import RULES, About
from scheduling.truth import still_true
from storage import announcements, consultations, drafts, feedback, nudges, people, preferences, progress
from storage.nudges import BUNDLE, DONE, NOT_AGAIN, TOLD, UNNAMED, WAITING
from storage.outgoing import Delivery
from storage.subjects import Calendar


@dataclass(frozen=True)
class Facing:
    """Who is reminded, and at which moment of the centre's calendar."""

    desk: Desk
    view: View
    person: str
    calendar: Calendar
    wished: Preferences = field(default_factory=Preferences)

    @property
    def today(self) -> date:
        """The centre's day."""
        return self.desk.today(self.calendar.now)


def facing(desk: Desk, view: View, person: str) -> Facing:
    """Somebody who is reminded now."""
    return Facing(desk, view, person, desk.almanac.calendar(desk.clock.now()))


def hour_of(desk: Desk, rule: str) -> time:
    """The hour at which a rule's reminders come; that of the digest where the content has given it up."""
    timing = desk.content.reminding.timings.get(rule)
    return timing.hour if timing else desk.content.reminding.manners.digest_at


async def gather(facing: Facing, connection: AsyncConnection, bundle: Bundle) -> Reminded:
    """All that stands on a card, with what has become of each, and the days to which it can be put off."""
    told = [(facing.person, one) for one, state, _ in bundle.told if state == TOLD]
    true = await still_true(connection, facing.desk.almanac, facing.calendar, told)
    stands = {one.id: _stand(state, reason, one.id in true) for one, state, reason in bundle.told}
    facing = replace(facing, wished=await preferences.find(connection, facing.person))
    items = [await _item(facing, connection, one, stands[one.id]) for one, _, _ in bundle.told]
    reminded = Reminded(bundle.id, items)
    lasts = [one.last for one in reminded.movable if one.last]
    days = later_days(facing.calendar.manners, facing.today, max(lasts)) if lasts else ()
    return replace(reminded, days=tuple(days))


def _stand(state: str, reason: str, true: bool) -> Stand:
    if state == TOLD:
        return Stand.OPEN if true else Stand.OVER
    if reason == NOT_AGAIN:
        return Stand.OFF
    return {DONE: Stand.DONE, WAITING: Stand.LATER}.get(state, Stand.OVER)


async def _item(facing: Facing, connection: AsyncConnection, one: Nudge, stand: Stand) -> Item:
    manners = facing.calendar.manners
    item = Item(one.id, one.rule, one.subject, one.day, stand, due=local_day(one.due, manners.zone))
    # A card may still have what an older version reminded of.
    if one.rule in RULES:
        item = await FACTS[RULES[one.rule].about](facing, connection, item)
    if not item.name and stand is Stand.OPEN:
        item = replace(item, stand=Stand.OVER)
    return replace(item, last=last_day(facing.wished, manners, hour_of(facing.desk, one.rule), facing.today, one.until))


def _group_name(facing: Facing, key: str) -> str:
    group = facing.desk.content.centre.groups.get(key)
    return facing.view.speech.pick(group.name) if group else ""


async def _draft(facing: Facing, connection: AsyncConnection, item: Item) -> Item:
    found = await drafts.find(connection, item.subject, facing.person, facing.calendar.now)
    return replace(item, name=_group_name(facing, found[0].group)) if found else item


async def _request(facing: Facing, connection: AsyncConnection, item: Item) -> Item:
    actor = await people.find_by_id(connection, facing.person)
    found = await consultations.find(connection, item.subject, facing.person)
    if actor is None or found is None or not may(actor, "open", found):
        return item
    named = replace(item, name=_group_name(facing, found.group), reference=found.reference)
    meeting = facing.calendar.on(found.group, found.meeting)
    at_meeting = meeting is not None and RULES[item.rule].date == "meets"
    return replace(named, start=meeting.start, end=meeting.end) if meeting and at_meeting else named


async def _meeting(facing: Facing, _: AsyncConnection, item: Item) -> Item:
    group, day = meeting_of(item.subject)
    meeting = facing.calendar.on(group, day)
    named = replace(item, name=_group_name(facing, group))
    return replace(named, start=meeting.start, end=meeting.end) if meeting else named


async def _announcement(facing: Facing, connection: AsyncConnection, item: Item) -> Item:
    actor = await people.find_by_id(connection, facing.person)
    found = await announcements.find(connection, item.subject)
    if actor is None or found is None or not any(may(actor, one, found) for one in ("read-announcement", "approve")):
        return item
    speech, session = facing.view.speech, found.session
    item = replace(item, name=speech.pick(found.wording.title))
    if session is None or RULES[item.rule].date not in ("starts", "opens"):
        return item
    one_day = local_day(session.start, speech.zone) == local_day(session.end, speech.zone)
    item = replace(item, start=session.start, end=session.end if one_day else None)
    # Who comes in half an hour needs the way in, and nothing else.
    return replace(item, join=bare(facing.desk, facing.view, found).join) if RULES[item.rule].free else item


async def _session(facing: Facing, connection: AsyncConnection, item: Item) -> Item:
    given = item.rule == "feedback" and await feedback.has_given(connection, item.subject, facing.person)
    item = await _announcement(facing, connection, item)
    return replace(item, stand=Stand.OVER) if given and item.stand is Stand.OPEN else item


async def _group(facing: Facing, _: AsyncConnection, item: Item) -> Item:
    return replace(item, name=_group_name(facing, item.subject))


async def _credential(_: Facing, __: AsyncConnection, item: Item) -> Item:
    return replace(item, name=item.subject)


async def _centre(facing: Facing, connection: AsyncConnection, item: Item) -> Item:
    stuck = await progress.stock(connection, untold_since(facing.calendar.manners, facing.calendar.now))
    name = facing.view.speech.pick(facing.desk.content.centre.name)
    return replace(item, name=name, count=stuck.all, day=facing.today)


Fill = Callable[[Facing, AsyncConnection, Item], Awaitable[Item]]
# What a card says of each kind of subject, beyond the reminder's own day.
FACTS: Mapping[About, Fill] = {
    About.DRAFT: _draft,
    About.REQUEST: _request,
    About.MEETING: _meeting,
    About.SESSION: _session,
    About.ANNOUNCEMENT: _announcement,
    About.GROUP: _group,
    About.CREDENTIAL: _credential,
    About.CENTRE: _centre,
}


async def draw(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | Withheld | Postponed | None:
    """Her card; before she has seen it, only what still holds is on it, and without any of that there is none.

    What was held up on its way, as by a downtime, keeps to the hours as well.
    """
    bundle = await nudges.of_bundle(connection, delivery.subject)
    if bundle is None or bundle.owner is None or bundle.owner != delivery.person:
        return None
    front = facing(desk, View(desk.speech(delivery.language)), bundle.owner)
    reminded = await gather(front, connection, bundle)
    if delivery.replaces:
        return Drawn(reminder_card(front.view, reminded), front.view.say("summary-reminder"))
    why_not = await _unsaid(front, connection, bundle, reminded)
    reminded = replace(reminded, items=[one for one in reminded.open if not why_not[one.id]])
    if not reminded.items:
        return Withheld("off" if "off" in why_not.values() else "nothing")
    free = await _free(front, connection, reminded)
    if free > front.calendar.now:
        return Postponed(free)
    return Drawn(reminder_card(front.view, reminded), front.view.say("summary-reminder"))


async def _unsaid(facing: Facing, connection: AsyncConnection, bundle: Bundle, reminded: Reminded) -> Mapping[str, str]:
    """Why each of these is not to be told after all, or nothing: she may have said so since it was put on her card."""
    wished = await preferences.find(connection, facing.person)
    ended = (await nudges.ended(connection, [facing.person])).get(facing.person, frozenset())
    reader = Reader(wished, ended=ended, true=frozenset(one.id for one in reminded.open))
    return {one.id: unsaid(one, reader, facing.calendar.now) for one, _, _ in bundle.told}


async def _free(facing: Facing, connection: AsyncConnection, reminded: Reminded) -> datetime:
    if any(RULES[one.rule].free for one in reminded.items):
        return facing.calendar.now
    wished = await preferences.find(connection, facing.person)
    return free_moment(wished, facing.calendar.manners, facing.calendar.now)


async def draw_unnamed(
    desk: Desk, connection: AsyncConnection, delivery: Delivery
) -> Drawn | Withheld | Postponed | None:
    """The reminder of somebody who asks anonymously: who she is was not known to those who planned it."""
    one = await nudges.find(connection, delivery.occurrence)
    if one is None or not delivery.person:
        return None
    view, who = View(desk.speech(delivery.language)), delivery.person
    front = facing(desk, view, who)
    item = await _item(front, connection, one, await _still(front, connection, one))
    if delivery.replaces:
        return Drawn(requester_card(view, item), view.say("summary-reminder"))
    wished = await preferences.find(connection, who)
    if item.stand is not Stand.OPEN or one.until < front.calendar.now:
        return Withheld()
    if not wished.reminders:
        return Withheld("off")
    free = free_moment(wished, front.calendar.manners, front.calendar.now)
    if free > front.calendar.now:
        return Postponed(free)
    return Drawn(requester_card(view, item), view.say("summary-reminder"))


async def _still(facing: Facing, connection: AsyncConnection, one: Nudge) -> Stand:
    # For whom it is, nobody knows but the identity compartment: the reader is the unnamed one.
    true = await still_true(connection, facing.desk.almanac, facing.calendar, [(None, one)])
    return Stand.OPEN if one.id in true else Stand.OVER


def numbers(desk: Desk) -> Mapping[str, Sequence[int]]:
    """How many working days, days or minutes before or after, by rule."""
    return {key: timing.numbers for key, timing in desk.content.reminding.timings.items()}


def again_at(desk: Desk, rule: str, day: date) -> datetime:
    """The moment of a day at which what was put off comes again."""
    return at(day, hour_of(desk, rule), desk.content.reminding.manners.zone)


DRAWERS: Mapping[str, Drawer] = {BUNDLE: Drawer(draw), UNNAMED: Drawer(draw_unnamed)}
