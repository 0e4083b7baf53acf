"""What each person wishes to hear of, and when. It hangs on her and not on a chat: it survives a reinstall."""

from collections.abc import Iterable, Mapping
from datetime import time
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.preferences import Preferences
from storage.announcement_tables import preferences, topics_off
from storage.upserts import insert_once


def _clock(written: str | None) -> time | None:
    return time.fromisoformat(written) if written else None


async def find(connection: AsyncConnection, person: str) -> Preferences:
    """A person's wishes; the defaults when she has never said any."""
    row = (await connection.execute(select(preferences).where(preferences.c.person == person))).one_or_none()
    left_out = await connection.scalars(select(topics_off.c.topic).where(topics_off.c.person == person))
    topics = frozenset(left_out.all())
    return Preferences(topics_off=topics) if row is None else _wished(row, topics)


async def of_several(connection: AsyncConnection, persons: Iterable[str]) -> Mapping[str, Preferences]:
    """Who of these has said any wishes, and which; all but the topics, by which others choose."""
    query = select(preferences).where(preferences.c.person.in_(sorted(set(persons))))
    return {row.person: _wished(row) for row in (await connection.execute(query)).all()}


def _wished(row: Row[Any], topics: frozenset[str] = frozenset()) -> Preferences:
    quiet = _clock(row.quiet_from), _clock(row.quiet_until)
    return Preferences(row.off, row.reminders, *quiet, topics_off=topics, digest=row.digest)


async def save(connection: AsyncConnection, person: str, wished: Preferences) -> None:
    """Keep a person's wishes, all of them."""
    hours = {"quiet_from": wished.quiet_from, "quiet_until": wished.quiet_until}
    values = {name: clock.strftime("%H:%M") if clock else None for name, clock in hours.items()}
    row = {"off": wished.off, "reminders": wished.reminders, "digest": wished.digest, **values}
    if not await insert_once(connection, preferences, {"person": person, **row}):
        await connection.execute(update(preferences).where(preferences.c.person == person).values(row))
    gone = (topics_off.c.person == person) & topics_off.c.topic.not_in(sorted(wished.topics_off))
    await connection.execute(delete(topics_off).where(gone))
    for topic in sorted(wished.topics_off):
        await insert_once(connection, topics_off, {"person": person, "topic": topic})


async def forget(connection: AsyncConnection, person: str) -> None:
    """Forget a person's wishes."""
    for table in (topics_off, preferences):
        await connection.execute(delete(table).where(table.c.person == person))
