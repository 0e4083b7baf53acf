"""The chat page in a real browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.async_api import Page as Tab
from playwright.async_api import async_playwright, expect

from playground import Teams
from playground.web import HERE, Page, missing_libraries
from tests.playground.conftest import attached, card, line

if TYPE_CHECKING:
    from tests.playground.conftest import Bot

CHROMIUM = Path("/usr/bin/chromium")
AXE = HERE / "node_modules/axe-core/axe.min.js"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
pytestmark = [
    pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium: the page in a browser is not checked"),
    pytest.mark.skipif(bool(missing_libraries()), reason="run npm ci in playground/: the page is not checked"),
]


@pytest.fixture
async def site(bot: Bot) -> AsyncIterator[Teams]:
    teams = Teams(bot.url)
    await teams.start(app=Page(teams).application())
    yield teams
    await teams.stop()


@pytest.fixture
async def tab(site: Teams) -> AsyncIterator[Tab]:
    async with async_playwright() as player:
        browser = await player.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        page = await browser.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        await page.goto(f"{site.service_url}?person=1")
        await expect(page.get_by_role("heading", name="Tervetuloa")).to_be_visible()
        yield page
        await browser.close()
        assert wrong == []


async def test_a_person_asks_in_a_dialog_and_keeps_what_she_typed(bot: Bot, site: Teams, tab: Tab) -> None:
    await tab.get_by_role("button", name="Pyydä konsultaatiota").click()
    dialog = tab.get_by_role("dialog", name="Konsultaatiopyyntö 1/2")
    await expect(dialog).to_be_visible()
    await dialog.get_by_label("Yksikkö").fill("Perheneuvola")
    await dialog.get_by_text("Koulu", exact=True).first.click()
    bot.fails = 500
    await dialog.get_by_role("button", name="Seuraava").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("HTTP 500")
    await expect(dialog.get_by_label("Yksikkö")).to_have_value("Perheneuvola")
    bot.fails = 0
    await dialog.get_by_role("button", name="Seuraava").click()
    await expect(tab.get_by_text("Kiitos, pyyntö on lähetetty.")).to_be_visible()
    data = bot.heard[-1]["value"]["data"]
    assert (data["name"], data["who"], data["children"], data["sure"]) == (
        "Perheneuvola",
        "koulu",
        "4",
        "false",
    )
    await tab.keyboard.press("Escape")
    await expect(tab.locator("dialog[open]")).to_have_count(0)


async def test_a_pressed_card_is_replaced_and_a_text_stands_under_it(bot: Bot, tab: Tab) -> None:
    await tab.get_by_role("button", name="Peruuta").click()
    await expect(tab.get_by_text("Ei voi.")).to_be_visible()
    bot.fails = 503
    await tab.get_by_role("button", name="Omat").click()
    await expect(tab.get_by_text("HTTP 503")).to_be_visible()
    bot.fails = 0
    await tab.get_by_role("button", name="Omat").click()
    await expect(tab.get_by_text("Nyt: mine")).to_be_visible()


async def test_a_card_refreshes_itself_once_when_it_comes_into_view(bot: Bot, site: Teams, tab: Tab) -> None:
    anna = site.person(1)
    action = {"type": "Action.Execute", "verb": "look", "data": {"verb": "look"}}
    fresh = card(line("vanha"), refresh={"action": action, "userIds": [anna.person.id]})
    await bot.send({"serviceUrl": site.service_url, "conversation": {"id": anna.chat.id}}, attached(fresh))
    await expect(tab.get_by_text("Nyt: look")).to_be_visible()
    triggers = [one["value"]["trigger"] for one in bot.heard if one["type"] == "invoke"]
    assert triggers == ["automatic"]


async def test_a_card_that_comes_again_as_it_was_keeps_what_is_typed_there(bot: Bot, site: Teams, tab: Tab) -> None:
    anna = site.person(1)
    to = {"serviceUrl": site.service_url, "conversation": {"id": anna.chat.id}}
    form = card({"type": "Input.Text", "id": "answer", "label": "Vastauksesi"})
    await bot.send(to, attached(form))
    field = tab.get_by_label("Vastauksesi")
    await field.fill("Minä ja työparini.")
    chat = f"{site.service_url}v3/conversations/{anna.chat.id}/activities/"
    await bot.call("PUT", chat + anna.last.id, attached(form, summary="Uutta"))
    await bot.call("PUT", chat + anna.messages[0].id, attached(card(line("Sen jälkeen"))))
    await expect(tab.locator("#log").get_by_text("Sen jälkeen")).to_be_visible()
    assert anna.last.updates == 1
    await expect(field).to_have_value("Minä ja työparini.")


async def test_a_notification_tells_the_summary_and_nothing_more(bot: Bot, site: Teams, tab: Tab) -> None:
    secret = attached(card(line("Salaisuus")), summary="Sinulle on uutta OT-botissa")
    await bot.send({"serviceUrl": site.service_url, "conversation": {"id": site.person(1).chat.id}}, secret)
    toasts = tab.locator("#toasts")
    await expect(toasts).to_contain_text("Sinulle on uutta OT-botissa")
    await expect(toasts).not_to_contain_text("Salaisuus")


async def test_own_messages_are_written_edited_and_deleted(bot: Bot, site: Teams, tab: Tab) -> None:
    await tab.get_by_label("Kirjoita viesti").fill("hei botti")
    await tab.keyboard.press("Enter")
    await expect(tab.get_by_text("Kuulin: hei botti")).to_be_visible()
    mine = tab.locator(".message.mine")
    await mine.hover()
    await mine.get_by_role("button", name="Muokkaa").click()
    await mine.get_by_label("Muokkaa").fill("hei taas")
    await mine.get_by_role("button", name="Tallenna").click()
    await expect(mine).to_contain_text("hei taas")
    await mine.hover()
    await mine.get_by_role("button", name="Poista").click()
    await expect(mine).to_contain_text("Viesti on poistettu.")
    assert [one["type"] for one in bot.heard[-2:]] == ["messageUpdate", "messageDelete"]


async def test_time_language_theme_and_faults_are_in_the_drawer(bot: Bot, site: Teams, tab: Tab) -> None:
    await tab.get_by_role("button", name="Säätimet").click()
    await tab.get_by_role("button", name="+1 viikko").click()
    await expect(tab.locator("#clock")).to_contain_text("27.9.2022")
    await tab.get_by_role("button", name="Lisää häiriö").click()
    await expect(tab.locator("#faults")).to_contain_text("Hidas vastaus × 1")
    assert [fault.kind for fault in site.faults] == ["delay"]
    await tab.get_by_label("Ulkoasu").select_option("dark")
    await expect(tab.locator("html[data-theme=dark]")).to_have_count(1)
    await tab.get_by_label("Kieli").select_option("sv-FI")
    await expect(tab.get_by_placeholder("Skriv ett meddelande")).to_be_visible()
    assert site.person(1).locale == "sv-FI"
    await tab.get_by_role("button", name="Ta bort OT-botti").click()
    await expect(tab.get_by_text("Appen är inte installerad")).to_be_visible()


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 1280), ("light", 360)])
async def test_the_page_passes_axe_and_fits(bot: Bot, site: Teams, tab: Tab, theme: str, width: int) -> None:
    await tab.set_viewport_size({"width": width, "height": 740})
    await tab.goto(f"{site.service_url}?person=1&theme={theme}")
    await tab.get_by_role("button", name="Säätimet").click()
    await _passes(tab)
    await tab.get_by_role("button", name="Säätimet").click()
    assert await tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await tab.get_by_role("button", name="Pyydä konsultaatiota").click()
    await expect(tab.get_by_role("dialog")).to_be_visible()
    await _passes(tab)


async def _passes(tab: Tab) -> None:
    await tab.wait_for_timeout(300)
    await tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = await tab.evaluate("axe.run()")
    assert [(one["id"], [n["html"] for n in one["nodes"]]) for one in found["violations"]] == []
