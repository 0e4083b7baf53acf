"""What a person says at each step of the form of Haastavat erot: made up, and by the words on the screen."""

from tests.browser.screen import TICKED, Said

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
REVIEW = "Tarkista ja lähetä"
