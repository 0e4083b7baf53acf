"""What is typed about a request is judged before it is kept."""

from dataclasses import replace
from typing import Any

import pytest

from bot.desk import Desk, Turn
from bot.wording import problem_of
from cards.questions import WORDS_LENGTH
from domain.people import Actor
from tests.house import House
from tests.storage.facts import NOW, personal_chat, request


@pytest.fixture
def desk(small_house: House) -> Desk:
    return small_house.desk


def key_of(desk: Desk, words: str, **data: Any) -> str | None:
    """Under which key these words are not taken."""
    actor = Actor("p", "t", "o", "Nimi")
    turn = Turn(actor, personal_chat("p"), NOW, desk.speech("fi"), data={"v": 4} | data)
    problem = problem_of(desk, turn, replace(request("p"), version=4), words)
    return problem.key if problem else None


async def test_plain_words_about_the_present_version_are_taken(desk: Desk) -> None:
    assert key_of(desk, "Ketkä osallistuvat kokoukseen?") is None


async def test_no_words_too_many_a_code_and_an_old_card_are_told_apart(desk: Desk) -> None:
    assert key_of(desk, "") == "problem-words-missing"
    assert key_of(desk, "a" * (WORDS_LENGTH + 1)) == "problem-too-long"
    assert key_of(desk, "Koskee asiakasta 131052-308T.") == "problem-identity-code"
    assert key_of(desk, "Ketkä osallistuvat?", v=3) == "said-changed-meanwhile"


async def test_what_may_point_at_a_person_is_asked_about_once(desk: Desk) -> None:
    words = "Soita minulle numeroon 040 123 4567."
    assert key_of(desk, words) == "warning-likely"
    actor = Actor("p", "t", "o", "Nimi")
    turn = Turn(actor, personal_chat("p"), NOW, desk.speech("fi"), data={"v": 4})
    found = problem_of(desk, turn, replace(request("p"), version=4), words)
    assert found and key_of(desk, words, sure=found.sure) is None
