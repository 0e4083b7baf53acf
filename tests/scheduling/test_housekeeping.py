"""What is done again and again: drafts expire, and the moment is kept."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from structlog.testing import capture_logs

from domain.clock import Clock
from scheduling.housekeeping import EVERY_SECONDS, make_scheduler, tidy
from storage import drafts, moments
from storage.database import Database
from storage.schema import upgrade
from tests.ground import open_database
from tests.storage.facts import NOW, after, draft, person


async def tidied(database: Database, days: int) -> int:
    return await tidy(database, Clock(after(days=days), lambda: 0.0))


async def test_drafts_go_when_they_have_expired_and_the_log_counts_them_only(database_url: str) -> None:
    database = open_database(database_url)
    await upgrade(database)
    owner = await person(database)
    for days in (0, 10):
        async with database.write() as connection:
            await drafts.begin(connection, draft(owner.id, {"conflict": "Viestit"}), after(days=days))
    with capture_logs() as logged:
        assert [await tidied(database, days) for days in (29, 30, 31, 40)] == [0, 1, 0, 1]
    assert [(one["event"], one["count"]) for one in logged] == [("drafts expired", 1)] * 2
    assert "Viestit" not in str(logged)
    await database.close()


async def test_the_moment_is_kept_and_never_an_earlier_one(database_url: str) -> None:
    database = open_database(database_url)
    await upgrade(database)
    for days in (2, 0):
        await tidied(database, days)
    async with database.read() as connection:
        assert await moments.last_seen(connection) == NOW + timedelta(days=2)
    await database.close()


async def test_the_work_is_planned_again_and_again_never_twice_at_once_and_never_dropped_for_being_late() -> None:
    async def work() -> None:
        return None

    [job] = make_scheduler(work).get_jobs()
    assert job.trigger.interval == timedelta(seconds=EVERY_SECONDS) <= timedelta(minutes=1)
    assert (job.max_instances, job.coalesce, job.misfire_grace_time) == (1, True, None)


def test_what_would_be_awaited_by_nobody_is_refused() -> None:
    async def work() -> None:
        return None

    with pytest.raises(TypeError):
        make_scheduler(lambda: work())
    assert make_scheduler(partial(work)).get_jobs()


async def test_the_scheduler_does_the_work_though_it_comes_an_hour_late() -> None:
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    scheduler = make_scheduler(work)
    scheduler.start()
    [job] = scheduler.get_jobs()
    job.modify(next_run_time=job.next_run_time - timedelta(hours=1))
    assert await asyncio.wait_for(done.wait(), 5)
    scheduler.shutdown(wait=False)
