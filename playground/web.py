"""The playground's chat page: static files, what a tab does, and a socket for what a tab sees."""

from __future__ import annotations

import asyncio
import base64
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from aiohttp import web

from playground.chats import Change, Conversation, Message
from playground.client import Client
from playground.courier import Answer
from playground.elements import Json
from playground.teams import LOOPBACK, Teams

HERE = Path(__file__).parent
LIBRARIES = {
    "adaptivecards.js": HERE / "node_modules/adaptivecards/dist/adaptivecards.min.js",
    "markdown-it.js": HERE / "node_modules/markdown-it/dist/markdown-it.min.js",
}
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
# A file comes in base64, and one that is too large for the bot has to get as far as the bot.
LARGEST = 8_000_000
LOCALES = ("fi-FI", "sv-FI", "en-GB")
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def missing_libraries() -> list[str]:
    """Names of the page's libraries that are not installed."""
    return [name for name, file in LIBRARIES.items() if not file.is_file()]


@web.middleware
async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only this machine's own page and the bot may talk to the playground, no other site's page."""
    host = urlsplit(f"//{request.host}").hostname or ""
    origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site", "none")
    navigates = request.headers.get("Sec-Fetch-Mode") == "navigate" and request.path == "/"
    foreign = site not in ("none", "same-origin") and not navigates
    if host not in LOOPBACK or origin not in (None, f"http://{request.host}") or foreign:
        raise web.HTTPForbidden(text="The playground answers only its own page on this machine.")
    response = await handler(request)
    if not response.prepared:
        response.headers["Content-Security-Policy"] = POLICY
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "no-store"
    return response


@web.middleware
async def failures(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Say in JSON what went wrong, for the page to show."""
    try:
        return await handler(request)
    except (aiohttp.ClientError, TimeoutError) as error:
        return web.json_response({"error": f"The bot does not answer ({type(error).__name__})."}, status=502)
    except (LookupError, ValueError, RuntimeError) as error:
        return web.json_response({"error": str(error)}, status=400)


@dataclass(eq=False)
class Tab:
    """One open page of one person."""

    client: Client
    queue: asyncio.Queue[Json] = field(default_factory=asyncio.Queue)


class Page:
    """Serves the tabs of all people."""

    def __init__(self, teams: Teams) -> None:
        self.teams, self.tabs = teams, set[Tab]()
        self._welcomed: set[str] = set()
        self._session: aiohttp.ClientSession | None = None

    def application(self) -> web.Application:
        app = web.Application(middlewares=[guard, failures], client_max_size=LARGEST)
        app.cleanup_ctx.append(self._life)
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/lib/{name}", self._library),
                web.get("/playground/socket", self._socket),
                web.get("/playground/clock", self._clock),
                web.post("/playground/clock", self._clock),
                web.post("/playground/install", self._install),
                web.post("/playground/people/{number}/{deed}", self._deed),
                web.static("/page", HERE / "page"),
            ]
        )
        return app

    async def _life(self, _: web.Application) -> Any:
        self.teams.chats.listeners.add(self._changed)
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=5))
        yield
        self.teams.chats.listeners.discard(self._changed)
        await self._session.close()

    async def _index(self, _: web.Request) -> web.FileResponse:
        return web.FileResponse(HERE / "page" / "index.html")

    async def _library(self, request: web.Request) -> web.FileResponse:
        file = LIBRARIES.get(request.match_info["name"])
        if file is None or not file.is_file():
            raise web.HTTPNotFound(text="missing: run npm ci in playground/")
        return web.FileResponse(file)

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(heartbeat=30)
        await socket.prepare(request)
        client = self.teams.person(int(request.query.get("person", "1")), request.query.get("locale"))
        tab = Tab(client)
        self.tabs.add(tab)
        tab.queue.put_nowait(self._state(client))
        jobs = [asyncio.create_task(one) for one in (self._write(tab, socket), self._welcome(tab))]
        try:
            async for _ in socket:
                pass
        finally:
            self.tabs.discard(tab)
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)
        return socket

    async def _write(self, tab: Tab, socket: web.WebSocketResponse) -> None:
        with contextlib.suppress(ConnectionError):
            while not socket.closed:
                await socket.send_json(await tab.queue.get())

    async def _welcome(self, tab: Tab) -> None:
        """Install the app when a person's first tab opens, as an organisation's policy would."""
        if tab.client.object_id in self._welcomed:
            return
        self._welcomed.add(tab.client.object_id)
        if not tab.client.installed:
            try:
                await self._ask_clock("GET", None)
                await tab.client.install()
            except (aiohttp.ClientError, TimeoutError) as error:
                tab.queue.put_nowait({"type": "silent", "why": type(error).__name__})

    def _changed(self, change: Change) -> None:
        for tab in self.tabs:
            if tab.client.person not in change.conversation.members:
                continue
            if change.kind == "places":
                tab.queue.put_nowait(self._state(tab.client))
            else:
                tab.queue.put_nowait(self._event(tab.client, change))

    def _event(self, client: Client, change: Change) -> Json:
        common: Json = {"type": change.kind, "chat": change.conversation.id, "new": change.new}
        if change.message is not None:
            common["message"] = _shown(client, change.message, change.conversation)
        return {**common, "installed": change.conversation.installed}

    def _state(self, client: Client) -> Json:
        people = [one for one in self.teams.chats.people.values() if one.number]
        return {
            "type": "state",
            "me": {"number": client.person.number, "locale": client.locale},
            "people": [{"number": p.number, "role": p.role, "names": p.names or {"fi": p.name()}} for p in people],
            "bot": self.teams.chats.bot["name"],
            "chats": [_chat(client, one) for one in _places(client, self.teams)],
        }

    async def _install(self, request: web.Request) -> web.Response:
        """For tests: install the app for these people, `{"people": [1, 2]}`."""
        numbers = (await request.json()).get("people", [])
        # Teams' own time never runs back, and it is the service's that the page will show.
        with contextlib.suppress(aiohttp.ClientError, TimeoutError):
            await self._ask_clock("GET", None)
        for number in numbers:
            client = self.teams.person(int(number))
            self._welcomed.add(client.object_id)
            await client.install()
        return web.json_response({"installed": numbers})

    async def _deed(self, request: web.Request) -> web.Response:
        client = self.teams.person(int(request.match_info["number"]))
        deed = DEEDS.get(request.match_info["deed"])
        if deed is None:
            raise web.HTTPNotFound
        answer = await deed(client, self.teams, await request.json())
        return web.json_response({"status": answer.status, "body": answer.body})

    async def _clock(self, request: web.Request) -> web.Response:
        """Pass the service's pretended time through, and keep the chat's own time with it."""
        status, clock = await self._ask_clock(
            request.method, await request.json() if request.method == "POST" else None
        )
        return web.json_response(clock, status=status)

    async def _ask_clock(self, method: str, body: Any) -> tuple[int, Any]:
        if self._session is None:
            raise RuntimeError("the playground has not been started")
        url = self.teams.courier.url.replace("/api/messages", "/local/clock")
        async with self._session.request(method, url, json=body) as response:
            if response.content_type != "application/json":
                return 404, {"error": "the service has no clock to set"}
            clock = await response.json()
            if response.status == 200:
                self._set_clock(datetime.fromisoformat(clock["now"]), float(clock.get("rate", 1)))
            return response.status, clock

    def _set_clock(self, now: datetime, rate: float) -> None:
        began = monotonic()
        self.teams.chats.clock = lambda: (now + timedelta(seconds=(monotonic() - began) * rate)).astimezone(UTC)


def _places(client: Client, teams: Teams) -> list[Conversation]:
    """Where a person reads: her own chat, and the channels of her teams."""
    hers = [team for team in teams.chats.teams.values() if client.person in team.members]
    return [client.chat, *(channel for team in hers for channel in team.channels)]


def _named(chat: Conversation) -> str:
    if chat.team is None:
        return ""
    return chat.team.name if chat is chat.team.general else f"{chat.team.name}: {chat.name}"


def _chat(client: Client, chat: Conversation) -> Json:
    messages = [_shown(client, message, chat) for message in chat.messages]
    common = {"id": chat.id, "kind": chat.kind, "installed": chat.installed, "messages": messages}
    return {**common, "name": _named(chat)}


def _shown(client: Client, message: Message, chat: Conversation) -> Json:
    return {
        "id": message.id,
        "byBot": message.by_bot,
        "mine": not message.by_bot and (chat.personal or message.author == client.person.name()),
        "author": message.author,
        "at": message.at.isoformat(),
        "text": message.text,
        "plain": message.plain or not message.by_bot,
        "summary": message.summary,
        "card": client.card_of(message),
        "refresh": client.refresh_action(message),
        "deleted": message.deleted,
        "updates": message.updates,
    }


def _message(client: Client, teams: Teams, given: Json) -> Message:
    for chat in _places(client, teams):
        if given.get("message") in chat.by_id:
            return chat.by_id[given["message"]]
    raise LookupError("no such message")


def _where(client: Client, teams: Teams, given: Json) -> Conversation:
    return next((one for one in _places(client, teams) if one.id == given.get("chat")), client.chat)


async def _install(client: Client, teams: Teams, given: Json) -> Answer:
    return await client.install(_where(client, teams, given))


async def _uninstall(client: Client, teams: Teams, given: Json) -> Answer:
    return await client.uninstall(_where(client, teams, given))


async def _locale(client: Client, _: Teams, given: Json) -> Answer:
    if given.get("locale") not in LOCALES:
        raise ValueError(f"the locale must be one of {', '.join(LOCALES)}")
    client.locale = given["locale"]
    return Answer(200)


async def _say(client: Client, teams: Teams, given: Json) -> Answer:
    text = str(given.get("text", "")).strip()
    if _where(client, teams, given).personal:
        return await client.say(text)
    return await client.say_in_channel(text, bool(given.get("mention")), _where(client, teams, given))


async def _file(client: Client, _: Teams, given: Json) -> Answer:
    return await client.send_file(str(given["name"]), base64.b64decode(given["data"], validate=True))


async def _edit(client: Client, teams: Teams, given: Json) -> Answer:
    return await client.edit(_message(client, teams, given), str(given["text"]))


async def _delete(client: Client, teams: Teams, given: Json) -> Answer:
    return await client.delete(_message(client, teams, given))


async def _execute(client: Client, teams: Teams, given: Json) -> Answer:
    trigger = "automatic" if given.get("trigger") == "automatic" else "manual"
    result = await client.act(_message(client, teams, given), given["action"], trigger)
    return Answer(result.status, result.body)


async def _submit(client: Client, teams: Teams, given: Json) -> Answer:
    return await client.send_value(_message(client, teams, given), given.get("data") or {})


async def _task(client: Client, teams: Teams, given: Json) -> Answer:
    name = "task/submit" if given.get("step") == "submit" else "task/fetch"
    theme = "dark" if given.get("theme") == "dark" else "default"
    value = {"data": given.get("data") or {}, "context": {"theme": theme}}
    result = await client.invoke(name, value, _message(client, teams, given))
    return Answer(result.status, result.body)


DEEDS: dict[str, Callable[[Client, Teams, Json], Awaitable[Answer]]] = {
    "install": _install,
    "uninstall": _uninstall,
    "locale": _locale,
    "say": _say,
    "file": _file,
    "edit": _edit,
    "delete": _delete,
    "execute": _execute,
    "submit": _submit,
    "task": _task,
}
