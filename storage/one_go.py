"""A transaction in one go, in a thread of its own: the sender's, which is one of thousands.

An asynchronous driver goes to its thread and back for every cursor, statement and fetch; between two such steps the
event loop does whatever else is due. What a broadcast needs is a short transaction, so this one takes a single step.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, CursorResult, Dialect, Engine, ScalarResult
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
# After so much work another thread may have a turn; it takes about so long to wake up.
WORK_SECONDS, REST_SECONDS = 0.003, 0.0003
Work = Callable[[AsyncConnection], Coroutine[Any, Any, T]]


class _Direct:
    """What the functions of this room ask of a connection, answered at once."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._rested = connection, time.monotonic()

    def _rest(self) -> None:
        """Let the event loop have its turn.

        Every step of SQLite gives up the interpreter's lock and has it back before another thread has woken up for it.
        """
        if time.monotonic() - self._rested > WORK_SECONDS:
            time.sleep(REST_SECONDS)
            self._rested = time.monotonic()

    @property
    def dialect(self) -> Dialect:
        return self._connection.dialect

    @property
    def sync_engine(self) -> Engine:
        return self._connection.engine

    async def execute(self, *given: Any) -> CursorResult[Any]:
        self._rest()
        return self._connection.execute(*given)

    async def scalar(self, *given: Any) -> Any:
        self._rest()
        return self._connection.scalar(*given)

    async def scalars(self, *given: Any) -> ScalarResult[Any]:
        self._rest()
        return self._connection.scalars(*given)


class OneGo:
    """Runs transactions on an engine with a driver that waits, one after another."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._thread = ThreadPoolExecutor(1, "one-go")

    async def write(self, work: Work[T]) -> T:
        """Run `work` in one transaction; it may await the functions of this room and nothing else."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, self.run, work)

    def run(self, work: Work[T]) -> T:
        """The same in the caller's thread, which waits."""
        with self.engine.begin() as connection:
            return _driven(work(cast(AsyncConnection, _Direct(connection))))

    def look(self, work: Work[T]) -> T:
        """Run `work`, which only reads, in the caller's thread; it waits for no writer."""
        with self.engine.connect().execution_options(ot_read=True) as connection:
            return _driven(work(cast(AsyncConnection, _Direct(connection))))

    def close(self) -> None:
        """Give back the connection; waits for a transaction that runs."""
        self._thread.shutdown()
        self.engine.dispose()


def _driven(work: Coroutine[Any, Any, T]) -> T:
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise RuntimeError("it awaits what is not of this transaction")
