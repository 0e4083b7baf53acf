"""botbuilder's CloudAdapter, with our own pooled sender in the place of the SDK's."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter
from botbuilder.schema import Activity, ActivityTypes, ResourceResponse
from botframework.connector.auth import (
    AuthenticateRequestResult,
    BotFrameworkAuthentication,
    ClaimsIdentity,
    ConnectorFactory,
)

from bot.connector import Connector


class _Conversations:
    """What botbuilder's turn context calls, at one service URL."""

    def __init__(self, connector: Connector, service_url: str) -> None:
        self._connector = connector
        self._service_url = service_url

    async def send_to_conversation(self, conversation: str, activity: Activity) -> ResourceResponse:
        """Post an activity."""
        return await self._call("POST", f"v3/conversations/{_quoted(conversation)}/activities", activity)

    async def reply_to_activity(self, conversation: str, to: str, activity: Activity) -> ResourceResponse:
        """Post an activity as the answer to another."""
        return await self._call("POST", f"v3/conversations/{_quoted(conversation)}/activities/{_quoted(to)}", activity)

    async def update_activity(self, conversation: str, which: str, activity: Activity) -> ResourceResponse:
        """Put an activity in another's place."""
        return await self._call(
            "PUT", f"v3/conversations/{_quoted(conversation)}/activities/{_quoted(which)}", activity
        )

    async def _call(self, method: str, path: str, activity: Activity) -> ResourceResponse:
        answer = await self._connector.call(method, self._service_url, path, activity.serialize())
        return ResourceResponse(id=str(answer.get("id", "")))


def _quoted(part: str) -> str:
    return quote(part, safe="")


class _Client:
    def __init__(self, connector: Connector, service_url: str) -> None:
        self.conversations = _Conversations(connector, service_url)


class _Factory(ConnectorFactory):
    def __init__(self, connector: Connector) -> None:
        self._connector = connector

    async def create(self, service_url: str, audience: str) -> Any:
        """A client that sends through our own connector."""
        return _Client(self._connector, service_url)


class _Authentication(BotFrameworkAuthentication):
    """Refuses to judge: a header is never given to it, since the gate has judged before (`bot/tokens.py`)."""

    def __init__(self, factory: _Factory) -> None:
        self._factory = factory

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """Nobody comes in this way."""
        raise PermissionError

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> None:
        """Nor this way."""
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """Our own way out."""
        return self._factory

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in to anything here, and the SDK's client costs a third of a turn."""


class Adapter(CloudAdapter):
    """Turns an activity that the gate has let in into a turn, whose answers go out through `connector`."""

    def __init__(self, connector: Connector) -> None:
        self._factory = _Factory(connector)
        super().__init__(_Authentication(self._factory))

    async def take(self, activity: Activity, logic: Callable[[TurnContext], Awaitable[None]]) -> InvokeResponse | None:
        """Run its turn; gives what an invoke is answered with."""
        admitted = AuthenticateRequestResult()
        admitted.claims_identity, admitted.connector_factory = ClaimsIdentity({}, True), self._factory
        return await self.process_activity(admitted, activity, logic)


async def answer_invoke(context: TurnContext, status: int, body: Mapping[str, Any] | None) -> None:
    """Lay down what the invoke's HTTP request is answered with."""
    value = InvokeResponse(status=status, body=dict(body) if body is not None else None)
    await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=value))
