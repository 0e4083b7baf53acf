"""The pages of those who register by e-mail with hands and eyes: the form, the mail's link, and whatever goes wrong."""

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Response

from domain.announcements import reworded
from storage.database import Database
from tests.bot.test_smtp import Box, server
from tests.browser.processes import service
from tests.browser.screen import SHOTS, wanted
from tests.browser.test_public import AXE, JUDGE, LOOKS, NOW, OUTLINE, Site, judged_as_html

SECONDS = 15
SEND = "() => { const one = document.forms[0]; one.noValidate = true; one.querySelector('button').click(); }"
POST = """([path, type]) => {
  const form = document.body.appendChild(document.createElement("form"));
  Object.assign(form, { method: "post", action: path, enctype: type }).submit();
}"""
Way = Callable[[Page], Awaitable[object]]


class Visitor:
    """Somebody without Teams: her pages, all that they fetched, and her mails."""

    def __init__(self, site: Site, box: Box, looks: dict[str, BrowserContext]) -> None:
        self.site, self._box, self._looks = site, box, looks
        self.read, self.asked = dict[str, str](), list[str]()
        for context in looks.values():
            context.on("request", lambda one: self.asked.append(one.url))

    async def page(self, path: str, look: str = "light") -> Page:
        page = await self._looks[look].new_page()
        await page.goto(self.site.base + path)
        return page

    async def mail(self, number: int) -> str:
        """The path of the link in a mail, counted from the first one."""
        async with asyncio.timeout(SECONDS):
            # The server keeps its mails in a thread of its own, which wakes nobody here.
            while len(self._box.mails) < number:  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        one = message_from_bytes(self._box.mails[number - 1], policy=policy.default)
        assert isinstance(one, EmailMessage)
        told = one.get_body(("plain",))
        found = re.search(r"https?://\S+?(/register/\S+)", told.get_content() if told else "")
        assert found
        return found[1]

    async def ask(self, address: str) -> str:
        """Ask for a mail as a hand would; gives the address of the answer."""
        page = await self.page((await self.site.forms())[0])
        await page.get_by_label("Sähköpostiosoite").fill(address)
        await page.get_by_role("button", name="Lähetä").click()
        await page.wait_for_url("**/register/asked?lang=fi")
        return "/register/asked?lang=fi"

    async def press(self, link: str, name: str) -> Page:
        page = await self.page(link)
        await page.get_by_role("button", name=name).click()
        return page

    async def look(self, name: str, path: str, status: int = 200, way: Way | None = None) -> None:
        """Look at a page in every way that it can be read."""
        for look, context in self._looks.items():
            page = await context.new_page()
            answers = _kept(page)
            await page.goto(self.site.base + path)
            if way:
                async with page.expect_navigation():
                    await way(page)
            shown = [one for one in answers if one.request.is_navigation_request()][-1]
            assert shown.status == status, (name, look)
            self.read[name] = await shown.text()
            await judge(page, name, look)
            await page.close()


def _kept(page: Page) -> list[Response]:
    """What is answered to a page from now on."""
    answers = list[Response]()

    def keep(one: Response) -> None:
        answers.append(one)

    page.on("response", keep)
    return answers


async def shoot(page: Page, name: str, look: str) -> None:
    """Keep how this looks."""
    if wanted(look):
        SHOTS.mkdir(parents=True, exist_ok=True)
        await page.screenshot(path=SHOTS / f"mail-{name}-{look}.png", full_page=True)


async def judge(page: Page, name: str, look: str) -> None:
    """No finding, nothing beside the screen or the paper, and a picture to look at."""
    assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (name, look)
    await shoot(page, name, look)
    if look in ("light", "dark"):
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        assert await page.evaluate(JUDGE) == [], (name, look)
    else:
        await page.emulate_media(media="print")
        await shoot(page, name, f"{look}-print")
        assert await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (name, look)


@pytest.fixture
async def visitor(browser: Browser, tmp_path: Path) -> AsyncIterator[Visitor]:
    box, database = Box(), Database(f"sqlite:///{tmp_path / 'ot-botti.db'}")
    with server(box) as port:
        mail = {"OT_SMTP_URL": f"smtp://127.0.0.1:{port}", "OT_MAIL_FROM": "OT-keskus <ot@example.fi>"}
        process = service(tmp_path, **mail)
        await process.start()
        looks = {look: await browser.new_context(**how, bypass_csp=True) for look, how in LOOKS.items()}  # type: ignore[arg-type]
        yield Visitor(Site(process, database), box, looks)
        for context in looks.values():
            await context.close()
        await process.stop()
    await database.close()


async def one_seat(site: Site) -> None:
    """Let the session that the forms are about have a single seat."""
    one = (await site.sessions())[-1]
    assert one.session
    few = replace(one.wording, session=replace(one.session, seats=1))
    await site.change(one, replace(reworded(one, few, NOW), version=one.version + 1))


async def call_off(site: Site) -> None:
    one = (await site.sessions())[-1]
    await site.call_off(one)


async def type_wrong(page: Page) -> None:
    await page.get_by_label("Sähköpostiosoite").fill("etunimi@organisaatio")
    await page.evaluate(SEND)


async def posting(page: Page, path: str, kind: str) -> None:
    await page.evaluate(POST, [path, kind])


async def test_every_page_on_the_way_is_looked_at(visitor: Visitor, tmp_path: Path) -> None:
    site = visitor.site
    await one_seat(site)
    form = (await site.forms())[0]
    await visitor.look("form", form)
    await visitor.look("wrong", form, 422, type_wrong)
    await visitor.look("asked", await visitor.ask("eka@example.org"))
    first = await visitor.mail(1)
    await visitor.look("unconfirmed", first)
    await (await visitor.press(first, "Vahvista ilmoittautuminen")).wait_for_url("**/register/*")
    await visitor.look("coming", first)
    await visitor.ask("toka@example.org")
    second = await visitor.mail(3)
    await visitor.press(second, "Vahvista ilmoittautuminen")
    await visitor.look("waiting", second)
    await visitor.press(second, "Peru ilmoittautuminen")
    await visitor.look("cancelled", "/register/cancelled?lang=fi")
    await visitor.look("gone", second, 410)
    await visitor.ask("kolmas@example.org")
    third = await visitor.mail(5)
    await call_off(site)
    await visitor.look("off", first)
    await visitor.look("off-unconfirmed", third)
    await visitor.look("late", "/register/late?lang=en")
    await visitor.look("nowhere", "/ei/ole?lang=sv", 404)
    await visitor.look("not-so", "/", 405, lambda page: posting(page, "/", "application/x-www-form-urlencoded"))
    await visitor.look("not-a-form", "/", 415, lambda page: posting(page, form, "multipart/form-data"))
    assert [url for url in visitor.asked if not url.startswith(f"{site.base}/")] == []
    for look in ("light", "narrow"):
        assert await visitor._looks[look].cookies() == []
    assert await judged_as_html(tmp_path, list(visitor.read.values())) == []


async def test_the_keyboard_alone_registers_confirms_and_cancels(visitor: Visitor) -> None:
    page = await visitor.page((await visitor.site.forms())[0])
    await tab_to(page, "INPUT")
    await page.keyboard.type("nappi@example.org")
    await tab_to(page, "SELECT")
    await tab_to(page, "BUTTON")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/register/asked?lang=fi")
    await page.goto(visitor.site.base + await visitor.mail(1))
    await tab_to(page, "BUTTON")
    await page.keyboard.press("Enter")
    await page.get_by_role("heading", name="Olet ilmoittautunut").wait_for()
    await tab_to(page, "BUTTON")
    await page.keyboard.press("Space")
    await page.wait_for_url("**/register/cancelled?lang=fi")


async def tab_to(page: Page, tag: str) -> None:
    """Press Tab until something of this kind has the focus, and shows it; nothing unseen may have it meanwhile."""
    for _ in range(20):
        await page.keyboard.press("Tab")
        found, _, outlined, visible = await page.evaluate(OUTLINE)
        assert outlined and visible, found
        if found == tag:
            return
    raise AssertionError(tag)


async def test_the_language_links_show_the_same_page(visitor: Visitor) -> None:
    await visitor.ask("kieli@example.org")
    form, link = (await visitor.site.forms())[0], await visitor.mail(1)
    for path in (form, link, "/register/asked?lang=fi", "/register/oops?lang=fi", "/ei/ole?lang=fi"):
        page = await visitor.page(path)
        headings = {await page.locator("h1").inner_text()}
        for name, code in (("svenska", "sv"), ("English", "en")):
            await page.locator(".languages").get_by_role("link", name=name).click()
            await page.wait_for_url(f"**{path.split('?')[0]}?lang={code}")
            assert await page.evaluate("document.documentElement.lang") == code
            headings.add(await page.locator("h1").inner_text())
        assert len(headings) == 3, path
        await page.close()


async def test_reloading_the_answer_of_a_press_sends_nothing_again(visitor: Visitor) -> None:
    await visitor.ask("uudelleen@example.org")
    page = await visitor.press(await visitor.mail(1), "Vahvista ilmoittautuminen")
    await page.get_by_role("heading", name="Olet ilmoittautunut").wait_for()
    methods = list[str]()
    page.on("request", lambda one: methods.append(one.method))
    await page.reload()
    assert set(methods) == {"GET"}
