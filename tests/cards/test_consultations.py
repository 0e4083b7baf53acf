"""A request as its requester and its secretary see it; cards that stand in a chat hold nothing of the case."""

from dataclasses import replace

import pytest

from cards.consultations import (
    UNREACHABLE,
    Opened,
    arrived_card,
    news_card,
    opened_card,
    receipt_card,
    sent_card,
    withdraw_card,
)
from cards.elements import Card, Surface, weight
from domain.consultations import Event, Question, Status
from domain.permissions import CONSULTATION_RULES
from tests.cards.samples import (
    LARGEST,
    NOW,
    REQUESTER,
    SECRET,
    blocks,
    carried,
    form,
    fullest,
    opened,
    parts,
    presses,
    request,
    runs,
    says,
    verbs,
    view,
)

MINE = frozenset({"open", "change", "withdraw", "answer", "see-requester"})
HERS = frozenset({"open", "take", "ask", "move", "see-requester"})
QUESTION = Question("q1", "Onko lapsia kuultu?", "Ryhmän sihteeri", NOW)
NEWS = ("question", "answer", "changed", "moved", "withdrawn")


def all_pages(one: Opened, surface: Surface = Surface.DIALOG) -> list[Card]:
    made = [opened_card(view(surface), one)]
    while any(data.get("page") == len(made) for _, data in presses(made[-1])):
        made.append(opened_card(view(surface), replace(one, page=len(made))))
    return made


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_what_stands_in_a_chat_holds_nothing_of_the_case_and_nothing_of_the_requester(language: str) -> None:
    consultation = request(questions=(QUESTION,), events=(Event(NOW, "moved", "Salainen syy"),))
    one = opened(consultation, requester=REQUESTER, requester_name="Ammattilainen", actions=HERS | MINE)
    drawn = [receipt_card(view(language=language), one), arrived_card(view(language=language), one)]
    drawn += [news_card(view(language=language), kind, one) for kind in NEWS]
    words = (SECRET, QUESTION.text, "Salainen syy", *REQUESTER.values(), "Ammattilainen")
    assert [word for word in words for card in drawn if word in str(card)] == []


def test_the_receipt_names_the_number_the_meeting_and_what_happens_next() -> None:
    made = receipt_card(view(), opened(actions=MINE))
    assert "HE-2022-0001" in says(made)
    assert "to 13.10.2022 klo 13–15" in says(made)
    assert view().say("next-title") in says(made)
    assert verbs(made) == ["consultation-open", "consultation-change", "consultation-withdraw"]
    assert {part["type"] for part in parts(made, "Action.")} == {"Action.Submit"}
    assert all(data["msteams"] == {"type": "task/fetch"} and data["id"] == "c1" for _, data in presses(made))


def test_the_receipt_offers_only_what_can_be_done() -> None:
    assert verbs(receipt_card(view(), opened(actions=frozenset({"open"})))) == ["consultation-open"]
    asked = opened(request(questions=(QUESTION,)), actions=MINE)
    assert verbs(receipt_card(view(), asked))[0] == "question-answer"


def test_the_receipt_of_a_withdrawn_request_says_so_and_promises_nothing() -> None:
    made = receipt_card(view(), opened(request(status=Status.WITHDRAWN), actions=frozenset({"open"})))
    assert "on peruttu" in says(made)
    assert view().say("next-title") not in says(made)


def test_a_request_without_a_meeting_says_that_the_secretary_arranges_one() -> None:
    made = receipt_card(view(), opened(request(meeting=None), meeting=None))
    assert view().say("no-meeting-yet") in says(made)
    assert view().say("next-without-meeting") in says(made)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "Saapunut, odottaa käsittelyä"),
        ({"status": Status.TAKEN, "handler_name": "Ryhmän sihteeri"}, "Käsittelyssä: Ryhmän sihteeri"),
        ({"status": Status.TAKEN, "questions": (QUESTION,)}, "Sihteerin kysymys odottaa vastausta"),
        ({"status": Status.WITHDRAWN, "questions": (QUESTION,)}, "Peruttu"),
    ],
)
def test_each_state_has_its_words(facts: dict[str, object], words: str) -> None:
    assert words in says(receipt_card(view(), opened(request(**facts))))


def test_a_sent_request_says_so_and_leads_to_ones_own() -> None:
    made = sent_card(view(Surface.DIALOG), opened(), "Kiitos.")
    assert "Kiitos." in says(made)
    assert verbs(made) == ["own"]
    assert view().say("window-close") in says(made)
    assert view().say("window-close") not in says(sent_card(view(), opened(), "Kiitos."))


def test_an_arrived_request_can_be_taken_until_somebody_has() -> None:
    made = arrived_card(view(), opened(actions=HERS))
    assert verbs(made) == ["consultation-open", "consultation-take"]
    assert carried(made, "consultation-take") == {"id": "c1", "v": 4}
    taken = request(status=Status.TAKEN, handler_name="Ryhmän sihteeri")
    assert verbs(arrived_card(view(), opened(taken, actions=HERS))) == ["consultation-open"]


@pytest.mark.parametrize("kind", NEWS)
def test_news_name_the_request_and_open_it(kind: str) -> None:
    made = news_card(view(), kind, opened(actions=MINE))
    assert "HE-2022-0001" in blocks(made)
    assert verbs(made) == ["consultation-open"]


def test_news_of_a_question_lead_to_the_answer_until_there_is_one() -> None:
    made = news_card(view(), "question", opened(request(questions=(QUESTION,)), actions=MINE))
    assert verbs(made) == ["question-answer", "consultation-open"]
    done = replace(QUESTION, answer="Kyllä", answered_at=NOW)
    assert verbs(news_card(view(), "question", opened(request(questions=(done,))))) == ["consultation-open"]


def test_the_opened_request_shows_answers_questions_and_events() -> None:
    done = replace(QUESTION, answer="Kyllä, elokuussa.", answered_at=NOW)
    consultation = request(questions=(done,), events=(Event(NOW, "sent"), Event(NOW, "moved", "Sairastapaus")))
    made = opened_card(view(), opened(consultation, requester=REQUESTER, requester_name="Ammattilainen", actions=HERS))
    wanted = (SECRET, QUESTION.text, "Kyllä, elokuussa.", "Sairastapaus", *REQUESTER.values(), "Ammattilainen")
    assert [word for word in wanted if word not in says(made)] == []


def test_what_people_wrote_stands_in_runs_only() -> None:
    mark = "[linkki](https://paha.example)"
    question = Question("q1", f"Kysymys {mark}", f"Nimi {mark}", NOW, f"Vastaus {mark}", NOW)
    consultation = request(answers={"matter": "single", "conflict": mark}, questions=(question,))
    consultation = replace(consultation, events=(Event(NOW, "moved", mark),), handler_name=mark, status=Status.TAKEN)
    one = opened(consultation, requester={"unit": mark}, requester_name=mark)
    assert mark not in blocks(opened_card(view(), one))
    assert runs(opened_card(view(), one)).count(mark) == 8


def test_whoever_may_not_see_the_requester_gets_nothing_of_her() -> None:
    made = opened_card(view(), opened(requester={}, requester_name="", actions=frozenset({"open"})))
    assert view().say("fact-requester") not in says(made)
    assert verbs(made) == []


def test_an_anonymous_request_says_what_that_means() -> None:
    note, mine = view().say("anonymous-note"), view().say("anonymous-mine")
    for reads, other, hers in ((note, mine, False), (mine, note, True)):
        said = says(opened_card(view(), opened(request(anonymous=True), mine=hers)))
        assert reads in said and other not in said
    assert not {note, mine} & set(says(opened_card(view(), opened())).split("\n"))


def test_the_secretary_is_offered_what_she_may_do_for_the_version_that_she_sees() -> None:
    made = opened_card(view(), opened(actions=HERS))
    assert verbs(made) == ["consultation-take", "question-ask", "consultation-move"]
    assert all(data["v"] == 4 for _, data in presses(made))
    assert carried(made, "consultation-take")["opened"] == 1


def test_the_owner_is_offered_her_own_and_goes_on_where_she_is() -> None:
    chat = opened_card(view(), opened(request(questions=(QUESTION,)), actions=MINE, mine=True))
    assert verbs(chat) == ["question-answer", "consultation-change", "consultation-withdraw"]
    assert {part["type"] for part in parts(chat, "Action.")} == {"Action.Execute"}
    assert set(MINE) <= set(CONSULTATION_RULES)


@pytest.mark.parametrize("written", ["ä", "😀", "a\n", '"'])
def test_the_longest_request_is_split_so_that_each_card_fits_and_nothing_is_lost(written: str) -> None:
    answers = fullest(form(), written)
    questions = tuple(
        Question(f"q{n}", (written * 1500)[:1500], "Ryhmän sihteeri", NOW, (written * 1500)[:1500], NOW)
        for n in range(6)
    )
    events = tuple(Event(NOW, "moved", (written * 1500)[:1500]) for _ in range(6))
    one = opened(request(answers=answers, questions=questions, events=events, anonymous=True), actions=HERS)
    made = all_pages(replace(one, requester_name="Ammattilainen", said="Kysymys on lähetetty."))
    assert max(weight(card) for card in made) <= LARGEST
    sign = written.strip()
    wanted = 18 * ((written * 1500)[:1500]).count(sign) + answers["conflict"].count(sign)
    assert sum(runs(card).count(sign) for card in made) >= wanted
    assert f"Sivu 1/{len(made)}" in says(made[0])
    assert all("consultation-take" in verbs(card) for card in made)


def test_withdrawing_is_asked_once_more_with_a_way_out() -> None:
    made = withdraw_card(view(Surface.DIALOG), opened())
    assert verbs(made) == ["consultation-withdraw-sure", "consultation-open"]
    assert carried(made, "consultation-withdraw-sure") == {"id": "c1", "v": 4}
    assert {part["type"] for part in parts(made, "Action.")} == {"Action.Submit"}
    assert parts(made, "Action.")[0]["style"] == "destructive"
    assert SECRET not in str(made)


@pytest.mark.parametrize("anonymous", [True, False])
@pytest.mark.parametrize("why", UNREACHABLE)
def test_the_secretary_reads_that_who_asked_is_forgotten_and_of_nobody_who_could_be_shown(
    why: str, anonymous: bool
) -> None:
    lost = opened(request(anonymous=anonymous), unreachable=why, actions=frozenset({"open", "take", "move"}))
    made = opened_card(view(), lost)
    told = [view().say(f"unreachable-{one}") in says(made) for one in UNREACHABLE]
    assert told == [one == why for one in UNREACHABLE]
    assert view().say("anonymous-note") not in says(made)
    assert view().say("fact-requester") not in says(made)
    assert verbs(made) == ["consultation-take", "consultation-move"]
    known = opened_card(view(), replace(lost, unreachable=""))
    assert not any(view().say(f"unreachable-{one}") in says(known) for one in UNREACHABLE)
