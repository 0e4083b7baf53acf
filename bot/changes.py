"""What every change of a request brings with it: its place in the history, and cards that are drawn anew."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Turn
from domain.consultations import Consultation, Event, Status, check_can_answer
from domain.people import Role
from domain.refusals import Refused
from storage import consultations, drafts, histories, people
from storage.notices import Notice, redraw, tell


def stamp(desk: Desk, turn: Turn, found: Consultation) -> datetime:
    """The moment to write down: of an anonymous request the day alone."""
    return found.stamp(turn.now, desk.content.centre.zone)


async def keep(turn: Turn, connection: AsyncConnection, changed: Consultation, event: Event) -> None:
    """Keep a change and what has happened. Refused when somebody else has changed the request meanwhile."""
    # The row is locked since it was found; the version guards against whatever else could come between.
    if not await consultations.save(connection, replace(changed, version=changed.version + 1), changed.version):
        raise Refused("refused-not-found")
    hers = changed.anonymous and changed.owner == turn.actor.id
    await histories.log(connection, changed.id, None if hers else turn.actor.id, event)
    await redraw(connection, changed.id, turn.now)


async def answer(desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation, words: str) -> None:
    """Keep the requester's answer to the question that waits; who handles the request is told."""
    question, at = check_can_answer(found), stamp(desk, turn, found)
    await histories.answer(connection, question.id, words, at)
    await keep(turn, connection, found, Event(at, "answered"))
    other_side = [found.handler] if found.handler else await people.holders(connection, Role.SECRETARY, found.group)
    await tell(connection, Notice("answer", found.id, question.id), other_side, at)


def is_answered(found: Consultation, words: str) -> bool:
    """Whether these very words have been kept as the last answer: the same press again."""
    return not found.open_question and bool(found.questions) and found.questions[-1].answer == words


async def withdraw(desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation) -> None:
    """Withdraw an open request; its group's secretaries are told."""
    at = stamp(desk, turn, found)
    await keep(turn, connection, replace(found, status=Status.WITHDRAWN), Event(at, "withdrawn"))
    await drafts.remove_for(connection, found.id)
    secretaries = await people.holders(connection, Role.SECRETARY, found.group)
    await tell(connection, Notice("withdrawn", found.id), secretaries, at)
