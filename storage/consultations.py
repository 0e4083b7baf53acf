"""Consultation requests: the case, sealed with a key of its own; who asked is kept in `storage/requesters.py`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Row, Select, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consultations import Consultation, Status, reference
from domain.moments import at_midnight, local_day
from domain.reminders import About
from storage import drafts, histories, marks, notices, nudges, reminders, requesters, vault
from storage.database import can_be_key
from storage.histories import History
from storage.tables import claims, consultations, counters, people
from storage.upserts import insert_once
from storage.vault import Box

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


# Two tables and two keys: the case can be read, counted and erased without touching who asked.
async def add(connection: AsyncConnection, consultation: Consultation, requester: Mapping[str, Any]) -> None:
    """Write down a new request of its owner and, apart from it, what identifies her."""
    one, box = consultation, await vault.new_box(connection, "case")
    if one.owner is None:
        raise ValueError("a request needs a requester")
    values: dict[str, Any] = {"id": one.id, "reference": one.reference, "group": one.group, "key": box.id}
    values |= {"language": one.language, "answers": box.seal(consultations.c.answers, one.id, dict(one.answers))}
    values |= {"anonymous": one.anonymous, "owner": None if one.anonymous else one.owner}
    values |= {"status": one.status.value, "version": one.version, "meeting": one.meeting, "sent_at": one.sent_at}
    await connection.execute(consultations.insert().values(values))
    await marks.touch(connection, About.REQUEST, one.id)
    await requesters.add(connection, one.id, one.owner, requester)


async def save(connection: AsyncConnection, changed: Consultation, was: int) -> bool:
    """Keep a change if nobody has changed the request since version `was`. Returns whether it was kept."""
    same = (consultations.c.id == changed.id) & (consultations.c.version == was)
    box = await histories.box_of(connection, changed.id)
    values: dict[str, Any] = {"answers": box.seal(consultations.c.answers, changed.id, dict(changed.answers))}
    values |= {"status": changed.status.value, "version": changed.version, "meeting": changed.meeting}
    values |= {"handler": changed.handler, "anonymous": changed.anonymous}
    values |= {"owner": None if changed.anonymous else changed.owner}
    await marks.touch(connection, About.REQUEST, changed.id)
    return (await connection.execute(update(consultations).where(same).values(values))).rowcount == 1


async def unname(connection: AsyncConnection, was: Consultation, person: str, zone: ZoneInfo) -> None:
    """The request has become anonymous: outside of the identity compartment nothing leads to its requester any more."""
    day = at_midnight(local_day(was.sent_at, zone), zone)
    await connection.execute(update(consultations).where(consultations.c.id == was.id).values(sent_at=day))
    await histories.unname(connection, was.id, person, zone)
    await notices.unname(connection, was.id, person, day)
    await nudges.unname(connection, was.id, person)


def _query() -> Select[Any]:
    one = people.alias("handler_person")
    handler = (one.c.key.label("handler_key"), one.c.name.label("handler_name"))
    return select(consultations, *handler).outerjoin(one, one.c.id == consultations.c.handler)


def _consultation(row: Row[Any], boxes: Mapping[str, Box], past: History) -> Consultation:
    plain = ("id", "reference", "group", "owner", "language", "version", "meeting", "sent_at", "handler", "anonymous")
    handler = boxes.get(row.handler_key)
    return Consultation(
        answers=boxes[row.key].open(consultations.c.answers, row.id, row.answers),
        status=Status(row.status),
        handler_name=handler.open(people.c.name, row.handler, row.handler_name) if handler else None,
        questions=tuple(past.questions),
        events=tuple(past.events),
        **{name: row._mapping[name] for name in plain},
    )


async def _load(connection: AsyncConnection, query: Select[Any]) -> list[Consultation]:
    rows = (await connection.execute(query)).all()
    boxes = await vault.boxes(connection, [key for row in rows for key in (row.key, row.handler_key)])
    past = await histories.histories(connection, {row.id: boxes[row.key] for row in rows})
    return [_consultation(row, boxes, past[row.id]) for row in rows]


async def find(connection: AsyncConnection, consultation_id: str, reader: str = "") -> Consultation | None:
    """A request with its questions and history, locked against a second writer.

    The `owner` of an anonymous request is told only when it is `reader` herself.
    """
    if not can_be_key(consultation_id):
        return None
    query = _query().where(consultations.c.id == consultation_id).with_for_update(of=consultations)
    found = next(iter(await _load(connection, query)), None)
    if found and reader and await requesters.is_hers(connection, found.id, reader):
        return replace(found, owner=reader)
    return found


async def is_named(connection: AsyncConnection, consultation: str) -> bool:
    """Whether a request is there and not anonymous."""
    query = select(consultations.c.anonymous).where(consultations.c.id == consultation)
    return await connection.scalar(query) is False


async def id_of(connection: AsyncConnection, written: str) -> str | None:
    """Which request has this reference number, by id."""
    found: str | None = await connection.scalar(select(consultations.c.id).where(consultations.c.reference == written))
    return found


async def find_by_reference(connection: AsyncConnection, written: str, reader: str = "") -> Consultation | None:
    """The request that has this reference number; `reader` as above."""
    found = await id_of(connection, written)
    return await find(connection, found, reader) if found else None


async def owned_by(connection: AsyncConnection, owner: str, limit: int | None = 100) -> list[Consultation]:
    """A person's own requests, latest first."""
    anonymous = await requesters.anonymous_of(connection, owner)
    query = _query().where((consultations.c.owner == owner) | consultations.c.id.in_(anonymous))
    latest = query.order_by(consultations.c.sent_at.desc(), consultations.c.reference.desc()).limit(limit)
    return [replace(one, owner=owner) for one in await _load(connection, latest)]


async def erase(connection: AsyncConnection, consultation: str) -> bool:
    """Delete a request with all that hangs on it, and destroy its keys. Returns whether it was there."""
    same = consultations.c.id == consultation
    key = await connection.scalar(select(consultations.c.key).where(same).with_for_update())
    await connection.execute(delete(claims).where(claims.c.consultation == consultation))
    await drafts.forget(connection, consultation)
    await notices.forget(connection, consultation)
    await reminders.forget(connection, consultation)
    if key is not None:
        await marks.touch(connection, About.REQUEST, consultation)
    await requesters.erase(connection, consultation)
    await histories.erase(connection, consultation)
    await connection.execute(delete(consultations).where(same))
    await vault.destroy(connection, [key])
    return key is not None


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
    return await _load(connection, page), total or 0


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
