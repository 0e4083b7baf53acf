"""A finished form becomes a request, or changes one."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.walk import Walk, changeable
from dialogs.forms import answers_on_path, remembered, split
from domain.consultations import Consultation, Event, Status
from domain.people import Role
from domain.refusals import Refused
from storage import claims, consultations, drafts, histories, people, requesters
from storage.notices import Notice, redraw, tell


async def submit(walk: Walk, connection: AsyncConnection, meeting: date | None) -> str:
    """Write down what the draft asks for, tell those who must know, and empty the draft. Returns the request's id."""
    sent = _change if walk.draft.consultation else _new
    consultation = await sent(walk, connection, meeting)
    await _finish(walk, connection, consultation)
    return consultation


async def _new(walk: Walk, connection: AsyncConnection, meeting: date | None) -> str:
    turn, group = walk.turn, walk.desk.group(walk.draft.group)
    case, requester = split(walk.form, answers_on_path(walk.form, walk.draft.answers))
    year = walk.desk.today(turn.now).year
    one = Consultation(
        id=uuid4().hex,
        reference=await consultations.next_reference(connection, group.code, year),
        group=group.key,
        owner=turn.actor.id,
        language=walk.view.speech.language,
        answers=case,
        status=Status.NEW,
        version=1,
        meeting=meeting,
        sent_at=turn.now,
        anonymous=case.get("anonymous") == "yes",
    )
    at = one.stamp(turn.now, walk.desk.content.centre.zone)
    await consultations.add(connection, replace(one, sent_at=at), requester)
    await histories.log(connection, one.id, one.addressee, Event(at, "sent"))
    await tell(connection, Notice("receipt", one.id), [one.addressee], at)
    secretaries = await people.holders(connection, Role.SECRETARY, group.key)
    await tell(connection, Notice("arrived", one.id), secretaries, at)
    return one.id


async def _change(walk: Walk, connection: AsyncConnection, meeting: date | None) -> str:
    turn, zone = walk.turn, walk.desk.content.centre.zone
    was = await changeable(walk.desk, turn, connection, walk.draft.consultation or "")
    case, requester = split(walk.form, answers_on_path(walk.form, walk.draft.answers))
    anonymous = case.get("anonymous") == "yes"
    now = replace(was, answers=case, anonymous=anonymous, meeting=meeting, version=was.version + 1)
    if not await consultations.save(connection, now, was.version):
        raise Refused("refused-not-found")
    if anonymous and not was.anonymous:
        await consultations.unname(connection, was, turn.actor.id, zone)
    if not anonymous:
        await claims.revoke(connection, was.id)
    at = now.stamp(turn.now, zone)
    await requesters.keep(connection, was.id, requester)
    await histories.log(connection, was.id, now.addressee, Event(at, "changed"))
    await redraw(connection, was.id, turn.now)
    secretaries = await people.holders(connection, Role.SECRETARY, was.group)
    await tell(connection, Notice("changed", was.id, str(now.version)), secretaries, at)
    return was.id


async def _finish(walk: Walk, connection: AsyncConnection, consultation: str) -> None:
    known = remembered(walk.form, answers_on_path(walk.form, walk.draft.answers))
    await drafts.remember_profile(connection, walk.turn.actor.id, known)
    # What has been sent is kept in one place only: the draft gives up its answers.
    if not await drafts.finish(connection, walk.draft, consultation, walk.turn.now):
        raise Refused("refused-draft")
