"""What is done again and again: drafts expire, and the moment is kept."""

import asyncio
from datetime import timedelta
from functools import partial

import pytest
from structlog.testing import capture_logs

from domain.clock import Clock
from scheduling.housekeeping import EVERY_SECONDS, HOUR_SECONDS, make_scheduler, tell_head, tidy
from storage import access_log, drafts, inbound, moments
from storage.access_log import Line
from storage.database import Database
from storage.inbound import Arrival
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


async def test_arrivals_are_forgotten_after_two_days(database_url: str) -> None:
    arrival = Arrival("a:1", "f:1")
    async with Database(database_url) as database:
        await upgrade(database)
        for days, known in ((0, False), (1, True), (3, False)):
            await tidied(database, days)
            async with database.write() as connection:
                assert (await inbound.arrive(connection, arrival, after(days=0)) is not None) is known


async def test_the_end_of_the_access_log_is_told_every_hour(database_url: str) -> None:
    async with Database(database_url) as database:
        await upgrade(database)
        async with database.write() as connection:
            made = await access_log.append(connection, b"key", Line(NOW, None, "home", "", "", "done"))
        with capture_logs() as logged:
            await tell_head(database)
    assert [(one["event"], one["seq"], one["head"]) for one in logged] == [("access log head", 1, made.hash)]
    jobs = make_scheduler(partial(tell_head, database), partial(tell_head, database)).get_jobs()
    assert [job.trigger.interval for job in jobs] == [timedelta(seconds=EVERY_SECONDS), timedelta(hours=1)]
    assert HOUR_SECONDS == 3600


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
