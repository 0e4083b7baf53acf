"""What a person wishes to hear of, and when."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True)
class Preferences:
    """Without a choice: everything, at any hour. Quiet hours are wall time of the centre's zone, over midnight too.

    `off` ends announcements, not what she has registered for; `topics_off` are the keys of the topics left out. With
    `digest`, reminders come once a week on one card, but for those that would then be too late.
    """

    off: bool = False
    reminders: bool = True
    quiet_from: time | None = None
    quiet_until: time | None = None
    topics_off: frozenset[str] = frozenset()
    digest: bool = False
