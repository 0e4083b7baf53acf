"""Backup and restore of a SQLite database; PostgreSQL has tools of its own.

A backup is consistent while the service writes, and holds nothing that the database had erased: it is written anew,
page by page. Whatever is sealed in the database is sealed in it, and the master keys are not in it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

WAL = ("-wal", "-shm")


class BackupError(Exception):
    """A backup or a restore that cannot be; the message says why, and that nothing was changed."""


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as why:
        said = why.strerror if isinstance(why, OSError) else why
        raise BackupError(f"{path} cannot be read or written ({said}).") from why


def _check(path: Path) -> None:
    with _told(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        tables = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
    if found != "ok" or not tables:
        raise BackupError(f"{path} is no whole database of this service.")


def _remove(path: Path) -> None:
    # What was never made lies in no folder, or in none that can be looked into.
    with suppress(OSError):
        for ending in ("", *WAL):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _settle(part: Path, target: Path) -> None:
    with part.open("rb+") as written:
        os.fsync(written.fileno())
    part.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _into_place(target: Path, write: Callable[[Path], None]) -> None:
    # Under another name first: what has the right name is always whole.
    part = target.with_name(f"{target.name}.part")
    try:
        with _told(target):
            part.unlink(missing_ok=True)
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
            write(part)
        _check(part)
        with _told(target):
            _settle(part, target)
    finally:
        _remove(part)


def backup(database: Path, target: Path) -> None:
    """Write a whole copy of a database, of one moment, to a new file. Raises BackupError."""
    if not database.is_file():
        raise BackupError(f"There is no database at {database}.")
    if target.exists():
        raise BackupError(f"{target} is there already: name another file.")

    def vacuum(part: Path) -> None:
        with _told(database), closing(sqlite3.connect(database, timeout=60, isolation_level=None)) as source:
            source.execute("VACUUM INTO ?", (str(part),))

    _into_place(target, vacuum)


def _check_alone(database: Path) -> None:
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as mine:
        try:
            mine.execute("PRAGMA locking_mode=EXCLUSIVE")
            mine.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as taken:
            raise BackupError(f"{database} is in use: stop the service first.") from taken


def check_source(source: Path) -> None:
    """Raise BackupError unless there is a whole backup."""
    if not source.is_file():
        raise BackupError(f"There is no backup at {source}.")
    _check(source)


def head_before(database: Path) -> str:
    """The head of the access log of the database that a restore is to replace; "" where none can be read.

    Raises BackupError when that database cannot be replaced: the service runs, or an earlier one still lies aside.
    """
    if not database.exists():
        return ""
    _check_aside(database)
    with _told(database):
        _check_alone(database)
    query = "SELECT hash FROM access_log ORDER BY seq DESC LIMIT 1"
    # One that has no access log, such as an empty file, has no say.
    with suppress(sqlite3.Error), closing(sqlite3.connect(database)) as there:
        row = there.execute(query).fetchone()
        return str(row[0]) if row else ""
    return ""


@contextmanager
def copied(source: Path, database: Path) -> Iterator[Path]:
    """A copy of a backup beside the database, to be made ready before it takes the place; removed in every case."""
    copy = database.with_name(f"{database.name}.restoring")
    with _told(database):
        database.parent.mkdir(parents=True, exist_ok=True)
    # Also before: one that was killed may have left its pages behind.
    _remove(copy)
    try:
        _into_place(copy, lambda part: _copy(source, part))
        yield copy
    finally:
        _remove(copy)


def restore(source: Path, database: Path) -> Path | None:
    """Put a backup in the place of the database. Returns where the database that was there lies now.

    Raises BackupError, with everything as it was, when the service runs or the backup is not whole.
    """
    check_source(source)
    with _told(database):
        database.parent.mkdir(parents=True, exist_ok=True)
    before = _set_aside(database) if database.exists() else None
    try:
        _into_place(database, lambda part: _copy(source, part))
    except BackupError:
        if before:
            before.rename(database)
        raise
    return before


def _check_aside(database: Path) -> Path:
    before = database.with_name(f"{database.name}.before-restore")
    if before.exists():
        raise BackupError(f"{before} lies there from an earlier restore: move it away first.")
    return before


def _set_aside(database: Path) -> Path:
    before = _check_aside(database)
    with _told(database):
        # Taking the lock also writes the WAL back, so that the file alone is whole.
        _check_alone(database)
        database.rename(before)
        for ending in WAL:
            database.with_name(database.name + ending).unlink(missing_ok=True)
    return before


def _copy(source: Path, part: Path) -> None:
    with _told(source), closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(part)) as written:
        read.backup(written)
