"""The engine: whatever is pressed in whatever order, no good answer is lost and nothing incomplete is reviewed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from dialogs.caution import doubts
from dialogs.engine import (
    Draft,
    Outcome,
    advance,
    back,
    first_step,
    go_to,
    is_already_kept,
    keep,
    reachable,
    unanswered,
)
from dialogs.fields import Situation, read
from dialogs.forms import REVIEW, Condition, Field, Form, Kind, Step, answers_on_path, path
from tests.dialogs.generated import LABEL, MEETINGS, TODAY, forms, options, situations, typed

MOVES = {"next": advance, "back": back, "keep": keep}
NOW = Situation(TODAY, {"meetings": MEETINGS})


def draft_of(form: Form, answers: dict[str, Any] | None = None) -> Draft:
    return Draft("d", "owner", form.key, "one", "fi", first_step(form), answers or {})


def position(form: Form, draft: Draft) -> int:
    keys = [step.key for step in path(form, draft.answers)]
    return keys.index(draft.step) if draft.step in keys else len(keys)


def check_stands_well(form: Form, draft: Draft, situation: Situation) -> None:
    """A draft never stands where something before it is missing, and on the review only when it is complete."""
    assert reachable(form, draft.answers, draft.step, situation) == draft.step
    gap = unanswered(form, draft.answers, situation)
    if draft.step == REVIEW:
        assert gap is None
    elif gap is not None:
        assert position(form, draft) <= position(form, replace(draft, step=gap.key))


def judged(asked: Field, sent: dict[str, Any], before: Draft, now: Situation) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is good about a field's answers, and what is wrong with them or doubtful."""
    taken, bad = read(asked, sent, now)
    return taken, bad | dict(doubts(asked, taken, before.answers, now))


def check_press(form: Form, before: Draft, outcome: Outcome, step: Step, sent: dict[str, Any], now: Situation) -> None:
    """What one press on a step that may be answered has done to the answers."""
    after = outcome.draft
    own = {key for one in step.fields for key in one.keys}
    others = {key: value for key, value in before.answers.items() if key not in own}
    assert {key: value for key, value in after.answers.items() if key not in own} == others
    assert after.version == before.version + 1
    for one in step.fields:
        taken, bad = judged(one, sent, before, now)
        for key in one.keys:
            # What is good is kept even where the step is refused; what is malformed costs no earlier answer.
            expected = before.answers if key in bad else taken
            assert after.answers.get(key) == expected.get(key)
            assert key not in bad or key in outcome.problems


@given(st.data())
@settings(max_examples=300)
def test_whatever_is_pressed_no_accepted_answer_is_lost(data: st.DataObject) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    draft = draft_of(form)
    for _ in range(data.draw(st.integers(1, 8))):
        step = data.draw(st.sampled_from(list(form.steps)))
        move, sent = data.draw(st.sampled_from(sorted(MOVES))), data.draw(typed(step, now))
        may_answer = reachable(form, draft.answers, step.key, now) == step.key
        outcome = MOVES[move](form, draft, step.key, sent, now)
        if may_answer:
            check_press(form, draft, outcome, step, sent, now)
        else:
            event("led back")
            assert outcome == Outcome(replace(draft, step=reachable(form, draft.answers, step.key, now)))
        check_stands_well(form, outcome.draft, now)
        if outcome.refused:
            assert outcome.draft.step == step.key
            assert outcome.typed == sent
        draft = outcome.draft


@given(st.data())
def test_whoever_answers_each_step_well_reaches_the_review_and_nothing_is_missing(data: st.DataObject) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    draft, expected = draft_of(form), dict[str, Any]()
    walked = []
    while draft.step != REVIEW:
        step = form.step(draft.step)
        assert step is not None
        walked.append(step)
        sent = data.draw(typed(step, now, careful=True))
        expected |= {key: value for one in step.fields for key, value in read(one, sent, now)[0].items()}
        outcome = advance(form, draft, step.key, sent, now)
        assert not outcome.refused
        draft = outcome.draft
    assert walked == path(form, draft.answers)
    assert unanswered(form, draft.answers, now) is None
    assert answers_on_path(form, draft.answers) == expected == draft.answers


@given(st.data())
def test_going_back_through_the_whole_form_and_on_again_changes_nothing(data: st.DataObject) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    draft, sent = draft_of(form), dict[str, dict[str, Any]]()
    while (step := form.step(draft.step)) is not None:
        sent[step.key] = data.draw(typed(step, now, careful=True))
        draft = advance(form, draft, step.key, sent[step.key], now).draft
    answers, walked = dict(draft.answers), list(sent)
    for key in reversed(walked):
        draft = back(form, draft, key, sent[key], now).draft
        assert draft.step == walked[max(walked.index(key) - 1, 0)]
    assert draft.answers == answers
    for key in walked:
        draft = advance(form, draft, key, sent[key], now).draft
    assert (draft.step, draft.answers) == (REVIEW, answers)


@given(st.data())
def test_a_press_that_was_kept_is_known_when_it_comes_again(data: st.DataObject) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    step = form.steps[0]
    sent = data.draw(typed(step, now))
    outcome = advance(form, draft_of(form), step.key, sent, now)
    malformed = any(judged(one, sent, draft_of(form), now)[1] for one in step.fields)
    assert is_already_kept(form, outcome.draft, step.key, sent, now) is not malformed


@given(st.data())
def test_a_press_that_brings_something_new_is_not_taken_for_a_double_one(data: st.DataObject) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    step = form.steps[0]
    first, second = data.draw(typed(step, now, careful=True)), data.draw(typed(step, now, careful=True))
    outcome = advance(form, draft_of(form), step.key, first, now)
    same = [read(one, first, now) for one in step.fields] == [read(one, second, now) for one in step.fields]
    assert is_already_kept(form, outcome.draft, step.key, second, now) is same


@given(st.data(), st.text(max_size=10))
def test_a_step_that_the_form_does_not_have_changes_nothing(data: st.DataObject, key: str) -> None:
    form, now = data.draw(forms()), data.draw(situations)
    if form.step(key):
        return
    draft = draft_of(form)
    for move in MOVES.values():
        outcome = move(form, draft, key, {"f0_0": "a"}, now)
        assert (outcome.draft.answers, outcome.draft.version) == ({}, 1)
        check_stands_well(form, outcome.draft, now)
    assert is_already_kept(form, draft, key, {"f0_0": "a"}, now)


# The same, in examples that can be read

MATTER = Field("matter", Kind.CHOICE, LABEL, options=options(["single", "theme"]))
VIOLENCE = Field("violence", Kind.CHOICES, LABEL, options=options(["none", "acute"]), other=True)
MEETING = Field("meeting", Kind.CHOICE, LABEL, options_from="meetings")
FORM = Form(
    "form",
    LABEL,
    [
        Step("matter", LABEL, [MATTER, Field("count", Kind.NUMBER, LABEL, required=False, min=1, max=9)]),
        Step("violence", LABEL, [VIOLENCE], when=[Condition("matter", frozenset({"single"}))]),
        Step(
            "acute",
            LABEL,
            [Field("seen", Kind.ACKNOWLEDGEMENT, LABEL)],
            when=[Condition("violence", frozenset({"acute"}))],
        ),
        Step("end", LABEL, [Field("words", Kind.TEXT, LABEL), MEETING]),
    ],
    languages=("fi",),
)
COMPLETE = {"matter": "single", "violence": ["acute"], "seen": True, "words": "Kysymys", "meeting": MEETINGS[0]}


def press(
    answers: dict[str, Any], step: str, sent: dict[str, Any], move: str = "next", now: Situation = NOW
) -> Outcome:
    return MOVES[move](FORM, replace(draft_of(FORM, answers), step=step), step, sent, now)


def test_a_form_begins_at_its_first_step() -> None:
    assert first_step(FORM) == "matter"


def test_a_good_answer_leads_to_the_next_step() -> None:
    outcome = press({}, "matter", {"matter": "single"})
    assert (outcome.draft.step, outcome.draft.answers, outcome.refused) == ("violence", {"matter": "single"}, False)
    assert outcome.typed == {}


def test_a_refused_step_stays_open_keeps_its_good_answers_and_shows_what_was_typed() -> None:
    sent = {"matter": "neither", "count": "3"}
    outcome = press({}, "matter", sent)
    assert (outcome.draft.step, outcome.draft.answers) == ("matter", {"count": 3})
    assert outcome.refused
    assert outcome.typed == sent
    assert {key: one.key for key, one in outcome.problems.items()} == {"matter": "problem-option"}


def test_a_missing_answer_is_named_beside_a_wrong_one() -> None:
    outcome = press({}, "matter", {"count": "99"})
    assert {key: one.key for key, one in outcome.problems.items()} == {
        "matter": "problem-missing",
        "count": "problem-range",
    }


def test_an_answer_that_was_taken_is_not_lost_to_a_malformed_one() -> None:
    assert press({"matter": "single", "count": 3}, "matter", {"matter": "?", "count": "?"}).draft.answers == {
        "matter": "single",
        "count": 3,
    }


def test_an_answer_that_was_emptied_is_gone_and_missed() -> None:
    outcome = press({"matter": "single", "count": 3}, "matter", {})
    assert outcome.draft.answers == {}
    assert list(outcome.problems) == ["matter"]


def test_the_words_of_other_outlast_a_malformed_choice() -> None:
    sent = {"violence": "nonsense", "violence.other": "Uhkailu"}
    outcome = press({"matter": "single"}, "violence", sent)
    assert outcome.draft.answers == {"matter": "single", "violence.other": "Uhkailu"}


@pytest.mark.parametrize("step", ["violence", "acute", "end"])
@pytest.mark.parametrize("move", MOVES)
def test_a_card_that_skips_ahead_is_led_back_and_brings_nothing(step: str, move: str) -> None:
    outcome = press({}, step, {"violence": "none", "seen": "true", "words": "Ohi"}, move)
    assert (outcome.draft.step, outcome.draft.answers, outcome.draft.version) == ("matter", {}, 1)


def test_a_step_that_the_path_leaves_aside_takes_no_answer() -> None:
    outcome = press({"matter": "theme"}, "violence", {"violence": "acute"})
    assert (outcome.draft.step, outcome.draft.answers) == ("end", {"matter": "theme"})


def test_a_step_left_aside_leads_to_the_review_when_all_else_is_answered() -> None:
    outcome = press({"matter": "theme", "words": "Kysymys", "meeting": MEETINGS[0]}, "acute", {"seen": "true"})
    assert outcome.draft.step == REVIEW


def test_an_answer_that_opens_a_step_leads_there_from_the_review_on() -> None:
    complete = COMPLETE | {"violence": ["none"]}
    assert unanswered(FORM, {key: value for key, value in complete.items() if key != "seen"}, NOW) is None
    without = {key: value for key, value in complete.items() if key != "seen"}
    assert press(without, "violence", {"violence": "acute"}).draft.step == "acute"
    assert go_to(FORM, draft_of(FORM, without | {"violence": ["acute"]}), REVIEW, NOW).draft.step == "acute"


def test_a_changed_condition_sets_answers_aside_and_brings_them_back() -> None:
    theme = press(COMPLETE, "matter", {"matter": "theme"}).draft
    assert [step.key for step in path(FORM, theme.answers)] == ["matter", "end"]
    assert answers_on_path(FORM, theme.answers) == {"matter": "theme", "words": "Kysymys", "meeting": MEETINGS[0]}
    again = press(dict(theme.answers), "matter", {"matter": "single"}).draft
    assert answers_on_path(FORM, again.answers) == COMPLETE
    assert unanswered(FORM, again.answers, NOW) is None


def test_the_answers_of_a_step_left_aside_open_no_other_step() -> None:
    assert [step.key for step in path(FORM, COMPLETE | {"matter": "theme"})] == ["matter", "end"]


def test_back_keeps_what_the_step_has_so_far_and_asks_for_nothing() -> None:
    outcome = press({"matter": "theme"}, "end", {"words": "Kesken"}, "back")
    assert (outcome.draft.step, outcome.refused) == ("matter", False)
    assert outcome.draft.answers == {"matter": "theme", "words": "Kesken"}


def test_back_stays_where_something_is_malformed() -> None:
    outcome = press({"matter": "theme"}, "end", {"words": "Kesken", "meeting": "soon"}, "back")
    assert (outcome.draft.step, list(outcome.problems)) == ("end", ["meeting"])
    assert outcome.draft.answers["words"] == "Kesken"


def test_back_passes_over_steps_that_are_left_aside() -> None:
    assert press(COMPLETE | {"violence": ["none"]}, "end", {"words": "x"}, "back").draft.step == "violence"


def test_back_from_the_first_step_stays_there() -> None:
    assert press({}, "matter", {"count": "2"}, "back").draft.step == "matter"


def test_keep_stays_on_the_step_with_what_it_has() -> None:
    outcome = press({}, "matter", {"count": "2"}, "keep")
    assert (outcome.draft.step, outcome.draft.answers, outcome.refused) == ("matter", {"count": 2}, False)


def test_the_last_answer_leads_to_the_review_only_when_the_whole_path_is_answered() -> None:
    sent = {"words": "Kysymys", "meeting": MEETINGS[1]}
    assert press(COMPLETE, "end", sent).draft.step == REVIEW
    # Somebody has emptied an earlier answer on another device: the press on the last step is led back to it.
    assert press({"matter": "single", "words": "x"}, "end", sent).draft.step == "violence"


def test_a_meeting_is_not_missed_when_none_is_offered() -> None:
    full = Situation(TODAY, {"meetings": []})
    assert press({"matter": "theme"}, "end", {"words": "Kysymys"}, now=full).draft.step == REVIEW
    assert press({"matter": "theme"}, "end", {"words": "Kysymys"}).refused


def test_from_the_review_one_comes_to_any_step_of_the_path_and_to_no_other() -> None:
    draft = draft_of(FORM, COMPLETE)
    assert [go_to(FORM, draft, step.key, NOW).draft.step for step in FORM.steps] == [step.key for step in FORM.steps]
    assert go_to(FORM, draft, "nowhere", NOW).draft.step == REVIEW
    assert go_to(FORM, draft_of(FORM, {"matter": "theme"}), REVIEW, NOW).draft.step == "end"


def test_a_press_raises_the_version_and_one_that_is_led_back_does_not() -> None:
    assert press({}, "matter", {"matter": "single"}).draft.version == 2
    assert press({}, "matter", {}).draft.version == 2
    assert press({}, "end", {}).draft.version == 1


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ({"matter": "single", "count": "3"}, True),
        ({"matter": " single ", "count": "3"}, True),
        ({"matter": "theme", "count": "3"}, False),
        ({"matter": "single"}, False),
        ({"matter": "single", "count": "lots"}, False),
    ],
)
def test_only_a_press_that_brings_nothing_is_a_double_one(sent: dict[str, Any], expected: bool) -> None:
    draft = draft_of(FORM, {"matter": "single", "count": 3})
    assert is_already_kept(FORM, draft, "matter", sent, NOW) is expected


def test_nothing_that_goes_in_is_changed() -> None:
    answers, sent = {"matter": "single"}, {"matter": "theme", "count": "3"}
    press(answers, "matter", sent)
    assert (answers, sent) == ({"matter": "single"}, {"matter": "theme", "count": "3"})
