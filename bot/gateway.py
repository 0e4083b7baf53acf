"""The aiohttp endpoint: `/api/messages`, `/healthz`, `/readyz`, and in local mode the turnable clock."""

import json
import re
from datetime import datetime
from typing import Any

from aiohttp import web
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity
from jwt import PyJWTError
from msrest.exceptions import DeserializationError  # type: ignore[attr-defined]

from bot.desk import Desk
from bot.service_urls import is_allowed
from bot.teams import TeamsBot
from domain.moments import wall_time
from storage import moments
from storage.database import Unreachable

# Teams' own activities are far smaller; what is larger is not from Teams.
LARGEST = 256 * 1024
# No database keeps a NUL or half a character, and no address can hold one.
UNFIT = re.compile("[\0\ud800-\udfff]")
LONGEST = 512


class Gateway:
    """HTTP in, turns out. Wrong input is 4xx, never 5xx."""

    def __init__(self, adapter: CloudAdapter, bot: TeamsBot, desk: Desk, *, local: bool) -> None:
        self._local = local
        self._adapter = adapter
        self._bot = bot
        self._desk = desk

    async def messages(self, request: web.Request) -> web.Response:
        """What Teams sends."""
        activity = await _activity(request)
        if not is_allowed(activity.service_url, local=self._local):
            raise web.HTTPForbidden
        header = request.headers.get("Authorization", "")
        try:
            answer = await self._adapter.process_activity(header, activity, self._bot.on_turn)
        except (PermissionError, PyJWTError) as refused:
            raise web.HTTPUnauthorized from refused
        if answer is None:
            return web.Response(status=202)
        if answer.body is None:
            return web.Response(status=answer.status)
        return web.json_response(answer.body, status=answer.status)

    async def healthz(self, _: web.Request) -> web.Response:
        """The process answers."""
        return web.json_response({"status": "ok"})

    async def readyz(self, _: web.Request) -> web.Response:
        """The service can do its work: its database answers."""
        try:
            await self._desk.database.answers()
        except Unreachable:
            return web.json_response({"status": "the database does not answer"}, status=503)
        return web.json_response({"status": "ready"})

    async def tell_time(self, _: web.Request) -> web.Response:
        """Local mode: the moment that the service takes for the present."""
        now = self._desk.clock.now().astimezone(self._desk.content.centre.zone)
        return web.json_response({"now": now.isoformat(), "rate": self._desk.clock.rate})

    async def move_time(self, request: web.Request) -> web.Response:
        """Local mode: turn the clock forward."""
        moment = _moment(await _json(request), self._desk)
        if moment is None:
            return web.json_response({"error": "now: an ISO 8601 moment was expected"}, status=400)
        if not self._desk.clock.move_to(moment):
            return web.json_response({"error": "the clock is never turned back"}, status=409)
        async with self._desk.database.write() as connection:
            await moments.see(connection, self._desk.clock.now())
        self._desk.wake()
        return await self.tell_time(request)


def _moment(body: object, desk: Desk) -> datetime | None:
    told = body.get("now") if isinstance(body, dict) else None
    try:
        return wall_time(told, desk.content.centre.zone) if isinstance(told, str) else None
    except ValueError:
        return None


async def _json(request: web.Request) -> Any:
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType
    try:
        return _fit(json.loads(await request.read()))
    except (ValueError, RecursionError) as mistake:
        raise web.HTTPBadRequest from mistake


def _fit(read: Any) -> Any:
    if isinstance(read, str):
        return UNFIT.sub("", read)
    if isinstance(read, list):
        return [_fit(one) for one in read]
    return {_fit(key): _fit(value) for key, value in read.items()} if isinstance(read, dict) else read


def _is_placed(activity: Activity) -> bool:
    where = activity.conversation.id if activity.conversation else None
    there = all(one and len(one) <= LONGEST for one in (activity.type, activity.service_url, where))
    return there and activity.service_url.startswith(("http://", "https://"))


async def _activity(request: web.Request) -> Activity:
    body = await _json(request)
    if not isinstance(body, dict):
        raise web.HTTPBadRequest
    try:
        activity: Activity = Activity().deserialize(body)
    except (DeserializationError, AttributeError, TypeError, ValueError) as mistake:
        raise web.HTTPBadRequest from mistake
    if not _is_placed(activity):
        raise web.HTTPBadRequest
    return activity


def make_web(gateway: Gateway, *, local: bool) -> web.Application:
    """The web application, with the clock's own address in local mode only."""
    application = web.Application(client_max_size=LARGEST)
    application.router.add_post("/api/messages", gateway.messages)
    application.router.add_get("/healthz", gateway.healthz)
    application.router.add_get("/readyz", gateway.readyz)
    if local:
        application.router.add_get("/local/clock", gateway.tell_time)
        application.router.add_post("/local/clock", gateway.move_time)
    return application
