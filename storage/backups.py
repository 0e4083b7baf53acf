"""Backup and restore of a SQLite database; PostgreSQL has tools of its own.

A backup is consistent while the service writes, and holds nothing that the database had erased: it is written anew,
page by page. Whatever is sealed in the database is sealed in it, and the master keys are not in it.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path


class BackupError(Exception):
    """A backup or a restore that cannot be; the message says why, and that nothing was changed."""


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as why:
        raise BackupError(str(why)) from why


def _check(path: Path) -> None:
    with _told(), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
        tables = copy.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()[0]
    if found != "ok" or not tables:
        raise BackupError(f"{path} is no whole database of this service.")


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
    with _told():
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        write(part)
    _check(part)
    with _told():
        _settle(part, target)


def backup(database: Path, target: Path) -> None:
    """Write a whole copy of a database, of one moment, to a new file. Raises BackupError."""
    if not database.is_file():
        raise BackupError(f"There is no database at {database}.")
    if target.exists():
        raise BackupError(f"{target} is there already: name another file.")

    def vacuum(part: Path) -> None:
        with closing(sqlite3.connect(database, timeout=60, isolation_level=None)) as source:
            source.execute("VACUUM INTO ?", (str(part),))

    _into_place(target, vacuum)


def _check_alone(database: Path) -> None:
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as mine:
        try:
            mine.execute("PRAGMA locking_mode=EXCLUSIVE")
            mine.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as taken:
            raise BackupError(f"{database} is in use: stop the service first.") from taken


def restore(source: Path, database: Path) -> Path | None:
    """Put a backup in the place of the database. Returns where the database that was there lies now.

    Raises BackupError, with everything as it was, when the service runs or the backup is not whole.
    """
    if not source.is_file():
        raise BackupError(f"There is no backup at {source}.")
    _check(source)
    with _told():
        database.parent.mkdir(parents=True, exist_ok=True)
    before = _set_aside(database) if database.exists() else None
    try:
        _into_place(database, lambda part: _copy(source, part))
    except BackupError:
        if before:
            before.rename(database)
        raise
    return before


def _set_aside(database: Path) -> Path:
    before = database.with_name(f"{database.name}.before-restore")
    if before.exists():
        raise BackupError(f"{before} lies there from an earlier restore: move it away first.")
    with _told():
        # Taking the lock also writes the WAL back, so that the file alone is whole.
        _check_alone(database)
        database.rename(before)
        for ending in ("-wal", "-shm"):
            database.with_name(database.name + ending).unlink(missing_ok=True)
    return before


def _copy(source: Path, part: Path) -> None:
    with closing(sqlite3.connect(source)) as read, closing(sqlite3.connect(part)) as written:
        read.backup(written)
