"""The token by which Teams' Bot Connector knows us: fetched by msal, off the event loop, and cached by it."""

import asyncio
from collections.abc import Awaitable, Callable

from msal import ConfidentialClientApplication

from bot.connector import Throttled

SCOPE = "https://api.botframework.com/.default"
AUTHORITY = "https://login.microsoftonline.com/"
RETRY_SECONDS = 30.0

TokenSource = Callable[[], Awaitable[str | None]]


async def no_token() -> str | None:
    """Local mode: the playground asks for none."""
    return None


def token_source(app_id: str, password: str, tenant: str) -> TokenSource:
    """A source of bearer tokens for a single-tenant bot; raises Throttled while Entra gives none."""
    application: ConfidentialClientApplication | None = None
    lock = asyncio.Lock()

    def fetch() -> dict[str, str]:
        nonlocal application
        # Made at first use: it asks Entra for its addresses, and the start of the service must not wait for that.
        if application is None:
            application = ConfidentialClientApplication(app_id, password, AUTHORITY + tenant)
        return dict(application.acquire_token_for_client([SCOPE]))

    async def token() -> str | None:
        try:
            async with lock:
                answer = await asyncio.to_thread(fetch)
        except (OSError, ValueError) as lost:
            # msal lets its HTTP library's own errors through, and ValueError where Entra knows no such tenant.
            raise Throttled(RETRY_SECONDS) from lost
        if "access_token" not in answer:
            raise Throttled(RETRY_SECONDS)
        return answer["access_token"]

    return token
