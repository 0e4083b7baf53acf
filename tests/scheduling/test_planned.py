"""What was planned goes out when its hour has come, once; progress is drawn anew when there is something new."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from domain.announcements import State
from domain.clock import Clock
from scheduling.planned import Follower, send_planned
from storage import announcements
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.schema import upgrade
from tests.ground import open_database
from tests.storage.facts import NOW
from tests.storage.meets import lay, session, with_app


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    one = open_database(database_url)
    await upgrade(one)
    yield one
    await one.close()


async def planned(database: Database) -> None:
    author = await with_app(database, 6)
    one = replace(session(), state=State.PLANNED, author=author.id, send_at=NOW + timedelta(hours=1))
    await lay(database, one)


async def test_it_goes_out_at_its_hour_and_once(database: Database) -> None:
    await planned(database)
    clock = Clock(NOW, lambda: 0.0)
    assert await send_planned(database, clock) == 0
    assert clock.move_to(NOW + timedelta(hours=1))
    assert await send_planned(database, clock) == 1
    assert await send_planned(database, clock) == 0
    async with database.read() as connection:
        one = await announcements.find(connection, session().id)
        told = (await connection.scalars(select(notices.c.kind))).all()
    assert one and (one.state, sorted(told)) == (State.OUT, ["announcement", "progress"])


async def test_after_a_downtime_nobody_is_invited_to_what_is_over_and_its_author_is_told(database: Database) -> None:
    await planned(database)
    ended = session().session
    assert ended and await send_planned(database, Clock(ended.end, lambda: 0.0)) == 0
    async with database.read() as connection:
        one = await announcements.find(connection, session().id)
        told = (await connection.scalars(select(notices.c.kind))).all()
    assert one and (one.state, one.send_at, list(told)) == (State.WRITTEN, None, ["approval-returned"])


async def test_progress_is_drawn_anew_when_it_has_changed_and_a_last_time_at_the_end(database: Database) -> None:
    await planned(database)
    clock = Clock(NOW + timedelta(hours=2), lambda: 0.0)
    await send_planned(database, clock)
    woken = list[int]()
    follower = Follower(database, clock, lambda: woken.append(1))
    assert [await follower.round() for _ in range(3)] == [1, 0, 0]
    async with database.write() as connection:
        about = deliveries.c.notice.in_(select(notices.c.id).where(notices.c.kind == "announcement"))
        await connection.execute(update(deliveries).where(about).values(state="sent", seen=1))
    assert [await follower.round() for _ in range(3)] == [1, 0, 0]
    assert len(woken) == 2
