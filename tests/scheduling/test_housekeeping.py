"""What happens by itself: drafts expire after 30 days, and the present moment is written down."""

import asyncio
from datetime import timedelta

from scheduling.housekeeping import EVERY_SECONDS, make_scheduler, tidy
from storage.drafts import list_open
from storage.moments import last_seen
from tests.e2e.walks import begin_dialog, walk_dialog
from tests.house import House


async def drafts_of(house: House) -> int:
    async with house.desk.database.read() as connection:
        people = await connection.exec_driver_sql("SELECT owner FROM drafts")
        owners = {row[0] for row in people.all()}
        return sum([len(await list_open(connection, owner, house.clock.now())) for owner in owners])


async def test_a_draft_goes_thirty_days_after_its_last_change(house: House) -> None:
    dialog = await begin_dialog(await house.person(1))
    await walk_dialog(dialog, until="contact")
    house.pass_time(days=29, hours=23)
    assert await tidy(house.desk.database, house.clock) == 0
    assert await drafts_of(house) == 1
    house.pass_time(hours=2)
    assert await tidy(house.desk.database, house.clock) == 1
    assert await drafts_of(house) == 0


async def test_the_present_moment_is_written_down(house: House) -> None:
    house.pass_time(days=3)
    await tidy(house.desk.database, house.clock)
    async with house.desk.database.read() as connection:
        seen = await last_seen(connection)
    assert seen is not None
    assert abs(house.clock.now() - seen) < timedelta(minutes=1)


async def test_the_scheduler_does_the_work_again_and_again_and_is_never_too_late_for_it() -> None:
    done = asyncio.Event()

    async def work() -> None:
        done.set()

    scheduler = make_scheduler(work)
    scheduler.start()
    [job] = scheduler.get_jobs()
    assert job.trigger.interval == timedelta(seconds=EVERY_SECONDS)
    assert job.misfire_grace_time is None
    job.modify(next_run_time=job.next_run_time - timedelta(hours=1))
    await asyncio.wait_for(done.wait(), 5)
    scheduler.shutdown(wait=False)
