"""The same change of leaders as `python -m tests.soak`, fewer of them and with a shorter lease."""

from pathlib import Path

from sqlalchemy import text

from tests.ground import open_database
from tests.soak import witness
from tests.soak.leaders import Plan, lead_in_turn

FEW = Plan(2, ("frozen", "killed"), lasts=2.0, frozen=3.5)


async def test_whoever_leads_everybody_is_reminded_once_and_nothing_stale_is_written(
    tmp_path: Path, postgres_url: str
) -> None:
    figures = await lead_in_turn(FEW, tmp_path, postgres_url)
    assert figures.problems == []
    assert (figures["killed"], figures["frozen"]) == (1, 1)
    assert figures["reminders"] > 4


async def test_what_is_written_by_who_does_not_lead_is_seen(postgres_url: str) -> None:
    async with open_database(postgres_url) as database:
        async with database.write() as connection:
            await connection.execute(text("CREATE TABLE apscheduler_jobs (id text)"))
            await connection.execute(text("INSERT INTO leases VALUES ('scheduler', 'x', 1, now())"))
        await witness.watch(database, "other")
        async with database.write() as connection:
            await connection.execute(text("INSERT INTO apscheduler_jobs VALUES ('stale')"))
        assert await witness.writes(database) == (1, 1)
        async with database.write() as connection:
            await connection.execute(text("UPDATE leases SET fence = 2"))
            await connection.execute(text("DELETE FROM apscheduler_jobs"))
        assert await witness.writes(database) == (2, 1)
