"""A planner with its job store beside a database, and a clock that is turned by hand."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from scheduling.clockwork import LEASE
from scheduling.job_store import JobStore
from scheduling.planner import Planner
from scheduling.subjects import Almanac
from storage import leases
from storage.database import Database
from storage.leases import Lease
from storage.one_go import OneGo
from tests.house import START, read_sample_content


def almanac() -> Almanac:
    """The sample centre, with a secret that expires."""
    content = read_sample_content()
    expires = (START + timedelta(days=40)).date()
    return Almanac(content.reminding, content.centre.groups, {"app": expires})


@dataclass
class Desk:
    """All that plans, in the thread of the test."""

    beside: OneGo
    store: JobStore
    planner: Planner
    clock: Clock
    lease: Lease
    almanac: Almanac

    def follow(self) -> None:
        """Follow all marks."""
        while self.planner.follow_marks(self.lease):
            pass


def lead(beside: OneGo, holder: str = "one") -> Lease:
    """Take the lease of the scheduler."""

    async def work(connection: AsyncConnection) -> Lease | None:
        return await leases.take(connection, LEASE, holder)

    lease = beside.run(work)
    assert lease
    return lease


def _never() -> float:
    return 0.0


@contextmanager
def planning(
    database: Database, clock: Clock | None = None, holder: str = "one", book: Almanac | None = None
) -> Iterator[Desk]:
    """A planner that leads."""
    beside, jobs, book = database.aside(), database.aside(), book or almanac()
    try:
        lease = lead(beside, holder)
        store = JobStore(jobs.engine, partial(leases.guard, held=lambda: lease))
        store.start(AsyncIOScheduler(timezone="UTC"), "default")
        turned = clock or Clock(START, _never)
        yield Desk(beside, store, Planner(beside, store, turned, book), turned, lease, book)
    finally:
        jobs.close()
        beside.close()
