"""What may be done to an announcement, by the state that it is in."""

from collections.abc import Mapping
from datetime import datetime

from domain.announcements import ASKED, FOUND_BEFORE, Announcement, State
from domain.refusals import Refused

_LIVE = frozenset({State.WAITING, State.PLANNED, State.OUT, State.STOPPED, State.HELD})
NEXT: Mapping[str, frozenset[State]] = {
    "announce": frozenset({State.WRITTEN, State.LISTED, State.WAITING, State.PLANNED}),
    "approve": ASKED,
    "stop": frozenset({State.PLANNED, State.OUT}),
    "go-on": frozenset({State.STOPPED}),
    "edit": _LIVE | {State.WRITTEN, State.LISTED},
    "recall": _LIVE | {State.WRITTEN},
    "call-off": _LIVE | {State.LISTED},
}


def allows(one: Announcement, action: str) -> bool:
    """Whether this can be done to an announcement in its state."""
    if one.session and one.state in FOUND_BEFORE:
        # What people have found is called off, so that they hear of it; of all else nobody needs to know.
        return one.state in NEXT[action] and action != ("recall" if one.is_found else "call-off")
    return one.state in NEXT[action]


def check(announcement: Announcement, action: str) -> None:
    """Refuse what cannot be done to an announcement in its state."""
    if not allows(announcement, action):
        raise Refused("refused-announcement-state")


def check_ahead(announcement: Announcement, at: datetime) -> None:
    """Refuse to announce at this moment a session that is over by then."""
    if announcement.session and not announcement.is_ahead(at):
        raise Refused("refused-session-past")
