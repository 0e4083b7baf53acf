"""What may be logged: an event that is listed here, and fields of a listed name and shape. All else is left out.

Nothing that a person wrote can reach a log: of a failure it has the kind and the place, of a library's message who
spoke and how gravely, and never the words.
"""

import logging
import re
import sys
import threading
from collections.abc import Mapping, MutableMapping
from typing import Any, TextIO

import structlog

from bot.failures import told
from domain.people import Role

log = structlog.get_logger()

Event = MutableMapping[str, Any]

EVENTS = frozenset(
    {
        "access log head",
        "afterwards failed",
        "another instance leads",
        "announcements sent",
        "announcements too late",
        "clock goes on from the last moment seen",
        "delivery broke",
        "delivery ended",
        "drafts expired",
        "erased again after a restore",
        "jobs healed",
        "leading",
        "library said something",
        "mail ended",
        "not let in",
        "reminders missed",
        "reminders planned",
        "reply did not get through",
        "request failed",
        "role ended",
        "serving",
        "signing keys not fetched",
        "time limit kept",
        "turn failed",
        "uncaught",
        "worker broke",
    }
)

IDENTIFIER = re.compile(r"[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}|[0-9a-f]{8}")
KIND = re.compile(r"[a-z][a-z-]{0,39}")
KINDS_OF_ERRORS = re.compile(r"[A-Za-z_]\w{0,59}( from [A-Za-z_]\w{0,59}){0,9}", re.ASCII)
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?([+-]\d\d:\d\d|Z)?", re.ASCII)
LIBRARY = re.compile(
    r"(aiohttp|aiosqlite|alembic|apscheduler|asyncio|botbuilder|botframework|concurrent|fluent|msal|msrest|psycopg"
    r"|py\.warnings|requests|root|sqlalchemy|urllib3)(\.\w{1,40}){0,5}",
    re.ASCII,
)
PLACES = re.compile(r"([\w./<>-]{1,200}:\d{1,6} [\w<>.]{1,120}(, )?)*", re.ASCII)
REASON = re.compile(
    r"status \d{3}|again in [\d.]{1,8} s|no answer|no address|address not allowed|no password to fetch a token with"
    r"|not-installed|blocked|left|refused|too-large|message-gone|nothing|attempts|off"
    r"|no HTTP|no JSON that fits|a broken body|no activity|no id|nobody of Entra|no token|no good token|not from Teams"
    r"|key not endorsed|another address than the token's|no address to answer to|not a tenant of ours"
    r"|two tenants at once|(Bad|Not|Method|Request|Unsupported|Length|Header|URI)( [A-Z][a-z]{1,12}){1,5}",
    re.ASCII,
)
HASH = re.compile(r"[0-9a-f]{64}")
WHERE_TO_LISTEN = re.compile(r"[0-9a-f.:]{2,45}|localhost")

# A field is a number, a yes or no, or a text of this shape.
FIELDS: Mapping[str, re.Pattern[str] | type] = {
    "count": int,
    "delivery": IDENTIFIER,
    "error": KINDS_OF_ERRORS,
    "fence": int,
    "grant": IDENTIFIER,
    "group": KIND,
    "head": HASH,
    "host": WHERE_TO_LISTEN,
    "kept": int,
    "kind": KIND,
    "library": LIBRARY,
    "local": bool,
    "moment": MOMENT,
    "person": IDENTIFIER,
    "port": int,
    "reference": IDENTIFIER,
    "role": re.compile("|".join(Role)),
    "seq": int,
    "status": int,
    "where": PLACES,
    "why": REASON,
    "wished": MOMENT,
    "worker": re.compile("outbox|afterwards|errands|rosters|mailing"),
}
LARGEST = 10**9
QUIET = ("msrest", "aiohttp.access", "apscheduler", "alembic", "urllib3")


def _fits(name: str, value: object) -> bool:
    shape = FIELDS.get(name)
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and bool(shape.fullmatch(value))
    return type(value) is shape and isinstance(value, int) and abs(value) < LARGEST


def listed(_: object, __: str, event: Event) -> Event:
    """Keep what is listed, and say how many things were not."""
    failed = event.pop("exc_info", None)
    error = failed if isinstance(failed, BaseException) else sys.exception() if failed else None
    given = {name: value for name, value in event.items() if name != "event"} | (told(error) if error else {})
    some = {name: value for name, value in given.items() if value not in (None, "")}
    kept = {name: value for name, value in some.items() if _fits(name, value)}
    known = event.get("event") in EVENTS
    dropped = len(some) - len(kept) + (not known)
    name = event["event"] if known else "not listed"
    return {"event": name, **kept, **({"dropped": dropped} if dropped else {})}


def configure(out: TextIO) -> None:
    """Log to `out`, one JSON object a line."""
    structlog.configure(
        processors=[
            listed,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        logger_factory=structlog.PrintLoggerFactory(out),
    )


class Libraries(logging.Handler):
    """Takes what libraries log: who spoke and how gravely, the kind and place of an error, and not a word."""

    def emit(self, record: logging.LogRecord) -> None:
        """Log that something was said."""
        grave = logging.ERROR if record.levelno >= logging.ERROR else logging.WARNING
        error = record.exc_info[1] if record.exc_info else None
        log.log(grave, "library said something", library=record.name, **(told(error) if error else {}))

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Say nothing: the standard answer would print the message with its values."""


def _uncaught(error: BaseException | None) -> None:
    log.error("uncaught", **(told(error) if error else {}))


def guard() -> None:
    """Let no other way lead out of this process: libraries, warnings, and what nobody has caught.

    For a process of its own only, since it is never undone.
    """
    logging.captureWarnings(True)
    logging.root.handlers[:] = [Libraries()]
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.ERROR)
    sys.excepthook = lambda _, error, __: _uncaught(error)
    sys.unraisablehook = lambda failed: _uncaught(failed.exc_value)
    threading.excepthook = lambda failed: _uncaught(failed.exc_value)
