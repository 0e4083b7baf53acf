"""What may point at a person is found, each thing once, and ordinary numbers are left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.person_names import NO_NAMES, Names
from domain.sensitive import Likely, findings

NAMES = Names(first=frozenset(["matti", "liisa"]))


def found(text: str) -> list[tuple[str, str]]:
    return [(one.kind.value, text[one.start : one.end]) for one in findings(text, NAMES)]


@pytest.mark.parametrize(
    "number",
    [
        "040 123 4567",
        "040-1234567",
        "0401234567",
        "040\u00a0123\u00a04567",
        "+358 40 123 4567",
        "+358401234567",
        "+358 (0)40 123 4567",
        "00358 40 1234567",
        "014 266 0149",
        "(014) 266 0149",
        "09 1234 5678",
        "+46 70 123 45 67",
        "puh. 12345",
        "puhelin 5551234",
        "Puhelinnumero: 123 4567",
        "gsm 5551234",
    ],
)
def test_a_phone_number_is_found(number: str) -> None:
    [(kind, what)] = found(f"Soita {number}, kiitos.")
    assert kind == "phone"
    assert what in number or number in what


@pytest.mark.parametrize("address", ["a.b@kunta.fi", "a_b+c@x.co.uk", "etu.suku(at)kunta.fi", "etu [at] kunta.fi"])
def test_an_email_address_is_found(address: str) -> None:
    assert found(f"Kirjoita {address}.") == [("email", address)]


@pytest.mark.parametrize(
    "address",
    [
        "Kauppakatu 12",
        "Kauppakatu 12 A",
        "kauppakatu 12b",
        "Kauppakadulla 12",
        "Koskitie 5",
        "Koskitiellä 5",
        "Mannerheimintie 5 B",
        "Ruusukuja 3",
        "Koivuraitti 7",
        "Mäntypolku 9",
        "Rantakaari 14 C",
        "Kuusirinteellä 2",
        "Väinölänranta 6",
        "Kirkkomäki 1",
        "Storgatan 5",
        "Skolvägen 11 A",
        "Strandgränden 2",
        "Norraesplanaden 3",
    ],
)
def test_a_street_address_is_found(address: str) -> None:
    assert found(f"Perhe asuu {address}, toinen vanhempi muualla.") == [("address", address)]


@pytest.mark.parametrize("plate", ["ABC-123", "AB-12", "ÅÄÖ-999", "rekisterinumero on abc-123", "rek. ABC 123"])
def test_a_car_plate_is_found(plate: str) -> None:
    assert found(f"Auto, {plate}, nähtiin.") == [("plate", plate)]


@pytest.mark.parametrize(
    "born",
    [
        "s. 3.4.2015",
        "s. 03.04.2015",
        "s.3.4.15",
        "synt. 3.4.2015",
        "syntynyt 3.4.2015",
        "syntynyt Jyväskylässä 3.4.2015",
        "syntymäaika: 3. 4. 2015",
        "syntymäaika 030415",
        "Syntymäpäivä on 2015-04-03",
        "syntynyt 3. huhtikuuta 2015",
        "tyttö (3.4.2015)",
        "3.4.2015 synty",
        "född 3 april 2015",
        "born 3.4.2015",
    ],
)
def test_an_exact_day_of_birth_is_found(born: str) -> None:
    assert [kind for kind, _ in found(f"Lapsi, {born}.")] == ["birth-date"]


@pytest.mark.parametrize(
    "text",
    [
        "Kokous 3.4.2022 klo 12.30–14.00 ja 5.5.2022.",
        "Lapsi syntyi keväällä 2015. Ero tuli 3.4.2020.",
        "Lapsi syntyi 2015, ja 3.4.2020 vanhemmat erosivat.",
        "ks. 3.4.2022 päivätty lausunto, s. 12",
        "HE-2026-0007, HE 52/2022, ON-2023-0123",
        "ICD-10, DSM-5, BDI-21, KHO:2021:45, COVID-19",
        "FI21 1234 5600 0007 85 ja FI2112345600000785",
        "00100 Helsinki ja 40100 Jyväskylä",
        "0,5 %, 1 200 €, 2 345,67 euroa, 0-6-vuotiaat",
        "Valtatie 4 ja kantatie 58, rautatie 2",
        "Koulutie 7-vuotiaalle, katu 5, tie 3",
        "Hoitopolku 2, palvelupolku 3",
        "Lastensuojelulain 25 § ja 361/1983",
        "Vuosina 2018–2022 ja 2018-2022",
        "Laskun viite 20227 00123 4, tilaus 4500123456",
        "@-merkki, a@b",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_each_thing_is_found_once_and_in_the_order_of_the_text() -> None:
    text = "Matti (s. 3.4.2015) asuu Kauppakatu 12, 040 123 4567, matti.liisa@kunta.fi, ABC-123, Liisa"
    assert [kind for kind, _ in found(text)] == ["name", "birth-date", "address", "phone", "email", "plate", "name"]


def test_every_kind_can_be_found() -> None:
    text = "Matti s. 3.4.2015 Kauppakatu 12, 040 123 4567, a@kunta.fi, ABC-123"
    assert {kind for kind, _ in found(text)} == set(Likely)


@given(st.text(max_size=300))
def test_whatever_is_written_findings_lie_within_it_and_apart(text: str) -> None:
    ends = 0
    for one in findings(text, NO_NAMES):
        assert ends <= one.start < one.end <= len(text)
        ends = one.end
