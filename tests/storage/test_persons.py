"""A person's rights: to know all that is kept of her, and to be forgotten."""

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import select

from domain.consultations import Event, Question, Status
from domain.people import Role, RoleGrant
from domain.preferences import Preferences
from domain.registrations import Coming
from storage import (
    announcements,
    audience,
    consultations,
    drafts,
    feedback,
    histories,
    notice_tables,
    people,
    persons,
    preferences,
    registrations,
    rosters,
    tables,
)
from storage.announcement_tables import addresses, feedback_given, listed_people, team_members, topics_off
from storage.announcement_tables import preferences as wishes
from storage.database import Database
from storage.erasures import Erasure
from storage.notices import Notice, tell
from storage.registrations import Figures, Registrant
from storage.rosters import Team
from tests.storage.facts import NOW, TENANT, after, caller, draft, person, personal_chat, request, sent
from tests.storage.meets import ONE, lay, session

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
    await announced(database, owner.id)
    return owner.id, one.id


async def announced(database: Database, who: str) -> None:
    """She has announced a session, comes to it, is on a list and in a team, and has said what she thinks and wishes."""
    other = (await person(database, 9)).id
    await lay(database, replace(session(1), author=who, approver=who))
    async with database.write() as connection:
        for one in (who, other):
            await registrations.answer(connection, ONE.id, Registrant(one), Coming.COMING, NOW)
        await preferences.save(
            connection, who, Preferences(True, True, time(21), time(7), topics_off=frozenset({"nepsy"}))
        )
        await audience.know_address(connection, who, "eka@example.fi")
        await audience.list_addresses(connection, ONE.id, ["eka@example.fi"])
        await feedback.give(connection, ONE.id, who, {"support": "Vertaistukea"}, NOW.date())
        await rosters.remember_team(connection, Team("19:t", "Tiimi", TENANT, ""), NOW)
        await rosters.set_members(connection, "19:t", [caller().object_id], TENANT, NOW)


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


async def test_what_she_hears_of_and_comes_to_is_in_it_and_what_she_thought_is_not(database: Database) -> None:
    who, _ = await life(database)
    document = await exported(database, who)
    assert document["preferences"] == {
        "off": True,
        "reminders": True,
        "quiet_from": "21:00",
        "quiet_until": "07:00",
        "topics_off": ["nepsy"],
        "digest": False,
    }
    assert document["registrations"] == [{"announcement": ONE.id, "state": "coming", "at": NOW}]
    assert len(document["addresses"]) == 1 and document["teams"] == ["Tiimi"]
    for name in ("lists", "announced", "approved", "feedback_given"):
        assert document[name] == [ONE.id], name
    assert "Vertaistukea" not in json.dumps(document, default=str, ensure_ascii=False)


async def test_her_seat_goes_to_who_waits_and_her_wishes_go_with_her(database: Database) -> None:
    who, _ = await life(database)
    async with database.write() as connection:
        await persons.erase(connection, who, NOW)
        assert await registrations.figures(connection, ONE.id) == Figures(coming=1)
        assert (await feedback.summary(connection, ONE.id)).given == 1
        told = select(notice_tables.notices.c.occurrence).where(notice_tables.notices.c.kind == "seat")
        assert (await connection.scalars(told)).all() == ["2"]
        for gone in (addresses, listed_people, team_members, wishes, topics_off, feedback_given):
            assert (await connection.execute(select(gone))).all() == [], gone.name
        one = await announcements.find(connection, ONE.id)
        assert one and (one.author, one.approver) == (None, None)


async def test_her_roles_are_told_with_their_groups(database: Database) -> None:
    who = (await person(database)).id
    async with database.write() as connection:
        grant = RoleGrant(caller().object_id, Role.SECRETARY, "haastavat-erot")
        await people.lay_roles(connection, frozenset({grant}), NOW)
    assert (await exported(database, who))["roles"] == [{"role": "secretary", "group": "haastavat-erot"}]


async def test_who_is_erased_is_in_no_table_any_more_and_the_cases_stay(database: Database) -> None:
    who, one = await life(database)
    async with database.write() as connection:
        assert await persons.erase(connection, who, NOW) == Erasure("person", who)
        assert await persons.erase(connection, who, NOW) is None
    assert await exported(database, who) == {}
    async with database.read() as connection:
        found = await consultations.find(connection, one)
        assert found and found.answers == {"question": "Miten?"} and found.owner is None
        for table in tables.metadata.sorted_tables:
            rows = (await connection.execute(select(table))).all()
            assert who not in repr(rows), table.name
        keys = (await connection.scalars(select(tables.data_keys.c.purpose))).all()
    assert sorted(keys) == ["case", "case", "feedback", "index", "person"]


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
        await persons.erase(connection, secretary.id, NOW)
        found = await consultations.find(connection, one.id)
        revision = await connection.scalar(select(notice_tables.notices.c.revision))
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
