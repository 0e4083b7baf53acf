"""Registration by e-mail, for people without Teams: an address is asked for, and nothing else.

Whoever asks gets the same answer, whether the address is known or not. A link in a mail only shows a page: programs
that look at mails follow links, and must not register anybody.
"""

import asyncio
import re
from collections.abc import Mapping
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import quote

from aiohttp import web
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.mailing import LINK, STATE
from bot.public_answers import HEADERS, language_of, missing, shown
from bot.rates import Rates
from documents.pages import Pages
from documents.sessions import Entry, entry, language_within
from domain.announcements import Announcement
from domain.identity_codes import cut_out, identity_codes
from domain.refusals import Refused
from domain.registrations import Coming
from storage import announcements, guests, notices, registrations, seats, vault
from storage.announcement_tables import guests as table
from storage.erasures import Erasure
from storage.notices import Notice
from storage.registrations import Registrant

ATOM, LABEL = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+", r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
# Nothing that a mail program would have to decode: `=?…?=` before the @ is another address to whoever reads it.
ADDRESS = re.compile(rf"(?!.*=\?)(?=.{{1,64}}@){ATOM}(\.{ATOM})*@{LABEL}(\.{LABEL})+", re.IGNORECASE | re.ASCII)
LONGEST = 254
SECONDS = 10.0
EACH_ADDRESS, EACH_SOURCE = 5, 60
# What can be said after a press. Each has an address of its own: seen again, or in another language, nothing is sent.
SAID = ("asked", "cancelled", "late")
# Filled in by programs only: people do not see it.
TRAP = "website"


class Registering:
    """The form, and the page behind the link in a mail."""

    def __init__(self, desk: Desk, pages: Pages) -> None:
        self._desk, self._pages = desk, pages
        self._addresses, self._sources = Rates(EACH_ADDRESS), Rates(EACH_SOURCE)

    async def form(self, request: web.Request) -> web.Response:
        """Where an address is asked for."""
        one = await self._session(request)
        return self._form(request, one) if one else missing(request, self._pages)

    async def ask(self, request: web.Request) -> web.Response:
        """An address was given: a mail goes to it, if it is one."""
        one, typed = await self._session(request), await _typed(request)
        if one is None:
            return missing(request, self._pages)
        address = typed.get("address", "").strip()
        if wrong := _wrong(address):
            # It is shown again, and browsers keep what they are shown.
            return self._form(request, one, cut_out(address)[:LONGEST], wrong)
        language = typed.get("language", "")
        wished = language if language in self._pages.languages else language_of(request, self._pages)
        if not typed.get(TRAP):
            try:
                await self._write_to(_source(request), one.id, address, wished)
            except Refused:
                return self._seen(request, "late")
        return self._seen(request, "asked")

    async def said(self, which: str, request: web.Request) -> web.Response:
        """What has become of a press: one of `SAID`."""
        return self._told(request, f"page-register-{which}")

    async def link(self, request: web.Request) -> web.Response:
        """What the link in a mail leads to: where she stands, and buttons."""
        language = language_of(request, self._pages)
        async with self._desk.database.read() as connection:
            guest = await guests.by_token(connection, request.match_info["token"], self._desk.clock.now())
            one = await announcements.find(connection, guest.announcement) if guest else None
            stands = await guests.of(connection, guest.id) if guest else None
            shown_one = await self._entry(connection, one, language) if guest and one else None
        if guest is None or shown_one is None:
            return self._told(request, "page-register-gone", 410)
        return shown(self._pages.own(language, shown_one, stands.value if stands else ""))

    async def press(self, request: web.Request) -> web.Response:
        """One of those buttons."""
        typed, token = await _typed(request), request.match_info["token"]
        act = self._cancel if typed.get("do") == "cancel" else self._confirm
        try:
            async with self._desk.database.write() as connection:
                said = await act(connection, token, self._desk.clock.now())
        except Refused:
            said = "late"
        return self._seen(request, said or quote(token, safe=""))

    async def _confirm(self, connection: AsyncConnection, token: str, now: datetime) -> str:
        guest = await guests.confirm(connection, token, now)
        if guest is None:
            return ""
        who = Registrant(guest=guest.id)
        given = await registrations.answer(connection, guest.announcement, who, Coming.COMING, now)
        await _mail(connection, Notice(STATE, guest.announcement, guest.id), guest.id, now)
        await registrations.tell_moved(connection, guest.announcement, given.moved_up, now)
        return ""

    async def _cancel(self, connection: AsyncConnection, token: str, now: datetime) -> str:
        guest = await guests.by_token(connection, token, now)
        moved = await guests.cancel(connection, token, now)
        if guest is None or moved is None:
            return ""
        await registrations.tell_moved(connection, guest.announcement, moved, now)
        await self._desk.note_erasure(Erasure("guest", guest.id), now)
        return "cancelled"

    async def _write_to(self, source: str, which: str, address: str, language: str) -> None:
        async with self._desk.database.write() as connection:
            tag = (await vault.index(connection)).digest("rate", address.lower())
            # Both are counted, whatever the other says.
            allowed = [self._sources.allows(source), self._addresses.allows(tag)]
            if all(allowed):
                await self._ask(connection, which, address, language)

    async def _ask(self, connection: AsyncConnection, which: str, address: str, language: str) -> None:
        now = self._desk.clock.now()
        guest, _ = await guests.ask(connection, which, address, language, now)
        # Asked again, it is written to again, but once an hour.
        occurrence = f"{guest.id[:20]}{now:%Y%m%d%H}"
        await _mail(connection, Notice(LINK, which, occurrence), guest.id, now)

    async def _session(self, request: web.Request) -> Announcement | None:
        """The session of the address, while one can register for it."""
        now = self._desk.clock.now()
        async with self._desk.database.read() as connection:
            one = await announcements.find(connection, request.match_info["name"])
        return one if one and one.takes_place and one.is_ahead(now) else None

    async def _entry(self, connection: AsyncConnection, one: Announcement, language: str) -> Entry | None:
        full = await seats.seats_of(connection, [one])
        speech, centre = self._pages.speech(language), self._desk.content.centre
        return entry(one, one.session, full[one.id], centre, speech) if one.session else None

    def _form(self, request: web.Request, one: Announcement, typed: str = "", wrong: str = "") -> web.Response:
        language = language_of(request, self._pages)
        speech = self._pages.speech(language)
        session = one.session
        when = speech.span(session.start, session.end) if session else ""
        about = {"title": speech.pick(one.wording.title), "when": when, "path": f"/sessions/{one.id}/register"}
        about["title_language"] = language_within(one.wording.title, speech)
        return shown(self._pages.register(language, about, typed, wrong), 422 if wrong else 200)

    def _told(self, request: web.Request, key: str, status: int = 200) -> web.Response:
        return shown(self._pages.told(language_of(request, self._pages), f"{key}-title", key), status)

    def _seen(self, request: web.Request, where: str) -> web.Response:
        language = language_of(request, self._pages)
        return web.Response(status=303, headers={**HEADERS, "Location": f"/register/{where}?lang={language}"})


def _wrong(address: str) -> str:
    """What is wrong with an address that was given, as a key; empty when nothing is."""
    if identity_codes(address):
        return "page-register-code"
    return "" if ADDRESS.fullmatch(address) and len(address) <= LONGEST else "page-register-wrong"


def _source(request: web.Request) -> str:
    """Where a request comes from: behind a proxy of ours, whoever it says that it speaks for."""
    peer, told = request.remote or "", request.headers.get("X-Forwarded-For", "")
    try:
        is_proxy = ip_address(peer).is_private
    except ValueError:
        is_proxy = False
    return (told.rpartition(",")[2].strip() or peer)[:64] if is_proxy else peer


async def _typed(request: web.Request) -> Mapping[str, str]:
    if request.content_type != "application/x-www-form-urlencoded":
        raise web.HTTPUnsupportedMediaType
    try:
        async with asyncio.timeout(SECONDS):
            return {name: value for name, value in (await request.post()).items() if isinstance(value, str)}
    except TimeoutError as slow:
        raise web.HTTPRequestTimeout from slow
    except ValueError as broken:
        raise web.HTTPBadRequest from broken


async def _mail(connection: AsyncConnection, notice: Notice, guest: str, now: datetime) -> None:
    await notices.tell_guests(connection, notice, select(table.c.id).where(table.c.id == guest), now)
