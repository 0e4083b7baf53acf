"""Seats and the waiting list."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.announcements import Announcement, Kind, Session, State, Wording
from domain.registrations import Coming, Seats, agreed, answered

START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)


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


def test_what_is_agreed_to_is_time_way_in_and_that_it_takes_place_and_nothing_else() -> None:
    session = Session(START, START + timedelta(hours=1), "https://teams.microsoft.com/l/meetup-join/one", seats=3)
    one = Announcement("a", Kind.SESSION, State.LISTED, Wording({"fi": "OT-info"}, session=session))
    words = replace(one.wording, title={"fi": "Info"}, session=replace(session, organiser="Koske", seats=4))
    same = [replace(one, version=7), replace(one, state=State.OUT), replace(one, wording=words)]
    local = START.astimezone(ZoneInfo("Europe/Helsinki"))
    same.append(replace(one, wording=replace(one.wording, session=replace(session, start=local))))
    assert {agreed(each) for each in same} == {agreed(one)}
    others = [
        replace(session, start=START - timedelta(minutes=15)),
        replace(session, end=session.end + timedelta(minutes=15)),
        replace(session, link="https://teams.microsoft.com/l/meetup-join/two"),
    ]
    changed = [replace(one, wording=replace(one.wording, session=each)) for each in others]
    off = replace(one, state=State.CALLED_OFF)
    assert len({agreed(each) for each in (one, off, *changed)}) == 5
    assert agreed(replace(one, wording=Wording({"fi": "Uutta"}))) == ""
