"""The public page: what anybody may read, from the announcements alone, and where it is found."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from aiohttp import web

from bot.calendars import Calendars, in_feeds
from bot.desk import Desk
from bot.public_answers import HTML, answer, in_words
from bot.registering import SAID, Registering
from documents.pages import ACCESSIBILITY, FOLDER, Offer, Pages
from documents.sessions import entry
from domain.centre import Group
from domain.meetings import Meeting, open_meetings
from storage import seats
from texts.speech import Speech

Answering = Callable[[web.Request], Awaitable[web.StreamResponse]]
PARTS = {"style.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


class Public:
    """The pages, drawn anew for every reader: what is called off is shown so at once. Nothing is changed by them."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk, self._pages = desk, pages
        self._parts = {name: (FOLDER / name).read_bytes() for name in PARTS}

    async def front(self, language: str, request: web.Request) -> web.Response:
        """The sessions ahead, and how to ask for a consultation."""
        offer = await self._offer(self._pages.speech(language))
        return answer(request, self._pages.front(language, offer).encode(), HTML, Content_Language=language)

    async def accessibility(self, language: str, request: web.Request) -> web.Response:
        """The accessibility statement."""
        return answer(request, self._pages.accessibility(language).encode(), HTML, Content_Language=language)

    async def part(self, name: str, request: web.Request) -> web.Response:
        """The page's style and its icon."""
        return answer(request, self._parts[name], PARTS[name])

    async def _offer(self, speech: Speech) -> Offer:
        desk, now = self._desk, self._desk.clock.now()
        centre = desk.content.centre
        async with desk.database.read() as connection:
            fed = await in_feeds(connection, now)
            ahead = [one for one in fed if one.is_ahead(now)]
            full = await seats.seats_of(connection, ahead)
        entries = [entry(one, one.session, full[one.id], centre, speech) for one in ahead if one.session]
        groups = [(one, _meetings(one, now)) for one in centre.groups.values()]
        return Offer(entries, groups, {topic for one in fed for topic in one.topics})


def _meetings(group: Group, now: datetime) -> list[Meeting]:
    return open_meetings(group.key, group.meetings, now) if group.meetings else []


def add_public(application: web.Application, desk: Desk) -> None:
    """Let the application answer anybody, as far as the settings allow it."""
    if not desk.site.url:
        return
    pages, router = Pages(desk.texts, desk.content.centre, desk.site), application.router
    calendars = Calendars(desk, pages)
    router.add_get("/calendar/{name}.ics", calendars.calendar)
    for name in PARTS:
        # Also without the page: the sentence that an address has run out stands on one.
        router.add_get(f"/page/{name}", partial(Public(desk, pages).part, name))
    if desk.site.page:
        application.middlewares.append(in_words(pages))
        router.add_get("/sessions/{name}.ics", calendars.public)
        _add_pages(router, Public(desk, pages), pages)
    if desk.site.page and desk.site.mail:
        _add_registering(router, Registering(desk, pages))


def _add_pages(router: web.UrlDispatcher, public: Public, pages: Pages) -> None:
    for language in pages.languages:
        router.add_get(pages.path(language), partial(public.front, language))
        router.add_get(pages.path(language, ACCESSIBILITY), partial(public.accessibility, language))


def _add_registering(router: web.UrlDispatcher, registering: Registering) -> None:
    router.add_get("/sessions/{name}/register", registering.form)
    router.add_post("/sessions/{name}/register", registering.ask)
    for said in SAID:
        router.add_get(f"/register/{said}", partial(registering.said, said))
    router.add_get("/register/{token}", registering.link)
    router.add_post("/register/{token}", registering.press)
