"""A person's own settings."""

from cards.settings import settings_card
from tests.cards.samples import parts, says, verbs, view

LANGUAGES = [("fi", "suomi"), ("sv", "svenska"), ("en", "English")]


def test_the_languages_are_offered_beside_that_of_teams_and_the_chosen_one_is_marked() -> None:
    [asked] = parts(settings_card(view(), LANGUAGES, "sv"), "Input.")
    assert [one["value"] for one in asked["choices"]] == ["teams", "fi", "sv", "en"]
    assert (asked["id"], asked["value"]) == ("f.language", "sv")


def test_who_has_chosen_nothing_follows_teams() -> None:
    [asked] = parts(settings_card(view(), LANGUAGES, None), "Input.")
    assert asked["value"] == "teams"


def test_it_is_said_when_a_choice_has_been_kept() -> None:
    assert "Tallennettu." in says(settings_card(view(), LANGUAGES, None, "Tallennettu."))
    assert verbs(settings_card(view(), LANGUAGES, None)) == ["settings-language", "own-data", "home"]
