"""In Chromium a coordinator sends a list of addresses as a file, opens a form with it, and sees whom it reaches."""

from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.processes import playground, running
from tests.browser.screen import Said, Screen, sit_down

LIST = "Nimi;Sähköposti\nAmmattilainen;person1@example.fi\nEi kukaan;tuntematon@kunta.example\nÅsa;asa@\n"
ANSWERS: list[Said] = [
    {"Millä kielillä kirjoitat?": ["suomi"]},
    {"Otsikko suomeksi": "Uusi ryhmä aloittaa", "Teksti suomeksi": "Ryhmä kokoontuu torstaisin."},
    {},
    {
        "Mistä aiheesta on kyse?": ["OT-infot ja foorumit"],
        "Lähetetäänkö kaikille, jotka ovat valinneet aiheen?": "Ei",
    },
]


async def send_file(person: Screen, name: str, data: bytes) -> None:
    """Attach a file, and wait for what the bot says of it."""
    bot = person.tab.locator("article.message:not(.mine)")
    before = await bot.count()
    file = {"name": name, "mimeType": "text/csv", "buffer": data}
    async with person.tab.expect_file_chooser() as chooser:
        await person.tab.get_by_role("button", name="Liitä tiedosto", exact=True).click()
    await (await chooser.value).set_files(file)  # type: ignore[arg-type]
    await expect(bot).to_have_count(before + 1)


async def test_a_list_that_is_sent_as_a_file_reaches_whom_it_names(browser: Browser, tmp_path: Path) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, coordinator = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 6)
        await send_file(worker, "Lista.csv", LIST.encode())
        await worker.sees("ei avattu eikä tallennettu")
        await send_file(coordinator, "Lista.csv", LIST.encode("cp1252"))
        await coordinator.sees("Yhden osoitteen haltija löytyi OT-botin käyttäjistä.")
        await coordinator.sees("tuntematon@kunta.example")
        await coordinator.fill({"Mihin luettelo tulee?": "Uusi tiedote"})
        await coordinator.shoot("u1-list")
        await coordinator.press("Avaa lomake")
        for answers in ANSWERS:
            await coordinator.fill(answers)
            if "Mistä aiheesta on kyse?" in answers:
                await coordinator.shoot("u2-form")
            await coordinator.press("Seuraava")
        await coordinator.sees("Tarkista ja tallenna")
        await coordinator.press("Tallenna")
        await coordinator.sees("Viesti menee yhdelle henkilölle.")
        await coordinator.sees("Yhdelle osoitteelle ei löytynyt ketään")
        await coordinator.shoot("u3-preview")
        await coordinator.press("Lähetä nyt")
        await worker.sees("Ryhmä kokoontuu torstaisin.")
