"""How far a notice has come: how many have it, who was not reached and why."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, case, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.notice_tables import deliveries
from storage.notices import about

# Nobody has missed what was of no use any more, or not wished for.
KEPT_BACK = ("nothing", "off")


@dataclass(frozen=True)
class Figures:
    """Recipients by state; `dead` by the key of its reason. `reached` have some revision, `sent` the last one.

    `doubles` counts copies that may be there twice. `people`, `channels` and `guests` are whom it was meant for.
    """

    waiting: int = 0
    sending: int = 0
    sent: int = 0
    unknown: int = 0
    dead: Mapping[str, int] = field(default_factory=dict)
    cancelled: int = 0
    doubles: int = 0
    reached: int = 0
    people: int = 0
    channels: int = 0
    guests: int = 0

    @property
    def all(self) -> int:
        """How many deliveries there are."""
        return self.people + self.channels + self.guests


async def figures(connection: AsyncConnection, subject: str, kinds: Collection[str]) -> Figures:
    """How far what is told of a subject has come; who is told by several messages is one of those in the same state."""
    one = deliveries.c
    whom = func.coalesce(one.person, one.channel, one.guest, one.id)
    return await _count(connection, about(subject, kinds), whom)


async def stock(connection: AsyncConnection, since: datetime | None = None) -> Figures:
    """What has not got through, over all: the deliveries that are dead and unknown, only those of after `since`."""
    stuck = deliveries.c.state.in_(["dead", "unknown"]) & deliveries.c.reason.not_in(KEPT_BACK)
    recent = stuck if since is None else stuck & (deliveries.c.due_at > since)
    return await _count(connection, recent, deliveries.c.id)


async def _count(connection: AsyncConnection, which: ColumnElement[bool], whom: ColumnElement[str]) -> Figures:
    one = deliveries.c
    counts = (
        func.count(whom.distinct()).label("all"),
        func.count(one.channel.distinct()).label("channels"),
        func.count(one.guest.distinct()).label("guests"),
        func.coalesce(func.sum(one.doubles), 0).label("doubles"),
        func.count(case((one.seen > 0, true()))).label("reached"),
    )
    query = select(one.state, one.reason, *counts).where(which).group_by(one.state, one.reason)
    return _figures((await connection.execute(query)).all())


def _figures(rows: Sequence[Row[Any]]) -> Figures:
    def among(state: str) -> int:
        return sum(row.all for row in rows if row.state == state)

    channels, guests = sum(row.channels for row in rows), sum(row.guests for row in rows)
    return Figures(
        waiting=among("new"),
        sending=among("sending"),
        sent=among("sent"),
        unknown=among("unknown"),
        dead={row.reason: row.all for row in rows if row.state == "dead"},
        cancelled=among("cancelled"),
        doubles=sum(row.doubles for row in rows),
        reached=sum(row.reached for row in rows),
        people=sum(row.all for row in rows) - channels - guests,
        channels=channels,
        guests=guests,
    )
