"""Our own judgement of the Bot Connector's token; botbuilder's lets forged ones through (`docs/why.md`)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import jwt
from aiohttp import web

from bot.signing_keys import ALGORITHM, SigningKeys

# The emulator's and other bots' tokens have other issuers.
ISSUER = "https://api.botframework.com"
LEEWAY_SECONDS = 300
BEARER = re.compile(r"Bearer ([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)")
# What a token full of nonsense makes the library raise, besides its own errors.
NONSENSE = (jwt.PyJWTError, ValueError, TypeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Claims:
    """What a good token says: which address to answer to, and which channels its key is endorsed for."""

    service_url: str
    channels: frozenset[str]

    def cover(self, activity: Mapping[str, Any]) -> None:
        """That the token was made for such an activity. Raises HTTPForbidden."""
        if activity["channelId"] not in self.channels:
            raise web.HTTPForbidden(reason="key not endorsed")
        if activity["serviceUrl"] != self.service_url:
            raise web.HTTPForbidden(reason="another address than the token's")


class Tokens:
    """Judges the tokens that are meant for one app id."""

    def __init__(self, app_id: str, keys: SigningKeys) -> None:
        self._app_id = app_id
        self._keys = keys

    async def judge(self, headers: Sequence[str]) -> Claims:
        """The claims of the one Authorization header there may be. Raises HTTPUnauthorized."""
        found = BEARER.fullmatch(headers[0]) if len(headers) == 1 else None
        if found is None:
            raise web.HTTPUnauthorized(reason="no token")
        try:
            return await self._judge(found[1])
        except NONSENSE as wrong:
            raise web.HTTPUnauthorized(reason="no good token") from wrong

    async def _judge(self, token: str) -> Claims:
        # Looked at before anything is fetched: a token that was never meant for us costs nothing.
        claims = jwt.decode(token, options={"verify_signature": False})
        kid = _kid(jwt.get_unverified_header(token))
        if kid is None or not self._is_meant_for_us(claims):
            raise jwt.InvalidTokenError
        key = await self._keys.find(kid)
        if key is None:
            raise jwt.InvalidKeyError
        jwt.decode(
            token,
            key.public,
            algorithms=[ALGORITHM],
            audience=self._app_id,
            issuer=ISSUER,
            leeway=LEEWAY_SECONDS,
            options={"require": ["exp", "nbf", "iss", "aud", "serviceurl"], "strict_aud": True},
        )
        return Claims(claims["serviceurl"], key.endorsements)

    def _is_meant_for_us(self, claims: Mapping[str, Any]) -> bool:
        times = all(type(claims.get(name)) is int for name in ("exp", "nbf"))
        address = claims.get("serviceurl")
        named = isinstance(address, str) and address != ""
        return times and named and claims.get("iss") == ISSUER and claims.get("aud") == self._app_id


def _kid(header: Mapping[str, Any]) -> str | None:
    kid = header.get("kid")
    plain = header.get("alg") == ALGORITHM and "crit" not in header and "b64" not in header
    return kid if plain and isinstance(kid, str) and kid else None
