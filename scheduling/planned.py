"""Sends what was planned when its hour has come, and lets coordinators see how far a broadcast has come."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from storage import announcements, broadcasts, registrations, spreading
from storage.database import Database
from storage.notice_tables import notices
from storage.notices import redraw
from storage.progress import figures

log = structlog.get_logger()

# For how long a broadcast is followed after it has begun: those who install the app later still get it.
FOLLOWED = timedelta(days=14)


async def send_planned(database: Database, clock: Clock) -> int:
    """Send each announcement whose hour has come. Returns how many went out."""
    now = clock.now()
    async with database.write() as connection:
        due = await announcements.planned(connection, now)
        # After a downtime a session may be over: nobody is invited to it any more.
        late = [one for one in due if one.session and not one.is_ahead(now)]
        left = [await broadcasts.leave_unsent(connection, one, now) for one in late]
        gone = [await broadcasts.go_out(connection, one, now) for one in due if one not in late]
    if any(left):
        log.warning("announcements too late", count=sum(one is not None for one in left))
    count = sum(one is not None for one in gone)
    if count:
        log.info("announcements sent", count=count)
    return count


@dataclass
class Follower:
    """Has the progress cards drawn anew when there is something new on them, and a last time when all is done."""

    database: Database
    clock: Clock
    wake: Callable[[], None]
    seen: dict[str, str] = field(default_factory=dict)

    async def round(self) -> int:
        """Look once; called every few seconds, so that what happens in between is one change. Returns the changes."""
        now = self.clock.now()
        async with self.database.read() as connection:
            query = select(notices.c.subject).where(notices.c.kind == "progress", notices.c.created_at > now - FOLLOWED)
            subjects = list((await connection.scalars(query)).all())
            fresh = {one: await _told(connection, one) for one in subjects}
        changed = [one for one, told in fresh.items() if self.seen.get(one) != told]
        if changed:
            async with self.database.write() as connection:
                for one in changed:
                    await redraw(connection, one, now, {"progress"})
            self.wake()
        # Only what has been written is known: a round that breaks is done again.
        self.seen = fresh
        return len(changed)


async def _told(connection: AsyncConnection, subject: str) -> str:
    found = await figures(connection, subject, spreading.KINDS)
    one = await announcements.find(connection, subject)
    return repr((found, await registrations.figures(connection, subject), one and one.state))
