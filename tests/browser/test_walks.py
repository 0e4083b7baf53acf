"""What else is done with announcements, walked in Chromium: a newsletter, a second reader, feedback, calling off."""

import shutil
from pathlib import Path

from playwright.async_api import Browser

from tests.browser.coordinator import PREVIEW, STANDING, preview, standing
from tests.browser.processes import ROOT, playground, running, service, turn
from tests.browser.screen import Said, Screen, sit_down

LETTER, FORUM, INVITED = "Mikä ihmeen OT? Uutiskirje 3/22", "Keski-Suomen OT-foorumi", "käydään läpi"
LINK = "Linkki, josta voi lukea lisää"
STEPS: list[Said] = [
    {"Millä kielillä kirjoitat?": ["suomi", "svenska"], "Montako uutista?": "2"},
    {"Otsikko suomeksi": LETTER, "Johdanto suomeksi": "Syksyn toinen uutiskirje."},
    {"Otsikko ruotsiksi": "Nyhetsbrev 3/22", "Johdanto ruotsiksi": "Höstens andra nyhetsbrev."},
    {"Otsikko suomeksi": "Foorumi pidettiin", "Teksti suomeksi": "Kiitos kaikille!"},
    {"Otsikko ruotsiksi": "Forumet hölls", "Teksti ruotsiksi": "Tack till alla!"},
    {LINK: "https://uutiskirje.kuh.fi/"},
    {"Otsikko suomeksi": "Syksyn infot", "Teksti suomeksi": "Tule mukaan."},
    {"Otsikko ruotsiksi": "Höstens infomöten", "Teksti ruotsiksi": "Kom med."},
    {LINK: "https://koskeverkko.fi/"},
    {
        "Mistä aiheesta on kyse?": ["Uutiskirje Mikä ihmeen OT?"],
        "Lähetetäänkö kaikille, jotka ovat valinneet aiheen?": "Kyllä",
    },
]


async def answer(person: Screen, words: str) -> None:
    """Give feedback on what has just been."""
    await person.press("Anna palautetta", await person.say("infot", "Anna palautetta"))
    await person.fill(
        {"Kuinka hyödyllinen tilaisuus oli työsi kannalta?": "5 – erittäin hyödyllinen", "Vapaa sana": words}
    )
    await person.press("Lähetä")
    await person.sees("Kiitos palautteesta", person.dialog)
    await person.close()


async def test_a_newsletter_is_written_sent_read_in_another_language_and_taken_back(
    browser: Browser, tmp_path: Path
) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, coordinator = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 6)
        await coordinator.say("tiedote")
        await coordinator.press("Uutiskirje")
        await coordinator.shoot("r1-first-step")
        for said in STEPS:
            await coordinator.fill(said)
            await coordinator.press("Seuraava")
        await coordinator.sees("Tarkista ja tallenna", coordinator.dialog)
        await coordinator.press("Tallenna")
        await coordinator.sees("Lue lisää: koskeverkko.fi", coordinator.dialog)
        await coordinator.press("Lähetä nyt")
        await coordinator.close()
        got = worker.message("Foorumi pidettiin")
        await worker.sees(LETTER, got)
        await worker.press("På svenska", got)
        got = worker.message("Forumet hölls")
        await worker.sees("Läs mer: uutiskirje.kuh.fi", got)
        await worker.press("Varför får jag det här?", got)
        await worker.sees("Saat tiedotteet aiheesta: Uutiskirje", worker.dialog)
        await worker.shoot("r2-why")
        await worker.close()
        await standing(coordinator, 3, LETTER)
        await coordinator.press("Vedä takaisin", coordinator.message(STANDING))
        await coordinator.press("Vedä takaisin", coordinator.message("Vedetäänkö"))
        await worker.sees("Tämä tiedote on vedetty takaisin.", worker.message("vedetty takaisin"))


async def test_a_session_is_planned_held_told_of_and_the_next_one_called_off(browser: Browser, tmp_path: Path) -> None:
    house = service(tmp_path)
    site = playground(tmp_path, house)
    async with running(house, site):
        people = [await sit_down(browser, site.url, number) for number in (1, 2, 3)]
        worker, coordinator = people[0], await sit_down(browser, site.url, 6)
        await standing(coordinator, 0, FORUM)
        await preview(coordinator)
        shown = coordinator.message(PREVIEW)
        await shown.locator("input[type=date]").fill("2022-09-20")
        await shown.locator("input[type=time]").fill("08:30")
        await coordinator.press("Ajasta", shown)
        await coordinator.sees("Lähtee ti 20.9.2022 klo 8.30", coordinator.message(STANDING))
        await turn(house, "2022-09-20T08:31")
        for one in people:
            await one.sees("Linkki vie osoitteeseen teams.microsoft.com.", one.message(INVITED))
        await turn(house, "2022-09-20T15:05")
        for number, one in enumerate(people):
            await answer(one, f"Kiitos, lisää tällaisia {number}.")
        await worker.press("Anna palautetta", await worker.say("infot", "Anna palautetta"))
        await worker.sees("Kiitos palautteesta", worker.dialog)
        await worker.close()
        await standing(coordinator, 2, FORUM)
        await coordinator.press("Palautteet", coordinator.message(STANDING))
        await coordinator.sees("Palautteen antoi 3 henkilöä.", coordinator.dialog)
        await coordinator.sees("Kiitos, lisää tällaisia 2.", coordinator.dialog)
        await coordinator.shoot("s1-summary")
        await coordinator.close()
        await standing(coordinator, 0, "ke 5.10.2022")
        await preview(coordinator)
        await coordinator.press("Lähetä nyt", coordinator.message(PREVIEW))
        await worker.press("Tulen", worker.message("Avoin kaikille"))
        await standing(coordinator, 0, "ke 5.10.2022")
        await coordinator.press("Peru tilaisuus", coordinator.message(STANDING))
        asked = coordinator.message("Perutaanko tilaisuus?")
        await asked.locator("textarea").fill("Kouluttaja on sairastunut.")
        await coordinator.shoot("s2-call-off")
        await coordinator.press("Peru tilaisuus", asked)
        await worker.sees("Kouluttaja on sairastunut.", worker.message("Tilaisuus on peruttu"))
        await worker.shoot("s3-off")


async def test_a_second_person_gives_back_and_then_lets_go_what_she_is_asked_to_read(
    browser: Browser, tmp_path: Path
) -> None:
    content = tmp_path / "content"
    shutil.copytree(ROOT / "content", content)
    centre = content / "keski-suomi" / "centre.toml"
    told = centre.read_text(encoding="utf-8")
    centre.write_text(told.replace("approval = false", "approval = true"), encoding="utf-8")
    house = service(tmp_path, OT_CONTENT=str(content / "keski-suomi"))
    site = playground(tmp_path, house)
    async with running(house, site):
        coordinator, second = await sit_down(browser, site.url, 6), await sit_down(browser, site.url, 7)
        await standing(coordinator, 0, FORUM)
        await preview(coordinator)
        await coordinator.press("Pyydä hyväksyntä", coordinator.message(PREVIEW))
        asked = second.message("Hyväksyttävä tiedote")
        await second.sees(FORUM, asked)
        await second.shoot("t1-asked")
        await asked.locator("textarea").fill("Lisää vielä lounastauko.")
        await second.press("Palauta", asked)
        back = coordinator.message("palautettiin korjattavaksi")
        await coordinator.sees("Lisää vielä lounastauko.", back)
        await coordinator.press("Avaa", back)
        await preview(coordinator)
        await coordinator.press("Pyydä hyväksyntä", coordinator.message(PREVIEW))
        await second.press("Hyväksy", second.message("Hyväksyttävä tiedote"))
        await coordinator.sees("Perillä 2 vastaanottajalla.", coordinator.message("Lähetys on valmis"))
        await coordinator.shoot("t2-sent")
