"""botbuilder's CloudAdapter, with our own pooled sender in the place of the SDK's."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.integration.aiohttp import CloudAdapter, ConfigurationBotFrameworkAuthentication
from botbuilder.schema import Activity, ActivityTypes, ResourceResponse
from botframework.connector.auth import (
    AuthenticateRequestResult,
    ClaimsIdentity,
    ConnectorFactory,
    PasswordServiceClientCredentialFactory,
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


class Authentication(ConfigurationBotFrameworkAuthentication):
    """botbuilder's checks of what comes in; what goes out goes through our own connector."""

    def __init__(self, app_id: str, password: str, connector: Connector) -> None:
        # An empty id switches the SDK's checks off: local mode only, and production never starts without one.
        known_as = PasswordServiceClientCredentialFactory(app_id, password)
        super().__init__(object(), credentials_factory=known_as)
        self._factory = _Factory(connector)

    async def authenticate_request(self, activity: Activity, auth_header: str) -> AuthenticateRequestResult:
        """The SDK's judgement, with our own way to answer."""
        result = await super().authenticate_request(activity, auth_header)
        result.connector_factory = self._factory
        return result

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> ConnectorFactory:
        """Our own way out."""
        return self._factory

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """None: nobody signs in to anything here, and the SDK's client costs a third of a turn."""


def make_adapter(app_id: str, password: str, connector: Connector) -> CloudAdapter:
    """The adapter that turns a request into a turn."""
    return CloudAdapter(Authentication(app_id, password, connector))


async def answer_invoke(context: TurnContext, status: int, body: Mapping[str, Any] | None) -> None:
    """Lay down what the invoke's HTTP request is answered with."""
    value = InvokeResponse(status=status, body=dict(body) if body is not None else None)
    await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=value))
