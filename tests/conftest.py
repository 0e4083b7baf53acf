"""Real things for the tests: database files, a real PostgreSQL, the running service, the stand-in for Teams."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import structlog
from hypothesis import settings
from sqlalchemy import make_url

from tests.house import House, standing
from tests.laid import copy_file, lay
from tests.postgres import hasty, new_database, running
from tests.settings import free_port

pytest_plugins = ["tests.order", "tests.skips"]
# How fast it is, is measured elsewhere: a busy machine makes nothing wrong.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """A real PostgreSQL, as the URL of its first database."""
    # Not in pytest's own folder: another run of pytest tidies that away while the server still lives in it.
    with TemporaryDirectory(prefix="ot-postgres-") as folder, running(Path(folder)) as server:
        hasty(server)
        yield server


@pytest.fixture(scope="session")
def laid_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the present schema, to be copied: the migrations need not run for every test."""
    file = tmp_path_factory.mktemp("laid") / "laid.db"
    lay(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def laid_postgres(postgres: str) -> Iterator[str]:
    """The same on PostgreSQL, as the name of a database."""
    with new_database(postgres) as url:
        lay(url)
        yield str(make_url(url).database)


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    """A SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'ot-botti.db'}"


@pytest.fixture
def sqlite_url(laid_file: Path, empty_sqlite_url: str) -> str:
    """A new SQLite file with the present schema."""
    copy_file(laid_file, empty_sqlite_url)
    return empty_sqlite_url


@pytest.fixture
def postgres_url(laid_postgres: str, postgres: str) -> Iterator[str]:
    """A new PostgreSQL database with the present schema."""
    with new_database(postgres, laid_postgres) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """Each behaviour is tested on both databases."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> Iterator[str]:
    """The same without any table, for what begins with nothing."""
    if request.param == "sqlite":
        yield str(request.getfixturevalue("empty_sqlite_url"))
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture
async def house(database_url: str) -> AsyncIterator[House]:
    """The running service, on a real database, with a stand-in for Teams before it."""
    async with standing(database_url) as one:
        yield one


@pytest.fixture
async def small_house(sqlite_url: str) -> AsyncIterator[House]:
    """The same on SQLite alone, for what no database decides."""
    async with standing(sqlite_url) as one:
        yield one


@pytest.fixture
async def reminding_house(database_url: str) -> AsyncIterator[House]:
    """The running service with its scheduler, so that people are reminded when the clock is turned."""
    async with standing(database_url, reminds=True) as one:
        yield one


@pytest.fixture
def as_before() -> Iterator[None]:
    """A command sets up the process's log; afterwards it is as it was."""
    yield
    structlog.reset_defaults()


@pytest.fixture
def local(empty_sqlite_url: str) -> dict[str, str]:
    """What a command needs in local mode: a file of its own, a free port, and the playground's autumn."""
    return {"OT_DATABASE_URL": empty_sqlite_url, "OT_PORT": str(free_port()), "OT_NOW": "2022-09-20T08:00"}
