"""Each rule falls due once, on an open day, at the wall time that the content says."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.manners import Manners
from domain.moments import at, end_of_day
from domain.occurrences import Anchor, Occurrence, Subject, Timing, moment_of, occurrences
from domain.reminders import RULES, About, Unit

HELSINKI = ZoneInfo("Europe/Helsinki")
MANNERS = Manners(HELSINKI, "FI", closed_months=frozenset({7}))
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def anchor(text: str) -> Anchor:
    return Anchor.of(datetime.fromisoformat(text).replace(tzinfo=HELSINKI), MANNERS)


def due(rule: str, numbers: list[int], date_of_it: Anchor, since: datetime = LONG_AGO) -> list[Occurrence]:
    subject = Subject(RULES[rule].about, "s1", since, {RULES[rule].date: [date_of_it]})
    return list(occurrences({rule: Timing(rule, numbers)}, subject, MANNERS))


def wall(found: list[Occurrence]) -> list[str]:
    return [f"{one.at.astimezone(HELSINKI):%a %-d.%-m.%Y %H.%M}" for one in found]


def deadline(text: str) -> Anchor:
    day = date.fromisoformat(text)
    return Anchor(day, end_of_day(day, HELSINKI))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2022-10-06", ["Thu 29.9.2022 09.00", "Wed 5.10.2022 09.00"]),
        ("2022-11-03", ["Thu 27.10.2022 09.00", "Wed 2.11.2022 09.00"]),
        ("2022-12-01", ["Thu 24.11.2022 09.00", "Wed 30.11.2022 09.00"]),
        ("2023-01-05", ["Thu 29.12.2022 09.00", "Wed 4.1.2023 09.00"]),
        ("2026-01-01", ["Mon 22.12.2025 09.00", "Wed 31.12.2025 09.00"]),
    ],
)
def test_a_draft_is_reminded_five_and_one_working_days_before_the_deadline(day: str, expected: list[str]) -> None:
    found = due("draft-deadline", [5, 1], deadline(day))
    assert wall(found) == expected
    assert all(one.until <= end_of_day(date.fromisoformat(day), HELSINKI) for one in found)


def test_the_session_after_independence_day_is_reminded_of_on_the_monday_before() -> None:
    [found] = due("session-tomorrow", [1], anchor("2022-12-07T15:00"))
    assert wall([found]) == ["Mon 5.12.2022 09.00"]
    assert found.day == date(2022, 12, 7)


def test_half_an_hour_before_is_half_an_hour_before_at_any_hour_and_on_any_day() -> None:
    assert wall(due("session-soon", [30], anchor("2022-10-05T08:15"))) == ["Wed 5.10.2022 07.45"]
    assert wall(due("session-soon", [30], anchor("2026-03-29T04:15"))) == ["Sun 29.3.2026 02.45"]


def test_what_reacts_is_put_off_by_a_closed_day_and_not_brought_forward() -> None:
    assert wall(due("draft-late", [1], deadline("2022-12-05"))) == ["Wed 7.12.2022 09.00"]
    assert wall(due("feedback", [1], anchor("2022-06-30T15:00"))) == ["Mon 1.8.2022 09.00"]


def test_what_would_have_been_due_before_there_was_a_subject_is_not_due() -> None:
    begun = datetime(2022, 10, 3, 6, tzinfo=UTC)
    assert wall(due("draft-deadline", [5, 1], deadline("2022-10-06"), begun)) == ["Wed 5.10.2022 09.00"]


def test_a_date_that_moves_makes_another_reminder_and_one_that_stays_the_same() -> None:
    before, same, moved = (
        due("session-tomorrow", [1], anchor(text))[0].id
        for text in ("2022-10-05T08:15", "2022-10-05T09:15", "2022-10-06T08:15")
    )
    assert before == same != moved


def test_a_new_hour_makes_another_reminder_of_what_is_told_by_the_minute() -> None:
    assert len({due("session-soon", [30], anchor(f"2022-10-05T{hour}:15"))[0].id for hour in ("08", "09")}) == 2


def test_a_rule_that_is_not_in_the_content_is_off() -> None:
    subject = Subject(About.SESSION, "s1", LONG_AGO, {"starts": [anchor("2022-10-05T08:15")]})
    assert list(occurrences({}, subject, MANNERS)) == []


def _clock_changes() -> list[date]:
    days = (date(2026, 1, 1) + timedelta(days=count) for count in range(3 * 366))
    length = {day: at(day + timedelta(days=1), time(0), HELSINKI) - at(day, time(0), HELSINKI) for day in days}
    return [day for day, long in length.items() if long != timedelta(days=1) and day.year <= 2028]


def test_the_clocks_are_changed_twice_a_year() -> None:
    assert len(_clock_changes()) == 6


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda one: one.key)
@pytest.mark.parametrize("change", _clock_changes(), ids=str)
def test_around_a_clock_change_each_rule_is_due_once_for_each_day_at_its_wall_time(rule: object, change: date) -> None:
    assert rule in RULES.values()
    one = next(each for each in RULES.values() if each is rule)
    for away in range(-10, 11):
        noon = at(change + timedelta(days=away), time(12), HELSINKI)
        begin = Anchor.of(noon, MANNERS)
        found = moment_of(one, time(9), 1, begin, MANNERS)
        if one.unit is Unit.MINUTES:
            assert abs(found - noon) == timedelta(minutes=1)
        else:
            assert found.astimezone(HELSINKI).time() == time(9) and MANNERS.is_open(found)
