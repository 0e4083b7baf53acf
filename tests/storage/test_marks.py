"""A mark is kept with the change, and taken away only by who has seen the latest one."""

from domain.reminders import About
from storage import marks
from storage.database import Database
from storage.marks import Mark


async def some(database: Database, most: int = 10) -> list[Mark]:
    async with database.read() as connection:
        return sorted(await marks.some(connection, most), key=lambda one: one.subject)


async def test_a_subject_that_changes_often_has_one_mark(database: Database) -> None:
    async with database.write() as connection:
        await marks.touch(connection, About.DRAFT, "b", "a")
        await marks.touch(connection, About.DRAFT, "a")
        await marks.touch(connection, About.DRAFT)
    assert await some(database) == [Mark(About.DRAFT, "a", 2), Mark(About.DRAFT, "b", 1)]
    assert len(await some(database, 1)) == 1


async def test_what_changed_again_meanwhile_stays_marked(database: Database) -> None:
    async with database.write() as connection:
        await marks.touch(connection, About.DRAFT, "a", "b")
    seen = await some(database)
    async with database.write() as connection:
        await marks.touch(connection, About.DRAFT, "a")
        await marks.clear(connection, seen)
    assert await some(database) == [Mark(About.DRAFT, "a", 2)]


async def test_a_change_that_is_rolled_back_leaves_no_mark(database: Database) -> None:
    async with database.engine.connect() as connection:
        await marks.touch(connection, About.SESSION, "a")
        await connection.rollback()
    assert await some(database) == []
