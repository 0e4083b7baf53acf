"""Drafts: forms on their way. A draft answers to its owner alone, and expires."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.engine import Draft
from storage.database import can_be_key
from storage.tables import consultations, drafts, people, profiles
from storage.upserts import insert_once

LIFETIME = timedelta(days=30)


def _draft(row: Row[Any]) -> Draft:
    fields = ("id", "owner", "form", "group", "language", "step", "answers", "version", "consultation", "sent_as")
    return Draft(**{name: row._mapping[name] for name in fields})


async def begin(connection: AsyncConnection, draft: Draft, now: datetime) -> Draft:
    """Write down a new draft; for a change of a request, the one that is already open for it."""
    begun = replace(draft, id=uuid4().hex)
    await expire(connection, now)
    values: dict[str, Any] = {"id": begun.id, "owner": begun.owner, "form": begun.form, "group": begun.group}
    values |= {"language": begun.language, "step": begun.step, "answers": dict(begun.answers)}
    values |= {"version": begun.version, "consultation": begun.consultation}
    values |= {"created_at": now, "changed_at": now, "expires_at": now + LIFETIME}
    if await insert_once(connection, drafts, values) or begun.consultation is None:
        return begun
    query = select(drafts).where(drafts.c.consultation == begun.consultation, drafts.c.sent_as.is_(None))
    return _draft((await connection.execute(query)).one())


async def hold_owner(connection: AsyncConnection, owner: str) -> None:
    """Let a person's presses begin forms one after the other: each looks first whether there is one."""
    # On SQLite a writing transaction is alone from its beginning; there is nothing to lock.
    await connection.execute(select(people.c.id).where(people.c.id == owner).with_for_update(key_share=True))


async def hold_subject(connection: AsyncConnection, draft_id: str) -> None:
    """Lock the request that a draft changes before the draft itself: withdrawing takes them in that order."""
    if not can_be_key(draft_id):
        return
    subject = select(drafts.c.consultation).where(drafts.c.id == draft_id).scalar_subquery()
    await connection.execute(select(consultations.c.id).where(consultations.c.id == subject).with_for_update())


async def find(connection: AsyncConnection, draft_id: str, owner: str, now: datetime) -> tuple[Draft, datetime] | None:
    """A draft of this owner that has not expired, locked for the transaction, with its day of expiry."""
    # Owner and expiry stand in the query itself, so that no caller can forget them.
    if not can_be_key(draft_id):
        return None
    query = select(drafts).where(drafts.c.id == draft_id, drafts.c.owner == owner, drafts.c.expires_at > now)
    row = (await connection.execute(query.with_for_update())).one_or_none()
    return (_draft(row), row.expires_at) if row else None


async def save(connection: AsyncConnection, draft: Draft, was: int, now: datetime) -> bool:
    """Keep a draft if nobody has changed it since version `was`. Returns whether it was kept."""
    mine = (drafts.c.id == draft.id) & (drafts.c.owner == draft.owner) & (drafts.c.version == was)
    values = {"answers": dict(draft.answers), "step": draft.step, "version": draft.version}
    values |= {"sent_as": draft.sent_as, "changed_at": now, "expires_at": now + LIFETIME}
    return (await connection.execute(update(drafts).where(mine).values(values))).rowcount == 1


async def list_open(connection: AsyncConnection, owner: str, now: datetime) -> list[tuple[Draft, datetime]]:
    """A person's drafts that are not yet sent, latest first, with their days of expiry."""
    query = (
        select(drafts)
        .where(drafts.c.owner == owner, drafts.c.sent_as.is_(None), drafts.c.expires_at > now)
        .order_by(drafts.c.changed_at.desc(), drafts.c.id)
    )
    return [(_draft(row), row.expires_at) for row in (await connection.execute(query)).all()]


async def remove(connection: AsyncConnection, draft_id: str, owner: str) -> bool:
    """Delete an unsent draft of this owner. Returns whether there was one."""
    if not can_be_key(draft_id):
        return False
    mine = (drafts.c.id == draft_id) & (drafts.c.owner == owner) & drafts.c.sent_as.is_(None)
    return (await connection.execute(delete(drafts).where(mine))).rowcount == 1


async def follow_move(connection: AsyncConnection, consultation: str, key: str, day: str) -> None:
    """The request was moved: its open change now wishes for the meeting that it has, and old cards are stale."""
    open_change = (drafts.c.consultation == consultation) & drafts.c.sent_as.is_(None)
    row = (await connection.execute(select(drafts).where(open_change).with_for_update())).one_or_none()
    if row:
        values = {"answers": row.answers | {key: day}, "version": row.version + 1}
        await connection.execute(update(drafts).where(drafts.c.id == row.id).values(values))


async def remove_for(connection: AsyncConnection, consultation: str) -> None:
    """Delete the open change of a request that can no longer be changed."""
    open_change = (drafts.c.consultation == consultation) & drafts.c.sent_as.is_(None)
    await connection.execute(delete(drafts).where(open_change))


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Delete what has expired. Returns how many drafts went."""
    return (await connection.execute(delete(drafts).where(drafts.c.expires_at <= now))).rowcount


async def profile(connection: AsyncConnection, person: str) -> dict[str, Any]:
    """What a person wrote about herself the last time, by answer key."""
    answers = await connection.scalar(select(profiles.c.answers).where(profiles.c.person == person))
    return dict(answers or {})


async def remember_profile(connection: AsyncConnection, person: str, answers: dict[str, Any]) -> None:
    """Keep what a person wrote about herself, to be offered the next time."""
    if not await insert_once(connection, profiles, {"person": person, "answers": answers}):
        mine = profiles.c.person == person
        await connection.execute(update(profiles).where(mine).values(answers=answers))
