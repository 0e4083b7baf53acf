"""What several answers of a step have to be together."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from dialogs.checks import broken
from dialogs.engine import Draft, advance, unanswered
from dialogs.fields import Situation
from dialogs.forms import REVIEW, Check, Field, Form, Kind, Rule, Step
from tests.dialogs.generated import LABEL, TODAY

HELSINKI = ZoneInfo("Europe/Helsinki")
NOW = Situation(TODAY, now=datetime(2022, 9, 20, 8, 30, tzinfo=HELSINKI))
DAY, START, END = Field("day", Kind.DAY, LABEL), Field("start", Kind.TIME, LABEL), Field("end", Kind.TIME, LABEL)
CHECKS = [Check(Rule.IN_ORDER, ("start", "end")), Check(Rule.AHEAD, ("day", "start"))]
WHEN = Step("when", LABEL, [DAY, START, END], checks=CHECKS)
ALL, LIST = Field("all", Kind.TOGGLE, LABEL, required=False), Field("list", Kind.TEXT, LABEL, required=False)
WHOM = Step("whom", LABEL, [ALL, LIST], checks=[Check(Rule.ANY, ("all", "list"))])


def wrong(step: Step, answers: dict[str, Any], now: Situation = NOW) -> dict[str, str]:
    return {key: one.key for key, one in broken(step, answers, now).items()}


def on(day: str, start: str, end: str = "23:59") -> dict[str, str]:
    return {"day": day, "start": start, "end": end}


@pytest.mark.parametrize(
    ("start", "end", "good"), [("08:15", "09:15", True), ("09:15", "09:15", False), ("10:00", "09:59", False)]
)
def test_the_end_comes_after_the_start(start: str, end: str, good: bool) -> None:
    assert wrong(WHEN, on("2022-10-05", start, end)) == ({} if good else {"end": "problem-time-order"})


@pytest.mark.parametrize(
    ("day", "start", "good"),
    [
        ("2022-09-20", "08:31", True),
        ("2022-09-20", "08:30", False),
        ("2022-09-19", "23:00", False),
        ("2022-09-21", "00:00", True),
    ],
)
def test_what_begins_now_or_before_is_not_ahead(day: str, start: str, good: bool) -> None:
    assert wrong(WHEN, on(day, start)) == ({} if good else {"start": "problem-time-past"})


def test_an_hour_that_the_clock_leaps_over_is_none() -> None:
    assert wrong(WHEN, on("2023-03-26", "03:30")) == {"start": "problem-time-gap"}
    assert wrong(WHEN, on("2023-03-26", "04:00")) == {}
    # In autumn the same hour comes twice: the first one is meant.
    assert wrong(WHEN, on("2022-10-30", "03:30")) == {}


def test_without_a_clock_only_the_day_is_looked_at() -> None:
    assert wrong(WHEN, on("2022-09-20", "00:01"), replace(NOW, now=None)) == {}


def test_a_day_that_is_years_away_is_a_slip_of_the_pen() -> None:
    assert wrong(WHEN, on("2027-09-19", "08:15")) == {}
    assert (
        wrong(WHEN, on("2202-10-05", "08:15")) == wrong(WHEN, on("9999-12-31", "08:15")) == {"day": "problem-day-late"}
    )


def test_an_hour_can_be_asked_to_exist_without_being_ahead() -> None:
    begun = replace(WHEN, checks=[Check(Rule.SHOWN, ("day", "start")), Check(Rule.AHEAD, ("day", "end"))])
    assert wrong(begun, on("2022-09-20", "08:15", "09:15")) == {}
    assert wrong(begun, on("2022-09-20", "07:15", "08:15")) == {"end": "problem-time-past"}
    assert wrong(begun, on("2023-03-26", "03:30", "05:00")) == {"start": "problem-time-gap"}
    assert wrong(begun, on("2023-03-26", "02:30", "03:30")) == {"end": "problem-time-gap"}


@pytest.mark.parametrize("missing", ["day", "start", "end"])
def test_what_is_missing_is_not_judged_yet(missing: str) -> None:
    answers = {key: value for key, value in on("2022-09-19", "10:00", "09:00").items() if key != missing}
    assert missing not in wrong(WHEN, answers)


@pytest.mark.parametrize(
    ("answers", "good"), [({"all": True}, True), ({"list": "a"}, True), ({"all": False}, False), ({}, False)]
)
def test_one_of_several_has_to_be_given(answers: dict[str, Any], good: bool) -> None:
    assert wrong(WHOM, answers) == ({} if good else {"all": "problem-any"})


def test_a_step_whose_answers_do_not_go_together_stays_open_with_all_of_them() -> None:
    form = Form("form", LABEL, [WHEN], languages=("fi",))
    draft = Draft("d", "owner", "form", "", "fi", "when", {})
    outcome = advance(form, draft, "when", on("2022-10-05", "10:00", "09:00"), NOW)
    assert {key: one.key for key, one in outcome.problems.items()} == {"end": "problem-time-order"}
    assert outcome.draft.step == "when"
    assert outcome.draft.answers == on("2022-10-05", "10:00", "09:00")
    mended = advance(form, outcome.draft, "when", on("2022-10-05", "10:00", "11:00"), NOW)
    assert (mended.draft.step, mended.problems) == (REVIEW, {})


def test_what_has_passed_since_it_was_written_is_led_back_to() -> None:
    form = Form("form", LABEL, [WHEN], languages=("fi",))
    answers = on("2022-10-05", "10:00", "11:00")
    assert unanswered(form, answers, NOW) is None
    later = Situation(TODAY.replace(month=11), now=datetime(2022, 11, 1, tzinfo=HELSINKI))
    assert unanswered(form, answers, later) is WHEN


@pytest.mark.parametrize(
    ("opens", "day", "good"),
    [("2022-10-04", "2022-10-05", True), ("2022-10-05", "2022-10-05", True), ("2022-10-06", "2022-10-05", False)],
)
def test_a_day_by_which_another_comes_may_be_the_same(opens: str, day: str, good: bool) -> None:
    step = Step(
        "when", LABEL, [DAY, Field("opens", Kind.DAY, LABEL, required=False)], checks=[Check(Rule.BY, ("opens", "day"))]
    )
    assert wrong(step, {"opens": opens, "day": day}) == ({} if good else {"opens": "problem-day-by"})
    assert wrong(step, {"day": day}) == {}
