"""An address of a calendar file is believed only if it was made here, and only until its moment."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from documents.addresses import Site, Verdict, judge
from tests.house import START

KEY, OTHER = b"k" * 32, b"o" * 32
SITE = Site("https://ot.example.fi")
ID = "0123456789abcdef0123456789abcdef"
UNTIL = START + timedelta(days=30)


def query() -> dict[str, str]:
    parts = urlsplit(SITE.file(KEY, ID, UNTIL, "fi"))
    assert (parts.netloc, parts.path) == ("ot.example.fi", f"/calendar/{ID}.ics")
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def test_it_holds_until_its_moment() -> None:
    assert judge(KEY, ID, query(), START) is Verdict.GOOD
    assert judge(KEY, ID, query(), UNTIL - timedelta(seconds=1)) is Verdict.GOOD
    assert judge(KEY, ID, query(), UNTIL) is Verdict.EXPIRED


@pytest.mark.parametrize(
    "changed",
    [
        {"until": "99999999999"},
        {"until": ""},
        {"until": "x"},
        {"until": "1" * 400},
        {"lang": "sv"},
        {"sign": ""},
        {"sign": "ä"},
        {"sign": "\udc80"},
        {"sign": "0" * 64},
    ],
)
def test_one_that_was_changed_anywhere_is_not_ours(changed: dict[str, str]) -> None:
    assert judge(KEY, ID, query() | changed, START) is Verdict.WRONG


def test_that_of_another_session_or_another_key_is_not_ours() -> None:
    assert judge(KEY, "f" * 32, query(), START) is Verdict.WRONG
    assert judge(OTHER, ID, query(), START) is Verdict.WRONG
    assert judge(KEY, ID, {}, START) is Verdict.WRONG


def test_a_service_that_is_not_reached_from_outside_has_no_addresses() -> None:
    assert Site().file(KEY, ID, UNTIL, "fi") == Site().feed("ot-info", "fi") == ""
    assert not Site().has_page


def test_without_the_page_there_are_no_feeds_but_signed_files() -> None:
    off = Site("https://ot.example.fi", page=False)
    assert off.feed("ot-info", "fi") == ""
    assert off.file(KEY, ID, UNTIL, "fi").startswith("https://ot.example.fi/calendar/")
    assert SITE.feed("ot-info", "sv") == "https://ot.example.fi/calendar/ot-info.ics?lang=sv"
