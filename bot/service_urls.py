"""Where answers may be sent: what an activity names is not believed."""

from urllib.parse import urlsplit

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# Teams' Bot Connector (public cloud), by region in the path.
TEAMS = frozenset({"smba.trafficmanager.net"})


def is_allowed(url: str | None, *, local: bool) -> bool:
    """Whether the service may post to this address: loopback in local mode, Teams' connector in production."""
    try:
        parts = urlsplit(url or "")
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.username or parts.password:
        return False
    if local:
        return parts.scheme in ("http", "https") and host in LOOPBACK
    return parts.scheme == "https" and host in TEAMS and parts.port in (None, 443)
