"""The time limits of announcements: who came goes soon after a session, what was thought of it and itself later."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.retention import Purged, Retention, kept_since
from storage import feedback, guests, notices
from storage.announcement_tables import announcements, listed_people, registrations
from storage.announcement_tables import feedback_given as given
from storage.announcement_tables import guests as guest_rows

_one = announcements.c
# The end of a session; of all else the day on which it was sent, or would have been.
ENDED = func.coalesce(_one.ends_at, _one.sent_at, _one.send_at, _one.changed_at, _one.created_at)


async def purge(connection: AsyncConnection, days: Retention, zone: ZoneInfo, now: datetime) -> list[Purged]:
    """Erase what has come to its limit. Returns a line for each kind, those with nothing to do as well."""
    over = {kind: kept_since(getattr(days, kind), now, zone) for kind in ("registration", "feedback", "announcement")}
    lapsed = await guests.expire(connection, now)
    came = await _registrations(connection, over["registration"])
    thought = await _feedback(connection, over["feedback"])
    return [
        Purged("guest", lapsed, "48 hours without a confirmation"),
        Purged("registration", came, f"{days.registration} days after the session"),
        Purged("feedback", thought, f"{days.feedback} days after the session"),
        Purged(
            "announcement",
            await _announcements(connection, over["announcement"]),
            f"{days.announcement} days after the session or the sending",
        ),
    ]


def _before(moment: datetime) -> Select[Any]:
    return select(_one.id).where(moment > ENDED)


async def _registrations(connection: AsyncConnection, before: datetime) -> int:
    """Who came, and the addresses of those who registered by e-mail, which nothing else is kept for."""
    over = registrations.c.announcement.in_(_before(before))
    gone = await connection.scalar(select(func.count()).select_from(registrations).where(over)) or 0
    addresses = select(guest_rows.c.id).where(guest_rows.c.announcement.in_(_before(before)))
    await guests.forget(connection, (await connection.scalars(addresses)).all())
    await connection.execute(delete(registrations).where(over))
    return gone


async def _feedback(connection: AsyncConnection, before: datetime) -> int:
    query = select(given.c.announcement).where(given.c.announcement.in_(_before(before))).distinct()
    about = (await connection.scalars(query.order_by(given.c.announcement))).all()
    return sum([await feedback.forget(connection, one) for one in about])


async def _announcements(connection: AsyncConnection, before: datetime) -> int:
    ended: Sequence[str] = (await connection.scalars(_before(before).order_by(_one.id))).all()
    for one in ended:
        await notices.forget(connection, one)
        await feedback.forget(connection, one)
        await connection.execute(delete(listed_people).where(listed_people.c.announcement == one))
    # What the content names would be laid anew at the next start: it stays, and nobody is named by it any more.
    unnamed = update(announcements).where(_one.id.in_(ended), _one.origin.is_not(None))
    await connection.execute(unnamed.values(author=None, approver=None))
    mine = delete(announcements).where(_one.id.in_(ended), _one.origin.is_(None))
    return (await connection.execute(mine)).rowcount
