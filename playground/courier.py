"""Carries activities to the bot, once, twice or again."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp

from playground.elements import Json
from playground.faults import Faults

PATIENCE = aiohttp.ClientTimeout(total=30)


@dataclass(frozen=True)
class Answer:
    """The bot's HTTP answer. Status 0 means: Teams does not send this to a bot."""

    status: int
    body: Any = None


class Courier:
    """Posts to the bot's messaging endpoint; `headers` go with every activity, and the `token` made for it."""

    def __init__(self, bot_url: str, faults: Faults) -> None:
        self.url, self.faults = bot_url, faults
        self.headers: dict[str, str] = {}
        self.token: Callable[[Json], str] | None = None
        self.repeats: list[Answer] = []
        self._session: aiohttp.ClientSession | None = None
        self._later: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        connector = aiohttp.TCPConnector(limit=0)
        self._session = aiohttp.ClientSession(connector=connector, timeout=PATIENCE)

    async def stop(self) -> None:
        for task in self._later:
            task.cancel()
        await asyncio.gather(*self._later, return_exceptions=True)
        if self._session:
            await self._session.close()

    async def settle(self) -> None:
        """Wait until every repeat that is on its way has been answered."""
        await asyncio.gather(*self._later)

    async def post(self, activity: Json, headers: dict[str, str] | None = None) -> Answer:
        """Send one activity, as often as the waiting faults say; the first answer is given back."""
        names = (str(activity.get("type")), str(activity.get("name")))
        target = str(activity.get("conversation", {}).get("id", "")).split(";")[0]
        targets = (target, str(activity.get("from", {}).get("aadObjectId", "")))
        if self.faults.take(("inbound_twice",), names, targets):
            self._repeat(activity, headers, 0)
        again = self.faults.take(("inbound_again",), names, targets)
        if again:
            self._repeat(activity, headers, again.seconds)
        return await self._post(activity, headers)

    def _repeat(self, activity: Json, headers: dict[str, str] | None, seconds: float) -> None:
        task = asyncio.create_task(self._post_later(activity, headers, seconds))
        self._later.add(task)
        task.add_done_callback(self._later.discard)

    async def _post_later(self, activity: Json, headers: dict[str, str] | None, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self.repeats.append(await self._post(activity, headers))

    async def _post(self, activity: Json, headers: dict[str, str] | None) -> Answer:
        if self._session is None:
            raise RuntimeError("the playground has not been started")
        shown = {"Authorization": f"Bearer {self.token(activity)}"} if self.token else {}
        sent = {**self.headers, **shown, **(headers or {})}
        async with self._session.post(self.url, json=activity, headers=sent) as response:
            return Answer(response.status, _body(await response.text()))


def _body(text: str) -> Any:
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text
