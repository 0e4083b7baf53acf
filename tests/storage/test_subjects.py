"""Each kind of subject has the dates that it has now, and none when there is nothing left to be said."""

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text
from sqlalchemy.dialects import sqlite

from domain.announcements import State
from domain.consultations import Question, Status
from domain.manners import Manners
from domain.meetings import meeting_on
from domain.occurrences import Subject
from domain.reminders import About
from storage import announcements, consultations, drafts, histories, subjects
from storage.database import Database
from storage.subjects import KINDS, Calendar, find, page, pages
from tests.ground import open_database
from tests.house import read_centre
from tests.storage.facts import NOW, after, draft, person, sent
from tests.storage.meets import ONE, SESSION, lay

HELSINKI = ZoneInfo("Europe/Helsinki")
RULE = read_centre().centre.groups["haastavat-erot"].meetings
MEETINGS = [meeting_on("haastavat-erot", RULE, date(2022, 10, 13))] if RULE else []
CALENDAR = Calendar(Manners(HELSINKI, "FI"), NOW, {"haastavat-erot": MEETINGS})


async def all_of(database: Database, about: About) -> list[Subject]:
    async with database.read() as connection:
        return [one async for page in pages(connection, about, CALENDAR) for one in page]


def dates(one: Subject) -> dict[str, list[str]]:
    return {name: [each.day.isoformat() for each in some] for name, some in one.dates.items()}


async def test_a_form_on_its_way_has_the_deadlines_of_its_group_until_it_is_sent(database: Database) -> None:
    her = await person(database)
    async with database.write() as connection:
        begun = await drafts.begin(connection, draft(her.id), NOW)
    [found] = await all_of(database, About.DRAFT)
    assert (found.id, found.since, dates(found)) == (begun.id, NOW, {"deadline": ["2022-10-06"]})
    one = await sent(database, her.id)
    async with database.write() as connection:
        await drafts.finish(connection, begun, one.id, NOW)
    assert await all_of(database, About.DRAFT) == []


async def test_a_change_of_a_request_is_no_form_on_its_way_to_a_deadline(database: Database) -> None:
    her = await person(database)
    one = await sent(database, her.id)
    async with database.write() as connection:
        await drafts.begin(connection, draft(her.id, {}, one.id), NOW)
    assert await all_of(database, About.DRAFT) == []


async def test_a_request_waits_until_it_is_taken_and_its_question_until_it_is_answered(database: Database) -> None:
    her = await person(database)
    one = await sent(database, her.id)
    async with database.write() as connection:
        await histories.ask(connection, one.id, Question("", "Miksi?", "Sihteeri", after(days=1)))
    [found] = await all_of(database, About.REQUEST)
    assert dates(found) == {"sent": ["2022-09-20"], "asked": ["2022-09-21"], "meets": ["2022-10-13"]}
    taken = replace(one, status=Status.TAKEN, version=2)
    async with database.write() as connection:
        assert await consultations.save(connection, taken, 1)
        asked = await consultations.find(connection, one.id)
        assert asked and asked.open_question
        await histories.answer(connection, asked.open_question.id, "Siksi.", NOW)
    [found] = await all_of(database, About.REQUEST)
    assert dates(found) == {"meets": ["2022-10-13"]}
    async with database.write() as connection:
        assert await consultations.save(connection, replace(taken, status=Status.WITHDRAWN, version=3), 2)
    assert await all_of(database, About.REQUEST) == []


async def test_a_session_is_there_until_it_is_called_off(database: Database) -> None:
    await lay(database, ONE)
    [found] = await all_of(database, About.SESSION)
    assert dates(found) == {"starts": ["2022-10-05"], "ends": ["2022-10-05"]}
    async with database.write() as connection:
        assert await announcements.save(connection, replace(ONE, state=State.CALLED_OFF, version=2), 1)
    assert await all_of(database, About.SESSION) == []


async def test_an_announcement_waits_from_the_day_on_which_it_was_handed_on(database: Database) -> None:
    await lay(database, replace(ONE, state=State.WAITING, changed_at=after(days=2)))
    [found] = await all_of(database, About.ANNOUNCEMENT)
    assert dates(found) == {"waits": ["2022-09-22"]}


@pytest.mark.parametrize("size", [1, 2, 500])
async def test_pages_hold_each_once_whatever_their_size(
    database: Database, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subjects, "PAGE", size)
    her = await person(database)
    async with database.write() as connection:
        begun = [await drafts.begin(connection, draft(her.id), NOW) for _ in range(5)]
    assert [one.id for one in await all_of(database, About.DRAFT)] == sorted(one.id for one in begun)
    async with database.read() as connection:
        some = await find(connection, About.DRAFT, [begun[0].id, "nothing"], CALENDAR)
    assert [one.id for one in some] == [begun[0].id]


def test_a_calendar_knows_the_meeting_of_a_day() -> None:
    assert CALENDAR.on("haastavat-erot", date(2022, 10, 13)) == MEETINGS[0]
    assert CALENDAR.on("haastavat-erot", date(2022, 10, 13) + timedelta(days=1)) is None
    assert CALENDAR.on("other", date(2022, 10, 13)) is None


async def test_a_session_that_was_announced_opens_for_registration_until_it_has_begun(database: Database) -> None:
    opening = replace(SESSION, opens=NOW + timedelta(days=1))
    one = replace(ONE, wording=replace(ONE.wording, session=opening))
    await lay(database, replace(one, sent_at=NOW), replace(one, id="b" * 32))
    told, untold = sorted(await all_of(database, About.SESSION), key=lambda found: found.id)
    assert dates(told)["opens"] == ["2022-09-21"] and "opens" not in dates(untold)
    async with database.read() as connection:
        [begun] = await find(connection, About.SESSION, [ONE.id], replace(CALENDAR, now=opening.start))
        assert await announcements.find(connection, ONE.id) == replace(one, sent_at=NOW)
    assert "opens" not in dates(begun)


@pytest.mark.parametrize("about", KINDS)
async def test_a_page_is_found_without_a_look_at_all_the_others(sqlite_url: str, about: About) -> None:
    dialect = sqlite.dialect(paramstyle="named")
    compiled = page(about, "a", CALENDAR).compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
    asked = text(f"EXPLAIN QUERY PLAN {compiled}").bindparams(**dict.fromkeys(compiled.params, "x"))
    async with open_database(sqlite_url) as database, database.read() as connection:
        steps = [row.detail for row in (await connection.execute(asked)).all()]
    assert "(id>?)" in steps[0]
    assert [one for one in steps if "TEMP B-TREE" in one] == []
