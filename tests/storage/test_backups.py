"""A backup is whole while the service writes; a restore is whole or nothing."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from storage.backups import BackupError, backup, copied, head_before, restore


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "ot-botti.db"
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        made.execute("CREATE TABLE alembic_version (version_num TEXT)")
        made.execute("CREATE TABLE pairs (one INTEGER, other INTEGER)")
        made.commit()
    return path


def write_pairs(database: Path, stopped: threading.Event) -> None:
    """Two rows at a time, never one of them alone."""
    with closing(sqlite3.connect(database, timeout=20, isolation_level=None)) as mine:
        number = 0
        while not stopped.is_set():
            number += 1
            mine.execute("BEGIN IMMEDIATE")
            mine.execute("INSERT INTO pairs VALUES (?, 0)", (number,))
            mine.execute("INSERT INTO pairs VALUES (0, ?)", (number,))
            mine.execute("COMMIT")


def sums(path: Path) -> tuple[int, int]:
    with closing(sqlite3.connect(path)) as read:
        one, other = read.execute("SELECT coalesce(sum(one), 0), coalesce(sum(other), 0) FROM pairs").fetchone()
    return one, other


def put(path: Path, number: int) -> None:
    with closing(sqlite3.connect(path)) as mine:
        mine.execute("INSERT INTO pairs VALUES (?, ?)", (number, number))
        mine.commit()


def test_a_backup_under_load_is_of_one_moment(database: Path, tmp_path: Path) -> None:
    stopped = threading.Event()
    writers = [threading.Thread(target=write_pairs, args=(database, stopped)) for _ in range(2)]
    for one in writers:
        one.start()
    try:
        for number in range(5):
            backup(database, tmp_path / f"copy-{number}")
    finally:
        stopped.set()
        for one in writers:
            one.join()
    seen = [sums(tmp_path / f"copy-{number}") for number in range(5)]
    assert all(one == other for one, other in seen)
    assert seen == sorted(seen)
    assert seen[-1] > (0, 0)


def test_a_backup_holds_nothing_that_was_deleted_and_is_for_its_owner_alone(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as mine:
        mine.execute("CREATE TABLE words (word TEXT)")
        mine.execute("INSERT INTO words VALUES ('pyyhitty')")
        mine.commit()
        mine.execute("DELETE FROM words")
        mine.commit()
    backup(database, tmp_path / "copy")
    assert b"pyyhitty" not in (tmp_path / "copy").read_bytes()
    assert (tmp_path / "copy").stat().st_mode & 0o077 == 0
    assert not (tmp_path / "copy.part").exists()


def test_what_is_restored_is_what_was_backed_up_and_the_rest_lies_aside(database: Path, tmp_path: Path) -> None:
    put(database, 1)
    backup(database, tmp_path / "copy")
    put(database, 2)
    before = restore(tmp_path / "copy", database)
    assert before == tmp_path / "ot-botti.db.before-restore"
    assert (sums(database), sums(before)) == ((1, 1), (3, 3))
    assert database.stat().st_mode & 0o077 == 0


def test_a_restore_needs_no_database_to_be_there(database: Path, tmp_path: Path) -> None:
    put(database, 1)
    backup(database, tmp_path / "copy")
    assert restore(tmp_path / "copy", tmp_path / "new" / "ot-botti.db") is None
    assert sums(tmp_path / "new" / "ot-botti.db") == (1, 1)


def test_a_database_in_use_is_not_replaced(database: Path, tmp_path: Path) -> None:
    put(database, 1)
    backup(database, tmp_path / "copy")
    with closing(sqlite3.connect(database)) as running:
        running.execute("SELECT * FROM pairs").fetchall()
        with pytest.raises(BackupError, match="stop the service"):
            restore(tmp_path / "copy", database)
    assert sums(database) == (1, 1)
    assert sorted(one.name for one in tmp_path.iterdir() if "before" in one.name) == []


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\0" + b"\0" * 5000])
def test_what_is_no_whole_backup_changes_nothing(database: Path, tmp_path: Path, content: bytes) -> None:
    put(database, 1)
    (tmp_path / "copy").write_bytes(content)
    with pytest.raises(BackupError):
        restore(tmp_path / "copy", database)
    assert sums(database) == (1, 1)


def test_what_is_not_there_and_what_is_there_already_is_said(database: Path, tmp_path: Path) -> None:
    with pytest.raises(BackupError, match="no database"):
        backup(tmp_path / "none", tmp_path / "copy")
    with pytest.raises(BackupError, match="no backup"):
        restore(tmp_path / "none", database)
    (tmp_path / "copy").write_text("")
    with pytest.raises(BackupError, match="name another file"):
        backup(database, tmp_path / "copy")
    with pytest.raises(BackupError, match=str(tmp_path / "no" / "folder")):
        backup(database, tmp_path / "no" / "folder")
    database.write_bytes(b"not a database at all")
    with pytest.raises(BackupError, match=str(database)):
        backup(database, tmp_path / "other")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy", "ot-botti.db"]


def test_a_copy_to_be_made_ready_is_whole_and_goes_in_every_case(database: Path, tmp_path: Path) -> None:
    put(database, 1)
    backup(database, tmp_path / "copy")
    (tmp_path / "ot-botti.db.restoring-wal").write_bytes(b"of one that was killed")
    with copied(tmp_path / "copy", database) as ready:
        assert ready.parent == database.parent
        put(ready, 2)
        assert sums(ready) == (3, 3)
    with pytest.raises(sqlite3.OperationalError), copied(tmp_path / "copy", database) as ready:
        sums(ready.with_name("no-folder") / "none")
    assert (sums(database), sums(tmp_path / "copy")) == ((1, 1), (1, 1))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["copy", "ot-botti.db"]


def test_the_head_that_was_there_is_told_where_there_is_one(database: Path, tmp_path: Path) -> None:
    assert head_before(tmp_path / "none") == ""
    assert head_before(database) == ""
    with closing(sqlite3.connect(database)) as mine:
        mine.execute("CREATE TABLE access_log (seq INTEGER, hash TEXT)")
        mine.execute("INSERT INTO access_log VALUES (2, 'later'), (1, 'first')")
        mine.commit()
    assert head_before(database) == "later"


def test_what_an_earlier_restore_laid_aside_is_not_lost(database: Path, tmp_path: Path) -> None:
    backup(database, tmp_path / "copy")
    restore(tmp_path / "copy", database)
    put(database, 5)
    with pytest.raises(BackupError, match="earlier restore"):
        restore(tmp_path / "copy", database)
    assert sums(database) == (5, 5)
