"""Links that people are sent to: judged by their host, against a list that the centre has written.

A link is taken only in its plainest spelling. What a browser would have to repair, decode or guess at is no link
here, since two readers of such a one need not arrive at the same place.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST = 2048
TEAMS_HOSTS = ("teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft")
LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
# The last part is letters: whatever spelling an IP address comes in, it ends in a number.
HOST = re.compile(rf"(?=.{{4,253}}$)({LABEL}\.)+[a-z]{{2,63}}")
LISTED = re.compile(rf"(\*\.(?=[^.]+\.))?(?P<host>{HOST.pattern})")
# Scheme and host in any case, as a telephone writes them; no user, no port, and nothing that is not ASCII.
# Without re.ASCII the Kelvin sign would be a k, since case is not looked at.
LINK = re.compile(
    r"https://(?P<host>[a-z0-9.-]+)(?P<rest>[/?#][a-z0-9._~:/?#@!$&'()*+,;=%-]*)?", re.IGNORECASE | re.ASCII
)
# A broken escape, or one that stands for a control character or a backslash.
ESCAPES = re.compile(r"%(?![0-9a-f]{2})|%[01][0-9a-f]|%7f|%5c", re.IGNORECASE)


@dataclass(frozen=True)
class Link:
    """An address that has been judged: only `check_link` and `own_link` make one."""

    url: str
    host: str


def split_link(url: str) -> Link:
    """A link in its plainest spelling, its host in small letters. Raises ValueError saying what was expected."""
    found = LINK.fullmatch(url) if len(url) <= LONGEST else None
    if found is None or ESCAPES.search(found["rest"] or ""):
        raise ValueError("a plain https link, without user, port or signs that have to be guessed at")
    host = found["host"].lower()
    if not HOST.fullmatch(host):
        raise ValueError("a link to a host by its name, such as https://teams.microsoft.com/…")
    return Link(url, host)


def check_host(listed: str) -> str:
    """An entry of the list: a host, or `*.host` for all below it. Raises ValueError saying what was expected."""
    if not LISTED.fullmatch(listed):
        raise ValueError("a host such as koskeverkko.fi, or *.koskeverkko.fi for all below it")
    return listed


def _matches(host: str, listed: str) -> bool:
    if not listed.startswith("*."):
        return host == listed
    # Names in disguise (`xn--…`) may look like any other: each has to be listed by itself.
    return host.endswith(listed[1:]) and not any(part.startswith("xn--") for part in host.split("."))


def own_link(url: str, ours: str) -> Link:
    """A link to the service itself, which is reached at `ours`: an address that the settings have judged.

    Raises ValueError when it leads anywhere else.
    """
    if not ours or not url.startswith(f"{ours}/"):
        raise ValueError("a link to the service itself")
    return Link(url, urlsplit(ours).hostname or "")


def check_link(url: str, hosts: Iterable[str]) -> Link:
    """The link, when its host is one of `hosts`. Raises ValueError saying what was expected."""
    link = split_link(url)
    if not any(_matches(link.host, one) for one in hosts):
        raise ValueError(f"a link to one of link_hosts; {link.host} is not among them")
    return link
