"""How often somebody may ask for a mail: counted in memory, by digests, and forgotten after an hour."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

SECONDS = 3600.0
# More than so many different ones within an hour are no visitors: then nobody is let through.
MOST_KEYS = 10_000


@dataclass
class Rates:
    """Lets each key through `most` times an hour; `tick` gives seconds that never run back."""

    most: int
    tick: Callable[[], float] = time.monotonic
    _seen: dict[str, deque[float]] = field(default_factory=dict)

    def allows(self, key: str) -> bool:
        """Count one more for this key, unless it has had its share."""
        now = self.tick()
        if key not in self._seen and len(self._seen) >= MOST_KEYS:
            self._tidy(now)
        if key not in self._seen and len(self._seen) >= MOST_KEYS:
            return False
        moments = self._seen.setdefault(key, deque())
        while moments and moments[0] <= now - SECONDS:
            moments.popleft()
        if len(moments) >= self.most:
            return False
        moments.append(now)
        return True

    def _tidy(self, now: float) -> None:
        self._seen = {key: seen for key, seen in self._seen.items() if seen and seen[-1] > now - SECONDS}
