"""What one can set: the language, topics, quiet hours."""

from dataclasses import replace
from datetime import time

import pytest

from cards.settings import (
    Settings,
    hour_words,
    hours_card,
    reminded,
    reminders_card,
    settings_card,
    topic_words,
    topics_card,
)
from domain.preferences import Preferences
from tests.cards.samples import blocks, carried, centre, parts, runs, verbs, view

LANGUAGES = [("fi", "suomi"), ("sv", "svenska")]
TOPICS = centre().announcing.topics
PLAIN = Settings(LANGUAGES, None, TOPICS, Preferences())


def test_the_chosen_language_is_marked_and_without_a_choice_that_of_teams() -> None:
    for chosen, value in ((None, "teams"), ("sv", "sv")):
        [asked] = parts(settings_card(view(), replace(PLAIN, chosen=chosen)), "Input.")
        assert asked["value"] == value
        assert [one["title"] for one in asked["choices"]] == ["Sama kuin Teamsissa", "suomi", "svenska"]


def test_the_first_card_says_in_words_what_is_set_and_leads_to_the_rest() -> None:
    card = settings_card(view(), PLAIN, "Valinta on tallennettu.")
    assert "kaikista aiheista" in runs(card) and "Ei hiljaista aikaa" in runs(card)
    assert "Valinta on tallennettu." in blocks(card)
    chosen = ["settings-language", "settings-topics", "settings-hours", "settings-reminders"]
    assert verbs(card) == [*chosen, "own-data", "home"]


def test_topics_are_told_in_words() -> None:
    every = {one.key for one in TOPICS}
    assert (
        topic_words(view(), TOPICS, Preferences(topics_off=frozenset(every - {"nepsy"}))) == "OT-Nepsy ja koulutukset"
    )
    assert topic_words(view(), TOPICS, Preferences(topics_off=frozenset(every))) == "et mistään aiheesta"
    assert topic_words(view(), TOPICS, Preferences(off=True)) == "et lainkaan"


def test_quiet_hours_are_told_in_words() -> None:
    assert hour_words(view(), Preferences(quiet_from=time(20), quiet_until=time(7))) == "klo 20.00–7.00"
    assert hour_words(view(language="en"), Preferences()) == "No quiet hours"


def test_topics_that_are_on_are_ticked_and_all_can_be_ended() -> None:
    card = topics_card(view(), replace(PLAIN, wished=Preferences(topics_off=frozenset({"nepsy"}))))
    [asked] = parts(card, "Input.")
    assert asked["value"] == "ot-info,uutiskirje,konsultaatio"
    assert carried(card, "settings-topics") == {"save": 1}
    assert carried(card, "settings-off") == {"off": 1}
    assert "johon olet ilmoittautunut" in blocks(card)


def test_who_wants_nothing_is_told_so_and_can_begin_again() -> None:
    card = topics_card(view(), replace(PLAIN, wished=Preferences(off=True)))
    assert parts(card, "Input.") == []
    assert carried(card, "settings-off") == {"off": 0}
    assert "vaikka poistaisit botin" in blocks(card) and "johon olet ilmoittautunut" in blocks(card)


def test_hours_are_chosen_from_a_list_and_explained() -> None:
    card = hours_card(view(), "20:00", "")
    begin, end = parts(card, "Input.")
    assert (begin["value"], end["value"]) == ("20:00", "none")
    assert [len(one["choices"]) for one in (begin, end)] == [25, 25]
    assert "eikä muistutuksia" in blocks(card) and "vuorokauden sisällä" in blocks(card)
    assert "puoli tuntia ennen tilaisuutta" in blocks(card)
    assert "eivät ne ole samat" not in blocks(card)
    assert "etteivät ne ole samat" in blocks(hours_card(view(), "", "", "problem-hours"))


@pytest.mark.parametrize(
    ("wished", "how", "words"),
    [
        (Preferences(), "now", "sitä mukaa kuin ne tulevat ajankohtaisiksi"),
        (Preferences(digest=True), "weekly", "kerran viikossa yhdellä kortilla"),
        (Preferences(reminders=False, digest=True), "none", "vain tärkeimmistä"),
    ],
)
def test_reminders_come_as_they_are_due_or_once_a_week_or_not_at_all(wished: Preferences, how: str, words: str) -> None:
    assert reminded(wished) == how
    assert words in runs(settings_card(view(), replace(PLAIN, wished=wished)))
    card = reminders_card(view(), wished)
    [asked] = parts(card, "Input.")
    assert asked["value"] == how and [one["value"] for one in asked["choices"]] == ["now", "weekly", "none"]
    assert carried(card, "settings-reminders") == {"save": 1}


def test_what_comes_whatever_is_chosen_is_said_beside_the_choice() -> None:
    said = blocks(reminders_card(view(), Preferences()))
    assert "sihteerin odottavia pyyntöjä" in said and "puoli tuntia ennen tilaisuutta" in said
    assert "viikonloppuisin" in said
