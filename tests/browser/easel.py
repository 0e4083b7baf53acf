"""A page on which a card is drawn as the playground draws it, by the reference renderer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import web
from playwright.async_api import Browser, Page, async_playwright

from playground.web import HERE, LIBRARIES

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
SITE = """<!doctype html><html lang="fi" data-theme="light"><head><meta charset="utf-8"><title>Kortit</title>
<link rel="stylesheet" href="/page/style.css"><link rel="stylesheet" href="/page/cards.css">
<script src="/lib/adaptivecards.js"></script><script src="/lib/markdown-it.js"></script></head>
<body><main style="overflow: auto"><h1>Kortit</h1><div id="holder" class="card wide"></div></main></body></html>"""


async def _page(_: web.Request) -> web.Response:
    return web.Response(text=SITE, content_type="text/html")


async def _library(asked: web.Request) -> web.FileResponse:
    return web.FileResponse(LIBRARIES[asked.match_info["name"]])


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Chromium as it is installed on this machine; none is ever downloaded."""
    async with async_playwright() as player:
        one = await player.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield one
        await one.close()


@asynccontextmanager
async def standing_easel(browser: Browser) -> AsyncIterator[Page]:
    """The page, with its own small server behind it."""
    app = web.Application()
    app.router.add_get("/", _page)
    app.router.add_static("/page", HERE / "page")
    app.router.add_get("/lib/{name}", _library)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    tab = await browser.new_page(viewport={"width": 700, "height": 900})
    await tab.goto(f"http://127.0.0.1:{runner.addresses[0][1]}/")
    yield tab
    await tab.close()
    await runner.cleanup()
