"""What a person says at each step of the form of Haastavat erot: made up, and by the words on the screen."""

from collections.abc import Mapping, Sequence

from playwright.async_api import expect

from tests.browser.screen import TICKED, Said, Screen

Answers = Mapping[str, Said]

# Title of the step, and what is answered there.
SINGLE: dict[str, Said] = {
    "Mistä haluat keskustella?": {
        "Konsultaation aihe": "Yksittäinen erotilanne",
        "Haluatko anonyymin konsultaation?": "Ei, nimeni saa näkyä ryhmälle",
    },
    "Sinä ja työsi": {
        "Ammattisi": "Sosiaalityöntekijä",
        "Organisaatiosi tyyppi": "Lastensuojelu",
        "Työskenteletkö perus- vai erityispalvelussa?": (
            "Erityispalvelu, esimerkiksi lastensuojelu tai erikoissairaanhoito"
        ),
    },
    "Yhteystietosi sihteerille": {
        "Yksikkösi": "Lastensuojelun avohuolto",
        "Kunta, jossa työskentelet": "Jyväskylä",
        "Työpuhelin": "040 123 4567",
        "Työsähköposti": "etunimi.sukunimi@kunta.example",
    },
    "Ero ja huolto": {
        "Kuinka kauan erosta on?": "2–5 vuotta",
        "Lasten huolto": "Yhteishuolto",
        "Mihin huolto ja tapaamiset perustuvat?": ["Tuomioistuimen päätös", "Asia on nyt tuomioistuimessa"],
    },
    "Lapset ja tapaamiset": {
        "Kuinka montaa lasta asia koskee?": "2",
        "Lasten ikäryhmät": ["3–6 vuotta", "7–9 vuotta"],
        "Missä lapset asuvat?": "Toisen vanhemman luona",
        "Miten tapaamiset toteutuvat?": "Osittain tai vaihtelevasti",
    },
    "Miten riita näkyy?": {
        "Mitä tilanteeseen kuuluu?": ["Lapsi kieltäytyy tapaamasta vanhempaa", "Toistuvia oikeudenkäyntejä"],
        "Kuvaa tilanne omin sanoin": (
            "Viestit vanhempien välillä ovat kiristyneet kevään aikana.\n"
            "Vaihtotilanteet päiväkodin pihalla on jouduttu keskeyttämään kahdesti, ja lapset oireilevat niiden "
            "jälkeen: nuorempi ei nuku, vanhempi ei halua puhua asiasta."
        ),
    },
    "Ketkä ovat jo mukana?": {
        "Viranomaiset ja palvelut tilanteessa": ["Perheoikeudelliset palvelut", "Lastensuojelu"],
    },
    "Turvallisuus": {"Onko tilanteessa väkivaltaa tai sen uhkaa?": "Epäillään"},
    "Tarkemmin turvallisuudesta": {"Mistä on kyse?": ["Henkinen väkivalta tai kontrolli", "Uhkaukset"]},
    "Lapsen näkemys": {"Onko lapsen näkemys selvitetty?": "Osittain, tai vain joidenkin lasten"},
    "Mitä on jo tehty?": {
        "Mitä on kokeiltu?": "Perheasioiden sovittelu, kaksi verkostopalaveria ja tuetut vaihdot syksystä alkaen.",
        "Mistä on ollut apua, edes vähän?": "Tuetut vaihdot ovat rauhoittaneet tilannetta.",
    },
    "Kysymyksesi ryhmälle": {
        "Mitä haluat kysyä ryhmältä?": "Miten tukea lasten tapaamisia turvallisesti, kun vanhemmat eivät puhu?",
    },
    "Huoltajan osuus": {"Tietääkö huoltaja konsultaatiosta?": "Huoltaja tietää pyynnöstä"},
    "Konsultaatioon osallistuminen": {
        "Ketkä osallistuvat?": ["Minä itse", "Työparini tai tiimini jäsen"],
        "Mikä kokous sopii?": ("to 13.10.2022 klo 13–15 (pyyntö viimeistään to 6.10.2022, vapaita paikkoja 3)"),
    },
    "Vielä kaksi asiaa": {
        "Olen tarkistanut": TICKED,
        "Osallistun konsultaatioon ja kirjaan": TICKED,
    },
}
# The same form for a general theme, which is shorter, by one who does not give her name to the group.
ANONYMOUS: dict[str, Said] = {
    "Mistä haluat keskustella?": {
        "Konsultaation aihe": "Yleinen kysymys tai teema",
        "Haluatko anonyymin konsultaation?": "Kyllä, vain sihteeri saa tietää nimeni",
    },
    **{title: SINGLE[title] for title in ("Sinä ja työsi", "Yhteystietosi sihteerille")},
    "Yleinen kysymys tai teema": {
        "Mihin teemaan kysymyksesi liittyy?": ["Eron jälkeinen vaino"],
        "Miten teema näkyy työssäsi?": "Vaino jatkuu usein viesteinä vielä eron jälkeen, ja apua pyydetään myöhään.",
    },
    **{title: SINGLE[title] for title in ("Kysymyksesi ryhmälle", "Konsultaatioon osallistuminen")},
    "Vielä kaksi asiaa": SINGLE["Vielä kaksi asiaa"],
}
REVIEW = "Tarkista ja lähetä"


async def walk(worker: Screen, answers: Answers, steps: Sequence[str] = (), shots: str = "") -> None:
    """Answer these steps, or all of them, one after the other."""
    for title in steps or answers:
        await expect((await worker.place()).get_by_role("heading", name=title, exact=True)).to_be_visible()
        await worker.fill(answers[title])
        if shots:
            await worker.shoot(f"{shots}{list(answers).index(title) + 1:02}")
        await worker.press("Seuraava")


async def send(worker: Screen, button: str = "Lähetä") -> None:
    """Read the review to its end, and send."""
    while await (await worker.place()).get_by_role("button", name="Seuraava sivu").count():
        await worker.press("Seuraava sivu")
    await worker.press(button)
