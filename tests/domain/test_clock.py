"""The clock: it runs at its own rate from where it was set, and never back."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.clock import Clock

START = datetime(2022, 9, 20, 8, tzinfo=ZoneInfo("Europe/Helsinki"))


class Seconds:
    """Ticks that are turned by hand."""

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


def test_a_clock_begins_at_its_start_and_speaks_utc() -> None:
    now = Clock(START, Seconds()).now()
    assert now == START
    assert now.tzinfo is UTC


@pytest.mark.parametrize("rate", [0.5, 1.0, 60.0])
def test_a_clock_runs_at_its_rate(rate: float) -> None:
    ticks = Seconds()
    clock = Clock(START, ticks, rate)
    ticks.now += 10
    assert clock.now() == START + timedelta(seconds=10 * rate)
    assert clock.rate == rate


def test_a_clock_that_is_moved_on_runs_on_from_there() -> None:
    ticks = Seconds()
    clock = Clock(START, ticks, 2.0)
    ticks.now += 5
    assert clock.move_to(START + timedelta(days=1))
    assert clock.now() == START + timedelta(days=1)
    ticks.now += 5
    assert clock.now() == START + timedelta(days=1, seconds=10)


def test_a_clock_is_never_moved_back() -> None:
    ticks = Seconds()
    clock = Clock(START, ticks)
    ticks.now += 5
    assert not clock.move_to(START + timedelta(seconds=4))
    assert clock.now() == START + timedelta(seconds=5)


def test_a_clock_may_be_moved_to_where_it_stands() -> None:
    clock = Clock(START, Seconds())
    assert clock.move_to(START)
    assert clock.now() == START


def test_a_clock_takes_a_moment_of_any_zone() -> None:
    clock = Clock(START, Seconds())
    assert clock.move_to(datetime(2022, 9, 20, 12, tzinfo=ZoneInfo("Asia/Tokyo")) + timedelta(hours=6))
    assert clock.now() == datetime(2022, 9, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("last", "expected"),
    [(None, START), (START - timedelta(days=1), START), (START, START), (START + timedelta(1), START + timedelta(1))],
)
def test_a_clock_goes_on_from_the_last_moment_seen_when_that_is_later(
    last: datetime | None, expected: datetime
) -> None:
    ticks = Seconds()
    clock = Clock.going_on(START, last, ticks, 2.0)
    assert clock.now() == expected
    ticks.now += 5
    assert clock.now() == expected + timedelta(seconds=10)
