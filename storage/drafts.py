"""Drafts: forms on their way. A draft answers to its owner alone, and expires."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.engine import Draft
from domain.reminders import About
from storage import marks, vault
from storage.database import can_be_key
from storage.tables import consultations, drafts, people, profiles
from storage.upserts import insert_once
from storage.vault import Box

LIFETIME = timedelta(days=30)
# What has been sent is only remembered so that a second press finds the receipt.
SENT_LIFETIME = timedelta(days=1)


def _sealed(box: Box, draft: Draft) -> dict[str, bytes]:
    answers = box.seal(drafts.c.answers, draft.id, dict(draft.answers))
    return {"step": box.seal(drafts.c.step, draft.id, draft.step), "answers": answers}


def _draft(row: Row[Any], boxes: Mapping[str, Box]) -> Draft:
    plain = ("id", "owner", "form", "group", "language", "version", "consultation", "announcement", "against")
    box = boxes.get(row.key)
    # What has been sent has no key any more.
    sent_as = row.sent_as or (None if row.key else row.announcement)
    step = box.open(drafts.c.step, row.id, row.step) if box else ""
    answers = box.open(drafts.c.answers, row.id, row.answers) if box else {}
    return Draft(step=step, answers=answers, sent_as=sent_as, **{name: row._mapping[name] for name in plain})


async def _drafts(connection: AsyncConnection, query: Select[Any]) -> list[tuple[Draft, Row[Any]]]:
    rows = (await connection.execute(query)).all()
    boxes = await vault.boxes(connection, [row.key for row in rows])
    return [(_draft(row, boxes), row) for row in rows]


async def begin(connection: AsyncConnection, draft: Draft, now: datetime, life: timedelta = LIFETIME) -> Draft:
    """Write down a new draft; for a change of a request, the one that is already open for it."""
    begun = replace(draft, id=uuid4().hex)
    await expire(connection, now)
    box = await vault.new_box(connection, "draft")
    values: dict[str, Any] = {"id": begun.id, "owner": begun.owner, "form": begun.form, "group": begun.group}
    values |= {"language": begun.language, "key": box.id, "version": begun.version}
    values |= {"consultation": begun.consultation, "announcement": begun.announcement, "against": begun.against}
    values |= _sealed(box, begun)
    values |= {"created_at": now, "changed_at": now, "expires_at": now + life}
    if await insert_once(connection, drafts, values) or begun.consultation is None:
        await marks.touch(connection, About.DRAFT, begun.id)
        return begun
    await vault.destroy(connection, [box.id])
    query = select(drafts).where(drafts.c.consultation == begun.consultation, drafts.c.sent_as.is_(None))
    [(already, _)] = await _drafts(connection, query)
    return already


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
    found = await _drafts(connection, query.with_for_update())
    return next(((draft, row.expires_at) for draft, row in found), None)


async def save(connection: AsyncConnection, draft: Draft, was: int, now: datetime, life: timedelta = LIFETIME) -> bool:
    """Keep a draft if nobody has changed it since version `was`. Returns whether it was kept."""
    mine = (drafts.c.id == draft.id) & (drafts.c.owner == draft.owner) & (drafts.c.version == was)
    key = await connection.scalar(select(drafts.c.key).where(mine))
    if key is None:
        return False
    values: dict[str, Any] = {"version": draft.version, "changed_at": now, "expires_at": now + life}
    values |= _sealed(await vault.box(connection, key), draft)
    return (await connection.execute(update(drafts).where(mine).values(values))).rowcount == 1


async def finish(connection: AsyncConnection, draft: Draft, became: str, now: datetime) -> bool:
    """The draft has been sent as this request, or announcement: its answers go, and their key.

    Returns whether it was still this one.
    """
    mine = (drafts.c.id == draft.id) & (drafts.c.owner == draft.owner) & (drafts.c.version == draft.version)
    key = await connection.scalar(select(drafts.c.key).where(mine))
    values: dict[str, Any] = {"announcement" if draft.announces else "sent_as": became, "changed_at": now}
    values |= {"version": draft.version + 1}
    values |= {"key": None, "step": None, "answers": None, "expires_at": now + SENT_LIFETIME}
    if (await connection.execute(update(drafts).where(mine).values(values))).rowcount != 1:
        return False
    await marks.touch(connection, About.DRAFT, draft.id)
    await vault.destroy(connection, [key])
    return True


async def list_open(connection: AsyncConnection, owner: str, now: datetime) -> list[tuple[Draft, datetime]]:
    """A person's drafts that are not yet sent, latest first, with their days of expiry."""
    query = (
        select(drafts)
        .where(drafts.c.owner == owner, drafts.c.key.is_not(None), drafts.c.expires_at > now)
        .order_by(drafts.c.changed_at.desc(), drafts.c.id)
    )
    return [(draft, row.expires_at) for draft, row in await _drafts(connection, query)]


async def _delete(connection: AsyncConnection, which: ColumnElement[bool]) -> int:
    rows = (await connection.execute(select(drafts.c.id, drafts.c.key).where(which))).all()
    deleted = (await connection.execute(delete(drafts).where(which))).rowcount
    await marks.touch(connection, About.DRAFT, *(row.id for row in rows))
    await vault.destroy(connection, [row.key for row in rows])
    return deleted


async def remove(connection: AsyncConnection, draft_id: str, owner: str) -> bool:
    """Delete an unsent draft of this owner. Returns whether there was one."""
    if not can_be_key(draft_id):
        return False
    mine = (drafts.c.id == draft_id) & (drafts.c.owner == owner) & drafts.c.key.is_not(None)
    return await _delete(connection, mine) == 1


async def follow_move(connection: AsyncConnection, consultation: str, key: str, day: str) -> None:
    """The request was moved: its open change now wishes for the meeting that it has, and old cards are stale."""
    open_change = (drafts.c.consultation == consultation) & drafts.c.sent_as.is_(None)
    for draft, row in await _drafts(connection, select(drafts).where(open_change).with_for_update()):
        moved = replace(draft, answers={**draft.answers, key: day}, version=draft.version + 1)
        values: dict[str, Any] = {"version": moved.version, **_sealed(await vault.box(connection, row.key), moved)}
        await connection.execute(update(drafts).where(drafts.c.id == row.id).values(values))


async def all_of(connection: AsyncConnection, owner: str) -> list[Draft]:
    """Every draft of a person, those that have been sent as well."""
    found = await _drafts(connection, select(drafts).where(drafts.c.owner == owner).order_by(drafts.c.created_at))
    return [draft for draft, _ in found]


async def remove_all(connection: AsyncConnection, owner: str) -> int:
    """Delete every draft of a person. Returns how many there were."""
    return await _delete(connection, drafts.c.owner == owner)


async def erase(connection: AsyncConnection, draft_id: str) -> bool:
    """Delete a draft, whoever's it is: it has been deleted before. Returns whether it was there."""
    return await _delete(connection, drafts.c.id == draft_id) == 1


async def remove_for(connection: AsyncConnection, consultation: str) -> None:
    """Delete the open change of a request that can no longer be changed."""
    open_change = (drafts.c.consultation == consultation) & drafts.c.sent_as.is_(None)
    await _delete(connection, open_change)


async def forget(connection: AsyncConnection, consultation: str) -> None:
    """Delete every draft that has become, or changes, a request that is to be erased."""
    await _delete(connection, (drafts.c.consultation == consultation) | (drafts.c.sent_as == consultation))


async def ending(connection: AsyncConnection, before: datetime) -> Mapping[str, datetime]:
    """Which drafts expire before this moment if nobody goes on with them, and when."""
    query = select(drafts.c.id, drafts.c.expires_at).where(drafts.c.expires_at < before)
    return {row.id: row.expires_at for row in (await connection.execute(query)).all()}


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Delete what has expired. Returns how many drafts went."""
    return await _delete(connection, drafts.c.expires_at <= now)


async def _box_of(connection: AsyncConnection, person: str) -> Box:
    key = (await connection.execute(select(people.c.key).where(people.c.id == person))).scalar_one()
    return await vault.box(connection, key)


async def profile(connection: AsyncConnection, person: str) -> dict[str, Any]:
    """What a person wrote about herself the last time, by answer key."""
    sealed = await connection.scalar(select(profiles.c.answers).where(profiles.c.person == person))
    if sealed is None:
        return {}
    return dict((await _box_of(connection, person)).open(profiles.c.answers, person, sealed))


async def remember_profile(connection: AsyncConnection, person: str, answers: dict[str, Any]) -> None:
    """Keep what a person wrote about herself, to be offered the next time."""
    sealed = (await _box_of(connection, person)).seal(profiles.c.answers, person, answers)
    if not await insert_once(connection, profiles, {"person": person, "answers": sealed}):
        mine = profiles.c.person == person
        await connection.execute(update(profiles).where(mine).values(answers=sealed))
