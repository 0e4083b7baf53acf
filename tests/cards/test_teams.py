"""What a team is told as a whole."""

import pytest

from cards.elements import View, weight
from cards.teams import team_welcome_card
from tests.e2e.walks import titles, words_on
from tests.house import HELSINKI, read_texts

TEXTS = read_texts()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_team_reads_what_never_comes_there_and_finds_nothing_to_press(language: str) -> None:
    view = View(TEXTS.speech(language, HELSINKI))
    drawn = team_welcome_card(view)
    assert view.say("team-welcome-never") in words_on(drawn)
    assert titles(drawn) == [] and weight(drawn) < 6_000
