"""The keys by which the Bot Connector signs: fetched out of a turn's way, and kept while their server is out."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import structlog
from aiohttp import ClientError, ClientSession
from jwt import PyJWK, PyJWTError

from bot.service_urls import origin_of

log = structlog.get_logger()

ALGORITHM = "RS256"
FEWEST_BITS = 2048
FETCH_SECONDS = 5.0
PAUSE_SECONDS = 5.0
KEPT_SECONDS = 24 * 3600.0
LARGEST = 1024 * 1024


@dataclass(frozen=True)
class SigningKey:
    """A public key, and the channels that it is endorsed for."""

    public: PyJWK
    endorsements: frozenset[str]


class SigningKeys:
    """The keys of one OpenID server. `clock` gives seconds that never go back."""

    def __init__(self, session: ClientSession, url: str, clock: Callable[[], float] = time.monotonic) -> None:
        self._session = session
        self._url = url
        self._clock = clock
        self._keys: Mapping[str, SigningKey] = {}
        self._fetched = self._tried = float("-inf")
        self._flight: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> SigningKey | None:
        """The key of this id; None when the server does not have it either, or was asked a moment ago."""
        known = self._keys.get(kid)
        if known:
            if self._clock() - self._fetched > KEPT_SECONDS:
                self.refresh()
            return known
        if flight := self.refresh():
            await asyncio.wait({flight})
        return self._keys.get(kid)

    def refresh(self) -> asyncio.Task[None] | None:
        """Begin to fetch, or join the fetching that is under way; None where it would be too soon again."""
        if self._flight and not self._flight.done():
            return self._flight
        # Anybody can name a key that does not exist: their server must not be flooded through us.
        if self._clock() - self._tried < PAUSE_SECONDS:
            return None
        self._tried = self._clock()
        self._flight = asyncio.create_task(self._fetch())
        return self._flight

    async def close(self) -> None:
        """Stop fetching."""
        if self._flight:
            self._flight.cancel()
            await asyncio.wait({self._flight})

    async def _fetch(self) -> None:
        try:
            async with asyncio.timeout(FETCH_SECONDS):
                found = read_keys(await self._document())
        except (TimeoutError, ClientError, ValueError) as lost:
            log.warning("signing keys not fetched", error=type(lost).__name__, kept=len(self._keys))
            return
        self._keys, self._fetched = found, self._clock()

    async def _document(self) -> Any:
        metadata = await self._json(self._url)
        where = metadata.get("jwks_uri") if isinstance(metadata, dict) else None
        origin = origin_of(where) if isinstance(where, str) else None
        if not isinstance(where, str) or origin is None or origin != origin_of(self._url):
            raise ValueError("the keys are said to be elsewhere")
        return await self._json(where)

    async def _json(self, url: str) -> Any:
        async with self._session.get(url, allow_redirects=False) as answer:
            if answer.status != 200:
                raise ValueError(f"status {answer.status}")
            try:
                return json.loads(await answer.content.readexactly(LARGEST))
            except asyncio.IncompleteReadError as whole:
                return json.loads(whole.partial)


def read_keys(document: Any) -> dict[str, SigningKey]:
    """The usable keys of a key set, by id. Raises ValueError where there is none."""
    listed = document.get("keys") if isinstance(document, dict) else None
    found = dict(pair for one in listed if (pair := _key(one))) if isinstance(listed, list) else {}
    if not found:
        raise ValueError("no key")
    return found


def _key(one: Any) -> tuple[str, SigningKey] | None:
    if not isinstance(one, dict) or one.get("kty") != "RSA" or not isinstance(one.get("kid"), str) or "d" in one:
        return None
    try:
        public = PyJWK(one, ALGORITHM)
    except (PyJWTError, ValueError, TypeError):
        return None
    endorsed = one.get("endorsements")
    channels = frozenset(name for name in endorsed if isinstance(name, str)) if isinstance(endorsed, list) else ()
    return (one["kid"], SigningKey(public, frozenset(channels))) if public.key.key_size >= FEWEST_BITS else None
