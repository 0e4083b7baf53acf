"""The secretary's look at who asks anonymously."""

import pytest

from cards.consultations import opened_card
from cards.elements import Surface
from cards.requesters import REASONS, reason_card, requester_card
from tests.cards.samples import REQUESTER, SECRET, opened, parts, presses, request, says, verbs, view

HERS = frozenset({"open", "take", "ask", "move", "see-requester"})
ANONYMOUS = opened(request(anonymous=True), actions=HERS)


def test_a_look_is_offered_of_an_anonymous_request_only_and_in_a_dialog() -> None:
    made = opened_card(view(), ANONYMOUS)
    assert verbs(made)[-1] == "requester-show"
    assert next(data for _, data in presses(made) if data["verb"] == "requester-show")["msteams"]
    assert "requester-show" not in verbs(opened_card(view(), opened(actions=HERS)))
    assert "requester-show" not in verbs(opened_card(view(), opened(request(anonymous=True))))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_reason_is_one_of_a_short_list(language: str) -> None:
    made = reason_card(view(Surface.DIALOG, language), ANONYMOUS, "Valitse.")
    [asked] = parts(made, "Input.")
    assert (asked["id"], [one["value"] for one in asked["choices"]]) == ("f.reason", list(REASONS))
    assert "Valitse." in says(made)
    assert verbs(made) == ["requester-show-send", "consultation-open"]


def test_who_asks_stands_on_a_card_without_the_case() -> None:
    one = opened(request(anonymous=True), requester=REQUESTER, requester_name="Ammattilainen", actions=HERS)
    made = requester_card(view(Surface.DIALOG), one)
    for words in ("HE-2022-0001", "Ammattilainen", *REQUESTER.values()):
        assert words in says(made), words
    # The title of the step: without it *your unit* would be that of the secretary who reads.
    assert "Yhteystietosi sihteerille" in says(made)
    assert SECRET not in says(made)
    assert verbs(made) == ["consultation-open"]
