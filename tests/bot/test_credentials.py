"""The bearer token: asked for when it is needed, and no bug when Entra gives none."""

import asyncio
import threading
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from requests import ConnectionError as NoConnection

import bot.credentials
from bot.connector import Gone, Throttled
from bot.credentials import no_token

APP, TENANT = "11111111-2222-4333-8444-555555555555", "00000000-0000-4000-8000-0000000000aa"


class Stub:
    """Stands in for msal's application: what it gives, how often it was asked, and whether it hangs."""

    answer: dict[str, Any] | Exception = {}
    made: list[tuple[str, ...]] = []
    limits: list[float] = []
    asked = 0
    go_on = threading.Event()

    def __init__(self, *settings: str, timeout: float) -> None:
        Stub.made.append(settings)
        Stub.limits.append(timeout)

    def acquire_token_for_client(self, scopes: list[str]) -> dict[str, Any]:
        Stub.asked += 1
        assert scopes == ["https://api.botframework.com/.default"]
        assert Stub.go_on.wait(10)
        if isinstance(Stub.answer, Exception):
            raise Stub.answer
        return Stub.answer


class Time:
    """A clock that is turned by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def stub(monkeypatch: pytest.MonkeyPatch) -> type[Stub]:
    monkeypatch.setattr(bot.credentials, "ConfidentialClientApplication", Stub)
    Stub.answer, Stub.made, Stub.limits, Stub.asked = given("abc"), [], [], 0
    Stub.go_on.set()
    return Stub


def given(token: str) -> dict[str, Any]:
    return {"access_token": token, "expires_in": 3600}


def entra(clock: Callable[[], float] = time.monotonic) -> bot.credentials.Entra:
    return bot.credentials.Entra(APP, "secret", TENANT, clock)


async def first_other(token: Callable[[], Awaitable[str]], known: str) -> str:
    """The first token that is another one, once what is under way has ended."""
    for _ in range(500):
        [found] = await asyncio.gather(token(), return_exceptions=True)
        if isinstance(found, str) and found != known:
            return found
        await asyncio.sleep(0.01)
    raise AssertionError("no other token came")


async def test_local_mode_has_no_token_to_give() -> None:
    with pytest.raises(Gone):
        await no_token()


async def test_the_application_is_made_at_the_first_use_and_once(stub: type[Stub]) -> None:
    token = entra()
    assert stub.made == []
    assert await asyncio.gather(*(token() for _ in range(3))) == ["abc"] * 3
    assert stub.made == [(APP, "secret", f"https://login.microsoftonline.com/{TENANT}")]
    assert stub.asked == 1
    assert await token() == "abc"
    assert stub.asked == 1


async def test_its_requests_have_a_limit_of_time(stub: type[Stub]) -> None:
    await entra()()
    assert stub.limits == [5.0]


@pytest.mark.parametrize("trouble", [{"error": "invalid_client"}, NoConnection(), TimeoutError(), ValueError("tenant")])
async def test_while_entra_gives_none_it_is_tried_again_later(stub: type[Stub], trouble: Any) -> None:
    clock = Time()
    token = entra(clock)
    stub.answer = trouble
    for _ in range(3):
        with pytest.raises(Throttled) as throttled:
            await token()
        assert throttled.value.wait == 30
    assert stub.asked == 1
    stub.answer = given("later")
    clock.now += 5
    assert await token() == "later"


async def test_a_token_is_renewed_before_it_runs_out_while_it_still_serves(stub: type[Stub]) -> None:
    clock = Time()
    token = entra(clock)
    await token()
    clock.now += 3600 - 301
    assert (await token(), stub.asked) == ("abc", 1)
    stub.answer = given("new")
    clock.now += 2
    assert await token() == "abc"
    assert (await first_other(token, "abc"), stub.asked) == ("new", 2)


async def test_a_token_that_has_run_out_is_not_used(stub: type[Stub]) -> None:
    clock = Time()
    token = entra(clock)
    await token()
    stub.answer = {"error": "temporarily_unavailable"}
    clock.now += 3600
    with pytest.raises(Throttled):
        await token()


async def test_an_entra_that_hangs_holds_up_nobody_for_long(stub: type[Stub], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.credentials, "PATIENCE_SECONDS", 0.1)
    stub.go_on.clear()
    token = entra()
    began = time.monotonic()
    answers = await asyncio.gather(*(token() for _ in range(10)), return_exceptions=True)
    assert all(isinstance(one, Throttled) for one in answers)
    assert time.monotonic() - began < 2
    stub.go_on.set()
    # What has been asked for meanwhile is not lost.
    assert (await first_other(token, ""), stub.asked) == ("abc", 1)


async def test_a_token_that_was_refused_is_used_no_more_and_another_one_is_fetched(stub: type[Stub]) -> None:
    clock = Time()
    token = entra(clock)
    await token()
    clock.now += 60
    token.refused("another one")
    assert (await token(), stub.asked) == ("abc", 1)
    stub.answer = given("new")
    token.refused("abc")
    assert (await token(), stub.asked) == ("new", 2)


async def test_refusals_do_not_make_it_ask_without_end(stub: type[Stub]) -> None:
    token = entra(Time())
    await token()
    token.refused("abc")
    with pytest.raises(Throttled) as throttled:
        await token()
    assert throttled.value.whole and stub.asked == 1


async def test_a_bug_is_no_trouble_of_entras(stub: type[Stub]) -> None:
    stub.answer = KeyError("ours")
    with pytest.raises(KeyError):
        await entra()()
