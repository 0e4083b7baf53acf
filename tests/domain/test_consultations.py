"""What may happen to a request, and when it may no longer."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.consultations import (
    Consultation,
    Question,
    Status,
    check_can_answer,
    check_can_ask,
    check_can_change,
    check_can_take,
    check_open,
    reference,
)
from domain.refusals import Refused

NOW = datetime(2022, 9, 20, 9, tzinfo=UTC)
HELSINKI = ZoneInfo("Europe/Helsinki")
NEW = Consultation(
    id="c",
    reference="HE-2022-0001",
    group="haastavat-erot",
    owner="owner",
    language="fi",
    answers={},
    status=Status.NEW,
    version=1,
    meeting=None,
    sent_at=NOW,
)
TAKEN = replace(NEW, status=Status.TAKEN, handler="secretary", handler_name="Sihteeri")
WITHDRAWN = replace(NEW, status=Status.WITHDRAWN)
OPEN = Question("q", "Kuinka kauan?", "Sihteeri", NOW)
ANSWERED = replace(OPEN, id="r", answer="Vuoden", answered_at=NOW)


def refusal(check: Callable[[], object]) -> tuple[str, dict[str, str | int]]:
    with pytest.raises(Refused) as refused:
        check()
    return refused.value.key, dict(refused.value.values)


@pytest.mark.parametrize(
    ("year", "number", "expected"),
    [(2026, 7, "HE-2026-0007"), (2022, 9999, "HE-2022-9999"), (2022, 10000, "HE-2022-10000")],
)
def test_a_reference_number_has_four_digits_until_they_do_not_suffice(year: int, number: int, expected: str) -> None:
    assert reference("HE", year, number) == expected


@pytest.mark.parametrize(("one", "expected"), [(NEW, True), (TAKEN, True), (WITHDRAWN, False)])
def test_a_request_is_open_until_it_is_withdrawn(one: Consultation, expected: bool) -> None:
    assert one.is_open is expected


def test_the_open_question_is_the_one_without_an_answer() -> None:
    assert NEW.open_question is None
    assert replace(NEW, questions=(ANSWERED,)).open_question is None
    assert replace(NEW, questions=(ANSWERED, OPEN)).open_question == OPEN


def test_an_empty_answer_is_an_answer() -> None:
    assert replace(NEW, questions=(replace(OPEN, answer=""),)).open_question is None


@pytest.mark.parametrize(
    "check",
    [check_open, check_can_take, check_can_ask, check_can_answer, lambda one: check_can_change(one, None, NOW)],
)
def test_nothing_happens_to_a_withdrawn_request_and_its_reference_is_named(
    check: Callable[[Consultation], object],
) -> None:
    gone = replace(WITHDRAWN, questions=(OPEN,))
    assert refusal(lambda: check(gone)) == ("refused-withdrawn", {"reference": "HE-2022-0001"})


def test_a_new_request_can_be_taken() -> None:
    check_can_take(NEW)


def test_a_taken_request_names_who_has_taken_it() -> None:
    assert refusal(lambda: check_can_take(TAKEN)) == ("refused-already-taken", {"name": "Sihteeri"})


def test_a_taken_request_says_no_more_than_that_when_the_name_is_not_known() -> None:
    assert refusal(lambda: check_can_take(replace(TAKEN, handler_name=None)))[1] == {"name": ""}


@pytest.mark.parametrize("one", [NEW, TAKEN, replace(TAKEN, questions=(ANSWERED,))])
def test_a_question_can_be_asked_when_none_waits(one: Consultation) -> None:
    check_can_ask(one)


def test_a_second_question_waits_for_the_answer_to_the_first() -> None:
    assert refusal(lambda: check_can_ask(replace(NEW, questions=(ANSWERED, OPEN))))[0] == "refused-question-open"


def test_an_answer_belongs_to_the_question_that_waits() -> None:
    assert check_can_answer(replace(NEW, questions=(ANSWERED, OPEN))) == OPEN


@pytest.mark.parametrize("questions", [(), (ANSWERED,)])
def test_without_a_waiting_question_there_is_nothing_to_answer(questions: tuple[Question, ...]) -> None:
    assert refusal(lambda: check_can_answer(replace(NEW, questions=questions)))[0] == "refused-no-question"


def test_a_request_can_be_changed_until_its_deadline_and_not_from_it_on() -> None:
    check_can_change(TAKEN, NOW + timedelta(microseconds=1), NOW)
    assert refusal(lambda: check_can_change(TAKEN, NOW, NOW))[0] == "refused-deadline-passed"


def test_a_request_without_a_meeting_can_be_changed_at_any_time() -> None:
    check_can_change(NEW, None, NOW + timedelta(days=10_000))


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2022, 9, 20, 5, 0, tzinfo=UTC), datetime(2022, 9, 19, 21, 0, tzinfo=UTC)),
        (datetime(2022, 9, 20, 20, 59, tzinfo=UTC), datetime(2022, 9, 19, 21, 0, tzinfo=UTC)),
        (datetime(2022, 9, 20, 21, 0, tzinfo=UTC), datetime(2022, 9, 20, 21, 0, tzinfo=UTC)),
    ],
)
def test_what_happens_to_an_anonymous_request_has_a_day_and_no_time(now: datetime, day: datetime) -> None:
    assert replace(NEW, anonymous=True).stamp(now, HELSINKI) == day
    assert NEW.stamp(now, HELSINKI) == now


def test_the_notices_of_an_anonymous_request_are_addressed_to_nobody_by_name() -> None:
    assert (NEW.addressee, replace(NEW, anonymous=True).addressee) == (NEW.owner, None)
