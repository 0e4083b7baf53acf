"""Where the app is, as Teams tells it: in whatever order, twice, or late.

What Teams tells carries the moment at which it happened. Of each place the newest such moment is kept, also of a place
that was not known before: what is older and comes later changes nothing.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Table, or_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.announcement_tables import teams
from storage.people import Conversation
from storage.rosters import Team
from storage.tables import conversations
from storage.upserts import insert_once


async def hear_of_chat(connection: AsyncConnection, chat: Conversation, now: datetime, told: datetime | None) -> bool:
    """Whether what Teams told of a chat or channel, at `told` by its own clock, is the newest that it has told."""
    row: dict[str, Any] = {"kind": chat.kind, "tenant": chat.tenant, "service_url": chat.service_url}
    row |= {"id": chat.id, "bot_id": chat.bot_id, "person": chat.person, "seen_at": now, "ended_at": now}
    return await _hear(connection, conversations, row, told)


async def hear_of_team(connection: AsyncConnection, team: Team, now: datetime, told: datetime | None) -> bool:
    """The same of a team."""
    row: dict[str, Any] = {"id": team.id, "name": team.name, "tenant": team.tenant, "service_url": team.service_url}
    return await _hear(connection, teams, row | {"seen_at": now, "ended_at": now}, told)


async def _hear(connection: AsyncConnection, table: Table, row: dict[str, Any], told: datetime | None) -> bool:
    # Until its caller says otherwise, a place that is new has ended: its removal may be the first that is heard of it.
    if await insert_once(connection, table, row | {"told_at": told}) or told is None:
        return True
    older = or_(table.c.told_at.is_(None), table.c.told_at <= told)
    same = update(table).where(table.c.id == row["id"], older).values(told_at=told)
    return (await connection.execute(same)).rowcount == 1
