"""The announcement as people get it: when it is and how to join stand first, and a press says what it agrees to."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from cards.announcements import announcement_card
from cards.differences import time_words
from cards.elements import Surface
from domain.announcements import State
from domain.registrations import Coming, Seats, agreed
from tests.cards.announced import LETTER, ONE, SESSION, START, URL, WORDING, changed, letter, shown
from tests.cards.samples import blocks, carried, parts, runs, says, texts, verbs, view

ANSWERS = ["session-come", "session-decline"]


def titles(card: Any) -> list[str]:
    return [one["title"] for one in parts(card, "Action.")]


def links(card: Any) -> list[str]:
    return [one["url"] for one in parts(card, "Action.OpenUrl")]


def test_what_when_and_how_to_join_stand_first() -> None:
    card = announcement_card(view(), shown())
    kind, title, when, ways = card["body"][:4]
    assert (kind["text"], title["inlines"][0]["text"]) == ("Info-tilaisuus", "OT-info")
    assert when["text"] == "ke 5.10.2022 klo 8.15–9.15"
    assert [one["title"] for one in ways["actions"]] == ["Liity Teamsissa", "Lisää kalenteriin"]
    assert links(card) == [URL, "https://ot.example.fi/calendar/x.ics"]


@pytest.mark.parametrize(("language", "when"), [("sv", "ons 5.10.2022 kl. 8.15–9.15"), ("en", "Wed 5 Oct 2022")])
def test_time_and_text_are_in_the_readers_language_or_the_first_written_one(language: str, when: str) -> None:
    read = says(announcement_card(view(language=language), shown()))
    assert when in read
    assert ("Öppet för alla." in read) is (language == "sv")


def test_near_the_hour_joining_is_the_first_thing_and_before_that_coming() -> None:
    far, near = (announcement_card(view(), shown(near=one)) for one in (False, True))
    assert [one["title"] for one in parts(far, "Action.") if one.get("style")] == ["Tulen"]
    assert [one["title"] for one in parts(near, "Action.") if one.get("style")] == ["Liity Teamsissa"]


def test_a_press_carries_what_it_agrees_to() -> None:
    card = announcement_card(view(), shown())
    for verb in ANSWERS:
        assert carried(card, verb) == {"id": ONE.id, "v": 3, "mark": agreed(ONE)}


@pytest.mark.parametrize(
    ("coming", "words", "offered"),
    [
        (None, "", ANSWERS),
        (Coming.COMING, "Olet ilmoittautunut.", ["session-decline"]),
        (Coming.WAITING, "Olet jonossa sijalla 3.", ["session-decline"]),
        (Coming.DECLINED, "Olet kertonut, ettet pääse.", ["session-come"]),
    ],
)
def test_ones_own_state_stands_in_words_beside_what_can_still_be_done(
    coming: Coming | None, words: str, offered: list[str]
) -> None:
    card = announcement_card(view(), shown(coming=coming, place=3))
    assert words in blocks(card)
    assert [verb for verb in verbs(card) if verb in ANSWERS] == offered


@pytest.mark.parametrize(
    ("seats", "counted", "words"),
    [
        (Seats(None, 99), True, "Voit tulla myös ilmoittautumatta."),
        (Seats(30, 26), True, "Paikkoja vapaana 4/30."),
        (Seats(30, 26), False, "Paikkoja on 30, ja niitä on vielä vapaana."),
        (Seats(30, 30), False, "Tilaisuus on täynnä."),
        (Seats(30, 29, 1), True, "Tilaisuus on täynnä."),
    ],
)
def test_a_count_of_seats_is_told_only_where_it_is_of_this_moment(seats: Seats, counted: bool, words: str) -> None:
    card = announcement_card(view(), shown(seats=seats, counted=counted))
    assert words in blocks(card)
    assert ("Ilmoittaudu jonoon" in titles(card)) is seats.is_full


def test_who_has_answered_is_not_told_of_seats() -> None:
    for coming in (Coming.COMING, Coming.WAITING):
        assert "Paikkoja" not in blocks(announcement_card(view(), shown(coming=coming, counted=True)))


def test_what_is_called_off_says_so_first_with_the_reason_and_offers_nothing() -> None:
    off = replace(changed(State.CALLED_OFF), remark="Puhuja on sairastunut.")
    card = announcement_card(view(), shown(announcement=off, coming=Coming.COMING))
    assert card["body"][1]["style"] == "attention"
    assert "Tilaisuus on peruttu" in blocks(card) and "Puhuja on sairastunut." in runs(card)
    assert "ke 5.10.2022 klo 8.15–9.15" in blocks(card)
    assert links(card) == [] and not set(verbs(card)) & set(ANSWERS)


def test_what_is_recalled_is_one_sentence() -> None:
    card = announcement_card(view(), shown(announcement=replace(ONE, state=State.RECALLED)))
    assert says(card).splitlines() == ["Info-tilaisuus", "Tämä tiedote on vedetty takaisin."]
    assert verbs(card) == []


def test_of_what_is_recalled_whoever_meant_to_come_is_told_the_time_and_nothing_else() -> None:
    off = replace(ONE, state=State.RECALLED)
    card = announcement_card(view(), shown(announcement=off, coming=Coming.COMING))
    assert "Olit ilmoittautunut tilaisuuteen, jonka aika oli ke 5.10.2022 klo 8.15–9.15." in says(card)
    assert "OT-info" not in says(card) and verbs(card) == []
    assert "ilmoittautunut" not in says(announcement_card(view(), shown(announcement=off, coming=Coming.DECLINED)))


def test_what_is_over_can_no_longer_be_joined() -> None:
    card = announcement_card(view(), shown(over=True))
    assert "Tilaisuus on päättynyt." in blocks(card)
    assert links(card) == [] and not set(verbs(card)) & set(ANSWERS)


def test_without_a_way_in_the_card_says_that_it_follows() -> None:
    card = announcement_card(view(), shown(join=None, calendar=None))
    assert "lisätään tähän myöhemmin" in blocks(card)
    assert links(card) == []


def test_a_channel_is_told_nothing_that_is_somebodys_own_and_leads_to_it_in_a_dialog() -> None:
    card = announcement_card(view(), shown(common=True, coming=Coming.COMING))
    assert "Olet" not in says(card)
    assert verbs(card) == ["announcement-open"]
    [opening] = parts(card, "Action.Submit")
    assert opening["data"]["msteams"] == {"type": "task/fetch"}


def test_in_a_dialog_of_a_channel_nothing_leads_to_what_belongs_into_ones_own_chat() -> None:
    card = announcement_card(view(Surface.DIALOG), shown(abroad=True))
    assert verbs(card) == ANSWERS


def test_other_languages_are_offered_in_their_own_words() -> None:
    others = [texts().speech(code, view().speech.zone) for code in ("sv", "en")]
    card = announcement_card(view(), shown(others=others))
    assert titles(card)[-3:] == ["På svenska", "In English", "Miksi saan tämän?"]
    assert carried(card, "announcement-language") == {"id": ONE.id, "language": "sv"}


def test_a_newsletter_shows_its_items_each_with_the_host_that_it_leads_to() -> None:
    card = announcement_card(view(), letter())
    assert "Uutiskirje" in blocks(card)
    assert "Mikä ihmeen OT? 2/22" in runs(card) and "Tilaa." in runs(card) and "Muuta" in runs(card)
    assert [one for one in titles(card) if "Lue lisää" in one] == ["Lue lisää: uutiskirje.kuh.fi"]
    assert LETTER.session is None and not set(verbs(card)) & set(ANSWERS)


def test_a_session_over_midnight_is_told_with_both_days() -> None:
    late = replace(SESSION, end=START + timedelta(days=1))
    assert time_words(view(), late) == "ke 5.10.2022 klo 8.15 – to 6.10.2022 klo 8.15"
    assert WORDING.session == SESSION
