"""What differs from what was read before is said with old and new; and from which day one can register."""

from dataclasses import replace
from datetime import timedelta

from cards.announcements import announcement_card
from domain.announcements import Wording
from domain.registrations import Coming
from tests.cards.announced import ITEMS, ONE, SESSION, START, URL, changed, shown
from tests.cards.samples import blocks, says, view


def test_a_change_says_old_and_new_and_only_what_differs() -> None:
    later = changed(start=START + timedelta(days=7), end=START + timedelta(days=7, hours=1), link=f"{URL}2")
    read = says(announcement_card(view(), shown(announcement=later)))
    assert "Aika ennen: \nke 5.10.2022 klo 8.15–9.15" in read
    assert "Aika nyt: \nke 12.10.2022 klo 8.15–9.15" in read
    assert "Liittymislinkki on vaihtunut" in read
    assert "Järjestäjä ennen" not in read and "Kuvausta on muutettu" not in read
    assert "Muuttunut" not in says(announcement_card(view(), shown()))


def test_every_difference_has_its_words() -> None:
    session = replace(SESSION, organiser="", language="sv")
    now = Wording({"fi": "Foorumi"}, {"fi": "Uutta."}, ITEMS, session)
    read = says(announcement_card(view(), shown(announcement=replace(ONE, wording=now))))
    for words in ("Nimi nyt: \nFoorumi", "Järjestäjä nyt: \nEi ilmoitettu", "Kieli ennen: \nsuomi", "Kuvausta"):
        assert words in read


def test_a_later_opening_is_told_with_its_day_before_and_now() -> None:
    read = says(announcement_card(view(), shown(announcement=changed(opens=START - timedelta(days=7)))))
    assert "Ilmoittautumisen alku ennen: \nheti" in read and "Ilmoittautumisen alku nyt: \nke 28.9.2022" in read


def test_from_which_day_one_can_register_is_told_until_one_has() -> None:
    one = changed(opens=START - timedelta(days=7))
    words = "Ilmoittautua voi ke 28.9.2022 alkaen."
    assert words in blocks(announcement_card(view(), shown(announcement=one)))
    assert words not in blocks(announcement_card(view(), shown(announcement=one, coming=Coming.COMING)))
    assert "alkaen" not in says(announcement_card(view(), shown()))
