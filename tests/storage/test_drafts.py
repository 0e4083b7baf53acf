"""A draft answers to its owner alone, is changed by one device at a time, and expires."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import func, select

from dialogs.engine import Draft
from domain.people import Actor
from storage import drafts, tables
from storage.database import Database
from tests.storage.facts import NOW, after, draft, person, sent


async def begun(database: Database, owner: str, consultation: str | None = None, days: int = 0) -> Draft:
    async with database.write() as connection:
        return await drafts.begin(connection, draft(owner, {"matter": "single"}, consultation), after(days=days))


async def found(database: Database, draft_id: str, owner: Actor, days: int = 0) -> Draft | None:
    async with database.read() as connection:
        one = await drafts.find(connection, draft_id, owner.id, after(days=days))
    return one[0] if one else None


async def test_a_draft_comes_back_as_it_was_kept(database: Database) -> None:
    owner = await person(database)
    one = await begun(database, owner.id)
    assert await found(database, one.id, owner) == one
    assert one.answers == {"matter": "single"}


async def test_a_draft_answers_to_its_owner_alone(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    one = await begun(database, owner.id)
    assert await found(database, one.id, other) is None
    async with database.write() as connection:
        assert await drafts.list_open(connection, other.id, NOW) == []
        assert not await drafts.remove(connection, one.id, other.id)
        assert not await drafts.save(connection, replace(one, owner=other.id), one.version, NOW)
    assert await found(database, one.id, owner) == one


async def test_an_old_version_is_not_kept(database: Database) -> None:
    owner = await person(database)
    one = await begun(database, owner.id)
    newer = replace(one, answers={"matter": "theme"}, version=2)
    async with database.write() as connection:
        assert await drafts.save(connection, newer, 1, NOW)
        assert not await drafts.save(connection, replace(newer, answers={"matter": "lost"}), 1, NOW)
    assert await found(database, one.id, owner) == newer


async def test_of_two_devices_that_press_at_once_one_is_kept(database: Database) -> None:
    owner = await person(database)
    one = await begun(database, owner.id)

    async def press(answer: str) -> bool:
        async with database.write() as connection:
            return await drafts.save(connection, replace(one, answers={"matter": answer}, version=2), 1, NOW)

    assert sorted(await asyncio.gather(*(press(answer) for answer in "abcd"))) == [False, False, False, True]


async def test_a_draft_expires_thirty_days_after_its_last_change(database: Database) -> None:
    owner = await person(database)
    one = await begun(database, owner.id)
    assert await found(database, one.id, owner, days=29)
    assert await found(database, one.id, owner, days=30) is None
    async with database.write() as connection:
        assert await drafts.save(connection, replace(one, version=2), 1, after(days=10))
        assert await drafts.expire(connection, after(days=30)) == 0
        assert [until for _, until in await drafts.list_open(connection, owner.id, after(days=30))] == [after(days=40)]
        assert await drafts.list_open(connection, owner.id, after(days=40)) == []
        assert await drafts.expire(connection, after(days=40)) == 1
        assert await drafts.expire(connection, after(days=40)) == 0
    assert timedelta(days=30) == drafts.LIFETIME


async def test_open_drafts_are_listed_latest_change_first_and_without_those_sent(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    old, new, gone = [await begun(database, owner.id, days=days) for days in (0, 1, 2)]
    async with database.write() as connection:
        assert await drafts.finish(connection, gone, request.id, NOW)
        listed = await drafts.list_open(connection, owner.id, NOW)
    assert [one.id for one, _ in listed] == [new.id, old.id]


async def test_a_request_has_one_open_change_whichever_device_began_it(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    both = await asyncio.gather(*(begun(database, owner.id, request.id) for _ in range(4)))
    assert len({one.id for one in both}) == 1
    async with database.write() as connection:
        assert await drafts.finish(connection, both[0], request.id, NOW)
    assert (await begun(database, owner.id, request.id)).id != both[0].id


async def test_the_open_change_of_a_request_goes_with_it_and_nothing_else(database: Database) -> None:
    owner = await person(database)
    first, second = await sent(database, owner.id, 1), await sent(database, owner.id, 2)
    new, change, other = [await begun(database, owner.id, one) for one in (None, first.id, second.id)]
    async with database.write() as connection:
        await drafts.remove_for(connection, first.id)
    assert [bool(await found(database, one.id, owner)) for one in (new, change, other)] == [True, False, True]


async def test_the_open_change_of_a_moved_request_wishes_for_its_new_meeting_and_its_old_cards_are_stale(
    database: Database,
) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    new, change = [await begun(database, owner.id, one) for one in (None, request.id)]
    async with database.write() as connection:
        await drafts.follow_move(connection, request.id, "meeting", "2022-11-10")
        await drafts.follow_move(connection, "nothing", "meeting", "2022-11-10")
    moved = await found(database, change.id, owner)
    assert moved and moved.answers == {"matter": "single", "meeting": "2022-11-10"}
    assert moved.version == change.version + 1
    assert await found(database, new.id, owner) == new


async def test_a_sent_draft_is_not_deleted_and_an_open_one_once(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    one, gone = await begun(database, owner.id), await begun(database, owner.id)
    async with database.write() as connection:
        await drafts.finish(connection, gone, request.id, NOW)
        removed = [await drafts.remove(connection, which.id, owner.id) for which in (one, one, gone)]
    assert removed == [True, False, False]


async def test_a_sent_draft_gives_up_its_answers_and_their_key_and_is_forgotten_a_day_later(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    one = await begun(database, owner.id)
    async with database.write() as connection:
        assert await drafts.finish(connection, one, request.id, NOW)
        assert not await drafts.finish(connection, one, request.id, NOW)
        assert not await drafts.save(connection, replace(one, version=3), 2, NOW)
        row = (await connection.execute(select(tables.drafts))).one()
        assert (row.key, row.step, row.answers, row.sent_as) == (None, None, None, request.id)
    assert await keys(database, "draft") == 0
    last = await found(database, one.id, owner)
    assert last and (last.answers, last.step, last.version) == ({}, "", 2)
    assert await found(database, one.id, owner, days=1) is None


async def test_the_key_of_a_draft_goes_with_it(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    removed, _expires = await begun(database, owner.id), await begun(database, owner.id)
    for _ in range(2):
        await begun(database, owner.id, request.id)
    told = [await keys(database, "draft")]
    async with database.write() as connection:
        await drafts.remove(connection, removed.id, owner.id)
    told.append(await keys(database, "draft"))
    async with database.write() as connection:
        await drafts.remove_for(connection, request.id)
    told.append(await keys(database, "draft"))
    async with database.write() as connection:
        await drafts.expire(connection, after(days=30))
    assert [*told, await keys(database, "draft")] == [3, 2, 1, 0]


async def keys(database: Database, purpose: str) -> int:
    """How many data keys there are for this."""
    async with database.read() as connection:
        mine = select(func.count()).where(tables.data_keys.c.purpose == purpose)
        return int(await connection.scalar(mine) or 0)


async def test_one_press_after_the_other_begins_a_form(database: Database) -> None:
    owner = await person(database)

    async def begin_unless_begun() -> None:
        async with database.write() as connection:
            await drafts.hold_owner(connection, owner.id)
            if not await drafts.list_open(connection, owner.id, NOW):
                await drafts.begin(connection, draft(owner.id), NOW)

    await asyncio.gather(*(begin_unless_begun() for _ in range(4)))
    async with database.read() as connection:
        assert len(await drafts.list_open(connection, owner.id, NOW)) == 1


async def test_the_request_of_a_change_is_locked_before_the_change(database: Database) -> None:
    owner = await person(database)
    request = await sent(database, owner.id)
    one = await begun(database, owner.id, request.id)
    order: list[str] = []

    async def withdraw() -> None:
        async with database.write() as connection:
            await drafts.hold_subject(connection, one.id)
            order.append("locked")
            await asyncio.sleep(0.2)
            order.append("done")

    waiting = asyncio.create_task(withdraw())
    await asyncio.sleep(0.1)
    async with database.write() as connection:
        await drafts.hold_subject(connection, one.id)
        order.append("next")
    await waiting
    assert order == ["locked", "done", "next"]


async def test_what_a_person_wrote_about_herself_is_remembered_and_replaced(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    async with database.write() as connection:
        assert await drafts.profile(connection, owner.id) == {}
        await drafts.remember_profile(connection, owner.id, {"unit": "A", "phone": "1"})
        await drafts.remember_profile(connection, owner.id, {"unit": "B"})
        assert await drafts.profile(connection, owner.id) == {"unit": "B"}
        assert await drafts.profile(connection, other.id) == {}
