"""Reminders with hands and eyes: the card, what one can press on it, the weekly card, and how they fare."""

from pathlib import Path

from playwright.async_api import Browser, Locator, expect

from tests.browser.answers import SINGLE, walk
from tests.browser.processes import Running, playground, running, service, turn
from tests.browser.screen import Screen, sit_down

FIRST = list(SINGLE)[:1]
EROT, MASTER, NEPSY = "Haastavat erot -konsultaatioryhmä", "asiantuntijaryhmä MASTER", "OT-Nepsy"
OPEN_FORM = "lomakkeesi on vielä kesken"
CONTENT_FREE = "Muistutus OT-botilta"


async def begin(worker: Screen, number: int) -> None:
    """Open the form of a group, and leave it."""
    groups = await worker.say("konsultaatio", "Miltä ryhmältä")
    await groups.get_by_role("button", name="Valitse tämä ryhmä").nth(number).click()
    await worker.press("Täytä lomake", worker.message("Täytä lomake"))
    await expect(worker.dialog).to_be_visible()
    if number == 0:
        await walk(worker, SINGLE, FIRST)
    await worker.close()


async def reminded(worker: Screen, house: Running, moment: str, words: str) -> Locator:
    """The card that comes at this moment, and the notification that says nothing of it."""
    await turn(house, moment)
    got = worker.message(words)
    await expect(got).to_be_visible()
    return got


async def test_a_form_is_reminded_of_put_off_and_spoken_of_no_more(browser: Browser, tmp_path: Path) -> None:
    house = service(tmp_path)
    site = playground(tmp_path, house)
    async with running(house, site):
        worker = await sit_down(browser, site.url, 1)
        await begin(worker, 0)
        await begin(worker, 1)
        got = await reminded(worker, house, "2022-09-29T09:00", "2 muistutusta")
        await worker.shoot("u1-two")
        await expect(worker.tab.locator("#toasts")).to_contain_text(CONTENT_FREE)
        await expect(worker.tab.locator("#toasts")).not_to_contain_text("MASTER")
        await worker.press("Miksi sain tämän?", got)
        await worker.sees("Keskeneräisestä lomakkeesta muistutetaan sen tekijää")
        await worker.shoot("u2-why")
        await worker.press("Takaisin muistutukseen")
        await worker.sees("2 muistutusta", worker.dialog)
        await worker.close()
        await worker.press("Muistuta myöhemmin", got)
        await worker.shoot("u3-later")
