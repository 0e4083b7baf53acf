"""As whom the service answers, and who may come in: the people of its tenant, and of those that may ask as guests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from bot.service_urls import TEAMS, Addresses, origin_of

CHANNEL = "msteams"
METADATA = "https://login.botframework.com/v1/.well-known/openidconfiguration"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# What executes something: it must say who asks for it, and which one it is, so that it is done once.
ASKING = frozenset({"message", "invoke"})


@dataclass(frozen=True)
class Door:
    """The service's identity. Without an `app_id` it takes no tokens: in local mode only.

    `tenant` is the home tenant and `guests` are the others whose people may ask, all in small letters;
    `service_urls` are what local mode with an `app_id` answers to besides Teams, without a token.
    """

    tenant: str
    local: bool = False
    app_id: str = ""
    password: str = ""
    guests: frozenset[str] = frozenset()
    metadata_url: str = METADATA
    service_urls: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.tenant or not (self.local or self.app_id):
            raise ValueError("a door without a tenant, or without tokens outside of local mode")

    @property
    def addresses(self) -> Addresses:
        """Where it answers to."""
        if self.local and not self.app_id:
            return Addresses(signed=frozenset(), loopback=True)
        listed = frozenset(origin for one in self.service_urls if (origin := origin_of(one)))
        return Addresses(TEAMS, listed if self.local else frozenset())

    def admit(self, activity: Mapping[str, Any]) -> None:
        """Let an activity in, read by `bot/envelope.py`. Raises HTTPForbidden or HTTPBadRequest."""
        if activity["channelId"] != CHANNEL:
            raise web.HTTPForbidden(reason="not from Teams")
        if not self.addresses.allow(activity["serviceUrl"]):
            raise web.HTTPForbidden(reason="no address to answer to")
        self._admit_tenant(activity)
        if activity["type"] in ASKING:
            _admit_person(activity)

    def _admit_tenant(self, activity: Mapping[str, Any]) -> None:
        tenant = tenant_in(activity)
        if tenant != self.tenant and tenant not in self.guests:
            raise web.HTTPForbidden(reason="not a tenant of ours")
        if activity["conversation"].get("tenantId", tenant).lower() != tenant:
            raise web.HTTPForbidden(reason="two tenants at once")


def tenant_in(activity: Mapping[str, Any]) -> str:
    """The tenant that the channel data name, in small letters; empty when they name none."""
    return str(activity.get("channelData", {}).get("tenant", {}).get("id", "")).lower()


def _admit_person(activity: Mapping[str, Any]) -> None:
    if not activity.get("id"):
        raise web.HTTPBadRequest(reason="no id")
    if not GUID.fullmatch(activity.get("from", {}).get("aadObjectId", "")):
        raise web.HTTPBadRequest(reason="nobody of Entra")
