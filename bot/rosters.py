"""Reads from Teams, off the turn, what no activity tells: a team's channels and members, a person's addresses."""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from bot.afterwards import Afterwards
from bot.answered import LEFT, NOT_INSTALLED
from bot.connector import Connector, Gone, Throttled, Unknown
from bot.desk import Desk
from bot.envelope import LONGEST
from bot.incoming import LONGEST_NAME, table
from bot.team_events import STANDARD
from domain.people import Actor
from storage import addresses, rosters
from storage.people import Conversation
from storage.rosters import Team

FRESH = timedelta(hours=1)
ADDRESSES_LAST = timedelta(days=30)
LOOK_SECONDS = 5.0
PAGE_SIZE = 500
MOST_PAGES = 400
# Who has been asked about is remembered, so that not every turn asks the database; when these are many, anew.
MOST_ASKED = 10_000
# Whoever does one of these may be about to choose a team.
CHOOSING = frozenset({"announcements", "announce", "address-list"})


class Rosters:
    """Reads rosters and addresses as errands of `errands`; nothing of them is kept but digests."""

    def __init__(self, desk: Desk, connector: Connector, errands: Afterwards) -> None:
        self._desk = desk
        self._connector = connector
        self._errands = errands
        self._asked: set[str] = set()
        self._stopped = asyncio.Event()

    def read(self, team: str) -> None:
        """Read a team's channels and members as soon as may be."""
        self._errands.do(lambda: self._read(team))

    async def run(self) -> None:
        """Read again, until stopped, what could not be read: what is due stands in the database."""
        while not self._stopped.is_set():
            await self.round()
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._stopped.wait()
            except TimeoutError:
                continue

    def stop(self) -> None:
        """Begin nothing more."""
        self._stopped.set()

    async def round(self) -> None:
        """Take in hand what is due now."""
        now = self._desk.clock.now()
        async with self._desk.database.read() as connection:
            if not await rosters.is_any_due(connection, now):
                return
        async with self._desk.database.write() as connection:
            due = await rosters.take_due(connection, now)
        for team in due:
            self.read(team)

    def before(self, action: str) -> None:
        """Somebody does this: where it may need a team's members, read those that are older than an hour."""
        if action in CHOOSING:
            self._errands.do(self._read_stale)

    def meet(self, actor: Actor, chat: Conversation) -> None:
        """A person is here: read her addresses, where that was not done in the last 30 days."""
        known = f"{actor.id} {self._desk.today(self._desk.clock.now())}"
        if not actor.id or chat.kind != "personal" or known in self._asked:
            return
        if len(self._asked) >= MOST_ASKED:
            self._asked.clear()
        self._asked.add(known)
        self._errands.do(lambda: self._read_addresses(actor, chat))

    async def _read_stale(self) -> None:
        async with self._desk.database.read() as connection:
            stale = await rosters.list_stale(connection, self._desk.clock.now() - FRESH)
        for team in stale:
            self.read(team)

    async def _read(self, team_id: str) -> None:
        async with self._desk.database.read() as connection:
            team = await rosters.find_team(connection, team_id)
        if team is None:
            return
        try:
            named, channels = await self._name(team), await self._channels(team)
            members = await self._members(team)
        except Gone as gone:
            await self._left(team, gone)
            return
        except (Throttled, Unknown) as busy:
            await self._put_off(team, busy.wait)
            raise
        now = self._desk.clock.now()
        async with self._desk.database.write() as connection:
            if await rosters.set_channels(connection, named, channels, now):
                await rosters.set_members(connection, team.id, members, team.tenant, now)

    async def _left(self, team: Team, gone: Gone) -> None:
        if gone.reason not in (NOT_INSTALLED, LEFT):
            await self._put_off(team, 0)
            raise gone
        # The event of its removal was lost.
        async with self._desk.database.write() as connection:
            await rosters.end_team(connection, team.id, self._desk.clock.now())

    async def _put_off(self, team: Team, seconds: float) -> None:
        pause = max(timedelta(seconds=seconds), rosters.FIRST_PAUSE)
        async with self._desk.database.write() as connection:
            await rosters.put_off(connection, team.id, self._desk.clock.now() + pause)

    async def _name(self, team: Team) -> Team:
        told = await self._connector.get(team.service_url, f"v3/teams/{quote(team.id, safe='')}")
        return Team(team.id, _text(told.get("name"))[:LONGEST_NAME], team.tenant, team.service_url)

    async def _channels(self, team: Team) -> dict[str, str]:
        told = await self._connector.get(team.service_url, f"v3/teams/{quote(team.id, safe='')}/conversations")
        return {team.id: ""} | dict(_channels_in(told))

    async def _members(self, team: Team) -> list[str]:
        path = f"v3/conversations/{quote(team.id, safe='')}/pagedmembers?pageSize={PAGE_SIZE}"
        members: list[str] = []
        after = ""
        for _ in range(MOST_PAGES):
            page = await self._connector.get(team.service_url, path + after)
            members += _members_in(page, team.tenant)
            token = _text(page.get("continuationToken"))
            if not token:
                break
            after = f"&continuationToken={quote(token, safe='')}"
        return members

    async def _read_addresses(self, actor: Actor, chat: Conversation) -> None:
        now = self._desk.clock.now()
        async with self._desk.database.read() as connection:
            read = await addresses.read_at(connection, chat.id)
        if read and now - read < ADDRESSES_LAST:
            return
        path = f"v3/conversations/{quote(chat.id, safe='')}/members/{quote(actor.object_id, safe='')}"
        told = await self._connector.get(chat.service_url, path)
        named = {_text(told.get(name)).casefold() for name in ("email", "userPrincipalName")}
        async with self._desk.database.write() as connection:
            await addresses.keep(connection, actor.id, chat.id, sorted(named - {""}), now)


def _text(value: object) -> str:
    return value if isinstance(value, str) and len(value) <= LONGEST else ""


def _list(value: object) -> list[dict[str, Any]]:
    return [table(one) for one in value] if isinstance(value, list) else []


def _channels_in(told: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    # What is private or shared has people of its own, and the app is not among them.
    standard = [one for one in _list(told.get("conversations")) if one.get("type") in (None, STANDARD)]
    return [(_text(one.get("id")), _text(one.get("name"))[:LONGEST_NAME]) for one in standard if _text(one.get("id"))]


def _members_in(page: Mapping[str, Any], tenant: str) -> list[str]:
    ours = [one for one in _list(page.get("members")) if _text(one.get("tenantId")).lower() in ("", tenant)]
    named = (_text(one.get("aadObjectId")) or _text(one.get("objectId")) for one in ours)
    return [one.lower() for one in named if one]
