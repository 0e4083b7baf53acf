"""Seats and the waiting list."""

import pytest

from domain.registrations import Coming, Seats, answered


def test_without_a_limit_there_is_always_room() -> None:
    seats = Seats(None, coming=5000)
    assert (seats.left, seats.is_full) == (None, False)
    assert answered(Coming.COMING, seats, None) is Coming.COMING


def test_who_comes_too_late_waits_and_nobody_passes_those_who_wait() -> None:
    assert answered(Coming.COMING, Seats(2, coming=1), None) is Coming.COMING
    assert answered(Coming.COMING, Seats(2, coming=2), None) is Coming.WAITING
    # A seat has come free, and somebody who waits is just about to be given it.
    assert answered(Coming.COMING, Seats(2, coming=1, waiting=1), None) is Coming.WAITING


@pytest.mark.parametrize("before", [Coming.COMING, Coming.WAITING])
def test_who_asks_twice_keeps_what_she_has(before: Coming) -> None:
    assert answered(Coming.COMING, Seats(1, coming=1, waiting=3), before) is before


def test_who_has_declined_can_still_come_and_who_comes_can_decline() -> None:
    assert answered(Coming.COMING, Seats(1), Coming.DECLINED) is Coming.COMING
    assert answered(Coming.DECLINED, Seats(1, coming=1), Coming.COMING) is Coming.DECLINED


@pytest.mark.parametrize(
    ("seats", "coming", "waiting", "up"), [(2, 1, 3, 1), (2, 2, 3, 0), (5, 1, 3, 3), (None, 4, 2, 2), (1, 3, 1, 0)]
)
def test_as_many_move_up_as_there_are_seats_for(seats: int | None, coming: int, waiting: int, up: int) -> None:
    assert Seats(seats, coming, waiting).moves_up == up
