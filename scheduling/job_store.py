"""The persistent job store: many jobs at a time, none written by who does not lead, and healed where it is broken.

It is a small cache of our own tables. Whatever is wrong with it is thrown away, and the planner fills it again.
"""

import pickle
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

import structlog
from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.triggers.date import DateTrigger
from apscheduler.util import datetime_to_utc_timestamp

from scheduling.firing import Due, fire

log = structlog.get_logger()

SOME = 500
# What a row can be that no longer opens: made by an older version, or broken.
BROKEN = (pickle.UnpicklingError, AttributeError, ImportError, EOFError, LookupError, TypeError, ValueError)


class JobStore(SQLAlchemyJobStore):
    """Jobs by the name of their occurrence, in the service's own database."""

    def __init__(self, engine: Any, guard: Callable[[Any], None]) -> None:
        super().__init__(engine=engine)
        self._gone: list[str] = []
        self._torn = 0
        self._shape: dict[str, Any] = {}
        # The table is made before anybody leads; from then on only the leader writes.
        self.jobs_t.create(self.engine, checkfirst=True)
        guard(self.engine)

    def start(self, scheduler: Any, alias: str) -> None:
        """Called by the scheduler; the table is there already."""
        self._scheduler, self._alias = scheduler, alias

    # A transaction for each of a thousand jobs that are due at once would keep all others waiting.
    def remove_job(self, job_id: str) -> None:
        """Take a job away, with all others that go in the same moment."""
        self._gone.append(job_id)

    def get_due_jobs(self, now: datetime) -> list[Job]:
        """What is due, without what has been taken away."""
        self.flush()
        found: list[Job] = super().get_due_jobs(now)
        return found

    def get_next_run_time(self) -> datetime | None:
        """When the next one is due."""
        self.flush()
        found: datetime | None = super().get_next_run_time()
        return found

    def _reconstitute_job(self, job_state: bytes) -> Job:
        try:
            job: Job = super()._reconstitute_job(job_state)
        except BROKEN:
            self._torn += 1
            raise
        return job

    @property
    def is_torn(self) -> bool:
        """Whether a row did not open, and so was thrown away, while it ran."""
        return self._torn > 0

    def flush(self) -> None:
        """Take away what has been handed over. A crash before that hands it over again, which does no harm."""
        gone, self._gone = self._gone, []
        self.drop(gone)

    def planned(self, prefixes: Collection[str] | None = None) -> dict[str, float]:
        """When each job is due, in seconds of the machine's clock, by its name; only those that begin so, if told."""
        self.flush()
        columns = self.jobs_t.c
        query = self.jobs_t.select().with_only_columns(columns.id, columns.next_run_time)
        with self.engine.begin() as connection:
            if prefixes is None:
                return {row.id: row.next_run_time for row in connection.execute(query)}
            found: dict[str, float] = {}
            for prefix in prefixes:
                these = query.where(columns.id.startswith(prefix, autoescape=True))
                found |= {row.id: row.next_run_time for row in connection.execute(these)}
            return found

    def put(self, due: Sequence[tuple[Due, float]]) -> None:
        """Keep these, each due at so many seconds of the machine's clock; one of the same name is moved."""
        for start in range(0, len(due), SOME):
            some = [self._row(one, when) for one, when in due[start : start + SOME]]
            with self.engine.begin() as connection:
                ids = [row["id"] for row in some]
                connection.execute(self.jobs_t.delete().where(self.jobs_t.c.id.in_(ids)))
                connection.execute(self.jobs_t.insert(), some)

    def drop(self, ids: Iterable[str]) -> None:
        """Take these away; one that is not there is no mistake."""
        gone = sorted(ids)
        for start in range(0, len(gone), SOME):
            with self.engine.begin() as connection:
                these = self.jobs_t.c.id.in_(gone[start : start + SOME])
                connection.execute(self.jobs_t.delete().where(these))

    def _row(self, due: Due, when: float) -> dict[str, Any]:
        moment = datetime.fromtimestamp(when, UTC)
        # A job looks at its function anew each time that it is made; what all of them share is made once.
        self._shape = self._shape or self._shared()
        own = {"id": due.id, "name": due.rule, "args": (due.rule, due.subject, due.key), "next_run_time": moment}
        state = pickle.dumps(self._shape | own | {"trigger": DateTrigger(moment, UTC)}, self.pickle_protocol)
        return {"id": due.id, "next_run_time": datetime_to_utc_timestamp(moment), "job_state": state}

    def _shared(self) -> dict[str, Any]:
        job = Job(
            self._scheduler, id="-", name="-", func=fire, args=("-", "-", "-"), kwargs={}, executor="default",
            trigger=DateTrigger(timezone=UTC), misfire_grace_time=None, coalesce=True, max_instances=1,
            next_run_time=None,
        )  # fmt: skip
        shared: dict[str, Any] = job.__getstate__()
        return shared

    def heal(self) -> int:
        """Throw away what does not open or is no job of ours, and say so in the log. Returns how many went."""
        torn, last, broken = self._torn, "", []
        while rows := self._after(last):
            broken += [row.id for row in rows if not self._is_whole(row)]
            last = rows[-1].id
        self.drop(broken)
        self._torn, count = 0, torn + len(broken)
        if count:
            log.error("jobs healed", count=count)
        return count

    def _after(self, last: str) -> list[Any]:
        query = self.jobs_t.select().where(self.jobs_t.c.id > last).order_by(self.jobs_t.c.id).limit(SOME)
        with self.engine.begin() as connection:
            return list(connection.execute(query).all())

    def _is_whole(self, row: Any) -> bool:
        try:
            job = self._reconstitute_job(row.job_state)
            return job.func is fire and fire(*job.args).id == row.id and row.next_run_time is not None
        except BROKEN:
            return False
