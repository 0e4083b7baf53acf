"""A file that is sent reaches the bot as Teams tells of it, and lies where its address says."""

from __future__ import annotations

import base64
import json
from io import BytesIO
from typing import TYPE_CHECKING

import aiohttp
import pytest

from bot.envelope import read_activity
from bot.service_urls import Addresses
from playground import Client, Teams
from playground.files import KIND
from playground.web import Page

if TYPE_CHECKING:
    from tests.playground.conftest import Bot

DATA = "a@kunta.example\n".encode("utf-16")


async def fetched(place: str) -> tuple[int, bytes]:
    async with aiohttp.ClientSession() as session, session.get(place) as response:
        return response.status, await response.read()


async def test_a_file_is_told_of_by_an_attachment_and_served_to_whoever_has_its_address(
    bot: Bot, teams: Teams, anna: Client
) -> None:
    await anna.send_file("Lista.csv", DATA, "tässä")
    html, sent = bot.heard[-1]["attachments"]
    assert html["contentType"] == "text/html"
    assert (sent["contentType"], sent["name"], sent["content"]["fileType"]) == (KIND, "Lista.csv", "csv")
    assert await fetched(sent["content"]["downloadUrl"]) == (200, DATA)
    assert teams.files.fetched == {sent["content"]["uniqueId"]: 1}
    assert (await fetched(f"{teams.service_url}playground/files/{'0' * 32}"))[0] == 404
    assert anna.messages[-2].text == "tässä [Lista.csv]"


async def test_the_service_reads_where_it_lies_and_takes_it_for_this_machine(bot: Bot, anna: Client) -> None:
    await anna.send_file("Lista.csv", DATA)
    kept = read_activity(bot.heard[-1])["attachments"]
    place = bot.heard[-1]["attachments"][1]["content"]["downloadUrl"]
    assert kept == [{"contentType": "text/html"}, {"contentType": KIND, "content": {"downloadUrl": place}}]
    assert Addresses(loopback=True).allow(place.split("?")[0])


@pytest.mark.parametrize("size", [0, 2_000_000])
async def test_the_page_sends_a_file_of_any_size(bot: Bot, size: int) -> None:
    teams = Teams(bot.url)
    await teams.start(app=Page(teams).application())
    try:
        await teams.person(1).install()
        given = {"name": "x.txt", "data": base64.b64encode(b"x" * size).decode()}
        async with aiohttp.ClientSession(teams.service_url) as browser:
            whole = BytesIO(json.dumps(given).encode())
            async with browser.post("/playground/people/1/file", data=whole) as response:
                assert (response.status, (await response.json())["status"]) == (200, 200)
            async with browser.post("/playground/people/1/file", json=given | {"data": "?"}) as response:
                assert response.status == 400
        place = bot.heard[-1]["attachments"][1]["content"]["downloadUrl"]
        assert await fetched(place) == (200, b"x" * size)
    finally:
        await teams.stop()
