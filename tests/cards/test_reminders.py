"""A card of reminders says what and when, and offers no more than can be done."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from cards.elements import Card, Surface, weight
from cards.reminders import OPENS, Item, Reminded, Stand, item_words, reminder_card, requester_card
from domain.links import check_link
from domain.reminders import RULES
from tests.cards.samples import carried, centre, says, verbs, view

DAY = date(2022, 10, 6)
LATER = date(2022, 10, 4)
START = datetime(2022, 10, 5, 8, 15, tzinfo=centre().zone)
DRAFT = Item("n1", "draft-deadline", "d1", DAY, name="Haastavat erot", last=DAY)
SESSION = Item("n2", "session-soon", "s1", DAY, name="OT-info", start=START)
JOIN = check_link("https://teams.microsoft.com/l/meetup-join/one", centre().link_hosts)


def drawn(*items: Item, said: str | None = None, surface: Surface = Surface.CHAT) -> Card:
    return reminder_card(view(surface), Reminded("b1", items), said)


def titles(card: Card) -> list[str]:
    return [one["title"] for one in card["actions"]]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("rule", RULES)
def test_every_rule_names_its_day_and_what_it_is_about(rule: str, language: str) -> None:
    one = Item("n1", rule, "x", DAY, name="Nimi", reference="HE-2022-0001", count=3)
    words = item_words(view(language=language), one)
    day = view(language=language).speech.day(DAY)
    assert day in words
    assert rule in ("question-unanswered", "undeliverable") or "Nimi" in words
    assert ("HE-2022-0001" in words) is (rule in ("request-untouched", "question-unanswered", "consultation-tomorrow"))
    assert not any(relative in words for relative in ("huomenna", "imorgon", "tomorrow"))


def test_what_has_an_hour_names_it() -> None:
    assert "ke 5.10.2022 klo 8.15" in item_words(view(), SESSION)
    spanned = replace(SESSION, rule="session-tomorrow", end=START.replace(hour=9))
    assert "ke 5.10.2022 klo 8.15–9.15" in item_words(view(), spanned)


def test_a_single_reminder_has_all_of_its_buttons_and_no_more_than_five() -> None:
    card = drawn(DRAFT)
    assert verbs(card) == ["form-resume", "reminder-done", "reminder-later", "reminder-off", "reminder-why"]
    assert carried(card, "form-resume")["id"] == "d1" and carried(card, "reminder-done") == {"id": "b1"}
    assert "lomakkeesi on vielä kesken" in says(card) and "to 6.10.2022" in says(card)


def test_of_several_each_can_be_done_alone_and_all_together() -> None:
    card = drawn(DRAFT, replace(SESSION, rule="session-tomorrow"))
    assert "2 muistutusta" in says(card)
    done = [one for one in _presses(card) if one["verb"] == "reminder-done"]
    assert done == [
        {"verb": "reminder-done", "id": "b1", "item": "n1"},
        {"verb": "reminder-done", "id": "b1", "item": "n2"},
        {"verb": "reminder-done", "id": "b1"},
    ]
    assert titles(card) == ["Kaikki tehty", "Muistuta myöhemmin", "Ei enää tästä", "Miksi sain tämän?"]


def _presses(card: Card) -> list[dict[str, Any]]:
    rows = [one for part in card["body"] for one in part.get("items", [part]) if one["type"] == "ActionSet"]
    return [one["data"] for one in [*(each for row in rows for each in row["actions"]), *card["actions"]]]


def test_what_is_of_no_use_later_can_not_be_put_off_and_the_way_in_stands_first() -> None:
    card = drawn(replace(SESSION, join=JOIN))
    assert "reminder-later" not in verbs(card)
    [row] = [one for part in card["body"] for one in part.get("items", []) if one["type"] == "ActionSet"]
    assert [one["title"] for one in row["actions"]] == ["Liity Teamsissa", "Avaa"]


@pytest.mark.parametrize(
    ("stand", "words"),
    [
        (Stand.DONE, "Merkitsit tämän tehdyksi."),
        (Stand.LATER, "Saat tästä uuden muistutuksen ti 4.10.2022."),
        (Stand.OFF, "Tästä ei enää muistuteta sinua."),
        (Stand.OVER, "Tämä muistutus ei ole enää ajankohtainen."),
    ],
)
def test_what_has_become_of_it_stands_in_the_place_of_its_buttons(stand: Stand, words: str) -> None:
    card = drawn(replace(DRAFT, stand=stand, due=LATER), said="Merkitty tehdyksi.")
    assert words in says(card) and "Merkitty tehdyksi." in says(card)
    assert verbs(card) == ["reminder-why"]
    assert words in says(requester_card(view(), replace(DRAFT, stand=stand, due=LATER)))


def test_what_is_there_no_more_is_not_named() -> None:
    card = drawn(replace(DRAFT, name="", stand=Stand.OVER))
    assert says(card).count("ei ole enää ajankohtainen") == 1 and "lomakkeesi" not in says(card)


@pytest.mark.parametrize("rule", OPENS)
def test_what_can_be_opened_is_opened_in_a_dialog_by_its_own_id(rule: str) -> None:
    card = drawn(Item("n1", rule, "x1", DAY, name="Nimi"))
    words, verb = OPENS[rule]
    assert carried(card, verb)["id"] == "x1"
    [row] = [one for part in card["body"] for one in part.get("items", []) if one["type"] == "ActionSet"]
    assert row["actions"][0]["title"] == view().say(words)
    assert row["actions"][0]["data"]["msteams"] == {"type": "task/fetch"}


def test_somebody_who_asks_anonymously_is_reminded_of_her_request_and_told_why() -> None:
    card = requester_card(view(), Item("n1", "question-unanswered", "c1", DAY, name="Ryhmä", reference="HE-2022-0001"))
    # Her weekly card would show that two requests are one person's.
    assert "omalla kortillaan" in says(card) and "viikon yhteen korttiin" not in says(card)
    assert verbs(card) == ["question-answer", "settings-reminders"]
    assert "HE-2022-0001" in says(card) and "Pyytäjää muistutetaan" in says(card)


def test_what_does_not_find_room_on_one_card_stands_on_the_next_page() -> None:
    items = [replace(DRAFT, id=f"n{number}", name=f"Ryhmä {number:03}") for number in range(60)]
    reminded, shown, number = Reminded("b1", items), "", 0
    while True:
        card = reminder_card(view(), reminded, wished=number)
        assert weight(card) <= 28 * 1024 and len(card["actions"]) <= 5
        shown += says(card)
        on = [one for one in _presses(card) if one["verb"] == "reminder-show" and one["page"] == number + 1]
        if not on:
            break
        number += 1
    assert number > 0 and [one.name for one in items if one.name not in shown] == []
