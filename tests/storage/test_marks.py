"""A change leaves a mark in its own transaction, and a mark is gone only when what it stands for was followed."""

from domain.reminders import About
from storage import marks
from storage.database import Database
from storage.marks import Mark


async def touched(database: Database, about: About, *subjects: str) -> None:
    async with database.write() as connection:
        await marks.touch(connection, about, *subjects)


async def found(database: Database) -> list[Mark]:
    async with database.read() as connection:
        return sorted(await marks.some(connection, 10), key=lambda one: one.subject)


async def test_what_has_changed_is_marked_once_however_often(database: Database) -> None:
    await touched(database, About.DRAFT, "one", "two")
    await touched(database, About.DRAFT, "one")
    assert await found(database) == [Mark(About.DRAFT, "one", 2), Mark(About.DRAFT, "two", 1)]


async def test_what_has_changed_again_meanwhile_stays_marked(database: Database) -> None:
    await touched(database, About.REQUEST, "one", "two")
    seen = await found(database)
    await touched(database, About.REQUEST, "one")
    async with database.write() as connection:
        await marks.clear(connection, seen)
    assert await found(database) == [Mark(About.REQUEST, "one", 2)]


async def test_what_is_rolled_back_leaves_no_mark(database: Database) -> None:
    async with database.engine.connect() as connection:
        await marks.touch(connection, About.SESSION, "one")
        await connection.rollback()
    assert await found(database) == []
