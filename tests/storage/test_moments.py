"""A pretended clock never runs back, since the last moment is kept."""

from storage.database import Database
from storage.moments import last_seen, see
from tests.storage.facts import NOW, after


async def test_no_moment_has_been_seen_at_first(database: Database) -> None:
    async with database.read() as connection:
        assert await last_seen(connection) is None


async def test_the_last_moment_rises_and_never_falls(database: Database) -> None:
    seen = []
    for moment in (after(days=1), after(days=2), NOW):
        async with database.write() as connection:
            await see(connection, moment)
            seen.append(await last_seen(connection))
    assert seen == [after(days=1), after(days=2), after(days=2)]
