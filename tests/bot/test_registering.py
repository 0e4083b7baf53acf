"""Registration by e-mail: confirmed by a press, the same answer for everybody, and gone when it is cancelled."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientSession
from sqlalchemy import func, select

from bot import registering
from domain.announcements import State, moved_to
from domain.registrations import Seats
from storage import registrations
from storage.announcement_tables import guests
from tests.bot.mails import Office, standing_office
from tests.domain.codes import code
from tests.house import House


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


@pytest.mark.parametrize(
    "address", ["", "x", "a@b", "a b@example.org", "a@example.org, b@example.org", "<a@example.org>"]
)
async def test_what_is_no_address_is_said_to_be_none(office: Office, address: str) -> None:
    status, page = await office.ask(await office.session(), address=address)
    assert status == 422 and "Tarkista sähköpostiosoite." in page
    assert await office.mails() == []


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


async def test_one_that_is_off_or_over_takes_nobody(office: Office) -> None:
    one = await office.session()
    await office.ask(one)
    link = await office.link()
    await office.save(one, moved_to(one, State.CALLED_OFF, office.desk.clock.now()))
    assert "Tilaisuuteen ei voi enää ilmoittautua" in (await office.post(link, do="confirm"))[1]
    assert (await office.ask(one))[0] == 404
    assert (await office.get(f"/sessions/{one.id}/register"))[0] == 404
    assert (await office.get("/sessions/x/register"))[0] == (await office.get("/register/x"))[0] - 6 == 404


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
