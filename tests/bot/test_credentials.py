"""The bearer token: asked for when it is needed, and no bug when Entra gives none."""

import asyncio
import time
from typing import Any

import pytest
from requests import ConnectionError as NoConnection

import bot.credentials
from bot.connector import Throttled
from bot.credentials import no_token, token_source

APP, TENANT = "11111111-2222-4333-8444-555555555555", "00000000-0000-4000-8000-0000000000aa"


class Entra:
    """Stands in for msal's application: what it gives, and how often it was asked."""

    answer: dict[str, str] | Exception = {}
    made: list[tuple[str, ...]] = []
    asked = at_once = 0

    def __init__(self, *settings: str) -> None:
        time.sleep(0.05)
        Entra.made.append(settings)

    def acquire_token_for_client(self, scopes: list[str]) -> dict[str, str]:
        Entra.asked += 1
        assert scopes == ["https://api.botframework.com/.default"]
        if isinstance(Entra.answer, Exception):
            raise Entra.answer
        return Entra.answer


@pytest.fixture(autouse=True)
def entra(monkeypatch: pytest.MonkeyPatch) -> type[Entra]:
    monkeypatch.setattr(bot.credentials, "ConfidentialClientApplication", Entra)
    Entra.answer, Entra.made, Entra.asked = {"access_token": "abc"}, [], 0
    return Entra


async def test_local_mode_needs_no_token() -> None:
    assert await no_token() is None


async def test_the_application_is_made_at_the_first_use_and_once(entra: type[Entra]) -> None:
    token = token_source(APP, "secret", TENANT)
    assert entra.made == []
    assert await asyncio.gather(*(token() for _ in range(3))) == ["abc"] * 3
    assert entra.made == [(APP, "secret", f"https://login.microsoftonline.com/{TENANT}")]
    assert entra.asked == 3


@pytest.mark.parametrize("trouble", [{"error": "invalid_client"}, NoConnection(), TimeoutError(), ValueError("tenant")])
async def test_while_entra_gives_none_it_is_tried_again_later(entra: type[Entra], trouble: Any) -> None:
    token = token_source(APP, "secret", TENANT)
    entra.answer = trouble
    with pytest.raises(Throttled) as throttled:
        await token()
    assert throttled.value.wait == 30
    entra.answer = {"access_token": "later"}
    assert await token() == "later"
