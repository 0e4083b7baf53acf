"""A person's own data: what is kept of her, and how it is forgotten."""

from dataclasses import replace
from datetime import date

from cards.own_data import OwnData, erase_card, erased_card, own_data_card
from tests.cards.samples import says, verbs, view

DATA = OwnData("Maija *Malli*", "suomi", date(2022, 9, 20), 2, ["HE-2022-0001"], [("Yksikkö", "Perheneuvola")])


def test_all_that_is_kept_is_said_in_words() -> None:
    said = says(own_data_card(view(), DATA))
    for words in ("Maija *Malli*", "suomi", "ti 20.9.2022", "2", "HE-2022-0001", "Yksikkö", "Perheneuvola"):
        assert words in said


def test_what_is_not_there_is_not_offered_to_be_forgotten() -> None:
    assert verbs(own_data_card(view(), DATA)) == ["own-data-forget", "own", "settings", "own-data-erase"]
    nothing = replace(DATA, known=[], requests=[], name="")
    assert verbs(own_data_card(view(), nothing)) == ["own", "settings", "own-data-erase"]
    assert "Ei tallennettuja tietoja." in says(own_data_card(view(), nothing))


def test_it_is_said_when_something_has_been_forgotten() -> None:
    assert "Poistettu." in says(own_data_card(view(), DATA, "Poistettu."))


def test_nobody_erases_herself_while_a_group_may_have_to_answer_her() -> None:
    asked = erase_card(view(), ["HE-2022-0001", "ON-2022-0002"])
    assert "HE-2022-0001, ON-2022-0002" in says(asked)
    assert verbs(asked) == ["own", "own-data"]
    assert view().say("own-data-erase-not-yet") in says(asked) and "?" not in says(asked)


def test_to_erase_is_asked_once_more_and_then_said() -> None:
    assert verbs(erase_card(view(), [])) == ["own-data-erase-sure", "own-data"]
    assert "poistettu" in says(erased_card(view()))
