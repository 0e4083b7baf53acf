"""From where a file is fetched, and from where never; how much of it, how long, and with what along."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, web
from yarl import URL

import bot.files
from bot.files import LARGEST, Files, file_session, open_list
from bot.service_urls import TEAMS, Addresses
from dialogs.address_lists import AddressList
from domain.refusals import Refused

PLACE = "https://kunta-my.sharepoint.com/personal/a_kunta_fi/_layouts/15/download.aspx?UniqueId=1&tempauth=eyJ0.eyJh-_"
IN_TEAMS = Addresses(TEAMS)
HERE = Addresses(signed=frozenset(), loopback=True)
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Shelf:
    """Where a file lies, answering as `answer` says; `asked` is what has come in."""

    answer: Answer
    asked: list[web.Request] = field(default_factory=list)
    url: str = ""

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """One request."""
        self.asked.append(request)
        return await self.answer(request)


@asynccontextmanager
async def standing(answer: Answer) -> AsyncIterator[tuple[Shelf, Files]]:
    shelf, app = Shelf(answer), web.Application()
    app.router.add_get("/{path:.*}", shelf.serve)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    shelf.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
    async with file_session() as session:
        yield shelf, Files(session, HERE)
    await runner.cleanup()


def giving(body: bytes = b"a@kunta.example", **how: object) -> Answer:
    async def answer(_: web.Request) -> web.Response:
        return web.Response(body=body, **how)  # type: ignore[arg-type]

    return answer


async def why_not(files: Files, place: str) -> str:
    with pytest.raises(Refused) as caught:
        await files.fetch(place)
    assert place not in str(caught.value.args) + str(caught.value.values)
    return caught.value.key


@pytest.fixture
async def session() -> AsyncIterator[ClientSession]:
    async with file_session() as one:
        yield one


@pytest.mark.parametrize(
    ("place", "allowed"),
    [
        (PLACE, True),
        ("https://kunta.sharepoint.com:443/x?y=%C3%A4&z='a',(b);$!*+@[1]", True),
        ("https://KUNTA.SharePoint.com/x", True),
        ("http://kunta.sharepoint.com/x", False),
        ("https://kunta.sharepoint.com:8443/x", False),
        ("https://sharepoint.com/x", False),
        ("https://kuntasharepoint.com/x", False),
        ("https://kunta.sharepoint.com.example/x", False),
        ("https://kunta.sharepoint.com./x", False),
        ("https://kunta.sharepoint.com", False),
        ("https://user@kunta.sharepoint.com/x", False),
        ("https://example.com@kunta.sharepoint.com/x", False),
        ("https://kunta.sharepoint.com@example.com/x", False),
        ("https://example.com\\@kunta.sharepoint.com/x", False),
        ("https://example.com/?.sharepoint.com/x", False),
        ("https://example.com/.sharepoint.com/", False),
        ("https://kunta.sharepoint.com/x#y", False),
        ("https://kunta.sharepoint.com/x y", False),
        ("https://kunta.sharepoint.com/x\n", False),
        ("https://kuntа.sharepoint.com/x", False),
        ("https://smba.trafficmanager.net/emea/x", False),
        ("https://127.0.0.1/x", False),
        ("http://127.0.0.1:3979/x", False),
        ("file:///etc/passwd", False),
        ("", False),
    ],
)
async def test_files_are_fetched_from_sharepoint_and_nowhere_else(
    session: ClientSession, place: str, allowed: bool
) -> None:
    assert Files(session, IN_TEAMS).allow(place) is allowed
    if allowed:
        assert URL(place, encoded=True).host == place.split("/")[2].split(":")[0].lower()


async def test_local_mode_fetches_from_this_machine_too_or_from_what_is_listed(session: ClientSession) -> None:
    listed = Addresses(TEAMS, frozenset({("http", "127.0.0.1", 3979)}))
    place = "http://127.0.0.1:3979/playground/files/1?tempauth=2"
    assert Files(session, HERE).allow(place) and Files(session, listed).allow(place)
    assert not Files(session, listed).allow("http://127.0.0.1:3978/x")
    for other in ("http://127.0.0.1.example/x", "http://10.0.0.1/x", "http://127.0.0.1:3979@example.com/x"):
        assert not Files(session, HERE).allow(other) and not Files(session, listed).allow(other)


async def test_a_file_comes_as_it_lies_and_nothing_of_ours_goes_along() -> None:
    async with standing(giving(b"\xff\xfea\0", headers={"Set-Cookie": "a=b; Path=/"})) as (shelf, files):
        path = "x%2Fy?UniqueId=1&b=%C3%A4&a=2&tempauth=v1.e-_~%2B"
        assert await files.fetch(shelf.url + path) == b"\xff\xfea\0"
        assert await files.fetch(shelf.url + path) == b"\xff\xfea\0"
        assert [one.raw_path for one in shelf.asked] == [f"/{path}"] * 2
        told = {name.lower() for one in shelf.asked for name in one.headers}
        assert told == {"host", "accept", "accept-encoding", "user-agent"}


async def test_where_nobody_has_allowed_it_nothing_is_asked() -> None:
    async with standing(giving()) as (shelf, files):
        assert await why_not(Files(files._session, IN_TEAMS), f"{shelf.url}x") == "file-not-fetched"
        assert shelf.asked == []


async def test_a_redirection_is_not_followed() -> None:
    async def away(_: web.Request) -> web.Response:
        raise web.HTTPFound("/other")

    async with standing(away) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-not-fetched"
        assert len(shelf.asked) == 1


@pytest.mark.parametrize("status", [201, 204, 206, 401, 403, 404, 429, 500, 503])
async def test_any_other_answer_is_no_file(status: int) -> None:
    async with standing(giving(b"", status=status)) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-not-fetched"


async def test_a_page_about_the_file_is_not_the_file() -> None:
    async with standing(giving(b"<a href='mailto:a@b.fi'>", content_type="text/html")) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-not-fetched"


async def test_what_is_packed_is_not_unpacked() -> None:
    async with standing(giving(b"\x1f\x8b", headers={"Content-Encoding": "gzip"})) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-not-fetched"


async def test_only_so_much_of_a_file_is_read() -> None:
    given = 0

    async def endless(request: web.Request) -> web.StreamResponse:
        nonlocal given
        answer = web.StreamResponse()
        await answer.prepare(request)
        while given < 400 * LARGEST:
            await answer.write(b"a@kunta.example\n" * 4096)
            given += 65_536
        return answer

    async with standing(endless) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-too-large"
    assert given < 100 * LARGEST


@pytest.mark.parametrize("size", [LARGEST, LARGEST + 1])
async def test_the_largest_file_is_read_whole(size: int) -> None:
    async with standing(giving(b"x" * size)) as (shelf, files):
        if size > LARGEST:
            assert await why_not(files, f"{shelf.url}x") == "file-too-large"
        else:
            assert len(await files.fetch(f"{shelf.url}x")) == size


async def test_who_gives_nothing_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_: web.Request) -> web.Response:
        await asyncio.sleep(30)
        return web.Response()

    monkeypatch.setattr(bot.files, "TOTAL_SECONDS", 0.2)
    async with standing(never) as (shelf, files):
        assert await why_not(files, f"{shelf.url}x") == "file-not-fetched"


async def test_who_is_not_there_gives_no_file(session: ClientSession) -> None:
    assert await why_not(Files(session, HERE), "http://127.0.0.1:9/x") == "file-not-fetched"


async def test_the_list_is_opened_where_there_is_one_file_and_else_nothing_is_fetched() -> None:
    async with standing(giving()) as (shelf, files):
        assert await open_list(files, [f"{shelf.url}x"], 100) == AddressList(["a@kunta.example"])
        assert len(shelf.asked) == 1
        several = await open_list(files, [f"{shelf.url}x"] * 2, 100)
        assert isinstance(several, Refused) and several.key == "file-several"
        too_long = await open_list(files, [f"{shelf.url}x"], 3)
        assert isinstance(too_long, Refused) and too_long.key == "file-too-long"
        nowhere = await open_list(files, [""], 100)
        assert isinstance(nowhere, Refused) and nowhere.key == "file-not-fetched"
        assert len(shelf.asked) == 2
