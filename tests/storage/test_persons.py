"""A person's rights: to know all that is kept of her, and to be forgotten."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import select

from domain.consultations import Event, Question, Status
from domain.people import Role, RoleGrant
from storage import consultations, drafts, histories, people, persons, tables
from storage.database import Database
from storage.erasures import Erasure
from storage.notices import Notice, tell
from tests.storage.facts import NOW, after, caller, draft, person, personal_chat, request, sent

WORDS = ("Viestit kiristyvät", "Perheoikeudelliset palvelut", "Miten?", "040 123 4567")


async def life(database: Database) -> tuple[str, str]:
    """Somebody with a draft, a request, an anonymous one, known data and a chat; gives her and the open request."""
    owner = await person(database)
    one = await sent(database, owner.id, 1)
    await sent(database, owner.id, 2, anonymous=True)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(owner.id), NOW)
        await drafts.begin(connection, draft(owner.id, {"conflict": "Viestit kiristyvät"}), NOW)
        await drafts.remember_profile(connection, owner.id, {"phone": "040 123 4567"})
        await histories.log(connection, one.id, owner.id, Event(NOW, "sent"))
        await tell(connection, Notice("receipt", one.id), [owner.id], NOW)
    return owner.id, one.id


async def exported(database: Database, who: str) -> dict[str, Any]:
    async with database.read() as connection:
        return await persons.export(connection, who)


async def test_all_that_is_kept_of_her_is_in_one_document(database: Database) -> None:
    who, _ = await life(database)
    document = await exported(database, who)
    said = json.dumps(document, default=str, ensure_ascii=False)
    assert all(words in said for words in WORDS)
    assert document["person"]["object_id"] == caller().object_id
    assert [one["reference"] for one in document["requests"]] == ["HE-2022-0002", "HE-2022-0001"]
    assert [one["kind"] for one in document["told"]] == ["receipt"]
    assert document["roles"] == []
    assert await exported(database, "nobody") == {}


async def test_her_roles_are_told_with_their_groups(database: Database) -> None:
    who = (await person(database)).id
    async with database.write() as connection:
        grant = RoleGrant(caller().object_id, Role.SECRETARY, "haastavat-erot")
        await people.lay_roles(connection, frozenset({grant}), NOW)
    assert (await exported(database, who))["roles"] == [{"role": "secretary", "group": "haastavat-erot"}]


async def test_who_is_erased_is_in_no_table_any_more_and_the_cases_stay(database: Database) -> None:
    who, one = await life(database)
    async with database.write() as connection:
        assert await persons.erase(connection, who) == Erasure("person", who)
        assert await persons.erase(connection, who) is None
    assert await exported(database, who) == {}
    async with database.read() as connection:
        found = await consultations.find(connection, one)
        assert found and found.answers == {"question": "Miten?"} and found.owner is None
        for table in tables.metadata.sorted_tables:
            rows = (await connection.execute(select(table))).all()
            assert who not in repr(rows), table.name
        keys = (await connection.scalars(select(tables.data_keys.c.purpose))).all()
    assert sorted(keys) == ["case", "case", "index"]


async def test_what_she_did_as_a_secretary_stays_done_by_nobody_named(database: Database) -> None:
    owner, secretary, other = [await person(database, number) for number in (1, 2, 3)]
    one = await sent(database, owner.id)
    async with database.write() as connection:
        for number, who in enumerate((other, secretary)):
            await histories.ask(connection, one.id, Question(f"q{number}", "Miksi?", who.name, NOW))
            await histories.log(connection, one.id, who.id, Event(NOW, "asked"))
        await tell(connection, Notice("arrived", one.id), [other.id], NOW)
    async with database.write() as connection:
        taken = replace(one, status=Status.TAKEN, handler=secretary.id, version=2)
        assert await consultations.save(connection, taken, 1)
        await histories.log(connection, one.id, secretary.id, Event(NOW, "taken"))
        await persons.erase(connection, secretary.id)
        found = await consultations.find(connection, one.id)
        revision = await connection.scalar(select(tables.notices.c.revision))
    assert found and (found.handler, found.handler_name) == (None, None)
    assert [event.what for event in found.events] == ["asked", "asked", "taken"]
    assert [each.asked_by for each in found.questions] == [other.name, ""] and other.name
    # It waits for another secretary, and the cards that name her are drawn anew.
    assert (found.status, revision) == (Status.NEW, 2)


async def test_what_she_wrote_about_herself_is_forgotten_alone(database: Database) -> None:
    who, _ = await life(database)
    async with database.write() as connection:
        await persons.forget_known(connection, who)
        assert await drafts.profile(connection, who) == {}
    assert len((await exported(database, who))["requests"]) == 2


def test_a_request_is_under_way_until_its_meeting_is_over_or_it_has_been_silent_for_a_month() -> None:
    met = request("p", meeting=date(2022, 10, 13))
    free = request("p", meeting=None, events=(Event(after(days=5), "asked"),))
    gone = request("p", status=Status.WITHDRAWN)
    assert persons.under_way([met, free, gone], date(2022, 10, 13)) == [met, free]
    assert persons.under_way([met, free, gone], date(2022, 10, 14)) == [free]
    assert persons.under_way([met, free, gone], date(2022, 10, 25)) == [free]
    assert persons.under_way([met, free, gone], date(2022, 10, 26)) == []
