"""Reminders with hands and eyes: the card, what one can press on it, the weekly card, and how they fare."""

from pathlib import Path

from playwright.async_api import Browser, Locator, expect

from tests.browser.answers import ANONYMOUS, SINGLE, send, walk
from tests.browser.coordinator import PREVIEW, preview, standing
from tests.browser.processes import playground, running
from tests.browser.screen import Screen, choice, sit_down

FIRST = list(SINGLE)[:1]
WHICH, ANOTHER_DAY = "Mitä muistutuksia tämä koskee?", "Muuna päivänä, valitse alta"


async def begin(worker: Screen, choose: str = "Valitse tämä ryhmä", button: str = "Täytä lomake") -> None:
    """Open the form of Haastavat erot."""
    await worker.say("konsultaatio")
    await worker.press(choose)
    await worker.press(button)
    await expect(worker.dialog).to_be_visible()


async def announce(coordinator: Screen) -> None:
    """Send the invitation to the first info session."""
    await standing(coordinator, 1, "ke 5.10.2022")
    await preview(coordinator)
    await coordinator.press("Lähetä nyt", coordinator.message(PREVIEW))


async def reminded(person: Screen, moment: str, words: str) -> Locator:
    """The card that comes at this moment."""
    await person.move_clock(moment)
    got = person.message(words)
    await expect(got).to_be_visible()
    return got


async def put_off(worker: Screen, got: Locator, day: str) -> None:
    """To another day than the next ones, after a day that will not do."""
    await worker.press("Muistuta myöhemmin", got)
    await worker.press("Muistuta silloin")
    await worker.sees("Valitse päivä, jona haluat uuden muistutuksen.")
    await (await choice(worker.dialog, ANOTHER_DAY)).check()
    await worker.dialog.locator("input[type=date]").fill("2022-10-02")
    await worker.press("Muistuta silloin")
    await worker.sees("Viikonloppuisin, pyhinä ja lomakuukautena ei muistuteta.")
    await expect(await choice(worker.dialog, ANOTHER_DAY)).to_be_checked()
    await worker.shoot("u3-closed-day")
    await worker.dialog.locator("input[type=date]").fill(day)
    await worker.press("Muistuta silloin")
    await worker.sees("Muistutus tulee uudelleen valitsemanasi päivänä.")
    await worker.close()


async def test_a_form_and_a_session_are_reminded_of_put_off_and_spoken_of_no_more(
    browser: Browser, tmp_path: Path
) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, coordinator = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 6)
        await begin(worker)
        await walk(worker, SINGLE, FIRST)
        await worker.close()
        await announce(coordinator)
        await worker.press("Tulen", worker.message("Avoin kaikille"))

        got = await reminded(worker, "2022-09-29T09:00", "lomakkeesi on vielä kesken")
        await worker.sees("viimeistään to 6.10.2022", got)
        await worker.shoot("u1-form")
        await worker.press("Miksi sain tämän?", got)
        await worker.sees("Keskeneräisestä lomakkeesta muistutetaan sen tekijää")
        await worker.sees("5 ja 1")
        await worker.shoot("u2-why")
        await worker.press("Takaisin muistutukseen")
        await worker.sees("lomakkeesi on vielä kesken", worker.dialog)
        await worker.close()
        await put_off(worker, got, "2022-10-04")
        await worker.sees("Saat tästä uuden muistutuksen ti 4.10.2022.", got)
        await worker.shoot("u4-put-off")

        got = await reminded(worker, "2022-10-04T09:00", "2 muistutusta")
        await worker.sees("Olet ilmoittautunut tilaisuuteen", got)
        await worker.shoot("u5-two")
        await worker.press("Ei enää tästä", got)
        await worker.press("Älä muistuta enää")
        await worker.sees("Valitse ainakin yksi muistutus.")
        await worker.shoot("u6-no-more")
        await worker.fill({WHICH: ["Muistutus 2"]})
        await worker.press("Älä muistuta enää")
        await worker.sees("Selvä, tästä ei enää muistuteta.")
        await worker.close()
        await worker.press("Tehty", got)
        await worker.sees("Tästä ei enää muistuteta sinua.", got)
        await worker.sees("Merkitsit tämän tehdyksi.", got)
        await worker.shoot("u7-settled")

        got = await reminded(worker, "2022-10-05T07:45", "Kohta alkaa tilaisuus")
        await worker.shoot("u8-soon")
        # Nobody is asked outside of this machine.
        await worker.tab.context.route("https://teams.microsoft.com/**", lambda one: one.fulfill(body="Kokous"))
        async with worker.tab.expect_popup() as opened:
            await got.get_by_role("link", name="Liity Teamsissa").click()
        await (await opened.value).wait_for_url("https://teams.microsoft.com/**")
        got = await reminded(worker, "2022-10-06T09:00", "Palaute on nimetön")
        # The form would have been reminded of on the 5th.
        await expect(worker.tab.get_by_text("lomakkeesi on vielä kesken")).to_have_count(2)
        await worker.press("Anna palautetta", got)
        await worker.sees("Kuinka hyödyllinen tilaisuus oli työsi kannalta?", worker.dialog)


async def speak(person: Screen, language: str, *presses: str) -> None:
    """Choose a language, and press on in it."""
    await person.say("asetukset")
    await (await choice(person.card, language)).check()
    await person.press("Tallenna kieli")
    for one in presses:
        await person.press(one)


async def test_a_secretary_hears_what_waits_others_once_a_week_and_administrators_how_it_fares(
    browser: Browser, tmp_path: Path
) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, other = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 2)
        secretary, administrator = await sit_down(browser, site.url, 3), await sit_down(browser, site.url, 7)
        await speak(secretary, "English")
        await begin(worker)
        await walk(worker, ANONYMOUS)
        await send(worker)
        await worker.close()
        await speak(other, "svenska", "Inställningar för påminnelser")
        await (await choice(other.card, "En gång i veckan på ett kort")).check()
        await other.shoot("v1-how")
        await other.press("Spara")
        await other.sees("en gång i veckan")
        await other.shoot("v2-settings")
        await begin(other, "Välj den här gruppen", "Fyll i blanketten")
        await other.press("Nästa")
        await other.close()
        await worker.move_clock("2022-09-27T09:00")
        waits = secretary.message("HE-2022-0001 arrived")
        await expect(waits).to_be_visible()
        await expect(secretary.tab.locator("#toasts")).to_contain_text("A reminder from OT-botti")
        await expect(secretary.tab.locator("#toasts")).not_to_contain_text("HE-2022-0001")
        await secretary.shoot("v3-waits")
        await secretary.press("Open", waits)
        await secretary.sees("Anonymous consultation", secretary.dialog)
        await secretary.close()

        await worker.move_clock("2022-09-29T09:30")
        await worker.move_clock("2022-10-03T09:00")
        weekly = other.message("Påminnelse")
        await other.sees("6.10.2022", weekly)
        await other.shoot("v4-weekly")
        await other.press("Varför fick jag detta?", weekly)
        await other.shoot("v5-why")
        await administrator.say("jono")
        await administrator.sees("Muistutusten tilanne")
        await administrator.sees("Odottaa lähtöä")
        await administrator.shoot("v6-fare")
