"""Mails of the running service: of what stands now, tried again, and never to an address that nobody confirmed."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot import smtp
from bot.mailing import AT_ONCE
from domain.announcements import Announcement, Session, State, moved_to, reworded
from storage import broadcasts, guests, mail_queue, notices
from storage.announcement_tables import guests as table
from storage.notice_tables import deliveries
from storage.notices import Notice
from tests.bot.mails import Office, standing_office
from tests.documents.sessions import moved


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[Office]:
    async with standing_office(sqlite_url) as one:
        yield one


async def registered(office: Office) -> None:
    await office.ask(await office.session())
    await office.post(await office.link(), do="confirm")
    await office.mails()


async def tell(office: Office, kind: str) -> None:
    one = await office.session()
    async with office.desk.database.write() as connection:
        now = office.desk.clock.now()
        await notices.tell_guests(connection, Notice(kind, one.id, str(one.version)), guests.registered(one.id), now)


async def states(office: Office) -> list[tuple[str, str]]:
    async with office.desk.database.read() as connection:
        found = await connection.execute(select(deliveries.c.state, deliveries.c.reason).order_by(deliveries.c.due_at))
        return [(row.state, row.reason) for row in found.all()]


async def test_a_change_reaches_who_has_registered_with_the_new_time(office: Office) -> None:
    await registered(office)
    one = await office.session()
    await office.save(one, moved(moved_to(one, State.OUT, office.desk.clock.now()), days=7))
    await tell(office, "announcement-change")
    last = (await office.mails())[-1]
    assert last["Subject"] == "Muutos: OT-info"
    body = last.get_body(("plain",))
    assert body and "ke 12.10.2022 klo 8.15–9.15" in body.get_content()


async def test_who_waits_for_a_seat_is_not_told_that_she_has_one_when_something_changes(office: Office) -> None:
    one = await office.session()
    full = replace(
        one, wording=replace(one.wording, session=replace(session_of(one), seats=0)), version=one.version + 1
    )
    await office.save(one, full)
    await registered(office)
    now = await office.session()
    await office.save(now, moved(moved_to(now, State.OUT, office.desk.clock.now()), days=7))
    await tell(office, "announcement-change")
    last = (await office.mails())[-1]
    body = last.get_body(("plain",))
    assert last["Subject"] == "Olet jonossa: OT-info"
    assert body and "ke 12.10.2022 klo 8.15–9.15" in body.get_content()
    assert session_of(one).link not in body.get_content() and not list(last.iter_attachments())


def session_of(one: Announcement) -> Session:
    assert one.session
    return one.session


def test_a_lease_outlasts_all_that_is_handed_over_under_it() -> None:
    assert timedelta(seconds=smtp.SECONDS) * smtp.ANSWERS * AT_ONCE < mail_queue.LEASE


async def test_calling_off_reaches_her_and_takes_the_entry_out(office: Office) -> None:
    await registered(office)
    one = await office.session()
    await office.save(one, moved_to(one, State.CALLED_OFF, office.desk.clock.now()))
    await tell(office, "announcement-change")
    last = (await office.mails())[-1]
    assert last["Subject"] == "Peruttu: OT-info"
    [file] = last.iter_attachments()
    assert "STATUS:CANCELLED" in str(file.get_content())


async def test_a_session_that_is_taken_back_is_taken_out_of_her_calendar_too(office: Office) -> None:
    await registered(office)
    now = office.desk.clock.now()
    await office.save(await office.session(), moved_to(await office.session(), State.OUT, now))
    one, before = await office.session(), len(office.box.mails)
    async with office.desk.database.write() as connection:
        await broadcasts.recall(connection, one, now)
        assert await broadcasts.recall(connection, one, now) is None
    [told] = (await office.mails())[before:]
    assert told["Subject"] == "Peruttu: OT-info"
    [file] = told.iter_attachments()
    assert "STATUS:CANCELLED" in str(file.get_content())


async def test_what_is_redrawn_is_not_mailed_again(office: Office) -> None:
    await registered(office)
    one, before = await office.session(), len(office.box.mails)
    await office.save(one, reworded(one, one.wording, office.desk.clock.now()))
    async with office.desk.database.write() as connection:
        await notices.redraw(connection, one.id, office.desk.clock.now())
    assert len(await office.mails()) == before
    assert {state for state, _ in await states(office)} == {"sent"}


async def test_an_address_that_nobody_has_confirmed_hears_of_nothing(office: Office) -> None:
    one = await office.session()
    await office.ask(one)
    await office.mails()
    async with office.desk.database.write() as connection:
        now = office.desk.clock.now()
        await notices.tell_guests(connection, Notice("announcement-change", one.id, "2"), select(table.c.id), now)
    assert len(await office.mails()) == 1
    assert ("dead", "nothing") in await states(office)


async def test_what_the_server_cannot_take_is_tried_again_with_growing_pauses(sqlite_url: str) -> None:
    async with standing_office(sqlite_url, "451 later") as office:
        await office.ask(await office.session())
        assert await office.mails() == []
        assert await states(office) == [("new", "")]
        office.box.refusal = ""
        assert await office.mails() == []
        assert office.desk.clock.move_to(office.desk.clock.now() + timedelta(minutes=1))
        assert len(await office.mails()) == 1


async def test_what_the_server_refuses_for_good_ends(sqlite_url: str) -> None:
    async with standing_office(sqlite_url, "550 nobody here") as office:
        await office.ask(await office.session())
        await office.mails()
        assert await states(office) == [("dead", "refused")]


async def test_an_address_that_no_header_takes_keeps_nobody_elses_mail(office: Office) -> None:
    one, now = await office.session(), office.desk.clock.now()
    async with office.desk.database.write() as connection:
        broken, _ = await guests.ask(connection, one.id, "=?utf-8?b?DQpCY2M6IHg=?=@example.org", "fi", now)
        found = select(table.c.id).where(table.c.id == broken.id)
        await notices.tell_guests(connection, Notice("guest-link", one.id, "broken"), found, now)
    await office.ask(one)
    assert [mail["To"] for mail in await office.mails()] == ["vieras@example.org"]
    assert sorted(await states(office)) == [("dead", "nothing"), ("sent", "")]


async def test_a_change_that_is_told_late_tells_of_all_since_and_of_nothing_that_was_undone(office: Office) -> None:
    await registered(office)
    one = await office.session()
    once = moved(moved_to(one, State.OUT, office.desk.clock.now()), days=7)
    await office.save(one, once)
    await tell(office, "announcement-change")
    await office.save(once, moved(once, days=7))
    last = (await office.mails())[-1].get_body(("plain",))
    assert last and "Aiempi aika oli ke 5.10.2022 klo 8.15–9.15." in last.get_content()
    assert "ke 19.10.2022 klo 8.15–9.15" in last.get_content()
    twice, before = await office.session(), len(office.box.mails)
    there = reworded(twice, once.wording, office.desk.clock.now())
    await office.save(twice, there)
    await tell(office, "announcement-change")
    await office.save(there, reworded(there, twice.wording, office.desk.clock.now()))
    assert len(await office.mails()) == before
    assert ("dead", "nothing") in await states(office)


async def test_a_reminder_reaches_who_comes_and_nobody_once_it_is_called_off(office: Office) -> None:
    await registered(office)
    one = await office.session()
    await tell(office, "reminder-guest")
    last = (await office.mails())[-1]
    assert last["Subject"] == "Muistutus: OT-info"
    body, count = last.get_body(("plain",)), len(office.box.mails)
    assert (
        body and "ke 5.10.2022 klo 8.15–9.15" in body.get_content() and "peru ilmoittautumisesi" in body.get_content()
    )
    await office.save(one, moved_to(one, State.CALLED_OFF, office.desk.clock.now()))
    await tell(office, "reminder-guest")
    assert len(await office.mails()) == count
    assert ("dead", "nothing") in await states(office)
