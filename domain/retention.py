"""How long what is kept is kept. The centre sets the days in its content; the defaults are on the safe side."""

from dataclasses import dataclass, fields
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from domain.moments import at_midnight


@dataclass(frozen=True)
class Retention:
    """Days for each kind. A request's days begin when it has come to its end, a draft's at its last change.

    Those of an announcement, of who registered and of what was thought of it begin at the end of its session; without
    a session, when it was sent.
    """

    draft: int = 30
    request: int = 365
    recommendation: int = 365
    identity: int = 180
    delivery: int = 90
    log: int = 1826
    announcement: int = 365
    registration: int = 30
    feedback: int = 365

    def mistakes(self) -> list[str]:
        """The kinds that would be kept longer than what they belong to."""
        return [kind for kind, of in BELONGS.items() if getattr(self, kind) > getattr(self, of)]


# What goes with something else at the latest.
BELONGS = {"identity": "request", "delivery": "request", "registration": "announcement", "feedback": "announcement"}
KINDS = tuple(one.name for one in fields(Retention))


@dataclass(frozen=True)
class Purged:
    """A line of the report: what went, how many, and by which rule, such as `request: 365 days`."""

    kind: str
    count: int
    rule: str


def end_of(meeting: date | None, last: date) -> date:
    """The day on which a request has come to its end: that of its meeting, or of the last thing that happened."""
    return max(meeting, last) if meeting else last


def is_over(end: date, days: int, today: date) -> bool:
    """Whether `days` whole days have passed since `end`."""
    return today > end + timedelta(days=days)


def kept_since(days: int, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment, in UTC, before which whatever is older than `days` whole local days began."""
    return at_midnight(now.astimezone(zone).date() - timedelta(days=days), zone)
