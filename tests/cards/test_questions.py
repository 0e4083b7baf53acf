"""A few words about a request: asked beside what they answer, and never lost to a refusal."""

from dataclasses import replace

import pytest

from cards.consultations import opened_card
from cards.elements import weight
from cards.questions import words_card
from cards.verbs import Verb
from dialogs.fields import IDENTITY_CODE, Problem
from domain.consultations import Question
from tests.cards.samples import LARGEST, NOW, carried, opened, parts, presses, request, runs, says, view

LONG = Problem("problem-too-long", {"most": 1500, "now": 3000})
DOUBT = Problem("warning-likely", {"kinds": "name"}, "words:name:1")
QUESTION = Question("q1", "Onko lapsia kuultu?", "Ryhmän sihteeri", NOW)


@pytest.mark.parametrize("verb", [Verb.ASK_QUESTION_SEND, Verb.ANSWER_SEND])
def test_a_refusal_keeps_what_was_typed_and_says_why(verb: Verb) -> None:
    made = words_card(
        view(), opened(request(questions=(QUESTION,))), verb, "Kirjoitettu", Problem("problem-words-missing")
    )
    [typed] = parts(made, "Input.")
    assert (typed["id"], typed["value"], typed["maxLength"]) == ("f.words", "Kirjoitettu", 1500)
    assert view().say("problem-words-missing") in says(made)
    assert carried(made, verb.value) == {"id": "c1", "v": 4}
    assert carried(made, "consultation-open") == {"id": "c1"}


def test_the_answer_stands_below_its_question() -> None:
    made = words_card(view(), opened(request(questions=(QUESTION,))), Verb.ANSWER_SEND)
    assert QUESTION.text in runs(made)
    assert "value" not in parts(made, "Input.")[0]
    assert QUESTION.text not in says(words_card(view(), opened(), Verb.ASK_QUESTION_SEND))


def test_a_question_of_an_erased_secretary_is_named_by_her_task() -> None:
    nameless = opened(request(questions=(replace(QUESTION, asked_by=""),)))
    for made in (words_card(view(), nameless, Verb.ANSWER_SEND), opened_card(view(), nameless)):
        assert "Ryhmän sihteeri kysyi ti 20.9.2022" in says(made)


def test_the_longest_words_fit_beside_the_longest_question() -> None:
    asked = replace(QUESTION, text="a\n" * 750)
    made = words_card(view(), opened(request(questions=(asked,))), Verb.ANSWER_SEND, "😀" * 1500, LONG)
    assert weight(made) <= LARGEST


@pytest.mark.parametrize("verb", [Verb.ASK_QUESTION_SEND, Verb.ANSWER_SEND])
def test_what_is_doubtful_can_be_sent_by_the_button_that_says_so(verb: Verb) -> None:
    made = words_card(view(), opened(request(questions=(QUESTION,))), verb, "Matti", DOUBT)
    assert "henkilön nimi" in says(made)
    assert dict(presses(made))["Lähetä näin"] == {"verb": verb.value, "id": "c1", "v": 4, "sure": "words:name:1"}
    assert parts(made, "Input.")[0]["value"] == "Matti"


def test_an_identity_code_is_cut_out_of_what_comes_back() -> None:
    made = words_card(view(), opened(), Verb.ASK_QUESTION_SEND, "Onko 131052-308T lapsi?", IDENTITY_CODE)
    assert parts(made, "Input.")[0]["value"] == "Onko […] lapsi?"
    assert "308T" not in str(made)
