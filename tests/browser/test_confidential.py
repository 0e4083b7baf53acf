"""What keeps a case and its requester apart from wrong readers, as one meets it on the screen, with hands and eyes."""

import re
from pathlib import Path

from playwright.async_api import Browser, expect

from tests.browser.answers import ANONYMOUS, REVIEW, send, walk
from tests.browser.processes import playground, running
from tests.browser.screen import Screen, sit_down
from tests.domain.codes import code

STEPS = list(ANONYMOUS)
THEME, QUESTION = "Yleinen kysymys tai teema", "Kysymyksesi ryhmälle"
REFERENCE = "HE-2022-0001"
CLAIM_CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}\b")
WRONG_CODE = "AAAA-AAAA-AAAA-AAAA"
IDENTITY_CODE = code("130597", "-", 957)


async def begin(worker: Screen) -> None:
    """The form of the group Haastavat erot, in its dialog."""
    await worker.say("konsultaatio")
    await worker.press("Valitse tämä ryhmä")
    await worker.press("Täytä lomake")


async def ask_anonymously(worker: Screen) -> str:
    """An anonymous request, from the first step to the last card; gives the code that stands there."""
    await begin(worker)
    await walk(worker, ANONYMOUS)
    await send(worker)
    return await shown_code(worker)


async def shown_code(worker: Screen) -> str:
    """The claim code that is on the screen."""
    await worker.sees("Koodi näytetään vain tämän kerran")
    [found] = set(CLAIM_CODE.findall(await worker.dialog.inner_text()))
    return str(found)


async def typed_in(worker: Screen, label: str) -> str:
    """What stands in the field with this label."""
    return await (await worker.place()).get_by_label(label).input_value()


async def claim(worker: Screen, claim_code: str) -> None:
    """Type the reference number and the code."""
    await worker.fill({"Viitenumero": REFERENCE, "Koodi": claim_code})
    await worker.press("Avaa pyyntö")


async def test_what_may_name_a_person_is_doubted_and_an_identity_code_is_refused(
    browser: Browser, tmp_path: Path
) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker = await sit_down(browser, site.url, 1)
        await begin(worker)
        await walk(worker, ANONYMOUS, STEPS[:3])

        doubted = "Matti Virtanen soittaa numerosta 040 765 4321 joka ilta."
        await worker.fill({**ANONYMOUS[THEME], "Miten teema näkyy työssäsi?": doubted})
        await worker.press("Seuraava")
        await worker.sees("Tekstissä näyttää olevan")
        await worker.sees("puhelinnumero")
        await worker.sees("henkilön nimi")
        assert await typed_in(worker, "Miten teema näkyy työssäsi?") == doubted
        await worker.shoot("l1-doubted")
        await worker.press("Jatka näin")

        await worker.sees(QUESTION)
        refused = f"Miten turvataan lapsi ({IDENTITY_CODE}), kun vaino jatkuu?"
        await worker.fill({"Mitä haluat kysyä ryhmältä?": refused})
        await worker.press("Seuraava")
        await worker.sees("Tekstissä oli henkilötunnus.")
        cut = refused.replace(IDENTITY_CODE, "[…]")
        assert await typed_in(worker, "Mitä haluat kysyä ryhmältä?") == cut
        await worker.shoot("l2-identity-code")
        await worker.press("Seuraava")
        await walk(worker, ANONYMOUS, STEPS[5:])
        await worker.sees(REVIEW)
        await worker.sees(doubted)
        await worker.shoot("l3-review")
        await worker.sees(cut)
        await send(worker)
        await shown_code(worker)
        assert IDENTITY_CODE not in await worker.tab.content()


async def test_a_claim_code_opens_an_anonymous_request_again(browser: Browser, tmp_path: Path) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker = await sit_down(browser, site.url, 1)
        first = await ask_anonymously(worker)
        await worker.shoot("m1-sent-with-code")
        await worker.close()
        assert not CLAIM_CODE.search(await worker.tab.content())

        await worker.say("koodi")
        await worker.shoot("m2-code-word")
        await worker.press("Kirjoita koodi")
        await claim(worker, WRONG_CODE)
        await worker.sees("Viitenumero ja koodi eivät sovi yhteen")
        await worker.shoot("m3-code-wrong")
        await claim(worker, first)
        await worker.sees("Saapunut, odottaa käsittelyä")
        await worker.shoot("m4-claimed")
        await worker.close()

        await worker.say("omat")
        await worker.press("Avaa")
        await worker.shoot("m5-own-anonymous")
        await worker.press("Näytä uusi koodi")
        second = await shown_code(worker)
        await worker.sees("Edellinen koodi ei enää toimi.")
        await worker.shoot("m6-code-renewed")
        await worker.close()

        await worker.say("koodi")
        await worker.press("Kirjoita koodi")
        await claim(worker, first)
        await worker.sees("Viitenumero ja koodi eivät sovi yhteen")
        await claim(worker, second)
        await worker.press("Peru pyyntö")
        await worker.press("Peru pyyntö")
        await worker.sees("Koodi puuttuu vielä.")
        await worker.shoot("m7-claim-withdrawing")
        await worker.fill({"Koodi": second})
        await worker.press("Peru pyyntö")
        await worker.sees("on peruttu")
        await worker.shoot("m8-claim-withdrawn")


async def look_with_a_reason(secretary: Screen) -> None:
    """The secretary sees who asks, which she cannot without a reason."""
    await secretary.press("Avaa", secretary.message(REFERENCE))
    await secretary.sees("Anonyymi konsultaatio")
    await secretary.shoot("n1-anonymous")
    await secretary.press("Näytä pyytäjän tiedot")
    await secretary.press("Näytä tiedot")
    await secretary.sees("Valitse syy, niin tiedot tulevat näkyviin.")
    await expect(secretary.dialog).not_to_contain_text("040 123 4567")
    await secretary.shoot("n2-reason-missing")
    await secretary.fill({"Mihin tarvitset tietoja?": "Sovin, miten pyytäjä osallistuu kokoukseen"})
    await secretary.press("Näytä tiedot")
    await secretary.sees("Ammattilainen")
    await secretary.sees("040 123 4567")
    await secretary.shoot("n3-requester")
    await secretary.press("Takaisin pyyntöön")
    await expect(secretary.dialog).not_to_contain_text("040 123 4567")
    await secretary.close()


async def test_who_asks_is_seen_with_a_reason_and_can_erase_herself(browser: Browser, tmp_path: Path) -> None:
    site = playground(tmp_path)
    async with running(site):
        worker, secretary = await sit_down(browser, site.url, 1), await sit_down(browser, site.url, 3)
        claim_code = await ask_anonymously(worker)
        await worker.close()
        await look_with_a_reason(secretary)

        await worker.say("asetukset")
        await worker.shoot("o1-settings")
        await worker.press("Omat tietoni")
        await worker.sees(REFERENCE)
        await worker.shoot("o2-own-data")
        await worker.press("Unohda ehdotettavat tiedot")
        await worker.sees("Ehdotettavat tiedot on poistettu.")
        await worker.shoot("o3-forgotten")
        await worker.press("Poista kaikki tietoni")
        await worker.sees("Tietojasi ei voi vielä poistaa")
        await worker.sees(REFERENCE)
        await worker.shoot("o4-erase-refused")

        await worker.move_clock("2022-10-14T09:00")
        await worker.say("asetukset")
        await worker.press("Omat tietoni")
        await worker.press("Poista kaikki tietoni")
        await worker.sees("poistetaan pysyvästi")
        await worker.shoot("o5-erase-asked")
        await worker.press("Poista kaikki tietoni")
        await worker.sees("Tietosi on poistettu")
        await worker.shoot("o6-erased")

        await secretary.say(REFERENCE)
        await secretary.sees("Hän voi lukea kysymyksesi ja vastata siihen vain pyynnön koodilla")
        await secretary.shoot("p1-unreachable")
        await secretary.press("Kysy pyytäjältä")
        await secretary.fill({"Kysymys": "Mihin ryhmä voi ottaa yhteyttä?"})
        await secretary.press("Lähetä kysymys")
        await secretary.sees("Kysymys on tallennettu.")
        await secretary.shoot("p2-asked-by-code")

        await worker.say("koodi")
        await worker.press("Kirjoita koodi")
        await claim(worker, claim_code)
        await worker.sees("Mihin ryhmä voi ottaa yhteyttä?")
        await worker.shoot("p3-question-by-code")
        await worker.fill({"Vastauksesi": "Perheneuvolan kautta.", "Koodi": claim_code})
        await worker.press("Lähetä vastaus")
        await worker.sees("Perheneuvolan kautta.")
        await worker.shoot("p4-answered-by-code")
        await secretary.say(REFERENCE)
        await secretary.sees("Perheneuvolan kautta.")
