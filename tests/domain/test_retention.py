"""How long what is kept is kept."""

from datetime import UTC, date, datetime

import pytest

from domain.retention import KINDS, Retention, end_of, is_over, kept_since
from tests.house import HELSINKI


def test_every_kind_has_a_safe_default() -> None:
    of_requests = ("draft", "request", "recommendation", "identity", "delivery", "log")
    assert (*of_requests, "announcement", "registration", "feedback") == KINDS
    assert Retention().mistakes() == []
    assert all(getattr(Retention(), kind) > 0 for kind in KINDS)


@pytest.mark.parametrize("kind", ["identity", "delivery"])
def test_nothing_of_a_request_is_kept_longer_than_the_request(kind: str) -> None:
    assert Retention(**{kind: 366}).mistakes() == [kind]
    assert Retention(**{kind: 365}).mistakes() == []


@pytest.mark.parametrize("kind", ["registration", "feedback"])
def test_nothing_of_a_session_is_kept_longer_than_what_was_announced(kind: str) -> None:
    assert Retention(**{kind: 366}).mistakes() == [kind]
    assert Retention(**{kind: 365}).mistakes() == []


def test_a_request_ends_with_its_meeting_or_with_what_happened_last() -> None:
    meeting, later = date(2022, 10, 13), date(2022, 10, 20)
    assert end_of(meeting, date(2022, 9, 20)) == meeting
    assert end_of(meeting, later) == later
    assert end_of(None, later) == later


def test_a_day_counts_when_it_is_over() -> None:
    end = date(2022, 10, 13)
    assert not is_over(end, 30, date(2022, 11, 12))
    assert is_over(end, 30, date(2022, 11, 13))


def test_days_are_whole_local_days_over_the_autumn_change_too() -> None:
    now = datetime(2022, 10, 31, 22, 30, tzinfo=UTC)
    assert kept_since(1, now, HELSINKI) == datetime(2022, 10, 30, 22, 0, tzinfo=UTC)
    assert kept_since(2, now, HELSINKI) == datetime(2022, 10, 29, 21, 0, tzinfo=UTC)
