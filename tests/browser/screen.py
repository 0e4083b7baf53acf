"""What one person sees and does in her tab: reads, clicks and types, as a hand would."""

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.async_api import Browser, Locator, Page, expect

ROOT = Path(__file__).parent.parent.parent
SHOTS = ROOT / "build" / "shots"
# Label of the field: what is chosen or typed there. Several are chosen where there are several.
Said = Mapping[str, str | Sequence[str]]
MINE = "article.message.mine"
SINCE_MINE = f"{MINE}:not(:has(~ {MINE})) ~ article.message:not(.mine)"
TICKED = "✓"
SHOWN_WITHIN = 20_000
# As wide as a desktop, the same in dark, and the narrowest phone; so tall that a whole step can be seen.
LOOKS = {"light": ("light", 1000, 1400), "dark": ("dark", 1000, 1400), "narrow": ("light", 360, 1400)}
# A picture takes as long as several presses: the others are asked for by `make pictures`.
USUAL = "light"
TALL = ":root { --font: 'Liberation Sans', sans-serif } .dialog { max-height: 100dvh !important }"


def wanted(look: str) -> bool:
    """Whether a picture is kept of this look."""
    return look == USUAL or "PICTURES" in os.environ


class Screen:
    """One person's tab, and in it either the newest card of the chat or the dialog that is open."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab

    @property
    def dialog(self) -> Locator:
        """The dialog that is open."""
        return self.tab.locator("dialog[open]")

    @property
    def card(self) -> Locator:
        """The bot's newest message."""
        return self.tab.locator("article.message:not(.mine)").last

    def message(self, words: str) -> Locator:
        """The newest message of the bot that has these words."""
        return self.tab.locator("article.message:not(.mine)").filter(has_text=words).last

    async def place(self) -> Locator:
        """Where a press goes now."""
        return self.dialog if await self.dialog.count() else self.card

    async def say(self, text: str, answered: str = "") -> Locator:
        """Type a word to the bot and wait for its answer; with words of it where other messages may come meanwhile."""
        mine = self.tab.locator(MINE)
        before = await mine.count()
        await self.tab.locator("#text").fill(text)
        await self.tab.keyboard.press("Enter")
        await expect(mine).to_have_count(before + 1)
        answer = self.tab.locator(SINCE_MINE).filter(has_text=answered).first
        await expect(answer).to_be_visible()
        return answer

    async def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button, and wait until its answer is there."""
        place = within or await self.place()
        await place.get_by_role("button", name=name, exact=True).first.click()
        await expect(self.tab.locator("[aria-busy=true]")).to_have_count(0)

    async def sees(self, words: str, within: Locator | None = None) -> None:
        """These words are there."""
        place = within or await self.place()
        await expect(place).to_contain_text(words)

    async def fill(self, said: Said) -> None:
        """Answer the fields with these labels."""
        place = await self.place()
        for label, value in said.items():
            await _answer(place, label, [value] if isinstance(value, str) else value)

    async def close(self) -> None:
        """Close the dialog."""
        await self.tab.keyboard.press("Escape")
        await expect(self.dialog).to_have_count(0)

    async def move_clock(self, to: str) -> None:
        """Move the clock of the service on to this moment, YYYY-MM-DDTHH:MM."""
        drawer, clock = self.tab.get_by_role("button", name="Säätimet"), self.tab.locator("#clock")
        await drawer.click()
        await self.tab.locator("#move-to").fill(to)
        await self.tab.get_by_role("button", name="Siirrä aikaa eteenpäin").click()
        await expect(clock).to_contain_text(f"{int(to[8:10])}.{int(to[5:7])}.{to[:4]} klo {int(to[11:13])}.")
        await drawer.click()

    async def shoot(self, name: str) -> None:
        """Keep how this looks: in light colours, and in each of the looks where all pictures are wanted."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        style = await self.tab.add_style_tag(content=TALL)
        for look, (theme, width, height) in LOOKS.items():
            if not wanted(look):
                continue
            await self.tab.set_viewport_size({"width": width, "height": height})
            await self.tab.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
            await self.tab.evaluate("document.getElementById('log').scrollTop = 1e6")
            await self.tab.screenshot(path=SHOTS / f"{name}-{look}.png", animations="disabled")
        await style.evaluate("one => one.remove()")
        await self.tab.set_viewport_size({"width": 1180, "height": 800})


async def _answer(place: Locator, label: str, values: Sequence[str]) -> None:
    if values == [TICKED]:
        await place.get_by_label(label).check()
        return
    words = re.compile(f"^{re.escape(label)}( \\(vapaaehtoinen\\))?$")
    block = place.locator("[id^='f.']", has=place.page.locator("label.ac-richTextBlock", has_text=words)).first
    field = block.locator("input, select, textarea").first
    kind = await field.evaluate("one => one.tagName === 'SELECT' ? 'select' : one.type")
    if kind == "select":
        await field.select_option(label=values[0])
    elif kind in ("radio", "checkbox"):
        for value in values:
            await (await choice(block, value)).check()
    else:
        await field.fill(values[0])


async def choice(place: Locator, label: str) -> Locator:
    """The one of several choices that has this label."""
    exactly = re.compile(f"^\\s*{re.escape(label)}\\s*$")
    # The renderer names only the first choice by its label: the others are found through their own.
    named = await place.locator("label.ac-textBlock", has_text=exactly).get_attribute("for")
    return place.locator(f"[id='{named}']")


async def sit_down(browser: Browser, url: str, number: int) -> Screen:
    """A person opens her tab and is greeted."""
    tab = await browser.new_page(viewport={"width": 1180, "height": 800}, reduced_motion="reduce")
    tab.set_default_timeout(SHOWN_WITHIN)
    # What is planned is looked at every ten seconds.
    expect.set_options(timeout=SHOWN_WITHIN)
    await tab.goto(f"{url}?person={number}")
    screen = Screen(tab)
    await screen.sees("Tervetuloa!")
    return screen
