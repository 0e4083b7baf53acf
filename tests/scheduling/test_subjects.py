"""All that can be reminded of: what stands in tables, and what the calendar brings about."""

from datetime import timedelta

from domain.reminders import About
from scheduling.subjects import every, these
from storage import drafts
from storage.database import Database
from tests.house import START
from tests.scheduling.plans import almanac
from tests.storage.facts import draft, person, sent

BROUGHT = {About.MEETING, About.CREDENTIAL, About.CENTRE}


def test_the_calendar_brings_about_what_stands_in_no_table() -> None:
    book = almanac()
    found = book.occasions(book.calendar(START))
    assert {one.about for one in found} >= BROUGHT
    assert "app" in {one.id for one in found if one.about is About.CREDENTIAL}


def test_the_meetings_of_a_calendar_are_near_its_moment() -> None:
    calendar = almanac().calendar(START)
    days = [one.day for some in calendar.meetings.values() for one in some]
    assert days
    assert all(abs(day - START.date()) <= timedelta(days=70) for day in days)


async def test_all_of_them_are_those_of_the_tables_too(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        begun = await drafts.begin(connection, draft(owner.id), START)
    book = almanac()
    async with database.read() as connection:
        pages = [page async for page in every(connection, book, book.calendar(START))]
    found = {(each.about, each.id) for page in pages for each in page}
    assert found >= {(About.DRAFT, begun.id), (About.REQUEST, one.id), (About.CENTRE, "centre")}


async def test_some_of_them_are_looked_up_by_their_ids(database: Database) -> None:
    owner = await person(database)
    one, _ = await sent(database, owner.id), await sent(database, owner.id, 2)
    book = almanac()
    calendar = book.calendar(START)
    async with database.read() as connection:
        [request] = await these(connection, book, calendar, About.REQUEST, [one.id, "nothing"])
        [credential] = await these(connection, book, calendar, About.CREDENTIAL, ["app", "centre"])
        assert await these(connection, book, calendar, About.DRAFT, [one.id]) == []
    assert (request.id, credential.id) == (one.id, "app")
