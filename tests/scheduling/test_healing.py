"""A job store that is not what it should be, found by the running service: healed, said in the log, nothing lost."""

import pickle
from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import insert, text
from structlog.testing import capture_logs

from domain.clock import Clock
from scheduling.firing import Due
from storage.database import Database
from storage.reminder_tables import nudges, reminders
from tests.scheduling.ledgers import AT_NINE, FIFTH, begin, sends, shares
from tests.scheduling.machine import Machine, until, working
from tests.scheduling.plans import Desk, planning

# A reminder of a version in which there was such a rule.
OLD = Due("full-moon", "centre", "2022-09-29/0")


def rewrite(desk: Desk, **change: Any) -> None:
    """Change what all rows of the store say."""
    table = desk.store.jobs_t
    with desk.store.engine.begin() as connection:
        for row in connection.execute(table.select()).all():
            state = pickle.dumps(pickle.loads(row.job_state) | change)
            connection.execute(table.update().where(table.c.id == row.id).values(job_state=state))


def planned(database: Database, clock: Clock, *more: Due, **change: Any) -> dict[str, float]:
    """A store as an older version may have left it. Returns its jobs, and when each is due."""
    with planning(database, clock) as desk:
        desk.planner.reconcile(desk.lease)
        jobs = desk.store.planned()
        rewrite(desk, **change)
        desk.store.put([(one, clock.tick_at(clock.now()) - 60) for one in more])
    return jobs


def _job_id(form: str) -> str:
    return f"draft-deadline|{form}|{FIFTH}"


async def test_after_the_function_of_all_jobs_was_renamed_they_are_made_anew_at_the_start(
    database: Database, machine: Machine
) -> None:
    _, form = await begin(database)
    clock = Clock(AT_NINE - timedelta(minutes=5), machine.tick)
    jobs = planned(database, clock, func="scheduling.firing:fired")

    async def told() -> bool:
        return await shares(database, form) == Counter([(FIFTH, "told", "")])

    with capture_logs() as logged:
        async with working(database, machine, Clock(AT_NINE - timedelta(seconds=2), machine.tick)):
            await until(told)
    assert [one["count"] for one in logged if one["event"] == "jobs healed"] == [len(jobs)]
    assert await sends(database) == 1
    with planning(database, Clock(AT_NINE + timedelta(minutes=1), machine.tick)) as desk:
        nine = clock.tick_at(AT_NINE)
        assert desk.store.planned().keys() == {name for name, when in jobs.items() if when > nine + 1}


async def test_a_row_that_breaks_while_it_runs_is_planned_again_at_once(database: Database, machine: Machine) -> None:
    _, form = await begin(database)
    clock = Clock(AT_NINE - timedelta(minutes=30), machine.tick)

    async def leads() -> bool:
        return works.reminding._lease is not None

    async def told() -> bool:
        return await shares(database, form) == Counter([(FIFTH, "told", "")])

    with capture_logs() as logged:
        async with working(database, machine, clock) as works:
            await until(leads)
            tear(database, _job_id(form))
            machine.ahead += 3600
            assert await until(told) < 60
    assert [one["count"] for one in logged if one["event"] == "jobs healed"] == [1]
    assert await sends(database) == 1


def tear(database: Database, name: str) -> None:
    """Break a row behind the back of whoever leads."""
    aside = database.aside()
    try:
        with aside.engine.begin() as connection:
            broken = "UPDATE apscheduler_jobs SET job_state = :state WHERE id = :id"
            assert connection.execute(text(broken), {"state": b"x", "id": name}).rowcount == 1
    finally:
        aside.close()


async def share_old(database: Database, person: str) -> None:
    """Somebody's share of it, which waits."""
    until = AT_NINE + timedelta(days=7)
    facts = {"id": OLD.id, "rule": OLD.rule, "about": "centre", "subject": OLD.subject, "day": AT_NINE.date()}
    share = {"id": "n" * 32, "reminder": OLD.id, "person": person, "due_at": AT_NINE, "state": "waiting", "at": AT_NINE}
    async with database.write() as connection:
        await connection.execute(insert(reminders), facts | {"due_at": AT_NINE, "until": until, "at": AT_NINE})
        await connection.execute(insert(nudges), share)


async def test_a_job_of_an_older_version_with_a_rule_that_is_no_more_is_taken_away_and_keeps_nobody_waiting(
    database: Database, machine: Machine
) -> None:
    owner, form = await begin(database)
    clock = Clock(AT_NINE - timedelta(seconds=2), machine.tick)
    planned(database, clock, OLD)
    await share_old(database, owner)

    async def told() -> bool:
        return await shares(database, form) == Counter([(FIFTH, "told", "")])

    async with working(database, machine, clock):
        await until(told)
    # Her share of it, which waited, is of no use either.
    assert await shares(database, OLD.subject) == Counter([(OLD.key, "dropped", "untrue")])
    with planning(database, clock) as desk:
        assert OLD.id not in desk.store.planned()
