"""How fast may be sent: so much a second in each tenant, and one message at a time in each conversation.

Goes by a clock of its own that never runs back: what Teams says in seconds are real ones.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from math import inf

# What may be saved up: at the default pace a single message, so that hardly more than one is ever on its way.
BURST_SECONDS = 0.05
SWEEP_SECONDS = 1.0


@dataclass(frozen=True)
class Limits:
    """Messages a second in one tenant, messages on their way at once, and seconds between two in one conversation.

    `doubt` is how long one waits, in seconds, whose first send ended unknown: most troubles of Teams are over by then.
    """

    per_second: float = 20.0
    at_once: int = 50
    gap: float = 1.0
    doubt: float = 60.0


@dataclass
class _Bucket:
    level: float
    at: float


class Pace:
    """Says who may send now. `clock` gives seconds."""

    def __init__(self, limits: Limits | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        self.limits = limits or Limits()
        self._clock = clock
        self._most = max(1.0, self.limits.per_second * BURST_SECONDS)
        self._buckets: dict[str, _Bucket] = {}
        self._free_at: dict[str, float] = {}
        self._swept = clock()
        # Messages are taken in the thread of the transaction, while others come back in the event loop.
        self._lock = threading.Lock()

    def _bucket(self, tenant: str) -> _Bucket:
        now = self._clock()
        one = self._buckets.setdefault(tenant, _Bucket(self._most, now))
        # A tenant that must wait has its moment in the future, and nothing until then.
        if now > one.at:
            one.level, one.at = min(self._most, one.level + (now - one.at) * self.limits.per_second), now
        return one

    def tokens(self, tenant: str) -> int:
        """How many messages may go out in this tenant now."""
        with self._lock:
            return self._tokens(tenant)

    def _tokens(self, tenant: str) -> int:
        one = self._bucket(tenant)
        return 0 if one.at > self._clock() else int(one.level + 1e-6)

    def opens_in(self, tenant: str) -> float:
        """In how many seconds the next message may go out in this tenant."""
        with self._lock:
            one = self._bucket(tenant)
        return max(0.0, one.at - self._clock()) + max(0.0, 1 - one.level) / self.limits.per_second

    def is_free(self, conversation: str) -> bool:
        """Whether nothing is on its way to this conversation, and the last one was long enough ago."""
        return self._free_at.get(conversation, 0.0) <= self._clock()

    def clears_in(self) -> float:
        """In how many seconds the next conversation that rests is free again."""
        now = self._clock()
        return min((free - now for free in self._free_at.values() if free > now), default=inf)

    def take(self, tenant: str, conversation: str) -> bool:
        """Whether a message may go out; if so it is counted, and the conversation is taken until `landed`."""
        with self._lock:
            may = self.is_free(conversation) and self._tokens(tenant) > 0
            if may:
                self._bucket(tenant).level -= 1
                self._free_at[conversation] = inf
        return may

    def landed(self, conversation: str, rest: float = 0.0) -> None:
        """The message is there, or is known not to be; nothing follows it for `rest` seconds, nor within the gap."""
        with self._lock:
            self._free_at[conversation] = self._clock() + max(rest, self.limits.gap)
            self._sweep()

    def hold(self, tenant: str, seconds: float) -> None:
        """Nothing goes out in this tenant for so long."""
        with self._lock:
            one = self._bucket(tenant)
            one.level, one.at = 0.0, max(one.at, self._clock() + seconds)

    def _sweep(self) -> None:
        now = self._clock()
        if now >= self._swept + SWEEP_SECONDS:
            self._swept = now
            self._free_at = {which: free for which, free in self._free_at.items() if free > now}
