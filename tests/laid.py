"""Databases on which the migrations run once; each test has a copy of its own."""

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from storage.database import file_of
from storage.schema import upgrade
from tests.ground import open_database


async def _upgrade(url: str) -> None:
    async with open_database(url) as database:
        await upgrade(database)


def lay(url: str) -> None:
    """Give a new database the present schema."""
    # In a thread of its own, since the loop of a test may wait in this one.
    with ThreadPoolExecutor(1) as one:
        one.submit(asyncio.run, _upgrade(url)).result()


def copy_file(file: Path, url: str) -> None:
    """Put a copy of a SQLite file that nobody has open to where this URL says."""
    to = file_of(url)
    assert to and not to.exists(), "a copy is put where nothing is"
    shutil.copyfile(file, to)
