"""A few words about a request: asked beside what they answer, and never lost to a refusal."""

from dataclasses import replace

import pytest

from cards.elements import weight
from cards.questions import words_card
from cards.verbs import Verb
from domain.consultations import Question
from tests.cards.samples import LARGEST, NOW, carried, opened, parts, request, runs, says, view

QUESTION = Question("q1", "Onko lapsia kuultu?", "Ryhmän sihteeri", NOW)


@pytest.mark.parametrize("verb", [Verb.ASK_QUESTION_SEND, Verb.ANSWER_SEND])
def test_a_refusal_keeps_what_was_typed_and_says_why(verb: Verb) -> None:
    made = words_card(view(), opened(request(questions=(QUESTION,))), verb, "Kirjoitettu", "Tyhjä ei käy.")
    [typed] = parts(made, "Input.")
    assert (typed["id"], typed["value"], typed["maxLength"]) == ("f.words", "Kirjoitettu", 1500)
    assert "Tyhjä ei käy." in says(made)
    assert carried(made, verb.value) == {"id": "c1", "v": 4}
    assert carried(made, "consultation-open") == {"id": "c1"}


def test_the_answer_stands_below_its_question() -> None:
    made = words_card(view(), opened(request(questions=(QUESTION,))), Verb.ANSWER_SEND)
    assert QUESTION.text in runs(made)
    assert "value" not in parts(made, "Input.")[0]
    assert QUESTION.text not in says(words_card(view(), opened(), Verb.ASK_QUESTION_SEND))


def test_the_longest_words_fit_beside_the_longest_question() -> None:
    asked = replace(QUESTION, text="a\n" * 750)
    made = words_card(view(), opened(request(questions=(asked,))), Verb.ANSWER_SEND, "😀" * 1500, "Liian pitkä.")
    assert weight(made) <= LARGEST
