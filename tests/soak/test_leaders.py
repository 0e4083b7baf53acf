"""The same change of leaders as `python -m tests.soak`, fewer of them and with a shorter lease."""

from pathlib import Path

from domain.reminders import About
from storage import leases, marks
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
    first, other = (open_database(witness.named(postgres_url, name)) for name in ("first", "other"))
    async with first, other:
        await witness.watch(first)
        async with first.write() as connection:
            assert await leases.take(connection, "scheduler", "x")
        async with other.write() as connection:
            await marks.touch(connection, About.DRAFT, "one")
            await marks.clear(connection, await marks.some(connection, 9))
        assert await witness.writes(first) == (1, 1)
        async with first.write() as connection:
            await marks.touch(connection, About.DRAFT, "two")
            await marks.clear(connection, await marks.some(connection, 9))
        assert await witness.writes(first) == (2, 1)
        assert [(one.fence, one.who) for one in await witness.reigns(first)] == [(1, "first")]
