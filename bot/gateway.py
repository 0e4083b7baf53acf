"""The aiohttp endpoint: `/api/messages`, `/healthz`, `/readyz`, and in local mode the turnable clock."""

from datetime import datetime
from typing import Any

import structlog
from aiohttp import web
from botbuilder.schema import Activity

from bot.adapter import Adapter
from bot.bodies import LARGEST, read_json
from bot.desk import Desk
from bot.door import Door
from bot.envelope import read_activity
from bot.teams import TeamsBot
from bot.tokens import Tokens
from domain.moments import wall_time
from storage import moments, vault
from storage.database import Unreachable
from storage.keys import KeyMistake

log = structlog.get_logger()


class Gateway:
    """HTTP in, turns out. Wrong input is 4xx, never 5xx. `tokens` is None where the door takes none."""

    def __init__(self, adapter: Adapter, bot: TeamsBot, door: Door, tokens: Tokens | None) -> None:
        self._adapter = adapter
        self._bot = bot
        self._door = door
        self._tokens = tokens

    async def messages(self, request: web.Request) -> web.Response:
        """What Teams sends."""
        try:
            activity = Activity().deserialize(await self._admitted(request))
        except web.HTTPException as refused:
            # Where somebody who should come in is kept out, this line says why.
            log.info("not let in", status=refused.status, why=refused.reason)
            raise
        answer = await self._adapter.take(activity, self._bot.on_turn)
        if answer is None:
            return web.Response(status=202)
        if answer.body is None:
            return web.Response(status=answer.status)
        return web.json_response(answer.body, status=answer.status)

    async def _admitted(self, request: web.Request) -> dict[str, Any]:
        # The token comes first: who has none is not even listened to.
        headers = request.headers.getall("Authorization", [])
        claims = await self._tokens.judge(headers) if self._tokens else None
        body = await read_json(request)
        try:
            activity = read_activity(body)
        except ValueError as misfit:
            raise web.HTTPBadRequest(reason="no activity") from misfit
        if claims:
            claims.cover(activity)
        self._door.admit(activity)
        return activity


class Watch:
    """Whether the service is well, and in local mode what time it is."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def healthz(self, _: web.Request) -> web.Response:
        """The process answers."""
        return web.json_response({"status": "ok"})

    async def readyz(self, _: web.Request) -> web.Response:
        """The service can do its work: its database answers."""
        try:
            await self._desk.database.answers()
            async with self._desk.database.read() as connection:
                await vault.index(connection)
        except Unreachable:
            return web.json_response({"status": "the database does not answer"}, status=503)
        except KeyMistake:
            # Such as after a rotation to a key that this process was not given.
            return web.json_response({"status": "the master key of the database is not at hand"}, status=503)
        return web.json_response({"status": "ready"})

    async def tell_time(self, _: web.Request) -> web.Response:
        """Local mode: the moment that the service takes for the present."""
        now = self._desk.clock.now().astimezone(self._desk.content.centre.zone)
        return web.json_response({"now": now.isoformat(), "rate": self._desk.clock.rate})

    async def move_time(self, request: web.Request) -> web.Response:
        """Local mode: turn the clock forward."""
        moment = _moment(await read_json(request), self._desk)
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


def make_web(gateway: Gateway, watch: Watch, *, local: bool) -> web.Application:
    """The web application, with the clock's own address in local mode only."""
    application = web.Application(client_max_size=LARGEST)
    application.router.add_post("/api/messages", gateway.messages)
    application.router.add_get("/healthz", watch.healthz)
    application.router.add_get("/readyz", watch.readyz)
    if local:
        application.router.add_get("/local/clock", watch.tell_time)
        application.router.add_post("/local/clock", watch.move_time)
    return application
