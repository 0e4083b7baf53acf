"""A SQLite file is served by one process; several share a PostgreSQL."""

import multiprocessing
from pathlib import Path

import pytest

from storage.database import Unreachable
from storage.sole import Taken, alone


async def test_a_second_one_is_refused_with_a_sentence_that_helps_and_welcome_afterwards(empty_sqlite_url: str) -> None:
    async with alone(empty_sqlite_url):
        with pytest.raises(Taken, match="served by another process already: stop that one"):
            async with alone(empty_sqlite_url):
                pass
    async with alone(empty_sqlite_url):
        pass


def _hold(file: str) -> None:
    import asyncio
    import os

    async def holding() -> None:
        async with alone(f"sqlite:///{file}"):
            os._exit(9)

    asyncio.run(holding())


async def test_who_dies_holds_nothing(tmp_path: Path) -> None:
    file = tmp_path / "ot.db"
    died = multiprocessing.get_context("spawn").Process(target=_hold, args=(str(file),))
    died.start()
    died.join(30)
    assert died.exitcode == 9
    async with alone(f"sqlite:///{file}"):
        assert file.with_name("ot.db.lock").exists()


async def test_where_no_lock_can_be_made_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreachable):
        async with alone(f"sqlite:///{tmp_path}/file/ot.db"):
            pass


async def test_a_server_needs_none() -> None:
    for _ in range(2):
        async with alone("postgresql://x/y"), alone("postgresql://x/y"):
            pass
