"""The sample content's reminders, and a service that plans them, on a clock that is turned by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from apscheduler.schedulers.background import BackgroundScheduler

from domain.clock import Clock
from scheduling.job_store import JobStore
from scheduling.planner import Planner
from scheduling.subjects import Almanac
from storage import leases
from storage.content import read_content
from storage.database import Database
from storage.leases import Lease
from tests.house import ROOT, START

CONTENT = read_content(ROOT / "content" / "keski-suomi")
ALMANAC = Almanac(CONTENT.reminding, CONTENT.centre.groups)


@dataclass
class Hand:
    """A clock that moves when it is told to."""

    seconds: float = 1_000_000_000.0

    def tick(self) -> float:
        """Seconds, of this century."""
        return self.seconds


@dataclass
class Desk:
    """A planner with its store, under a lease."""

    planner: Planner
    store: JobStore
    clock: Clock
    hand: Hand
    lease: Lease

    def planned(self) -> list[str]:
        """The names of the jobs, in order."""
        return sorted(self.store.planned())


@contextmanager
def desk(database: Database, start: datetime = START, almanac: Almanac = ALMANAC) -> Iterator[Desk]:
    """Somebody who leads, and plans."""
    beside, jobs, hand = database.aside(), database.aside(), Hand()
    lease = beside.run(lambda connection: leases.take(connection, "scheduler", "test"))
    assert lease
    store = JobStore(jobs.engine, lambda engine: leases.guard(engine, lambda: lease))
    store.start(BackgroundScheduler(), "default")
    clock = Clock(start, hand.tick)
    try:
        yield Desk(Planner(beside, store, clock, almanac), store, clock, hand, lease)
    finally:
        beside.close()
        jobs.close()
