"""The Connector's keys: fetched when one is new, never too often, and kept while their server is out."""

import asyncio
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest
from aiohttp import ClientSession

import bot.signing_keys
from bot.signing_keys import SigningKeys, read_keys
from tests.hostile.openid import Key, OpenId

OLD, NEW = Key("old"), Key("new")


@dataclass
class Ring:
    """The keys of a local OpenID server, on a clock that is turned by hand."""

    server: OpenId
    keys: SigningKeys
    now: float = 1000.0

    async def has(self, kid: str) -> bool:
        return await self.keys.find(kid) is not None


@pytest.fixture
async def ring() -> AsyncIterator[Ring]:
    async with OpenId([OLD]) as server, ClientSession() as session:
        one = Ring(server, SigningKeys(session, server.url))
        one.keys = SigningKeys(session, server.url, lambda: one.now)
        yield one
        await one.keys.close()


async def test_a_key_is_fetched_once_and_kept(ring: Ring) -> None:
    assert await ring.has("old")
    ring.now += 3600
    assert await ring.has("old")
    assert ring.server.asked == 1


async def test_many_at_once_fetch_once(ring: Ring) -> None:
    assert all(await asyncio.gather(*(ring.has("old") for _ in range(20))))
    assert ring.server.asked == 1


async def test_a_new_key_is_found_at_its_first_use_and_a_withdrawn_one_is_gone(ring: Ring) -> None:
    await ring.has("old")
    ring.server.keys = [NEW]
    ring.now += 5
    assert await ring.has("new")
    assert not await ring.has("old")
    assert ring.server.asked == 2


async def test_twenty_unknown_keys_ask_the_server_once_in_five_seconds(ring: Ring) -> None:
    await ring.has("old")
    for at in range(1, 4):
        ring.now += 5
        assert not any(await asyncio.gather(*(ring.has(f"unknown-{at}-{number}") for number in range(20))))
        ring.now += 4.9
        assert not await ring.has("unknown")
        assert ring.server.asked == 1 + at
        ring.now -= 4.9


async def test_kept_keys_serve_while_the_server_is_out(ring: Ring) -> None:
    await ring.has("old")
    for status in (500, 404, 301):
        ring.server.status = status
        ring.now += 5
        assert not await ring.has("unknown")
        assert await ring.has("old")
    assert ring.server.asked == 4


async def test_keys_are_fetched_again_after_a_day_while_the_old_ones_serve(ring: Ring) -> None:
    await ring.has("old")
    ring.server.hanging = True
    ring.now += 24 * 3600 + 1
    began = time.monotonic()
    assert await ring.has("old")
    assert time.monotonic() - began < 0.5
    await asyncio.sleep(0.1)
    assert ring.server.asked == 2


async def test_a_day_later_a_withdrawn_key_is_gone(ring: Ring) -> None:
    await ring.has("old")
    ring.server.keys = [NEW]
    ring.now += 24 * 3600 + 1
    assert await ring.has("old")
    fetching = ring.keys.refresh()
    assert fetching
    await fetching
    assert not await ring.has("old")


async def test_a_server_that_hangs_holds_up_only_who_needs_a_new_key(
    ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bot.signing_keys, "FETCH_SECONDS", 0.3)
    await ring.has("old")
    ring.server.hanging = True
    ring.now += 5
    waiting = asyncio.create_task(ring.has("new"))
    await asyncio.sleep(0.05)
    assert await asyncio.wait_for(ring.has("old"), 0.1)
    assert not waiting.done()
    assert not await asyncio.wait_for(waiting, 2)
    assert await ring.has("old")


async def test_who_goes_away_does_not_stop_the_fetching_for_others(ring: Ring) -> None:
    first, second = (asyncio.create_task(ring.has("old")) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second


@pytest.mark.parametrize(
    "document", [[], {}, {"keys": []}, {"keys": {}}, {"keys": [None, 1, {}]}, "keys", {"keys": [{"kty": "oct"}]}]
)
async def test_a_list_without_keys_takes_none_away(ring: Ring, document: Any) -> None:
    await ring.has("old")
    ring.server.document = document
    ring.now += 5
    assert not await ring.has("unknown")
    assert await ring.has("old")
    assert ring.server.asked == 2


@pytest.mark.parametrize("elsewhere", ["http://127.0.0.1:1/keys", "file:///keys", "//keys", "http://[::1", "x" * 600])
async def test_the_keys_come_from_where_the_metadata_come_from(ring: Ring, elsewhere: str) -> None:
    ring.server.elsewhere = elsewhere
    assert not await ring.has("old")


async def test_what_is_larger_than_any_key_set_is_none(ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.signing_keys, "LARGEST", 200)
    assert not await ring.has("old")


def test_a_key_brings_its_channels() -> None:
    [(kid, key)] = read_keys({"keys": [OLD.jwk]}).items()
    assert (kid, key.endorsements) == ("old", frozenset({"msteams", "webchat"}))
    for endorsed in (None, "msteams", {"msteams": 1}, [["msteams"], 7]):
        assert read_keys({"keys": [OLD.jwk | {"endorsements": endorsed}]})["old"].endorsements == frozenset()


@pytest.mark.parametrize(
    "bad",
    [
        {"kty": "oct", "k": "c2VjcmV0", "kid": "bad"},
        {"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "kid": "bad"},
        {**OLD.jwk, "kid": 7},
        {**OLD.jwk, "kid": "bad", "n": "!!!"},
        {**OLD.jwk, "kid": "bad", "n": None},
        {**OLD.jwk, "kid": "bad", "e": []},
        {**OLD.jwk, "kid": "bad", "d": "AQAB"},
        {**Key("bad", bits=1024).jwk},
        {"kty": "RSA", "kid": "bad"},
    ],
    ids=["oct", "EC", "number", "garbage", "null", "list", "private", "short", "empty"],
)
def test_a_key_that_is_none_is_left_out(bad: Any) -> None:
    assert set(read_keys({"keys": [bad, OLD.jwk]})) == {"old"}
    with pytest.raises(ValueError, match="no key"):
        read_keys({"keys": [bad]})
