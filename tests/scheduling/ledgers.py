"""What has been written down about reminders, as tests look at it."""

from collections import Counter
from datetime import datetime, timedelta

from sqlalchemy import func, select

from storage import drafts
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.reminder_tables import nudges, reminders
from tests.house import HELSINKI, START
from tests.storage.facts import draft, person

# The fifth working day before the deadline of 6 October, and the first.
FIFTH, FIRST = "2022-10-06/5", "2022-10-06/1"
AT_NINE = datetime(2022, 9, 29, 9, tzinfo=HELSINKI)


async def begin(database: Database, number: int = 1) -> tuple[str, str]:
    """Somebody begins a form: her id, the form's."""
    owner = await person(database, number)
    async with database.write() as connection:
        one = await drafts.begin(connection, draft(owner.id), START, timedelta(days=60))
    return owner.id, one.id


async def over(database: Database, form: str) -> dict[str, tuple[str, bool]]:
    """What is over about a form, by the reminder's key: the reason, and whether it came late."""
    async with database.read() as connection:
        rows = (await connection.execute(select(reminders).where(reminders.c.subject == form))).all()
    return {row.id.split("|")[-1]: (row.reason, row.late) for row in rows}


async def shares(database: Database, form: str) -> Counter[tuple[str, str, str]]:
    """Everybody's shares of a form's reminders: by key, state and reason, how many."""
    query = select(nudges.c.reminder, nudges.c.state, nudges.c.reason).join(reminders)
    async with database.read() as connection:
        rows = (await connection.execute(query.where(reminders.c.subject == form))).all()
    return Counter((row.reminder.split("|")[-1], row.state, row.reason) for row in rows)


async def sends(database: Database) -> int:
    """How many cards of reminders are on their way to somebody."""
    query = select(func.count()).select_from(deliveries.join(notices)).where(notices.c.kind == "reminder")
    async with database.read() as connection:
        return int(await connection.scalar(query) or 0)
