"""People without Teams, who register by e-mail: nobody is one of them before she has confirmed her address."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.registrations import Coming
from storage import registrations, vault
from storage.announcement_tables import guests
from storage.announcement_tables import registrations as answers
from storage.database import can_be_key
from storage.registrations import Moved, Registrant
from storage.upserts import insert_once

CONFIRM_WITHIN = timedelta(hours=48)


@dataclass(frozen=True)
class Guest:
    """Somebody who is written to by e-mail about one session."""

    id: str
    announcement: str
    address: str
    language: str
    asked_at: datetime
    confirmed_at: datetime | None = None


async def token_of(connection: AsyncConnection, guest: str) -> str:
    """The word in a guest's links, for every mail to her; nobody can make it without the service's own key."""
    return (await vault.index(connection)).digest("guest-link", guest)


async def _token_digest(connection: AsyncConnection, token: str) -> str:
    return (await vault.index(connection)).digest("guest-token", token)


async def _guest(connection: AsyncConnection, row: Row[Any]) -> Guest:
    address = (await vault.box(connection, row.key)).open(guests.c.address, row.id, row.address)
    return Guest(row.id, row.announcement, str(address), row.language, row.asked_at, row.confirmed_at)


async def ask(
    connection: AsyncConnection, announcement: str, address: str, language: str, now: datetime
) -> tuple[Guest, str]:
    """Write down an address that wishes to come, and the word of its confirmation link; asking twice is one.

    Refused when the session takes nobody any more.
    """
    registrations.require_begun(await registrations.require_open(connection, announcement, now), now)
    await _expire(connection, (guests.c.announcement == announcement), now)
    tag = (await vault.index(connection)).digest("guest", announcement, address.strip().lower())
    same = select(guests).where(guests.c.announcement == announcement, guests.c.tag == tag)
    if (await connection.execute(same)).one_or_none() is None:
        await _write_down(connection, Guest(uuid4().hex, announcement, address.strip(), language, now), tag)
    found = await _guest(connection, (await connection.execute(same)).one())
    return found, await token_of(connection, found.id)


async def _write_down(connection: AsyncConnection, one: Guest, tag: str) -> None:
    box = await vault.new_box(connection, "guest")
    values: dict[str, Any] = {"id": one.id, "announcement": one.announcement, "key": box.id, "tag": tag}
    values |= {"address": box.seal(guests.c.address, one.id, one.address), "language": one.language}
    values |= {"token": await _token_digest(connection, await token_of(connection, one.id)), "asked_at": one.asked_at}
    await insert_once(connection, guests, values)


async def by_token(connection: AsyncConnection, token: str, now: datetime) -> Guest | None:
    """Whose link this is; None for a word that is nobody's, or that was not confirmed in time."""
    if not can_be_key(token):
        return None
    query = select(guests).where(guests.c.token == await _token_digest(connection, token))
    row = (await connection.execute(query)).one_or_none()
    lapsed = row is not None and row.confirmed_at is None and row.asked_at <= now - CONFIRM_WITHIN
    return None if row is None or lapsed else await _guest(connection, row)


async def confirm(connection: AsyncConnection, token: str, now: datetime) -> Guest | None:
    """The address is hers: from now on she can answer (`registrations.answer`). None as in `by_token`."""
    found = await by_token(connection, token, now)
    if found is None:
        return None
    unconfirmed = (guests.c.id == found.id) & guests.c.confirmed_at.is_(None)
    await connection.execute(update(guests).where(unconfirmed).values(confirmed_at=now))
    return await by_token(connection, token, now)


async def cancel(connection: AsyncConnection, token: str, now: datetime) -> list[Moved] | None:
    """She does not come: her seat is freed and her address goes. Gives those who move up; None as in `by_token`."""
    found = await by_token(connection, token, now)
    if found is None:
        return None
    moved = await registrations.leave(connection, found.announcement, Registrant(guest=found.id), now)
    await forget(connection, [found.id])
    return moved


async def erase(connection: AsyncConnection, guest: str, now: datetime) -> bool:
    """Erase a guest who came back with a restore. Returns whether she was there."""
    found = await find(connection, guest)
    if found is None:
        return False
    moved = await registrations.leave(connection, found.announcement, Registrant(guest=guest), now)
    await forget(connection, [guest])
    await registrations.tell_moved(connection, found.announcement, moved, now)
    return True


async def find(connection: AsyncConnection, guest: str) -> Guest | None:
    """A guest by our own id, to be written to."""
    row = (await connection.execute(select(guests).where(guests.c.id == guest))).one_or_none()
    return await _guest(connection, row) if row else None


async def of(connection: AsyncConnection, guest: str) -> Coming | None:
    """What a guest has answered; None when she has not confirmed yet."""
    state = await connection.scalar(select(answers.c.state).where(answers.c.guest == guest))
    return Coming(state) if state else None


def registered(announcement: str) -> Select[Any]:
    """The guests, by id, who have a seat or wait for one: whoever has to hear of a change."""
    stays = answers.c.state.in_([Coming.COMING.value, Coming.WAITING.value])
    return select(answers.c.guest).where(answers.c.announcement == announcement, answers.c.guest.is_not(None), stays)


def coming(announcement: str) -> Select[Any]:
    """The guests, by id, who have a seat."""
    return registered(announcement).where(answers.c.state == Coming.COMING.value)


async def count_coming(connection: AsyncConnection, announcement: str) -> int:
    """How many guests have a seat."""
    return await connection.scalar(select(func.count()).select_from(coming(announcement).subquery())) or 0


async def forget(connection: AsyncConnection, gone: Iterable[str]) -> None:
    """Delete guests, what they have answered, and their keys; seats are freed by `cancel`, not here."""
    ids = sorted(gone)
    keys = (await connection.scalars(select(guests.c.key).where(guests.c.id.in_(ids)))).all()
    await connection.execute(delete(answers).where(answers.c.guest.in_(ids)))
    await connection.execute(delete(guests).where(guests.c.id.in_(ids)))
    await vault.destroy(connection, keys)


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Delete the addresses that were not confirmed in time. Returns how many."""
    return await _expire(connection, guests.c.id.is_not(None), now)


async def _expire(connection: AsyncConnection, which: ColumnElement[bool], now: datetime) -> int:
    late = guests.c.confirmed_at.is_(None) & (guests.c.asked_at <= now - CONFIRM_WITHIN)
    gone = (await connection.scalars(select(guests.c.id).where(which, late))).all()
    await forget(connection, gone)
    return len(gone)
