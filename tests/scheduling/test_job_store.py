"""The job store: many at a time, healed where it is broken, closed to who does not lead."""

import pickle
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update
from structlog.testing import capture_logs

from scheduling.firing import Due, fire
from storage.database import Database
from storage.leases import Deposed
from storage.reminder_tables import leases
from tests.ground import open_database
from tests.scheduling.plans import Desk, lead, planning

SOON = 1_700_000_000.0
A, B = Due("feedback", "a", "2022-10-05/1"), Due("feedback", "b_%", "2022-10-05/1")


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An empty database with all tables."""
    async with open_database(database_url) as one:
        yield one


@pytest.fixture
def desk(database: Database) -> Iterator[Desk]:
    """What plans."""
    with planning(database) as one:
        yield one


def change(desk: Desk, which: Due, **values: Any) -> None:
    table = desk.store.jobs_t
    with desk.store.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id == which.id).values(values))


def state(desk: Desk, which: Due) -> dict[str, Any]:
    job = desk.store.lookup_job(which.id)
    assert job
    found: dict[str, Any] = job.__getstate__()
    return found


def test_jobs_are_put_moved_and_dropped_and_one_that_is_not_there_is_no_mistake(desk: Desk) -> None:
    many = [(Due("feedback", str(number), "k"), SOON + number) for number in range(1200)]
    desk.store.put([*many, (A, SOON)])
    assert desk.store.planned() == {one.id: when for one, when in [*many, (A, SOON)]}
    desk.store.drop([*(one.id for one, _ in many), "nothing"])
    desk.store.put([(A, SOON + 60)])
    assert desk.store.planned() == {A.id: SOON + 60}
    desk.store.put([])
    desk.store.drop([])
    assert desk.store.planned([]) == {}


def test_a_subject_is_looked_for_by_its_letters_alone(desk: Desk) -> None:
    other = Due("feedback", "bxy", "k")
    desk.store.put([(A, SOON), (B, SOON), (other, SOON)])
    assert desk.store.planned(["feedback|b_%|", "feedback|c|"]) == {B.id: SOON}


def test_what_is_due_is_handed_over_once(desk: Desk) -> None:
    desk.store.put([(A, SOON), (B, SOON + 60)])
    assert desk.store.get_next_run_time() == datetime.fromtimestamp(SOON, UTC)
    [job] = desk.store.get_due_jobs(datetime.fromtimestamp(SOON + 1, UTC))
    assert job.func(*job.args) == A
    desk.store.remove_job(job.id)
    assert desk.store.get_due_jobs(datetime.fromtimestamp(SOON + 1, UTC)) == []
    assert desk.store.planned() == {B.id: SOON + 60}


def test_a_whole_store_needs_no_healing(desk: Desk) -> None:
    desk.store.put([(A, SOON), (B, SOON)])
    with capture_logs() as told:
        assert desk.store.heal() == 0
    assert told == []
    assert desk.store.planned().keys() == {A.id, B.id}


@pytest.mark.parametrize("broken", ["renamed", "gone", "torn", "empty", "older", "other", "strange", "list"])
def test_what_no_longer_opens_is_thrown_away_and_said(desk: Desk, broken: str) -> None:
    desk.store.put([(A, SOON), (B, SOON)])
    whole = pickle.dumps(state(desk, A))
    states = {
        "renamed": pickle.dumps(state(desk, A) | {"func": "scheduling.firing:fired"}),
        "gone": pickle.dumps(state(desk, A) | {"func": "scheduling.nowhere:fire"}),
        "torn": whole[: len(whole) // 2],
        "empty": b"",
        "older": pickle.dumps(state(desk, A) | {"version": 99}),
        "other": pickle.dumps(state(desk, B)),
        "strange": pickle.dumps(state(desk, A) | {"args": (1,)}),
        "list": pickle.dumps([1]),
    }
    change(desk, A, job_state=states[broken])
    with capture_logs() as told:
        assert desk.store.heal() == 1
    assert [(one["event"], one["count"]) for one in told] == [("jobs healed", 1)]
    assert desk.store.planned().keys() == {B.id}


def test_what_does_not_open_when_it_is_due_is_said_and_does_not_keep_the_others(desk: Desk) -> None:
    desk.store.put([(A, SOON), (B, SOON)])
    change(desk, A, job_state=b"x")
    assert [job.id for job in desk.store.get_due_jobs(datetime.fromtimestamp(SOON + 1, UTC))] == [B.id]
    assert desk.store.is_torn
    with capture_logs() as told:
        assert desk.store.heal() == 1
    assert [(one["event"], one["count"]) for one in told] == [("jobs healed", 1)]
    assert desk.store.heal() == 0


def test_what_was_thrown_away_is_planned_again(desk: Desk) -> None:
    desk.planner.reconcile(desk.lease)
    before = desk.store.planned()
    assert len(before) > 1
    first, table = sorted(before)[0], desk.store.jobs_t
    with desk.store.engine.begin() as connection:
        connection.execute(table.update().where(table.c.id == first).values(job_state=b"x"))
    assert desk.store.heal() == 1
    desk.planner.reconcile(desk.lease)
    assert desk.store.planned() == before


def test_who_was_deposed_changes_no_job(desk: Desk) -> None:
    desk.store.put([(A, SOON)])
    expire(desk)
    lead(desk.beside, "two")
    with pytest.raises(Deposed):
        desk.store.put([(B, SOON)])
    with pytest.raises(Deposed):
        desk.store.drop([A.id])
    with desk.beside.engine.begin() as connection:
        assert [row.id for row in connection.execute(desk.store.jobs_t.select())] == [A.id]


def expire(desk: Desk) -> None:
    with desk.beside.engine.begin() as connection:
        connection.execute(update(leases).values(until=datetime(2001, 1, 1, tzinfo=UTC)))


def test_the_function_tells_what_is_due() -> None:
    assert fire("feedback", "a", "2022-10-05/1") == A
