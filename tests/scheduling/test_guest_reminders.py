"""People without Teams who have registered are reminded by e-mail, each once, and only who has a seat."""

from collections.abc import AsyncIterator
from datetime import datetime

import pytest
from sqlalchemy import select

from domain.clock import Clock
from domain.registrations import Coming
from scheduling.firing import Due
from scheduling.reminding import take
from scheduling.truth import standing
from storage import guests
from storage.database import Database
from storage.notice_tables import deliveries, notices
from tests.ground import open_database
from tests.house import START
from tests.scheduling.plans import planning
from tests.storage.meets import ONE, lay, session
from tests.storage.test_guests import coming

EVE = datetime(2022, 10, 4, 9, tzinfo=START.tzinfo)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


def _never() -> float:
    return 0.0


async def mailed(database: Database) -> list[str]:
    query = select(deliveries.c.guest).join(notices).where(notices.c.kind == "reminder-guest")
    async with database.read() as connection:
        return list((await connection.scalars(query)).all())


async def test_a_guest_who_comes_gets_one_mail_and_who_waits_for_a_seat_or_has_not_confirmed_none(
    database: Database,
) -> None:
    await lay(database, session(seats=1))
    first, _, _ = await coming(database, "maija@example.fi")
    _, _, state = await coming(database, "toinen@example.fi")
    assert state is Coming.WAITING
    async with database.write() as connection:
        await guests.ask(connection, ONE.id, "kolmas@example.fi", "fi", EVE)
    with planning(database, Clock(EVE, _never)) as desk:
        pairs = {("session-tomorrow", ONE.id)}
        async with database.read() as connection:
            found = (await standing(connection, desk.almanac, desk.almanac.calendar(EVE), pairs)).values()
        [one] = [one for one in found if (one.rule, one.at) == ("session-tomorrow", EVE)]
        for _ in range(2):
            async with database.write() as connection:
                await take(connection, desk.almanac, [Due(one.rule, one.subject, one.key)], desk.clock)
    assert await mailed(database) == [first]
