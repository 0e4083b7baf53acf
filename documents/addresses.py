"""The service's own addresses: its page, its feeds, and calendar files whose addresses are signed and run out."""

import hashlib
import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlencode

# What the key is made for (`storage/vault.py`, `secret`).
PURPOSE = "calendar addresses"
# For how long after a session its file can still be fetched: a late "called off" has to find its entry.
AFTERWARDS = timedelta(days=7)
SECONDS = re.compile(r"[0-9]{1,11}", re.ASCII)


class Verdict(StrEnum):
    """What becomes of a request for a signed address."""

    GOOD = "good"
    EXPIRED = "expired"
    WRONG = "wrong"


@dataclass(frozen=True)
class Site:
    """Where the service is reached from outside; `url` ends in no slash and is empty where it is not reached.

    `page` says whether it shows its public page, with the feeds; `mail`, whether one can register there by e-mail.
    """

    url: str = ""
    page: bool = True
    mail: bool = False

    @property
    def has_page(self) -> bool:
        """Whether there is a public page."""
        return bool(self.url) and self.page

    def at(self, path: str) -> str:
        """The whole address of a path, which begins with a slash."""
        return f"{self.url}{path}"

    def feed(self, topic: str, language: str) -> str:
        """The calendar of a topic; empty where there is none."""
        return self.at(f"/calendar/{topic}.ics?{urlencode({'lang': language})}") if self.has_page else ""

    def file(self, key: bytes, announcement_id: str, until: datetime, language: str) -> str:
        """The calendar file of a session with its way in, until a moment; empty where the service is not reached."""
        if not self.url:
            return ""
        seconds = str(int(until.timestamp()))
        sign = signature(key, announcement_id, seconds, language)
        query = urlencode({"until": seconds, "lang": language, "sign": sign})
        return self.at(f"/calendar/{announcement_id}.ics?{query}")


def signature(key: bytes, *parts: str) -> str:
    """What shows that an address was made here, for these parts and no others."""
    return hmac.new(key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()


def judge(key: bytes, announcement_id: str, query: Mapping[str, str], now: datetime) -> Verdict:
    """Whether an address is ours and still holds."""
    until, language, sign = (query.get(name, "") for name in ("until", "lang", "sign"))
    expected = signature(key, announcement_id, until, language)
    # As bytes: signs that are not ASCII cannot be compared otherwise.
    same = hmac.compare_digest(expected.encode(), sign.encode("utf-8", "replace"))
    if not same or not SECONDS.fullmatch(until):
        return Verdict.WRONG
    return Verdict.GOOD if now < datetime.fromtimestamp(int(until), UTC) else Verdict.EXPIRED
