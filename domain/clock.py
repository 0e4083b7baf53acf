"""One clock for everything, turnable in local mode and in tests."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class Clock:
    """Tells the service's moment: a start that runs on at `rate` times the pace of `tick`.

    `tick` gives seconds of any origin that never run back unannounced, such as `time.time`. `turns` counts how often it
    was moved by hand: after that every moment stands at another `tick`.
    """

    def __init__(self, start: datetime, tick: Callable[[], float], rate: float = 1.0) -> None:
        self._tick = tick
        self.rate, self.turns = rate, 0
        self._start = start.astimezone(UTC)
        self._origin = tick()

    @classmethod
    def going_on(cls, wished: datetime, last: datetime | None, tick: Callable[[], float], rate: float) -> "Clock":
        """A clock that starts at `wished`, or at the last moment that was seen when that is later."""
        return cls(max(wished, last) if last else wished, tick, rate)

    def now(self) -> datetime:
        """The present moment, in UTC."""
        return self._start + timedelta(seconds=(self._tick() - self._origin) * self.rate)

    def tick_at(self, moment: datetime) -> float:
        """What `tick` gives when the clock shows `moment`."""
        return self._origin + (moment - self._start).total_seconds() / self.rate

    def move_to(self, moment: datetime) -> bool:
        """Run on from `moment`; False, and nothing moved, when it lies in the past."""
        if moment < self.now():
            return False
        self._start, self._origin = moment.astimezone(UTC), self._tick()
        self.turns += 1
        return True
