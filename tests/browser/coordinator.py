"""What a coordinator does on the screen before something goes out."""

from tests.browser.screen import Screen

STANDING, PREVIEW = "Tiedotteen tilanne", "Näin viesti näkyy"


async def standing(coordinator: Screen, number: int, words: str) -> None:
    """Open one of the list."""
    known = await coordinator.say("tiedote", "Uusi info-tilaisuus")
    await known.get_by_role("button", name="Avaa", exact=True).nth(number).click()
    await coordinator.sees(words, coordinator.message(STANDING))


async def preview(coordinator: Screen) -> None:
    """See how it will look, before it is sent."""
    await coordinator.press("Lähetä", coordinator.message(STANDING))
    await coordinator.sees("Lähetyspäivä", coordinator.message(PREVIEW))
