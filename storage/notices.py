"""The ledger of what people are told: a notice, its revision, and one delivery for each person.

A delivery is due while the revision that the person has seen is older than the notice's: the first send,
the try again and the change in place are this one comparison.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import people, requesters, vault
from storage.tables import deliveries, notices
from storage.upserts import insert_once

LEASE = timedelta(seconds=60)
# The kinds that go to the requester; all others go to her group's secretaries.
TO_REQUESTER = frozenset({"receipt", "question", "moved"})


@dataclass(frozen=True)
class Delivery:
    """One person's copy of a notice that waits to be sent, or to be replaced in place.

    `unnamed` is that of an anonymous requester: the ledger does not say whose it is, nor in which chat it lies.
    """

    id: str
    kind: str
    subject: str
    revision: int
    person: str
    conversation: str | None
    message: str | None
    attempts: int
    unnamed: bool = False


@dataclass(frozen=True)
class Notice:
    """Something to be told: its kind, its subject, and which occurrence. The same, told twice, is one."""

    kind: str
    subject: str
    occurrence: str = ""


async def tell(connection: AsyncConnection, notice: Notice, to: Iterable[str | None], now: datetime) -> None:
    """Tell these people, each once; None is the anonymous requester of the subject."""
    key = {"kind": notice.kind, "subject": notice.subject, "occurrence": notice.occurrence}
    await insert_once(connection, notices, key | {"id": uuid4().hex, "revision": 1, "created_at": now})
    told = await connection.scalar(select(notices.c.id).filter_by(**key))
    for person in sorted(set(to), key=str):
        row = {"id": uuid4().hex, "notice": told, "person": person, "due_at": now, "state": "new"}
        await insert_once(connection, deliveries, row)


async def redraw(connection: AsyncConnection, subject: str, now: datetime) -> None:
    """The subject has changed: every copy of every notice about it is to be drawn anew, in place."""
    about = select(notices.c.id).where(notices.c.subject == subject)
    await connection.execute(
        update(notices).where(notices.c.subject == subject).values(revision=notices.c.revision + 1)
    )
    live = deliveries.c.notice.in_(about) & (deliveries.c.state != "dead")
    await connection.execute(update(deliveries).where(live).values(due_at=now, attempts=0))


def _due(now: datetime) -> ColumnElement[bool]:
    behind = deliveries.c.seen < notices.c.revision
    return and_(behind, deliveries.c.due_at <= now, deliveries.c.state != "dead")


async def is_any_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether anything is due; a look that waits for no writer."""
    query = select(deliveries.c.id).join(notices, notices.c.id == deliveries.c.notice).where(_due(now)).limit(1)
    return await connection.scalar(query) is not None


async def claim(connection: AsyncConnection, now: datetime, limit: int = 20) -> list[Delivery]:
    """Deliveries that are due, leased to this caller for a minute, oldest first."""
    query = (
        select(deliveries, notices.c.kind, notices.c.subject, notices.c.revision)
        .join(notices, notices.c.id == deliveries.c.notice)
        .where(_due(now))
        .order_by(deliveries.c.due_at, notices.c.created_at, deliveries.c.id)
        .limit(limit)
        .with_for_update(of=deliveries, skip_locked=True)
    )
    rows = (await connection.execute(query)).all()
    # The lease comes before the send: what a crash leaves in flight is due again in a minute, not at once.
    claimed = deliveries.c.id.in_([row.id for row in rows])
    await connection.execute(
        update(deliveries).where(claimed).values(due_at=now + LEASE, attempts=deliveries.c.attempts + 1)
    )
    return [await _delivery(connection, row) for row in rows]


async def _delivery(connection: AsyncConnection, row: Row[Any]) -> Delivery:
    box = await vault.box(connection, vault.INDEX) if row.message else None
    message = str(box.open(deliveries.c.message, row.id, row.message)) if box else None
    made = Delivery(
        row.id, row.kind, row.subject, row.revision, row.person, row.conversation, message, row.attempts + 1
    )
    if row.person is not None:
        return made
    person = await requesters.person_of(connection, row.subject) or ""
    chat = await people.chat_with(connection, person)
    # Only a digest of her chat is kept: enough to know the same one again.
    same = chat is not None and row.conversation == await _digest(connection, row.id, chat.id)
    return replace(made, person=person, conversation=chat.id if chat and same else None, unnamed=True)


async def _digest(connection: AsyncConnection, delivery: str, conversation: str) -> str:
    return (await vault.index(connection)).digest("delivery", delivery, conversation)


async def arrived(connection: AsyncConnection, delivery: Delivery, conversation: str, message: str) -> None:
    """The person has this revision now."""
    chat = await _digest(connection, delivery.id, conversation) if delivery.unnamed else conversation
    # When it was due is nobody's business any more: of an anonymous request it would tell the minute.
    told = select(notices.c.created_at).where(notices.c.id == deliveries.c.notice).scalar_subquery()
    # Sealed, since Teams' ids of messages are the millisecond in which they were sent.
    sealed = (await vault.box(connection, vault.INDEX)).seal(deliveries.c.message, delivery.id, message)
    values = {"seen": delivery.revision, "conversation": chat, "message": sealed, "state": "sent", "due_at": told}
    same = (deliveries.c.id == delivery.id) & (deliveries.c.seen < delivery.revision)
    await connection.execute(update(deliveries).where(same).values(values))


async def unname(connection: AsyncConnection, subject: str, person: str, day: datetime) -> None:
    """The request has become anonymous: what its requester was told is hers no more in writing, and `day` is enough."""
    about = select(notices.c.id).where(notices.c.subject == subject)
    hers = (deliveries.c.person == person) & deliveries.c.notice.in_(
        about.where(notices.c.kind.in_(sorted(TO_REQUESTER)))
    )
    for row in (await connection.execute(select(deliveries).where(hers))).all():
        chat = await _digest(connection, row.id, row.conversation) if row.conversation else None
        one = update(deliveries).where(deliveries.c.id == row.id)
        await connection.execute(one.values(person=None, conversation=chat))
    await connection.execute(update(deliveries).where(deliveries.c.notice.in_(about)).values(due_at=day))
    await connection.execute(update(notices).where(notices.c.subject == subject).values(created_at=day))


async def later(connection: AsyncConnection, delivery: Delivery, due: datetime) -> None:
    """It did not get through; try again at `due`."""
    same = deliveries.c.id == delivery.id
    await connection.execute(update(deliveries).where(same).values(due_at=due))


async def gone(connection: AsyncConnection, delivery: Delivery) -> None:
    """The target is not there any more: this copy ends."""
    await connection.execute(update(deliveries).where(deliveries.c.id == delivery.id).values(state="dead"))


async def waiting_for(connection: AsyncConnection, person: str, now: datetime) -> None:
    """The app has come back to a person: what ended for want of a chat is due again."""
    anonymous = await requesters.anonymous_of(connection, person)
    about = select(notices.c.id).where(notices.c.subject.in_(anonymous))
    unnamed = deliveries.c.person.is_(None) & deliveries.c.notice.in_(about)
    mine = ((deliveries.c.person == person) | unnamed) & (deliveries.c.state == "dead")
    await connection.execute(update(deliveries).where(mine).values(state="new", due_at=now, attempts=0))


async def forget(connection: AsyncConnection, subject: str) -> None:
    """Delete every notice about a subject that is to be erased."""
    about = select(notices.c.id).where(notices.c.subject == subject)
    await connection.execute(delete(deliveries).where(deliveries.c.notice.in_(about)))
    await connection.execute(delete(notices).where(notices.c.subject == subject))
