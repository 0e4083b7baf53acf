"""What is due is written down once, and what one person is to hear of comes on one card."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.clock import Clock
from domain.consultations import Question
from domain.preferences import Preferences
from domain.reminders import About
from scheduling.firing import Due
from scheduling.reminding import Reminding, gather, take
from scheduling.subjects import Almanac
from storage import drafts, histories, nudges, preferences, reminder_tables
from storage.database import Database
from storage.leases import Deposed, Lease
from storage.notice_tables import notices
from tests.house import HELSINKI, START
from tests.scheduling.plans import almanac, planning
from tests.storage.facts import draft, person, sent

# The fifth working day before the deadline of 6 October, and the first.
FIFTH, FIRST = "2022-10-06/5", "2022-10-06/1"
AT_NINE = datetime(2022, 9, 29, 9, tzinfo=HELSINKI)
BOOK = almanac()
COLUMNS = reminder_tables.nudges.c


def clock_at(moment: datetime) -> Clock:
    return Clock(moment, lambda: 0.0)


async def begun(database: Database, number: int = 1) -> tuple[str, str]:
    """Somebody with a form on its way: her id, the form's."""
    owner = await person(database, number)
    async with database.write() as connection:
        one = await drafts.begin(connection, draft(owner.id), START, timedelta(days=60))
    return owner.id, one.id


async def taken(database: Database, moment: datetime, *due: Due) -> None:
    async with database.write() as connection:
        await take(connection, BOOK, due, clock_at(moment))


async def gathered(database: Database, moment: datetime) -> int:
    async with database.write() as connection:
        return await gather(connection, BOOK, clock_at(moment))


async def rows(database: Database, name: str) -> Sequence[Any]:
    table = notices if name == "notices" else getattr(reminder_tables, name)
    async with database.read() as connection:
        return (await connection.execute(select(table))).all()


async def test_what_is_due_is_shared_out_once_however_often_it_is_handed_over(database: Database) -> None:
    owner, form = await begun(database)
    due = Due("draft-deadline", form, FIFTH)
    await taken(database, AT_NINE, due, due)
    await taken(database, AT_NINE + timedelta(hours=1), due)
    assert [(one.id, one.reason, one.late) for one in await rows(database, "reminders")] == [(due.id, "", False)]
    assert [(one.person, one.state) for one in await rows(database, "nudges")] == [(owner, "waiting")]


async def test_what_is_not_due_yet_is_planned_again(database: Database) -> None:
    _, form = await begun(database)
    before = len(await rows(database, "marks"))
    async with database.write() as connection:
        await connection.execute(reminder_tables.marks.delete())
    assert before
    await taken(database, AT_NINE - timedelta(hours=1), Due("draft-deadline", form, FIFTH))
    assert await rows(database, "reminders") == []
    assert [(one.about, one.subject) for one in await rows(database, "marks")] == [(About.DRAFT.value, form)]


async def test_what_is_of_no_use_any_more_is_told_to_nobody_and_written_down(database: Database) -> None:
    _, form = await begun(database)
    await taken(database, AT_NINE + timedelta(days=9), Due("draft-deadline", form, FIFTH))
    assert [(one.reason, one.late) for one in await rows(database, "reminders")] == [("late", False)]
    assert await rows(database, "nudges") == []


async def test_a_form_that_is_gone_reminds_of_nothing(database: Database) -> None:
    await taken(database, AT_NINE, Due("draft-deadline", "f" * 32, FIFTH))
    assert await rows(database, "reminders") == []


async def test_what_is_due_for_one_person_comes_on_one_card_and_each_person_has_her_own(database: Database) -> None:
    (first, one), (_, two) = await begun(database), await begun(database)
    second, three = await begun(database, 2)
    await taken(database, AT_NINE, *(Due("draft-deadline", form, FIFTH) for form in (one, two, three)))
    assert await gathered(database, AT_NINE) == 2
    told = await rows(database, "nudges")
    bundles = {person: {one.bundle for one in told if one.person == person} for person in (first, second)}
    assert [one.state for one in told] == ["told"] * 3
    assert [len(some) for some in bundles.values()] == [1, 1]
    assert {(one.kind, one.subject) for one in await rows(database, "notices")} == {
        (nudges.BUNDLE, bundle) for some in bundles.values() for bundle in some
    }
    assert await gathered(database, AT_NINE + timedelta(hours=1)) == 0


async def test_what_waited_too_long_is_dropped_with_its_reason(database: Database) -> None:
    _, form = await begun(database)
    await taken(database, AT_NINE, Due("draft-deadline", form, FIFTH))
    async with database.write() as connection:
        await drafts.remove(connection, form, (await rows(database, "nudges"))[0].person)
    assert await gathered(database, AT_NINE) == 0
    assert [(one.state, one.reason) for one in await rows(database, "nudges")] == [("dropped", "untrue")]


async def test_out_of_hours_it_waits_for_the_opening(database: Database) -> None:
    _, form = await begun(database)
    evening = AT_NINE.replace(hour=21)
    await taken(database, evening, Due("draft-deadline", form, FIFTH))
    assert await gathered(database, evening) == 0
    [waiting] = await rows(database, "nudges")
    assert (waiting.state, waiting.due_at) == ("waiting", AT_NINE.replace(day=30, hour=8))
    assert await gathered(database, AT_NINE.replace(day=30, hour=8)) == 1


async def test_who_wants_one_card_a_week_gets_it_where_that_is_soon_enough(database: Database) -> None:
    owner, form = await begun(database)
    async with database.write() as connection:
        await preferences.save(connection, owner, Preferences(digest=True))
    await taken(database, AT_NINE, Due("draft-deadline", form, FIFTH))
    assert await gathered(database, AT_NINE) == 0
    # The Monday before the deadline.
    assert await gathered(database, datetime(2022, 10, 3, 9, tzinfo=HELSINKI)) == 1


async def test_what_falls_due_at_the_digests_own_hour_comes_with_it_and_not_a_week_later(database: Database) -> None:
    owner, wednesday = await person(database), START + timedelta(days=1)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        await histories.ask(connection, one.id, Question("q" * 32, "Ketkä osallistuvat?", "Sihteeri", wednesday))
        await preferences.save(connection, owner.id, Preferences(digest=True))
    # Three working days after a Wednesday; it is taken a little after its hour.
    monday = datetime(2022, 9, 26, 9, tzinfo=HELSINKI)
    await taken(database, monday + timedelta(seconds=1), Due("question-unanswered", one.id, "2022-09-21/3"))
    assert await gathered(database, monday + timedelta(seconds=2)) == 1


async def test_the_cards_of_a_whole_week_do_not_push_back_the_first_one_of_the_next(database: Database) -> None:
    (owner, form), (_, other) = await begun(database), await begun(database)
    few = Almanac(replace(BOOK.reminding, manners=replace(BOOK.reminding.manners, most_a_week=1)), BOOK.groups)
    last, now = AT_NINE + timedelta(milliseconds=900), AT_NINE + timedelta(days=7, milliseconds=100)
    await taken(database, AT_NINE, Due("draft-deadline", form, FIFTH), Due("draft-deadline", other, FIFTH))
    waiting = [one.id for one in await rows(database, "nudges")]
    async with database.write() as connection:
        await connection.execute(update(reminder_tables.nudges).values(due_at=now).where(COLUMNS.id == waiting[1]))
        assert await gather(connection, few, clock_at(last)) == 1
        # A week later, less a moment.
        assert await gather(connection, few, clock_at(now)) == 1
    assert [one.state for one in await rows(database, "nudges") if one.person == owner] == ["told", "told"]


async def test_what_was_put_off_to_a_day_comes_on_that_day_and_not_before_as_well(database: Database) -> None:
    owner, form = await begun(database)
    chosen = AT_NINE.replace(month=10, day=6)
    await taken(database, AT_NINE, Due("draft-deadline", form, FIFTH))
    assert await gathered(database, AT_NINE) == 1
    [told] = await rows(database, "nudges")
    async with database.write() as connection:
        assert await nudges.put_off(connection, [told.id], chosen, AT_NINE) == 1
        [[matter]] = (await nudges.awaited(connection, [owner], AT_NINE)).values()
        assert matter == ("draft-deadline", form, chosen.date())
    before = chosen - timedelta(days=1)
    await taken(database, before, Due("draft-deadline", form, FIRST))
    assert await gathered(database, before) == 0
    assert await gathered(database, chosen) == 1
    assert sorted((one.state, one.reason) for one in await rows(database, "nudges")) == [
        ("dropped", "merged"), ("told", "")
    ]  # fmt: skip


def reminding(database: Database, book: Almanac = BOOK) -> Reminding:
    return Reminding(database, clock_at(AT_NINE), book, lambda: None)


async def test_who_was_deposed_writes_nothing_down(database: Database) -> None:
    _, form = await begun(database)
    one = reminding(database)
    with planning(database) as desk:
        stale = Lease(desk.lease.name, desk.lease.holder, desk.lease.fence - 1)
        one._handed = [(Due("draft-deadline", form, FIFTH), stale)]
        with pytest.raises(Deposed):
            await one.round()
        assert await rows(database, "reminders") == []
        one._handed = [(Due("draft-deadline", form, FIFTH), desk.lease)]
        await one.round()
        assert len(await rows(database, "reminders")) == 1
        one.lead(Lease(desk.lease.name, desk.lease.holder, desk.lease.fence - 1))
        with pytest.raises(Deposed):
            await one.round()
        assert await rows(database, "notices") == []
        one.lead(desk.lease)
        await one.round()
        assert len(await rows(database, "notices")) == 1
