"""Moving a request: to which meeting, and why."""

from datetime import date

from cards.elements import Surface, weight
from cards.moves import move_card
from dialogs.fields import IDENTITY_CODE, Problem
from tests.cards.samples import LARGEST, carried, meeting, opened, parts, presses, says, verbs, view

AHEAD = [meeting(date(2022, 11, 10)), meeting(date(2022, 12, 8))]


def test_the_coming_meetings_are_offered_with_a_reason_to_write() -> None:
    made = move_card(view(), opened(), AHEAD, {})
    where, why = parts(made, "Input.")
    assert (where["id"], [one["value"] for one in where["choices"]]) == ("f.meeting", ["2022-11-10", "2022-12-08"])
    assert where["choices"][0]["title"] == "to 10.11.2022 klo 13–15"
    assert (why["id"], why["maxLength"]) == ("f.words", 1500)
    assert carried(made, "consultation-move-send") == {"id": "c1", "v": 4}
    assert verbs(made) == ["consultation-move-send", "consultation-open"]


def test_a_refusal_keeps_what_was_chosen_and_typed_and_says_why() -> None:
    typed = {"meeting": "2022-12-08", "words": "Sairastapaus"}
    made = move_card(view(), opened(), AHEAD, typed, Problem("problem-meeting"))
    assert [one["value"] for one in parts(made, "Input.")] == ["2022-12-08", "Sairastapaus"]
    assert "Valitse kokous" in says(made)


def test_the_longest_reason_fits_into_a_dialog() -> None:
    made = move_card(view(Surface.DIALOG), opened(), AHEAD * 3, {"words": "😀" * 1500})
    assert weight(made) <= LARGEST
    assert {one["type"] for one in parts(made, "Action.")} == {"Action.Submit"}


def test_a_doubtful_reason_can_be_sent_by_the_button_that_says_so() -> None:
    doubt = Problem("warning-likely", {"kinds": "phone"}, "words:phone:1")
    made = move_card(view(), opened(), AHEAD, {"words": "Soita 040 123 4567"}, doubt)
    assert dict(presses(made))["Lähetä näin"]["sure"] == "words:phone:1"
    assert "puhelinnumero" in says(made)


def test_an_identity_code_is_cut_out_of_whatever_comes_back() -> None:
    typed = {"words": "Lapsi 131052-308T", "meeting": "131052-308T"}
    made = move_card(view(), opened(), AHEAD, typed, IDENTITY_CODE)
    assert [one["value"] for one in parts(made, "Input.")] == ["[…]", "Lapsi […]"]
