"""Which reminders are over: they have fired, or it is written down why they never did."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.occurrences import Occurrence
from domain.reminders import RULES
from storage.reminder_tables import nudges, nudges_off, reminders
from storage.tables import moments
from storage.upserts import insert_all, insert_once

BEGUN, REACHED = "reminders-begun", "reminders-reached"
# Shared out before its hour, so that it may come on a card with others; not over until then.
AHEAD = "ahead"
# What comes later than this after its hour says so in the figures.
LATE = timedelta(minutes=15)
SOME = 500


@dataclass(frozen=True)
class Over:
    """An occurrence that has come to its end; `reason` is empty when it fired, and AHEAD when its end is near."""

    occurrence: Occurrence
    reason: str = ""


async def begun(connection: AsyncConnection, now: datetime) -> datetime:
    """Since when this service reminds: what fell due before that was never its task."""
    # Begun in the future has only who had a clock that was ahead.
    return await _written(connection, BEGUN, now, moments.c.at > now)


async def reached(connection: AsyncConnection, now: datetime) -> datetime:
    """Up to when it was looked at what falls due; now, where that never was."""
    return await _written(connection, REACHED, now, moments.c.at > now)


async def reach(connection: AsyncConnection, now: datetime) -> None:
    """Write down that all that has fallen due by now has been looked at."""
    await _written(connection, REACHED, now, moments.c.at != now)


async def _written(connection: AsyncConnection, name: str, now: datetime, is_wrong: ColumnElement[bool]) -> datetime:
    which = moments.c.name == name
    if not await insert_once(connection, moments, {"name": name, "at": now}):
        await connection.execute(update(moments).where(which, is_wrong).values(at=now))
    found: datetime = (await connection.execute(select(moments.c.at).where(which))).scalar_one()
    return found


async def since(connection: AsyncConnection) -> datetime | None:
    """Since when this service reminds; None before its first start."""
    found: datetime | None = await connection.scalar(select(moments.c.at).where(moments.c.name == BEGUN))
    return found


async def over(connection: AsyncConnection, ids: Sequence[str]) -> set[str]:
    """Which of these are over."""
    return await _known(connection, ids, reminders.c.reason != AHEAD)


async def _known(connection: AsyncConnection, ids: Sequence[str], which: ColumnElement[bool]) -> set[str]:
    found: set[str] = set()
    for start in range(0, len(ids), SOME):
        these = reminders.c.id.in_(ids[start : start + SOME]) & which
        found.update((await connection.scalars(select(reminders.c.id).where(these))).all())
    return found


def _row(one: Over, now: datetime) -> dict[str, Any]:
    what = one.occurrence
    return {
        "id": what.id,
        "rule": what.rule,
        "about": RULES[what.rule].about.value,
        "subject": what.subject,
        "day": what.day,
        "due_at": what.at,
        "until": what.until,
        "reason": one.reason,
        "late": not one.reason and now - what.at > LATE,
        "at": now,
    }


async def end(connection: AsyncConnection, these: Iterable[Over], now: datetime) -> None:
    """Write down that these are over; what is over already stays as it was."""
    rows = {one.occurrence.id: _row(one, now) for one in these}
    ahead = await _known(connection, list(rows), reminders.c.reason == AHEAD)
    await insert_all(connection, reminders, [row for name, row in rows.items() if name not in ahead])
    for name in sorted(ahead):
        fate = {key: rows[name][key] for key in ("reason", "late", "at")}
        await connection.execute(update(reminders).where(reminders.c.id == name).values(fate))


async def figures(connection: AsyncConnection) -> Mapping[tuple[str, str, bool], int]:
    """How many are over, by rule, reason, and whether they came late."""
    by = (reminders.c.rule, reminders.c.reason, reminders.c.late)
    query = select(*by, func.count().label("all")).where(reminders.c.reason != AHEAD).group_by(*by)
    rows = (await connection.execute(query)).all()
    return {(row.rule, row.reason, row.late): row.all for row in rows}


async def forget(connection: AsyncConnection, subject: str) -> None:
    """Forget what was said about a subject that is erased."""
    said = select(reminders.c.id).where(reminders.c.subject == subject)
    await connection.execute(delete(nudges).where(nudges.c.reminder.in_(said)))
    await connection.execute(delete(nudges_off).where(nudges_off.c.subject == subject))
    await connection.execute(delete(reminders).where(reminders.c.subject == subject))


async def purge(connection: AsyncConnection, before: datetime) -> int:
    """Delete what was over before this moment, with everybody's share of it. Returns how many reminders went."""
    old = (reminders.c.at < before) & (reminders.c.until < before)
    said = select(reminders.c.id).where(old)
    await connection.execute(delete(nudges).where(nudges.c.reminder.in_(said)))
    return (await connection.execute(delete(reminders).where(old))).rowcount
