"""How full sessions are: what stands beside them on a list."""

from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import Announcement
from domain.registrations import Coming, Seats
from storage.announcement_tables import registrations


async def seats_of(connection: AsyncConnection, sessions: Sequence[Announcement]) -> Mapping[str, Seats]:
    """The seats of sessions, by the announcement's id, in one query."""
    limits = {one.id: one.session.seats for one in sessions if one.session}
    kinds = registrations.c.announcement, registrations.c.state
    counted = select(*kinds, func.count()).where(registrations.c.announcement.in_(sorted(limits))).group_by(*kinds)
    rows = (await connection.execute(counted)).all() if limits else []
    counts = {(row[0], row[1]): row[2] for row in rows}
    return {
        key: Seats(limit, counts.get((key, Coming.COMING.value), 0), counts.get((key, Coming.WAITING.value), 0))
        for key, limit in limits.items()
    }
