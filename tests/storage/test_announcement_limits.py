"""What is kept of announcements goes when its days are over, not a day earlier."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlalchemy import func, insert, select

from domain.announcements import sent
from domain.registrations import Coming
from domain.retention import Retention
from storage import announcement_limits, announcements, feedback, guests, registrations
from storage.announcement_tables import listed_people
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import Notice, tell
from storage.registrations import Figures, Registrant
from storage.tables import data_keys
from tests.house import HELSINKI
from tests.storage.facts import NOW, person
from tests.storage.meets import LETTER, ONE, SESSION, lay, session

DAYS = Retention(registration=10, feedback=20, announcement=30)
DAY = date(2022, 10, 5)


async def purged(database: Database, days: int) -> dict[str, int]:
    """What goes that many days after the session, by kind."""
    at = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=HELSINKI) + timedelta(days=days)
    async with database.write() as connection:
        report = await announcement_limits.purge(connection, DAYS, HELSINKI, at)
    assert [one.kind for one in report] == ["guest", "registration", "feedback", "announcement"]
    assert all(one.rule for one in report)
    return {one.kind: one.count for one in report if one.count}


async def life(database: Database, origin: str | None = None) -> str:
    """A session with somebody who comes, a guest, another who has not confirmed, and an answer; gives the person."""
    who = (await person(database)).id
    await lay(database, replace(session(), author=who, origin=origin))
    async with database.write() as connection:
        _, token = await guests.ask(connection, ONE.id, "eka@example.fi", "fi", NOW)
        guest = await guests.confirm(connection, token, NOW)
        assert guest
        for one in (Registrant(who), Registrant(guest=guest.id)):
            await registrations.answer(connection, ONE.id, one, Coming.COMING, NOW)
        await guests.ask(connection, ONE.id, "toinen@example.fi", "fi", NOW)
        await feedback.give(connection, ONE.id, who, {"useful": 5}, DAY)
        await tell(connection, Notice("announcement", ONE.id), [who], NOW)
        await connection.execute(insert(listed_people).values(announcement=ONE.id, person=who))
    return who


async def test_each_kind_goes_on_the_day_after_its_last(database: Database) -> None:
    await life(database)
    assert await purged(database, -16) == {}
    assert await purged(database, DAYS.registration) == {"guest": 1}
    assert await purged(database, DAYS.registration + 1) == {"registration": 2}
    assert await purged(database, DAYS.feedback) == {}
    assert await purged(database, DAYS.feedback + 1) == {"feedback": 1}
    assert await purged(database, DAYS.announcement) == {}
    assert await purged(database, DAYS.announcement + 1) == {"announcement": 1}
    assert await purged(database, DAYS.announcement + 1) == {}
    async with database.read() as connection:
        assert await announcements.every(connection) == []
        for table in (deliveries, listed_people):
            assert await connection.scalar(select(func.count()).select_from(table)) == 0
        assert sorted((await connection.scalars(select(data_keys.c.purpose))).all()) == ["index", "person"]


async def test_a_session_that_has_moved_keeps_what_belongs_to_it(database: Database) -> None:
    await life(database)
    later = replace(SESSION, end=NOW + timedelta(days=200))
    async with database.write() as connection:
        was = await announcements.find(connection, ONE.id)
        assert was
        moved = replace(was, wording=replace(was.wording, session=later), version=2)
        assert await announcements.save(connection, moved, 1)
    assert await purged(database, DAYS.announcement + 1) == {"guest": 1}
    async with database.read() as connection:
        assert await registrations.figures(connection, ONE.id) == Figures(coming=2)


async def test_what_the_content_names_stays_and_names_nobody(database: Database) -> None:
    await life(database, origin="ot-info")
    assert await purged(database, DAYS.announcement + 1) == {"guest": 1, "registration": 2, "feedback": 1}
    async with database.read() as connection:
        [kept] = await announcements.every(connection)
        assert (kept.id, kept.author) == (ONE.id, None)
        assert await connection.scalar(select(func.count()).select_from(deliveries)) == 0


async def test_the_days_of_a_newsletter_begin_when_it_was_sent(database: Database) -> None:
    await lay(database, sent(LETTER, NOW + timedelta(days=15)), replace(LETTER, id="e" * 32))
    assert await purged(database, DAYS.announcement - 15) == {}
    assert await purged(database, DAYS.announcement - 14) == {"announcement": 1}
    assert await purged(database, DAYS.announcement) == {}
    assert await purged(database, DAYS.announcement + 1) == {"announcement": 1}
