"""The figures of the reminders are counts that can be read."""

from cards.reminder_figures import FIGURES, Fare, figures_card
from domain.reminders import RULES
from tests.cards.samples import says, verbs, view


def test_every_count_stands_on_the_card_and_what_was_left_unsaid_with_its_rule_and_reason() -> None:
    counts = {name: 101 + number for number, name in enumerate(FIGURES)}
    said = says(figures_card(view(), Fare(counts, {("draft-deadline", "enough"): 7})))
    assert all(str(count) in said for count in counts.values())
    assert "Lomake kesken ennen määräaikaa, viikon kortit olivat täynnä: \n7" in said
    assert "Mitään ei ole jätetty kertomatta." not in said


def test_where_nothing_was_left_unsaid_the_card_says_so() -> None:
    assert "Mitään ei ole jätetty kertomatta." in says(figures_card(view(), Fare({})))


def test_who_is_a_secretary_too_finds_her_requests_from_there() -> None:
    assert verbs(figures_card(view(), Fare({}), queue=True)) == ["figures", "queue", "home"]
    assert verbs(figures_card(view(), Fare({}))) == ["figures", "home"]


def test_every_rule_has_a_name_of_its_own_that_can_be_read_and_one_that_is_no_more_its_old_one() -> None:
    said = says(figures_card(view(), Fare({}, {(rule, "late"): 1 for rule in [*RULES, "no-more"]})))
    assert not any(f"{rule}," in said for rule in RULES) and "no-more," in said
    assert len({view().say(f"figures-rule-{rule}") for rule in RULES}) == len(RULES)
