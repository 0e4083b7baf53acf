"""Over every change of the clocks of three years: each reminder of every rule once, at the wall time that is meant."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from domain.announcements import Announcement, Session, State
from domain.clock import Clock
from domain.consultations import Question
from domain.moments import at
from domain.occurrences import Occurrence, occurrences
from domain.reminders import RULES, Unit
from scheduling.firing import Due
from scheduling.reminding import take
from scheduling.subjects import Almanac, every
from storage import announcements, consultations, drafts, histories
from storage.database import Database
from storage.reminder_tables import reminders
from tests.house import HELSINKI
from tests.scheduling.plans import Desk, almanac, planning
from tests.storage.facts import draft, person, request
from tests.storage.meets import ONE

GROUP = "haastavat-erot"
NEVER = "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;UNTIL=20220101T000000"


def clock_changes() -> list[date]:
    """The days of 2026–2028 that do not last for 24 hours."""
    days = [date(2026, 1, 1) + timedelta(days=count) for count in range(3 * 365 + 1)]
    return [one for one in days if _midnight(one + timedelta(days=1)) - _midnight(one) != timedelta(days=1)]


def _midnight(day: date) -> datetime:
    return at(day, time(0), HELSINKI)


def _moment(sunday: date, away: int, hour: time = time(12)) -> datetime:
    return at(sunday + timedelta(days=away), hour, HELSINKI)


def book_of(sunday: date) -> Almanac:
    """A centre whose meetings, deadlines and last days lie around a change of the clocks."""
    book = almanac()
    group = book.groups[GROUP]
    assert group.meetings
    days = frozenset(sunday + timedelta(days=away) for away in (1, 2, 8, 9, 15))
    meetings = replace(group.meetings, rule=NEVER, added=days)
    expires = {"app": sunday + timedelta(days=2)}
    return replace(book, groups={**book.groups, GROUP: replace(group, meetings=meetings)}, expiring=expires)


def session(start: datetime, opens: datetime | None = None, **facts: object) -> Announcement:
    """A session of an hour."""
    link = "https://teams.microsoft.com/l/meetup-join/one"
    lasts = Session(start, start + timedelta(hours=1), link, "Koske", opens=opens)
    wording = replace(ONE.wording, session=lasts)
    return replace(ONE, id=uuid4().hex, wording=wording, **facts)  # type: ignore[arg-type]


async def populate(database: Database, sunday: date, first: datetime) -> None:
    """Something of every kind, with its dates around the change."""
    owner = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(owner.id), first, timedelta(days=60))
        one = request(owner.id, meeting=sunday + timedelta(days=2), sent_at=_moment(sunday, -6))
        await consultations.add(connection, one, {})
        await histories.ask(connection, one.id, Question(uuid4().hex, "Mikä?", "Sihteeri", _moment(sunday, -4)))
        # On the night itself, just after the hour that is left out or comes twice; and on the days after.
        for away, hour in ((0, time(4, 15)), (1, time(10)), (2, time(9)), (4, time(10))):
            # One that has begun by the next opening is no longer opened to anybody.
            opens = _moment(sunday, 0, time(0)) if away == 4 else None
            held = session(_moment(sunday, away, hour), opens, sent_at=first)
            assert await announcements.add(connection, held, first)
        waits = session(_moment(sunday, 30), state=State.WAITING)
        assert await announcements.add(connection, waits, _moment(sunday, -2))


async def meant(database: Database, book: Almanac, first: datetime, last: datetime) -> dict[str, Occurrence]:
    """What should fall due, by its id."""
    calendar = book.calendar(first)
    async with database.read() as connection:
        subjects = [one async for page in every(connection, book, calendar) for one in page]
    reminding = book.reminding
    found = [each for one in subjects for each in occurrences(reminding.timings, one, reminding.manners)]
    return {one.id: one for one in found if first <= one.at < last}


class Hands:
    """The hands of the machine's clock."""

    def __init__(self, moment: datetime) -> None:
        self.at = moment.timestamp()

    def tick(self) -> float:
        """What they show."""
        return self.at


async def live(database: Database, desk: Desk, hands: Hands, last: datetime) -> list[tuple[str, datetime]]:
    """Let time pass from one job to the next. Returns what was handed over, and when."""
    fired: list[tuple[str, datetime]] = []
    while (when := desk.store.get_next_run_time()) and when < last:
        assert when.timestamp() >= hands.at
        hands.at = when.timestamp()
        jobs = desk.store.get_due_jobs(when)
        due: Sequence[Due] = [job.func(*job.args) for job in jobs]
        for job in jobs:
            desk.store.remove_job(job.id)
        async with database.write() as connection:
            await take(connection, desk.almanac, due, desk.clock)
        fired += [(one.id, when) for one in due]
        desk.planner.reconcile(desk.lease)
        desk.follow()
    return fired


async def hold(database: Database, sunday: date) -> None:
    """Live through a change, and look at what fell due."""
    first, last = _moment(sunday, -12, time(8)), _moment(sunday, 5, time(0))
    book, hands = book_of(sunday), Hands(first)
    await populate(database, sunday, first)
    with planning(database, Clock(first, hands.tick), book=book) as desk:
        desk.planner.reconcile(desk.lease)
        fired = await live(database, desk, hands, last)
    expected = await meant(database, book, first, last)
    assert sorted(name for name, _ in fired) == sorted(expected)
    for name, when in fired:
        one = expected[name]
        timing = book.reminding.timings[one.rule]
        assert abs(when - one.at) < timedelta(seconds=1), name
        if RULES[one.rule].unit is not Unit.MINUTES:
            assert when.astimezone(HELSINKI).time().replace(microsecond=0) == timing.hour, name
    near = {expected[name].rule for name, when in fired if abs(when - _moment(sunday, 0)) < timedelta(days=4)}
    assert near == set(RULES)
    await _is_written_down_once(database, set(expected))
    [soon] = [when for name, when in fired if name.startswith("session-soon|") and when < _moment(sunday, 1, time(0))]
    # Half an hour on any clock, though the one on the wall leaps meanwhile.
    assert _moment(sunday, 0, time(4, 15)) - soon == timedelta(minutes=30)


async def _is_written_down_once(database: Database, names: set[str]) -> None:
    async with database.read() as connection:
        rows = (await connection.execute(select(reminders))).all()
    assert {row.id for row in rows} == names
    assert {row.reason for row in rows} <= {"", "untrue"}
    assert not any(row.late for row in rows)
    assert all(row.due_at.tzinfo is UTC for row in rows)


def test_the_clocks_are_changed_six_times() -> None:
    assert len(clock_changes()) == 6
    assert {one.weekday() for one in clock_changes()} == {6}


@pytest.mark.parametrize("sunday", clock_changes(), ids=str)
async def test_over_a_change_of_the_clocks_each_reminder_comes_once_at_its_wall_time(
    database: Database, sunday: date
) -> None:
    await hold(database, sunday)
