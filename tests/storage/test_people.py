"""People, their roles, and where each can be written to."""

import asyncio
from dataclasses import replace

from sqlalchemy import func, select

from domain.people import Role, RoleGrant
from storage import people, tables
from storage.database import Database
from tests.storage.facts import NOW, after, caller, person, personal_chat

HE, MA = "haastavat-erot", "master"


def grant(number: int, role: Role = Role.SECRETARY, group: str | None = HE) -> RoleGrant:
    return RoleGrant(caller(number).object_id, role, group)


async def laid(database: Database, *granted: RoleGrant, days: int = 0) -> tuple[set[RoleGrant], set[str | None]]:
    """Lay these roles and no others. Returns what began and in which groups one ended."""
    async with database.write() as connection:
        began, ended = await people.lay_roles(connection, frozenset(granted), after(days=days))
    return set(began), {one.group for one in ended}


async def test_somebody_who_comes_twice_is_one_person(database: Database) -> None:
    assert (await person(database)).id == (await person(database)).id
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(tables.people)) == 1


async def test_the_same_object_id_in_another_tenant_is_somebody_else(database: Database) -> None:
    mine = await person(database)
    async with database.write() as connection:
        other = await people.meet(connection, replace(caller(), tenant="another"), NOW)
    assert other.id != mine.id


async def test_a_name_follows_teams_and_is_kept_when_teams_tells_none(database: Database) -> None:
    await person(database)
    async with database.write() as connection:
        renamed = await people.meet(connection, caller(name="Uusi nimi"), NOW)
        silent = await people.meet(connection, caller(name="", locale=None), NOW)
        found = await people.find_by_id(connection, renamed.id)
        assert await people.language_of(connection, renamed.id) == "fi-FI"
    assert (renamed.name, silent.name, found and found.name) == ("Uusi nimi", "Uusi nimi", "Uusi nimi")


async def test_of_two_transactions_that_meet_somebody_at_once_one_writes_her_down(database: Database) -> None:
    met = await asyncio.gather(*(person(database) for _ in range(4)))
    assert len({one.id for one in met}) == 1
    async with database.read() as connection:
        mine = select(func.count()).where(tables.data_keys.c.purpose == "person")
        assert await connection.scalar(mine) == 1
        assert await people.names(connection, [met[0].id, None, "nobody"]) == {met[0].id: "Ammattilainen"}
        assert await people.names(connection, []) == {}


async def test_somebody_who_has_never_been_here_is_not_found(database: Database) -> None:
    async with database.read() as connection:
        assert await people.find_actor(connection, caller()) is None
        assert await people.find_by_id(connection, "nobody") is None
        assert await people.language_of(connection, "nobody") is None


async def test_the_chosen_language_goes_before_that_of_teams_and_can_be_given_up(database: Database) -> None:
    one = await person(database)
    told = []
    for language in ("sv", None):
        async with database.write() as connection:
            await people.speak(connection, one.id, language)
            told.append(await people.language_of(connection, one.id))
    assert told == ["sv", "fi-FI"]


async def test_roles_are_laid_ended_and_laid_again(database: Database) -> None:
    assert await laid(database, grant(3), grant(3, group=MA)) == ({grant(3), grant(3, group=MA)}, set())
    assert await laid(database, grant(3), days=1) == (set(), {MA})
    assert await laid(database, grant(3), grant(3, group=MA), days=2) == ({grant(3, group=MA)}, set())
    assert await laid(database, grant(3), grant(3, group=MA), days=3) == (set(), set())
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(tables.roles)) == 3


async def test_an_ended_role_is_gone_at_the_next_press(database: Database) -> None:
    await laid(database, grant(3))
    held = await person(database, 3)
    await laid(database)
    ended = await person(database, 3)
    assert (held.is_(Role.SECRETARY, HE), ended.is_(Role.SECRETARY, HE)) == (True, False)


async def test_a_guest_never_holds_a_role(database: Database) -> None:
    await laid(database, grant(3))
    async with database.write() as connection:
        guest = await people.meet(connection, replace(caller(3), tenant="another"), NOW)
    assert guest.guest and guest.grants == frozenset()
    home = await person(database, 3)
    assert not home.guest and home.grants == {grant(3)}


async def test_a_role_for_the_whole_centre_comes_back_without_a_group(database: Database) -> None:
    await laid(database, grant(6, Role.COORDINATOR, None))
    assert (await person(database, 6)).grants == {grant(6, Role.COORDINATOR, None)}


async def test_the_holders_of_a_role_are_those_of_its_group_who_have_been_here(database: Database) -> None:
    await laid(database, grant(3), grant(4, Role.CHAIR), grant(5, group=MA), grant(8), grant(9))
    secretary, _, _, also = [(await person(database, number)).id for number in (3, 4, 5, 8)]
    async with database.read() as connection:
        assert set(await people.holders(connection, Role.SECRETARY, HE)) == {secretary, also}
    await laid(database, grant(8))
    async with database.read() as connection:
        assert await people.holders(connection, Role.SECRETARY, HE) == [also]


async def test_a_chat_is_remembered_ended_and_comes_back(database: Database) -> None:
    one = await person(database)
    chat = personal_chat(one.id)
    async with database.write() as connection:
        assert await people.chat_with(connection, one.id) is None
        await people.remember_conversation(connection, chat, NOW)
        assert await people.chat_with(connection, one.id) == chat
        await people.end_conversation(connection, chat.id, NOW)
        assert await people.chat_with(connection, one.id) is None
        moved = replace(chat, service_url="http://127.0.0.1:2/")
        await people.remember_conversation(connection, moved, after(days=1))
        assert await people.chat_with(connection, one.id) == moved


async def test_a_person_is_written_to_in_her_latest_personal_chat_only(database: Database) -> None:
    one = await person(database)
    channel = replace(personal_chat(one.id, "19:channel"), kind="channel")
    async with database.write() as connection:
        await people.remember_conversation(connection, channel, after(days=9))
        assert await people.chat_with(connection, one.id) is None
        await people.remember_conversation(connection, personal_chat(one.id, "a:new"), after(days=2))
        await people.remember_conversation(connection, personal_chat(one.id, "a:old"), after(days=1))
        found = await people.chat_with(connection, one.id)
    assert found and found.id == "a:new"


async def test_a_press_is_known_only_while_all_that_it_tells_is_written_down(database: Database) -> None:
    one = await person(database)
    chat = personal_chat(one.id)
    async with database.write() as connection:
        assert not await people.is_known(connection, caller(), chat)
        await people.remember_conversation(connection, chat, NOW)
        assert await people.is_known(connection, caller(), chat)
        assert not await people.is_known(connection, caller(name="Uusi nimi"), chat)
        assert not await people.is_known(connection, caller(locale="sv-FI"), chat)
        assert not await people.is_known(connection, caller(2), chat)
        assert not await people.is_known(connection, caller(), replace(chat, service_url="http://127.0.0.1:2/"))
        await people.end_conversation(connection, chat.id, NOW)
        assert not await people.is_known(connection, caller(), chat)
