"""One process alone serves a SQLite file: two would both send what is due."""

import fcntl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from io import TextIOWrapper
from pathlib import Path

from storage.database import Unreachable, file_of


class Taken(Exception):
    """Another process serves this database; the message is one sentence that helps."""

    def __init__(self, file: Path) -> None:
        super().__init__(
            f"The database {file} is served by another process already: stop that one, or use PostgreSQL for several."
        )


@asynccontextmanager
async def alone(url: str) -> AsyncIterator[None]:
    """Hold the lock beside a SQLite file until the process ends, in whatever way; a server needs none.

    Raises Taken, and Unreachable where no lock can be made.
    """
    file = file_of(url)
    if file is None:
        yield
        return
    with closing(_lock(url, file)):
        yield


def _lock(url: str, file: Path) -> TextIOWrapper:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = file.with_name(f"{file.name}.lock").open("a")
    except OSError as why:
        raise Unreachable(url, why) from why
    try:
        # The system lets go of it with the process, however that ends.
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as held:
        lock.close()
        raise Taken(file) from held
    return lock
