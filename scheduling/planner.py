"""Keeps the job store what our own tables say: what falls due in the next fourteen days, and nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.clock import Clock
from domain.occasions import BEHIND
from domain.occurrences import Occurrence, Subject, occurrences
from domain.reminders import RULES, About
from scheduling.firing import Due
from scheduling.job_store import JobStore
from scheduling.subjects import Almanac, every, these
from storage import marks, reminders
from storage.leases import Lease, check, keep
from storage.marks import Mark
from storage.one_go import OneGo
from storage.reminders import Over
from storage.subjects import Calendar

log = structlog.get_logger()

AHEAD = timedelta(days=14)
MOST_MARKS = 200
# Who comes back after a longer time is not told of every single reminder that has come to nothing.
LONGEST = timedelta(days=731)
# Two readings of the clocks never agree to the last digit.
SAME_SECONDS = 0.5


@dataclass(frozen=True)
class Plan:
    """What should be in the store, and what can never be said any more."""

    wanted: Sequence[Occurrence]
    missed: Sequence[Occurrence]


class Planner:
    """Plans in the thread that it is called in; `beside` are connections of that thread's own."""

    def __init__(self, beside: OneGo, store: JobStore, clock: Clock, almanac: Almanac) -> None:
        self._beside, self._store, self._clock, self._almanac = beside, store, clock, almanac
        self._begun: datetime | None = None

    def reconcile(self, lease: Lease) -> int:
        """Make the store what it would be if it were built from nothing. Returns how many jobs it has."""
        now, planned = self._clock.now(), self._store.planned()
        # Names alone: of a hundred thousand subjects no more than one page is in hand.
        wanted: set[str] = set()

        async def look(connection: AsyncConnection) -> None:
            calendar = self._almanac.calendar(now)
            async for page in every(connection, self._almanac, calendar):
                plan = await self._plan(connection, page, now)
                # However many there are: who plans them is seen to be there.
                self._keep(lease)
                self._put(lease, plan, planned, now)
                wanted.update(one.id for one in plan.wanted)

        self._mark_unseen(lease, now, self._begin(lease, now))
        self._beside.look(look)
        self._store.drop(planned.keys() - wanted)
        self._reach(lease, now)
        return len(wanted)

    def _begin(self, lease: Lease, now: datetime) -> datetime:
        """Note since when this service reminds. Returns up to when it has looked at what falls due."""

        async def begin(connection: AsyncConnection) -> datetime:
            await keep(connection, lease)
            self._begun = await reminders.begun(connection, now)
            return await reminders.reached(connection, now)

        return self._beside.run(begin)

    def _reach(self, lease: Lease, now: datetime) -> None:
        async def reach(connection: AsyncConnection) -> None:
            await check(connection, lease)
            await reminders.reach(connection, now)

        self._beside.run(reach)

    def _mark_unseen(self, lease: Lease, now: datetime, reached: datetime) -> None:
        """Write down what fell due while nothing ran, so long ago that no calendar near the present knows of it."""
        moment = max(reached, now - LONGEST)
        while moment < now - BEHIND:
            self._beside.look(partial(self._mark, lease, self._almanac.calendar(moment), reached, now))
            moment += BEHIND

    async def _mark(
        self, lease: Lease, then: Calendar, reached: datetime, now: datetime, connection: AsyncConnection
    ) -> None:
        async for page in every(connection, self._almanac, then):
            plan = await self._plan(connection, page, now)
            self._keep(lease)
            # What was due before that was looked at then; its row may have been deleted since.
            self._end(lease, [one for one in plan.missed if one.at > reached], now)

    def _keep(self, lease: Lease) -> None:
        async def work(connection: AsyncConnection) -> None:
            await keep(connection, lease)

        self._beside.run(work)

    def follow_marks(self, lease: Lease) -> int:
        """Plan anew what has changed. Returns how many subjects that were."""
        now = self._clock.now()

        async def look(connection: AsyncConnection) -> tuple[list[Mark], Plan]:
            marked = await marks.some(connection, MOST_MARKS)
            return marked, await self._some(connection, marked, now)

        marked, plan = self._beside.look(look)
        if not marked:
            return 0
        prefixes = [
            f"{rule.key}|{one.subject}|" for one in marked for rule in RULES.values() if rule.about is one.about
        ]
        planned = self._store.planned(prefixes)
        self._put(lease, plan, planned, now)
        self._store.drop(planned.keys() - {one.id for one in plan.wanted})
        self._clear(lease, marked)
        return len(marked)

    def _clear(self, lease: Lease, marked: Sequence[Mark]) -> None:
        async def work(connection: AsyncConnection) -> None:
            await check(connection, lease)
            await marks.clear(connection, marked)

        self._beside.run(work)

    def _end(self, lease: Lease, missed: Sequence[Occurrence], now: datetime) -> None:
        if not missed:
            return

        async def work(connection: AsyncConnection) -> None:
            await check(connection, lease)
            await reminders.end(connection, [Over(one, "late") for one in missed], now)

        self._beside.run(work)
        log.info("reminders missed", count=len(missed))

    def _put(self, lease: Lease, plan: Plan, planned: Mapping[str, float], now: datetime) -> None:
        self._end(lease, plan.missed, now)
        # What is overdue stays due: it is taken in the next moment.
        soonest, due = self._clock.tick_at(self._clock.now()), {one.id: self._when(one) for one in plan.wanted}
        moved = [
            (Due(one.rule, one.subject, one.key), max(due[one.id], soonest))
            for one in plan.wanted
            if one.id not in planned or not _same(planned[one.id], due[one.id], soonest)
        ]
        self._store.put(moved)

    def _when(self, one: Occurrence) -> float:
        return self._clock.tick_at(one.at)

    async def _some(self, connection: AsyncConnection, marked: Sequence[Mark], now: datetime) -> Plan:
        calendar = self._almanac.calendar(now)
        found: list[Subject] = []
        for about in About:
            ids = [one.subject for one in marked if one.about is about]
            found += await these(connection, self._almanac, calendar, about, ids) if ids else []
        return await self._plan(connection, found, now)

    async def _plan(self, connection: AsyncConnection, found: Sequence[Subject], now: datetime) -> Plan:
        reminding, begun = self._almanac.reminding, self._begun or now
        all_of_them = [one for subject in found for one in occurrences(reminding.timings, subject, reminding.manners)]
        near = [one for one in all_of_them if begun <= one.at <= now + AHEAD]
        over = await reminders.over(connection, [one.id for one in near])
        left = [one for one in near if one.id not in over]
        return Plan([one for one in left if one.until >= now], [one for one in left if one.until < now])


def _same(planned: float, due: float, soonest: float) -> bool:
    return abs(planned - due) < SAME_SECONDS or (planned <= soonest and due <= soonest)
