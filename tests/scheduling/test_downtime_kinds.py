"""After a downtime requests and sessions fare as forms do: what is of use comes late, of the rest stands why not."""

from datetime import datetime

import pytest
from sqlalchemy import select

from domain.people import Role, RoleGrant
from storage import people
from storage.database import Database
from storage.reminder_tables import nudges, reminders
from tests.house import HELSINKI
from tests.scheduling.test_downtime import run_at
from tests.storage.facts import NOW, person, sent
from tests.storage.meets import lay, register, session

GROUP = "haastavat-erot"
TOLD, LATE = ("", True), ("late", False)
FIVE, TEN = ("request-untouched", "5"), ("request-untouched", "10")
MEETS = ("consultation-tomorrow", "1")
DAY, SOON, FEEDBACK = ("session-tomorrow", "1"), ("session-soon", "30"), ("feedback", "1")


def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2022, month, day, hour, minute, tzinfo=HELSINKI)


async def fates(database: Database, subject: str) -> dict[tuple[str, str], tuple[str, bool]]:
    """What is over about a subject, by rule and number: the reason, and whether it came late."""
    async with database.read() as connection:
        rows = (await connection.execute(select(reminders).where(reminders.c.subject == subject))).all()
    return {(row.rule, row.id.rsplit("/", 1)[1]): (row.reason, row.late) for row in rows}


async def told(database: Database, subject: str) -> list[str]:
    """By which rules somebody was told of a subject, on cards that have been made."""
    query = select(reminders.c.rule).join(nudges).where(reminders.c.subject == subject, nudges.c.state == "told")
    async with database.read() as connection:
        return sorted((await connection.scalars(query)).all())


# A request of Tuesday the 20th of September for the meeting of Thursday the 13th of October: untouched it is spoken of
# at nine on the 27th and on the 4th, and its meeting on the 12th.
@pytest.mark.parametrize(
    ("down", "up", "wanted", "heard"),
    [
        (at(9, 27, 8, 30), at(9, 27, 9, 30), {FIVE: TOLD}, [FIVE]),
        (at(9, 26, 12), at(9, 29, 12), {FIVE: TOLD}, [FIVE]),
        # Of both only the last is told.
        (at(9, 23, 12), at(10, 14, 12), {FIVE: TOLD, TEN: TOLD, MEETS: LATE}, [TEN]),
        (at(9, 23, 12), at(11, 25, 12), {FIVE: LATE, TEN: LATE, MEETS: LATE}, []),
    ],
    ids=["an hour", "three days", "three weeks", "two months"],
)
async def test_a_request_after_a_downtime(
    database: Database, down: datetime, up: datetime, wanted: dict[object, object], heard: list[tuple[str, str]]
) -> None:
    requester, secretary = [await person(database, number) for number in (1, 2)]
    async with database.write() as connection:
        grant = RoleGrant(secretary.object_id, Role.SECRETARY, GROUP)
        await people.lay_roles(connection, frozenset({grant}), NOW)
    one = await sent(database, requester.id)
    await run_at(database, down)
    await run_at(database, up)
    assert await fates(database, one.id) == wanted
    assert await told(database, one.id) == [rule for rule, _ in heard]


# A session of Wednesday the 5th of October at a quarter past eight: spoken of at nine the day before and at a quarter
# to eight; at nine the day after she is asked for feedback.
@pytest.mark.parametrize(
    ("down", "up", "wanted"),
    [
        (at(10, 4, 8, 30), at(10, 4, 9, 30), {DAY: TOLD}),
        # An hour in which half an hour before it passes, and the session itself begins.
        (at(10, 5, 7, 30), at(10, 5, 8, 30), {DAY: ("", False), SOON: LATE}),
        (at(10, 5, 7, 30), at(10, 5, 8, 5), {DAY: ("", False), SOON: TOLD}),
        (at(10, 3, 12), at(10, 6, 12), {DAY: LATE, SOON: LATE, FEEDBACK: TOLD}),
        (at(9, 23, 12), at(10, 14, 12), {DAY: LATE, SOON: LATE, FEEDBACK: TOLD}),
        (at(9, 23, 12), at(11, 25, 12), {DAY: LATE, SOON: LATE, FEEDBACK: LATE}),
    ],
    ids=["an hour", "an hour over its beginning", "half an hour", "three days", "three weeks", "two months"],
)
async def test_a_session_after_a_downtime(
    database: Database, down: datetime, up: datetime, wanted: dict[tuple[str, str], tuple[str, bool]]
) -> None:
    who, one = await person(database), session(sent_at=NOW)
    await lay(database, one)
    async with database.write() as connection:
        await register(connection, one.id, who.id)
    if DAY in wanted and wanted[DAY] == ("", False):
        await run_at(database, at(10, 4, 8))
        await run_at(database, at(10, 4, 9))
    await run_at(database, down)
    await run_at(database, up)
    assert await fates(database, one.id) == wanted
    assert await told(database, one.id) == sorted(rule for (rule, _), (reason, _) in wanted.items() if not reason)
