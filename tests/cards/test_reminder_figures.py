"""The figures of the reminders are counts that can be read."""

from cards.reminder_figures import FIGURES, Fare, figures_card
from tests.cards.samples import says, verbs, view


def test_every_count_stands_on_the_card_and_what_was_left_unsaid_with_its_rule_and_reason() -> None:
    counts = {name: 101 + number for number, name in enumerate(FIGURES)}
    said = says(figures_card(view(), Fare(counts, {("draft-deadline", "enough"): 7})))
    assert all(str(count) in said for count in counts.values())
    assert "draft-deadline, viikon kortit olivat täynnä: \n7" in said
    assert "Mitään ei ole jätetty kertomatta." not in said


def test_where_nothing_was_left_unsaid_the_card_says_so() -> None:
    assert "Mitään ei ole jätetty kertomatta." in says(figures_card(view(), Fare({})))


def test_who_is_a_secretary_too_finds_her_requests_from_there() -> None:
    assert verbs(figures_card(view(), Fare({}), queue=True)) == ["figures", "queue", "home"]
    assert verbs(figures_card(view(), Fare({}))) == ["figures", "home"]
