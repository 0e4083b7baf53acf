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
from storage import people, requesters

# What is no longer offered once a request has been withdrawn.
ENDED = frozenset({"open", "see-requester"})


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


async def gather(
    desk: Desk, connection: AsyncConnection, view: View, actor: Actor, consultation: Consultation
) -> Opened:
    """The request as `actor` may see it."""
    group = desk.group(consultation.group)
    meeting = meeting_of(group, consultation.meeting)
    actions = offered(actor, consultation, meeting, desk.clock.now())
    if group.meetings is None:
        actions -= {"move"}
    seen = "see-requester" in actions
    requester = await requesters.answers_of(connection, consultation.id) if seen else {}
    mine = actor.id == consultation.owner
    owner = await requesters.person_of(connection, consultation.id) if seen and not mine else None
    known = await people.names(connection, [owner])
    return Opened(
        consultation=consultation,
        form=desk.form(group),
        group=view.speech.pick(group.name),
        meeting=meeting,
        requester=requester,
        actions=actions,
        mine=mine,
        requester_name=known.get(owner or "", ""),
    )


def saying(one: Opened, said: str, page: int = 0) -> Opened:
    """The same, with a sentence that stands first."""
    return replace(one, said=said, page=page)


def telling(one: Opened, card: Card, title: str = "") -> Reply:
    """A reply about this request; what an anonymous requester does to it is written down without her."""
    unnamed = one.mine and one.consultation.anonymous
    return Reply(card, title or one.consultation.reference, about=one.consultation.id, unnamed=unnamed)
