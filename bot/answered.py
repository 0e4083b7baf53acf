"""What the Connector's refusals mean: try later, never again, or nobody knows."""

import time
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Any

DEFAULT_WAIT = 5.0
# A header that says more is a mistake of somebody's.
LONGEST_WAIT = 24 * 3600.0
# 401 is a fault of ours or of the token, not of the target: it is mended, and then the message still goes.
AGAIN = frozenset({401, 412, 429, 500, 502, 503, 504})
# These are about all that we send into a tenant, and not about one conversation.
WHOLE_TENANT = frozenset({401, 429})
NOT_INSTALLED, BLOCKED, LEFT, TOO_LARGE, REFUSED = "not-installed", "blocked", "left", "too-large", "refused"
MESSAGE_GONE = "message-gone"
REASONS = {403: BLOCKED, 404: LEFT, 413: TOO_LARGE}
CODES = {
    "BotNotInConversationRoster": NOT_INSTALLED,
    "ForbiddenOperationException": NOT_INSTALLED,
    "InvalidBotApiHost": REFUSED,
    "NotEnoughPermissions": REFUSED,
    "ActivityNotFoundInConversation": MESSAGE_GONE,
}


class Throttled(Exception):
    """It did not get through, and may the next time; `wait` in seconds. `whole`: nothing else of the tenant will."""

    def __init__(self, wait: float, *, whole: bool = False) -> None:
        super().__init__(f"again in {wait} s")
        self.wait = wait
        self.whole = whole


class Gone(Exception):
    """The target is not there, or not for us; `reason` is a key that says which."""

    def __init__(self, why: str, reason: str = REFUSED) -> None:
        super().__init__(why)
        self.reason = reason


class Unknown(Exception):
    """The connection broke, or no answer came in time: it may have arrived. `wait` before another try, in seconds."""

    def __init__(self) -> None:
        super().__init__("no answer")
        self.wait = DEFAULT_WAIT


def raise_for(status: int, headers: Mapping[str, str], body: Mapping[str, Any]) -> None:
    """Raise what an answer that is no success means."""
    if status in AGAIN or 300 <= status < 400:
        raise Throttled(_wait(headers), whole=status in WHOLE_TENANT)
    error = body.get("error")
    code = error.get("code") if isinstance(error, dict) else None
    reason = CODES.get(str(code), REASONS.get(status, REFUSED)) if status in (403, 404) else REASONS.get(status)
    raise Gone(f"status {status}", reason or REFUSED)


def _wait(headers: Mapping[str, str]) -> float:
    told = headers.get("Retry-After") or ""
    try:
        wait = float(told)
    except ValueError:
        wait = _until(told, headers.get("Date"))
    # Also what is no number at all comes out of this as a good one.
    return min(max(0.0, wait), LONGEST_WAIT)


def _until(told: str, date: str | None) -> float:
    then = _moment(told)
    if then is None:
        return DEFAULT_WAIT
    # By the clock of who told it, where it shows one.
    return then - (_moment(date or "") or time.time())


def _moment(text: str) -> float | None:
    try:
        read = parsedate_to_datetime(text)
    except ValueError:
        return None
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()
