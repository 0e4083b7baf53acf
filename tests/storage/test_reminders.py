"""A reminder is over once, and what was said of something that is erased is forgotten."""

from datetime import date, timedelta

from sqlalchemy import func, select

from domain.occurrences import Occurrence
from storage import nudges, reminders
from storage.database import Database
from storage.nudges import Share
from storage.reminder_tables import nudges as shares
from storage.reminder_tables import reminders as rows
from storage.reminders import AHEAD, Over
from tests.storage.facts import NOW, after, person


def occurrence(subject: str = "s1", rule: str = "draft-deadline", days: int = 9) -> Occurrence:
    return Occurrence(NOW, rule, subject, "2022-10-06/5", date(2022, 10, 6), after(days=days))


async def ended(database: Database, *these: Over, days: float = 0) -> None:
    async with database.write() as connection:
        await reminders.end(connection, these, after(days=days))


async def count(database: Database) -> tuple[int, int]:
    async with database.read() as connection:
        several = [await connection.scalar(select(func.count()).select_from(one)) for one in (rows, shares)]
    return int(several[0] or 0), int(several[1] or 0)


async def test_what_is_over_stays_as_it_ended(database: Database) -> None:
    one = occurrence()
    await ended(database, Over(one, "late"))
    await ended(database, Over(one))
    async with database.read() as connection:
        assert await reminders.over(connection, [one.id, "other"]) == {one.id}
        assert await reminders.figures(connection) == {("draft-deadline", "late", False): 1}


async def test_what_was_shared_out_before_its_hour_is_over_only_then_and_not_counted_before(
    database: Database,
) -> None:
    one, two = occurrence("s1"), occurrence("s2")
    await ended(database, Over(one, AHEAD), Over(two, AHEAD))
    async with database.read() as connection:
        assert await reminders.over(connection, [one.id, two.id]) == set()
        assert await reminders.figures(connection) == {}
    await ended(database, Over(one), Over(two, "late"))
    await ended(database, Over(one, AHEAD))
    async with database.read() as connection:
        assert await reminders.over(connection, [one.id, two.id]) == {one.id, two.id}
        found = await reminders.figures(connection)
    assert found == {("draft-deadline", "", False): 1, ("draft-deadline", "late", False): 1}


async def test_what_comes_long_after_its_hour_counts_as_late(database: Database) -> None:
    await ended(database, Over(occurrence("s1")), days=1)
    await ended(database, Over(occurrence("s2")))
    async with database.read() as connection:
        found = await reminders.figures(connection)
    assert found == {("draft-deadline", "", True): 1, ("draft-deadline", "", False): 1}


async def test_what_fell_due_before_the_service_began_to_remind_was_never_its_task(database: Database) -> None:
    async with database.write() as connection:
        assert await reminders.begun(connection, NOW) == NOW
        assert await reminders.begun(connection, after(days=3)) == NOW


async def test_a_clock_that_was_ahead_at_first_leaves_no_beginning_in_the_future(database: Database) -> None:
    async with database.write() as connection:
        assert await reminders.begun(connection, after(days=400)) == after(days=400)
        assert await reminders.begun(connection, NOW) == NOW
        assert await reminders.begun(connection, after(days=3)) == NOW


async def test_up_to_when_was_looked_is_known_and_never_lies_ahead(database: Database) -> None:
    async with database.write() as connection:
        assert await reminders.reached(connection, NOW) == NOW
        await reminders.reach(connection, after(days=9))
        assert await reminders.reached(connection, after(days=50)) == after(days=9)
        assert await reminders.reached(connection, after(days=1)) == after(days=1)


async def test_what_was_said_of_something_erased_is_forgotten_and_of_nothing_else(database: Database) -> None:
    her = await person(database)
    both = [occurrence("s1"), occurrence("s2")]
    await ended(database, *(Over(one) for one in both))
    async with database.write() as connection:
        await nudges.share(connection, [Share(one, her.id, NOW) for one in both], NOW)
        await reminders.forget(connection, "s1")
    assert await count(database) == (1, 1)


async def test_what_is_old_goes_unless_it_can_still_come(database: Database) -> None:
    her, old, young = await person(database), occurrence("s1", days=1), occurrence("s2", days=200)
    await ended(database, Over(old), Over(young))
    async with database.write() as connection:
        await nudges.share(connection, [Share(old, her.id, NOW)], NOW)
        assert await reminders.purge(connection, NOW + timedelta(days=90)) == 1
    assert await count(database) == (1, 0)
