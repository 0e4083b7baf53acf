"""Likely names are found in any case, and a common word at the beginning of a sentence is no name."""

import pytest

from domain.person_names import NO_NAMES, Names, origins, person_names

FIRST = (
    "matti",
    "pekka",
    "riitta",
    "johannes",
    "mikael",
    "tuomas",
    "liisa",
    "satu",
    "mika",
    "hannele",
    "ahmed",
    "milla",
)
FORMS = (
    "Matti Matin Mattia Matille Matilla Matilta Matissa Matista Mattiin Matiksi Mattina Matitta Matinkin Mattikaan",
    "Pekan Pekkaa Pekalle Pekkaan Riitan Riitalta Riittaan Johanneksen Johanneksesta Johannesta Mikaelin Mikaelille",
    "Tuomaan Tuomaksen Tuomasta Liisalla Sadun Sadulta Mikan Hannelea Hannelelle Ahmedin Virtasen Virtaselle",
    "Virtasesta Johanssonin MATTI Mattis",
)
NAMES = Names(
    first=frozenset(FIRST),
    words=frozenset(["toivo", "anna", "pia", "ilma", "kai"]),
    surnames=frozenset(["virtanen", "johansson"]),
    allowed=frozenset(["wilma", "uurainen", "matti-messut", "korhonen"]),
)


def found(text: str, names: Names = NAMES) -> list[str]:
    return [text[start:end] for start, end in person_names(text, names)]


@pytest.mark.parametrize("name", [one for line in FORMS for one in line.split()])
def test_a_name_is_found_in_whatever_case(name: str) -> None:
    assert found(f"{name} kertoi asiasta.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Toivo paremmasta elää.",
        "Annan lisätietoja. Anna aikaa. Pian nähdään.",
        "Ilman tukea ei pärjätä.\nKai asia selviää.",
        "– Toivo elää. • Anna aikaa: Pian nähdään.",
        "toivo, annan, matti ja virtanen pienellä",
        "Wilman viesti ja Uuraisen kunta",
        "Matti-messut ja Pekka-päivä",
        "Millaista apua? Millainen tuki?",
        "Suomalainen tapa.",
        "Lapsi muutti Laukaaseen ja Lontooseen.",
        "Yhdistyksen ja Kansaneläkelaitoksen päätös, Ihmeelliset vuodet",
        "",
    ],
)
def test_words_are_not_taken_for_names(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lapsi on Toivo.", ["Toivo"]),
        ("Toivo Mäki tuli.", ["Toivo"]),
        ("Kun Annan isä soitti.", ["Annan"]),
        ("Anna-Liisan äiti", ["Anna-Liisan"]),
        ("Eräs Matti-niminen poika", ["Matti-niminen"]),
        ("Kertoi perheen Nieminen tavanneen.", ["Nieminen"]),
        ("Soitti Niemisen perheelle ja Lindströmille.", ["Niemisen", "Lindströmille"]),
        ("Lapsen nimi on Zorro, nimeltään Xyz.", ["Zorro", "Xyz"]),
        ("Tapasin rouva Kuuran.", ["Kuuran"]),
        ("Matti ja Liisa Virtanen", ["Matti", "Liisa Virtanen"]),
        ("Matti, Pekka\nLiisa", ["Matti", "Pekka", "Liisa"]),
    ],
)
def test_a_name_is_known_by_its_place_its_ending_or_its_neighbour(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_an_abbreviation_beside_a_word_makes_no_name_of_it() -> None:
    assert found("Toivo OT-ryhmästä elää. Pian KELA päättää.") == []
    assert found("Pian THL julkaisee.") == []


def test_what_the_content_allows_is_no_name_whatever_its_ending() -> None:
    assert found("Terveisiä Korhoselle.") == []
    assert found("Terveisiä Korhoselle.", Names()) == ["Korhoselle"]


def test_without_any_list_only_endings_and_places_tell() -> None:
    assert found("Matti tuli. Lapsi Matti tuli.", NO_NAMES) == []


def test_a_word_comes_from_several_names_at_once() -> None:
    assert {"pekan", "peka", "pekka"} <= origins("pekan")
    assert {"johannes"} <= origins("johanneksessa")
    assert {"virtanen"} <= origins("virtasella")
    assert all(len(one) > 2 for one in origins("on") - {"on"})
