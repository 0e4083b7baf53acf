"""A stand-in for the Bot Connector's OpenID server, and the keys with which it and others sign."""

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from aiohttp import web
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from playground.elements import Json

ISSUER = "https://api.botframework.com"


def encoded(part: bytes | Json) -> str:
    """A segment of a token."""
    raw = part if isinstance(part, bytes) else json.dumps(part).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def hmac_sha256(key: bytes, said: bytes) -> bytes:
    """What HS256 signs with."""
    return hmac.new(key, said, hashlib.sha256).digest()


@dataclass
class Key:
    """A key pair under an id, with the channels that it is endorsed for."""

    kid: str
    endorsements: Sequence[str] | None = ("msteams", "webchat")
    bits: int = 2048

    @cached_property
    def private(self) -> rsa.RSAPrivateKey:
        """Made at its first use, which takes a tenth of a second."""
        return rsa.generate_private_key(65537, self.bits)

    @property
    def pem(self) -> bytes:
        """The public half."""
        form = serialization.PublicFormat.SubjectPublicKeyInfo
        return self.private.public_key().public_bytes(serialization.Encoding.PEM, form)

    @property
    def jwk(self) -> Json:
        """The public half as a key set lists it."""
        numbers = self.private.public_key().public_numbers()
        modulus, exponent = (encoded(one.to_bytes((one.bit_length() + 7) // 8)) for one in (numbers.n, numbers.e))
        listed = {"kty": "RSA", "use": "sig", "kid": self.kid, "x5t": self.kid, "n": modulus, "e": exponent}
        return listed | ({} if self.endorsements is None else {"endorsements": list(self.endorsements)})

    def sign(self, said: bytes, digest: hashes.HashAlgorithm | None = None, pss: bool = False) -> bytes:
        """An RSA signature; RS256 unless told otherwise."""
        chosen = digest or hashes.SHA256()
        how = padding.PSS(padding.MGF1(chosen), padding.PSS.DIGEST_LENGTH) if pss else padding.PKCS1v15()
        return self.private.sign(said, how, chosen)


@dataclass
class Signer:
    """Makes tokens as the Bot Connector does, for one app and one address to answer to."""

    key: Key
    app_id: str
    service_url: str

    def claims(self, **over: Any) -> Json:
        """A good token's claims; a value of None leaves one out."""
        now = int(time.time())
        plain = {"iss": ISSUER, "aud": self.app_id, "nbf": now - 10, "exp": now + 3600, "serviceurl": self.service_url}
        return {name: value for name, value in (plain | over).items() if value is not None}

    def header(self, **over: Any) -> Json:
        """A good token's header; a value of None leaves one out."""
        plain = {"alg": "RS256", "kid": self.key.kid, "x5t": self.key.kid, "typ": "JWT"}
        return {name: value for name, value in (plain | over).items() if value is not None}

    def token(self, claims: Json | bytes | None = None, header: Mapping[str, Any] | None = None) -> str:
        """A token with a good signature over whatever it says."""
        head = encoded(dict(header) if header else self.header())
        said = f"{head}.{encoded(self.claims() if claims is None else claims)}"
        return f"{said}.{encoded(self.key.sign(said.encode()))}"


@dataclass
class OpenId:
    """Serves metadata and keys; `status` and `hanging` are its faults, `asked` how often its keys were fetched."""

    keys: list[Key] = field(default_factory=list)
    more: list[Any] = field(default_factory=list)
    status: int = 200
    hanging: bool = False
    asked: int = 0
    document: Any = None
    elsewhere: str = ""
    port: int = 0

    @property
    def url(self) -> str:
        """Where the metadata are."""
        return f"http://127.0.0.1:{self.port}/v1/.well-known/openidconfiguration"

    async def _metadata(self, _: web.Request) -> web.Response:
        self.asked += 1
        if self.hanging:
            await asyncio.sleep(60)
        where = self.elsewhere or f"http://127.0.0.1:{self.port}/v1/.well-known/keys"
        return web.json_response({"issuer": ISSUER, "jwks_uri": where}, status=self.status)

    async def _keys(self, _: web.Request) -> web.Response:
        listed = {"keys": [*(one.jwk for one in self.keys), *self.more]}
        return web.json_response(listed if self.document is None else self.document)

    async def __aenter__(self) -> Self:
        application = web.Application()
        application.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        application.router.add_get("/v1/.well-known/keys", self._keys)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", self.port).start()
        self.port = self._runner.addresses[0][1]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()
