"""Sealed values: opened at their own place only, looked for by digests, and gone with their key."""

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Table, select, update

from domain.consultations import Event, Question
from storage import consultations, drafts, feedback, guests, histories, requesters, tables, vault
from storage.announcement_tables import guests as guest_rows
from storage.database import Database
from storage.keys import KeyMistake, Tampered, read_keys
from storage.vault import Box, Index
from tests.ground import KEYS, SEALED, open_database
from tests.storage.facts import NOW, after, draft, person, sent
from tests.storage.meets import ONE, lay

BOX = Box("k", bytes(32))


@pytest.mark.parametrize("value", ["", "päivää”\n{{DATE()}}\0", {"a": ["b", 2, True, None]}, [], {}, None, 0])
def test_any_answer_comes_back_as_it_was(value: Any) -> None:
    assert BOX.open(tables.drafts.c.answers, "1", BOX.seal(tables.drafts.c.answers, "1", value)) == value


def test_the_associated_data_is_table_row_column_and_key() -> None:
    sealed = BOX.seal(tables.drafts.c.answers, "1", "words")
    for other, column, row in (
        (BOX, tables.drafts.c.answers, "2"),
        (BOX, tables.drafts.c.step, "1"),
        (BOX, tables.requesters.c.answers, "1"),
        (replace(BOX, id="l"), tables.drafts.c.answers, "1"),
    ):
        with pytest.raises(Tampered):
            other.open(column, row, sealed)
    with pytest.raises(Tampered, match=r"^drafts\|1\|answers\|k$"):
        BOX.open(tables.drafts.c.answers, "1", sealed[:-1] + bytes([sealed[-1] ^ 1]))


def test_a_key_is_shown_nowhere() -> None:
    assert "00" not in repr(BOX) and "00" not in repr(Index(bytes(32)))


def test_two_digests_are_the_same_only_of_the_same_parts() -> None:
    index = Index(bytes(32))
    told = {index.digest(*parts) for parts in (("a", "b", "c"), ("a", "b,c"), ("ab", "c"), ("a", 'b","c'), ("a", "b"))}
    assert len(told) == 5
    assert index.digest("a", "b") == index.digest("a", "b") != Index(bytes(31) + b"\x01").digest("a", "b")


async def test_data_keys_are_found_together_and_gone_together(database: Database) -> None:
    async with database.write() as connection:
        made = [await vault.new_box(connection, "case") for _ in range(3)]
        assert await vault.boxes(connection, [*(one.id for one in made), None]) == {one.id: one for one in made}
        assert await vault.boxes(connection, [None]) == {}
        await vault.destroy(connection, [made[0].id, None])
        assert (await vault.boxes(connection, [one.id for one in made])).keys() == {made[1].id, made[2].id}
        with pytest.raises(KeyError):
            await vault.box(connection, made[0].id)


async def test_a_data_key_is_kept_wrapped(database: Database) -> None:
    async with database.write() as connection:
        made = await vault.new_box(connection, "case")
        row = (await connection.execute(select(tables.data_keys).where(tables.data_keys.c.id == made.id))).one()
    assert (row.purpose, row.master) == ("case", "old")
    assert made.key not in row.wrapped
    assert KEYS.unwrap(made.id, "old", row.wrapped) == made.key


async def test_without_its_master_key_nothing_opens(database_url: str, database: Database) -> None:
    one = await sent(database, (await person(database)).id)
    stranger = open_database(database_url, read_keys("other:" + "A" * 43 + "="))
    async with stranger.read() as connection:
        with pytest.raises(KeyMistake, match="master key old"):
            await consultations.find(connection, one.id)
    await stranger.close()


async def two_of_each(database: Database) -> None:
    """Two rows in every table that seals, so that there is something to exchange."""
    await lay(database, ONE)
    for number in (1, 2):
        owner = await person(database, number)
        one = await sent(database, owner.id, number)
        async with database.write() as connection:
            await drafts.begin(connection, draft(owner.id, {"conflict": "Viestit"}), NOW)
            await drafts.remember_profile(connection, owner.id, {"unit": "Perheneuvola"})
            question = Question(f"q{number}", "Miksi?", "Sihteeri", NOW)
            await histories.ask(connection, one.id, question)
            await histories.answer(connection, question.id, "Siksi.", after(days=1))
            await histories.log(connection, one.id, owner.id, Event(NOW, "moved", "Syy"))
            await guests.ask(connection, ONE.id, f"{number}@example.fi", "fi", NOW)
            await feedback.give(connection, ONE.id, owner.id, {"support": "Aikaa"}, NOW.date())


async def read_all(database: Database) -> None:
    """Read everything that is sealed, as the service does."""
    async with database.read() as connection:
        for number in (1, 2):
            owner = await person(database, number)
            for one in await consultations.owned_by(connection, owner.id):
                await requesters.answers_of(connection, one.id)
                await requesters.person_of(connection, one.id)
            await drafts.list_open(connection, owner.id, NOW)
            await drafts.profile(connection, owner.id)
        for guest in (await connection.scalars(select(guest_rows.c.id))).all():
            await guests.find(connection, guest)
        await feedback.summary(connection, ONE.id)


COLUMNS = [(table, name) for table, names in SEALED.items() for name in names]


@pytest.mark.parametrize(("table", "name"), COLUMNS, ids=[f"{table.name}.{name}" for table, name in COLUMNS])
async def test_a_ciphertext_that_was_moved_to_another_row_is_refused(
    database: Database, table: Table, name: str
) -> None:
    await two_of_each(database)
    await read_all(database)
    [key] = table.primary_key.columns
    async with database.write() as connection:
        first, second = (await connection.execute(select(key, table.c[name]).order_by(key))).all()
        await connection.execute(update(table).where(key == first[0]).values({name: second[1]}))
    with pytest.raises(Tampered):
        await read_all(database)


@pytest.mark.parametrize(
    ("table", "there", "here"),
    [
        (tables.people, "name", "object_id"),
        (tables.people, "object_id", "name"),
        (tables.requesters, "answers", "person"),
        (tables.drafts, "answers", "step"),
        (tables.questions, "asked_by", "text"),
        (tables.questions, "answer", "text"),
    ],
    ids=str,
)
async def test_a_ciphertext_that_was_moved_to_another_column_is_refused(
    database: Database, table: Table, there: str, here: str
) -> None:
    await two_of_each(database)
    async with database.write() as connection:
        await connection.execute(update(table).values({here: table.c[there]}))
    with pytest.raises(Tampered):
        await read_all(database)


@pytest.mark.parametrize(
    "table", [tables.people, tables.drafts, tables.consultations, tables.requesters, guest_rows], ids=str
)
async def test_a_row_that_names_another_key_is_refused(database: Database, table: Table) -> None:
    await two_of_each(database)
    [key] = table.primary_key.columns
    async with database.write() as connection:
        first, second = (await connection.execute(select(key, table.c.key).order_by(key))).all()
        await connection.execute(update(table).where(key == first[0]).values(key=second[1]))
    with pytest.raises(Tampered):
        await read_all(database)


async def test_exchanged_data_keys_are_refused(database: Database) -> None:
    await two_of_each(database)
    keys = tables.data_keys
    async with database.write() as connection:
        first, second = (await connection.execute(select(keys).where(keys.c.purpose == "case"))).all()
        await connection.execute(update(keys).where(keys.c.id == first.id).values(wrapped=second.wrapped))
    with pytest.raises(Tampered):
        await read_all(database)
