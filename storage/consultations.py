"""Consultation requests, with the requester's own data kept apart from the case."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consultations import Consultation, Event, Question, Status, reference
from storage.database import can_be_key
from storage.tables import consultations, counters, events, people, questions, requesters
from storage.upserts import insert_once

SEATS_LOCK = 0x05EA75


@dataclass(frozen=True)
class Queue:
    """Which requests a secretary looks at: of which groups, in which state, for which meeting."""

    groups: frozenset[str]
    status: Status | None = None
    meeting: date | None = None
    today: date = date.min
    page: int = 0
    size: int = 5


# A counter row and not MAX()+1: a request that is erased one day must not give its number to another.
async def next_reference(connection: AsyncConnection, code: str, year: int) -> str:
    """The next reference number of a group; in the transaction of the request, so that none is left out."""
    await insert_once(connection, counters, {"code": code, "year": year, "last": 0})
    mine = (counters.c.code == code) & (counters.c.year == year)
    raised = update(counters).where(mine).values(last=counters.c.last + 1).returning(counters.c.last)
    return reference(code, year, (await connection.execute(raised)).scalar_one())


# Two inserts into two tables: the case can be read, counted and erased without touching who asked.
async def add(connection: AsyncConnection, consultation: Consultation, requester: Mapping[str, Any]) -> None:
    """Write down a new request and, apart from it, what identifies its requester."""
    one = consultation
    values: dict[str, Any] = {"id": one.id, "reference": one.reference, "group": one.group, "owner": one.owner}
    values |= {"language": one.language, "answers": dict(one.answers), "anonymous": one.anonymous}
    values |= {"status": one.status.value, "version": one.version, "meeting": one.meeting, "sent_at": one.sent_at}
    await connection.execute(consultations.insert().values(values))
    await connection.execute(requesters.insert().values(consultation=one.id, answers=dict(requester)))


async def save(connection: AsyncConnection, changed: Consultation, was: int) -> bool:
    """Keep a change if nobody has changed the request since version `was`. Returns whether it was kept."""
    same = (consultations.c.id == changed.id) & (consultations.c.version == was)
    values: dict[str, Any] = {
        "answers": dict(changed.answers),
        "status": changed.status.value,
        "version": changed.version,
    }
    values |= {"meeting": changed.meeting, "handler": changed.handler, "anonymous": changed.anonymous}
    return (await connection.execute(update(consultations).where(same).values(values))).rowcount == 1


async def save_requester(connection: AsyncConnection, consultation: str, answers: Mapping[str, Any]) -> None:
    """Keep the changed data of a request's requester."""
    same = requesters.c.consultation == consultation
    await connection.execute(update(requesters).where(same).values(answers=dict(answers)))


async def requester_of(connection: AsyncConnection, consultation: str) -> dict[str, Any]:
    """What identifies the requester: for the group's secretary and herself only."""
    query = select(requesters.c.answers).where(requesters.c.consultation == consultation)
    return dict(await connection.scalar(query) or {})


def _query() -> Select[Any]:
    handler = people.alias("handler_person")
    return select(consultations, handler.c.name.label("handler_name")).outerjoin(
        handler, handler.c.id == consultations.c.handler
    )


def _consultation(row: Row[Any]) -> Consultation:
    plain = ("id", "reference", "group", "owner", "language", "answers", "version", "meeting", "sent_at")
    values = {name: row._mapping[name] for name in (*plain, "handler", "handler_name", "anonymous")}
    return Consultation(status=Status(row.status), **values)


async def _with_history(connection: AsyncConnection, consultation: Consultation) -> Consultation:
    asked = select(questions).where(questions.c.consultation == consultation.id).order_by(questions.c.asked_at)
    happened = select(events).where(events.c.consultation == consultation.id).order_by(events.c.id)
    return replace(
        consultation,
        questions=tuple(
            Question(row.id, row.text, row.asked_by, row.asked_at, row.answer, row.answered_at)
            for row in (await connection.execute(asked)).all()
        ),
        events=tuple(Event(row.at, row.what, row.note) for row in (await connection.execute(happened)).all()),
    )


async def find(connection: AsyncConnection, consultation_id: str) -> Consultation | None:
    """A request with its questions and history, locked against a second writer."""
    if not can_be_key(consultation_id):
        return None
    query = _query().where(consultations.c.id == consultation_id).with_for_update(of=consultations)
    row = (await connection.execute(query)).one_or_none()
    return await _with_history(connection, _consultation(row)) if row else None


async def id_of(connection: AsyncConnection, written: str) -> str | None:
    """Which request has this reference number, by id."""
    found: str | None = await connection.scalar(select(consultations.c.id).where(consultations.c.reference == written))
    return found


async def find_by_reference(connection: AsyncConnection, written: str) -> Consultation | None:
    """The request that has this reference number."""
    found = await id_of(connection, written)
    return await find(connection, found) if found else None


async def owned_by(connection: AsyncConnection, owner: str, limit: int = 100) -> list[Consultation]:
    """A person's own requests, latest first."""
    query = _query().where(consultations.c.owner == owner)
    latest = query.order_by(consultations.c.sent_at.desc(), consultations.c.reference.desc()).limit(limit)
    rows = (await connection.execute(latest)).all()
    return [await _with_history(connection, _consultation(row)) for row in rows]


def _in_queue(queue: Queue) -> ColumnElement[bool]:
    wanted: list[ColumnElement[bool]] = [consultations.c.group.in_(queue.groups)]
    if queue.status:
        wanted.append(consultations.c.status == queue.status.value)
    if queue.meeting:
        wanted.append(consultations.c.meeting == queue.meeting)
    return and_(*wanted)


async def queued(connection: AsyncConnection, queue: Queue) -> tuple[Sequence[Consultation], int]:
    """One page of a secretary's queue, the next meeting first, and how many there are in all."""
    wanted = _in_queue(queue)
    total = await connection.scalar(select(func.count()).select_from(consultations).where(wanted))
    # What is still to come stands first: withdrawn requests and past meetings sink.
    withdrawn = consultations.c.status == Status.WITHDRAWN.value
    past = func.coalesce(consultations.c.meeting < queue.today, False)
    order = (withdrawn, past, consultations.c.meeting.is_(None), consultations.c.meeting, consultations.c.reference)
    page = _query().where(wanted).order_by(*order).limit(queue.size).offset(queue.page * queue.size)
    rows = (await connection.execute(page)).all()
    return [await _with_history(connection, _consultation(row)) for row in rows], total or 0


async def hold_seats(connection: AsyncConnection, group: str) -> None:
    """Let one request after the other take a seat of this group, until the transaction ends."""
    # On SQLite a writing transaction is alone from its beginning.
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(SEATS_LOCK, func.hashtext(group))))


async def meeting_days(connection: AsyncConnection, groups: frozenset[str]) -> Sequence[date]:
    """The days of the meetings that these groups have requests for."""
    days = select(consultations.c.meeting).where(consultations.c.group.in_(groups))
    known = days.where(consultations.c.meeting.is_not(None)).distinct().order_by(consultations.c.meeting)
    return (await connection.scalars(known)).all()


async def untaken(connection: AsyncConnection, group: str) -> Sequence[str]:
    """The requests of a group, by id, that nobody has taken yet."""
    waiting = (consultations.c.group == group) & (consultations.c.status == Status.NEW.value)
    query = select(consultations.c.id).where(waiting).order_by(consultations.c.reference)
    return (await connection.scalars(query)).all()


async def seats_taken(connection: AsyncConnection, group: str, without: str | None = None) -> dict[str, int]:
    """How many requests under way each meeting of a group has, by ISO day; `without` leaves one request out."""
    counted = select(consultations.c.meeting, func.count()).where(
        consultations.c.group == group,
        consultations.c.meeting.is_not(None),
        consultations.c.status != Status.WITHDRAWN.value,
        consultations.c.id != (without or ""),
    )
    rows = (await connection.execute(counted.group_by(consultations.c.meeting))).all()
    return {day.isoformat(): number for day, number in rows}


async def log(connection: AsyncConnection, consultation: str, person: str, event: Event) -> None:
    """Write down that something happened to a request, and by whom."""
    values: dict[str, Any] = {"consultation": consultation, "at": event.at, "person": person, "what": event.what}
    await connection.execute(events.insert().values(values | {"note": event.note}))


async def ask(connection: AsyncConnection, consultation: str, question: Question) -> None:
    """Keep a secretary's question."""
    values: dict[str, Any] = {"id": question.id or uuid4().hex, "consultation": consultation, "text": question.text}
    values |= {"asked_by": question.asked_by, "asked_at": question.asked_at}
    await connection.execute(questions.insert().values(values))


async def answer(connection: AsyncConnection, question: str, text: str, now: datetime) -> None:
    """Keep the requester's answer."""
    same = questions.c.id == question
    await connection.execute(update(questions).where(same).values(answer=text, answered_at=now))
