"""The reminders are counted where they stand, each once."""

import pytest
from sqlalchemy import select, text, update

from domain.nudging import Fate, Verdict
from storage import drafts, nudges, reminder_figures
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.reminder_figures import ReminderFigures
from storage.reminders import Over, end
from tests.storage.facts import NOW, after, draft, person
from tests.storage.reminded import occurrence, remind


async def find(database: Database) -> ReminderFigures:
    async with database.read() as connection:
        return await reminder_figures.find(connection, NOW)


async def test_before_anything_was_planned_all_is_nothing(database: Database) -> None:
    assert await find(database) == ReminderFigures()


async def test_each_reminder_is_counted_by_what_became_of_it(database: Database) -> None:
    who = await person(database)
    async with database.write() as connection:
        some = [await drafts.begin(connection, draft(who.id), NOW) for _ in range(4)]
        told, merged, enough, done = (one.id for one in some)
        bundles = [await remind(connection, who.id, "draft-deadline", one) for one in (told, merged, enough, done)]
        found = [await nudges.of_bundle(connection, one) for one in bundles]
        each = [one.told[0][0] for one in found if one]
        verdicts = [Verdict(each[1], Fate.DROP, "merged"), Verdict(each[2], Fate.DROP, "enough")]
        await nudges.settle(connection, verdicts, None, NOW)
        await nudges.finish(connection, [each[3].id], NOW)
        await end(connection, [Over(occurrence("meeting-tomorrow", "he/2022-10-13"), "late")], NOW)
        await end(connection, [Over(occurrence("feedback", "a" * 32))], after(hours=1))
    expected = {("draft-deadline", "enough"): 1, ("meeting-tomorrow", "late"): 1}
    assert await find(database) == ReminderFigures(told=2, merged=1, late=1, dropped=expected)


@pytest.mark.parametrize(("ended", "counted"), [("nothing", "untrue"), ("off", "off"), ("blocked", "unreached")])
async def test_what_stands_on_a_card_that_never_came_was_not_told(database: Database, ended: str, counted: str) -> None:
    who = await person(database)
    async with database.write() as connection:
        some = [(await drafts.begin(connection, draft(who.id), NOW)).id for _ in range(3)]
        came, never = [await remind(connection, who.id, "draft-deadline", *ids) for ids in (some[:1], some[1:])]
        for bundle in (came, never):
            await nudges.put_on_cards(connection, nudges.BUNDLE, {who.id: bundle}, NOW)
        dead = update(deliveries).values(state="dead", reason=ended)
        card = select(notices.c.id).where(notices.c.subject == never).scalar_subquery()
        await connection.execute(dead.where(deliveries.c.notice == card))
    found = await find(database)
    assert (found.told, found.dropped) == (1, {("draft-deadline", counted): 2})


async def test_what_is_planned_is_what_the_job_store_has(database: Database) -> None:
    async with database.write() as connection:
        await connection.execute(text("CREATE TABLE apscheduler_jobs (id varchar(191) PRIMARY KEY)"))
        await connection.execute(text("INSERT INTO apscheduler_jobs VALUES ('a'), ('b')"))
    assert (await find(database)).planned == 2


async def test_a_card_counts_once_and_from_when_it_came_whatever_is_pressed_on_it_later(database: Database) -> None:
    who = await person(database)
    async with database.write() as connection:
        some = [(await drafts.begin(connection, draft(who.id), NOW)).id for _ in range(3)]
        bundle = await remind(connection, who.id, "draft-deadline", *some)
        await nudges.put_on_cards(connection, "reminder", {who.id: bundle}, NOW)
        found = await nudges.of_bundle(connection, bundle)
        assert found
        [first, second, _] = [one.id for one, _, _ in found.told]
        await nudges.finish(connection, [first], after(days=6))
        await nudges.put_off(connection, [second], after(days=7), after(days=6))
    async with database.read() as connection:
        assert await nudges.card_moments(connection, [who.id], after(hours=-1)) == {who.id: [NOW]}
        assert await nudges.card_moments(connection, [who.id], after(hours=1)) == {}
