"""A session is announced, registered for and moved in Chromium: the card that somebody has open follows by itself."""

from pathlib import Path

from playwright.async_api import Browser

from tests.browser.processes import playground, running
from tests.browser.screen import Screen, sit_down

STANDING, BEFORE, AFTER = "Tiedotteen tilanne", "ke 5.10.2022 klo 8.15–9.15", "ke 5.10.2022 klo 9–10"


async def open_session(coordinator: Screen) -> None:
    """The first of the two info sessions, from the list."""
    known = await coordinator.say("tiedote", "Uusi info-tilaisuus")
    await known.get_by_role("button", name="Avaa", exact=True).nth(1).click()
    await coordinator.sees(BEFORE, coordinator.message(STANDING))


async def move(coordinator: Screen) -> None:
    """Let it begin three quarters of an hour later."""
    await coordinator.press("Muokkaa", coordinator.message(STANDING))
    await coordinator.sees("kortti päivittyy heti kaikilla", coordinator.dialog)
    await coordinator.shoot("q4-editing")
    await coordinator.dialog.get_by_role("button", name="Muuta", exact=True).nth(4).click()
    await coordinator.fill({"Alkaa klo": "09:00", "Päättyy klo": "10:00"})
    await coordinator.press("Seuraava")
    await coordinator.sees("Tarkista ja tallenna")
    await coordinator.press("Tallenna")
    await coordinator.sees(AFTER)
    await coordinator.shoot("q5-moved")


async def test_a_session_is_announced_registered_for_and_moved(browser: Browser, tmp_path: Path) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, coordinator = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 6)
        await open_session(coordinator)
        await coordinator.shoot("q1-coordinator")
        await coordinator.press("Lähetä", coordinator.message(STANDING))
        await coordinator.sees("Viesti menee 2 henkilölle.", coordinator.message("Näin viesti näkyy"))
        await coordinator.shoot("q2-preview")
        await coordinator.press("Lähetä nyt", coordinator.message("Näin viesti näkyy"))
        invited = worker.message("Avoin kaikille kiinnostuneille")
        await worker.sees(BEFORE, invited)
        await worker.press("Tulen", invited)
        await worker.sees("Olet ilmoittautunut.", invited)
        await worker.shoot("q3-coming")
        await coordinator.sees("Ilmoittautuneita 1", coordinator.message("Lähetys on valmis"))
        await open_session(coordinator)
        await move(coordinator)
        # Nobody has touched this tab since.
        await worker.sees(AFTER, worker.message("Avoin kaikille kiinnostuneille"))
        await worker.shoot("q6-followed")
        await worker.say("infot")
        await worker.sees(AFTER)
        await worker.shoot("q7-sessions")
