"""The page's server: what it serves, to whom, and what the tabs hear."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import aiohttp
import pytest
from yarl import URL

from playground import Teams
from playground.web import Page

if TYPE_CHECKING:
    from tests.playground.conftest import Bot


@pytest.fixture
async def site(bot: Bot) -> AsyncIterator[Teams]:
    teams = Teams(bot.url)
    await teams.start(app=Page(teams).application())
    yield teams
    await teams.stop()


@pytest.fixture
async def browser(site: Teams) -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(site.service_url) as session:
        yield session


async def test_the_page_calls_nobody_but_its_own_server(browser: aiohttp.ClientSession) -> None:
    async with browser.get("/") as response:
        assert response.status == 200
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]
        assert "http" not in (await response.text()).replace("http://www.w3.org/2000/svg", "")


@pytest.mark.parametrize("path", ["/lib/package.json", "/lib/..%2fpackage.json", "/page/..%2fweb.py", "/lib/x"])
async def test_only_the_named_files_are_served(browser: aiohttp.ClientSession, path: str) -> None:
    async with browser.get(URL(path, encoded=True)) as response:
        assert response.status in (403, 404)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Origin": "https://evil.example"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "cors"},
    ],
)
async def test_another_site_gets_nothing(browser: aiohttp.ClientSession, headers: dict[str, str]) -> None:
    async with browser.post("/playground/install", json={"people": [1]}, headers=headers) as response:
        assert response.status == 403


async def test_the_first_tab_installs_the_app_and_sees_the_welcome(
    bot: Bot, site: Teams, browser: aiohttp.ClientSession
) -> None:
    async with browser.ws_connect("/playground/socket?person=3&locale=sv-FI") as tab:
        state = await tab.receive_json()
        assert state["me"] == {"number": 3, "locale": "sv-FI"} and len(state["chats"]) == 2
        heard = [await tab.receive_json() for _ in range(2)]
    assert [one["type"] for one in heard] == ["installed", "message"]
    assert heard[1]["message"]["summary"] == "Tervetuloa OT-bottiin"
    assert bot.heard[0]["locale"] == "sv-FI"
    assert heard[1]["message"]["at"].startswith("2022-09-20T05:00")


async def test_what_a_tab_does_reaches_the_bot(bot: Bot, site: Teams, browser: aiohttp.ClientSession) -> None:
    async def deed(name: str, **body: object) -> tuple[int, dict[str, object]]:
        async with browser.post(f"/playground/people/1/{name}", json=body) as response:
            return response.status, await response.json()

    async with browser.post("/playground/install", json={"people": [1]}) as response:
        assert response.status == 200
    await deed("locale", locale="en-GB")
    assert (await deed("say", text="hello"))[1] == {"status": 200, "body": None}
    assert (bot.heard[-1]["text"], bot.heard[-1]["locale"]) == ("hello", "en-GB")
    card = site.person(1).cards[0]
    status, answer = await deed("execute", message=card.id, action={"verb": "x", "data": {"verb": "mine"}})
    assert status == 200 and site.person(1).cards[0].card == answer["body"]["value"]  # type: ignore[index]
    await deed("task", message=card.id, data={"verb": "ask"}, theme="dark")
    assert bot.heard[-1]["value"]["context"] == {"theme": "dark"}
    mine = site.person(1).messages[1]
    await deed("edit", message=mine.id, text="moi")
    await deed("submit", message=card.id, data={"a": "1"})
    assert bot.heard[-1]["value"] == {"a": "1"}
    await deed("delete", message=mine.id)
    assert mine.deleted
    await deed("uninstall")
    assert (await deed("say", text="hello"))[0] == 400
    assert (await deed("locale", locale="xx"))[0] == 400
    assert (await deed("execute", message="none"))[0] == 400


async def test_the_services_time_is_shown_and_moved(bot: Bot, browser: aiohttp.ClientSession) -> None:
    async with browser.get("/playground/clock") as response:
        assert (await response.json())["now"] == bot.now
    async with browser.post("/playground/clock", json={"now": "2022-10-01T09:00:00+03:00"}) as response:
        assert response.status == 200 and bot.now.startswith("2022-10-01")
    async with browser.post("/playground/clock", json={"now": "2022-09-01T09:00:00+03:00"}) as response:
        assert response.status == 409


async def test_a_silent_bot_is_named_as_such(browser: aiohttp.ClientSession, site: Teams) -> None:
    site.courier.url = "http://127.0.0.1:9/api/messages"
    site.person(1).chat.installed = True
    async with browser.post("/playground/people/1/say", json={"text": "hei"}) as response:
        assert response.status == 502
