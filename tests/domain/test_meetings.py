"""When groups meet: the golden table of the Finnish calendar, and each way in which a date can change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.meetings import (
    MeetingRule,
    OnHoliday,
    check_rule,
    meeting_on,
    meetings_between,
    merged,
    open_meetings,
    reached,
)
from storage.content import read_content
from tests.domain.centres import CENTRE, changed, write_centre

CONTENT = Path(__file__).parents[2] / "content" / "keski-suomi"
HELSINKI = ZoneInfo("Europe/Helsinki")
FIRST, LAST = date(2022, 1, 1), date(2040, 12, 31)
THURSDAYS = MeetingRule("FREQ=MONTHLY;BYDAY=2TH", FIRST, time(13), time(15), HELSINKI, "FI")
FRIDAYS = replace(THURSDAYS, rule="FREQ=MONTHLY;BYDAY=-1FR", start=time(9), end=time(11, 30))
ASCENSION_DAYS = [date(2024, 5, 9), date(2026, 5, 14), date(2029, 5, 10), date(2037, 5, 14), date(2040, 5, 10)]
HOLIDAY_DEADLINES = [
    date(2022, 1, 6),
    date(2025, 5, 1),
    date(2026, 1, 1),
    date(2027, 5, 6),
    date(2028, 1, 6),
    date(2029, 12, 6),
    date(2031, 5, 1),
    date(2032, 1, 1),
    date(2032, 5, 6),
    date(2033, 1, 6),
    date(2035, 5, 3),
    date(2035, 12, 6),
    date(2036, 5, 1),
    date(2037, 1, 1),
    date(2038, 6, 3),
    date(2039, 1, 6),
    date(2040, 12, 6),
]
MASTER_2023 = [
    date(2023, 1, 27),
    date(2023, 2, 24),
    date(2023, 3, 31),
    date(2023, 4, 28),
    date(2023, 5, 26),
    date(2023, 6, 16),
    date(2023, 8, 25),
    date(2023, 9, 29),
    date(2023, 10, 27),
    date(2023, 11, 24),
    date(2023, 12, 15),
]


def real_rule(group: str) -> MeetingRule:
    rule = read_content(CONTENT).centre.groups[group].meetings
    assert rule is not None
    return rule


def days(rule: MeetingRule, first: date = FIRST, last: date = LAST) -> list[date]:
    return [one.day for one in meetings_between("one", rule, first, last)]


def year(rule: MeetingRule, number: int) -> list[date]:
    return days(rule, date(number, 1, 1), date(number, 12, 31))


def local(moment: datetime) -> datetime:
    return moment.astimezone(HELSINKI).replace(tzinfo=None)


def second_thursday(number: int, month: int) -> date:
    eighth = date(number, month, 8)
    return eighth + timedelta(days=(3 - eighth.weekday()) % 7)


# The golden table


def test_from_2022_to_2040_there_are_228_second_thursdays_and_no_other_days() -> None:
    expected = [second_thursday(number, month) for number in range(2022, 2041) for month in range(1, 13)]
    held = days(real_rule("haastavat-erot"))
    assert len(expected) == 228
    assert held == [day for day in expected if day not in ASCENSION_DAYS]
    assert len(held) == 223


def test_exactly_the_five_ascension_days_move_when_the_group_moves_on_holidays() -> None:
    held = days(replace(THURSDAYS, on_holiday=OnHoliday.MOVE_ON))
    moved = [day for day in held if day.weekday() != 3]
    assert len(held) == 228
    assert moved == [day + timedelta(days=1) for day in ASCENSION_DAYS]


def test_a_group_can_meet_on_the_working_day_before_a_holiday() -> None:
    held = days(replace(THURSDAYS, on_holiday=OnHoliday.MOVE_BACK))
    moved = [day for day in held if day.weekday() != 3]
    assert len(held) == 228
    assert moved == [day - timedelta(days=1) for day in ASCENSION_DAYS]


def test_exactly_seventeen_deadlines_fall_on_public_holidays_and_stand() -> None:
    # Moved or not: the deadlines of all 228 Thursdays, since a deadline belongs to the rule's own day.
    all_days = [second_thursday(number, month) for number in range(2022, 2041) for month in range(1, 13)]
    meetings = [meeting_on("one", THURSDAYS, day) for day in all_days]
    assert [one.deadline_day for one in meetings if one.deadline_on_holiday] == HOLIDAY_DEADLINES
    assert all(one.deadline_day == one.day - timedelta(days=7) for one in meetings)


def test_none_of_the_seventeen_belongs_to_a_meeting_that_is_cancelled() -> None:
    held = meetings_between("one", real_rule("haastavat-erot"), FIRST, LAST)
    assert [one.deadline_day for one in held if one.deadline_on_holiday] == HOLIDAY_DEADLINES


def test_the_master_group_meets_on_the_published_days_of_2023() -> None:
    assert year(real_rule("master"), 2023) == MASTER_2023


@pytest.mark.parametrize("number", range(2022, 2041))
def test_the_master_group_never_meets_in_july_and_in_june_and_december_only_as_named(number: int) -> None:
    named = real_rule("master").added
    assert [day for day in year(real_rule("master"), number) if day.month in (6, 7, 12)] == sorted(
        day for day in named if day.year == number
    )


def test_the_master_group_meets_from_nine_to_half_past_eleven() -> None:
    first = meetings_between("master", real_rule("master"), date(2023, 1, 1), date(2023, 1, 31))[0]
    assert (local(first.start), local(first.end)) == (datetime(2023, 1, 27, 9), datetime(2023, 1, 27, 11, 30))


def test_the_group_without_meetings_has_none() -> None:
    assert read_content(CONTENT).centre.groups["ot-nepsy"].meetings is None


def test_good_friday_2024_is_no_meeting() -> None:
    assert date(2024, 3, 29) not in year(real_rule("master"), 2024)
    assert year(FRIDAYS, 2024)[:3] == [date(2024, 1, 26), date(2024, 2, 23), date(2024, 4, 26)]


@pytest.mark.parametrize(
    ("on_holiday", "expected"),
    [
        (OnHoliday.MOVE_BACK, date(2024, 3, 28)),
        # Easter Monday is a holiday too.
        (OnHoliday.MOVE_ON, date(2024, 4, 2)),
    ],
)
def test_good_friday_2024_is_moved_over_the_whole_of_easter(on_holiday: OnHoliday, expected: date) -> None:
    held = year(replace(FRIDAYS, on_holiday=on_holiday), 2024)
    assert expected in held
    assert date(2024, 3, 29) not in held


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [(2025, date(2025, 12, 23), date(2025, 12, 29)), (2026, date(2026, 12, 23), date(2026, 12, 28))],
)
def test_christmas_is_moved_over_with_its_eve_and_the_weekend(number: int, before: date, after: date) -> None:
    assert year(FRIDAYS, number)[-1].month == 11
    assert year(replace(FRIDAYS, on_holiday=OnHoliday.MOVE_BACK), number)[-1] == before
    assert year(replace(FRIDAYS, on_holiday=OnHoliday.MOVE_ON), number)[-1] == after


# From the forum on


def test_after_the_forum_the_next_meetings_and_deadlines_are_those_of_the_calendar() -> None:
    now = datetime(2022, 9, 20, 12, tzinfo=HELSINKI)
    ahead = open_meetings("haastavat-erot", real_rule("haastavat-erot"), now, 6)
    assert [(one.day, one.deadline_day) for one in ahead] == [
        (date(2022, 10, 13), date(2022, 10, 6)),
        (date(2022, 11, 10), date(2022, 11, 3)),
        (date(2022, 12, 8), date(2022, 12, 1)),
        (date(2023, 1, 12), date(2023, 1, 5)),
        (date(2023, 2, 9), date(2023, 2, 2)),
        (date(2023, 3, 9), date(2023, 3, 2)),
    ]
    assert [local(one.deadline) for one in ahead] == [
        datetime.combine(one.deadline_day + timedelta(days=1), time(0)) for one in ahead
    ]
    assert {(local(one.start).time(), local(one.end).time()) for one in ahead} == {(time(13), time(15))}


def test_the_next_meetings_run_over_the_turn_of_the_year() -> None:
    ahead = open_meetings("one", THURSDAYS, datetime(2022, 12, 31, 23, 59, tzinfo=HELSINKI), 2)
    assert [(one.day, one.deadline_day) for one in ahead] == [
        (date(2023, 1, 12), date(2023, 1, 5)),
        (date(2023, 2, 9), date(2023, 2, 2)),
    ]


def test_a_deadline_may_lie_in_the_year_before_its_meeting() -> None:
    weekly = replace(THURSDAYS, rule="FREQ=WEEKLY;BYDAY=TH")
    first = meetings_between("one", weekly, date(2023, 1, 1), date(2023, 1, 7))[0]
    assert (first.day, first.deadline_day) == (date(2023, 1, 5), date(2022, 12, 29))


def test_no_more_meetings_are_offered_than_were_asked_for() -> None:
    now = datetime(2022, 9, 20, tzinfo=UTC)
    assert [len(open_meetings("one", THURSDAYS, now, count)) for count in (0, 1, 3, 12)] == [0, 1, 3, 12]


# The end of the deadline's local day


def deadline_moment(rule: MeetingRule, day: date, clock: time) -> datetime:
    return datetime.combine(day - timedelta(days=rule.deadline_days), clock, HELSINKI).astimezone(UTC)


# All deadlines but the first lie in the night before a change of the clocks, or on its Sunday: 29.10.2023,
# 27.10.2024, 26.3.2023, 31.3.2024.
@pytest.mark.parametrize(
    ("day", "deadline_days"),
    [
        (date(2022, 10, 13), 7),
        (date(2023, 11, 9), 12),
        (date(2024, 11, 14), 18),
        (date(2023, 4, 13), 18),
        (date(2024, 4, 11), 11),
        (date(2023, 11, 9), 11),
    ],
)
def test_a_request_counts_until_the_last_second_of_the_deadline_day(day: date, deadline_days: int) -> None:
    rule = replace(THURSDAYS, deadline_days=deadline_days)
    meeting = meeting_on("one", rule, day)
    assert meeting.accepts(deadline_moment(rule, day, time(23, 59, 59)))
    midnight = datetime.combine(meeting.deadline_day + timedelta(days=1), time(0), HELSINKI)
    assert not meeting.accepts(midnight)
    assert meeting.accepts(midnight.astimezone(UTC) - timedelta(microseconds=1))


@pytest.mark.parametrize(
    ("deadline_day", "hours"),
    [(date(2023, 3, 26), 23), (date(2023, 10, 29), 25), (date(2023, 10, 28), 24), (date(2024, 3, 31), 23)],
)
def test_a_deadline_day_is_as_long_as_its_night_makes_it(deadline_day: date, hours: int) -> None:
    meeting = meeting_on("one", replace(THURSDAYS, deadline_days=4), deadline_day + timedelta(days=4))
    begin = datetime.combine(deadline_day, time(0), HELSINKI).astimezone(UTC)
    assert meeting.deadline_day == deadline_day
    assert meeting.deadline - begin == timedelta(hours=hours)


def test_a_meeting_is_at_its_wall_time_in_summer_and_in_winter() -> None:
    held = meetings_between("one", THURSDAYS, date(2023, 3, 1), date(2023, 4, 30))
    assert [one.start for one in held] == [datetime(2023, 3, 9, 11, tzinfo=UTC), datetime(2023, 4, 13, 10, tzinfo=UTC)]


def test_the_second_that_closes_one_meeting_leads_to_the_next() -> None:
    rule = real_rule("haastavat-erot")
    before = datetime(2022, 10, 6, 23, 59, 59, tzinfo=HELSINKI)
    assert open_meetings("one", rule, before, 1)[0].day == date(2022, 10, 13)
    assert open_meetings("one", rule, before + timedelta(seconds=1), 1)[0].day == date(2022, 11, 10)


def test_a_meeting_that_takes_requests_on_its_own_day_takes_none_once_it_has_begun() -> None:
    meeting = meeting_on("one", replace(THURSDAYS, deadline_days=0), date(2022, 10, 13))
    assert meeting.accepts(datetime(2022, 10, 13, 12, 59, 59, tzinfo=HELSINKI))
    assert not meeting.accepts(datetime(2022, 10, 13, 13, tzinfo=HELSINKI))


# Single dates


def test_a_cancelled_date_is_no_meeting() -> None:
    rule = replace(THURSDAYS, cancelled=frozenset({date(2022, 11, 10)}))
    assert days(rule, date(2022, 10, 1), date(2022, 12, 31)) == [date(2022, 10, 13), date(2022, 12, 8)]


def test_an_added_date_is_a_meeting_in_its_place_among_the_others() -> None:
    rule = replace(THURSDAYS, added=frozenset({date(2022, 11, 1)}))
    expected = [date(2022, 10, 13), date(2022, 11, 1), date(2022, 11, 10)]
    assert days(rule, date(2022, 10, 1), date(2022, 11, 30)) == expected


def test_an_added_date_that_the_rule_has_anyway_is_one_meeting() -> None:
    rule = replace(THURSDAYS, added=frozenset({date(2022, 11, 10)}))
    assert days(rule, date(2022, 11, 1), date(2022, 11, 30)) == [date(2022, 11, 10)]


def test_an_added_date_is_held_on_a_public_holiday_too_since_somebody_has_named_it() -> None:
    rule = replace(THURSDAYS, added=frozenset({date(2024, 5, 9)}))
    assert days(rule, date(2024, 5, 1), date(2024, 5, 31)) == [date(2024, 5, 9)]


@pytest.mark.parametrize("to", [date(2022, 11, 17), date(2022, 9, 1), date(2023, 9, 1)])
def test_a_moved_date_is_held_on_its_new_day_alone_however_far_away(to: date) -> None:
    rule = replace(THURSDAYS, moved={date(2022, 11, 10): to})
    held = days(rule, date(2022, 8, 1), date(2023, 12, 31))
    assert date(2022, 11, 10) not in held
    assert held.count(to) == 1
    assert days(rule, to, to) == [to]


def test_the_deadline_moves_with_the_meeting() -> None:
    rule = replace(THURSDAYS, moved={date(2022, 11, 10): date(2022, 11, 17)})
    moved = meetings_between("one", rule, date(2022, 11, 1), date(2022, 11, 30))[0]
    assert moved.deadline_day == date(2022, 11, 10)


def test_a_date_that_is_moved_and_cancelled_is_cancelled() -> None:
    day = date(2022, 11, 10)
    rule = replace(THURSDAYS, moved={day: date(2022, 11, 17)}, cancelled=frozenset({day}))
    assert days(rule, date(2022, 11, 1), date(2022, 11, 30)) == []


@pytest.mark.parametrize(
    "rule",
    [
        replace(THURSDAYS, moved={date(2024, 5, 9): date(2024, 5, 8)}),
        replace(THURSDAYS, on_holiday=OnHoliday.MOVE_BACK),
        replace(THURSDAYS, added=frozenset({date(2024, 5, 8)})),
    ],
)
def test_a_cancelled_day_is_no_meeting_however_it_had_come_about(rule: MeetingRule) -> None:
    assert date(2024, 5, 8) in year(rule, 2024)
    assert date(2024, 5, 8) not in year(replace(rule, cancelled=frozenset({date(2024, 5, 8)})), 2024)


def test_a_meeting_that_a_holiday_moves_into_the_span_is_found_and_one_moved_out_is_not() -> None:
    back = replace(THURSDAYS, on_holiday=OnHoliday.MOVE_BACK)
    assert days(back, date(2024, 5, 8), date(2024, 5, 8)) == [date(2024, 5, 8)]
    assert days(back, date(2024, 5, 9), date(2024, 5, 9)) == []


def test_the_span_includes_its_first_and_its_last_day() -> None:
    assert days(THURSDAYS, date(2022, 10, 13), date(2022, 11, 10)) == [date(2022, 10, 13), date(2022, 11, 10)]


def test_nothing_happens_before_the_rule_begins() -> None:
    rule = replace(THURSDAYS, since=date(2022, 10, 14))
    assert days(rule, date(2022, 1, 1), date(2022, 11, 30)) == [date(2022, 11, 10)]


# By content alone


def test_every_other_thursday_is_a_matter_of_content_alone(tmp_path: Path) -> None:
    text = changed(CENTRE, 'rule = "FREQ=MONTHLY;BYDAY=2TH"', 'rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"')
    text = changed(text, "since = 2022-01-01", "since = 2022-09-22")
    rule = read_content(write_centre(tmp_path, text)).centre.groups["one"].meetings
    assert rule is not None
    ahead = open_meetings("one", rule, datetime(2022, 9, 23, tzinfo=HELSINKI), 4)
    assert [one.day for one in ahead] == [
        date(2022, 10, 6),
        date(2022, 10, 20),
        date(2022, 11, 3),
        date(2022, 11, 17),
    ]


def test_another_first_day_shifts_every_other_thursday_by_a_week(tmp_path: Path) -> None:
    text = changed(CENTRE, 'rule = "FREQ=MONTHLY;BYDAY=2TH"', 'rule = "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"')
    text = changed(text, "since = 2022-01-01", "since = 2022-09-29")
    rule = read_content(write_centre(tmp_path, text)).centre.groups["one"].meetings
    assert rule is not None
    assert days(rule, date(2022, 10, 1), date(2022, 10, 31)) == [date(2022, 10, 13), date(2022, 10, 27)]


def test_two_groups_with_their_own_rules_make_one_calendar() -> None:
    first, last = date(2022, 10, 1), date(2022, 11, 30)
    calendars = [
        meetings_between("master", real_rule("master"), first, last),
        meetings_between("haastavat-erot", real_rule("haastavat-erot"), first, last),
    ]
    assert [(one.day, one.group) for one in merged(calendars)] == [
        (date(2022, 10, 13), "haastavat-erot"),
        (date(2022, 10, 28), "master"),
        (date(2022, 11, 10), "haastavat-erot"),
        (date(2022, 11, 25), "master"),
    ]


def test_on_one_day_the_earlier_hour_comes_first_whatever_the_group_is_called() -> None:
    day = date(2022, 10, 13)
    early, late = replace(THURSDAYS, start=time(9)), THURSDAYS
    calendar = merged([[meeting_on("a", late, day)], [meeting_on("z", early, day)]])
    assert [one.group for one in calendar] == ["z", "a"]


# Seats


OFFERED = [meeting_on("one", THURSDAYS, day) for day in (date(2022, 10, 13), date(2022, 11, 10), date(2022, 12, 8))]


@pytest.mark.parametrize(
    ("wished", "taken", "seats", "expected"),
    [
        (None, {}, 3, 0),
        ("2022-11-10", {}, 3, 1),
        ("2022-11-10", {"2022-11-10": 2}, 3, 1),
        ("2022-11-10", {"2022-11-10": 3}, 3, 2),
        ("2022-11-10", {"2022-11-10": 4}, 3, 2),
        ("2022-10-13", {"2022-10-13": 1, "2022-11-10": 1}, 1, 2),
        (None, {"2022-10-13": 3}, 3, 1),
        # The wished meeting and all after it are full: rather an earlier one than none.
        ("2022-12-08", {"2022-12-08": 3}, 3, 0),
        # What was wished for is no longer offered, since its deadline has passed.
        ("2022-09-08", {}, 3, 0),
        ("2022-11-10", {"2022-11-10": 99}, None, 1),
        (None, {"2022-10-13": 3, "2022-11-10": 3, "2022-12-08": 3}, 3, None),
    ],
)
def test_a_request_reaches_the_wished_meeting_or_the_next_with_a_seat(
    wished: str | None, taken: Mapping[str, int], seats: int | None, expected: int | None
) -> None:
    meeting = reached(OFFERED, wished, taken, seats)
    assert meeting == (None if expected is None else OFFERED[expected])


def test_where_no_meeting_is_offered_none_is_reached() -> None:
    assert reached([], "2022-10-13", {}, None) is None


# Rules


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "every second Thursday",
        "FREQ=SOMETIMES",
        "BYDAY=2TH",
        "FREQ=MONTHLY;BYDAY=XX",
        "FREQ=MONTHLY;BYDAY=9TH",
        "FREQ=MONTHLY;BYDAY=2TH,9TH",
        "FREQ=MONTHLY;BYMONTH=13",
        "FREQ=MONTHLY;INTERVAL=0",
        "FREQ=MONTHLY;INTERVAL=-1",
        "FREQ=MONTHLY;COUNT=0",
        "FREQ=MONTHLY;COUNT=3;UNTIL=20301231",
        "FREQ=MONTHLY;BYDAY=2TH;BYHOUR=13",
        "FREQ=SECONDLY",
        "FREQ=HOURLY;BYDAY=2TH",
        "FREQ=DAILY;UNTIL=20300101T000000Z",
        "EXDATE:20220101",
        "DTSTART:20220101T000000Z\nRRULE:FREQ=DAILY",
    ],
)
def test_a_rule_that_names_no_days_is_refused_with_an_example(rule: str) -> None:
    with pytest.raises(ValueError, match="such as FREQ=MONTHLY;BYDAY=2TH"):
        check_rule(rule)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=2TH",
        "FREQ=MONTHLY;BYMONTH=1,2,3,4,5,8,9,10,11;BYDAY=-1FR",
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=20",
        "FREQ=DAILY;UNTIL=20300101",
    ],
)
def test_a_rule_that_names_days_is_taken(rule: str) -> None:
    check_rule(rule)
    assert days(replace(THURSDAYS, rule=rule), date(2022, 9, 1), date(2022, 9, 30))


PARTS = st.sampled_from(
    [
        "FREQ=MONTHLY",
        "FREQ=WEEKLY",
        "INTERVAL=2",
        "INTERVAL=00",
        "BYDAY=TH",
        "BYDAY=5FR",
        "BYDAY=2TH,7TH",
        "COUNT=3",
        "UNTIL=2030",
        "X",
    ]
)


@given(st.one_of(st.text(max_size=40), st.lists(PARTS, max_size=4).map(";".join)))
def test_whatever_is_taken_as_a_rule_can_be_reckoned_with(rule: str) -> None:
    try:
        check_rule(rule)
    except ValueError:
        return
    meetings_between("one", replace(THURSDAYS, rule=rule), date(2022, 1, 1), date(2022, 12, 31))


@given(
    st.dates(FIRST, LAST),
    st.integers(0, 400),
    st.sampled_from(list(OnHoliday)),
    st.sampled_from([THURSDAYS, FRIDAYS]),
)
def test_a_span_holds_what_a_longer_one_holds_within_it(
    first: date, length: int, on_holiday: OnHoliday, rule: MeetingRule
) -> None:
    rule, last = replace(rule, on_holiday=on_holiday), first + timedelta(days=length)
    longer = days(rule, first - timedelta(days=200), last + timedelta(days=200))
    assert days(rule, first, last) == [day for day in longer if first <= day <= last]


def test_meetings_sort_by_day() -> None:
    assert sorted([OFFERED[2], OFFERED[0], OFFERED[1]]) == OFFERED
