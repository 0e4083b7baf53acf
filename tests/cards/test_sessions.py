"""What lies ahead, as a list: one's own first."""

from dataclasses import replace
from datetime import timedelta

from cards.sessions import Sessions, sessions_card, state_words
from domain.announcements import State
from domain.registrations import Coming, Seats
from tests.cards.announced import ONE, START, changed, letter, shown
from tests.cards.samples import blocks, parts, runs, verbs, view


def test_ones_own_stand_first_then_others_then_the_newsletter_and_what_is_over() -> None:
    listed = Sessions([shown(coming=Coming.COMING)], [shown()], [shown(over=True)], [letter()])
    card = sessions_card(view(), listed)
    named = [one["text"] for one in card["body"] if one["type"] == "TextBlock"]
    assert named == [
        "Tilaisuudet ja uutiskirje",
        "Omat ilmoittautumiset",
        "Tulevat tilaisuudet",
        "Uusin uutiskirje",
        "Äskettäin pidetyt",
    ]
    assert verbs(card) == ["announcement-open"] * 4 + ["feedback", "home"]
    assert "Mikä ihmeen OT? 2/22" in runs(card)


def test_who_comes_within_a_day_finds_the_way_in_on_the_list() -> None:
    soon = Sessions([shown(coming=Coming.COMING, near=True)], [shown(near=True)])
    assert len(parts(sessions_card(view(), soon), "Action.OpenUrl")) == 1


def test_with_nothing_ahead_it_says_so() -> None:
    assert "ei ole tiedossa" in blocks(sessions_card(view(), Sessions()))
    assert "ei ole tiedossa" not in blocks(sessions_card(view(), Sessions(others=[shown()])))


def test_a_long_list_comes_in_pages() -> None:
    listed = Sessions(others=[shown() for _ in range(60)])
    first = sessions_card(view(), listed)
    assert "Sivu 1/" in blocks(first) and "sessions" in verbs(first)
    assert sessions_card(view(), listed, 1) != first


def test_where_one_stands_is_said_in_a_few_words() -> None:
    def words(**facts: object) -> str:
        return state_words(view(), shown(**facts))

    assert words() == ""
    assert words(coming=Coming.COMING) == "Olet ilmoittautunut."
    assert words(coming=Coming.WAITING, place=2) == "Olet jonossa sijalla 2."
    assert words(coming=Coming.DECLINED) == "Olet kertonut, ettet pääse."
    assert words(seats=Seats(1, 1)) == "Täynnä, voit ilmoittautua jonoon."
    assert words(announcement=replace(ONE, state=State.CALLED_OFF)) == "Tilaisuus on peruttu"
    assert words(over=True, coming=Coming.COMING) == ""
    assert state_words(view(), letter()) == ""


def test_one_that_was_moved_says_from_when_until_it_is_over_or_called_off() -> None:
    moved = changed(start=START + timedelta(days=7), end=START + timedelta(days=7, hours=1))
    card = sessions_card(view(), Sessions(others=[shown(announcement=moved)]))
    assert "Siirretty. Aiempi aika oli ke 5.10.2022 klo 8.15–9.15." in blocks(card)
    off = shown(announcement=replace(moved, state=State.CALLED_OFF))
    for one in (shown(), shown(announcement=moved, over=True), off):
        assert "Siirretty" not in blocks(sessions_card(view(), Sessions(others=[one])))
