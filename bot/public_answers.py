"""How the service answers anybody: with headers that let a browser do nothing but show what it is given."""

import hashlib
import re
from collections.abc import Mapping
from types import MappingProxyType

from aiohttp import ETag, web
from aiohttp.typedefs import Handler, Middleware

from documents.pages import READ, Pages

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        # Kept by whoever likes, and asked for again before it is shown: a session may have been called off.
        "Cache-Control": "no-cache",
    }
)
HTML = "text/html; charset=utf-8"
# When a file was made is no part of what it says.
MADE = re.compile(rb"^DTSTAMP:.*$", re.MULTILINE)


# Here programs ask, which read no pages.
NO_PAGES = ("/api/", "/local/", "/healthz", "/readyz")


def answer(request: web.Request, body: bytes, kind: str, **more: str) -> web.Response:
    """A whole answer, or 304 where the reader has it already. `more` are further headers."""
    tag = hashlib.sha256(kind.encode() + MADE.sub(b"", body)).hexdigest()[:32]
    headers = {**HEADERS, **{name.replace("_", "-"): value for name, value in more.items()}}
    if any(one.value in (tag, "*") for one in request.if_none_match or ()):
        found = web.Response(status=304, headers=headers)
    else:
        found = web.Response(body=body, headers=headers | {"Content-Type": kind})
    found.etag = ETag(tag)
    return found


def shown(page: str, status: int = 200) -> web.Response:
    """A page that is the answer to this request alone, such as that there is nothing here."""
    return web.Response(
        text=page, status=status, headers={**HEADERS, "Content-Type": HTML, "Cache-Control": "no-store"}
    )


def language_of(request: web.Request, pages: Pages) -> str:
    """The language that the address asks for, else the browser's first one."""
    wished = request.query.get(READ) or request.query.get("lang") or request.headers.get("Accept-Language") or ""
    code = re.split(r"[-_,;]", wished.strip(), maxsplit=1)[0].lower()
    return code if code in pages.languages else pages.languages[0]


def missing(request: web.Request, pages: Pages) -> web.Response:
    """That there is nothing at this address, and never was as far as anybody is told."""
    return shown(pages.told(language_of(request, pages), "page-missing-title", "page-missing"), 404)


def in_words(pages: Pages) -> Middleware:
    """Whoever reads pages gets a page also where something is refused; programs go on getting a line."""

    @web.middleware
    async def answering(request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path.startswith(NO_PAGES):
            return await handler(request)
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return missing(request, pages)
        except web.HTTPClientError as refused:
            return _refused(request, pages, refused)

    return answering


def _refused(request: web.Request, pages: Pages, refused: web.HTTPClientError) -> web.Response:
    found = shown(pages.told(language_of(request, pages), "page-refused-title", "page-refused"), refused.status)
    if "Allow" in refused.headers:
        found.headers["Allow"] = refused.headers["Allow"]
    return found
