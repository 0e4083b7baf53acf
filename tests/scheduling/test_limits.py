"""The time limits are kept without anybody asking."""

from datetime import timedelta

import structlog

from domain.clock import Clock
from scheduling.limits import keep_limits
from storage import drafts
from storage.database import Database
from storage.retention import Rules
from storage.schema import upgrade
from tests.ground import open_database
from tests.house import HELSINKI, read_sample_content
from tests.storage.facts import NOW, draft, person


async def test_what_goes_is_told_by_kind_and_count(sqlite_url: str) -> None:
    content = read_sample_content()
    rules = Rules(content.centre.retention, HELSINKI, content.by_group())
    async with open_database(sqlite_url) as database:
        await upgrade(database)
        await begun(database)
        clock = Clock(NOW, lambda: 0.0)
        with structlog.testing.capture_logs() as logged:
            assert await keep_limits(database, clock, rules) == 0
            assert clock.move_to(NOW + timedelta(days=31))
            assert await keep_limits(database, clock, rules) == 1
    assert [(one["event"], one["kind"], one["count"]) for one in logged] == [("time limit kept", "draft", 1)]


async def begun(database: Database) -> None:
    owner = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(owner.id, {"conflict": "Viestit"}), NOW)
