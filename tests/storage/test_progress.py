"""The figures of a broadcast: what waits, what arrived, who was not reached and why."""

from storage import notices, progress, results
from storage.database import Database
from storage.notices import Notice
from storage.progress import Figures
from tests.storage.facts import NOW
from tests.storage.ledger import arrive, claim, reachable, record, redraw, tell

NEWS = Notice("news", "c1")


async def figures(database: Database) -> Figures:
    async with database.read() as connection:
        return await progress.figures(connection, "c1", ["news"])


async def test_everything_is_counted_where_it_stands(database: Database) -> None:
    await tell(database, NEWS, *[await reachable(database, number) for number in range(1, 8)])
    await tell(database, Notice("receipt", "c1"), await reachable(database, 1))
    assert await figures(database) == Figures(waiting=7, people=7)
    sent, blocked, left, lost, *_ = [one for one in await claim(database) if one.kind == "news"]
    await record(
        database,
        results.arrived(sent, "m1", NOW),
        results.dead(blocked, "blocked", NOW),
        results.dead(left, "left", NOW),
        results.unknown(lost, NOW),
    )
    expected = Figures(sending=3, sent=1, unknown=1, dead={"blocked": 1, "left": 1}, reached=1, people=7)
    assert await figures(database) == expected
    assert expected.all == 7
    async with database.read() as connection:
        over_all = await progress.stock(connection)
    assert (over_all.unknown, over_all.dead, over_all.sent) == (1, {"blocked": 1, "left": 1}, 0)


async def test_what_was_kept_back_on_purpose_is_nothing_that_did_not_get_through(database: Database) -> None:
    await tell(database, NEWS, *[await reachable(database, number) for number in range(1, 4)])
    blocked, useless, off = await claim(database)
    ends = [(blocked, "blocked"), (useless, "nothing"), (off, "off")]
    await record(database, *(results.dead(one, why, NOW) for one, why in ends))
    async with database.read() as connection:
        over_all = await progress.stock(connection)
    assert over_all.dead == {"blocked": 1}
    assert (await figures(database)).dead == {"blocked": 1, "nothing": 1, "off": 1}


async def test_a_change_makes_those_who_have_it_wait_again_and_they_are_still_reached(database: Database) -> None:
    await tell(database, NEWS, await reachable(database, 1))
    await arrive(database, await claim(database))
    await redraw(database)
    assert await figures(database) == Figures(waiting=1, reached=1, people=1)


async def test_a_double_and_what_was_called_off_are_counted(database: Database) -> None:
    await tell(database, NEWS, await reachable(database, 1))
    [first] = await claim(database)
    await record(database, results.unknown(first, NOW))
    await arrive(database, await claim(database))
    await tell(database, NEWS, await reachable(database, 2))
    async with database.write() as connection:
        await notices.cancel(connection, "c1", ["news"], NOW)
    assert await figures(database) == Figures(sent=1, cancelled=1, doubles=1, reached=1, people=2)


async def test_who_is_told_by_two_messages_is_one_whom_it_reached_or_did_not(database: Database) -> None:
    both = [await reachable(database, 1), await reachable(database, 2)]
    for told in (NEWS, Notice("change", "c1", "2"), Notice("change", "c1", "3")):
        await tell(database, told, *both)
    taken = []
    while found := await claim(database):
        taken += found
        ends = [
            results.arrived(one, "m1", NOW) if one.person == both[0].id else results.dead(one, "left", NOW)
            for one in found
        ]
        await record(database, *ends)
    async with database.read() as connection:
        one, over_all = await progress.figures(connection, "c1", ["news", "change"]), await progress.stock(connection)
    assert (one.sent, one.dead) == (1, {"left": 1})
    assert over_all.dead == {"left": 3}
    assert len(taken) == 6
