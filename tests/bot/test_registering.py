"""Registration by e-mail: confirmed by a press, the same answer for everybody, and gone when it is cancelled."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select
from yarl import URL

from bot import registering
from dialogs.announcing import Written
from domain.announcements import Announcement, State, moved_to, reworded
from domain.registrations import Coming, Seats
from storage import broadcasts, registrations
from storage.announcement_tables import guests
from storage.erasures import Erasure
from storage.registrations import Registrant
from storage.spreading import Telling
from tests.bot.mails import Office, standing_office
from tests.domain.codes import code
from tests.house import House
from tests.storage.facts import person


@pytest.fixture
async def office(sqlite_url: str) -> AsyncIterator[Office]:
    async with standing_office(sqlite_url) as one:
        yield one


async def seats(office: Office) -> Seats:
    one = await office.session()
    async with office.desk.database.read() as connection:
        return await registrations.seats(connection, one.id)


async def test_an_address_is_asked_for_confirmed_and_cancelled(office: Office) -> None:
    one = await office.session()
    assert f"/sessions/{one.id}/register" in (await office.get("/"))[1]
    status, form = await office.get(f"/sessions/{one.id}/register")
    assert status == 200 and "Sähköpostiosoite" in form
    status, page = await office.ask(one)
    assert status == 200 and "Katso sähköpostiasi" in page
    [asked] = await office.mails()
    assert asked["To"] == "vieras@example.org" and asked["Subject"] == "Vahvista ilmoittautumisesi: OT-info"
    link = await office.link()
    # Whatever follows the link registers nobody.
    for _ in range(2):
        assert "Vahvista ilmoittautuminen" in (await office.get(link))[1]
    assert (await seats(office)).coming == 0
    assert "Olet ilmoittautunut" in (await office.post(link, do="confirm"))[1]
    assert (await seats(office)).coming == 1
    confirmed = (await office.mails())[-1]
    assert confirmed["Subject"] == "Olet ilmoittautunut: OT-info"
    assert [part.get_content_type() for part in confirmed.iter_attachments()] == ["text/calendar"]
    assert "Ilmoittautuminen on peruttu" in (await office.post(link, do="cancel"))[1]
    assert (await seats(office)).coming == 0
    assert (await office.get(link))[0] == (await office.post(link, do="confirm"))[0] == 410
    async with office.desk.database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(guests)) == 0


async def test_who_cancels_stays_gone_when_an_older_backup_is_restored(office: Office) -> None:
    await office.ask(await office.session())
    link = await office.link()
    await office.post(link, do="confirm")
    async with office.desk.database.read() as connection:
        guest = await connection.scalar(select(guests.c.id))
    await office.post(link, do="cancel")
    assert list(office.desk.erasures.read()) == [Erasure("guest", str(guest))]


async def test_confirming_twice_is_once(office: Office) -> None:
    await office.ask(await office.session())
    link = await office.link()
    for _ in range(3):
        assert (await office.post(link, do="confirm"))[0] == 200
    assert (await seats(office)).coming == 1
    assert len(await office.mails()) == 2


async def test_the_answer_is_the_same_whether_the_address_is_known_or_not(office: Office) -> None:
    one = await office.session()
    first = await office.ask(one)
    await office.post(await office.link(), do="confirm")
    assert await office.ask(one) == first
    assert await office.ask(one, address="toinen@example.org") == first
    assert await office.ask(one, website="spam") == first


async def test_a_program_that_fills_in_everything_gets_no_mail(office: Office) -> None:
    await office.ask(await office.session(), website="https://spam.example")
    assert await office.mails() == []


async def test_asked_again_it_is_written_to_once_an_hour(office: Office) -> None:
    one = await office.session()
    for _ in range(3):
        await office.ask(one)
    assert len(await office.mails()) == 1


async def test_who_asks_too_often_gets_the_same_answer_and_nothing_else(office: Office) -> None:
    one = await office.session()
    answers = {
        await office.ask(one, address=f"vieras{number}@example.org") for number in range(registering.EACH_SOURCE)
    }
    before = len(await office.mails())
    answers.add(await office.ask(one, address="viimeinen@example.org"))
    assert len(answers) == 1
    assert len(await office.mails()) == before == registering.EACH_SOURCE


PLAIN_WRONG = ["", "x", "a@b", "a b@example.org", "a@example.org, b@example.org", "<a@example.org>"]
# Each of these becomes another address, or none at all, once it stands in the header of a mail.
DISGUISED = [
    "=?utf-8?q?vieras?=@example.org",
    "=?utf-8?b?DQpCY2M6IHg=?=@example.org",
    "a\u2028b@example.org",
    "a\x85b@example.org",
    "a\x1db@example.org",
    "a\x00b@example.org",
    "\u202ea@example.org",
    "ä@example.org",
    ".a@example.org",
    "a..b@example.org",
    "a@-example.org",
]


@pytest.mark.parametrize("address", [*PLAIN_WRONG, *DISGUISED])
async def test_what_is_no_address_is_said_to_be_none(office: Office, address: str) -> None:
    status, page = await office.ask(await office.session(), address=address)
    assert status == 422 and "Tarkista sähköpostiosoite." in page
    assert await office.mails() == []


@pytest.mark.parametrize("address", ["o'brien+ot@kunta.example.fi", "e.s_1-2@xn--kunta-cua.fi", f"{'a' * 64}@a.fi"])
async def test_unusual_addresses_are_addresses(office: Office, address: str) -> None:
    assert (await office.ask(await office.session(), address=address))[0] == 200
    assert [one["To"] for one in await office.mails()] == [address]


async def test_a_full_session_has_a_waiting_list_that_moves_up(office: Office) -> None:
    one = await office.session()
    assert one.session
    await office.save(one, replace(one, version=2, wording=replace(one.wording, session=replace(one.session, seats=1))))
    links = []
    for who in ("a", "b"):
        await office.ask(one, address=f"{who}@example.org")
        links.append(await office.link())
        await office.post(links[-1], do="confirm")
    assert (await office.mails())[-1]["Subject"] == "Olet jonossa: OT-info"
    assert "Olet jonossa" in (await office.post(links[1], do="confirm"))[1]
    await office.post(links[0], do="cancel")
    last = (await office.mails())[-1]
    assert (last["To"], last["Subject"]) == ("b@example.org", "Sait paikan: OT-info")


async def full_but_for_a_guest(office: Office) -> tuple[Announcement, str]:
    """A session whose only seat a person has, and for which a guest waits; gives both."""
    one = await office.session()
    assert one.session
    seated = reworded(one, replace(one.wording, session=replace(one.session, seats=1)), office.desk.clock.now())
    await office.save(one, seated)
    who = (await person(office.desk.database, 1)).id
    async with office.desk.database.write() as connection:
        await registrations.answer(connection, one.id, Registrant(who), Coming.COMING, office.desk.clock.now())
    await office.ask(seated)
    await office.post(await office.link(), do="confirm")
    assert (await office.mails())[-1]["Subject"] == "Olet jonossa: OT-info"
    return seated, who


async def test_a_guest_who_waits_is_written_to_once_when_a_person_frees_her_seat(office: Office) -> None:
    _, who = await full_but_for_a_guest(office)
    async with office.desk.database.write() as connection:
        await registrations.free(connection, who, office.desk.clock.now())
    told = [mail["Subject"] for mail in await office.mails()]
    assert told[-2:] == ["Olet jonossa: OT-info", "Sait paikan: OT-info"]


async def test_a_guest_who_waits_is_written_to_when_seats_are_added(office: Office) -> None:
    one, _ = await full_but_for_a_guest(office)
    assert one.session
    wording = replace(one.wording, session=replace(one.session, seats=2))
    telling = Telling("registered", office.desk.content.centre.announcing.office)
    changed = Written(wording, one.topics, one.audience, [])
    async with office.desk.database.write() as connection:
        assert await broadcasts.revise(connection, one, changed, telling, office.desk.clock.now())
    told = [mail["Subject"] for mail in await office.mails()]
    assert told[-2:] == ["Olet jonossa: OT-info", "Sait paikan: OT-info"]


async def test_one_that_is_off_or_over_takes_nobody(office: Office) -> None:
    one = await office.session()
    await office.ask(one)
    link = await office.link()
    await office.save(one, moved_to(one, State.CALLED_OFF, office.desk.clock.now()))
    assert "Tilaisuuteen ei voi enää ilmoittautua" in (await office.post(link, do="confirm"))[1]
    assert (await office.ask(one))[0] == 404
    assert (await office.get(f"/sessions/{one.id}/register"))[0] == 404
    assert (await office.get("/sessions/x/register"))[0] == (await office.get("/register/x"))[0] - 6 == 404


async def test_a_press_is_answered_by_a_page_that_can_be_seen_again_and_in_another_language(office: Office) -> None:
    one = await office.session()
    for sent, seen in (({"address": "vieras@example.org"}, "/register/asked?lang=sv"), ({}, None)):
        path = f"/sessions/{one.id}/register?lang=sv"
        async with office.http.post(path, data=sent or {"address": "x"}, allow_redirects=False) as answer:
            assert answer.headers.get("Location") == seen and answer.status == (303 if seen else 422)
    link = await office.link()
    assert "Confirm the registration" in (await office.get(link.replace("lang=sv", "lang=en")))[1]
    for act, words in (("confirm", "You are registered"), ("cancel", "The registration has been cancelled")):
        page = (await office.post(link.replace("lang=sv", "lang=en"), do=act))[1]
        assert f"<h1>{words}</h1>" in page and 'href="?lang=sv"' in page


@pytest.mark.parametrize("token", ["x%0d%0aSet-Cookie:%20a=b", "..%2f..%2felsewhere", "%2f%2felsewhere.example"])
async def test_a_made_up_link_leads_nowhere_else(office: Office, token: str) -> None:
    async with office.http.post(URL(f"/register/{token}", encoded=True), data={}, allow_redirects=False) as answer:
        assert answer.status == 303 and answer.headers["Location"].startswith("/register/")
        assert "/" not in answer.headers["Location"].removeprefix("/register/") and not answer.cookies


async def test_only_a_form_is_taken(office: Office) -> None:
    one = await office.session()
    async with office.http.post(f"/sessions/{one.id}/register", json={"address": "a@example.org"}) as answer:
        assert answer.status == 415


async def test_without_a_mail_server_there_is_no_form(small_house: House) -> None:
    async with ClientSession(f"http://127.0.0.1:{small_house.port}") as http:
        assert "/register" not in await (await http.get("/")).text()
        for path in ("/register/x", f"/sessions/{'0' * 32}/register"):
            assert (await http.get(path)).status == 404


@pytest.mark.parametrize("address", [f"{code()}@example.org", f"131052{chr(0x2013)}308T@example.org", f"x {code()}"])
async def test_an_identity_code_is_refused_with_a_reason_shown_to_nobody_and_not_kept(
    office: Office, address: str
) -> None:
    one = await office.session()
    status, page = await office.ask(one, address=address)
    assert status == 422 and "henkilötunnus" in page and "308T" not in page
    async with office.desk.database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(guests)) == 0
    assert await office.mails() == []
