"""A database of each kind, with the present schema."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from storage.schema import upgrade
from tests.ground import open_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    one = open_database(database_url)
    await upgrade(one)
    yield one
    await one.close()


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """The same on PostgreSQL alone, for what only it could show."""
    one = open_database(postgres_url)
    await upgrade(one)
    yield one
    await one.close()
