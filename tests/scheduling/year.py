"""A year of subjects that appear, move and vanish by chance; after each step the store is held against a new one."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from random import Random
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.engine import Draft
from domain.announcements import Announcement, State, moved_to, reworded
from domain.consultations import Consultation, Question, Status
from domain.people import Actor
from scheduling.firing import Due
from scheduling.reminding import take
from storage import announcements, consultations, drafts, histories
from storage.database import Database
from tests.figures import Figures
from tests.house import START
from tests.scheduling.plans import Desk, planning
from tests.storage.facts import draft, person, request
from tests.storage.meets import ONE, SESSION

GROUPS = ("haastavat-erot", "master", "ot-nepsy")
STEPS = 30
STATES = (State.WAITING, State.LISTED, State.OUT, State.CALLED_OFF, State.RECALLED)


@dataclass
class Year:
    """What there is, and the dice."""

    random: Random
    desk: Desk
    owner: Actor
    drafts: list[Draft] = field(default_factory=list)
    requests: list[Consultation] = field(default_factory=list)
    sessions: list[Announcement] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The service's moment."""
        return self.desk.clock.now()

    def _meeting(self) -> date | None:
        meetings = [one for some in self.desk.almanac.calendar(self.now).meetings.values() for one in some]
        return self.random.choice([None, *(one.day for one in meetings)])

    async def begin_draft(self, connection: AsyncConnection) -> None:
        """Somebody begins a form, which may expire soon."""
        one = replace(draft(self.owner.id), group=self.random.choice(GROUPS))
        life = timedelta(days=self.random.choice([1, 5, 30]))
        self.drafts.append(await drafts.begin(connection, one, self.now, life))

    async def end_draft(self, connection: AsyncConnection) -> None:
        """She sends it, or throws it away."""
        if not self.drafts:
            return
        one = self.drafts.pop(self.random.randrange(len(self.drafts)))
        if self.requests and self.random.random() < 0.5:
            await drafts.finish(connection, one, self.requests[-1].id, self.now)
        else:
            await drafts.remove(connection, one.id, self.owner.id)

    async def send(self, connection: AsyncConnection) -> None:
        """A request arrives."""
        number, group = len(self.requests) + 1, self.random.choice(GROUPS)
        one = request(self.owner.id, number, group=group, meeting=self._meeting(), sent_at=self.now)
        await consultations.add(connection, one, {})
        self.requests.append(one)

    async def change_request(self, connection: AsyncConnection) -> None:
        """A request is taken, withdrawn, opened again, or moved."""
        if not self.requests:
            return
        at = self.random.randrange(len(self.requests))
        was = self.requests[at]
        status = self.random.choice(list(Status))
        now = replace(was, status=status, meeting=self._meeting(), version=was.version + 1)
        assert await consultations.save(connection, now, was.version)
        self.requests[at] = now

    async def ask(self, connection: AsyncConnection) -> None:
        """The secretary asks something."""
        if self.requests:
            one = Question(uuid4().hex, "Mikä?", "Sihteeri", self.now)
            await histories.ask(connection, self.random.choice(self.requests).id, one)
            self.questions.append(one.id)

    async def answer(self, connection: AsyncConnection) -> None:
        """The requester answers."""
        if self.questions:
            await histories.answer(connection, self.questions.pop(), "Tämä.", self.now)

    async def lay(self, connection: AsyncConnection) -> None:
        """A session is announced, or waits to be."""
        start = self.now + timedelta(minutes=self.random.randrange(30, 60 * 24 * 30))
        session = replace(SESSION, start=start, end=start + timedelta(hours=1))
        wording, state = replace(ONE.wording, session=session), self.random.choice(STATES[:3])
        one = replace(ONE, id=uuid4().hex, wording=wording, state=state)
        assert await announcements.add(connection, one, self.now)
        self.sessions.append(one)

    async def change_session(self, connection: AsyncConnection) -> None:
        """A session moves, is called off, recalled, or approved."""
        if not self.sessions:
            return
        at = self.random.randrange(len(self.sessions))
        was = self.sessions[at]
        now = moved_to(was, self.random.choice(STATES), self.now)
        if was.session and self.random.random() < 0.5:
            away = timedelta(minutes=self.random.randrange(-3000, 6000))
            session = replace(was.session, start=was.session.start + away, end=was.session.end + away)
            now = reworded(was, replace(was.wording, session=session), self.now)
        assert await announcements.save(connection, now, was.version)
        self.sessions[at] = now

    async def pass_time(self, connection: AsyncConnection) -> None:
        """The clock goes on, and what expired is thrown away."""
        hours = self.random.choice([1, 5, 24, 24 * 7, 24 * 20])
        self.desk.clock.move_to(self.now + timedelta(hours=hours))
        await drafts.expire(connection, self.now)

    def steps(self) -> Sequence[Callable[[AsyncConnection], Awaitable[None]]]:
        """All that can happen."""
        changes = (self.begin_draft, self.end_draft, self.send, self.change_request, self.ask, self.answer)
        return (*changes, self.lay, self.change_session, self.pass_time)


def differs(one: dict[str, float], other: dict[str, float], present: float) -> list[str]:
    """Which jobs stand at other times, or in one only; what is overdue is due now."""
    names = one.keys() | other.keys()
    return sorted(
        name
        for name in names
        if name not in one or name not in other or abs(max(one[name], present) - max(other[name], present)) > 0.5
    )


async def live(database: Database, seed: int, steps: int = STEPS) -> Figures:
    """One round."""
    figures = Figures(steps=0, jobs=0, fired=0)
    owner = await person(database)
    with planning(database) as desk:
        year = Year(Random(seed), desk, owner)
        desk.planner.reconcile(desk.lease)
        while figures["steps"] < steps and year.now < START + timedelta(days=365):
            await _step(database, year, figures)
            _hold(year, figures)
    return figures


async def _step(database: Database, year: Year, figures: Figures) -> None:
    figures["steps"] += 1
    what = year.random.choice(year.steps())
    async with database.write() as connection:
        await what(connection)
    if what == year.pass_time:
        year.desk.planner.reconcile(year.desk.lease)
        due = await _due(database, year)
        figures["fired"] += due
    year.desk.follow()


async def _due(database: Database, year: Year) -> int:
    planned, present = year.desk.store.planned(), year.desk.clock.tick_at(year.now)
    due = [Due(*name.split("|")) for name, when in sorted(planned.items()) if when <= present]
    some = year.random.sample(due, year.random.randint(0, len(due)))
    # As the scheduler does: it takes the job out of the store, and hands it over.
    year.desk.store.drop([one.id for one in some])
    async with database.write() as connection:
        await take(connection, year.desk.almanac, some, year.desk.clock)
    return len(some)


def _hold(year: Year, figures: Figures) -> None:
    desk = year.desk
    kept, present = desk.store.planned(), desk.clock.tick_at(year.now)
    desk.store.drop(kept)
    desk.planner.reconcile(desk.lease)
    built = desk.store.planned()
    figures["jobs"] += len(built)
    figures.problems += [f"step {figures['steps']}: {name}" for name in differs(kept, built, present)]
