"""Whose share of a reminder is due, and when."""

from datetime import datetime, timedelta

from domain.occurrences import Occurrence
from domain.preferences import Preferences
from scheduling.sharing import shares_of
from storage import drafts, preferences
from storage.database import Database
from tests.house import HELSINKI, START
from tests.scheduling.ledgers import AT_NINE, FIFTH
from tests.scheduling.plans import almanac
from tests.storage.facts import draft, person

MONDAY = datetime(2022, 10, 3, 9, tzinfo=HELSINKI)


async def test_it_is_due_at_its_hour_or_on_the_weekly_card_of_who_prefers_that(database: Database) -> None:
    owners = [await person(database, number) for number in (1, 2)]
    async with database.write() as connection:
        await preferences.save(connection, owners[1].id, Preferences(digest=True))
        forms = [await drafts.begin(connection, draft(one.id), START, timedelta(days=60)) for one in owners]
    until = AT_NINE + timedelta(days=7)
    fallen = [Occurrence(AT_NINE, "draft-deadline", one.id, FIFTH, until.date(), until) for one in forms]
    async with database.read() as connection:
        shares = await shares_of(connection, almanac(), fallen)
    assert [(one.person, one.due) for one in shares] == [(owners[0].id, AT_NINE), (owners[1].id, MONDAY)]
