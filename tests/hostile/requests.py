"""What should never come in: each with everything else about it in good order, so that only its own lie is judged."""

import gzip
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from cryptography.hazmat.primitives import hashes

from playground import Client
from playground.elements import Json
from tests.hostile.openid import Key, Signer, encoded, hmac_sha256

JSON_TYPE = ("Content-Type", "application/json")
GUID = "99999999-9999-4999-8999-999999999999"
Named = tuple[str, bytes]


def raw(headers: list[tuple[str, str]], body: bytes, method: str = "POST", path: str = "/api/messages") -> bytes:
    """An HTTP request as it goes over the wire."""
    said = [("Host", "bot.example"), ("Connection", "close"), *headers]
    if not any(name in ("Content-Length", "Transfer-Encoding") for name, _ in headers):
        said.append(("Content-Length", str(len(body))))
    lines = "".join(f"{name}: {value}\r\n" for name, value in said)
    return f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


@dataclass
class Forge:
    """Somebody whom the service has never met, with the Connector's own keys in her hands, and others."""

    signer: Signer
    client: Client
    unendorsed: Key
    elsewhere: Key
    foreign: Key

    def whole(self, kind: str = "invoke", **over: Any) -> Json:
        """An activity that would be a turn."""
        data = {"verb": "form-begin", "group": "haastavat-erot"}
        asked: Json = {"name": "task/fetch", "value": {"data": data}} if kind == "invoke" else {"text": "hei"}
        activity = self.client.activity(kind, **asked) | over
        return {name: value for name, value in activity.items() if value is not None}

    def shown(self, token: str, body: Json | bytes | None = None) -> bytes:
        """A request with this token."""
        said = body if isinstance(body, bytes) else json.dumps(body or self.whole()).encode()
        return raw([JSON_TYPE, ("Authorization", f"Bearer {token}")], said)

    def signed(self, body: Json | bytes | None = None) -> bytes:
        """A request with a token that is good."""
        return self.shown(self.signer.token(), body)

    def bare(self, *headers: tuple[str, str]) -> bytes:
        """A request with these headers and no other token."""
        return raw([JSON_TYPE, *headers], json.dumps(self.whole()).encode())


def without_token(forge: Forge) -> Iterator[Named]:
    """Nothing that is a token."""
    good = forge.signer.token()
    for value in ("", "Bearer", "Bearer ", "Bearer garbage", "Bearer a.b.c", f"Basic {good}", good, f"Bearer {good}.x"):
        yield f"header {value[:12]!r}", forge.bare(("Authorization", value))
    yield "no header", forge.bare()
    yield "two headers", forge.bare(("Authorization", f"Bearer {good}"), ("Authorization", f"Bearer {good}"))
    yield "two tokens", forge.bare(("Authorization", f"Bearer {good}, Bearer {good}"))
    yield "a token in the address", raw([JSON_TYPE], b"{}", path=f"/api/messages?access_token={good}")
    yield "a token in a cookie", forge.bare(("Cookie", f"Authorization=Bearer {good}"))


def badly_signed(forge: Forge) -> Iterator[Named]:
    """Good claims, and a signature that is none of the Connector's."""
    signer = forge.signer
    claims = encoded(signer.claims())
    for algorithm in ("none", "NONE", "nOnE", ""):
        yield (
            f"alg {algorithm!r}",
            forge.bare(("Authorization", f"Bearer {encoded(signer.header(alg=algorithm))}.{claims}.")),
        )
        yield f"alg {algorithm!r}, signed", forge.shown(signer.token(header=signer.header(alg=algorithm)))
    for name, secret in (("pem", signer.key.pem), ("modulus", signer.key.jwk["n"].encode()), ("nothing", b"")):
        said = f"{encoded(signer.header(alg='HS256'))}.{claims}"
        yield f"HS256 with {name}", forge.shown(f"{said}.{encoded(hmac_sha256(secret, said.encode()))}")
    said = f"{encoded(signer.header(alg='RS512'))}.{claims}"
    yield "RS512", forge.shown(f"{said}.{encoded(signer.key.sign(said.encode(), hashes.SHA512()))}")
    said = f"{encoded(signer.header(alg='PS256'))}.{claims}"
    yield "PS256", forge.shown(f"{said}.{encoded(signer.key.sign(said.encode(), pss=True))}")
    good = signer.token()
    head, body, signature = good.split(".")
    yield "no signature", forge.bare(("Authorization", f"Bearer {head}.{body}."))
    yield "a cut signature", forge.shown(good[:-8])
    yield "another payload", forge.shown(f"{head}.{encoded(signer.claims(exp=int(time.time()) + 9999))}.{signature}")
    foreign = Signer(forge.foreign, signer.app_id, signer.service_url)
    yield "a foreign key of the good id", forge.shown(foreign.token(header=foreign.header(kid=signer.key.kid)))
    brought = foreign.header(kid=signer.key.kid, jwk=forge.foreign.jwk)
    yield "a key brought along", forge.shown(foreign.token(header=brought))
    fetched = foreign.header(jku=f"{signer.service_url}v3/conversations/x/members")
    yield "a key to be fetched elsewhere", forge.shown(foreign.token(header=fetched))
    for name, over in (("crit", {"crit": ["exp"]}), ("b64", {"b64": False})):
        yield f"header with {name}", forge.shown(signer.token(header=signer.header(**over)))
    for kid in (None, "", 7, ["x"], "unknown", "../../etc/passwd", "x" * 4000):
        yield f"kid {str(kid)[:20]!r}", forge.shown(signer.token(header=signer.header(kid=kid)))


def badly_claimed(forge: Forge) -> Iterator[Named]:
    """A good signature under claims that are none of ours."""
    signer, now = forge.signer, int(time.time())
    emulator = f"https://sts.windows.net/{GUID}/"
    overs: dict[str, Json] = {
        **{f"no {name}": {name: None} for name in ("exp", "nbf", "iss", "aud", "serviceurl")},
        **{f"{name} as a text": {name: str(now + (3600 if name == "exp" else -10))} for name in ("exp", "nbf")},
        "expired": {"exp": now - 3600},
        "expired six minutes ago": {"exp": now - 360},
        "not yet good": {"nbf": now + 3600},
        "exp of too many digits": {"exp": -(10**300)},
        "another audience": {"aud": GUID},
        "two audiences": {"aud": [signer.app_id, GUID]},
        "another issuer": {"iss": "https://login.example.com"},
        "issuer with a slash": {"iss": "https://api.botframework.com/"},
        "government's issuer": {"iss": "https://api.botframework.us"},
        "emulator's token": {"iss": emulator, "appid": signer.app_id, "ver": "1.0", "serviceurl": None},
        "emulator's token with an address": {"iss": emulator, "appid": signer.app_id, "ver": "1.0"},
        "emulator's token, second version": {"iss": f"https://login.microsoftonline.com/{GUID}/v2.0", "ver": "2.0"},
        "a skill's token": {"iss": f"https://login.microsoftonline.com/{GUID}/v2.0", "azp": GUID, "ver": "2.0"},
    }
    for name, over in overs.items():
        yield name, forge.shown(signer.token(signer.claims(**over)))
    for payload in (b"", b"[]", b"null", b"\xff\xfe", b"{", b"[" * 3000):
        yield f"claims {payload[:8]!r}", forge.shown(signer.token(payload))
    for key in (forge.unendorsed, forge.elsewhere):
        yield f"key {key.kid}", forge.shown(Signer(key, signer.app_id, signer.service_url).token())
    for url in _addresses(signer.service_url):
        other = Signer(signer.key, signer.app_id, url)
        yield f"address in the claim {url}", forge.shown(other.token())
        yield f"address in the body {url}", forge.signed(forge.whole(serviceUrl=url))
        yield f"address in both {url}", forge.shown(other.token(), forge.whole(serviceUrl=url))


def _addresses(listed: str) -> list[str]:
    port = int(listed.rsplit(":", 1)[1].strip("/"))
    return [
        *("http://smba.trafficmanager.net/emea/", "https://smba.trafficmanager.net.example.com/"),
        *("https://user@smba.trafficmanager.net/", "https://example.com/?https://smba.trafficmanager.net/"),
        *(f"http://127.0.0.1:{port + 1}/", f"http://localhost:{port}/", f"http://127.0.0.1:{port}@example.com/"),
        *(f"{listed}?x=", f"{listed}#x", "file:///etc/passwd", "http://169.254.169.254/latest/"),
    ]


def bent(forge: Forge) -> Iterator[Named]:
    """A good token over an activity that is not for us, or none."""
    whole = forge.whole()
    for channel in ("emulator", "webchat", "directline", "", None, ["msteams"]):
        yield f"channel {channel!r}", forge.signed(forge.whole(channelId=channel))
    tenants: tuple[Any, ...] = (None, [], {"id": GUID}, {"id": ["x"]}, {"id": ""}, GUID)
    for data in (None, {}, *({"tenant": one} for one in tenants)):
        yield f"channel data {data}", forge.signed(forge.whole(channelData=data))
    both = {"channelData": {"tenant": {"id": GUID}}, "conversation": whole["conversation"] | {"tenantId": GUID}}
    yield "another tenant", forge.signed(forge.whole(**both))
    yield "another tenant comes", forge.signed(forge.whole("installationUpdate", action="add", **both))
    yield "two tenants", forge.signed(forge.whole(conversation=whole["conversation"] | {"tenantId": GUID}))
    for kind in ("invoke", "message"):
        for who in (None, "", "x", 7, "{" + GUID + "}"):
            sender = {
                name: value for name, value in (whole["from"] | {"aadObjectId": who}).items() if value is not None
            }
            yield f"{kind} of {who!r}", forge.signed(forge.whole(kind, **{"from": sender}))
        yield f"{kind} of nobody", forge.signed(forge.whole(kind, **{"from": None}))
        yield f"{kind} without an id", forge.signed(forge.whole(kind, id=None))
    for name in ("type", "serviceUrl", "conversation", "recipient", "name", "locale", "value", "from", "text"):
        wrongs: tuple[Any, ...] = (1, ["x"])
        for wrong in wrongs:
            yield f"{name} is {wrong!r}", forge.signed(forge.whole() | {name: wrong})
    for name in ("type", "serviceUrl", "conversation"):
        yield f"no {name}", forge.signed({key: value for key, value in forge.whole().items() if key != name})


def misshapen(forge: Forge) -> Iterator[Named]:
    """A good token over a body that is no activity, or is none that we read."""
    good = json.dumps(forge.whole()).encode()
    bodies = {
        **{repr(one): one for one in (b"", b"null", b"[]", b"7", b'"x"', b"{", b"{}", b"\0", good[:-1], good + b"x")},
        "NaN": good[:-1] + b', "x": NaN}',
        "a name twice": good[:-1] + b', "type": "message"}',
        "Latin-1": json.dumps(forge.whole(text="ä"), ensure_ascii=False).encode("latin-1"),
        "UTF-16": good.decode().encode("utf-16"),
        "a byte order mark": b"\xef\xbb\xbf" + good,
        "half a character": good.replace(b"haastavat", b"\xed\xa0\x80"),
        "too large": good[:-1] + b', "x": "' + b"x" * 300_000 + b'"}',
        "41 deep": good[:-1] + b', "x": ' + b"[" * 40 + b"]" * 40 + b"}",
        "100,000 deep": good[:-1] + b', "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "never closed": b'{"x":' * 40_000,
        "too many digits": good[:-1] + b', "x": ' + b"9" * 5000 + b"}",
    }
    for name, body in bodies.items():
        yield f"body {name[:40]}", forge.signed(body)


def mistyped(forge: Forge) -> Iterator[Named]:
    """A good token over a good activity, in the wrong kind of request."""
    good, token = json.dumps(forge.whole()).encode(), ("Authorization", f"Bearer {forge.signer.token()}")
    kinds = (
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=latin-1",
        "application/jsonx",
    )
    for kind in kinds:
        yield f"as {kind}", raw([token, ("Content-Type", kind)], good)
    yield "of no type", raw([token], good)
    yield "of two types", raw([token, JSON_TYPE, ("Content-Type", "text/plain")], good)
    yield "zipped", raw([token, JSON_TYPE, ("Content-Encoding", "gzip")], gzip.compress(good))
    for method in ("GET", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "BREW"):
        yield method, raw([token, JSON_TYPE], good, method)
    for path in (
        "/",
        "/api/messages/",
        "/api/messages/..",
        "/API/MESSAGES",
        "//api/messages",
        "/api/skills/x/activities",
    ):
        yield f"to {path}", raw([token, JSON_TYPE], good, path=path)
    chunk = b"%x\r\n" % 40_000 + b"x" * 40_000 + b"\r\n"
    chunked = ("Transfer-Encoding", "chunked")
    yield "too large, in chunks", raw([token, JSON_TYPE, chunked], chunk * 8 + b"0\r\n\r\n")
    yield "broken chunks", raw([token, JSON_TYPE, chunked], b"nonsense\r\n" + good)
    yield "two lengths", raw([token, JSON_TYPE, ("Content-Length", str(len(good))), ("Content-Length", "5")], good)
    both = [token, JSON_TYPE, ("Content-Length", str(len(good))), chunked]
    yield "a length and chunks", raw(both, b"0\r\n\r\n" + good)
    yield "a length below zero", raw([token, JSON_TYPE, ("Content-Length", "-1")], good)
    yield "said to be huge", raw([token, JSON_TYPE, ("Content-Length", "99999999999")], good)
    yield "a header too long", raw([token, JSON_TYPE, ("X-Long", "x" * 20_000)], good)
    yield "headers too many", raw([token, JSON_TYPE, *((f"X-{one}", "x") for one in range(500))], good)
    yield "a broken header", raw([token, JSON_TYPE, ("X\0Y", "x")], good)
    yield "no HTTP", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"


def slow(forge: Forge) -> dict[str, tuple[bytes, bytes]]:
    """Requests that do not end: what is sent at first, and what drips after it."""
    whole = forge.signed()
    head, body = whole.split(b"\r\n\r\n", 1)
    open_ended = head.replace(b"Connection: close\r\n", b"")
    chunks = open_ended.replace(b"Content-Length: %d" % len(body), b"Transfer-Encoding: chunked")
    return {
        "nothing at all": (b"", b""),
        "half a line": (whole[:9], b""),
        "half a header": (head, b""),
        "a header that drips": (open_ended + b"\r\n", b"X-A: b\r\n"),
        "half a header after a good request": (b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + whole[:90], b""),
        "no body": (open_ended + b"\r\n\r\n", b""),
        "half a body": (open_ended + b"\r\n\r\n" + body[:90], b""),
        "a body that drips": (open_ended.replace(b"Content-Length: ", b"Content-Length: 9") + b"\r\n\r\n{", b" "),
        "chunks that drip": (chunks + b"\r\n\r\n", b"1\r\n \r\n"),
        "a body that drips without a token": (raw([JSON_TYPE, ("Content-Length", "9000")], b"{"), b" "),
    }


def every(forge: Forge) -> Iterator[Named]:
    """All that are answered at once."""
    for group in (without_token, badly_signed, badly_claimed, bent, misshapen, mistyped):
        yield from group(forge)
