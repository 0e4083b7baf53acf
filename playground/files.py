"""The files that people send, and where the bot fetches them: whoever has the address has the file, as in OneDrive."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePath
from uuid import uuid4

from aiohttp import web

from playground.elements import Json

KIND = "application/vnd.microsoft.teams.file.download.info"
PATH = "playground/files"


class Files:
    """What was sent, by the id under which it is served. `fetched` says how often each was asked for."""

    def __init__(self) -> None:
        self.fetched: dict[str, int] = {}
        self._kept: dict[str, bytes] = {}

    def attach(self, service_url: str, name: str, data: bytes) -> Json:
        """Keep a file, and give the attachment by which Teams tells a bot of it."""
        which = uuid4().hex
        self._kept[which], self.fetched[which] = data, 0
        place = f"{service_url}{PATH}/{which}"
        told = {"downloadUrl": f"{place}?Translate=false&tempauth={uuid4().hex}", "uniqueId": which}
        told["fileType"] = PurePath(name).suffix.removeprefix(".")
        return {"contentType": KIND, "contentUrl": place, "name": name, "content": told}

    def routes(self) -> Iterable[web.RouteDef]:
        return [web.get(f"/{PATH}/{{which}}", self._serve)]

    async def _serve(self, request: web.Request) -> web.Response:
        which = request.match_info["which"]
        if which not in self._kept:
            raise web.HTTPNotFound
        self.fetched[which] += 1
        return web.Response(body=BytesIO(self._kept[which]), content_type="application/octet-stream")
