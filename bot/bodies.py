"""Reads a request's body as strict JSON, within limits of size, depth and time. What does not fit is 4xx."""

import asyncio
import json
import re
from typing import Any

from aiohttp import web

# Teams' own activities are far smaller; what is larger is not from Teams.
LARGEST = 256 * 1024
DEEPEST = 40
SECONDS = 10.0
MEDIA_TYPE = re.compile(r'application/json(\s*;\s*charset="?utf-8"?)?\s*', re.IGNORECASE)
# No database keeps a NUL or half a character, and no address can hold one.
UNFIT = re.compile("[\0\ud800-\udfff]")


async def read_json(request: web.Request) -> Any:
    """The body's JSON. Raises one of aiohttp's 4xx."""
    _check_type(request)
    try:
        return parse(await _bytes(request))
    except ValueError as mistake:
        raise web.HTTPBadRequest(reason="no JSON that fits") from mistake


def _check_type(request: web.Request) -> None:
    told = request.headers.getall("Content-Type", [])
    if len(told) != 1 or not MEDIA_TYPE.fullmatch(told[0]) or "Content-Encoding" in request.headers:
        raise web.HTTPUnsupportedMediaType


async def _bytes(request: web.Request) -> bytes:
    if (request.content_length or 0) > LARGEST:
        raise web.HTTPRequestEntityTooLarge(LARGEST, request.content_length or 0)
    try:
        async with asyncio.timeout(SECONDS):
            return await request.read()
    except TimeoutError as slow:
        raise web.HTTPRequestTimeout from slow
    except (web.RequestPayloadError, asyncio.IncompleteReadError) as broken:
        raise web.HTTPBadRequest(reason="a broken body") from broken


def parse(body: bytes) -> Any:
    """Strict UTF-8, strict JSON, no name twice, no deeper than 40. Raises ValueError."""
    try:
        read = json.loads(body.decode(), object_pairs_hook=_once, parse_constant=_none_such)
    except RecursionError as deep:
        raise ValueError("too deep") from deep
    if _depth(read) > DEEPEST:
        raise ValueError("too deep")
    return read


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    # Whoever looks at such a body after us might see the other of the two.
    if len(read) != len(pairs) or any(UNFIT.search(name) for name in read):
        raise ValueError("a name twice, or one that cannot be kept")
    return read


def _none_such(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def _depth(read: Any) -> int:
    level, depth = [read], 0
    while level := [one for one in level if isinstance(one, dict | list)]:
        depth += 1
        level = [inner for one in level for inner in (one.values() if isinstance(one, dict) else one)]
    return depth


def fit(read: Any) -> Any:
    """The same value, without the characters that cannot be kept."""
    if isinstance(read, str):
        return UNFIT.sub("", read)
    if isinstance(read, list):
        return [fit(one) for one in read]
    return {name: fit(value) for name, value in read.items()} if isinstance(read, dict) else read
