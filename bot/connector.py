"""Our own way out: one pooled HTTP session to Teams' Bot Connector.

The SDK's sender makes a token request for every turn, retries nothing on a 429 and sleeps in a thread; see
`docs/why.md`. What goes wrong is told in two words: `Throttled` (try later) and `Gone` (never again).
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from aiohttp import (
    ClientConnectionError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    InvalidURL,
    NonHttpUrlClientError,
)

from bot.service_urls import Addresses
from storage.people import Conversation

TOTAL_SECONDS = 10
DEFAULT_WAIT = 5.0
# 401 is a fault of ours or of the token, not of the target: it is mended, and then the message still goes.
AGAIN = frozenset({401, 412, 429, 500, 502, 503, 504})


@dataclass(frozen=True)
class Message:
    """What is posted: a card alone, with the content-free text of its notification."""

    card: dict[str, Any]
    summary: str

    def activity(self) -> dict[str, Any]:
        """The activity as the Connector takes it."""
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": self.card}
        return {"type": "message", "summary": self.summary, "attachments": [attachment]}


class Throttled(Exception):
    """It did not get through, and may the next time; `wait` in seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__(f"again in {wait} s")
        self.wait = wait


class Gone(Exception):
    """The target is not there, or not for us."""


class Connector:
    """Posts and replaces messages at `addresses` and nowhere else; `token` gives the bearer token where one goes."""

    def __init__(self, session: ClientSession, token: Callable[[], Awaitable[str]], addresses: Addresses) -> None:
        self._session = session
        self._token = token
        self._addresses = addresses

    async def post(self, chat: Conversation, message: Message) -> str:
        """Post a message; returns its id. Raises Throttled or Gone."""
        answer = await self.call("POST", chat.service_url, _activities(chat.id), message.activity())
        return str(answer.get("id", ""))

    async def replace(self, chat: Conversation, message_id: str, message: Message) -> None:
        """Put another card in a message's place; safe to repeat. Raises Throttled or Gone."""
        path = f"{_activities(chat.id)}/{quote(message_id, safe='')}"
        await self.call("PUT", chat.service_url, path, message.activity() | {"id": message_id})

    async def call(self, method: str, service_url: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """One request to the Connector at `service_url`. Raises Throttled or Gone."""
        # An address that was good when it was written down need not be so any more.
        if not self._addresses.allow(service_url):
            raise Gone("address not allowed")
        headers = await self._headers(service_url)
        url = f"{service_url.rstrip('/')}/{path}"
        limit = ClientTimeout(total=TOTAL_SECONDS)
        try:
            # A redirection would take the card, and perhaps the token, to where nobody has allowed it.
            async with self._session.request(
                method, url, json=body, headers=headers, timeout=limit, allow_redirects=False
            ) as answer:
                return await _judge(answer)
        except (TimeoutError, ClientConnectionError) as lost:
            raise Throttled(DEFAULT_WAIT) from lost
        except (InvalidURL, NonHttpUrlClientError) as wrong:
            raise Gone("no address") from wrong

    async def _headers(self, service_url: str) -> dict[str, str]:
        signed = self._addresses.take_token(service_url)
        return {"Authorization": f"Bearer {await self._token()}"} if signed else {}


def _activities(conversation: str) -> str:
    return f"v3/conversations/{quote(conversation, safe='')}/activities"


async def _judge(answer: ClientResponse) -> dict[str, Any]:
    if answer.status in AGAIN or 300 <= answer.status < 400:
        raise Throttled(_wait(answer.headers.get("Retry-After")))
    if answer.status >= 400:
        raise Gone(f"status {answer.status}")
    try:
        body = await answer.json(content_type=None)
    except (ValueError, ClientPayloadError):
        # The message is there all the same; to fail now would send it again.
        return {}
    return body if isinstance(body, dict) else {}


def _wait(header: str | None) -> float:
    try:
        return min(max(0.0, float(header or DEFAULT_WAIT)), 3600.0)
    except ValueError:
        return DEFAULT_WAIT
