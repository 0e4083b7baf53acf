"""The keyring is judged before the database is used, with a sentence that helps."""

from pathlib import Path

import pytest

from storage.database import Database
from storage.keys import KeyMistake, Keyring, read_keys
from storage.selftest import check_keys
from tests.ground import KEYS, NEW, OLD, open_database
from tests.storage.facts import person


async def test_the_ring_that_wrote_it_and_a_larger_one_pass(database_url: str, database: Database) -> None:
    await person(database)
    await check_keys(database)
    larger = open_database(database_url, Keyring(dict([NEW, OLD]), "OT_MASTER_KEYS"))
    await check_keys(larger)
    await larger.close()


async def test_a_missing_master_key_is_named_with_its_setting(database_url: str, database: Database) -> None:
    source = f"OT_MASTER_KEY_FILE ({Path('keys')})"
    other = open_database(database_url, Keyring(dict([NEW]), source))
    with pytest.raises(KeyMistake, match=r"the master key old, which OT_MASTER_KEY_FILE \(keys\) does not hold"):
        await check_keys(other)
    await other.close()


async def test_another_key_under_the_same_name_is_told(database_url: str, database: Database) -> None:
    other = open_database(database_url, read_keys("old:" + "A" * 43 + "="))
    with pytest.raises(KeyMistake, match="The master key old of OT_MASTER_KEYS is not the one of that id"):
        await check_keys(other)
    await other.close()


async def test_without_any_key_the_settings_are_named(empty_url: str) -> None:
    none = Database(empty_url)
    with pytest.raises(KeyMistake, match="OT_MASTER_KEY_FILE or OT_MASTER_KEYS"):
        await check_keys(none)
    await none.close()
    assert KEYS.writing == "old"
