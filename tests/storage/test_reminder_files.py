"""What the centre says of reminders is read strictly: a rule that does not exist, or an hour at night, is a mistake."""

from datetime import time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from domain.reminders import RULES
from storage.content import read_content, samples
from storage.reminder_files import RemindersFile
from tests.house import ROOT

CENTRE = ROOT / "content" / "keski-suomi"


def file(**given: Any) -> RemindersFile:
    return RemindersFile.model_validate(given)


def test_the_sample_content_has_every_rule_on_and_is_quiet_before_eight_after_five_and_in_july() -> None:
    reminding = read_content(CENTRE).reminding
    assert reminding
    assert set(reminding.timings) == set(RULES)
    assert (reminding.manners.opens, reminding.manners.closes) == (time(8), time(17))
    assert reminding.manners.closed_months == {7}
    assert reminding.manners.window == timedelta(minutes=30)
    assert any(line.startswith("most_a_week") for line in samples(CENTRE))


def test_a_centre_without_such_a_file_reminds_of_nothing() -> None:
    assert RemindersFile().fact(ZoneInfo("Europe/Helsinki"), "FI").timings == {}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rules": [{"rule": "no-such", "numbers": [1]}]}, "draft-deadline"),
        ({"rules": [{"rule": "feedback", "numbers": []}]}, "at least 1"),
        ({"rules": [{"rule": "feedback", "numbers": [-1]}]}, "greater than or equal to 0"),
        ({"rules": [{"rule": "feedback", "numbers": [1]}] * 2}, "one block for each rule"),
        ({"rules": [{"rule": "feedback", "numbers": [1], "hour": time(7, 59)}]}, "between opens and closes"),
        ({"rules": [{"rule": "feedback", "numbers": [1], "hour": time(17)}]}, "between opens and closes"),
        ({"digest_at": time(6)}, "between opens and closes"),
        ({"opens": time(17), "closes": time(8)}, "closing after"),
        ({"closed_months": list(range(1, 13))}, "not closed"),
        ({"closed_months": [13]}, "less than or equal to 12"),
        ({"most_a_week": 0}, "greater than or equal to 1"),
        ({"window": -1}, "greater than or equal to 0"),
        ({"hours": 1}, "not permitted"),
    ],
)
def test_a_mistake_says_what_was_expected(given: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        file(**given)


def test_what_comes_by_the_minute_needs_no_hour() -> None:
    told = file(rules=[{"rule": "session-soon", "numbers": [30]}], opens=time(12), digest_at=time(13))
    assert told.rules[0].numbers == [30]


def test_the_file_stands_beside_the_others() -> None:
    assert Path(CENTRE / "reminders.toml").is_file()
