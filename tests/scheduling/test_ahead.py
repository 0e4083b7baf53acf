"""What falls due for one person within a window comes on one card, at the hour of the first, and each thing once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

import pytest

from domain.announcements import Announcement
from domain.clock import Clock
from domain.occurrences import Timing
from scheduling.firing import Due
from scheduling.preview import expected
from scheduling.reminding import Reminding
from scheduling.subjects import Almanac
from storage import drafts
from storage.database import Database
from storage.notice_tables import notices
from storage.reminder_tables import nudges, reminders
from tests.ground import rows
from tests.house import START
from tests.scheduling.ledgers import AT_NINE, FIFTH
from tests.scheduling.plans import Desk, almanac, planning
from tests.storage.facts import draft, person
from tests.storage.meets import ONE, SESSION, lay, register

# The session is on Friday the 30th, and Thursday the 29th is the fifth working day before the deadline.
STARTS = AT_NINE.replace(day=30, hour=12)
TWENTY_PAST = AT_NINE.replace(minute=20)


def book(minute: int = 20) -> Almanac:
    """Sessions are spoken of so many minutes after everything else."""
    one = almanac()
    timings = {**one.reminding.timings, "session-tomorrow": Timing("session-tomorrow", (1,), time(9, minute))}
    return replace(one, reminding=replace(one.reminding, timings=timings))


def held_at(start: datetime) -> Announcement:
    """A session of an hour that was announced long ago."""
    wording = replace(ONE.wording, session=replace(SESSION, start=start, end=start + timedelta(hours=1)))
    return replace(ONE, wording=wording, sent_at=START)


async def with_a_form_and_a_session(database: Database) -> tuple[str, str]:
    """Somebody with a form on its way, and a session at which she is expected: her id, the session's."""
    owner, held = await person(database), held_at(STARTS)
    async with database.write() as connection:
        await drafts.begin(connection, draft(owner.id), START, timedelta(days=60))
    await lay(database, held)
    await come(database, held.id, owner.id)
    return owner.id, held.id


async def come(database: Database, held: str, who: str) -> None:
    async with database.write() as connection:
        await register(connection, held, who)


class Hands:
    """The machine's clock, turned by hand."""

    def __init__(self, moment: datetime) -> None:
        self.at = moment

    def tick(self) -> float:
        return self.at.timestamp()


async def come_to(database: Database, desk: Desk, hands: Hands, moment: datetime, reminding: Reminding) -> None:
    """What happens at a moment: what is due is handed over, taken and gathered."""
    hands.at = moment
    desk.planner.reconcile(desk.lease)
    desk.follow()
    present = desk.clock.tick_at(desk.clock.now())
    for name, when in desk.store.planned().items():
        if when <= present:
            reminding._handed.append((Due.of(name), desk.lease))
            desk.store.remove_job(name)
    reminding.lead(desk.lease)
    for _ in range(3):
        await reminding.round()


async def cards(database: Database) -> list[list[str]]:
    """The rules on each card, in the order of the cards."""
    async with database.read() as connection:
        told = {one["id"]: one["rule"] for one in await rows(connection, reminders)}
        made = await rows(connection, notices)
        some = await rows(connection, nudges)
    made = sorted([one for one in made if one["kind"] == "reminder"], key=lambda one: one["created_at"])
    return [sorted(told[one["reminder"]] for one in some if one["bundle"] == each["subject"]) for each in made]


BOTH = ["draft-deadline", "session-tomorrow"]


@pytest.mark.parametrize(("minute", "wanted"), [(0, [BOTH]), (20, [BOTH]), (31, [[BOTH[0]], [BOTH[1]]])])
async def test_what_falls_due_within_the_window_comes_with_the_first_and_each_once(
    database: Database, minute: int, wanted: Sequence[Any]
) -> None:
    await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE), book(minute)
    clock = Clock(AT_NINE, hands.tick)
    reminding = Reminding(database, clock, its_book, lambda: None)
    with planning(database, clock, book=its_book) as desk:
        await come_to(database, desk, hands, AT_NINE, reminding)
        assert await cards(database) == wanted[:1]
        for minutes in (minute, 60):
            await come_to(database, desk, hands, AT_NINE + timedelta(minutes=minutes), reminding)
            assert await cards(database) == wanted


async def test_after_a_turn_of_the_clock_no_card_is_made_before_all_is_planned_anew(database: Database) -> None:
    await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE - timedelta(hours=1)), book()
    clock = Clock(hands.at, hands.tick)
    reminding = Reminding(database, clock, its_book, lambda: None)
    with planning(database, clock, book=its_book) as desk:
        await come_to(database, desk, hands, hands.at, reminding)
        clock.move_to(AT_NINE)
        [due] = [one for one in map(Due.of, desk.store.planned()) if (one.rule, one.key) == (BOTH[0], FIFTH)]
        reminding._handed.append((due, desk.lease))
        for _ in range(3):
            await reminding.round()
        assert await cards(database) == []
        await come_to(database, desk, hands, hands.at, reminding)
    assert await cards(database) == [BOTH]


async def test_who_has_registered_since_hears_at_the_hour_itself(database: Database) -> None:
    _, held = await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE), book()
    clock = Clock(AT_NINE, hands.tick)
    reminding = Reminding(database, clock, its_book, lambda: None)
    with planning(database, clock, book=its_book) as desk:
        await come_to(database, desk, hands, AT_NINE, reminding)
        await come(database, held, (await person(database, 2)).id)
        await come_to(database, desk, hands, TWENTY_PAST, reminding)
    assert await cards(database) == [BOTH, [BOTH[1]]]


async def test_a_crash_between_sharing_out_and_gathering_leaves_one_card(database: Database) -> None:
    await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE), book()
    clock = Clock(AT_NINE, hands.tick)
    with planning(database, clock, book=its_book) as desk:
        desk.planner.reconcile(desk.lease)
        dying = Reminding(database, clock, its_book, lambda: None)
        [form] = [Due.of(name) for name in desk.store.planned() if name.endswith(FIFTH)]
        dying._handed = [(form, desk.lease)]
        await dying.round()
        await dying._look_ahead(desk.lease)
        assert await cards(database) == []
        await come_to(database, desk, hands, AT_NINE, Reminding(database, clock, its_book, lambda: None))
        await come_to(database, desk, hands, TWENTY_PAST, Reminding(database, clock, its_book, lambda: None))
    assert await cards(database) == [BOTH]


async def test_what_was_handed_over_only_in_part_when_it_died_still_makes_one_card(database: Database) -> None:
    await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE), book(0)
    clock = Clock(AT_NINE, hands.tick)
    with planning(database, clock, book=its_book) as desk:
        desk.planner.reconcile(desk.lease)
        again = Reminding(database, clock, its_book, lambda: None)
        [form] = [Due.of(name) for name in desk.store.planned() if name.endswith(FIFTH)]
        again._handed = [(form, desk.lease)]
        again.lead(desk.lease)
        await again.round()
        # Nothing more has been handed over, and it is calm.
        await again.round()
        await come_to(database, desk, hands, AT_NINE, again)
    assert await cards(database) == [BOTH]


async def test_the_preview_shows_the_same_card(database: Database) -> None:
    who, _ = await with_a_form_and_a_session(database)
    async with database.read() as connection:
        found = await expected(connection, book(), AT_NINE - timedelta(days=1), AT_NINE + timedelta(hours=2))
    mine = [(one.occurrence.rule, one.due, one.others) for one in found if one.person == who]
    assert sorted(mine) == [(rule, AT_NINE, 1) for rule in BOTH]


async def test_while_it_is_shared_out_before_its_hour_the_preview_shows_it_once(database: Database) -> None:
    who, _ = await with_a_form_and_a_session(database)
    hands, its_book = Hands(AT_NINE), book()
    clock = Clock(AT_NINE, hands.tick)
    reminding = Reminding(database, clock, its_book, lambda: None)
    with planning(database, clock, book=its_book) as desk:
        desk.planner.reconcile(desk.lease)
        await reminding._look_ahead(desk.lease)
        async with database.read() as connection:
            found = await expected(connection, its_book, AT_NINE, AT_NINE + timedelta(hours=2))
    mine = [one.occurrence.rule for one in found if one.person == who]
    assert mine.count("session-tomorrow") == 1
