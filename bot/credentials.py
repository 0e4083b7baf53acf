"""The token by which Teams' Bot Connector knows us: fetched by msal, off the event loop, and kept while it is good."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from typing import Any

from msal import ConfidentialClientApplication

from bot.connector import Gone, Throttled

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"
RETRY_SECONDS = 30.0
# msal's HTTP library waits for ever unless it is told otherwise; a turn waits less than Teams does.
REQUEST_SECONDS = 5.0
PATIENCE_SECONDS = 8.0
PAUSE_SECONDS = 5.0
# Before it runs out a token is renewed while it still serves.
SPARE_SECONDS, LAST_SECONDS = 300.0, 30.0

TokenSource = Callable[[], Awaitable[str]]


async def no_token() -> str:
    """Local mode: the playground asks for none. Where one is needed, nothing is sent: raises Gone."""
    raise Gone("no password to fetch a token with")


class Entra:
    """A source of bearer tokens for a single-tenant bot. `clock` gives seconds that never go back."""

    def __init__(self, app_id: str, password: str, tenant: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._known_as = (app_id, password, AUTHORITY + tenant)
        self._application: ConfidentialClientApplication | None = None
        self._clock = clock
        self._token = ""
        self._fresh_until = self._good_until = self._tried = float("-inf")
        self._flight: asyncio.Task[None] | None = None

    async def __call__(self) -> str:
        """The present token. Raises Throttled while Entra gives none."""
        flight = self._begin() if self._clock() >= self._fresh_until else None
        if flight and self._clock() >= self._good_until:
            await _finished(flight)
        if self._clock() >= self._good_until:
            raise Throttled(RETRY_SECONDS, whole=True)
        return self._token

    def refused(self, token: str) -> None:
        """The Connector did not take this token: get another one, if it is the present one."""
        if token == self._token:
            self._fresh_until = self._good_until = float("-inf")

    def _begin(self) -> asyncio.Task[None] | None:
        if self._flight and not self._flight.done():
            return self._flight
        if self._clock() - self._tried < PAUSE_SECONDS:
            return None
        self._tried = self._clock()
        self._flight = asyncio.create_task(self._renew())
        return self._flight

    async def _renew(self) -> None:
        asked = self._clock()
        try:
            answer = await asyncio.to_thread(self._ask)
        except (OSError, ValueError):
            # msal lets its HTTP library's own errors through, and ValueError where Entra knows no such tenant.
            return
        if "access_token" in answer:
            runs_out = asked + float(answer["expires_in"])
            self._token = str(answer["access_token"])
            self._fresh_until, self._good_until = runs_out - SPARE_SECONDS, runs_out - LAST_SECONDS

    def _ask(self) -> dict[str, Any]:
        # Made at first use: it asks Entra for its addresses, and the start of the service must not wait for that.
        if self._application is None:
            self._application = ConfidentialClientApplication(*self._known_as, timeout=REQUEST_SECONDS)
        return dict(self._application.acquire_token_for_client([SCOPE]))


async def _finished(flight: asyncio.Task[None]) -> None:
    done, _ = await asyncio.wait({flight}, timeout=PATIENCE_SECONDS)
    for one in done:
        # What is no trouble of Entra's is a bug, and is told as one.
        one.result()
