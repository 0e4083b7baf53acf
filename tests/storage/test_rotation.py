"""Every data key is wrapped anew by the first master key, and what it sealed is as it was."""

import asyncio

import pytest
from sqlalchemy import select

from storage import consultations, feedback, guests, tables, vault
from storage.database import Database
from storage.keys import KeyMistake, Keyring
from storage.rotation import rotate
from storage.selftest import check_keys
from tests.ground import NEW, OLD, open_database
from tests.storage.facts import NOW, person, sent
from tests.storage.meets import ONE, lay

BOTH, ALONE = Keyring(dict([NEW, OLD]), "OT_MASTER_KEYS"), Keyring(dict([NEW]), "OT_MASTER_KEYS")


async def masters(database: Database) -> list[str]:
    async with database.read() as connection:
        return list((await connection.scalars(select(tables.data_keys.c.master))).all())


async def test_afterwards_the_new_key_alone_opens_everything(database_url: str, database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id)
    await lay(database, ONE)
    async with database.write() as connection:
        guest, token = await guests.ask(connection, ONE.id, "eka@example.fi", "fi", NOW)
        await feedback.give(connection, ONE.id, owner.id, {"support": "Aikaa"}, NOW.date())
    both, alone = open_database(database_url, BOTH), open_database(database_url, ALONE)
    assert await rotate(both, batch=2) == 6
    assert await rotate(both) == 0
    await check_keys(alone)
    async with alone.read() as connection:
        assert await consultations.find(connection, one.id, owner.id) == one
        assert await guests.by_token(connection, token, NOW) == guest
        assert (await feedback.summary(connection, ONE.id)).texts == {"support": ["Aikaa"]}
        assert await feedback.has_given(connection, ONE.id, owner.id)
    assert set(await masters(alone)) == {"new"}
    for each in (both, alone):
        await each.close()


async def test_a_rotation_that_was_cut_off_leaves_each_key_to_one_of_the_two_and_is_taken_up_again(
    database_url: str, database: Database
) -> None:
    async with database.write() as connection:
        for _ in range(40):
            await vault.new_box(connection, "case")
    both = open_database(database_url, BOTH)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await rotate(both, batch=1)
    await check_keys(both)
    left = (await masters(both)).count("old")
    assert await rotate(both, batch=7) == left
    assert await masters(both) == ["new"] * 41
    await both.close()


async def test_two_that_rotate_at_once_do_not_disturb_each_other(database_url: str, database: Database) -> None:
    async with database.write() as connection:
        for _ in range(20):
            await vault.new_box(connection, "case")
    several = [open_database(database_url, BOTH) for _ in range(2)]
    await asyncio.gather(*(rotate(one, batch=3) for one in several))
    await check_keys(several[0])
    assert await masters(several[0]) == ["new"] * 21
    for one in several:
        await one.close()


async def test_without_keys_nothing_is_rotated(empty_url: str) -> None:
    none = Database(empty_url)
    with pytest.raises(KeyMistake):
        await rotate(none)
    await none.close()
