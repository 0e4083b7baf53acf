"""The ledger of what people are told: a notice, its revision, and one delivery for each person, channel or guest.

A delivery is due while what has been seen of it is older than what is wanted: the first send, the try again and the
change in place are this one comparison. `storage/outgoing.py` is the sender's side of it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Select, String, case, cast, delete, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import requesters, vault
from storage.database import Moment
from storage.notice_tables import deliveries, notices
from storage.tables import conversations, people
from storage.upserts import insert_all_once, insert_once

# The kinds that go to the requester; all others go to her group's secretaries.
TO_REQUESTER = frozenset({"receipt", "question", "moved", "reminder-requester"})
UNKNOWN = "unknown"
NOT_INSTALLED = "not-installed"


@dataclass(frozen=True)
class Notice:
    """Something to be told: its kind, its subject, and which occurrence. The same, told twice, is one."""

    kind: str
    subject: str
    occurrence: str = ""


@dataclass(frozen=True)
class _Told:
    id: str
    revision: int


async def _laid(connection: AsyncConnection, notice: Notice, now: datetime) -> _Told:
    key = {"kind": notice.kind, "subject": notice.subject, "occurrence": notice.occurrence}
    await insert_once(connection, notices, key | {"id": uuid4().hex, "revision": 1, "created_at": now})
    row = (await connection.execute(select(notices.c.id, notices.c.revision).filter_by(**key))).one()
    return _Told(row.id, row.revision)


async def tell(connection: AsyncConnection, notice: Notice, to: Iterable[str | None], now: datetime) -> None:
    """Tell these people, each once; None is the anonymous requester of the subject."""
    told = await _laid(connection, notice, now)
    for person in sorted(set(to), key=str):
        row = {"id": uuid4().hex, "notice": told.id, "wanted": told.revision, "due_at": now, "state": "new"}
        # Of the anonymous one not even the tenant is written down.
        tenant = select(people.c.tenant).where(people.c.id == person).scalar_subquery() if person else ""
        await insert_once(connection, deliveries, row | {"person": person, "tenant": tenant})


async def tell_all(
    connection: AsyncConnection, notice: Notice, persons: Select[Any], now: datetime, due: datetime | None = None
) -> None:
    """Tell all people whose ids `persons` selects, each once, at `due`; one statement, however many they are."""
    to = select(people.c.id, people.c.tenant).where(people.c.id.in_(persons))
    await _tell(connection, await _laid(connection, notice, now), "person", to, due or now)


async def tell_channels(
    connection: AsyncConnection, notice: Notice, channels: Select[Any], now: datetime, due: datetime | None = None
) -> None:
    """Tell all channels whose conversation ids `channels` selects, each once, at `due`."""
    to = select(conversations.c.id, conversations.c.tenant).where(conversations.c.id.in_(channels))
    await _tell(connection, await _laid(connection, notice, now), "channel", to, due or now)


async def tell_guests(
    connection: AsyncConnection, notice: Notice, guests: Select[Any], now: datetime, due: datetime | None = None
) -> None:
    """Lay down for all guests whose ids `guests` selects; their copies go by mail, and no Teams sender takes them."""
    [which] = guests.distinct().subquery().c
    to = select(which, literal("")).where(which.is_not(None))
    await _tell(connection, await _laid(connection, notice, now), "guest", to, due or now)


async def _tell(connection: AsyncConnection, told: _Told, target: str, to: Select[Any], due: datetime) -> None:
    values = (literal(told.id), literal(told.revision), literal(due, Moment), literal("new"))
    columns = [target, "tenant", "id", "notice", "wanted", "due_at", "state"]
    await insert_all_once(connection, deliveries, columns, to.add_columns(_new_id(connection), *values))


def _new_id(connection: AsyncConnection) -> ColumnElement[str]:
    # Made by the database: ids of a hundred thousand rows need not travel.
    if connection.dialect.name == "sqlite":
        return func.lower(func.hex(func.randomblob(16)))
    return func.replace(cast(func.gen_random_uuid(), String), "-", "")


def about(subject: str, kinds: Collection[str] | None = None) -> ColumnElement[bool]:
    """The deliveries of the notices about a subject; of some kinds only, if told."""
    told = select(notices.c.id).where(notices.c.subject == subject)
    return deliveries.c.notice.in_(told if kinds is None else told.where(notices.c.kind.in_(sorted(kinds))))


async def _change(connection: AsyncConnection, which: ColumnElement[bool], values: dict[str, Any]) -> None:
    if connection.dialect.name != "sqlite":
        # In the order in which the senders write: two who lock the same rows crosswise would kill each other.
        ordered = select(deliveries.c.id).where(which).order_by(deliveries.c.id).with_for_update()
        await connection.execute(select(func.count()).select_from(ordered.subquery()))
    await connection.execute(update(deliveries).where(which).values(values))


_LAST = select(notices.c.revision).where(notices.c.id == deliveries.c.notice).scalar_subquery()
_IS_SENT = deliveries.c.state == "sent"
_DOUBTFUL = deliveries.c.uncertain > 0
_MISSED = (deliveries.c.state == "dead") & (deliveries.c.reason == NOT_INSTALLED)


async def redraw(
    connection: AsyncConnection,
    subject: str,
    now: datetime,
    kinds: Collection[str] | None = None,
    persons: Select[Any] | None = None,
) -> None:
    """The subject has changed: every copy of every notice about it, or of some kinds, is drawn anew, in place.

    With `persons`, only their copies: what has changed is read by nobody else.

    What has not been sent yet keeps its hour, what has ended stays ended, and of what is unknown nothing is sent again.
    """
    same = notices.c.subject == subject
    changed = same if kinds is None else same & notices.c.kind.in_(sorted(kinds))
    await connection.execute(update(notices).where(changed).values(revision=notices.c.revision + 1))
    values = {
        # Nothing more is wanted of one that was cancelled while it was on its way.
        "wanted": case((deliveries.c.wanted == 0, 0), else_=_LAST),
        "state": case((_IS_SENT, "new"), else_=deliveries.c.state),
        "due_at": case((_IS_SENT, literal(now, Moment)), else_=deliveries.c.due_at),
        "attempts": 0,
    }
    which = about(subject, kinds) & deliveries.c.state.not_in(["dead", "cancelled"])
    await _change(connection, which if persons is None else which & deliveries.c.person.in_(persons), values)


async def cancel(
    connection: AsyncConnection,
    subject: str,
    kinds: Collection[str],
    now: datetime,
    only: ColumnElement[bool] | None = None,
) -> None:
    """Send nothing more to those, or `only` to some of them, who have seen nothing; what is on its way may arrive."""
    open_ones = deliveries.c.state.in_(["new", "sending", UNKNOWN]) & (deliveries.c.seen == 0)
    is_sending, doubtful = deliveries.c.state == "sending", _DOUBTFUL | (deliveries.c.state == UNKNOWN)
    values = {
        "wanted": 0,
        "state": case((is_sending, "sending"), (doubtful, UNKNOWN), else_="cancelled"),
        "uncertain": case((is_sending, deliveries.c.uncertain), (doubtful, 2), else_=0),
        "due_at": case((is_sending, deliveries.c.due_at), else_=literal(now, Moment)),
    }
    which = about(subject, kinds) & open_ones
    await _change(connection, which if only is None else which & only, values)


async def resume(connection: AsyncConnection, subject: str, kinds: Collection[str], now: datetime) -> None:
    """What was cancelled before it was on its way is due again."""
    halted = about(subject, kinds) & (deliveries.c.state == "cancelled")
    await _change(connection, halted, {"state": "new", "due_at": now, "attempts": 0, "wanted": _LAST})


async def again(
    connection: AsyncConnection,
    subject: str,
    kinds: Collection[str],
    now: datetime,
    reasons: Collection[str] | None = None,
) -> None:
    """Try once more what has ended unseen; only for some reasons, if told, where `unknown` is one of them."""
    dead = deliveries.c.state == "dead"
    ended = dead | (deliveries.c.state == UNKNOWN)
    if reasons is not None:
        ended = dead & deliveries.c.reason.in_(sorted(reasons))
        ended = ended | (deliveries.c.state == UNKNOWN) if UNKNOWN in reasons else ended
    # One doubt of the past is kept: if this one arrives, there may be two.
    values = _afresh(now) | {"uncertain": case((_DOUBTFUL, 1), else_=0)}
    await _change(connection, about(subject, kinds) & ended, values)


async def renew(
    connection: AsyncConnection, subject: str, kinds: Collection[str], to: Collection[Select[Any]], due: datetime
) -> None:
    """Whoever has not got earlier notices of these kinds gets them at `due` at the latest, whatever ended them.

    Each of `to` selects targets by the column of `deliveries` whose name it has: person, channel or guest.
    """
    theirs = [deliveries.c[one.selected_columns[0].name].in_(select(one.subquery())) for one in to]
    unsent = deliveries.c.state.in_(["new", "dead", "cancelled"]) & (deliveries.c.seen == 0)
    sooner = (deliveries.c.state == "new") & (deliveries.c.due_at < literal(due, Moment))
    values = _afresh(due) | {"uncertain": case((_DOUBTFUL, 1), else_=0)}
    values["due_at"] = case((sooner, deliveries.c.due_at), else_=literal(due, Moment))
    await _change(connection, about(subject, kinds) & unsent & or_(*theirs), values)


def without_renewed(those: Select[Any], subject: str, kinds: Collection[str]) -> Select[Any]:
    """The same targets but for those whom an earlier notice of these kinds has still to reach."""
    column = those.selected_columns[0]
    theirs = deliveries.c[column.name]
    waits = select(theirs).where(about(subject, kinds), deliveries.c.state == "new", deliveries.c.seen == 0)
    return those.where(column.not_in(select(waits.where(theirs.is_not(None)).subquery())))


def _afresh(now: datetime) -> dict[str, Any]:
    return {"state": "new", "due_at": now, "attempts": 0, "reason": "", "wanted": _LAST}


async def waiting_for(connection: AsyncConnection, person: str, now: datetime) -> None:
    """The app has come back to a person: what ended for want of it is due again."""
    unnamed = deliveries.c.person.is_(None) & deliveries.c.notice.in_(
        select(notices.c.id).where(notices.c.subject.in_(await requesters.anonymous_of(connection, person)))
    )
    await _change(connection, ((deliveries.c.person == person) | unnamed) & _MISSED, _afresh(now))


async def waiting_in(connection: AsyncConnection, channel: str, now: datetime) -> None:
    """The app has come back to a channel: what ended for want of it is due again there."""
    await _change(connection, (deliveries.c.channel == channel) & _MISSED, _afresh(now))


async def unname(connection: AsyncConnection, subject: str, person: str, day: datetime) -> None:
    """The request has become anonymous: what its requester was told is hers no more in writing, and `day` is enough."""
    hers = (deliveries.c.person == person) & about(subject, TO_REQUESTER)
    for row in (await connection.execute(select(deliveries).where(hers))).all():
        chat = await chat_digest(connection, row.id, row.conversation) if row.conversation else None
        one = update(deliveries).where(deliveries.c.id == row.id)
        await connection.execute(one.values(person=None, tenant="", conversation=chat))
    # While one is being sent, its hour is the end of a lease; it is blurred with the result.
    still = about(subject) & (deliveries.c.state != "sending")
    await connection.execute(update(deliveries).where(still).values(due_at=day))
    await connection.execute(update(notices).where(notices.c.subject == subject).values(created_at=day))


async def chat_digest(connection: AsyncConnection, delivery: str, conversation: str) -> str:
    """An anonymous requester's chat, as it stands in one delivery: enough to know the same one again."""
    return (await vault.index(connection)).digest("delivery", delivery, conversation)


async def forget(connection: AsyncConnection, subject: str) -> None:
    """Delete every notice about a subject that is to be erased."""
    await connection.execute(delete(deliveries).where(about(subject)))
    await connection.execute(delete(notices).where(notices.c.subject == subject))
