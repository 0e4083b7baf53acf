"""What Teams has delivered: the same delivered again has no second effect.

A row says what happened, never what was answered: the second time the answer is drawn from the present state.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.trace_tables import inbound
from storage.upserts import insert_once

KEPT = timedelta(hours=48)
# An answer that is posted is out within this time, or the process that was to post it has died.
IN_FLIGHT = timedelta(seconds=30)


@dataclass(frozen=True)
class Arrival:
    """One activity: Teams' own ids of the conversation and of the activity in it."""

    conversation: str
    activity: str


@dataclass(frozen=True)
class Happened:
    """What an activity did: which verb, to which object of ours, at the version that it was drawn for."""

    verb: str = ""
    subject: str = ""
    version: int = 0


def _row(arrival: Arrival) -> ColumnElement[bool]:
    return and_(inbound.c.conversation == arrival.conversation, inbound.c.activity == arrival.activity)


async def arrive(connection: AsyncConnection, arrival: Arrival, now: datetime) -> Happened | None:
    """Write down an arrival; what it did before when it has been here already, else None.

    Belongs into the transaction of the effect, and first there: a second copy waits until the first is through.
    """
    values = {"conversation": arrival.conversation, "activity": arrival.activity, "at": now}
    if await insert_once(connection, inbound, values):
        return None
    row = (await connection.execute(select(inbound).where(_row(arrival)))).one()
    return Happened(row.verb, row.subject, row.version)


async def is_here(connection: AsyncConnection, arrival: Arrival) -> bool:
    """Whether this has been delivered before."""
    return await connection.scalar(select(inbound.c.at).where(_row(arrival))) is not None


async def keep(connection: AsyncConnection, arrival: Arrival, happened: Happened) -> None:
    """Write down what came of an arrival."""
    values = {"verb": happened.verb, "subject": happened.subject, "version": happened.version}
    await connection.execute(update(inbound).where(_row(arrival)).values(values))


async def take_over(connection: AsyncConnection, arrival: Arrival, now: datetime) -> bool:
    """Whether to post the answer that nobody has posted: True for one caller only, once who was to do it is gone."""
    left = ~inbound.c.answered & (inbound.c.at <= now - IN_FLIGHT)
    taken = update(inbound).where(_row(arrival), left).values(at=now)
    return (await connection.execute(taken)).rowcount == 1


async def answered(connection: AsyncConnection, arrival: Arrival) -> None:
    """The answer was posted and has got through."""
    await connection.execute(update(inbound).where(_row(arrival)).values(answered=True))


async def forget(connection: AsyncConnection, now: datetime) -> int:
    """Delete what is too old to be delivered again. Returns how many rows went."""
    return (await connection.execute(delete(inbound).where(inbound.c.at <= now - KEPT))).rowcount
