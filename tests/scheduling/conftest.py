"""What the tests of what happens by itself stand on."""

from collections.abc import AsyncIterator
from datetime import datetime, tzinfo
from typing import Self

import pytest
from apscheduler.schedulers import base

from storage.database import Database
from tests.ground import open_database
from tests.scheduling.machine import Machine


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """The clock of the machine, which APScheduler reads by itself."""
    one = Machine()

    class Turned(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls.fromtimestamp(one.tick(), tz)

    monkeypatch.setattr(base, "datetime", Turned)
    return one
