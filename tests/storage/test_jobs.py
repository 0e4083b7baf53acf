"""The scheduler's table is read beside our own: what it has in store, and what nobody has taken yet."""

from sqlalchemy import text

from storage import jobs, reminders
from storage.database import Database
from storage.reminders import AHEAD, Over
from tests.storage.facts import NOW
from tests.storage.reminded import occurrence


async def test_before_the_scheduler_has_run_there_are_none(database: Database) -> None:
    async with database.read() as connection:
        assert await jobs.count(connection) == 0


async def test_what_falls_due_is_found_until_it_was_taken_or_shared_out(database: Database) -> None:
    some = [occurrence("draft-deadline", f"s{number}") for number in range(4)]
    async with database.write() as connection:
        await connection.execute(
            text("CREATE TABLE apscheduler_jobs (id varchar(191) PRIMARY KEY, next_run_time float)")
        )
        for number, one in enumerate(some):
            values = {"id": one.id, "at": 100.0 + number}
            await connection.execute(text("INSERT INTO apscheduler_jobs VALUES (:id, :at)"), values)
        assert list(await jobs.due(connection, 102.5)) == [one.id for one in some[:3]]
        await reminders.end(connection, [Over(some[0]), Over(some[1], AHEAD)], NOW)
        assert await jobs.due(connection, 102.5) == {some[2].id: 102.0}
        assert await jobs.count(connection) == 4
