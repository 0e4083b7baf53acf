"""What people are told besides the announcement: a change, a seat, and why they get it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cards.announced import change_card, change_words, seat_card, why_card
from cards.elements import Surface
from domain.announcements import State
from domain.registrations import Coming
from tests.cards.announced import LETTER, ONE, SESSION, START, changed, letter, shown
from tests.cards.samples import blocks, parts, runs, says, verbs, view

MOVED = changed(start=START + timedelta(days=7), end=START + timedelta(days=7, hours=1))


def test_a_move_is_told_with_the_old_and_the_new_time_and_the_way_in() -> None:
    card = change_card(view(), shown(announcement=MOVED, coming=Coming.COMING))
    assert card["body"][0]["text"] == "Tilaisuuden aika on muuttunut"
    assert "ke 5.10.2022 klo 8.15–9.15" in runs(card) and "ke 12.10.2022 klo 8.15–9.15" in blocks(card)
    assert "Ilmoittautumisesi on yhä voimassa" in blocks(card)
    assert parts(card, "Action.OpenUrl")[0]["title"] == "Liity Teamsissa"
    assert verbs(card) == ["session-decline"]


def test_it_is_measured_by_what_stood_before_the_last_change() -> None:
    again = replace(MOVED, previous=replace(MOVED.wording, title={"fi": "Infoa"}))
    read = says(change_card(view(), shown(announcement=again)))
    assert "Nimi ennen" in read and "Aika ennen" not in read


def test_who_has_not_answered_can_answer_now() -> None:
    card = change_card(view(), shown(announcement=MOVED))
    assert verbs(card) == ["session-come", "session-decline"]
    assert "Ilmoittautumisesi" not in blocks(card)


def test_what_is_called_off_is_said_once_with_its_reason_and_has_no_buttons() -> None:
    off = replace(MOVED, state=State.CALLED_OFF, remark="Puhuja on sairastunut.")
    card = change_card(view(), shown(announcement=off, coming=Coming.COMING))
    assert blocks(card).count("Tilaisuus on peruttu") == 1
    assert "Puhuja on sairastunut." in runs(card)
    assert parts(card, "Action.") == []


def test_a_channel_gets_no_words_of_anybodys_own() -> None:
    card = change_card(view(), shown(announcement=MOVED, common=True))
    assert verbs(card) == ["announcement-open"]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"announcement": MOVED}, "Tilaisuuden aika on muuttunut"),
        ({"announcement": changed(organiser="Toinen")}, "Tilaisuuden tiedot ovat muuttuneet"),
        ({"announcement": changed(State.CALLED_OFF)}, "Tilaisuus on peruttu"),
        ({"announcement": LETTER}, "Tiedotetta on muutettu"),
    ],
)
def test_what_has_happened_is_one_sentence(facts: dict[str, object], words: str) -> None:
    assert change_words(view(), shown(**facts)) == words


def test_a_seat_says_when_and_how_to_join_and_how_to_give_it_on() -> None:
    card = seat_card(view(), shown(coming=Coming.COMING))
    assert "Sait paikan" in blocks(card) and "ke 5.10.2022 klo 8.15–9.15" in blocks(card)
    assert verbs(card) == ["session-decline"]
    assert SESSION.link in str(card)


def test_why_names_what_is_true_and_leads_to_the_settings() -> None:
    card = why_card(view(Surface.DIALOG), shown(topics=["OT-infot", "Nepsy"]), {"topic", "list"})
    assert "OT-infot, Nepsy" in runs(card) and "nimetyille henkilöille" in runs(card)
    assert "tiimille" not in runs(card)
    assert verbs(card) == ["settings-topics", "announcement-open"]


def test_who_was_not_written_to_is_told_how_she_found_it_and_without_a_topic_it_went_to_everyone() -> None:
    assert "ei ole lähetetty juuri sinulle" in blocks(why_card(view(), letter(), ()))
    assert "kaikille, joilla on OT-botti" in runs(why_card(view(), letter(), {"topic"}))
    assert ONE.topics == ("ot-info",)
