"""The public page of the running service."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from aiohttp import ClientSession

from bot.serving import Address, serving
from documents.addresses import Site
from domain.announcements import Announcement, State, moved_to, reworded
from storage import announcements
from tests.bot.post import Post
from tests.house import LOCAL, House

PAGES = ("/", "/sv", "/en", "/accessibility", "/sv/accessibility", "/en/accessibility")
FILES = ("/page/style.css", "/page/icon.svg", "/calendar/ot-info.ics")


@pytest.fixture
async def http(small_house: House) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{small_house.port}") as session:
        yield session


async def sessions(house: House) -> list[Announcement]:
    async with house.desk.database.read() as connection:
        return await announcements.ahead(connection, house.clock.now())


async def change(house: House, one: Announcement, changed: Announcement) -> None:
    async with house.desk.database.write() as connection:
        assert await announcements.save(connection, changed, one.version)


async def text(http: ClientSession, path: str) -> str:
    async with http.get(path) as answer:
        assert answer.status == 200
        return await answer.text()


async def test_it_lists_the_coming_sessions_in_three_languages(http: ClientSession) -> None:
    expected = {
        "/": "ke 5.10.2022 klo 8.15–9.15",
        "/sv": "ons 5.10.2022 kl. 8.15–9.15",
        "/en": "Wed 5 Oct 2022, 8:15–9:15",
    }
    for path, words in expected.items():
        page = await text(http, path)
        assert words in page
        assert page.count("sample-ot-info-2022-10-05") == 1
        assert "sample-forum-2022-09-20" in page


@pytest.mark.parametrize("path", PAGES + FILES)
async def test_it_can_only_be_read_and_sets_no_cookie(http: ClientSession, path: str) -> None:
    async with http.get(path) as answer:
        assert answer.status == 200 and not answer.cookies
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        length = answer.headers["Content-Length"]
        tag = answer.headers["ETag"]
    async with http.head(path) as answer:
        assert (answer.status, answer.headers["Content-Length"], await answer.read()) == (200, length, b"")
    async with http.get(path, headers={"If-None-Match": tag}) as answer:
        assert (answer.status, await answer.read()) == (304, b"")
    for method in ("POST", "PUT", "DELETE"):
        async with http.request(method, path) as answer:
            assert answer.status == 405


async def test_a_session_that_is_called_off_is_shown_so_at_once(small_house: House, http: ClientSession) -> None:
    info = (await sessions(small_house))[1]
    async with http.get("/") as answer:
        tag = answer.headers["ETag"]
    await change(small_house, info, moved_to(info, State.CALLED_OFF, small_house.clock.now()))
    async with http.get("/", headers={"If-None-Match": tag}) as answer:
        assert answer.status == 200
        page = await answer.text()
    assert "Tämä tilaisuus on peruttu." in page and "sample-ot-info-2022-10-05" not in page
    assert "STATUS:CANCELLED" in await text(http, "/calendar/ot-info.ics")
    assert "METHOD:CANCEL" in await text(http, f"/sessions/{info.id}.ics")


async def test_what_everybody_knows_of_stays_while_it_waits_to_be_sent(small_house: House, http: ClientSession) -> None:
    forum, info, _ = await sessions(small_house)
    for one, state in ((forum, State.WAITING), (info, State.PLANNED)):
        await change(small_house, one, moved_to(one, state, small_house.clock.now()))
    page = await text(http, "/")
    for one in (forum, info):
        assert one.id in page and "METHOD:PUBLISH" in await text(http, f"/sessions/{one.id}.ics")
    assert info.id in await text(http, "/calendar/ot-info.ics")


async def test_what_cannot_be_found_is_not_shown(small_house: House, http: ClientSession) -> None:
    forum, info, later = await sessions(small_house)
    for one, state in ((forum, State.WAITING), (info, State.PLANNED), (later, State.RECALLED)):
        await change(small_house, one, replace(moved_to(one, state, small_house.clock.now()), origin=None))
    page = await text(http, "/")
    assert "Juuri nyt ei ole tiedossa uusia tilaisuuksia." in page and "sample-" not in page
    assert "BEGIN:VEVENT" not in await text(http, "/calendar/ot-info.ics")
    for one in (forum, info, later):
        async with http.get(f"/sessions/{one.id}.ics") as answer:
            assert answer.status == 404


@pytest.mark.parametrize(
    ("method", "path", "status", "words"),
    [
        ("GET", "/nowhere", 404, "Sivua ei löytynyt"),
        ("GET", "/sv/nowhere", 404, "Sivua ei löytynyt"),
        ("POST", "/", 405, "Tämä ei onnistunut"),
        ("GET", "/api/nowhere", 404, "404: Not Found"),
        ("GET", "/api/messages", 405, "405: Method Not Allowed"),
    ],
)
async def test_whatever_is_refused_has_a_page_but_not_for_programs(
    http: ClientSession, method: str, path: str, status: int, words: str
) -> None:
    async with http.request(method, path) as answer:
        page = await answer.text()
        assert answer.status == status and words in page
        assert ("Content-Security-Policy" in answer.headers) == ("<html" in page) == (not path.startswith("/api"))
        assert status != 405 or answer.headers["Allow"]


async def test_a_page_that_is_not_there_leads_to_itself_in_another_language_and_nowhere_else(
    small_house: House, http: ClientSession
) -> None:
    async with http.get(f"http://127.0.0.1:{small_house.port}//elsewhere.example/x?lang=sv") as answer:
        page = await answer.text()
    assert answer.status == 404 and "Sidan hittades inte" in page
    assert "elsewhere.example" not in page and 'href="?lang=en"' in page


async def test_a_way_in_is_shown_only_where_the_coordinator_allows_it(small_house: House, http: ClientSession) -> None:
    info = (await sessions(small_house))[1]
    session = info.wording.session
    assert session
    hidden = replace(info.wording, session=replace(session, link_is_public=False))
    await change(small_house, info, reworded(info, hidden, small_house.clock.now()))
    for path in ("/", "/calendar/ot-info.ics", f"/sessions/{info.id}.ics"):
        assert "sample-ot-info-2022-10-05" not in (await text(http, path)).replace("\r\n ", ""), path


async def test_a_session_that_has_ended_is_gone_from_the_page_and_stays_in_the_feed(
    small_house: House, http: ClientSession
) -> None:
    small_house.pass_time(hours=8)
    assert "sample-forum" not in await text(http, "/")
    assert "sample-forum" in (await text(http, "/calendar/ot-info.ics")).replace("\r\n ", "")


async def test_it_tells_nothing_of_consultations(small_house: House, http: ClientSession) -> None:
    await small_house.person(1)
    for path in PAGES:
        page = await text(http, path)
        for secret in ("HE-2022", "Testi", small_house.teams.tenant):
            assert secret not in page


async def _statuses(post: Post, site: Site) -> dict[str, int]:
    desk, found = replace(post.desk, site=site), {}
    address = Address("127.0.0.1", 0, LOCAL)
    async with serving(desk, address, asyncio.Event()) as port, ClientSession(f"http://127.0.0.1:{port}") as http:
        async with desk.database.read() as connection:
            one = (await announcements.ahead(connection, desk.clock.now()))[0]
        for path in (*PAGES, "/calendar/ot-info.ics", f"/sessions/{one.id}.ics", "/page/style.css"):
            async with http.get(path) as answer:
                found[path] = answer.status
    return found


async def test_it_is_off_where_it_is_switched_off_and_where_there_is_no_address(post: Post) -> None:
    off = await _statuses(post, Site("https://ot.example.fi", page=False))
    assert {path for path, status in off.items() if status != 404} == {"/page/style.css"}
    assert set((await _statuses(post, Site())).values()) == {404}
    assert set((await _statuses(post, Site("https://ot.example.fi"))).values()) == {200}
