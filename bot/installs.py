"""Keeps where the app is: chats, teams and their channels."""

from dataclasses import replace

from botbuilder.schema import Activity
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.incoming import arrival_of, caller_of, chat_of, tenant_of
from bot.notices import catch_up
from bot.rosters import Rosters
from bot.team_events import Named, News, channel_of, news_of, team_of, told_at
from storage import inbound, installs, notices, people, rosters, vault
from storage.rosters import Team


class Installs:
    """Hears what Teams tells of the app, and decides by the moment that Teams gives it, not by the order."""

    def __init__(self, desk: Desk, readers: Rosters) -> None:
        self._desk = desk
        self._rosters = readers

    async def hear(self, activity: Activity) -> bool:
        """Keep what an activity tells; whether the bot has still to introduce itself there."""
        news = news_of(activity)
        if news is None:
            return False
        introduces = await self._keep(activity, news)
        # Only what is committed can be read about.
        team = team_of(activity)
        if team and news is not News.GONE:
            self._rosters.read(team.id)
        return introduces

    async def _keep(self, activity: Activity, news: News) -> bool:
        arrival, team = arrival_of(activity), team_of(activity)
        async with self._desk.database.write() as connection:
            if arrival and await inbound.arrive(connection, arrival, self._desk.clock.now()):
                # A late copy of a removal must not end what has begun anew since.
                again = await inbound.take_over(connection, arrival, self._desk.clock.now())
                return again and _introduces(activity, news)
            if team is None:
                return await self._keep_chat(activity, news, connection)
            return await self._keep_team(activity, news, team, connection)

    async def _keep_chat(self, activity: Activity, news: News, connection: AsyncConnection) -> bool:
        now, caller = self._desk.clock.now(), caller_of(activity)
        actor = await people.meet(connection, caller, now) if caller else None
        chat = chat_of(activity, actor.id if actor else None)
        if not await installs.hear_of_chat(connection, chat, now, told_at(activity)):
            return False
        if news is News.GONE:
            await people.end_conversation(connection, chat.id, now)
            return False
        await people.remember_conversation(connection, chat, now)
        if actor and chat.person:
            await notices.waiting_for(connection, actor.id, now)
            await catch_up(connection, actor, now)
        return actor is not None and _introduces(activity, news)

    async def _keep_team(self, activity: Activity, news: News, named: Named, connection: AsyncConnection) -> bool:
        team = Team(named.id, named.name, tenant_of(activity), activity.service_url)
        # Guests of another tenant may ask, but their teams are no channels of the centre.
        if team.tenant != vault.home(connection):
            return False
        if news in (News.HERE, News.GONE):
            return await self._keep_app(activity, news, team, connection)
        if await rosters.was_left(connection, team.id, told_at(activity)):
            return False
        # Whoever hears from inside a team is in it, even where the event of its coming was lost.
        await self._enter(activity, team, connection)
        if news is not News.MEMBERS:
            await self._keep_channel(activity, news, team, connection)
        return False

    async def _keep_app(self, activity: Activity, news: News, team: Team, connection: AsyncConnection) -> bool:
        now = self._desk.clock.now()
        if not await installs.hear_of_team(connection, team, now, told_at(activity)):
            return False
        if news is News.GONE:
            await rosters.end_team(connection, team.id, now)
            return False
        await self._enter(activity, team, connection)
        return await rosters.greet(connection, team.id)

    async def _enter(self, activity: Activity, team: Team, connection: AsyncConnection) -> None:
        now, here = self._desk.clock.now(), chat_of(activity, None)
        await rosters.remember_team(connection, team, now)
        # The general channel has the team's own id.
        await rosters.remember_channel(connection, replace(here, id=team.id, kind="channel"), team.id, "", now)
        await rosters.doubt(connection, team.id, now)

    async def _keep_channel(self, activity: Activity, news: News, team: Team, connection: AsyncConnection) -> None:
        now, named = self._desk.clock.now(), channel_of(activity)
        if named is None:
            return
        chat = replace(chat_of(activity, None), id=named.id, kind="channel")
        if not await installs.hear_of_chat(connection, chat, now, told_at(activity)):
            return
        if news is News.CHANNEL_GONE:
            await people.end_conversation(connection, chat.id, now)
        else:
            await rosters.remember_channel(connection, chat, team.id, named.name, now)


def _introduces(activity: Activity, news: News) -> bool:
    # The other events that come with it are about the same; so a person is greeted once, and not after an upgrade.
    return news is News.HERE and (team_of(activity) is not None or activity.action == "add")
