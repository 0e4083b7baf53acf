"""What goes wrong meanwhile."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, closing, suppress

from playground import Fault
from tests.canaries.stage import Stage
from tests.canaries.writers import GROUPS, LOST, fill_form

# Longer than the service waits for its database.
LOCKED_SECONDS = 22
Trouble = Callable[[Stage], AbstractAsyncContextManager[None]]


def _connector(**fault: object) -> Trouble:
    @asynccontextmanager
    async def trouble(stage: Stage) -> AsyncIterator[None]:
        stage.teams.faults.add(Fault(**{"times": None, **fault}))  # type: ignore[arg-type]
        yield
        stage.teams.faults.clear()

    return trouble


@asynccontextmanager
async def nothing(_: Stage) -> AsyncIterator[None]:
    """All is well."""
    yield


def _change(stage: Stage, *statements: str) -> None:
    with closing(sqlite3.connect(stage.service.database, timeout=20)) as connection, connection:
        for one in statements:
            connection.execute(one)


@asynccontextmanager
async def table_gone(stage: Stage) -> AsyncIterator[None]:
    """Handlers break in the middle of their work, with the words in their hands."""
    tables = ("questions", "events", "requesters")
    await asyncio.to_thread(_change, stage, *(f"ALTER TABLE {one} RENAME TO {one}_away" for one in tables))
    yield
    await asyncio.to_thread(_change, stage, *(f"ALTER TABLE {one}_away RENAME TO {one}" for one in tables))


@asynccontextmanager
async def rows_broken(stage: Stage) -> AsyncIterator[None]:
    """Drafts that cannot be read any more."""
    with suppress(*LOST):
        await fill_form(stage, GROUPS[0], send=False)
    await asyncio.to_thread(_change, stage, "UPDATE drafts SET answers = '{\"a\": ' WHERE sent_as IS NULL")
    yield
    await asyncio.to_thread(_change, stage, "DELETE FROM drafts WHERE sent_as IS NULL")


@asynccontextmanager
async def locked(stage: Stage) -> AsyncIterator[None]:
    """Somebody else holds the database, for longer than anybody waits."""
    connection = sqlite3.connect(stage.service.database, timeout=20, isolation_level=None, check_same_thread=False)
    with closing(connection):
        connection.execute("BEGIN IMMEDIATE")
        yield
        await asyncio.sleep(LOCKED_SECONDS)
        connection.execute("ROLLBACK")


async def _kill_soon(stage: Stage) -> None:
    await asyncio.sleep(0.4)
    await stage.restart()


@asynccontextmanager
async def killed(stage: Stage) -> AsyncIterator[None]:
    """kill -9 while people are writing."""
    killing = asyncio.create_task(_kill_soon(stage))
    yield
    await killing


TROUBLES: Mapping[str, Trouble] = {
    "nothing": nothing,
    "connector 500": _connector(kind="status", status=500),
    "connector 429": _connector(kind="status", status=429, retry_after=1),
    "connector 403": _connector(kind="status", status=403),
    "connector down": _connector(kind="cut_before"),
    "connector cut off": _connector(kind="cut_after"),
    "connector slow": _connector(kind="delay", times=5, seconds=3),
    "handler bug": table_gone,
    "broken rows": rows_broken,
    "kill -9": killed,
    "database locked": locked,
}
# In these a press takes so long that only a few are made, side by side.
SLOW = frozenset({"database locked"})
