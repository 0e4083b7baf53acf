"""What waits to be sent by mail: the ledger's deliveries to guests, taken and written down as every other is.

A mail cannot be replaced in place: of what has been sent once, later revisions are only noted.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.notice_tables import deliveries, notices

# Longer than a mail server may take for all its answers to what is taken at once.
LEASE = timedelta(minutes=5)


@dataclass(frozen=True)
class Waiting:
    """One mail to one guest. `is_sent` says that she has an earlier revision of it; `fence` is as of a delivery."""

    id: str
    kind: str
    subject: str
    guest: str
    revision: int
    attempts: int
    fence: int
    is_sent: bool
    occurrence: str = ""


def _waits(now: datetime) -> ColumnElement[bool]:
    return deliveries.c.guest.is_not(None) & deliveries.c.state.in_(["new", "sending"]) & (deliveries.c.due_at <= now)


async def is_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether there is anything to be sent."""
    return await connection.scalar(select(deliveries.c.id).where(_waits(now)).limit(1)) is not None


async def take(connection: AsyncConnection, now: datetime, most: int) -> list[Waiting]:
    """Lease what is due to the caller, oldest first. What lapsed is sent again: a mail has an id of its own."""
    query = (
        select(deliveries, notices.c.kind, notices.c.subject, notices.c.occurrence)
        .join(notices, notices.c.id == deliveries.c.notice)
        .where(_waits(now))
        .order_by(deliveries.c.due_at, deliveries.c.id)
        .limit(most)
        .with_for_update(of=deliveries, skip_locked=True)
    )
    rows = (await connection.execute(query)).all()
    taken = deliveries.c.id.in_([row.id for row in rows])
    lapsed = taken & (deliveries.c.state == "sending") & (deliveries.c.seen == 0)
    await connection.execute(update(deliveries).where(lapsed).values(doubles=deliveries.c.doubles + 1))
    values = {"state": "sending", "fence": deliveries.c.fence + 1, "due_at": now + LEASE}
    await connection.execute(update(deliveries).where(taken).values(values))
    return [_waiting(row) for row in rows]


def _waiting(row: Row[Any]) -> Waiting:
    is_sent, tries = row.seen > 0, row.attempts + 1
    return Waiting(
        row.id, row.kind, row.subject, row.guest, row.wanted, tries, row.fence + 1, is_sent, row.occurrence
    )  # fmt: skip


async def sent(connection: AsyncConnection, one: Waiting, now: datetime) -> None:
    """It was handed to the mail server, or needs no mail any more."""
    await _write(connection, one, {"state": "sent", "seen": one.revision, "reason": "", "due_at": now})


async def later(connection: AsyncConnection, one: Waiting, due: datetime) -> None:
    """The mail server could not take it; to be tried again at `due`."""
    await _write(connection, one, {"state": "new", "attempts": one.attempts, "due_at": due})


async def dead(connection: AsyncConnection, one: Waiting, reason: str, now: datetime) -> None:
    """It can never arrive."""
    await _write(connection, one, {"state": "dead", "reason": reason, "due_at": now})


async def _write(connection: AsyncConnection, one: Waiting, values: dict[str, object]) -> None:
    # Whoever holds an older lease writes nothing; what was cancelled on its way (`wanted` 0) is not wanted again.
    ours = (deliveries.c.id == one.id) & (deliveries.c.fence == one.fence)
    await connection.execute(update(deliveries).where(ours).values(values))
    unwanted = ours & (deliveries.c.wanted == 0) & (deliveries.c.state == "new")
    await connection.execute(update(deliveries).where(unwanted).values(state="cancelled"))
    behind = ours & (deliveries.c.state == "sent") & (deliveries.c.wanted > one.revision)
    await connection.execute(update(deliveries).where(behind).values(state="new"))
