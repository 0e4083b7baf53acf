"""The store takes many jobs at a time, says when each is due, and throws away what does not open."""

import pickle
from datetime import UTC, datetime

import pytest
from sqlalchemy import text
from structlog.testing import capture_logs

from scheduling.firing import Due, fire
from scheduling.job_store import JobStore
from storage import leases
from storage.leases import Deposed
from tests.ground import open_database
from tests.scheduling.almanacs import desk

ONE, TWO = Due("draft-deadline", "d1", "2022-10-06/5"), Due("draft-deadline", "d2", "2022-10-06/5")
OTHER = Due("session-soon", "d1", "2022-10-05T05:15Z/30")


async def test_many_are_put_moved_and_dropped_at_a_time(database_url: str) -> None:
    async with open_database(database_url) as database:
        with desk(database) as made:
            made.store.put([(ONE, 10.0), (TWO, 20.0), (OTHER, 30.0)])
            made.store.put([(ONE, 15.0)])
            assert made.store.planned() == {ONE.id: 15.0, TWO.id: 20.0, OTHER.id: 30.0}
            assert made.store.planned(["draft-deadline|d1|", "none|"]) == {ONE.id: 15.0}
            made.store.drop([TWO.id, "not there"])
            assert made.planned() == [ONE.id, OTHER.id]


async def test_a_name_with_signs_of_its_own_is_looked_for_as_it_is(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        with desk(database) as made:
            made.store.put([(Due("a", "x_y", "1"), 1.0), (Due("a", "xzy", "1"), 1.0)])
            assert list(made.store.planned(["a|x_y|"])) == ["a|x_y|1"]


async def test_what_is_taken_away_is_gone_before_anything_is_looked_at(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        with desk(database) as made:
            made.store.put([(ONE, 10.0), (TWO, 20.0)])
            [first, _] = made.store.get_due_jobs(datetime.fromtimestamp(25, UTC))
            assert (first.id, first.func, first.args) == (ONE.id, fire, ("draft-deadline", "d1", "2022-10-06/5"))
            assert first.misfire_grace_time is None
            made.store.remove_job(ONE.id)
            assert made.store.get_next_run_time() == datetime.fromtimestamp(20, UTC)
            assert made.planned() == [TWO.id]


def spoil(store: JobStore, name: str, state: bytes) -> None:
    with store.engine.begin() as connection:
        values = {"id": name, "next_run_time": 1.0, "job_state": state}
        connection.execute(store.jobs_t.insert().values(values))


def older(store: JobStore, **changed: object) -> bytes:
    with store.engine.begin() as connection:
        kept = connection.execute(text("SELECT job_state FROM apscheduler_jobs LIMIT 1")).scalar_one()
    return pickle.dumps(pickle.loads(bytes(kept)) | changed)


async def test_what_does_not_open_or_is_no_job_of_ours_is_thrown_away_and_the_log_says_so(database_url: str) -> None:
    async with open_database(database_url) as database:
        with desk(database) as made, capture_logs() as logged:
            made.store.put([(ONE, 10.0)])
            broken = {
                "renamed": older(made.store, func="scheduling.firing:fire_all"),
                "moved": older(made.store, func="scheduling.gone:fire"),
                "another": older(made.store, func="builtins:print"),
                "of-an-older-version": older(made.store, args=("draft-deadline",)),
                "of-a-newer-one": older(made.store, version=99),
                "named-otherwise": older(made.store),
                "no-pickle": b"\x00\x01 no pickle",
                "empty": b"",
            }
            for name, state in broken.items():
                spoil(made.store, name, state)
            assert made.store.heal() == len(broken)
            assert made.planned() == [ONE.id]
            assert made.store.heal() == 0
        assert [(one["event"], one["count"]) for one in logged] == [("jobs healed", len(broken))]


async def test_who_does_not_lead_any_more_writes_nothing(sqlite_url: str) -> None:
    async with open_database(sqlite_url) as database:
        with desk(database) as made:
            made.store.put([(ONE, 10.0)])
            async with database.write() as connection:
                await leases.take(connection, "scheduler", "somebody else")
            for act in (lambda: made.store.put([(TWO, 1.0)]), lambda: made.store.drop([ONE.id]), made.store.planned):
                with pytest.raises(Deposed):
                    act()
            async with database.read() as connection:
                kept = (await connection.execute(text("SELECT id FROM apscheduler_jobs"))).scalars().all()
            assert list(kept) == [ONE.id]
