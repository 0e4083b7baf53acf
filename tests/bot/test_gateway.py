"""HTTP in: healthy and ready, the clock of local mode, and no wrong input that is not 4xx."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.door import Door
from bot.serving import Address, serving
from storage.database import Database
from tests.bot.post import Post
from tests.house import LOCAL, House

APP = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
async def http(small_house: House) -> AsyncIterator[ClientSession]:
    async with ClientSession(f"http://127.0.0.1:{small_house.port}") as session:
        yield session


async def get(http: ClientSession, path: str) -> tuple[int, Any]:
    async with http.get(path) as answer:
        return answer.status, await answer.json()


async def post_json(http: ClientSession, path: str, body: object) -> tuple[int, Any]:
    async with http.post(path, json=body) as answer:
        text = await answer.text()
        return answer.status, json.loads(text) if text.startswith("{") else text


async def test_it_is_healthy_and_ready(http: ClientSession) -> None:
    assert await get(http, "/healthz") == (200, {"status": "ok"})
    assert await get(http, "/readyz") == (200, {"status": "ready"})


async def test_without_its_database_it_is_healthy_but_not_ready(post: Post) -> None:
    desk = replace(post.desk, database=Database("postgresql://ot@127.0.0.1:1/away"))
    address = Address("127.0.0.1", 0, LOCAL)
    async with serving(desk, address, asyncio.Event()) as port, ClientSession() as session:
        url = f"http://127.0.0.1:{port}"
        assert (await session.get(f"{url}/healthz")).status == 200
        assert (await session.get(f"{url}/readyz")).status == 503


async def test_the_clock_is_told_and_turned_forward_only(http: ClientSession) -> None:
    status, told = await get(http, "/local/clock")
    assert (status, told["rate"]) == (200, 1.0)
    assert told["now"].startswith("2022-09-20T08:00:") and told["now"].endswith("+03:00")
    status, told = await post_json(http, "/local/clock", {"now": "2022-10-01T09:30:00"})
    assert status == 200 and told["now"].startswith("2022-10-01T09:30:00")
    status, told = await post_json(http, "/local/clock", {"now": "2022-09-30T00:00:00Z"})
    assert status == 409 and told["error"]
    assert (await get(http, "/local/clock"))[1]["now"].startswith("2022-10-01T09:30:")


@pytest.mark.parametrize(
    "body", [{}, {"now": "tomorrow"}, {"now": 7}, {"now": None}, [], "x", {"now": "0001-01-01T00:00:00+14:00"}]
)
async def test_a_moment_that_is_none_is_refused(http: ClientSession, body: object) -> None:
    status, told = await post_json(http, "/local/clock", body)
    assert status == 400 and "ISO 8601" in told["error"]


async def test_only_json_is_taken_and_only_by_post(http: ClientSession) -> None:
    async with http.post("/api/messages", data=b"{}", headers={"Content-Type": "text/plain"}) as answer:
        assert answer.status == 415
    async with http.get("/api/messages") as answer:
        assert answer.status == 405
    async with http.put("/api/messages", json={}) as answer:
        assert answer.status == 405
    async with http.get("/nowhere") as answer:
        assert answer.status == 404


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff", b"[" * 100_000])
async def test_what_is_no_activity_is_refused(http: ClientSession, body: bytes) -> None:
    async with http.post("/api/messages", data=body, headers={"Content-Type": "application/json"}) as answer:
        assert answer.status == 400


async def test_a_body_that_is_too_large_is_refused(http: ClientSession) -> None:
    async with http.post("/api/messages", json={"text": "x" * 300_000}) as answer:
        assert answer.status == 413


@pytest.mark.parametrize("left_out", ["type", "serviceUrl", "conversation"])
async def test_an_activity_that_lacks_what_an_answer_needs_is_refused(
    small_house: House, http: ClientSession, left_out: str
) -> None:
    activity = small_house.teams.person(1).activity("message", text="omat")
    assert (await post_json(http, "/api/messages", activity))[0] < 300
    assert (await post_json(http, "/api/messages", {**activity, left_out: None}))[0] == 400


@pytest.mark.parametrize("address", ["", "x", "ftp://x/", "//x", "javascript:x"])
async def test_an_address_to_answer_to_is_a_web_address(small_house: House, http: ClientSession, address: str) -> None:
    activity = small_house.teams.person(1).activity("message", text="omat")
    assert (await post_json(http, "/api/messages", {**activity, "serviceUrl": address}))[0] in (400, 403)


async def test_production_knows_no_clock_and_takes_nothing_without_a_token(post: Post) -> None:
    door = Door(post.teams.tenant, app_id=APP, password="secret", metadata_url="http://127.0.0.1:9/nobody")
    address = Address("127.0.0.1", 0, door)
    foreign = post.teams.person(1).activity("message", text="omat")
    activity = {**foreign, "serviceUrl": "https://smba.trafficmanager.net/emea/"}
    async with serving(post.desk, address, asyncio.Event()) as port, ClientSession() as session:
        url = f"http://127.0.0.1:{port}"
        assert (await session.get(f"{url}/local/clock")).status == 404
        assert (await session.get(f"{url}/healthz")).status == 200
        assert (await session.post(f"{url}/api/messages", json=foreign)).status == 401
        assert (await session.post(f"{url}/api/messages", json=activity)).status == 401
        bad = {"Authorization": "Bearer not.a.token"}
        assert (await session.post(f"{url}/api/messages", json=activity, headers=bad)).status == 401
