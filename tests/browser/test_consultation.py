"""The main job with hands and eyes: a consultation is asked for, handled, changed and withdrawn in a browser."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.answers import REVIEW, SINGLE
from tests.browser.processes import Running, playground, service
from tests.browser.screen import Screen

Shoot = Callable[[Screen, str], Awaitable[None]]
STEPS = list(SINGLE)
ACUTE = "Välitön vaara: jonkun henki, terveys tai turvallisuus on uhattuna nyt"


@asynccontextmanager
async def running(*parts: Running) -> AsyncIterator[None]:
    """These processes, in this order."""
    try:
        for part in parts:
            await part.start()
        yield
    finally:
        for part in reversed(parts):
            await part.stop()


async def sit_down(browser: Browser, site: Running, number: int) -> Screen:
    """A person opens her tab and is greeted."""
    tab = await browser.new_page(viewport={"width": 1180, "height": 800}, reduced_motion="reduce")
    tab.set_default_timeout(15_000)
    await tab.goto(f"{site.url}?person={number}")
    screen = Screen(tab)
    await screen.sees("Tervetuloa!")
    return screen


async def walk(worker: Screen, steps: list[str], shots: str = "") -> None:
    """Answer these steps, one after the other."""
    for title in steps:
        await expect((await worker.place()).get_by_role("heading", name=title, exact=True)).to_be_visible()
        await worker.fill(SINGLE[title])
        if shots:
            await worker.shoot(f"{shots}{STEPS.index(title) + 1:02}")
        await worker.press("Seuraava")


async def send(worker: Screen, button: str = "Lähetä") -> None:
    """Read the review to its end, and send."""
    while await (await worker.place()).get_by_role("button", name="Seuraava sivu").count():
        await worker.press("Seuraava sivu")
    await worker.press(button)


async def test_a_form_survives_the_service_and_travels_to_the_secretary_and_back(
    browser: Browser, tmp_path: Path
) -> None:
    house = service(tmp_path)
    site = playground(tmp_path, house)
    async with running(house, site):
        worker, secretary = await sit_down(browser, site, 1), await sit_down(browser, site, 3)
        await worker.say("konsultaatio")
        await worker.sees("Miltä ryhmältä haluat pyytää konsultaatiota?")
        await worker.shoot("a1-groups")
        await worker.press("Valitse tämä ryhmä")
        await worker.shoot("a2-surface")
        await worker.press("Täytä lomake")
        await worker.press("Seuraava")
        await worker.sees("Tarkista vielä merkityt kohdat.")
        await worker.shoot("b00-refused")
        await walk(worker, STEPS[:3], "b")
        await worker.sees(STEPS[3])

        await house.kill()
        await worker.fill(SINGLE[STEPS[3]])
        await worker.press("Seuraava")
        await expect(worker.dialog.get_by_role("alert")).to_contain_text("Kirjoittamasi on yhä tässä")
        await worker.shoot("b04-service-away")
        await house.start()
        await worker.close()
        await worker.say("omat")
        await worker.sees("Keskeneräinen lomake: Haastavat erot")
        await worker.shoot("c1-own-draft")
        await worker.press("Jatka täyttämistä")
        await walk(worker, STEPS[3:7], "b")
        await worker.fill({"Onko tilanteessa väkivaltaa tai sen uhkaa?": ACUTE})
        await worker.press("Seuraava")
        await worker.sees("Varmista ensin turvallisuus")
        await worker.sees("112")
        await worker.shoot("b08-acute")
        await worker.press("Takaisin")
        await walk(worker, STEPS[7:], "b")
        await worker.sees(REVIEW)
        await worker.sees("to 13.10.2022 klo 13–15")
        await worker.shoot("d1-review")
        await send(worker)
        await worker.sees("viitenumero on HE-2022-0001")
        await worker.shoot("d2-sent")
        await worker.close()
        receipt = worker.message("HE-2022-0001 on vastaanotettu")
        await worker.sees("Saapunut, odottaa käsittelyä", receipt)
        await worker.shoot("d3-receipt")

        await secretary.sees("Uusi konsultaatiopyyntö HE-2022-0001", secretary.message("HE-2022-0001"))
        await secretary.shoot("e1-arrived")
        await secretary.say("jono")
        await secretary.sees("Yksi pyyntö.")
        await secretary.shoot("e2-queue")
        await secretary.press("Avaa")
        await secretary.sees("Viestit vanhempien välillä ovat kiristyneet kevään aikana.")
        await secretary.shoot("e3-opened")
        await secretary.press("Ota käsittelyyn")
        await secretary.sees("Pyyntö on nyt sinun käsittelyssäsi.")
        await secretary.press("Kysy pyytäjältä")
        await secretary.fill({"Kysymys": "Onko lapsia kuultu kesän jälkeen?"})
        await secretary.shoot("e4-asking")
        await secretary.press("Lähetä kysymys")
        await secretary.sees("Kysymys on lähetetty pyytäjälle.")
        await secretary.shoot("e5-asked")
        await secretary.close()

        question = worker.message("Sihteeri pyytää lisätietoa")
        await worker.sees("HE-2022-0001", question)
        await worker.sees("Sihteerin kysymys odottaa vastausta", receipt)
        await worker.shoot("f1-question")
        await worker.press("Vastaa kysymykseen", question)
        await worker.sees("Onko lapsia kuultu kesän jälkeen?")
        await worker.press("Lähetä vastaus")
        await worker.sees("Kirjoita tähän jotakin ennen kuin lähetät.")
        await worker.fill({"Vastauksesi": "Kyllä, elokuussa."})
        await worker.shoot("f2-answering")
        await worker.press("Lähetä vastaus")
        await worker.sees("Kyllä, elokuussa.")
        await worker.shoot("f3-answered")
        await worker.close()
        await secretary.sees("on vastattu", secretary.message("on vastattu"))

        await worker.press("Muuta pyyntöä", receipt)
        await worker.shoot("g1-changing")
        await worker.press("Muuta")
        await worker.fill({"Haluatko anonyymin konsultaation?": "Kyllä, vain sihteeri saa tietää nimeni"})
        await worker.press("Seuraava")
        await send(worker, "Lähetä muutokset")
        await worker.sees("Muutokset pyyntöön HE-2022-0001 on tallennettu.")
        await worker.shoot("g2-changed")
        await worker.close()
        await secretary.sees("on muutettu", secretary.message("on muutettu"))
        await secretary.shoot("g3-secretary")
        await secretary.press("Avaa", secretary.message("on muutettu"))
        await secretary.sees("Anonyymi konsultaatio")
        await secretary.press("Siirrä toiseen kokoukseen")
        await secretary.shoot("g4-moving")
        await secretary.close()

        await worker.press("Peru pyyntö", receipt)
        await worker.sees("Perutaanko pyyntö HE-2022-0001?")
        await worker.shoot("h1-withdrawing")
        await worker.press("Peru pyyntö")
        await worker.sees("Pyyntö HE-2022-0001 on peruttu.")
        await worker.close()
        await worker.sees(
            "Konsultaatiopyyntö HE-2022-0001 on peruttu", worker.message("Konsultaatiopyyntö HE-2022-0001 on peruttu")
        )
        await worker.shoot("h2-withdrawn")
        await secretary.sees("on peruttu", secretary.message("on peruttu"))


async def test_the_same_goes_through_cards_in_the_chat(browser: Browser, tmp_path: Path) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, secretary = await sit_down(browser, site, 1), await sit_down(browser, site, 3)
        await worker.press("Pyydä konsultaatiota")
        await worker.press("Valitse tämä ryhmä")
        await worker.press("Täytä keskustelussa")
        await walk(worker, STEPS)
        await worker.sees(REVIEW)
        await worker.shoot("k1-chat-review")
        await send(worker)
        await worker.sees("viitenumero on HE-2022-0001", worker.message("Pyyntö on lähetetty"))

        arrived = secretary.message("HE-2022-0001")
        await secretary.press("Ota käsittelyyn", arrived)
        await secretary.sees("Käsittelyssä: Ryhmän sihteeri", arrived)
        await secretary.say("he-2022-0001")
        await secretary.press("Kysy pyytäjältä")
        await secretary.fill({"Kysymys": "Kuka osallistuu?"})
        await secretary.press("Lähetä kysymys")
        await secretary.sees("Kysymys on lähetetty pyytäjälle.")

        await worker.sees("HE-2022-0001", worker.message("Sihteeri pyytää lisätietoa"))
        await worker.say("HE-2022-0001")
        await worker.press("Vastaa kysymykseen")
        await worker.fill({"Vastauksesi": "Minä ja työparini."})
        await worker.press("Lähetä vastaus")
        await worker.sees("Minä ja työparini.")
        await worker.shoot("k2-chat-answered")
        await worker.press("Muuta pyyntöä")
        await send(worker, "Lähetä muutokset")
        await worker.sees("Muutokset pyyntöön HE-2022-0001 on tallennettu.")
        await secretary.sees("Avaa", secretary.message("on muutettu"))
        await worker.say("HE-2022-0001")
        await worker.press("Peru pyyntö")
        await worker.press("Peru pyyntö")
        await worker.sees("Peruttu")
        await secretary.sees("Peruttu", secretary.message("on peruttu"))
