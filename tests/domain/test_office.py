"""When the centre writes to people."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest

from domain.office import Office

ZONE = ZoneInfo("Europe/Helsinki")
OFFICE = Office(ZONE, "FI", time(8), time(16))


def _at(year: int, month: int, day: int, hour: int, minute: int) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("moment", "opening"),
    [
        (_at(2022, 9, 20, 8, 0), _at(2022, 9, 20, 8, 0)),
        (_at(2022, 9, 20, 7, 59), _at(2022, 9, 20, 8, 0)),
        (_at(2022, 9, 20, 16, 0), _at(2022, 9, 21, 8, 0)),
        (_at(2022, 9, 23, 17, 0), _at(2022, 9, 26, 8, 0)),
        (_at(2022, 12, 5, 18, 0), _at(2022, 12, 7, 8, 0)),
        (_at(2022, 12, 6, 10, 0), _at(2022, 12, 7, 8, 0)),
        (_at(2022, 10, 29, 23, 0), _at(2022, 10, 31, 8, 0)),
    ],
)
def test_the_next_opening_is_on_a_working_day_at_its_hour(moment: datetime, opening: datetime) -> None:
    assert OFFICE.next_opening(moment) == opening
    assert OFFICE.is_open(moment) == (moment == opening)
