"""The parts run together, stop together, and a restart repeats nothing."""

import asyncio
import gc
import socket
import time

import pytest
from aiohttp import ClientConnectionError, ClientSession

import bot.serving
from bot.serving import Address, serving, settle
from playground import Fault, Teams
from tests.bot.post import Post
from tests.bot.talk import newest
from tests.e2e.walks import begin_dialog, send_dialog, send_request, walk_dialog, words_on
from tests.house import LOCAL, House, open_desk, read_sample_content


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def test_a_restart_sends_nothing_twice_and_loses_nothing(sqlite_url: str) -> None:
    port = free_port()
    async with Teams(f"http://127.0.0.1:{port}/api/messages") as teams:
        for _ in range(2):
            woken = asyncio.Event()
            desk = await open_desk(sqlite_url, read_sample_content(), woken)
            async with serving(desk, Address("127.0.0.1", port, LOCAL), woken):
                house = House(desk, teams, port)
                worker, secretary = await house.person(1), await house.person(3)
                if not any("HE-2022-0001" in one.summary for one in worker.cards):
                    await send_request(worker)
                    await newest(worker, "Konsultaatiopyyntö HE-2022-0001")
                    await newest(secretary, "on saapunut: HE-2022-0001")
                await asyncio.sleep(0.1)
            await desk.database.close()
    assert sum("HE-2022-0001" in one.summary for one in worker.cards) == 1
    assert sum("on saapunut" in one.summary for one in secretary.cards) == 1


async def test_what_waits_to_be_sent_is_sent_after_the_next_start(sqlite_url: str) -> None:
    port = free_port()
    async with Teams(f"http://127.0.0.1:{port}/api/messages") as teams:
        woken = asyncio.Event()
        desk = await open_desk(sqlite_url, read_sample_content(), woken)
        async with serving(desk, Address("127.0.0.1", port, LOCAL), woken):
            worker = await House(desk, teams, port).person(1)
            dialog = await begin_dialog(worker)
            await walk_dialog(dialog)
            teams.faults.add(Fault("status", None, 503))
            await send_dialog(dialog)
        await desk.database.close()
        teams.faults.clear()
        desk = await open_desk(sqlite_url, read_sample_content(), woken)
        async with serving(desk, Address("127.0.0.1", port, LOCAL), woken):
            House(desk, teams, port).pass_time(hours=1)
            receipt = await newest(worker, "Konsultaatiopyyntö HE-2022-0001")
        await desk.database.close()
    assert "HE-2022-0001" in words_on(receipt.card)


async def test_it_hears_nobody_once_it_has_stopped(post: Post) -> None:
    async with serving(post.desk, Address("127.0.0.1", 0, LOCAL), asyncio.Event()) as port, ClientSession() as session:
        assert (await session.get(f"http://127.0.0.1:{port}/healthz")).status == 200
    async with ClientSession() as session:
        with pytest.raises(ClientConnectionError):
            await session.get(f"http://127.0.0.1:{port}/healthz")


HALVES = {
    "nothing": (b"", b""),
    "half a line": (b"POST /api/mess", b""),
    "half a header": (b"POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Ty", b""),
    "a header that drips": (b"POST /api/messages HTTP/1.1\r\n", b"a: b\r\n"),
    "empty lines that drip": (b"\r\n", b"\r\n"),
    "half a second request": (b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /hea", b""),
    "a second request that drips": (b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /hea", b"l"),
}


async def _seconds_until_closed(port: int, begun: bytes, drop: bytes) -> float:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    began, rest = time.monotonic(), asyncio.create_task(reader.read())
    writer.write(begun)
    while not rest.done():
        writer.write(drop)
        await asyncio.wait({rest}, timeout=0.1)
    await asyncio.gather(rest, return_exceptions=True)
    writer.close()
    return time.monotonic() - began


@pytest.mark.parametrize(("begun", "drop"), HALVES.values(), ids=HALVES)
async def test_who_does_not_finish_a_header_is_left(
    post: Post, monkeypatch: pytest.MonkeyPatch, begun: bytes, drop: bytes
) -> None:
    monkeypatch.setattr(bot.serving, "IDLE_SECONDS", 0.5)
    async with serving(post.desk, Address("127.0.0.1", 0, LOCAL), asyncio.Event()) as port, asyncio.timeout(10):
        assert 0.4 < await _seconds_until_closed(port, begun, drop) < 3


def test_a_header_has_less_than_fifteen_seconds() -> None:
    assert bot.serving.IDLE_SECONDS < 15


async def test_what_is_no_http_is_not_quoted_in_any_log(post: Post, capfd: pytest.CaptureFixture[str]) -> None:
    bodies = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\nKanarialintu", b"Kanarialintu\r\n\r\n"
    async with serving(post.desk, Address("127.0.0.1", 0, LOCAL), asyncio.Event()) as port:
        for body in (*bodies, b"GET / HTTP/1.1\r\nKanarialintu\r\n\r\n"):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(body)
            assert b" 400 " in await reader.readline()
            writer.close()
    told = capfd.readouterr()
    assert "not let in" in told.out + told.err
    assert "Kanarialintu" not in told.out + told.err


async def test_a_port_that_is_taken_is_an_error_of_the_system(post: Post) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = Address("127.0.0.1", taken.getsockname()[1], LOCAL)
        with pytest.raises(OSError, match="in use"):
            async with serving(post.desk, address, asyncio.Event()):
                pass


async def test_a_card_that_was_pressed_just_before_the_end_is_still_made_to_last(sqlite_url: str) -> None:
    port, woken = free_port(), asyncio.Event()
    async with Teams(f"http://127.0.0.1:{port}/api/messages") as teams:
        desk = await open_desk(sqlite_url, read_sample_content(), woken)
        async with serving(desk, Address("127.0.0.1", port, LOCAL), woken):
            worker = await House(desk, teams, port).person(1)
            teams.faults.add(Fault("delay", seconds=0.2, method="PUT"))
            pressed = await worker.execute(worker.last, "Omat pyynnöt")
        await desk.database.close()
    assert (worker.last.card, worker.last.updates) == (pressed.card, 1)


def test_what_is_built_is_not_looked_through_for_garbage_any_more() -> None:
    before = gc.get_freeze_count()
    settle()
    try:
        assert gc.get_freeze_count() > before + 1000
    finally:
        gc.unfreeze()
