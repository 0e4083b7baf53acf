"""What is asked of somebody who is reminded."""

from dataclasses import replace
from datetime import date

import pytest

from cards.elements import Card
from cards.reminder_choices import COUNTS, Wished, later_card, off_card, why_card
from cards.reminders import Item, Reminded
from domain.reminders import RULES
from tests.cards.samples import blocks, carried, parts, runs, says, verbs, view

DAY = date(2022, 10, 6)
DAYS = (date(2022, 9, 30), date(2022, 10, 3))
DRAFT = Item("n1", "draft-deadline", "d1", DAY, name="Haastavat erot", last=date(2022, 10, 5))
SOON = Item("n2", "session-soon", "s1", DAY, name="OT-info")
ONE = Reminded("b1", [DRAFT], DAYS)
TWO = Reminded("b1", [DRAFT, replace(DRAFT, id="n3", name="Master", last=DAY), SOON], DAYS)


def inputs(card: Card) -> dict[str, dict[str, object]]:
    return {one["id"]: one for one in parts(card, "Input.")}


def test_the_next_days_are_offered_and_another_up_to_the_last_on_which_it_is_of_use() -> None:
    asked = inputs(later_card(view(), ONE, Wished()))
    assert list(asked) == ["f.day", "f.date"]
    choices = asked["f.day"]["choices"]
    assert isinstance(choices, list)
    assert [(one["title"], one["value"]) for one in choices][:2] == [
        ("pe 30.9.2022", "2022-09-30"),
        ("ma 3.10.2022", "2022-10-03"),
    ]
    assert (asked["f.date"]["label"], asked["f.date"]["max"]) == ("Muu päivä, viimeistään ke 5.10.2022", "2022-10-05")


def test_of_several_one_says_which_and_only_those_that_can_be_put_off_are_asked() -> None:
    card = later_card(view(), TWO, Wished())
    asked = inputs(card)["f.items"]
    choices = asked["choices"]
    assert isinstance(choices, list)
    assert [(one["title"], one["value"]) for one in choices] == [("Muistutus 1", "n1"), ("Muistutus 2", "n3")]
    assert "Haastavat erot" in runs(card) and "Master" in runs(card) and "OT-info" not in runs(card)
    assert len(parts(off_card(view(), TWO, Wished()), "Input.")[0]["choices"]) == 3


def test_what_was_typed_stays_with_what_is_wrong_with_it() -> None:
    wrong = Wished("n3", "other", "2022-10-09", "problem-later-late", {"day": "ke 5.10.2022"})
    card = later_card(view(), TWO, wrong)
    asked = inputs(card)
    assert (asked["f.items"]["value"], asked["f.day"]["value"], asked["f.date"]["value"]) == (
        "n3",
        "other",
        "2022-10-09",
    )
    assert "Viimeinen mahdollinen päivä on ke 5.10.2022." in blocks(card)


def test_each_dialog_sends_itself_for_the_card_and_leads_back_to_it() -> None:
    for card, verb in (
        (later_card(view(), ONE, Wished()), "reminder-later-send"),
        (off_card(view(), ONE, Wished()), "reminder-off-send"),
    ):
        assert verbs(card) == [verb, "reminder-show"]
        assert carried(card, verb) == carried(card, "reminder-show") == {"id": "b1"}


def test_why_is_said_once_for_each_rule_with_its_numbers() -> None:
    card = why_card(view(), TWO, {"draft-deadline": (5, 1), "session-soon": (30,)})
    assert says(card).count("Keskeneräisestä lomakkeesta") == 1
    assert "Työpäiviä ennen: \n5 ja 1" in runs(card) and "Minuutteja ennen: \n30" in runs(card)
    assert "Voit lopettaa muistutukset" in blocks(card) and "tulevat aina" in blocks(card)
    assert verbs(card) == ["settings-reminders", "reminder-show"]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_says_why_and_whether_it_can_be_ended(rule: str) -> None:
    card = why_card(view(), Reminded("b1", [replace(DRAFT, rule=rule)]), {rule: (5,)})
    assert view().say(COUNTS[RULES[rule].unit, RULES[rule].reacts]) in runs(card)
    assert ("Voit lopettaa muistutukset" in blocks(card)) is bool(RULES[rule].switch)
    assert ("tulevat aina" in blocks(card)) is not bool(RULES[rule].switch)


def test_a_dialog_asks_of_no_more_than_find_room_and_says_how_many_are_left() -> None:
    many = Reminded("b1", [replace(DRAFT, id=f"n{number}") for number in range(14)], DAYS)
    for card in (later_card(view(), many, Wished()), off_card(view(), many, Wished())):
        assert len(parts(card, "Input.")[0]["choices"]) == 10
        assert "Muita muistutuksia kortilla: 4." in blocks(card)
    assert "Muita muistutuksia" not in blocks(off_card(view(), TWO, Wished()))


def test_why_of_a_rule_that_is_no_more_says_that_it_is_over() -> None:
    gone = Item("n9", "no-more", "s1", DAY)
    over = "Tämä muistutus ei ole enää ajankohtainen."
    assert over in says(why_card(view(), Reminded("b1", [gone]), {}))
    both = says(why_card(view(), Reminded("b1", [gone, DRAFT]), {}))
    assert over not in both and view().say("reminder-why-draft-deadline") in both
