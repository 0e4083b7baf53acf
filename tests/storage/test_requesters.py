"""The identity compartment: who asks is told to those who must know, and cannot be read out of the tables."""

from sqlalchemy import select

from storage import requesters, tables
from storage.database import Database
from tests.storage.facts import person, sent


async def test_it_knows_its_own_and_tells_a_stranger_nothing(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    one = await sent(database, owner.id, anonymous=True)
    async with database.read() as connection:
        told = [await requesters.is_hers(connection, one.id, who) for who in (owner.id, other.id, "", "nobody")]
        assert told == [True, False, False, False]
        assert not await requesters.is_hers(connection, "nothing", owner.id)
        assert await requesters.is_kept(connection, one.id) and not await requesters.is_kept(connection, "nothing")
        assert await requesters.person_of(connection, one.id) == owner.id
        assert await requesters.person_of(connection, "nothing") is None


async def test_a_persons_anonymous_requests_are_found_and_nobody_elses(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    hers = [(await sent(database, owner.id, number, anonymous=True)).id for number in (1, 2)]
    await sent(database, owner.id, 3)
    await sent(database, other.id, 4, anonymous=True)
    async with database.read() as connection:
        assert sorted(await requesters.anonymous_of(connection, owner.id)) == sorted(hers)


async def test_two_requests_of_one_person_cannot_be_told_to_be_hers(database: Database) -> None:
    owner = await person(database)
    for number, anonymous in ((1, True), (2, True), (3, False)):
        await sent(database, owner.id, number, anonymous=anonymous)
    async with database.read() as connection:
        rows = (await connection.execute(select(tables.requesters))).all()
    assert len({row.tag for row in rows}) == len({row.person for row in rows}) == len({row.key for row in rows}) == 3
    assert not any(owner.id.encode() in row.person or owner.id in row.tag for row in rows)


async def test_her_own_data_is_kept_apart_from_the_case_and_changed_apart(database: Database) -> None:
    one = await sent(database, (await person(database)).id)
    async with database.write() as connection:
        assert await requesters.answers_of(connection, one.id) == {"unit": "Perheoikeudelliset palvelut"}
        await requesters.keep(connection, one.id, {"unit": "Perheneuvola"})
        await requesters.keep(connection, "nothing", {"unit": "Perheneuvola"})
        assert await requesters.answers_of(connection, one.id) == {"unit": "Perheneuvola"}
        assert await requesters.answers_of(connection, "nothing") == {}
        keys = select(tables.requesters.c.key, tables.consultations.c.key).select_from(
            tables.requesters.join(tables.consultations)
        )
        first, second = (await connection.execute(keys)).one()
    assert first != second


async def test_an_identity_is_erased_with_its_key_and_the_case_stays(database: Database) -> None:
    one = await sent(database, (await person(database)).id, anonymous=True)
    async with database.write() as connection:
        await requesters.erase(connection, one.id)
        await requesters.erase(connection, one.id)
        assert not await requesters.is_kept(connection, one.id)
        assert await requesters.person_of(connection, one.id) is None
        assert await requesters.answers_of(connection, one.id) == {}
        purposes = set((await connection.scalars(select(tables.data_keys.c.purpose))).all())
    assert purposes == {"index", "person", "case"}
