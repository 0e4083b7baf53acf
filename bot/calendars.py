"""Calendar files and feeds for whoever asks for them: by a signed address, or what the public page tells anyway."""

import asyncio
import re
from datetime import datetime, timedelta

from aiohttp import web
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.public_answers import answer, language_of, missing, shown
from documents.addresses import PURPOSE, Verdict, judge
from documents.calendars import Issue, feed, session_file
from documents.pages import Pages
from domain.announcements import OFF, Announcement
from domain.centre import Topic
from storage import announcements, vault

ID = re.compile(r"[0-9a-f]{32}", re.ASCII)
# What has been stays in a subscribed calendar for so long.
BEHIND = timedelta(days=365)


async def in_feeds(connection: AsyncConnection, now: datetime) -> list[Announcement]:
    """What stands in the feeds at a moment: what lies ahead, and what has been within a year."""
    return await announcements.ended(connection, now - BEHIND, now) + await announcements.ahead(connection, now)


class Calendars:
    """The addresses that end in `.ics`."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk, self._pages = desk, pages

    async def calendar(self, request: web.Request) -> web.Response:
        """The feed of a topic, or by a signed address the file of a session with its way in."""
        name = request.match_info["name"]
        topic = self._desk.content.centre.announcing.topic(name)
        if topic and self._desk.site.page:
            return await self._feed(request, topic)
        if not ID.fullmatch(name):
            return missing(request, self._pages)
        async with self._desk.database.read() as connection:
            key = await vault.secret(connection, PURPOSE)
            one = await announcements.find(connection, name)
        verdict = judge(key, name, request.query, self._desk.clock.now())
        if verdict is Verdict.EXPIRED:
            said, kept = ("calendar-expired-title", "calendar-expired"), dict(request.query)
            return shown(self._pages.told(language_of(request, self._pages), *said, kept), 410)
        return self._file(request, one if verdict is Verdict.GOOD else None, with_link=True)

    async def public(self, request: web.Request) -> web.Response:
        """The file of a session as the public page tells it."""
        name = request.match_info["name"]
        if not ID.fullmatch(name):
            return missing(request, self._pages)
        async with self._desk.database.read() as connection:
            one = await announcements.find(connection, name)
        return self._file(request, one if one and one.is_found else None, with_link=False)

    def _issue(self, request: web.Request, *, with_link: bool) -> Issue:
        contact = next((one.email for one in self._desk.content.centre.contacts if one.email), "")
        speech = self._pages.speech(language_of(request, self._pages))
        return Issue(speech, self._desk.clock.now(), contact, with_link)

    def _file(self, request: web.Request, one: Announcement | None, *, with_link: bool) -> web.Response:
        if one is None or one.session is None:
            return missing(request, self._pages)
        day = one.session.start.astimezone(self._desk.content.centre.zone).date().isoformat()
        method = "CANCEL" if one.state in OFF else "PUBLISH"
        kind = f"text/calendar; charset=utf-8; method={method}"
        body = session_file(one, self._issue(request, with_link=with_link))
        return answer(request, body, kind, Content_Disposition=f'attachment; filename="ot-{day}.ics"')

    async def _feed(self, request: web.Request, topic: Topic) -> web.Response:
        async with self._desk.database.read() as connection:
            listed = await in_feeds(connection, self._desk.clock.now())
        about = sorted((one for one in listed if topic.key in one.topics), key=lambda one: one.id)
        # In a thread: hundreds of entries are written too slowly to let everybody else wait for them.
        body = await asyncio.to_thread(feed, topic, about, self._issue(request, with_link=False))
        return answer(request, body, "text/calendar; charset=utf-8; method=PUBLISH")
