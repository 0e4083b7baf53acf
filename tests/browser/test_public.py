"""The public page with hands and eyes: the service as a process, and a Chromium before it."""

import asyncio
import json
import re
import time
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession
from playwright.async_api import Browser, BrowserContext, Page

from documents.pages import Pages
from domain.announcements import Announcement, State, moved_to, reworded, sent
from playground.web import HERE
from storage import announcements
from storage.database import Database
from tests.browser.processes import Running, service
from tests.browser.screen import SHOTS, wanted
from tests.documents.sessions import INFO, called_off
from tests.documents.test_sessions import told as told_entry
from tests.house import SITE, read_sample_content, read_texts

AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
VALIDATE = Path(__file__).parent / "validate.mjs"
FRONT = ("/", "/sv", "/en")
PATHS = (*FRONT, *(f"{one.rstrip('/')}/accessibility" for one in FRONT), "/calendar/nowhere.ics")
# After the moment at which the service's clock starts.
NOW = datetime(2022, 9, 20, 6, tzinfo=UTC)
LOOKS = {
    "light": {"viewport": {"width": 1000, "height": 900}},
    "dark": {"viewport": {"width": 1000, "height": 900}, "color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 700}},
}
OUTLINE = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  return [at.tagName, at.getAttribute("href"), style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    at.getBoundingClientRect().width > 0];
}"""
JUDGE = """async () => {
  const found = await axe.run({ resultTypes: ["violations"] });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
}"""


class Site:
    """The running service, and its database for what a coordinator does."""

    def __init__(self, process: Running, database: Database) -> None:
        self.base, self._database = process.url.removesuffix("/readyz"), database

    async def sessions(self) -> list[Announcement]:
        async with self._database.read() as connection:
            return await announcements.ahead(connection, NOW)

    async def change(self, one: Announcement, changed: Announcement) -> None:
        async with self._database.write() as connection:
            assert await announcements.save(connection, changed, one.version)

    async def forms(self) -> list[str]:
        """The paths of the pages on which one registers."""
        ahead = [one.id for one in await self.sessions() if one.takes_place]
        return [f"/sessions/{ahead[-1]}/register?lang={code}" for code in ("fi", "sv", "en")]

    async def read(self) -> list[str]:
        """Every page as it is sent; those behind the link of a mail as they are drawn."""
        forms, drawn = await self.forms(), Pages(read_texts(), read_sample_content().centre, SITE)
        one, stands = told_entry(INFO), ("", "coming", "waiting")
        pages = [drawn.own("fi", one, stand) for stand in stands] + [
            drawn.own("fi", told_entry(called_off()), "coming")
        ]
        async with ClientSession(self.base) as http:
            for path in (*PATHS, *forms):
                pages.append(await (await http.get(path)).text())
            pages.append(await (await http.post(forms[0], data={"address": "x"})).text())
        return pages

    async def call_off(self, one: Announcement) -> None:
        await self.change(one, moved_to(one, State.CALLED_OFF, NOW))


@pytest.fixture
async def site(tmp_path: Path) -> AsyncIterator[Site]:
    # With mail switched on, so that its pages are there; nobody answers at that address, and no test asks for a mail.
    mail = {"OT_SMTP_URL": "smtp://127.0.0.1:1", "OT_MAIL_FROM": "ot@example.fi"}
    process, database = service(tmp_path, **mail), Database(f"sqlite:///{tmp_path / 'ot-botti.db'}")
    await process.start()
    yield Site(process, database)
    await process.stop()
    await database.close()


async def every_state(site: Site) -> None:
    """One session called off, one moved, with few seats, and one as it was."""
    forum, info, _ = await site.sessions()
    await site.call_off(forum)
    read, session = sent(info, NOW), info.wording.session
    assert session
    week = timedelta(days=7)
    later = replace(session, start=session.start + week, end=session.end + week, seats=30)
    await site.change(
        info, replace(reworded(read, replace(info.wording, session=later), NOW), version=info.version + 1)
    )


async def open_page(where: BrowserContext | Browser, site: Site, path: str) -> Page:
    page = await where.new_page()
    answer = await page.goto(site.base + path)
    assert answer and answer.status in (200, 404)
    return page


async def test_axe_finds_nothing_in_any_language_width_or_colour(browser: Browser, site: Site) -> None:
    await every_state(site)
    SHOTS.mkdir(parents=True, exist_ok=True)
    for look, how in LOOKS.items():
        # Past the page's own policy, for the judge alone: the page itself runs no script.
        context = await browser.new_context(**how, bypass_csp=True)  # type: ignore[arg-type]
        for path in (*PATHS, *await site.forms()):
            page = await open_page(context, site, path)
            assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (look, path)
            name = re.sub(r"[0-9a-f]{32}|\W+", "-", path).strip("-") or "fi"
            if wanted(look):
                await page.screenshot(path=SHOTS / f"public-{name}-{look}.png", full_page=True)
            await page.evaluate(AXE.read_text(encoding="utf-8"))
            assert await page.evaluate(JUDGE) == [], (look, path)
            await page.close()
        await context.close()


async def test_on_paper_nothing_is_cut_off_and_links_are_written_out(browser: Browser, site: Site) -> None:
    await every_state(site)
    page = await open_page(browser, site, "/")
    await page.emulate_media(media="print")
    SHOTS.mkdir(parents=True, exist_ok=True)
    await page.set_viewport_size({"width": 700, "height": 990})
    await page.screenshot(path=SHOTS / "public-fi-print.png", full_page=True)
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    shown = "one => getComputedStyle(one, '::after').content"
    assert "https://uutiskirje.kuh.fi/" in await page.locator(".links a").first.evaluate(shown)
    assert "teams.microsoft.com" in await page.locator(".button").first.evaluate(shown)
    assert not await page.locator(".contents, .languages, .skip").first.is_visible()
    assert len(await page.pdf()) > 10_000


async def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(browser: Browser, site: Site) -> None:
    page = await open_page(browser, site, "/")
    links = await page.locator("a").evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    reached = []
    for _ in links:
        await page.keyboard.press("Tab")
        tag, href, outlined, visible = await page.evaluate(OUTLINE)
        assert tag == "A" and outlined and visible, href
        reached.append(href)
    assert reached == links and links[0] == "#content"


async def test_the_first_tab_leads_past_the_top_and_enter_opens_what_is_in_focus(browser: Browser, site: Site) -> None:
    page = await open_page(browser, site, "/")
    await page.keyboard.press("Tab")
    assert await page.locator(".skip").evaluate("one => one.getBoundingClientRect().top >= 0")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    assert await page.evaluate("document.activeElement.closest('main') !== null")
    await page.locator(".languages a", has_text="svenska").focus()
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/sv")
    assert await page.evaluate("document.documentElement.lang") == "sv"


async def test_the_page_asks_nobody_but_its_own_service_and_keeps_nothing(browser: Browser, site: Site) -> None:
    context, asked, refused = await browser.new_context(), list[str](), list[str]()
    context.on("request", lambda one: asked.append(one.url))
    context.on("console", lambda one: refused.append(one.text))
    for path in PATHS[:-1]:
        await (await open_page(context, site, path)).wait_for_load_state("networkidle")
    assert len(asked) >= 2 * (len(PATHS) - 1)
    assert [url for url in asked if not url.startswith(f"{site.base}/")] == []
    assert await context.cookies() == [] and refused == []
    await context.close()


async def test_without_scripts_it_is_the_same_page(browser: Browser, site: Site) -> None:
    context = await browser.new_context(java_script_enabled=False)
    page = await open_page(context, site, "/")
    assert await page.locator(".session").count() == 3
    assert await page.locator("script").count() == 0
    await context.close()


async def test_a_session_that_is_called_off_is_shown_so_within_a_second(browser: Browser, site: Site) -> None:
    page = await open_page(browser, site, "/")
    assert await page.locator(".off").count() == 0
    info = (await site.sessions())[1]
    await site.call_off(info)
    called = time.monotonic()
    await page.reload()
    assert await page.locator(f"#s-{info.id}.off").get_by_text("Peruttu", exact=True).is_visible()
    assert time.monotonic() - called < 1


@pytest.mark.parametrize("changed", [False, True], ids=["as it begins", "in every state"])
async def test_html_validate_finds_nothing(site: Site, tmp_path: Path, *, changed: bool) -> None:
    if changed:
        await every_state(site)
    assert await judged_as_html(tmp_path, await site.read()) == []


async def judged_as_html(folder: Path, pages: Sequence[str]) -> list[str]:
    """What html-validate finds in these pages."""
    if not (HERE / "node_modules" / "html-validate").is_dir():
        pytest.skip("run npm ci in playground/: the public page is not judged by html-validate")
    files = list[Path]()
    for number, page in enumerate(pages):
        files.append(folder / f"{number}.html")
        files[-1].write_text(page, encoding="utf-8")
    command = ["node", str(VALIDATE), str(HERE / "node_modules"), *map(str, files)]
    judged = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    told, _ = await judged.communicate()
    assert judged.returncode == 0
    found: list[str] = json.loads(told)
    return found
