"""What the calendar brings about is found by itself: meetings, rules that end, weeks, what expires."""

from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from domain import occasions
from domain.centre import Group
from domain.manners import Manners
from domain.meetings import MeetingRule
from domain.reminders import About

HELSINKI = ZoneInfo("Europe/Helsinki")
MANNERS = Manners(HELSINKI, "FI")
NOW = datetime(2022, 9, 20, 8, tzinfo=HELSINKI)


def group(key: str, rule: str | None, **more: object) -> Group:
    times = {"start": datetime(2022, 1, 1, 13).time(), "end": datetime(2022, 1, 1, 15).time()}
    given = {"since": date(2022, 1, 1), "zone": HELSINKI, "country": "FI", **times, **more}
    meetings = MeetingRule(rule, **given) if rule else None  # type: ignore[arg-type]
    return Group(key, key.upper(), {"fi": key}, {"fi": key}, "form", ["fi"], meetings)


THURSDAYS = group("he", "FREQ=MONTHLY;BYDAY=2TH")
ENDING = group("la", "FREQ=MONTHLY;BYDAY=2TH;UNTIL=20221231T000000")


def test_meetings_near_the_present_are_subjects_and_groups_without_days_have_none() -> None:
    near = occasions.near_meetings([THURSDAYS, group("on", None)], MANNERS, NOW)
    found = list(occasions.meetings(near, MANNERS))
    assert [one.id for one in found] == ["he/2022-09-08", "he/2022-10-13", "he/2022-11-10"]
    assert {one.about for one in found} == {About.MEETING}
    assert found[1].dates["starts"][0].moment.astimezone(HELSINKI) == datetime(2022, 10, 13, 13, tzinfo=HELSINKI)


def test_the_name_of_a_meeting_can_be_read_back() -> None:
    assert occasions.meeting_of(occasions.meeting_id("ot-nepsy", date(2022, 10, 13))) == (
        "ot-nepsy",
        date(2022, 10, 13),
    )
    with pytest.raises(ValueError, match="isoformat"):
        occasions.meeting_of("ot-nepsy")


def test_a_rule_that_comes_to_its_end_is_noticed_and_one_that_goes_on_is_not() -> None:
    [found] = occasions.ending([THURSDAYS, ENDING, group("on", None)], MANNERS, NOW)
    assert (found.about, found.id, found.dates["last"][0].day) == (About.GROUP, "la", date(2022, 12, 8))


def test_the_centre_has_a_week_for_every_monday() -> None:
    days = [one.day for one in occasions.centre(MANNERS, NOW).dates["week"]]
    assert date(2022, 9, 19) in days and date(2022, 9, 26) in days
    assert {one.weekday() for one in days} == {0}
    assert all(later - earlier == timedelta(days=7) for earlier, later in pairwise(days))


@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("2022-09-19T09:00", "2022-09-12"),
        ("2022-09-21T15:00", "2022-09-14"),
        # Easter Monday put the last card off, or this one.
        ("2022-04-25T09:00", "2022-04-18"),
        ("2022-04-19T09:00", "2022-04-11"),
        # The last card before the month of holidays came on the 27th of June.
        ("2022-08-01T09:00", "2022-06-27"),
    ],
)
def test_what_is_stuck_is_told_of_however_long_ago_the_last_weekly_card_came(now: str, since: str) -> None:
    manners = Manners(HELSINKI, "FI", closed_months=frozenset({7}))
    found = occasions.untold_since(manners, datetime.fromisoformat(now).replace(tzinfo=HELSINKI))
    assert found.astimezone(HELSINKI) == datetime.fromisoformat(since).replace(tzinfo=HELSINKI)


def test_what_expires_has_its_day() -> None:
    [found] = occasions.credentials({"app-password": date(2022, 10, 20)}, MANNERS)
    assert (found.id, found.dates["expires"][0].day) == ("app-password", date(2022, 10, 20))
