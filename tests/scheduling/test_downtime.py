"""After a downtime: what is still of use comes once, late, and in the centre's hours; of the rest stands why not."""

from collections import Counter
from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from domain.clock import Clock
from domain.preferences import Preferences
from scheduling.firing import Due
from scheduling.reminding import gather, take
from storage import preferences
from storage.database import Database
from storage.notice_tables import notices
from storage.reminder_tables import nudges, reminders
from tests.house import HELSINKI
from tests.scheduling.ledgers import AT_NINE, FIFTH, FIRST, begin, over, sends, shares
from tests.scheduling.plans import almanac, planning

HOUR, DAYS, WEEKS = timedelta(hours=1), timedelta(days=3), timedelta(weeks=3)
# Three days after Thursday the 29th is a Sunday.
MONDAY = datetime(2022, 10, 3, 8, tzinfo=HELSINKI)
BOOK = almanac()


async def run_at(database: Database, moment: datetime, *, gathers: bool = True) -> int:
    """What the service does when it starts at this moment, all of it twice. Returns how many cards that made."""
    clock, cards = Clock(moment, lambda: 0.0), 0
    with planning(database, clock) as desk:
        for _ in range(2):
            desk.planner.reconcile(desk.lease)
            desk.follow()
            await _fall(database, clock, desk.store.planned())
            cards += await _gathered(database, clock) if gathers else 0
    return cards


async def _fall(database: Database, clock: Clock, planned: dict[str, float]) -> None:
    present = clock.tick_at(clock.now())
    due = [Due(*name.split("|")) for name, when in planned.items() if when <= present]
    async with database.write() as connection:
        await take(connection, BOOK, due, clock)


async def _gathered(database: Database, clock: Clock) -> int:
    async with database.write() as connection:
        return await gather(connection, BOOK, clock)


async def _told_in_hours(database: Database) -> bool:
    async with database.read() as connection:
        told = (await connection.scalars(select(nudges.c.at).where(nudges.c.state == "told"))).all()
        cards = (await connection.scalars(select(notices.c.created_at))).all()
    return all(BOOK.reminding.manners.is_open(one) for one in [*told, *cards])


async def _begun_and_running(database: Database) -> str:
    """A form, on a service that has run since before its first reminder."""
    _, form = await begin(database)
    await run_at(database, AT_NINE - timedelta(days=1))
    return form


async def test_down_for_an_hour_it_comes_an_hour_late(database: Database) -> None:
    form = await _begun_and_running(database)
    assert await run_at(database, AT_NINE + HOUR) == 1
    assert await over(database, form) == {FIFTH: ("", True)}
    assert await shares(database, form) == Counter([(FIFTH, "told", "")])


async def test_down_for_three_days_it_comes_when_the_centre_opens(database: Database) -> None:
    form = await _begun_and_running(database)
    assert await run_at(database, AT_NINE + DAYS) == 0
    assert await shares(database, form) == Counter([(FIFTH, "waiting", "")])
    assert await run_at(database, MONDAY) == 1
    assert await over(database, form) == {FIFTH: ("", True)}
    assert await shares(database, form) == Counter([(FIFTH, "told", "")])
    assert await _told_in_hours(database)


async def test_down_over_both_reminders_only_the_latest_is_told(database: Database) -> None:
    form = await _begun_and_running(database)
    assert await run_at(database, datetime(2022, 10, 5, 12, tzinfo=HELSINKI)) == 1
    assert await over(database, form) == {FIFTH: ("", True), FIRST: ("", True)}
    found = await shares(database, form)
    assert sorted((state, reason) for _, state, reason in found.elements()) == [("dropped", "merged"), ("told", "")]
    assert await sends(database) == 1


async def test_down_for_three_weeks_nobody_hears_of_a_deadline_that_has_passed(database: Database) -> None:
    form = await _begun_and_running(database)
    await run_at(database, AT_NINE + WEEKS)
    found = await over(database, form)
    assert {key: found[key] for key in (FIFTH, FIRST)} == {FIFTH: ("late", False), FIRST: ("late", False)}
    assert not {key for key, _, _ in await shares(database, form)} & {FIFTH, FIRST}
    assert await _told_in_hours(database)


@pytest.mark.parametrize("days", [50, 120, 400])
async def test_down_for_months_nothing_is_lost_in_silence(database: Database, days: int) -> None:
    form = await _begun_and_running(database)
    await run_at(database, AT_NINE + timedelta(days=days))
    found = await over(database, form)
    assert {found[key] for key in (FIFTH, FIRST)} == {("late", False)}
    if days > 100:
        # Of each deadline that has passed meanwhile.
        assert {key[:10] for key in found} >= {"2022-10-06", "2022-11-03", "2022-12-01"}
        assert set(found.values()) <= {("late", False)}
    async with database.read() as connection:
        meetings = (await connection.scalars(select(reminders.c.id).where(reminders.c.about == "meeting"))).all()
    passed = {one.split("|")[1] for one in meetings}
    assert "haastavat-erot/2022-10-13" in passed and ("haastavat-erot/2022-11-10" in passed) is (days > 42)


async def test_a_service_whose_clock_was_ahead_at_first_tells_what_falls_due_all_the_same(database: Database) -> None:
    await run_at(database, AT_NINE + timedelta(days=400))
    _, form = await begin(database)
    await run_at(database, AT_NINE - HOUR)
    assert await run_at(database, AT_NINE) == 1
    assert await shares(database, form) == Counter([(FIFTH, "told", "")])


# A share that waited for the end of its person's quiet hours, half an hour after the service went down: whether and
# when it is told, and otherwise what stands about it.
FATES = {
    HOUR: (AT_NINE + HOUR, ("told", "")),
    DAYS: (MONDAY.replace(hour=9, minute=30), ("told", "")),
    WEEKS: (None, ("dropped", "late")),
}


@pytest.mark.parametrize("down", FATES)
async def test_what_waited_for_its_person_when_the_service_went_down_comes_once_or_says_why_not(
    database: Database, down: timedelta
) -> None:
    owner, form = await begin(database)
    async with database.write() as connection:
        wishes = Preferences(quiet_from=time(17), quiet_until=time(9, 30))
        await preferences.save(connection, owner, wishes)
    await run_at(database, AT_NINE - timedelta(days=1))
    assert await run_at(database, AT_NINE) == 0
    assert await shares(database, form) == Counter([(FIFTH, "waiting", "")])
    moment, fate = FATES[down]
    cards = await run_at(database, AT_NINE + down)
    if moment and moment > AT_NINE + down:
        assert cards == 0
        assert await run_at(database, moment - timedelta(seconds=1)) == 0
        assert await run_at(database, moment) == 1
    found = await shares(database, form)
    assert [(state, reason) for key, state, reason in found.elements() if key == FIFTH] == [fate]
    assert await _told_in_hours(database)


@pytest.mark.parametrize("down", FATES)
async def test_what_was_written_down_but_not_gathered_when_it_went_down_is_gathered_afterwards(
    database: Database, down: timedelta
) -> None:
    form = await _begun_and_running(database)
    await run_at(database, AT_NINE, gathers=False)
    assert await shares(database, form) == Counter([(FIFTH, "waiting", "")])
    await run_at(database, AT_NINE + down)
    if down == DAYS:
        await run_at(database, MONDAY)
    found = await shares(database, form)
    assert [(state, reason) for key, state, reason in found.elements() if key == FIFTH] == [FATES[down][1]]
    assert await _told_in_hours(database)
