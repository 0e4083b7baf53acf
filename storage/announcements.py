"""What has been announced, and what is going to be."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import FOUND, FOUND_BEFORE, Announcement, Audience, Item, Kind, Session, State, Wording
from domain.reminders import About
from storage import marks
from storage.announcement_tables import announcements
from storage.database import can_be_key
from storage.upserts import insert_once

PLAIN = ("id", "version", "author", "approver", "send_at", "sent_at", "changed_at", "sequence", "origin")


def _written(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is no fact")


def _facts(one: Announcement) -> str:
    facts = {"wording": one.wording, "original": one.original, "previous": one.previous, "audience": one.audience}
    shown = {name: asdict(value) if value else None for name, value in facts.items()}
    plain = {"topics": list(one.topics), "remark": one.remark}
    shown["earlier"] = {version: asdict(value) for version, value in one.earlier.items()}
    return json.dumps(shown | plain, ensure_ascii=False, default=_written)


def _session(told: Mapping[str, Any] | None) -> Session | None:
    if told is None:
        return None
    moments = {name: datetime.fromisoformat(told[name]) for name in ("start", "end", "opens") if told.get(name)}
    return Session(**{**told, **moments})


def _wording(told: Mapping[str, Any] | None) -> Wording | None:
    if told is None:
        return None
    items = tuple(Item(**one) for one in told["items"])
    return Wording(told["title"], told["text"], items, _session(told["session"]))


def _announcement(row: Row[Any]) -> Announcement:
    told = json.loads(row.facts)
    audience: dict[str, Any] = told["audience"]
    return Announcement(
        kind=Kind(row.kind),
        state=State(row.state),
        wording=_wording(told["wording"]) or Wording({}),
        original=_wording(told["original"]),
        previous=_wording(told["previous"]),
        earlier={version: found for version, one in told.get("earlier", {}).items() if (found := _wording(one))},
        topics=tuple(told["topics"]),
        remark=told.get("remark", ""),
        audience=Audience(audience["everyone"], tuple(audience["teams"]), tuple(audience["channels"])),
        **{name: row._mapping[name] for name in PLAIN},
    )


def _values(one: Announcement) -> dict[str, Any]:
    session = one.session
    values: dict[str, Any] = {name: getattr(one, name) for name in PLAIN}
    values |= {"kind": one.kind.value, "state": one.state.value, "facts": _facts(one)}
    values |= {"seats": session.seats if session else None}
    values |= {"opens_at": session.opens if session else None}
    return values | {"starts_at": session.start if session else None, "ends_at": session.end if session else None}


async def add(connection: AsyncConnection, one: Announcement, now: datetime) -> bool:
    """Write down a new announcement, unless one of the same origin is there. Returns whether it was written."""
    added = await insert_once(connection, announcements, _values(one) | {"created_at": now})
    await _touch(connection, one)
    return added


async def lay(connection: AsyncConnection, content: Iterable[Announcement], now: datetime) -> int:
    """Write down what the content begins with. Returns how many were new.

    What nobody has changed or sent since follows its entry; all else is the coordinators' own by now.
    """
    added = 0
    for one in content:
        added += await add(connection, replace(one, id=new_id()), now)
        untouched = (announcements.c.origin == one.origin) & (announcements.c.version == 1)
        listed = untouched & (announcements.c.state == State.LISTED.value)
        kept = {name: value for name, value in _values(one).items() if name != "id"}
        laid = update(announcements).where(listed).values(kept).returning(announcements.c.id)
        for which in (await connection.scalars(laid)).all():
            await marks.touch(connection, About.SESSION, which)
    return added


async def _touch(connection: AsyncConnection, one: Announcement) -> None:
    await marks.touch(connection, About.ANNOUNCEMENT, one.id)
    if one.session:
        await marks.touch(connection, About.SESSION, one.id)


def new_id() -> str:
    """An id for an announcement that is about to be made."""
    return uuid4().hex


async def save(connection: AsyncConnection, changed: Announcement, was: int) -> bool:
    """Keep a change if nobody has changed the announcement since version `was`. Returns whether it was kept."""
    same = (announcements.c.id == changed.id) & (announcements.c.version == was)
    await _touch(connection, changed)
    return (await connection.execute(update(announcements).where(same).values(_values(changed)))).rowcount == 1


async def find(connection: AsyncConnection, announcement_id: str, *, lock: bool = False) -> Announcement | None:
    """An announcement; with `lock`, held against a second writer until the transaction ends."""
    if not can_be_key(announcement_id):
        return None
    query = select(announcements).where(announcements.c.id == announcement_id)
    row = (await connection.execute(query.with_for_update() if lock else query)).one_or_none()
    return _announcement(row) if row else None


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Announcement]:
    return [_announcement(row) for row in (await connection.execute(query)).all()]


def _stands(*states: State) -> ColumnElement[bool]:
    return announcements.c.state.in_(sorted(one.value for one in states))


def can_be_found() -> ColumnElement[bool]:
    """Whether everyone can find it, as the announcement itself says it."""
    return _stands(*FOUND) | (announcements.c.origin.is_not(None) & _stands(*FOUND_BEFORE))


async def ahead(connection: AsyncConnection, now: datetime) -> list[Announcement]:
    """The sessions that can be found and have not ended, the next one first; those called off among them."""
    query = select(announcements).where(can_be_found(), announcements.c.ends_at > now)
    return await _all(connection, query.order_by(announcements.c.starts_at, announcements.c.id))


async def ended(connection: AsyncConnection, since: datetime, now: datetime) -> list[Announcement]:
    """The sessions that have ended since `since`, the latest first."""
    over = (announcements.c.ends_at <= now) & (announcements.c.ends_at > since)
    query = select(announcements).where(can_be_found(), announcements.c.state != State.CALLED_OFF.value, over)
    return await _all(connection, query.order_by(announcements.c.ends_at.desc(), announcements.c.id))


async def latest(connection: AsyncConnection, kinds: Sequence[Kind], limit: int) -> list[Announcement]:
    """What has been sent of these kinds, the latest first."""
    told = announcements.c.kind.in_([one.value for one in kinds]) & _stands(State.OUT, State.STOPPED, State.HELD)
    query = select(announcements).where(told, announcements.c.sent_at.is_not(None))
    return await _all(connection, query.order_by(announcements.c.sent_at.desc(), announcements.c.id).limit(limit))


async def every(connection: AsyncConnection) -> list[Announcement]:
    """All there are, for those who make them: the last written first."""
    query = select(announcements).order_by(announcements.c.created_at.desc(), announcements.c.id)
    return await _all(connection, query)


async def planned(connection: AsyncConnection, now: datetime) -> list[Announcement]:
    """Those whose hour to go out has come, held against a second writer."""
    due = _stands(State.PLANNED) & (announcements.c.send_at <= now)
    query = select(announcements).where(due).order_by(announcements.c.send_at, announcements.c.id)
    return await _all(connection, query.with_for_update(skip_locked=True))
