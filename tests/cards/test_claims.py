"""A code is shown once and never comes back; what it opens holds the questions and their answers only."""

from dataclasses import replace
from datetime import date

import pytest

from cards.claims import (
    Claim,
    claim_answer_card,
    claim_card,
    claim_intro_card,
    claim_offered,
    claim_shown,
    claim_withdraw_card,
    claimed_card,
    code_card,
)
from cards.consultations import opened_card, sent_card
from cards.elements import Surface, card, weight
from dialogs.fields import IDENTITY_CODE
from domain.consultations import Question, Status
from tests.cards.samples import (
    LARGEST,
    NOW,
    REQUESTER,
    SECRET,
    carried,
    opened,
    parts,
    presses,
    request,
    says,
    verbs,
    view,
)

CLAIM = Claim("ABCD-EFGH-JKLM-NPQR", date(2023, 3, 19))
MINE = frozenset({"open", "change", "withdraw", "answer", "see-requester"})
ANONYMOUS = request(anonymous=True)
LONG = tuple(Question(str(number), "k" * 1500, "Sihteeri", NOW, "v" * 1500, NOW) for number in range(20))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_code_stands_with_its_number_its_last_day_and_that_it_is_shown_once(language: str) -> None:
    seen = view(Surface.DIALOG, language)
    for made in (
        card(seen, [claim_shown(seen, opened(ANONYMOUS), CLAIM)]),
        sent_card(seen, opened(ANONYMOUS), "Kiitos.", claim=[claim_shown(seen, opened(ANONYMOUS), CLAIM)]),
        code_card(seen, opened(ANONYMOUS), CLAIM),
    ):
        for words in (CLAIM.code, "HE-2022-0001", seen.speech.day(CLAIM.until)):
            assert words in says(made), words


def test_a_code_that_takes_the_place_of_another_says_so() -> None:
    ended = view().say("claim-replaces")
    assert ended in says(code_card(view(), opened(ANONYMOUS), replace(CLAIM, replaces=True)))
    assert ended not in says(code_card(view(), opened(ANONYMOUS), CLAIM))


def test_a_new_code_is_offered_in_a_dialog_even_from_the_chat() -> None:
    for surface in Surface:
        made = card(view(surface), [claim_offered(view(surface), opened(ANONYMOUS))])
        [(_, data)] = presses(made)
        assert (data["verb"], data["id"]) == ("claim-renew", "c1")
        assert {part["type"] for part in parts(made, "Action.") if part["type"] != "ActionSet"} == {"Action.Submit"}
    assert "msteams" in presses(card(view(), [claim_offered(view(), opened(ANONYMOUS))]))[0][1]


def test_the_requester_is_offered_a_new_code_on_her_open_anonymous_request_only() -> None:
    mine = opened(ANONYMOUS, actions=MINE, mine=True)
    # What cannot be taken back stands last.
    assert verbs(opened_card(view(), mine))[-2:] == ["claim-renew", "consultation-withdraw"]
    assert "claim-renew" not in verbs(opened_card(view(), replace(mine, consultation=request())))
    gone = replace(mine, actions=frozenset({"open"}))
    assert "claim-renew" not in verbs(opened_card(view(), gone))
    assert "claim-renew" not in verbs(opened_card(view(), replace(mine, mine=False)))


def test_in_the_chat_nothing_is_typed() -> None:
    made = claim_intro_card(view())
    assert parts(made, "Input.") == []
    assert "Älä kirjoita koodia tähän keskusteluun" in says(made)
    assert verbs(made) == ["claim", "home"]


@pytest.mark.parametrize("problem", [None, "Ei sovi."])
def test_a_number_comes_back_and_a_code_never(problem: str | None) -> None:
    made = claim_card(view(Surface.DIALOG), "HE-2022-0001", problem)
    which, code = parts(made, "Input.")
    assert (which["id"], which["value"]) == ("f.reference", "HE-2022-0001")
    assert (code["id"], "value" in code) == ("f.code", False)
    assert (problem in says(made)) if problem else True
    [again] = parts(claim_withdraw_card(view(Surface.DIALOG), "HE-2022-0001", problem), "Input.")
    assert (again["id"], "value" in again) == ("f.code", False)


def test_what_a_code_opens_holds_questions_and_answers_newest_first_and_nothing_of_the_form() -> None:
    asked = tuple(Question(str(number), f"Kysymys {number}?", "Sihteeri", NOW, "Kyllä.", NOW) for number in (1, 2))
    one = opened(request(anonymous=True, questions=asked), requester=REQUESTER, requester_name="Ammattilainen")
    made = claimed_card(view(Surface.DIALOG), one)
    assert says(made).index("Kysymys 2?") < says(made).index("Kysymys 1?")
    for words in (SECRET, "Ammattilainen", *REQUESTER.values()):
        assert words not in str(made)
    assert verbs(made) == ["claim-withdraw", "home"]
    assert all("id" not in data for _, data in presses(made))
    ended = claimed_card(view(), replace(one, consultation=request(status=Status.WITHDRAWN), said="Peruttu."))
    assert verbs(ended) == ["home"] and "Peruttu." in says(ended)


def test_a_question_that_waits_is_answered_with_the_code_typed_again() -> None:
    one = opened(request(anonymous=True, questions=(Question("1", "Miksi?", "Sihteeri", NOW),)))
    made = claimed_card(view(Surface.DIALOG), one, "Lapsi 131052-308T", IDENTITY_CODE)
    words, code = parts(made, "Input.")
    assert (words["id"], words["value"]) == ("f.words", "Lapsi […]")
    assert (code["id"], "value" in code) == ("f.code", False)
    assert carried(made, "claim-answer-send") == {"reference": "HE-2022-0001", "v": 4}
    ended = request(anonymous=True, questions=one.consultation.questions, status=Status.WITHDRAWN)
    assert verbs(claimed_card(view(), replace(one, consultation=ended))) == ["home"]


def test_after_a_wrong_code_the_answer_is_not_lost_and_nothing_of_the_request_is_shown() -> None:
    made = claim_answer_card(view(Surface.DIALOG), "HE-2022-0001", 4, "Kyllä 131052-308T", "Ei sovi.")
    words, code = parts(made, "Input.")
    assert (words["value"], "value" in code) == ("Kyllä […]", False)
    assert carried(made, "claim-answer-send") == {"reference": "HE-2022-0001", "v": 4}
    assert "Ei sovi." in says(made)


def test_many_long_questions_fit_on_a_card_and_what_does_not_is_said() -> None:
    made = claimed_card(view(Surface.DIALOG), opened(request(anonymous=True, questions=LONG)))
    assert weight(made) <= LARGEST
    assert view().say("claim-more") in says(made)
    waiting = (*LONG, Question("20", "😀" * 1500, "Sihteeri", NOW))
    one = opened(request(anonymous=True, questions=waiting))
    assert weight(claimed_card(view(Surface.DIALOG), one, "😀" * 1500, IDENTITY_CODE)) <= LARGEST
