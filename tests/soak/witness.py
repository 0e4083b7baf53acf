"""What the database itself has seen: who led since when, and what anybody wrote who did not lead any more.

Each process shows its own name (`application_name`) to PostgreSQL. What only the leader writes is looked at when its
transaction commits: whoever is not the last one to have taken the lease by then has written something stale.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import make_url, text

from scheduling.job_store import JobStore
from storage.database import Database

# Written by the leader alone; a mark is made by anybody, and taken away by the leader.
WATCHED = (
    ("apscheduler_jobs", "INSERT OR UPDATE OR DELETE"),
    ("reminders", "INSERT OR UPDATE OR DELETE"),
    ("nudges", "INSERT OR UPDATE OR DELETE"),
    ("marks", "DELETE"),
)
SETUP = (
    "CREATE TABLE witness_reigns (fence int PRIMARY KEY, who text, at float)",
    "CREATE TABLE witness_writes (who text, what text, stale boolean)",
    """CREATE FUNCTION witness_reign() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         INSERT INTO witness_reigns
         VALUES (NEW.fence, current_setting('application_name'), extract(epoch FROM clock_timestamp()));
         RETURN NULL;
       END $$""",
    """CREATE FUNCTION witness_write() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         INSERT INTO witness_writes
         SELECT current_setting('application_name'), TG_TABLE_NAME, current_setting('application_name')
                IS DISTINCT FROM (SELECT who FROM witness_reigns ORDER BY fence DESC LIMIT 1);
         RETURN NULL;
       END $$""",
    """CREATE TRIGGER witness AFTER UPDATE ON leases FOR EACH ROW WHEN (NEW.fence <> OLD.fence)
       EXECUTE FUNCTION witness_reign()""",
    *(
        f"""CREATE CONSTRAINT TRIGGER witness AFTER {when} ON {table} DEFERRABLE INITIALLY DEFERRED
            FOR EACH ROW EXECUTE FUNCTION witness_write()"""
        for table, when in WATCHED
    ),
)


@dataclass(frozen=True)
class Taken:
    """The lease as it was taken: by whom, and when, in seconds of the epoch."""

    fence: int
    who: str
    at: float


def named(url: str, who: str) -> str:
    """The same database, for a process of this name."""
    return make_url(url).update_query_dict({"application_name": who}).render_as_string(hide_password=False)


async def watch(database: Database) -> None:
    """Watch from now on; nobody leads yet."""
    aside = database.aside()
    # Otherwise the table of jobs is made by the first who leads.
    JobStore(aside.engine, lambda _: None)
    aside.close()
    async with database.write() as connection:
        for statement in SETUP:
            await connection.execute(text(statement))


async def reigns(database: Database) -> Sequence[Taken]:
    """Who has led, the last one last."""
    async with database.read() as connection:
        rows = (await connection.execute(text("SELECT fence, who, at FROM witness_reigns ORDER BY fence"))).all()
    return [Taken(row.fence, row.who, row.at) for row in rows]


async def writes(database: Database) -> tuple[int, int]:
    """How many rows were written, and how many of them by somebody who did not lead any more."""
    count = text("SELECT count(*) AS rows, count(*) FILTER (WHERE stale) AS stale FROM witness_writes")
    async with database.read() as connection:
        row = (await connection.execute(count)).one()
    return row.rows, row.stale


async def is_amid(database: Database, who: str) -> bool:
    """Whether a process is in the middle of a transaction that holds a lock, and has nothing asked."""
    held = """SELECT count(*) FROM pg_stat_activity one JOIN pg_locks held USING (pid)
              WHERE one.application_name = :who AND one.state = 'idle in transaction'
              AND held.relation = 'leases'::regclass AND held.mode = 'RowShareLock'"""
    async with database.read() as connection:
        return bool(await connection.scalar(text(held), {"who": who}))
