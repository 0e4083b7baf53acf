"""Gathers a request for a card: its form, its meeting, what this reader may see and do."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply
from cards.consultations import Opened
from cards.elements import Card, View
from domain.centre import Group
from domain.consultations import Consultation, Status, check_can_change
from domain.meetings import Meeting, meeting_on
from domain.people import Actor
from domain.permissions import CONSULTATION_RULES, may
from domain.refusals import Refused
from storage import claims, people, requesters

# What is no longer offered once a request has been withdrawn.
ENDED = frozenset({"open", "see-requester"})
# What is no longer offered once nobody knows who asks; a question can still be read by who has the code.
LOST = {"": frozenset[str](), "by-code": frozenset({"see-requester"}), "gone": frozenset({"see-requester", "ask"})}


def meeting_of(group: Group, day: date | None) -> Meeting | None:
    """The meeting of a group on a day that a request names."""
    return meeting_on(group.key, group.meetings, day) if day and group.meetings else None


def _changeable(consultation: Consultation, meeting: Meeting | None, now: datetime) -> bool:
    try:
        check_can_change(consultation, meeting.deadline if meeting else None, now)
    except Refused:
        return False
    return True


def offered(actor: Actor, consultation: Consultation, meeting: Meeting | None, now: datetime) -> frozenset[str]:
    """What this person can do with the request at this moment."""
    actions = {action for action in CONSULTATION_RULES if may(actor, action, consultation)}
    if not consultation.is_open:
        return frozenset(actions & ENDED)
    if not _changeable(consultation, meeting, now):
        actions.discard("change")
    if consultation.status is not Status.NEW:
        actions.discard("take")
    if consultation.open_question:
        actions.discard("ask")
    return frozenset(actions)


def bare(desk: Desk, view: View, consultation: Consultation) -> Opened:
    """The request alone: nothing of who asked, and nothing to do with it."""
    group = desk.group(consultation.group)
    name = view.speech.pick(group.name)
    return Opened(consultation, desk.form(group), name, meeting_of(group, consultation.meeting))


async def unreachable(connection: AsyncConnection, consultation: Consultation, now: datetime) -> str:
    """Empty while it is known who asks; then "by-code" while her code opens the request, and "gone" after that."""
    if await requesters.is_kept(connection, consultation.id):
        return ""
    live = consultation.is_open and await claims.is_live(connection, consultation.id, now)
    return "by-code" if live else "gone"


async def gather(
    desk: Desk, connection: AsyncConnection, view: View, actor: Actor, consultation: Consultation
) -> Opened:
    """The request as `actor` may see it; of an anonymous one, who asked is shown to herself alone."""
    one, now, mine = bare(desk, view, consultation), desk.clock.now(), actor.id == consultation.owner
    lost = "" if mine else await unreachable(connection, consultation, now)
    actions = offered(actor, consultation, one.meeting, now) - LOST[lost]
    if desk.group(consultation.group).meetings is None:
        actions -= {"move"}
    one = replace(one, actions=actions, mine=mine, unreachable=lost)
    hidden = consultation.anonymous and not mine
    return one if hidden or "see-requester" not in actions else await with_requester(connection, one)


async def with_requester(connection: AsyncConnection, one: Opened) -> Opened:
    """The same with what identifies the requester, which whoever asks must be allowed to see."""
    apart = await requesters.answers_of(connection, one.consultation.id)
    owner = None if one.mine else await requesters.person_of(connection, one.consultation.id)
    known = await people.names(connection, [owner])
    return replace(one, requester=apart, requester_name=known.get(owner or "", ""))


def saying(one: Opened, said: str, page: int = 0) -> Opened:
    """The same, with a sentence that stands first."""
    return replace(one, said=said, page=page)


def telling(one: Opened, card: Card, title: str = "", reason: str = "") -> Reply:
    """A reply about this request; what an anonymous requester does to it is written down without her."""
    unnamed = one.mine and one.consultation.anonymous
    title, which = title or one.consultation.reference, one.consultation.id
    return Reply(card, title, about=which, reason=reason, unnamed=unnamed)
