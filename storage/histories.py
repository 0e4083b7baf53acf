"""What happens to a request: questions, answers and events, sealed with the key of its case."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consultations import Event, Question
from domain.moments import at_midnight, local_day
from domain.reminders import About
from storage import marks, vault
from storage.tables import consultations, events, questions
from storage.vault import Box


@dataclass(frozen=True)
class History:
    """The questions and the events of one request, in the order in which they came."""

    questions: list[Question] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def _question(box: Box, row: Row[Any]) -> Question:
    text = box.open(questions.c.text, row.id, row.text)
    asked_by = box.open(questions.c.asked_by, row.id, row.asked_by)
    answer = box.open(questions.c.answer, row.id, row.answer) if row.answer else None
    return Question(row.id, text, asked_by, row.asked_at, answer, row.answered_at)


def _event(box: Box, row: Row[Any]) -> Event:
    return Event(row.at, row.what, box.open(events.c.note, str(row.id), row.note) if row.note else None)


async def histories(connection: AsyncConnection, boxes: Mapping[str, Box]) -> Mapping[str, History]:
    """The histories of requests, by id, each opened with the key of its case."""
    told: Mapping[str, History] = defaultdict(History)
    asked = select(questions).where(questions.c.consultation.in_(sorted(boxes))).order_by(questions.c.number)
    for row in (await connection.execute(asked)).all():
        told[row.consultation].questions.append(_question(boxes[row.consultation], row))
    happened = select(events).where(events.c.consultation.in_(sorted(boxes))).order_by(events.c.id)
    for row in (await connection.execute(happened)).all():
        told[row.consultation].events.append(_event(boxes[row.consultation], row))
    return told


async def box_of(connection: AsyncConnection, consultation: str) -> Box:
    """The key of a request's case."""
    query = select(consultations.c.key).where(consultations.c.id == consultation)
    return await vault.box(connection, (await connection.execute(query)).scalar_one())


async def log(connection: AsyncConnection, consultation: str, person: str | None, event: Event) -> None:
    """Write down that something happened to a request, and by whom; None for an anonymous requester."""
    values: dict[str, Any] = {"consultation": consultation, "at": event.at, "person": person, "what": event.what}
    made = (await connection.execute(events.insert().values(values).returning(events.c.id))).scalar_one()
    if event.note is not None:
        # Sealed for its row, whose number only the database gives.
        note = (await box_of(connection, consultation)).seal(events.c.note, str(made), event.note)
        await connection.execute(update(events).where(events.c.id == made).values(note=note))


async def ask(connection: AsyncConnection, consultation: str, question: Question) -> None:
    """Keep a secretary's question."""
    box, one = await box_of(connection, consultation), question.id or uuid4().hex
    mine = select(func.count()).select_from(questions).where(questions.c.consultation == consultation)
    values: dict[str, Any] = {"id": one, "consultation": consultation, "asked_at": question.asked_at}
    values |= {"number": (await connection.scalar(mine) or 0) + 1}
    values |= {"text": box.seal(questions.c.text, one, question.text)}
    values |= {"asked_by": box.seal(questions.c.asked_by, one, question.asked_by)}
    await connection.execute(questions.insert().values(values))
    await marks.touch(connection, About.REQUEST, consultation)


async def answer(connection: AsyncConnection, question: str, text: str, now: datetime) -> None:
    """Keep the requester's answer."""
    of = select(questions.c.consultation).where(questions.c.id == question)
    consultation = (await connection.execute(of)).scalar_one()
    box = await box_of(connection, consultation)
    values = {"answer": box.seal(questions.c.answer, question, text), "answered_at": now}
    await connection.execute(update(questions).where(questions.c.id == question).values(values))
    await marks.touch(connection, About.REQUEST, consultation)


async def unname(connection: AsyncConnection, consultation: str, person: str, zone: ZoneInfo) -> None:
    """The request has become anonymous: nothing says any more what its requester did, and moments become days."""
    hers = (events.c.consultation == consultation) & (events.c.person == person)
    await connection.execute(update(events).where(hers).values(person=None))
    for table, moments in ((events, ("at",)), (questions, ("asked_at", "answered_at"))):
        rows = (await connection.execute(select(table).where(table.c.consultation == consultation))).mappings().all()
        for row in rows:
            days = {name: at_midnight(local_day(row[name], zone), zone) for name in moments if row[name]}
            await connection.execute(update(table).where(table.c.id == row["id"]).values(days))


async def unsign(connection: AsyncConnection, person: str) -> None:
    """Who asked these questions is erased: they stay, signed by nobody. Before her events forget her."""
    hers = select(events.c.consultation).where(events.c.person == person, events.c.what == "asked").distinct()
    for consultation in (await connection.scalars(hers)).all():
        box = await box_of(connection, consultation)
        for one in await _asked_by(connection, consultation, person):
            nobody = box.seal(questions.c.asked_by, one, "")
            await connection.execute(update(questions).where(questions.c.id == one).values(asked_by=nobody))


async def _asked_by(connection: AsyncConnection, consultation: str, person: str) -> list[str]:
    # The name at a question is sealed words; whose it is stands at the event of the same turn.
    told = select(events.c.person).where(events.c.consultation == consultation, events.c.what == "asked")
    asked = select(questions.c.id).where(questions.c.consultation == consultation).order_by(questions.c.number)
    askers = (await connection.scalars(told.order_by(events.c.id))).all()
    found = zip(askers, (await connection.scalars(asked)).all(), strict=False)
    return [one for asker, one in found if asker == person]


async def erase(connection: AsyncConnection, consultation: str) -> None:
    """Forget all of it; what it was sealed with goes with the request."""
    await connection.execute(delete(questions).where(questions.c.consultation == consultation))
    await connection.execute(delete(events).where(events.c.consultation == consultation))
