"""Fetches the one kind of file that is taken: a coordinator's list of addresses, from where Teams keeps it."""

import asyncio
import re
from collections.abc import Sequence

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector
from yarl import URL

from bot.service_urls import Addresses, is_loopback, origin_of
from dialogs.address_lists import AddressList, read_list
from domain.refusals import Refused

# Far more than the longest list that a form takes, with whatever else stands in its lines.
LARGEST = 256_000
TOTAL_SECONDS = 10
AT_ONCE = 4
PORT = 443
CHUNK = 65_536
# Where a file lies, as far as its path, and the path with what lets whoever holds it in.
PLACE = re.compile(r"(https?://[a-z0-9.:\[\]-]+)(/[a-z0-9._~:/?@!$&'()*+,;=%\[\]-]*)", re.IGNORECASE)
# Teams keeps what is sent in a personal chat in its sender's OneDrive, which lies in SharePoint.
KEPT_AT = re.compile(r"([a-z0-9-]+\.)+sharepoint\.com", re.IGNORECASE)


def file_session() -> ClientSession:
    """A session of its own: no cookie and no connection is shared with what carries our token."""
    return ClientSession(
        connector=TCPConnector(limit=AT_ONCE), cookie_jar=DummyCookieJar(), auto_decompress=False, trust_env=False
    )


class Files:
    """Fetches files over `session`; in local mode also from where `addresses` answers without a token."""

    def __init__(self, session: ClientSession, addresses: Addresses) -> None:
        self._session = session
        self._addresses = addresses

    def allow(self, place: str) -> bool:
        """Whether a file may be fetched from there."""
        found = PLACE.fullmatch(place)
        origin = origin_of(found[1]) if found else None
        if found is None or origin is None:
            return False
        if origin[0] == "https" and origin[2] == PORT and KEPT_AT.fullmatch(origin[1]):
            return True
        return origin in self._addresses.bare or (self._addresses.loopback and is_loopback(found[1]))

    async def fetch(self, place: str) -> bytes:
        """What the file holds; raises Refused. The address is as good as a key, and is told to nobody."""
        if not self.allow(place):
            raise Refused("file-not-fetched")
        limit = ClientTimeout(total=TOTAL_SECONDS)
        plain = {"Accept-Encoding": "identity"}
        try:
            # As it stands: SharePoint takes no other order or spelling of its parameters.
            async with self._session.get(
                URL(place, encoded=True), headers=plain, timeout=limit, allow_redirects=False
            ) as answer:
                return await _content(answer)
        except (TimeoutError, ClientError) as lost:
            raise Refused("file-not-fetched") from lost


async def _content(answer: ClientResponse) -> bytes:
    # Some clients hand over the address of a page about the file, not of the file.
    if answer.status != 200 or answer.content_type == "text/html" or "Content-Encoding" in answer.headers:
        raise Refused("file-not-fetched")
    data = bytearray()
    async for chunk in answer.content.iter_chunked(CHUNK):
        data += chunk
        if len(data) > LARGEST:
            raise Refused("file-too-large")
    return bytes(data)


async def open_list(files: Files, places: Sequence[str], most: int) -> AddressList | Refused:
    """The list in the one file that lies at these places, or why there is none; `most` as in `read_list`."""
    try:
        if len(places) != 1:
            raise Refused("file-several")
        data = await files.fetch(places[0])
        return await asyncio.to_thread(read_list, data, most)
    except Refused as refused:
        return refused
