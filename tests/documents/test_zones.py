"""The zone that a calendar file brings along says the same as the machine's own."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from vobject import readOne

from documents.zones import timezone


@pytest.mark.parametrize("key", ["Europe/Helsinki", "America/New_York", "Australia/Sydney", "Asia/Tokyo", "UTC"])
def test_it_says_the_hours_of_the_zone_all_year_and_the_years_after(key: str) -> None:
    zone, calendar = ZoneInfo(key), Calendar()
    calendar.add_component(timezone(zone, 2022))
    told = readOne(calendar.to_ical().decode()).vtimezone.tzinfo
    for hours in range(0, 3 * 366 * 24, 7):
        local = datetime(2022, 1, 1, 12, tzinfo=UTC).astimezone(zone).replace(tzinfo=None) + timedelta(hours=hours)
        # The hour that is there twice or never may be read either way.
        if local.replace(tzinfo=zone).utcoffset() == (local - timedelta(hours=2)).replace(tzinfo=zone).utcoffset():
            assert told.utcoffset(local) == local.replace(tzinfo=zone).utcoffset(), local


def test_helsinki_has_two_rules_and_no_list_of_dates() -> None:
    told = timezone(ZoneInfo("Europe/Helsinki"), 2022).to_ical().decode()
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in told
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10" in told
    assert "DTSTART:20210328T030000" in told and "DTSTART:20211031T040000" in told
    assert "RDATE" not in told and told.count("RRULE") == 2


def test_a_zone_that_never_turns_its_clocks_has_one_offset() -> None:
    told = timezone(ZoneInfo("Asia/Tokyo"), 2022).to_ical().decode()
    assert "DAYLIGHT" not in told and "RRULE" not in told
    assert told.count("TZOFFSETTO:+0900") == 1
