"""Two take the last seat of a session at once: one has it. She declines, pressed twice: the other moves up, once."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from random import Random

from sqlalchemy import func, select

from domain.registrations import Coming
from storage import guests, registrations
from storage.announcement_tables import registrations as answers
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.registrations import Answered, Figures, Moved, Registrant
from storage.schema import upgrade
from tests import figures
from tests.ground import open_database
from tests.storage.facts import NOW, person
from tests.storage.meets import lay, session

COMING, WAITING, DECLINED = Coming.COMING, Coming.WAITING, Coming.DECLINED
# One of them already has a seat; guests have registered by mail.
PERSONS = 4


def came_to() -> figures.Figures:
    """What the rounds come to."""
    return figures.Figures("rounds", "seats_given", "moved_up", "told")


@dataclass(frozen=True)
class Hall:
    """One session of a round, in the databases of two workers."""

    workers: Sequence[Database]
    id: str
    rng: Random

    async def say(self, worker: int, who: Registrant, wish: Coming) -> Answered:
        """One press, somewhat later than now; whoever moves up is told in the same transaction."""
        await asyncio.sleep(self.rng.uniform(0, 0.004))
        async with self.workers[worker].write() as connection:
            given = await registrations.answer(connection, self.id, who, wish, NOW)
            await registrations.tell_moved(connection, self.id, given.moved_up, NOW)
        return given

    async def fill(self) -> list[Moved]:
        """An edit that has changed nothing, meanwhile."""
        await asyncio.sleep(self.rng.uniform(0, 0.004))
        async with self.workers[0].write() as connection:
            moved = await registrations.fill(connection, self.id, NOW)
            await registrations.tell_moved(connection, self.id, moved, NOW)
        return moved

    async def stands(self) -> tuple[Figures, int]:
        """The figures of the session, and how often anybody was told of a seat."""
        told = select(func.count()).select_from(deliveries).join(notices).where(notices.c.subject == self.id)
        async with self.workers[0].read() as connection:
            seat = told.where(notices.c.kind == "seat")
            return await registrations.figures(connection, self.id), await connection.scalar(seat) or 0

    async def has_seat(self, who: Registrant) -> bool:
        """Whether somebody has a seat, as the database says."""
        seat = select(answers.c.id).where(answers.c.announcement == self.id, answers.c.state == COMING.value)
        hers = answers.c.person == who.person if who.person else answers.c.guest == who.guest
        async with self.workers[1].read() as connection:
            return await connection.scalar(seat.where(hers)) is not None


@asynccontextmanager
async def two_workers(url: str) -> AsyncIterator[Sequence[Database]]:
    """Two that work on one database, each with connections of its own."""
    async with open_database(url) as one, open_database(url) as other:
        await upgrade(one)
        yield one, other


async def _guest(database: Database, announcement: str, number: int) -> Registrant:
    async with database.write() as connection:
        _, token = await guests.ask(connection, announcement, f"{number}@example.fi", "fi", NOW)
        guest = await guests.confirm(connection, token, NOW)
    return Registrant(guest=guest.id if guest else "")


async def _take(hall: Hall, rivals: Sequence[Registrant], came: figures.Figures) -> tuple[Registrant, Registrant]:
    """Both press at once; gives who has the seat, and who waits."""
    given = await asyncio.gather(*(hall.say(number, who, COMING) for number, who in enumerate(rivals)))
    states = [one.state for one in given]
    if sorted(states) != [COMING, WAITING]:
        came.problems.append(f"round {came['rounds']}: two took the last seat and were told {states}")
    first = states.index(COMING) if COMING in states else 0
    winner, loser = rivals[first], rivals[1 - first]
    if not await hall.has_seat(winner) or await hall.has_seat(loser):
        came.problems.append(f"round {came['rounds']}: who was told of a seat is not who has it")
    came["seats_given"] += states.count(COMING)
    return winner, loser


async def _give_up(hall: Hall, winner: Registrant, loser: Registrant, came: figures.Figures) -> None:
    """She declines on two devices at once while an edit looks for free seats."""
    presses = [hall.say(worker, winner, DECLINED) for worker in (0, 1)]
    *given, filled = await asyncio.gather(*presses, hall.fill())
    moved = [one.who for answered in given if isinstance(answered, Answered) for one in answered.moved_up]
    moved += [one.who for one in filled] if isinstance(filled, list) else []
    if moved != [loser] or not await hall.has_seat(loser):
        came.problems.append(f"round {came['rounds']}: a seat was freed once and {len(moved)} moved up")
    came["moved_up"] += len(moved)


async def _round(hall: Hall, people: Sequence[Registrant], came: figures.Figures) -> None:
    taken = hall.rng.randint(0, len(people) - 3)
    await lay(hall.workers[0], session(taken + 1, id=hall.id))
    for who in people[:taken]:
        await hall.say(0, who, COMING)
    second = await _guest(hall.workers[0], hall.id, int(came["rounds"])) if hall.rng.random() < 0.3 else people[-1]
    winner, loser = await _take(hall, (people[-2], second), came)
    await _give_up(hall, winner, loser, came)
    stands, told = await hall.stands()
    if stands != Figures(taken + 1, 0, 1) or told != 1:
        came.problems.append(f"round {came['rounds']}: {stands} in the end, told {told} times")
    came["told"] += told


async def play(url: str, seed: int, rounds: int) -> figures.Figures:
    """So many rounds, each with a session of its own."""
    came, rng = came_to(), Random(f"{seed}/seats")
    async with two_workers(url) as workers:
        people = [Registrant((await person(workers[0], number)).id) for number in range(1, PERSONS + 1)]
        for number in range(rounds):
            came["rounds"] += 1
            await _round(Hall(workers, f"{number:032d}", rng), people, came)
    return came
