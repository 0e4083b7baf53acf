"""Our own way out: one pooled HTTP session to Teams' Bot Connector.

The SDK's sender makes a token request for every turn, retries nothing on a 429 and sleeps in a thread; see
`docs/why.md`. What goes wrong is told in three words: `Throttled` (try later), `Gone` (never again) and `Unknown`
(nobody knows whether it arrived).
"""

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from aiohttp import (
    ClientConnectionError,
    ClientConnectorError,
    ClientPayloadError,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    InvalidURL,
    NonHttpUrlClientError,
)

from bot.answered import DEFAULT_WAIT, MESSAGE_GONE, Gone, Throttled, Unknown, raise_for
from bot.service_urls import Addresses
from storage.people import Conversation

__all__ = ["DEFAULT_WAIT", "MESSAGE_GONE", "Connector", "Gone", "Message", "Throttled", "Unknown"]

TOTAL_SECONDS = 10
JSON = {"Content-Type": "application/json; charset=utf-8"}


@dataclass(frozen=True)
class Message:
    """What is posted: a card alone, with the content-free text of its notification."""

    card: dict[str, Any]
    summary: str

    def activity(self) -> dict[str, Any]:
        """The activity as the Connector takes it."""
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": self.card}
        return {"type": "message", "summary": self.summary, "attachments": [attachment]}

    @cached_property
    def body(self) -> bytes:
        """The activity in bytes, made once however many people it goes to."""
        return _packed(self.activity())


def _packed(activity: Mapping[str, Any]) -> bytes:
    return json.dumps(activity, ensure_ascii=False, separators=(",", ":")).encode()


def _no_matter(_: str) -> None:
    """Nobody needs to know that a token was refused."""


class Connector:
    """Posts and replaces messages at `addresses` and nowhere else; `token` gives the bearer token where one goes.

    `refused` is told of a token that the Connector did not take.
    """

    def __init__(
        self,
        session: ClientSession,
        token: Callable[[], Awaitable[str]],
        addresses: Addresses,
        refused: Callable[[str], None] = _no_matter,
    ) -> None:
        self._session = session
        self._token = token
        self._addresses = addresses
        self._refused = refused

    async def post(self, chat: Conversation, message: Message) -> str:
        """Post a message; returns its id. Raises Throttled, Gone or Unknown."""
        answer = await self._send("POST", chat.service_url, _activities(chat.id), message.body)
        return str(answer.get("id", ""))

    async def replace(self, chat: Conversation, message_id: str, message: Message) -> None:
        """Put another card in a message's place; safe to repeat. Raises Throttled, Gone or Unknown."""
        path = f"{_activities(chat.id)}/{quote(message_id, safe='')}"
        named = b'{"id":' + json.dumps(message_id).encode() + b","
        await self._send("PUT", chat.service_url, path, named + message.body[1:])

    async def call(self, method: str, service_url: str, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """One request to the Connector at `service_url`. Raises Throttled, Gone or Unknown."""
        return await self._send(method, service_url, path, _packed(body))

    async def get(self, service_url: str, path: str) -> dict[str, Any]:
        """What the Connector at `service_url` knows. Raises Throttled, Gone or Unknown."""
        return await self._send("GET", service_url, path, b"")

    async def _send(self, method: str, service_url: str, path: str, body: bytes) -> dict[str, Any]:
        # An address that was good when it was written down need not be so any more.
        if not self._addresses.allow(service_url):
            raise Gone("address not allowed")
        token = await self._token() if self._addresses.take_token(service_url) else ""
        headers = JSON | ({"Authorization": f"Bearer {token}"} if token else {})
        url = f"{service_url.rstrip('/')}/{path}"
        limit = ClientTimeout(total=TOTAL_SECONDS)
        try:
            # A redirection would take the card, and perhaps the token, to where nobody has allowed it.
            async with self._session.request(
                method, url, data=body or None, headers=headers, timeout=limit, allow_redirects=False
            ) as answer:
                return await self._judge(answer, token)
        except ClientConnectorError as closed:
            # Nothing has left this machine.
            raise Throttled(DEFAULT_WAIT) from closed
        except (TimeoutError, ClientConnectionError) as lost:
            raise Unknown from lost
        except (InvalidURL, NonHttpUrlClientError) as wrong:
            raise Gone("no address") from wrong

    async def _judge(self, answer: ClientResponse, token: str) -> dict[str, Any]:
        if answer.status == 401 and token:
            self._refused(token)
        if answer.status >= 300:
            raise_for(answer.status, answer.headers, await _body(answer))
        return await _body(answer)


def _activities(conversation: str) -> str:
    return f"v3/conversations/{quote(conversation, safe='')}/activities"


async def _body(answer: ClientResponse) -> dict[str, Any]:
    try:
        body = await answer.json(content_type=None)
    except (ValueError, ClientPayloadError):
        # The message is there all the same; to fail now would send it again.
        return {}
    return body if isinstance(body, dict) else {}
