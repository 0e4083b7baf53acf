"""Where answers may be sent: what an activity names is not believed."""

import re
from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
LONGEST = 512
# One reading for all who look at an address: what two parsers could read differently is none.
URL = re.compile(r"(https?)://([a-z0-9.-]+|\[[0-9a-f:]+\])(?::([0-9]{1,5}))?(?:/[a-z0-9._~/-]*)?", re.IGNORECASE)
PORTS = {"http": 80, "https": 443}

Origin = tuple[str, str, int]
# Teams' Bot Connector (public cloud), by region in the path.
TEAMS: frozenset[Origin] = frozenset({("https", "smba.trafficmanager.net", 443)})


def origin_of(url: str | None) -> Origin | None:
    """Scheme, host and port of a plain web address; None when it is anything else, such as one with a user in it."""
    found = URL.fullmatch(url or "") if len(url or "") <= LONGEST else None
    if found is None:
        return None
    scheme, host, port = found[1].lower(), found[2].lower(), found[3]
    return scheme, host, int(port) if port else PORTS[scheme]


def is_loopback(url: str | None) -> bool:
    """Whether it is an address of this machine."""
    origin = origin_of(url)
    return origin is not None and origin[1] in LOOPBACK


@dataclass(frozen=True)
class Addresses:
    """Where the service may post to: with its bearer token to `signed`, without one to `bare`.

    `loopback` adds all of this machine to the latter.
    """

    signed: frozenset[Origin] = TEAMS
    bare: frozenset[Origin] = frozenset()
    loopback: bool = False

    def allow(self, url: str | None) -> bool:
        """Whether anything may be sent there."""
        return self.take_token(url) or origin_of(url) in self.bare or (self.loopback and is_loopback(url))

    def take_token(self, url: str | None) -> bool:
        """Whether our bearer token may be sent there."""
        return origin_of(url) in self.signed
