"""One period of leading: the scheduler runs, the job store follows the tables, and the lease is held."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any

import structlog
from apscheduler.executors.base import BaseExecutor
from apscheduler.job import Job
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from scheduling.firing import Due
from scheduling.job_store import JobStore
from scheduling.planner import Planner
from scheduling.subjects import Almanac
from storage import leases
from storage.leases import Lease
from storage.one_go import OneGo

log = structlog.get_logger()

# How often in the time of a lease the leader shows that it is there, and looks at the clock: a jump is noticed as soon.
BEATS = 4
# The hour is the service's own; where that runs fast, not more often than this.
HOUR_SECONDS, SOONEST_SECONDS = 3600.0, 5.0

Hand = Callable[[Due, Lease], None]


class HandOver(BaseExecutor):
    """Runs no job: it gives each one that is due to the service."""

    def __init__(self, hand: Callable[[Due], None]) -> None:
        super().__init__()
        self._hand = hand

    def _do_submit_job(self, job: Job, run_times: list[datetime]) -> None:
        self._hand(job.func(*job.args))
        # Counted as begun only after this returns.
        self._scheduler._eventloop.call_soon(self._run_job_success, job.id, [])


@dataclass(frozen=True)
class Crown:
    """What whoever leads has in hand: what is due goes to `hand`, and `lead` hears of the lease and of its end."""

    clock: Clock
    almanac: Almanac
    hand: Hand
    lead: Callable[[Lease | None], None]


class Reign:
    """Leads under `lease`, in the scheduler's thread; `beside` are that thread's own connections, as are `jobs`."""

    def __init__(self, crown: Crown, beside: OneGo, jobs: OneGo, lease: Lease) -> None:
        self._lease, self._beside, self._clock, self._lead = lease, beside, crown.clock, crown.lead
        self._store = JobStore(jobs.engine, partial(leases.guard, held=lambda: lease))
        self._planner = Planner(beside, self._store, crown.clock, crown.almanac)
        executors = {"default": HandOver(lambda due: crown.hand(due, lease))}
        self._scheduler = AsyncIOScheduler(timezone=UTC, jobstores={"default": self._store}, executors=executors)
        self._beaten, self._reconciled, self._turns = 0.0, 0.0, 0

    def begin(self) -> None:
        """Heal the store, fill it, and let the scheduler go. Raises Deposed."""
        self._scheduler.start(paused=True)
        self._store.heal()
        self._reconcile()
        self._scheduler.resume()
        log.info("leading", fence=self._lease.fence)

    def beat(self) -> None:
        """Follow what has changed; keep the lease, and look at the clock. Raises Deposed."""
        now = time.monotonic()
        # Where the service's clock was turned, every job stands at another moment now.
        turned = self._clock.turns != self._turns
        if now - self._beaten >= self._lease.lasts.total_seconds() / BEATS:
            self._renew()
            self._beaten = now
            # Its own sleep would not notice that the clock has jumped.
            self._scheduler.wakeup()
        # What was thrown away is planned again at once, not in an hour.
        torn = self._store.is_torn and self._store.heal() > 0
        if turned or torn or now - self._reconciled >= max(HOUR_SECONDS / self._clock.rate, SOONEST_SECONDS):
            self._reconcile()
            self._scheduler.wakeup()
        elif self._planner.follow_marks(self._lease):
            self._scheduler.wakeup()

    def end(self) -> None:
        """Stop the scheduler, and let the next one lead at once."""

        async def give_up(connection: AsyncConnection) -> None:
            await leases.give_up(connection, self._lease)

        self._lead(None)
        self._scheduler.shutdown(wait=False)
        self._beside.run(give_up)

    def _reconcile(self) -> None:
        self._turns = self._clock.turns
        count = self._planner.reconcile(self._lease)
        self._reconciled = time.monotonic()
        if self._clock.turns == self._turns:
            self._lead(self._lease)
        log.info("reminders planned", count=count)

    def _renew(self) -> None:
        async def renew(connection: AsyncConnection) -> None:
            await leases.keep(connection, self._lease)

        self._beside.run(renew)


def watch(loop: asyncio.AbstractEventLoop) -> "asyncio.Future[BaseException]":
    """The first thing that breaks in a callback of this loop; the scheduler's own would be told to nobody."""
    broken: asyncio.Future[BaseException] = loop.create_future()

    def tell(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if not broken.done():
            broken.set_result(error if isinstance(error, BaseException) else RuntimeError("the scheduler broke"))

    loop.set_exception_handler(tell)
    return broken
