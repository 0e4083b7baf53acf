"""The teams that the app is in: their channels, and by digest their members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import case, delete, func, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.announcement_tables import team_members, teams
from storage.database import Moment
from storage.notices import waiting_in
from storage.people import Conversation, remember_conversation
from storage.tables import conversations
from storage.upserts import insert_all, insert_once

# After so long a roster that could not be read is tried again, and at most so long it waits.
FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(hours=1)


@dataclass(frozen=True)
class Team:
    """A team that the app was added to, by Teams' own id. `read_at` is when its members were read the last time."""

    id: str
    name: str
    tenant: str
    service_url: str
    read_at: datetime | None = None


@dataclass(frozen=True)
class Channel:
    """A channel that can be written to, with its team's name."""

    id: str
    name: str
    team: str
    team_name: str


async def remember_team(connection: AsyncConnection, team: Team, now: datetime) -> None:
    """Store, or bring up to date, a team that the app is in. An empty name leaves the one that is known."""
    values = {"tenant": team.tenant, "service_url": team.service_url, "seen_at": now, "ended_at": None}
    if not await insert_once(connection, teams, {"id": team.id, "name": team.name, **values}):
        named = {"name": team.name} if team.name else {}
        await connection.execute(update(teams).where(teams.c.id == team.id).values(values | named))


async def remember_channel(
    connection: AsyncConnection, chat: Conversation, team: str, name: str, now: datetime
) -> None:
    """Store, or bring up to date, a channel of a team. An empty name leaves the one that is known.

    What could not be sent or changed there while the app was gone is due again.
    """
    ended = select(conversations.c.id).where(conversations.c.id == chat.id, conversations.c.ended_at.is_not(None))
    is_back = await connection.scalar(ended) is not None
    await remember_conversation(connection, chat, now)
    if is_back:
        await waiting_in(connection, chat.id, now)
    values = {"team": team} | ({"name": name} if name else {})
    await connection.execute(update(conversations).where(conversations.c.id == chat.id).values(values))


async def end_team(connection: AsyncConnection, team: str, now: datetime) -> None:
    """The app was removed from a team: its channels end, and its members are forgotten."""
    await connection.execute(update(teams).where(teams.c.id == team).values(ended_at=now, read_at=None))
    live = (conversations.c.team == team) & conversations.c.ended_at.is_(None)
    await connection.execute(update(conversations).where(live).values(ended_at=now))
    await connection.execute(delete(team_members).where(team_members.c.team == team))


async def set_members(
    connection: AsyncConnection, team: str, object_ids: Iterable[str], tenant: str, now: datetime
) -> None:
    """Make these people of a tenant the members of a team; of a team that has ended there are none."""
    same = (teams.c.id == team) & teams.c.ended_at.is_(None)
    read = {"read_at": now, "read_due_at": None, "read_tries": 0}
    if not (await connection.execute(update(teams).where(same).values(read))).rowcount:
        return
    index = await vault.index(connection)
    # The same digest as `people.lookup`: who is met later is known as a member at once.
    wanted = {index.digest("person", tenant, one) for one in object_ids}
    query = select(team_members.c.lookup).where(team_members.c.team == team)
    held = set((await connection.scalars(query)).all())
    for lookup in held - wanted:
        gone = (team_members.c.team == team) & (team_members.c.lookup == lookup)
        await connection.execute(delete(team_members).where(gone))
    await insert_all(connection, team_members, [{"team": team, "lookup": one} for one in sorted(wanted - held)])


async def list_teams(connection: AsyncConnection) -> list[Team]:
    """The teams that the app is in, by name."""
    query = select(teams).where(teams.c.ended_at.is_(None)).order_by(teams.c.name, teams.c.id)
    rows = (await connection.execute(query)).all()
    return [Team(row.id, row.name, row.tenant, row.service_url, row.read_at) for row in rows]


async def list_channels(connection: AsyncConnection) -> list[Channel]:
    """The channels that can be written to, by the names of their teams and their own; the general one has none."""
    columns = (conversations.c.id, conversations.c.name, conversations.c.team, teams.c.name.label("team_name"))
    live = (conversations.c.kind == "channel") & conversations.c.ended_at.is_(None) & teams.c.ended_at.is_(None)
    query = select(*columns).join(teams, teams.c.id == conversations.c.team).where(live)
    # The databases differ on where what has no name stands: the general channel comes first.
    name = func.coalesce(conversations.c.name, "")
    rows = (await connection.execute(query.order_by(teams.c.name, name, conversations.c.id))).all()
    return [Channel(row.id, row.name or "", row.team, row.team_name) for row in rows]


async def find_team(connection: AsyncConnection, team: str) -> Team | None:
    """A team that the app is in."""
    return next((one for one in await list_teams(connection) if one.id == team), None)


async def was_left(connection: AsyncConnection, team: str, told: datetime | None) -> bool:
    """Whether the app was removed from a team after this moment of Teams' clock."""
    query = select(teams.c.told_at).where(teams.c.id == team, teams.c.ended_at.is_not(None))
    left: datetime | None = await connection.scalar(query)
    return left is not None and told is not None and told < left


async def greet(connection: AsyncConnection, team: str) -> bool:
    """Whether the bot has still to introduce itself to a team; from now on it has not."""
    new = (teams.c.id == team) & teams.c.greeted.is_(False)
    return bool((await connection.execute(update(teams).where(new).values(greeted=True))).rowcount)


async def doubt(connection: AsyncConnection, team: str, now: datetime) -> None:
    """What was read of a team may be so no more; unless it has been read by then, it is due after a while."""
    values = {"read_at": None, "read_due_at": now + FIRST_PAUSE, "read_tries": 0}
    await connection.execute(update(teams).where(teams.c.id == team).values(values))


async def take_due(connection: AsyncConnection, now: datetime) -> list[str]:
    """The teams, by id, that are to be read again now. Whichever fails is due anew, each time twice as late."""
    due = teams.c.ended_at.is_(None) & (teams.c.read_due_at <= now)
    rows = (await connection.execute(select(teams).where(due).order_by(teams.c.id).with_for_update())).all()
    for row in rows:
        pause = min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(row.read_tries + 1, 10))
        values = {"read_due_at": now + pause, "read_tries": row.read_tries + 1}
        await connection.execute(update(teams).where(teams.c.id == row.id).values(values))
    return [row.id for row in rows]


async def is_any_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether any is to be read again now; a look that waits for no writer."""
    query = select(teams.c.id).where(teams.c.ended_at.is_(None), teams.c.read_due_at <= now)
    return await connection.scalar(query.limit(1)) is not None


async def put_off(connection: AsyncConnection, team: str, until: datetime) -> None:
    """A team could not be read: it is tried again, not before `until`."""
    later = case((teams.c.read_due_at > until, teams.c.read_due_at), else_=literal(until, Moment))
    await connection.execute(update(teams).where(teams.c.id == team).values(read_due_at=later))


async def unread(connection: AsyncConnection, wanted: Iterable[str]) -> list[str]:
    """The names of those among these teams whose members are not all known."""
    return [one.name for one in await list_teams(connection) if one.read_at is None and one.id in set(wanted)]


async def list_stale(connection: AsyncConnection, before: datetime) -> list[str]:
    """The teams, by id, that have not been read since this moment."""
    old = teams.c.read_at.is_(None) | (teams.c.read_at < before)
    query = select(teams.c.id).where(teams.c.ended_at.is_(None), old).order_by(teams.c.id)
    return list((await connection.scalars(query)).all())


async def set_channels(connection: AsyncConnection, team: Team, named: Mapping[str, str], now: datetime) -> bool:
    """Make these, by id and name, the channels of a team; False when the app has left it."""
    same = (teams.c.id == team.id) & teams.c.ended_at.is_(None)
    values = {"seen_at": now} | ({"name": team.name} if team.name else {})
    if not (await connection.execute(update(teams).where(same).values(values))).rowcount:
        return False
    bot = await connection.scalar(select(conversations.c.bot_id).where(conversations.c.id == team.id)) or ""
    for key, name in named.items():
        chat = Conversation(key, "channel", team.tenant, team.service_url, bot)
        await remember_channel(connection, chat, team.id, name, now)
    gone = (conversations.c.team == team.id) & conversations.c.ended_at.is_(None) & conversations.c.id.not_in(named)
    await connection.execute(update(conversations).where(gone).values(ended_at=now))
    return True
