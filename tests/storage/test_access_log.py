"""The access log is append-only, chained, and every way of tampering with it is found."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from storage import access_log
from storage.access_log import FIRST, Line, Verdict
from storage.database import Database
from storage.trace_tables import access_log as table
from tests.storage.facts import NOW, after

KEY = b"a key of the tests"
LINE = Line(NOW, "a" * 32, "consultation-open", "consultation", "c" * 32, "done")
OTHER: dict[str, Any] = {
    "seq": 77,
    "at": NOW + timedelta(microseconds=1),
    "actor": "b" * 32,
    "action": "consultation-take",
    "kind": "draft",
    "subject": "d" * 32,
    "outcome": "refused",
    "reason": "duty",
    "previous": "e" * 64,
    "hash": "f" * 64,
}


async def written(database: Database, many: int = 5) -> list[str]:
    """So many lines, a day apart; gives their hashes."""
    heads = []
    for number in range(many):
        async with database.write() as connection:
            made = await access_log.append(connection, KEY, replace(LINE, at=after(days=number)))
            heads.append(made.hash)
    return heads


async def judged(database: Database, told: str | None = None, key: bytes = KEY) -> Verdict:
    async with database.read() as connection:
        return await access_log.verify(connection, key, told)


async def tamper(database: Database, statements: Iterable[Any]) -> None:
    """What somebody could do who may do everything with the database, but has no key."""
    async with database.write() as connection:
        if database.is_sqlite:
            for name in ("access_log_no_update", "access_log_no_delete"):
                await connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            await connection.execute(text("ALTER TABLE access_log DISABLE TRIGGER USER"))
        for one in statements:
            await connection.execute(text(one) if isinstance(one, str) else one)


async def test_a_chain_that_nobody_touched_is_in_order_and_so_is_an_empty_one(database: Database) -> None:
    assert (await judged(database)).good
    heads = await written(database)
    found = await judged(database)
    assert (found.count, found.head.seq, found.head.hash, found.good) == (5, 5, heads[-1], True)
    assert len(set(heads)) == 5


@pytest.mark.parametrize("statement", ["UPDATE access_log SET outcome = 'done'", "DELETE FROM access_log"])
async def test_the_database_itself_refuses_to_change_or_remove_a_line(database: Database, statement: str) -> None:
    await written(database, 2)
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write() as connection:
            await connection.execute(text(statement))
    assert (await judged(database)).count == 2


async def test_postgresql_refuses_to_empty_the_table_at_once(postgres_url: str) -> None:
    from storage.schema import upgrade

    async with Database(postgres_url) as database:
        await upgrade(database)
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.write() as connection:
                await connection.execute(text("TRUNCATE access_log"))


@pytest.mark.parametrize("seq", [1, 3, 5])
@pytest.mark.parametrize("column", [one.name for one in table.columns])
async def test_a_change_of_any_column_of_any_line_is_found(database: Database, column: str, seq: int) -> None:
    await written(database)
    await tamper(database, [update(table).where(table.c.seq == seq).values({column: OTHER[column]})])
    found = await judged(database)
    assert not found.good
    assert found.broken is not None


async def test_a_name_that_is_taken_out_is_found(database: Database) -> None:
    await written(database)
    await tamper(database, ["UPDATE access_log SET actor = NULL WHERE seq = 2"])
    assert (await judged(database)).broken == 2


@pytest.mark.parametrize("seq", [1, 2, 4])
async def test_a_removed_line_is_found(database: Database, seq: int) -> None:
    await written(database)
    await tamper(database, [f"DELETE FROM access_log WHERE seq = {seq}"])
    assert (await judged(database)).broken == seq + 1


async def test_a_cut_tail_is_found_by_a_head_that_was_told_before(database: Database) -> None:
    heads = await written(database)
    await tamper(database, ["DELETE FROM access_log WHERE seq > 3"])
    assert (await judged(database)).good
    assert not (await judged(database, heads[-1])).good
    assert (await judged(database, heads[2])).good
    assert not (await judged(database, "x")).good


async def test_swapped_lines_are_found(database: Database) -> None:
    await written(database)
    moves = [(2, 90), (4, 2), (90, 4)]
    await tamper(database, [f"UPDATE access_log SET seq = {to} WHERE seq = {of}" for of, to in moves])
    assert (await judged(database)).broken == 2


async def test_lines_that_have_swapped_what_they_say_are_found(database: Database) -> None:
    await written(database)
    swap = [
        f"UPDATE access_log SET subject = '{subject}' WHERE seq = {seq}"
        for seq, subject in ((2, "1" * 32), (3, "2" * 32))
    ]
    await tamper(database, swap)
    assert (await judged(database)).broken == 2


@pytest.mark.parametrize("seq", [-5, 0, 6])
async def test_an_inserted_line_is_found(database: Database, seq: int) -> None:
    heads = await written(database)
    async with database.write() as connection:
        values = OTHER | {"seq": seq, "previous": heads[-1] if seq else FIRST}
        await connection.execute(table.insert().values(values))
    found = await judged(database, heads[-1])
    assert found.broken in (seq, 1)


async def test_a_chain_of_another_key_is_not_taken_for_ours(database: Database) -> None:
    await written(database)
    assert (await judged(database, key=b"another")).broken == 1


async def test_lines_that_come_at_once_make_one_chain(database: Database) -> None:
    async def one() -> None:
        async with database.write() as connection:
            await access_log.append(connection, KEY, LINE)

    await asyncio.gather(*(one() for _ in range(12)))
    found = await judged(database)
    assert (found.count, found.good) == (12, True)


async def test_more_lines_than_a_page_are_read_in_their_order(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access_log, "PAGE", 2)
    await written(database)
    assert (await judged(database)).count == 5


@pytest.mark.parametrize("name", ["action", "kind", "subject", "reason"])
async def test_a_line_with_words_in_it_is_never_written(database: Database, name: str) -> None:
    for words in ("Matti Meikäläinen", "kissa istuu", "a" * 65, "010190+123"):
        with pytest.raises(ValueError, match="ids and keys"):
            async with database.write() as connection:
                await access_log.append(connection, KEY, replace(LINE, **{name: words}))  # type: ignore[arg-type]
    assert (await judged(database)).count == 0


async def purged(database: Database, days: int) -> int:
    async with database.write() as connection:
        return await access_log.purge(connection, KEY, after(days=days), after(days=50))


async def test_old_lines_are_removed_from_the_first_on_and_the_chain_goes_on(database: Database) -> None:
    heads = await written(database)
    assert await purged(database, 2) == 2
    assert await purged(database, 2) == 0
    found = await judged(database, heads[-1])
    assert (found.count, found.head.seq, found.good) == (4, 6, True)
    assert (await judged(database, heads[1])).good
    assert not (await judged(database, heads[0])).good
    assert await purged(database, 40) == 3
    assert (await judged(database)).count == 2
    await written(database, 1)
    assert await purged(database, 60) == 3
    assert ((await judged(database)).count, (await judged(database)).good) == (1, True)


async def test_nothing_more_can_be_removed_after_a_purge_than_before(database: Database) -> None:
    await written(database)
    await purged(database, 2)
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.write() as connection:
            await connection.execute(text("DELETE FROM access_log WHERE seq = 3"))


async def test_a_purge_that_was_only_pretended_is_found(database: Database) -> None:
    heads = await written(database)
    async with database.write() as connection:
        forged = {"action": "purge", "kind": "log", "subject": "3", "reason": heads[2], "outcome": "done"}
        await connection.execute(table.insert().values(OTHER | forged | {"seq": 6, "previous": heads[-1]}))
        await connection.execute(text("DELETE FROM access_log WHERE seq <= 3"))
    assert (await judged(database)).broken == 6


async def test_a_request_and_a_person_each_have_their_lines(database: Database) -> None:
    lines = [LINE, replace(LINE, subject="9" * 32), replace(LINE, actor=None), replace(LINE, actor="b" * 32)]
    for one in lines:
        async with database.write() as connection:
            await access_log.append(connection, KEY, one)
    async with database.read() as connection:
        assert [row.seq async for row in access_log.about(connection, "c" * 32)] == [1, 3, 4]
        assert [row.seq async for row in access_log.by(connection, "a" * 32)] == [1, 2]
