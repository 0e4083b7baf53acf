"""Calendar files of the running service: by signed addresses that run out, and feeds for anybody."""

from collections.abc import AsyncIterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from aiohttp import ClientSession

from documents.addresses import PURPOSE
from domain.announcements import Announcement
from storage import announcements, vault
from tests.documents.readers import by_vobject
from tests.house import SITE, House


@pytest.fixture
async def http(small_house: House) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{small_house.port}") as session:
        yield session


async def signed(house: House, language: str = "fi", days: int = 30) -> tuple[Announcement, str]:
    """A session, and the path of its file as it stands on a card."""
    async with house.desk.database.read() as connection:
        one = (await announcements.ahead(connection, house.clock.now()))[1]
        key = await vault.secret(connection, PURPOSE)
    parts = urlsplit(SITE.file(key, one.id, house.clock.now() + timedelta(days=days), language))
    return one, f"{parts.path}?{parts.query}"


async def get(http: ClientSession, path: str, **headers: str) -> tuple[int, str, str]:
    async with http.get(path, headers=headers) as answer:
        return answer.status, answer.headers["Content-Type"], await answer.text()


async def test_a_signed_address_gives_the_session_with_its_way_in(small_house: House, http: ClientSession) -> None:
    one, path = await signed(small_house)
    async with http.get(path) as answer:
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
        assert answer.headers["Content-Disposition"] == 'attachment; filename="ot-2022-10-05.ics"'
        read = by_vobject(await answer.read())
    [entry] = read["entries"]
    assert (entry["summary"], entry["uid"]) == ("OT-info", f"{one.id}@ot-botti")
    assert one.session and one.session.link in entry["description"]


async def test_it_speaks_the_language_that_it_was_signed_for(small_house: House, http: ClientSession) -> None:
    _, path = await signed(small_house, "sv")
    assert "OT-infomöte" in (await get(http, path))[2]


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Osoite on vanhentunut"), ("sv", "Adressen gäller inte längre")]
)
async def test_one_that_has_run_out_says_so_in_the_readers_language(
    small_house: House, http: ClientSession, language: str, words: str
) -> None:
    _, path = await signed(small_house, language, days=1)
    small_house.pass_time(days=1, seconds=1)
    status, kind, page = await get(http, path)
    assert (status, kind) == (410, "text/html; charset=utf-8")
    assert words in page and "BEGIN:VCALENDAR" not in page
    # Its other languages ask for the same signed address, and say the same.
    assert "This address has run out" in (await get(http, f"{path}&read=en"))[2] and "read=en" in page


async def test_a_wrong_one_is_not_found(small_house: House, http: ClientSession) -> None:
    one, path = await signed(small_house)
    wrong = [path[:-1] + ("0" if path[-1] != "0" else "1"), path.replace("lang=fi", "lang=sv"), path.split("?")[0]]
    wrong += [path.replace(one.id, "f" * 32), path.replace("until=", "until=9"), "/calendar/nowhere.ics"]
    wrong += ["/calendar/%00.ics", f"/sessions/{'f' * 32}.ics", "/sessions/x.ics", "/calendar/..%2f..%2fapp.py.ics"]
    for address in wrong:
        status, _, page = await get(http, address)
        assert status == 404 and "BEGIN:VCALENDAR" not in page, address
    assert "Page not found" in (await get(http, "/calendar/nowhere.ics", **{"Accept-Language": "en"}))[2]


async def test_an_address_for_something_that_never_was_is_not_found(small_house: House, http: ClientSession) -> None:
    async with small_house.desk.database.read() as connection:
        key = await vault.secret(connection, PURPOSE)
    parts = urlsplit(SITE.file(key, "f" * 32, small_house.clock.now() + timedelta(days=1), "fi"))
    assert (await get(http, f"{parts.path}?{parts.query}"))[0] == 404


async def test_a_newsletter_has_no_calendar_file(small_house: House, http: ClientSession) -> None:
    async with small_house.desk.database.read() as connection:
        letter = next(one for one in await announcements.every(connection) if one.session is None)
        key = await vault.secret(connection, PURPOSE)
    parts = urlsplit(SITE.file(key, letter.id, small_house.clock.now() + timedelta(days=1), "fi"))
    assert (await get(http, f"{parts.path}?{parts.query}"))[0] == 404


async def test_a_feed_has_the_sessions_of_its_topic(small_house: House, http: ClientSession) -> None:
    status, kind, body = await get(http, "/calendar/ot-info.ics?lang=en")
    assert (status, kind) == (200, "text/calendar; charset=utf-8; method=PUBLISH")
    read = by_vobject(body.encode())
    assert sorted(one["summary"] for one in read["entries"]) == [
        "OT forum of Central Finland",
        *["OT info session"] * 2,
    ]
    assert by_vobject((await get(http, "/calendar/nepsy.ics"))[2].encode())["entries"] == []


async def test_a_feed_that_has_not_changed_has_the_same_tag_a_minute_later(
    small_house: House, http: ClientSession
) -> None:
    async with http.get("/calendar/ot-info.ics") as answer:
        tag = answer.headers["ETag"]
    small_house.pass_time(minutes=1)
    async with http.get("/calendar/ot-info.ics", headers={"If-None-Match": tag}) as answer:
        assert answer.status == 304
