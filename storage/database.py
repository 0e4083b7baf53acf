"""The database: SQLite by default, PostgreSQL by URL, with the same behaviour."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Dialect, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.types import TypeDecorator

from storage.keys import Keyring
from storage.one_go import OneGo, T, Work

BUSY_SECONDS = 20
# A process that is frozen amid a transaction holds what it has locked: then the server ends that transaction.
SILENT_SECONDS = 8
TIMEOUTS = {
    "options": f"-c statement_timeout={BUSY_SECONDS * 1000} "
    f"-c idle_in_transaction_session_timeout={SILENT_SECONDS * 1000}"
}


class Unreachable(Exception):
    """The database does not answer; the message says so without its password."""

    def __init__(self, url: str, why: object) -> None:
        shown = make_url(url).render_as_string(hide_password=True)
        super().__init__(f"The database of OT_DATABASE_URL ({shown}) cannot be used: {' '.join(str(why).split())}")


class Moment(TypeDecorator[datetime]):
    """A moment, kept in UTC; SQLite has no zone, so it is taken off and put on again."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To the database, in UTC."""
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """From the database, with its zone."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def _prepare_sqlite(connection: Any, _: Any) -> None:
    # The driver's own implicit BEGIN is switched off: see `_begin`.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        f"busy_timeout={BUSY_SECONDS * 1000}",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "secure_delete=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that turns into a writing one loses updates silently.
    reads = connection.get_execution_options().get("ot_read")
    connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")


def _sqlite(url: str, options: Mapping[str, object]) -> AsyncEngine:
    timeout = {"timeout": BUSY_SECONDS}
    engine = create_async_engine(url, hide_parameters=True, connect_args=timeout, execution_options=options)
    _listen(engine.sync_engine)
    return engine


def _listen(engine: Engine) -> None:
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin)


def _waiting(engine: AsyncEngine) -> Engine:
    """An engine for the same database whose driver waits for its answers."""
    options, url = engine.sync_engine.get_execution_options(), engine.url
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url, hide_parameters=True, pool_pre_ping=True, connect_args=TIMEOUTS, execution_options=options
        )
    given = {"timeout": BUSY_SECONDS, "check_same_thread": False}
    made = create_engine(
        url.set(drivername="sqlite"), hide_parameters=True, connect_args=given, execution_options=options
    )
    _listen(made)
    return made


def _kind(url: str) -> str:
    try:
        return make_url(url).get_backend_name()
    except ArgumentError as mistake:
        raise ValueError("no URL of a database") from mistake


def _postgresql(url: str, options: Mapping[str, object]) -> AsyncEngine:
    drivername = make_url(url).set(drivername="postgresql+psycopg")
    return create_async_engine(
        drivername, hide_parameters=True, pool_pre_ping=True, connect_args=TIMEOUTS, execution_options=options
    )


def _engine(url: str, options: Mapping[str, object]) -> AsyncEngine:
    name = _kind(url)
    if name == "sqlite":
        return _sqlite(str(make_url(url).set(drivername="sqlite+aiosqlite")), options)
    if name == "postgresql":
        return _postgresql(url, options)
    raise ValueError(f"{name} is neither sqlite nor postgresql")


def file_of(url: str) -> Path | None:
    """The file of a SQLite database; None for a server. Raises ValueError where `url` is neither."""
    return Path(make_url(url).database or "") if _kind(url) == "sqlite" else None


def folder_of(url: str) -> Path | None:
    """Where that file lies."""
    file = file_of(url)
    return file.parent if file else None


def can_be_key(text: str) -> bool:
    """Whether a text from outside can be looked for at all: PostgreSQL takes no NUL, no driver half a character."""
    return text.isprintable()


class Database:
    """Transactions on one database. Raises ValueError for a URL of another kind.

    `keyring` opens what is sealed (`storage/vault.py`); without one, only what stands open can be asked for.
    `home` is the tenant whose people may hold roles.
    """

    def __init__(self, url: str, keyring: Keyring | None = None, home: str = "") -> None:
        self.keyring = keyring
        self.engine = _engine(url, {"ot_keys": keyring, "ot_home": home})
        self._url = url
        self._one_go: OneGo | None = None

    @property
    def is_sqlite(self) -> bool:
        """Whether this is a single file on this machine."""
        return self.engine.dialect.name == "sqlite"

    def exists(self) -> bool:
        """Whether there is anything to ask; a file that is not there must not be made by asking."""
        return not self.is_sqlite or Path(make_url(self._url).database or "").exists()

    def make_folder(self) -> None:
        """The folder for a new SQLite file. Raises Unreachable where that is not allowed."""
        if not self.is_sqlite:
            return
        try:
            Path(make_url(self._url).database or "").parent.mkdir(parents=True, exist_ok=True)
        except OSError as why:
            raise Unreachable(self._url, why) from why

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that may write; committed at the end, rolled back by any exception."""
        async with self.engine.begin() as connection:
            yield connection

    async def write_in_one_go(self, work: Work[T]) -> T:
        """Run `work` with a connection, in a transaction that is as short as can be: see `storage/one_go.py`."""
        self._one_go = self._one_go or OneGo(_waiting(self.engine))
        return await self._one_go.write(work)

    def aside(self) -> OneGo:
        """Transactions of a thread of its own, on connections of its own; the caller closes it."""
        return OneGo(_waiting(self.engine))

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads, and waits for no writer."""
        async with self.engine.connect() as connection:
            yield await connection.execution_options(ot_read=True)

    async def answers(self) -> bool:
        """True; raises Unreachable when the database does not answer."""
        try:
            async with self.read() as connection:
                return bool(await connection.scalar(text("SELECT 1")))
        except DBAPIError as why:
            raise Unreachable(self._url, why.orig) from why

    async def __aenter__(self) -> "Database":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Give back all connections."""
        if self._one_go:
            await asyncio.to_thread(self._one_go.close)
        await self.engine.dispose()
