"""What sends, by hand."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.post import Post, standing_post


@pytest.fixture
async def post(sqlite_url: str) -> AsyncIterator[Post]:
    """An outbox with a requester, on SQLite."""
    async with standing_post(sqlite_url) as one:
        await one.person(1)
        yield one
