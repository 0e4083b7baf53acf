"""How long the event loop lets others wait."""

import asyncio
import time
from types import TracebackType
from typing import Self

TICK = 0.005
LONG = 0.05


class Stalls:
    """Counts while it is open: `long` are the waits of more than 50 ms, `worst` is the longest, in seconds."""

    def __init__(self) -> None:
        self.long = 0
        self.worst = 0.0
        self._task: asyncio.Task[None] | None = None

    async def _watch(self) -> None:
        while True:
            began = time.monotonic()
            await asyncio.sleep(TICK)
            late = time.monotonic() - began - TICK
            self.worst = max(self.worst, late)
            self.long += late > LONG

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self._watch())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._task
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)
