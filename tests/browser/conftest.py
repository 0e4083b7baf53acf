"""A real Chromium before the real service and its playground, each a process of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from playground.web import missing_libraries

CHROMIUM = Path("/usr/bin/chromium")
INSTALLED = CHROMIUM.exists()
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """Chromium as it is installed on this machine; none is ever downloaded."""
    if not INSTALLED:
        pytest.skip("no Chromium: nothing is checked in a browser")
    if missing_libraries():
        pytest.skip("run npm ci in playground/: nothing is checked in a browser")
    async with async_playwright() as player:
        chromium = await player.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        await chromium.close()
