"""Both databases keep what they were given, and never lose an update."""

import asyncio
import sqlite3
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select, text, update
from sqlalchemy.exc import IntegrityError

from storage.database import Database, Unreachable
from storage.notice_tables import notices
from storage.schema import upgrade
from storage.tables import counters, drafts, moments
from tests.storage.facts import NOW, person

SUMMER = timezone(timedelta(hours=3))
PRAGMAS = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 20000, "secure_delete": 1}


def files(folder: Path) -> list[Path]:
    return list(folder.iterdir())


@pytest.fixture
async def sqlite(empty_sqlite_url: str) -> Database:
    one = Database(empty_sqlite_url)
    await upgrade(one)
    return one


@pytest.mark.parametrize(("name", "wanted"), PRAGMAS.items())
async def test_sqlite_keeps_what_it_has_acknowledged(sqlite: Database, name: str, wanted: object) -> None:
    async with sqlite.read() as connection:
        assert await connection.scalar(text(f"PRAGMA {name}")) == wanted
    await sqlite.close()


async def test_a_writing_transaction_is_alone_from_its_beginning_and_a_reading_one_waits_for_nobody(
    sqlite: Database, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "ot-botti.db", timeout=0, isolation_level=None)
    async with sqlite.write(), asyncio.timeout(5):
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
        async with sqlite.read() as connection:
            assert await connection.scalar(select(counters.c.last)) is None
    other.execute("BEGIN IMMEDIATE")
    other.close()
    await sqlite.close()


async def test_four_writers_on_sqlite_lose_no_update_even_when_they_read_before_they_write(
    empty_sqlite_url: str,
) -> None:
    databases = [Database(empty_sqlite_url) for _ in range(4)]
    await upgrade(databases[0])
    async with databases[0].write() as connection:
        await connection.execute(insert(counters).values(code="HE", year=2022, last=0))

    async def raise_often(database: Database) -> None:
        for _ in range(20):
            async with database.write() as connection:
                seen = await connection.scalar(select(counters.c.last))
                await connection.execute(update(counters).values(last=(seen or 0) + 1))

    await asyncio.gather(*(raise_often(one) for one in databases))
    async with databases[0].read() as connection:
        assert await connection.scalar(select(counters.c.last)) == 80
    for one in databases:
        await one.close()


async def test_a_moment_comes_back_in_utc_whatever_zone_it_was_given_in(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(insert(moments).values(name="x", at=datetime(2022, 9, 20, 8, 0, tzinfo=SUMMER)))
    async with database.read() as connection:
        kept = await connection.scalar(select(moments.c.at))
    assert kept == NOW
    assert kept.utcoffset() == timedelta(0)


async def test_a_moment_that_is_not_there_stays_away(database: Database) -> None:
    async with database.read() as connection:
        assert await connection.scalar(select(moments.c.at)) is None


async def test_nothing_of_a_broken_transaction_stays(database: Database) -> None:
    async def break_midway() -> None:
        async with database.write() as connection:
            await connection.execute(insert(counters).values(code="HE", year=2022, last=1))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        await break_midway()
    async with database.read() as connection:
        assert await connection.scalar(select(counters.c.last)) is None


async def test_a_row_without_its_owner_is_refused(database: Database) -> None:
    await person(database)
    values: dict[str, Any] = {
        "id": "1",
        "owner": "nobody",
        "form": "f",
        "group": "g",
        "language": "fi",
    }
    values |= {"version": 1, "created_at": NOW, "changed_at": NOW, "expires_at": NOW}
    with pytest.raises(IntegrityError):
        async with database.write() as connection:
            await connection.execute(insert(drafts).values(values))


async def test_an_error_of_the_database_does_not_quote_what_was_written(database: Database) -> None:
    async def write_twice() -> None:
        async with database.write() as connection:
            for _ in range(2):
                values = {"id": "Salainen asia", "kind": "k", "subject": "s", "occurrence": "", "revision": 1}
                await connection.execute(insert(notices).values(values | {"created_at": NOW}))

    with pytest.raises(IntegrityError) as refused:
        await write_twice()
    assert "Salainen asia" not in str(refused.value.statement) + str(refused.value).replace(str(refused.value.orig), "")


async def test_both_databases_answer_and_know_what_they_are(database: Database, database_url: str) -> None:
    assert await database.answers()
    assert database.is_sqlite is database_url.startswith("sqlite")


async def test_the_server_ends_a_transaction_in_which_nothing_is_said_any_more(postgres_database: Database) -> None:
    # Whoever is frozen amid one would keep all others from what it has locked.
    limit, shown = "8s", text("SHOW idle_in_transaction_session_timeout")
    aside = postgres_database.aside()
    async with postgres_database.read() as connection:
        assert await connection.scalar(shown) == limit
    with aside.engine.begin() as direct:
        assert direct.scalar(shown) == limit
    aside.close()


async def test_a_server_that_is_away_is_named_without_its_password() -> None:
    away = Database("postgresql://ot:hunter2@127.0.0.1:1/ot")
    with pytest.raises(Unreachable, match=r"OT_DATABASE_URL \(postgresql://ot:\*\*\*@127.0.0.1:1/ot\)") as told:
        await away.answers()
    assert "hunter2" not in str(told.value)
    await away.close()


async def test_a_file_that_is_no_database_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("this is not a database, but some words of a good length")
    broken = Database(f"sqlite:///{tmp_path / 'words.db'}")
    with pytest.raises(Unreachable, match="not a database"):
        await broken.answers()
    await broken.close()


def test_a_folder_that_cannot_be_made_is_said_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Unreachable, match="file"):
        Database(f"sqlite:///{tmp_path / 'file' / 'ot-botti.db'}").make_folder()


def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    Database(f"sqlite:///{tmp_path / 'var' / 'deep' / 'ot-botti.db'}").make_folder()
    assert (tmp_path / "var" / "deep").is_dir()


async def test_asking_whether_there_is_a_database_makes_none(empty_sqlite_url: str, tmp_path: Path) -> None:
    async with Database(empty_sqlite_url) as database:
        assert not database.exists()
        assert files(tmp_path) == []
        await upgrade(database)
        assert database.exists()
    assert Database("postgresql://ot@127.0.0.1:1/ot").exists()


@pytest.mark.parametrize("url", ["mysql://localhost/ot", "no url at all", "", "postgresql://localhost:port/ot"])
def test_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        Database(url)
