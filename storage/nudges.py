"""Each person's share of the reminders: what waits to be told, what was told on which card, what was left unsaid."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, Update, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import Bundle, Fate, Matter, Nudge, Verdict
from domain.occurrences import Occurrence
from domain.reminders import alike
from storage.database import Moment, can_be_key
from storage.notice_tables import deliveries, notices
from storage.reminder_tables import nudges, nudges_off, reminders
from storage.reminders import AHEAD
from storage.tables import people
from storage.upserts import insert_all, insert_once

WAITING, TOLD, DROPPED, DONE = "waiting", "told", "dropped", "done"
NOT_AGAIN = "not-again"
# The notices by which they are told: a card of hers, and the card of somebody whom nobody may know.
BUNDLE, UNNAMED = "reminder", "reminder-requester"


# Built once: what becomes of one that waits.
_ONE = update(nudges).where(nudges.c.id == bindparam("which"))
_PRESENT = bindparam("present", type_=Moment)
_SETTLED: Mapping[Fate, Update] = {
    Fate.TELL: _ONE.values(state=TOLD, bundle=bindparam("card"), at=_PRESENT),
    Fate.DROP: _ONE.values(state=DROPPED, reason=bindparam("why"), at=_PRESENT),
    Fate.LATER: _ONE.values(due_at=bindparam("later", type_=Moment)),
}
_GIVEN: Mapping[Fate, frozenset[str]] = {
    Fate.TELL: frozenset({"which", "card", "present"}),
    Fate.DROP: frozenset({"which", "why", "present"}),
    Fate.LATER: frozenset({"which", "later"}),
}


@dataclass(frozen=True)
class Share:
    """A nudge that falls to a person; None is the anonymous requester of its subject."""

    occurrence: Occurrence
    person: str | None
    due: datetime


async def share(connection: AsyncConnection, shares: Sequence[Share], now: datetime) -> None:
    """Write down who is to be told of what."""
    rows = [
        {"id": uuid4().hex, "reminder": one.occurrence.id, "person": one.person, "due_at": one.due}
        | {"state": WAITING, "at": now}
        for one in shares
    ]
    await insert_all(connection, nudges, rows)


def _nudge(row: Row[Any]) -> Nudge:
    chosen = row.state == WAITING and row.bundle is not None
    return Nudge(row.id, row.reminder, row.rule, row.subject, row.day, row.due_at, row.until, chosen)


def _query() -> Select[Any]:
    told = (reminders.c.rule, reminders.c.subject, reminders.c.day, reminders.c.until)
    own = (nudges.c.id, nudges.c.reminder, nudges.c.person, nudges.c.due_at, nudges.c.state, nudges.c.bundle)
    return select(*own, *told).join(reminders)


async def due(
    connection: AsyncConnection, now: datetime, most: int, window: timedelta = timedelta()
) -> Mapping[str | None, list[Nudge]]:
    """What is due, by person, with what of hers falls due within the window after it.

    The requesters of whom nobody may know are together under None, with what is due.
    """
    waits = nudges.c.state == WAITING
    persons = select(nudges.c.person).where(waits, nudges.c.due_at <= now).distinct().limit(most)
    hers = nudges.c.person.in_(persons) & (nudges.c.due_at <= now + window)
    whose = hers | nudges.c.person.is_(None) & (nudges.c.due_at <= now)
    rows = (await connection.execute(_query().where(waits, whose).order_by(nudges.c.id))).all()
    found: dict[str | None, list[Nudge]] = {}
    for row in rows:
        found.setdefault(row.person, []).append(_nudge(row))
    return found


async def shared_ahead(connection: AsyncConnection) -> set[tuple[str, str | None]]:
    """Whose share of which reminder was written down before its hour, which has not come yet."""
    query = select(nudges.c.reminder, nudges.c.person).join(reminders).where(reminders.c.reason == AHEAD)
    return {(row.reminder, row.person) for row in (await connection.execute(query)).all()}


async def next_due(connection: AsyncConnection) -> datetime | None:
    """When the first one that waits is due."""
    found: datetime | None = await connection.scalar(select(func.min(nudges.c.due_at)).where(nudges.c.state == WAITING))
    return found


async def of_bundle(connection: AsyncConnection, bundle: str) -> Bundle | None:
    """A person's card; None when there is none of this id, or all of it has gone to a newer card."""
    if not can_be_key(bundle):
        return None
    query = _query().add_columns(nudges.c.reason).where(nudges.c.bundle == bundle)
    rows = (await connection.execute(query.order_by(reminders.c.day, nudges.c.id))).all()
    if not rows:
        return None
    return Bundle(bundle, rows[0].person, [(_nudge(row), row.state, row.reason) for row in rows])


async def find(connection: AsyncConnection, nudge: str) -> Nudge | None:
    """One person's share, by its id."""
    row = (await connection.execute(_query().where(nudges.c.id == nudge))).one_or_none()
    return _nudge(row) if row else None


async def card_moments(
    connection: AsyncConnection, persons: Collection[str], since: datetime
) -> Mapping[str, list[datetime]]:
    """When each of these got a card of reminders, from this moment on."""
    # When a card came, its notice knows: what she decides about it later makes it no newer one.
    made = (notices.c.subject == nudges.c.bundle) & (notices.c.created_at >= since)
    query = select(nudges.c.person, nudges.c.bundle, notices.c.created_at.label("at")).join_from(nudges, notices, made)
    recent = query.where(nudges.c.person.in_(sorted(persons)), nudges.c.at >= since).distinct()
    found: dict[str, list[datetime]] = {}
    for row in (await connection.execute(recent)).all():
        found.setdefault(row.person, []).append(row.at)
    return found


async def ended(connection: AsyncConnection, persons: Collection[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
    """Of what each of these wants to hear no more: rule and subject."""
    query = select(nudges_off).where(nudges_off.c.person.in_(sorted(persons)))
    found: dict[str, set[tuple[str, str]]] = {}
    for row in (await connection.execute(query)).all():
        found.setdefault(row.person, set()).add((row.rule, row.subject))
    return {person: frozenset(pairs) for person, pairs in found.items()}


async def awaited(connection: AsyncConnection, persons: Collection[str], now: datetime) -> Mapping[str, set[Matter]]:
    """What each of these has put off herself to a moment after this one."""
    # By the index of persons: SQLite would rather look through all that waits for anybody.
    waits = func.coalesce(nudges.c.state, "") == WAITING
    later = waits & (nudges.c.due_at > now) & nudges.c.bundle.is_not(None)
    found: dict[str, set[Matter]] = {}
    for row in await connection.execute(_query().where(later, nudges.c.person.in_(sorted(persons)))):
        found.setdefault(row.person, set()).add(_nudge(row).matter)
    return found


async def settle(connection: AsyncConnection, verdicts: Iterable[Verdict], bundle: str | None, now: datetime) -> None:
    """Write down what became of one person's; what is told stands on `bundle`."""
    await settle_all(connection, [(one, bundle) for one in verdicts], now)


async def settle_all(connection: AsyncConnection, settled: Sequence[tuple[Verdict, str | None]], now: datetime) -> None:
    """Write down what became of these, each with the card that it stands on if it is told; a few statements."""
    rows: dict[Fate, list[dict[str, Any]]] = {}
    for one, bundle in settled:
        given = {"which": one.nudge.id, "card": bundle, "why": one.reason, "later": one.due, "present": now}
        rows.setdefault(one.fate, []).append({name: given[name] for name in _GIVEN[one.fate]})
    for fate, some in rows.items():
        await connection.execute(_SETTLED[fate], some)


async def put_on_cards(connection: AsyncConnection, kind: str, cards: Mapping[str, str], now: datetime) -> None:
    """Tell each of these persons of her own card, a notice of this kind; a few statements, however many they are."""
    query = select(people.c.id, people.c.tenant).where(people.c.id.in_(sorted(cards)))
    tenants = {row.id: row.tenant for row in (await connection.execute(query)).all()}
    made = {person: uuid4().hex for person in cards if person in tenants}
    notice = {"kind": kind, "occurrence": "", "revision": 1, "created_at": now}
    await insert_all(connection, notices, [notice | {"id": made[one], "subject": cards[one]} for one in made])
    copy = {"wanted": 1, "due_at": now, "state": "new"}
    rows = [copy | {"id": uuid4().hex, "notice": made[one], "person": one, "tenant": tenants[one]} for one in made]
    await insert_all(connection, deliveries, rows)


async def untold(connection: AsyncConnection, person: str) -> list[Nudge]:
    """What this person has not seen: what waits, but for what she has put off, and what no send has tried to bring."""
    fresh = (deliveries.c.state == "new") & deliveries.c.message.is_(None) & (deliveries.c.uncertain == 0)
    cards = select(notices.c.subject).join(deliveries).where(fresh, deliveries.c.person == person)
    waits = (nudges.c.state == WAITING) & nudges.c.bundle.is_(None)
    hers = waits | (nudges.c.state == TOLD) & nudges.c.bundle.in_(cards)
    rows = (await connection.execute(_query().where(nudges.c.person == person, hers))).all()
    return [_nudge(row) for row in rows]


async def wait(connection: AsyncConnection, nudge: str, due: datetime, now: datetime) -> None:
    """Have one wait until `due`; it stands on no card any more."""
    values = {"state": WAITING, "bundle": None, "due_at": due, "at": now}
    await connection.execute(update(nudges).where(nudges.c.id == nudge).values(values))


def _open(ids: Collection[str]) -> ColumnElement[bool]:
    # What was decided meanwhile, on another device or by the clock, stays as it is.
    return nudges.c.id.in_(sorted(ids)) & (nudges.c.state == TOLD)


async def finish(connection: AsyncConnection, ids: Collection[str], now: datetime) -> int:
    """The person says that these are done. Returns how many of them were open."""
    return (await connection.execute(update(nudges).where(_open(ids)).values(state=DONE, at=now))).rowcount


async def put_off(connection: AsyncConnection, ids: Collection[str], due: datetime, now: datetime) -> int:
    """The person wants to hear of these again, at `due`. Returns how many of them were open."""
    values = {"state": WAITING, "due_at": due, "at": now}
    return (await connection.execute(update(nudges).where(_open(ids)).values(values))).rowcount


async def end(connection: AsyncConnection, person: str, told: Collection[Nudge]) -> int:
    """The person wants to hear no more of these subjects by these rules and their like. Returns how many were open."""
    values = {"state": DROPPED, "reason": NOT_AGAIN}
    found = await connection.execute(update(nudges).where(_open([one.id for one in told])).values(values))
    pairs = {(rule, one.subject) for one in told for rule in alike(one.rule)}
    for rule, subject in sorted(pairs):
        await insert_once(connection, nudges_off, {"person": person, "rule": rule, "subject": subject})
    return found.rowcount


async def export(connection: AsyncConnection, person: str) -> list[dict[str, Any]]:
    """All that a person was reminded of, and when, for her."""
    told = (reminders.c.rule, reminders.c.about, reminders.c.day, nudges.c.state, nudges.c.at)
    query = select(*told).join(reminders).where(nudges.c.person == person).order_by(nudges.c.at)
    return [dict(row) for row in (await connection.execute(query)).mappings().all()]


async def forget(connection: AsyncConnection, person: str) -> None:
    """Forget what a person was reminded of, and of what she wants to hear no more."""
    for table in (nudges, nudges_off):
        await connection.execute(delete(table).where(table.c.person == person))


async def unname(connection: AsyncConnection, subject: str, person: str) -> None:
    """The request has become anonymous: what its requester was reminded of is hers no more in writing."""
    said = select(reminders.c.id).where(reminders.c.subject == subject)
    mine = (nudges.c.person == person) & nudges.c.reminder.in_(said)
    await connection.execute(delete(nudges).where(mine))
    off = (nudges_off.c.person == person) & (nudges_off.c.subject == subject)
    await connection.execute(delete(nudges_off).where(off))
