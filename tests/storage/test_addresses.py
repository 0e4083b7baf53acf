"""A person is found by her present addresses, and by none when she has gone."""

from storage import addresses, announcements, audience, people
from storage.database import Database
from tests.storage.facts import NOW, person, personal_chat
from tests.storage.meets import ONE


async def unmatched(database: Database, *written: str) -> list[str]:
    async with database.write() as connection:
        if not await announcements.find(connection, ONE.id):
            await announcements.add(connection, ONE, NOW)
        return await audience.list_addresses(connection, ONE.id, written)


async def test_the_addresses_are_those_that_were_read_last(database: Database) -> None:
    who = await person(database)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(who.id), NOW)
        assert await addresses.read_at(connection, "a:1") is None
        for told in (["old@example.fi"], ["new@example.fi", "upn@example.fi"]):
            await addresses.keep(connection, who.id, "a:1", told, NOW)
        assert await addresses.read_at(connection, "a:1") == NOW
    three = ("old@example.fi", "New@Example.fi", "upn@example.fi")
    assert await unmatched(database, *three) == ["old@example.fi"]


async def test_nobody_is_written_down_in_a_chat_that_is_not_hers(database: Database) -> None:
    who, other = await person(database), await person(database, 2)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(other.id), NOW)
        await addresses.keep(connection, who.id, "a:1", ["one@example.fi"], NOW)
        await addresses.keep(connection, who.id, "a:none", ["one@example.fi"], NOW)
        assert await addresses.read_at(connection, "a:1") is None
    assert await unmatched(database, "one@example.fi") == ["one@example.fi"]
