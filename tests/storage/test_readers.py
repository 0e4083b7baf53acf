"""Whom each rule reminds: nobody else, and each once."""

from dataclasses import replace

import pytest
from sqlalchemy import update

from domain.announcements import State
from domain.people import Actor, Role, RoleGrant
from domain.reminders import RULES
from storage import drafts, notices, people, readers
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import Notice
from tests.storage.facts import NOW, draft, person, sent
from tests.storage.meets import ONE, lay, register

GROUP = "haastavat-erot"


async def with_roles(database: Database) -> dict[str, Actor]:
    """One person of each kind."""
    kinds = ("worker", "secretary", "chair", "member", "coordinator", "administrator", "other")
    found = {name: await person(database, number) for number, name in enumerate(kinds, start=1)}
    of_group = {(name, Role(name), GROUP) for name in ("secretary", "chair", "member")}
    of_centre = {(name, Role(name), None) for name in ("coordinator", "administrator")}
    grants = {RoleGrant(found[name].object_id, role, group) for name, role, group in of_group | of_centre}
    grants.add(RoleGrant(found["other"].object_id, Role.SECRETARY, "master"))
    async with database.write() as connection:
        await people.lay_roles(connection, frozenset(grants), NOW)
    return found


async def reminded(database: Database, rule: str, subject: str, known: dict[str, Actor]) -> set[str]:
    names = {one.id: name for name, one in known.items()}
    async with database.read() as connection:
        found = await readers.of(connection, RULES[rule], subject)
    return {names[one] if one else "nobody known" for one in found}


@pytest.mark.parametrize(
    ("rule", "subject", "expected"),
    [
        ("meeting-tomorrow", f"{GROUP}/2022-10-13", {"secretary", "chair", "member"}),
        ("content-ends", GROUP, {"secretary", "administrator"}),
        ("undeliverable", "centre", {"administrator"}),
        ("credential-expires", "app-password", {"administrator"}),
    ],
)
async def test_who_works_with_it_is_reminded(database: Database, rule: str, subject: str, expected: set[str]) -> None:
    assert await reminded(database, rule, subject, await with_roles(database)) == expected


async def test_a_form_reminds_its_owner(database: Database) -> None:
    known = await with_roles(database)
    async with database.write() as connection:
        begun = await drafts.begin(connection, draft(known["worker"].id), NOW)
    assert await reminded(database, "draft-deadline", begun.id, known) == {"worker"}
    assert await reminded(database, "draft-deadline", "gone", known) == set()


@pytest.mark.parametrize("anonymous", [False, True])
async def test_a_request_reminds_its_secretary_and_its_requester_who_may_be_unknown(
    database: Database, anonymous: bool
) -> None:
    known = await with_roles(database)
    one = await sent(database, known["worker"].id, anonymous=anonymous)
    assert await reminded(database, "request-untouched", one.id, known) == {"secretary"}
    expected = {"nobody known"} if anonymous else {"worker"}
    assert await reminded(database, "question-unanswered", one.id, known) == expected
    assert await reminded(database, "question-unanswered", "gone", known) == set()


async def test_a_session_reminds_those_who_come(database: Database) -> None:
    known = await with_roles(database)
    await lay(database, ONE)
    async with database.write() as connection:
        await register(connection, ONE.id, known["worker"].id)
    assert await reminded(database, "session-soon", ONE.id, known) == {"worker"}


async def test_what_waits_for_a_second_reader_reminds_nobody_who_wrote_it(database: Database) -> None:
    known = await with_roles(database)
    await lay(database, replace(ONE, state=State.WAITING, author=known["coordinator"].id))
    assert await reminded(database, "approval-waiting", ONE.id, known) == {"administrator"}


async def test_when_registration_opens_those_hear_who_have_the_invitation_and_have_not_answered(
    database: Database,
) -> None:
    known = await with_roles(database)
    await lay(database, ONE)
    async with database.write() as connection:
        told = [known[name].id for name in ("worker", "other", "member")]
        await notices.tell(connection, Notice("announcement", ONE.id), told, NOW)
        arrived = update(deliveries).where(deliveries.c.person != known["member"].id)
        await connection.execute(arrived.values(state="sent", seen=1))
        await register(connection, ONE.id, known["other"].id)
    assert await reminded(database, "registration-opens", ONE.id, known) == {"worker"}
