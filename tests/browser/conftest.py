"""A real Chromium before the real service and its playground, each a process of its own."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser

from playground.web import missing_libraries
from tests.browser.easel import CHROMIUM, chromium


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium for one test."""
    if not CHROMIUM.exists():
        pytest.skip("no Chromium: nothing is checked in a browser")
    if missing_libraries():
        pytest.skip("run npm ci in playground/: nothing is checked in a browser")
    async with chromium() as one:
        yield one
