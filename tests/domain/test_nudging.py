"""Nobody is told too much, at a wrong hour, or what is not true any more."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.manners import Manners
from domain.nudging import (
    Fate,
    Nudge,
    Reader,
    Verdict,
    check_later,
    first_due,
    free_moment,
    judge,
    last_day,
    later_days,
)
from domain.preferences import Preferences

HELSINKI = ZoneInfo("Europe/Helsinki")
MANNERS = Manners(HELSINKI, "FI", closed_months=frozenset({7}), most_a_week=2)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HELSINKI)


NOW = at("2022-10-05T09:00")


def nudge(number: int = 1, rule: str = "draft-deadline", **given: object) -> Nudge:
    told = {"subject": "d1", "day": date(2022, 10, 6), "due": NOW, "until": at("2022-10-07T00:00")} | given
    return Nudge(f"n{number}", f"{rule}|r{number}", rule, **told)  # type: ignore[arg-type]


def judged(*nudges: Nudge, now: datetime = NOW, **known: object) -> list[Verdict]:
    reader = Reader(true=frozenset(one.id for one in nudges), **known)  # type: ignore[arg-type]
    return judge(nudges, reader, MANNERS, now)


def fates(found: list[Verdict]) -> list[tuple[str, str]]:
    return [(one.fate.value, one.reason) for one in found]


def test_what_is_true_and_in_time_is_told() -> None:
    assert fates(judged(nudge())) == [("tell", "")]


@pytest.mark.parametrize(
    ("known", "now", "reason"),
    [
        ({"wishes": Preferences(reminders=False)}, "2022-10-05T09:00", "off"),
        ({"ended": frozenset({("draft-deadline", "d1")})}, "2022-10-05T09:00", "not-again"),
        ({}, "2022-10-07T09:00", "late"),
        ({"cards": 2}, "2022-10-06T15:00", "enough"),
        ({}, "2022-10-06T17:00", "closed"),
    ],
)
def test_what_is_left_unsaid_has_a_reason(known: dict[str, object], now: str, reason: str) -> None:
    assert fates(judged(nudge(), now=at(now), **known)) == [("drop", reason)]


def test_who_hears_of_it_on_a_later_day_that_she_chose_does_not_hear_of_it_before() -> None:
    one = nudge()
    assert fates(judged(one, awaits=frozenset({one.matter}))) == [("drop", "merged")]
    assert fates(judged(nudge(chosen=True), awaits=frozenset({one.matter}))) == [("tell", "")]
    other = nudge(day=date(2022, 11, 3), until=at("2022-11-04T00:00"))
    assert fates(judged(other, awaits=frozenset({one.matter}))) == [("tell", "")]


def test_what_is_not_true_any_more_is_left_unsaid() -> None:
    assert fates(judge([nudge()], Reader(), MANNERS, NOW)) == [("drop", "untrue")]


def test_what_comes_at_a_closed_hour_waits_for_the_opening() -> None:
    [found] = judged(nudge(), now=at("2022-10-05T17:30"))
    assert (found.fate, found.due) == (Fate.LATER, at("2022-10-06T08:00"))


def test_a_persons_own_quiet_hours_are_kept_and_those_of_the_centre_too() -> None:
    wishes = Preferences(quiet_from=time(16), quiet_until=time(10))
    [found] = judged(nudge(), now=at("2022-10-05T09:00"), wishes=wishes)
    assert (found.fate, found.due) == (Fate.LATER, at("2022-10-05T10:00"))
    assert free_moment(wishes, MANNERS, at("2022-10-05T16:30")) == at("2022-10-06T10:00")


def test_whose_quiet_hours_are_all_of_the_day_is_written_to_at_the_opening() -> None:
    wishes = Preferences(quiet_from=time(7), quiet_until=time(18))
    assert free_moment(wishes, MANNERS, at("2022-10-05T06:00")) == at("2022-10-05T08:00")


def test_too_many_cards_in_a_week_make_the_next_one_wait() -> None:
    [found] = judged(nudge(until=at("2022-10-14T00:00")), cards=2)
    assert (found.fate, found.due) == (Fate.LATER, at("2022-10-06T09:00"))


def test_half_an_hour_before_a_session_nothing_else_counts() -> None:
    soon = nudge(rule="session-soon", due=at("2022-10-05T07:45"), until=at("2022-10-05T08:15"))
    wishes = Preferences(quiet_from=time(16), quiet_until=time(10))
    assert fates(judged(soon, now=at("2022-10-05T07:45"), wishes=wishes, cards=9)) == [("tell", "")]


def test_of_several_of_one_rule_about_one_subject_the_latest_is_told() -> None:
    first, second = nudge(1, until=at("2022-10-06T00:00")), nudge(2, until=at("2022-10-07T00:00"))
    other = nudge(3, subject="d2")
    assert fates(judged(second, first, other)) == [("tell", ""), ("drop", "merged"), ("tell", "")]


def test_what_falls_due_within_the_window_comes_with_the_first_and_what_is_later_waits() -> None:
    first, soon, later = nudge(1), nudge(2, subject="d2", due=at("2022-10-05T09:30")), at("2022-10-05T09:31")
    found = judged(first, soon, nudge(3, subject="d3", due=later))
    assert [(one.nudge.id, one.fate) for one in found] == [("n1", Fate.TELL), ("n2", Fate.TELL)]


def test_nothing_is_brought_forward_where_nothing_is_told() -> None:
    soon = nudge(2, subject="d2", due=at("2022-10-05T09:10"))
    assert judged(soon) == []
    weary = Reader(true=frozenset({"n2"}))
    assert fates(judge([nudge(1), soon], weary, MANNERS, NOW)) == [("drop", "untrue")]


def test_what_is_not_to_be_told_now_keeps_its_own_hour() -> None:
    soon = nudge(2, subject="d2", due=at("2022-10-05T09:10"))
    assert fates(judge([nudge(1), soon], Reader(true=frozenset({"n1"})), MANNERS, NOW)) == [("tell", "")]


def test_half_an_hour_before_a_session_is_not_brought_forward_and_brings_nothing_forward() -> None:
    soon = nudge(2, rule="session-soon", subject="s", due=at("2022-10-05T09:15"))
    assert fates(judged(nudge(1), soon)) == [("tell", "")]
    other = nudge(1, due=at("2022-10-05T09:20"))
    assert [one.nudge.id for one in judged(other, soon, now=at("2022-10-05T09:15"))] == ["n2"]


def test_what_came_by_a_rule_that_is_no_more_is_left_unsaid_and_disturbs_nothing() -> None:
    gone = nudge(2, rule="no-more", subject="d2"), nudge(3, rule="no-more", subject="d3", due=at("2022-10-05T09:10"))
    found = judge([nudge(1), *gone], Reader(true=frozenset({"n1"})), MANNERS, NOW)
    assert fates(found) == [("tell", ""), ("drop", "untrue")]


def test_what_reacts_to_something_of_the_same_day_is_not_brought_forward() -> None:
    due = at("2022-10-05T09:15")
    today = nudge(2, rule="feedback", subject="s", day=date(2022, 10, 5), due=due)
    yesterday = nudge(3, rule="feedback", subject="t", day=date(2022, 10, 4), due=due)
    assert [one.nudge.id for one in judged(nudge(1), today, yesterday)] == ["n1", "n3"]


def test_of_several_about_one_subject_the_latest_is_told_though_it_was_brought_forward() -> None:
    soon = nudge(2, due=at("2022-10-05T09:15"), until=at("2022-10-08T00:00"))
    assert fates(judged(nudge(1), soon)) == [("drop", "merged"), ("tell", "")]


def test_work_cannot_be_switched_off() -> None:
    assert fates(judged(nudge(rule="request-untouched"), wishes=Preferences(reminders=False))) == [("tell", "")]


def test_the_weekly_digest_holds_what_can_wait_for_it() -> None:
    weekly = Preferences(digest=True)
    monday, soon = at("2022-10-10T09:00"), NOW + timedelta(days=1)
    assert first_due("draft-deadline", weekly, MANNERS, NOW, at("2022-10-20T00:00")) == monday
    assert first_due("draft-deadline", weekly, MANNERS, NOW, soon) == NOW
    assert first_due("draft-deadline", weekly, MANNERS, monday, at("2022-10-20T00:00")) == monday
    assert first_due("session-soon", weekly, MANNERS, NOW, at("2022-10-20T00:00")) == NOW
    assert first_due("draft-deadline", Preferences(), MANNERS, NOW, at("2022-10-20T00:00")) == NOW


def test_what_ends_at_the_very_moment_to_which_it_would_wait_does_not_wait_for_it() -> None:
    monday = at("2022-10-10T09:00")
    assert first_due("draft-late", Preferences(digest=True), MANNERS, NOW, monday) == NOW
    assert fates(judged(nudge(until=at("2022-10-06T09:00")), cards=2)) == [("drop", "enough")]
    assert fates(judged(nudge(until=at("2022-10-06T08:00")), now=at("2022-10-05T17:00"))) == [("drop", "closed")]


def test_a_reminder_can_be_put_off_to_open_days_while_it_is_of_use() -> None:
    assert list(later_days(MANNERS, date(2022, 12, 5), date(2022, 12, 31))) == [date(2022, 12, 7), date(2022, 12, 8)]
    assert list(later_days(MANNERS, date(2022, 12, 5), date(2022, 12, 6))) == []


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ("2022-10-07T00:00", "2022-10-06"),
        ("2022-10-06T09:01", "2022-10-06"),
        ("2022-10-06T09:00", None),
        ("2022-10-13T09:00", "2022-10-12"),
        ("2022-10-09T23:00", "2022-10-07"),
        ("2022-10-10T08:00", "2022-10-07"),
        ("2022-10-05T23:00", None),
    ],
)
def test_the_last_day_of_a_reminder_is_the_last_open_one_at_whose_hour_it_is_of_use(
    until: str, last: str | None
) -> None:
    found = last_day(Preferences(), MANNERS, time(9), NOW.date(), at(until))
    assert found == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("hours", "until", "last"),
    [
        ((7, 12), "2022-10-13T13:00", "2022-10-13"),
        ((7, 13), "2022-10-13T13:00", "2022-10-12"),
        # What comes after them on the next day must still be of use.
        ((9, 17), "2022-10-13T13:00", "2022-10-12"),
        ((9, 17), "2022-10-06T08:00", None),
    ],
)
def test_nothing_is_put_off_to_a_day_on_which_her_quiet_hours_last_too_long(
    hours: tuple[int, int], until: str, last: str | None
) -> None:
    wishes = Preferences(quiet_from=time(hours[0]), quiet_until=time(hours[1]))
    found = last_day(wishes, MANNERS, time(9), NOW.date(), at(until))
    assert found == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("2022-10-05", "problem-later-past"),
        ("2022-10-06", ""),
        ("2022-10-08", "problem-later-closed"),
        ("2022-10-10", ""),
        ("2022-10-11", "problem-later-late"),
    ],
)
def test_a_day_to_be_reminded_on_is_open_ahead_and_not_too_late(day: str, wrong: str) -> None:
    assert check_later(MANNERS, date.fromisoformat(day), NOW.date(), date(2022, 10, 10)) == wrong
    assert check_later(MANNERS, date(2022, 10, 6), NOW.date(), None) == "problem-later-late"
