"""The card about a list that was sent as a file: what it says, what it carries, and where the list can go."""

from datetime import date

from cards.addresses import DRAFTS_SHOWN, addresses_card
from cards.announcing import UNMATCHED_SHOWN
from cards.elements import Card, weight
from cards.lists import OpenDraft
from dialogs.address_lists import AddressList
from dialogs.engine import Draft
from domain.announcements import Kind
from tests.cards.lint import parts
from tests.cards.samples import LARGEST, carried, runs, says, verbs, view

A, B = "a@kunta.example", "b@kunta.example"


def drafts(many: int) -> list[OpenDraft]:
    made = [Draft(f"{number:032}", "1", "session", "", "fi", "time", {}) for number in range(many)]
    return [OpenDraft(one, "Info-tilaisuus", date(2022, 10, 20), kept="ti 20.9.2022 klo 8.00") for one in made]


def offered(made: Card) -> list[tuple[str, str]]:
    [where] = [one for one in parts(made) if one.get("type") == "Input.ChoiceSet"]
    assert where["value"] == where["choices"][0]["value"]
    return [(one["title"], one["value"]) for one in where["choices"]]


def test_it_says_how_many_there_are_and_whose_they_are() -> None:
    made = addresses_card(view(), AddressList([A, B], ["rikki@"], 2), [B], [Kind.NEWS], [])
    said = says(made)
    assert "Tiedostossa oli 2 sähköpostiosoitetta." in said
    assert "Yhden osoitteen haltija löytyi" in said and "Yhdelle osoitteelle ei löytynyt ketään:" in said
    assert "yhteensä 2" in said and "Yksi kohta ei ole osoite" in said
    assert [one for one in runs(made).splitlines() if "@" in one] == [B, "rikki@"]


def test_of_a_whole_list_nothing_is_said_to_be_wrong() -> None:
    said = says(addresses_card(view(), AddressList([A]), [], [Kind.NEWS], []))
    assert "Tiedostossa oli yksi sähköpostiosoite." in said
    assert "ei löytynyt" not in said and "kerran" not in said and "jätettiin pois" not in said


def test_the_button_carries_the_list_to_a_new_form_or_to_one_on_its_way() -> None:
    made = addresses_card(view(), AddressList([A, B]), [], [Kind.SESSION, Kind.NEWS], drafts(1))
    assert carried(made, "announcement-addresses")["list"] == f"{A}\n{B}"
    assert verbs(made) == ["announcement-addresses", "announcements"]
    assert offered(made) == [
        ("Uusi info-tilaisuus", "session"),
        ("Uusi tiedote", "news"),
        ("Keskeneräinen: Info-tilaisuus (ti 20.9.2022 klo 8.00)", f"{0:032}"),
    ]


def test_many_forms_and_long_lists_are_shown_in_part() -> None:
    whole = AddressList([f"nimi{one:03}@kunta.example" for one in range(160)], ["😀" * 60] * 100)
    made = addresses_card(view(), whole, whole.addresses, list(Kind), drafts(40))
    assert len(offered(made)) == len(Kind) + DRAFTS_SHOWN
    assert runs(made).splitlines().count("😀" * 60) == UNMATCHED_SHOWN
    assert weight(made) <= LARGEST
