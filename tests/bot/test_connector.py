"""Our own way out: what Teams answers becomes done, try later, or never again."""

import json
from collections.abc import AsyncIterator

import pytest
from aiohttp import ClientSession, web

import bot.connector
from bot.connector import Connector, Gone, Message, Throttled, Unknown
from bot.credentials import no_token
from bot.service_urls import Addresses, origin_of
from playground import Fault
from storage.people import Conversation
from tests.bot.post import Post
from tests.house import LOCAL

CARD = {"type": "AdaptiveCard", "version": "1.5", "body": [{"type": "TextBlock", "text": "Hei"}]}
HERE = LOCAL.addresses
HELLO = Message(CARD, "Tiivistelmä")


@pytest.mark.parametrize("status", [401, 412, 429, 500, 502, 503, 504])
async def test_what_passes_is_tried_again(post: Post, status: int) -> None:
    post.fails(status)
    with pytest.raises(Throttled):
        await post.connector.post(post.chat(1), HELLO)


@pytest.mark.parametrize("status", [400, 403, 404, 413])
async def test_what_does_not_pass_is_over(post: Post, status: int) -> None:
    post.fails(status)
    with pytest.raises(Gone, match=str(status)):
        await post.connector.post(post.chat(1), HELLO)


@pytest.mark.parametrize(
    ("told", "wait"),
    [(7, 7), (0.5, 0.5), (None, 5), (-3, 0), (99_999, 86_400), (float("nan"), 0), (float("inf"), 86_400)],
)
async def test_it_waits_as_long_as_it_is_told_within_reason(post: Post, told: float | None, wait: float) -> None:
    post.fails(429, wait=told)
    with pytest.raises(Throttled) as throttled:
        await post.connector.post(post.chat(1), HELLO)
    assert throttled.value.wait == wait


async def test_a_message_is_posted_and_replaced_in_place(post: Post) -> None:
    which = await post.connector.post(post.chat(1), HELLO)
    await post.connector.replace(post.chat(1), which, Message(CARD | {"speak": "x"}, "Uusi"))
    [message] = post.teams.person(1).cards
    assert (message.id, message.summary, message.updates) == (which, "Uusi", 1)
    assert message.card and message.card["speak"] == "x"


@pytest.mark.parametrize("kind", ["cut_before", "cut_after"])
async def test_of_a_broken_connection_nobody_knows(post: Post, kind: str) -> None:
    post.teams.faults.add(Fault(kind))
    with pytest.raises(Unknown):
        await post.connector.post(post.chat(1), HELLO)


async def test_of_a_connector_that_is_too_slow_nobody_knows(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.connector, "TOTAL_SECONDS", 0.1)
    post.teams.faults.add(Fault("delay", seconds=0.5))
    with pytest.raises(Unknown):
        await post.connector.post(post.chat(1), HELLO)


class Odd:
    """Answers as it is told, and keeps what it was asked."""

    def __init__(self) -> None:
        self.status, self.text, self.headers = 201, "{}", {"Content-Type": "application/json"}
        self.asked: list[web.Request] = []

    async def handle(self, request: web.Request) -> web.Response:
        self.asked.append(request)
        return web.Response(status=self.status, text=self.text, headers=self.headers)

    def chat(self, port: int, key: str = "a:1") -> Conversation:
        return Conversation(key, "personal", "t", f"http://127.0.0.1:{port}", "28:bot", "p1")


@pytest.fixture
async def odd() -> AsyncIterator[tuple[Odd, int]]:
    one, application = Odd(), web.Application()
    application.router.add_route("*", "/{path:.*}", one.handle)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    yield one, runner.addresses[0][1]
    await runner.cleanup()


def signed_at(port: int) -> Addresses:
    """As if Teams were there."""
    return Addresses(signed=frozenset({("http", "127.0.0.1", port)}))


@pytest.mark.parametrize("body", ["", "<html>ok</html>", "[]", "null", '{"id": ', '"x"'])
async def test_a_success_that_says_nothing_useful_is_a_success(odd: tuple[Odd, int], body: str) -> None:
    server, port = odd
    server.text = body
    async with ClientSession() as session:
        assert await Connector(session, no_token, HERE).post(server.chat(port), HELLO) == ""


async def test_a_date_to_wait_for_is_taken_by_the_clock_of_who_names_it(odd: tuple[Odd, int]) -> None:
    server, port = odd
    server.status = 503
    server.headers = {"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT", "Date": "Wed, 21 Oct 2015 07:27:43 GMT"}
    async with ClientSession() as session:
        with pytest.raises(Throttled) as throttled:
            await Connector(session, no_token, HERE).post(server.chat(port), HELLO)
    assert throttled.value.wait == 17


async def test_the_token_goes_along_and_the_chat_is_quoted(odd: tuple[Odd, int]) -> None:
    server, port = odd

    async def token() -> str:
        return "abc"

    async with ClientSession() as session:
        trusting = Connector(session, token, signed_at(port))
        await trusting.replace(server.chat(port, "19:a/b;messageid=1@x"), "m/1?x", HELLO)
        await Connector(session, token, HERE).post(server.chat(port), HELLO)
    first, second = server.asked
    assert first.headers["Authorization"] == "Bearer abc"
    assert "Authorization" not in second.headers
    assert first.raw_path == "/v3/conversations/19:a%2Fb;messageid=1@x/activities/m%2F1%3Fx"
    assert first.method == "PUT"


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://nowhere.invalid/"])
async def test_a_server_that_is_not_there_is_tried_again(url: str) -> None:
    there = Addresses(bare=frozenset(origin for origin in [origin_of(url)] if origin))
    async with ClientSession() as session:
        with pytest.raises(Throttled):
            await Connector(session, no_token, there).post(Conversation("a", "personal", "t", url, "b", "p"), HELLO)


@pytest.mark.parametrize(
    "url", ["nowhere", "ftp://x/", "http://", "http://[::1", "http://10.0.0.1/", "https://smba.trafficmanager.net/"]
)
async def test_an_address_that_is_not_allowed_is_over(url: str) -> None:
    async with ClientSession() as session:
        with pytest.raises(Gone):
            await Connector(session, no_token, HERE).post(Conversation("a", "personal", "t", url, "b", "p"), HELLO)


async def test_without_a_token_nothing_is_sent(odd: tuple[Odd, int]) -> None:
    server, port = odd

    async def none() -> str:
        raise Throttled(30)

    async with ClientSession() as session:
        with pytest.raises(Throttled):
            await Connector(session, none, signed_at(port)).post(server.chat(port), HELLO)
        with pytest.raises(Gone):
            await Connector(session, no_token, signed_at(port)).post(server.chat(port), HELLO)
    assert server.asked == []


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirection_is_not_followed_and_is_tried_again(odd: tuple[Odd, int], status: int) -> None:
    server, port = odd
    server.status, server.headers = status, {"Location": f"http://127.0.0.1:{port}/elsewhere"}
    async with ClientSession() as session:
        with pytest.raises(Throttled):
            await Connector(session, no_token, HERE).post(server.chat(port), HELLO)
    assert [one.path for one in server.asked] == ["/v3/conversations/a:1/activities"]


async def test_a_token_that_is_refused_is_told_of_and_the_message_still_goes_later(odd: tuple[Odd, int]) -> None:
    server, port = odd
    told: list[str] = []
    server.status = 401

    async def token() -> str:
        return "abc"

    async with ClientSession() as session:
        with pytest.raises(Throttled) as throttled:
            await Connector(session, token, signed_at(port), told.append).post(server.chat(port), HELLO)
    assert throttled.value.whole and told == ["abc"]


def test_a_message_is_put_into_bytes_once_however_many_it_goes_to() -> None:
    one = Message(CARD, "Tiivistelmä")
    assert one.body is one.body
    assert json.loads(one.body) == one.activity()
