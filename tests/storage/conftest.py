"""A database of each kind, with the present schema."""

from collections.abc import AsyncIterator

import pytest

from storage.database import Database
from tests.ground import open_database


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


@pytest.fixture
async def postgres_database(postgres_url: str) -> AsyncIterator[Database]:
    """The same on PostgreSQL alone, for what only it could show."""
    async with open_database(postgres_url) as one:
        yield one
