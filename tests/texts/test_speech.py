"""Sentences, days and times as a reader of each language expects them."""

from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fluent.runtime.errors import FluentReferenceError

from tests.house import read_texts
from texts.locales import Texts
from texts.speech import Speech

HELSINKI = ZoneInfo("Europe/Helsinki")
SESSION = datetime(2022, 10, 5, 8, 15, tzinfo=HELSINKI), datetime(2022, 10, 5, 9, 15, tzinfo=HELSINKI)
AFTERNOON = datetime(2022, 12, 7, 15, tzinfo=HELSINKI), datetime(2022, 12, 7, 16, tzinfo=HELSINKI)


def speech(code: str, zone: ZoneInfo = HELSINKI) -> Speech:
    return read_texts().speech(code, zone)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", "ke 5.10.2022 klo 8.15–9.15"),
        ("sv", "ons 5.10.2022 kl. 8.15–9.15"),
        ("en", "Wed 5 Oct 2022, 8:15–9:15"),
    ],
)
def test_a_session_is_told_as_the_readers_language_writes_it(code: str, expected: str) -> None:
    assert speech(code).span(*SESSION) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", "ke 7.12.2022 klo 15–16"),
        ("sv", "ons 7.12.2022 kl. 15–16"),
        ("en", "Wed 7 Dec 2022, 15:00–16:00"),
    ],
)
def test_whole_hours_need_no_minutes_where_the_language_does_without(code: str, expected: str) -> None:
    assert speech(code).span(*AFTERNOON) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", "pe 27.1.2023 klo 9.00–11.30"),
        ("sv", "fre 27.1.2023 kl. 9.00–11.30"),
        ("en", "Fri 27 Jan 2023, 9:00–11:30"),
    ],
)
def test_minutes_are_told_for_both_ends_when_one_has_them(code: str, expected: str) -> None:
    span = datetime(2023, 1, 27, 9, tzinfo=HELSINKI), datetime(2023, 1, 27, 11, 30, tzinfo=HELSINKI)
    assert speech(code).span(*span) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", "ke 5.10.2022 klo 8.05"),
        ("sv", "ons 5.10.2022 kl. 8.05"),
        ("en", "Wed 5 Oct 2022, 8:05"),
    ],
)
def test_a_moment_has_its_day_and_its_minutes(code: str, expected: str) -> None:
    assert speech(code).moment(datetime(2022, 10, 5, 8, 5, tzinfo=HELSINKI)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fi", ["ma", "ti", "ke", "to", "pe", "la", "su"]),
        ("sv", ["mån", "tis", "ons", "tors", "fre", "lör", "sön"]),
        ("en", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_every_day_of_the_week_has_its_short_name(code: str, expected: list[str]) -> None:
    assert [speech(code).day(date(2022, 10, 3 + number)).split()[0] for number in range(7)] == expected


@pytest.mark.parametrize(
    ("code", "long", "short"),
    [
        ("fi", "to 13.10.2022", "13.10."),
        ("sv", "tors 13.10.2022", "13.10."),
        ("en", "Thu 13 Oct 2022", "13 Oct"),
    ],
)
def test_a_day_is_told_in_full_or_in_short(code: str, long: str, short: str) -> None:
    assert (speech(code).day(date(2022, 10, 13)), speech(code).short_day(date(2022, 10, 13))) == (long, short)


def test_a_moment_of_utc_is_told_in_local_time_on_its_local_day() -> None:
    late = datetime(2022, 10, 5, 21, 30, tzinfo=UTC)
    assert speech("fi").moment(late) == "to 6.10.2022 klo 0.30"
    assert speech("fi", ZoneInfo("UTC")).moment(late) == "ke 5.10.2022 klo 21.30"
    assert speech("fi").span(late, datetime(2022, 10, 5, 22, 30, tzinfo=UTC)) == "to 6.10.2022 klo 0.30–1.30"


@pytest.mark.parametrize(
    ("utc", "local"), [(datetime(2023, 3, 9, 11, tzinfo=UTC), 13), (datetime(2023, 4, 13, 10, tzinfo=UTC), 13)]
)
def test_winter_and_summer_are_told_by_the_same_wall_clock(utc: datetime, local: int) -> None:
    assert speech("fi").moment(utc).endswith(f"klo {local}.00")


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "Ei pyyntöjä tällä rajauksella."), (1, "Yksi pyyntö."), (2, "2 pyyntöä.")]
)
def test_a_count_is_told_as_one_would_say_it(count: int, expected: str) -> None:
    assert speech("fi").say("queue-count", count=count) == expected


def test_what_a_person_has_written_is_said_as_it_is() -> None:
    name = "{ $x } *Äiti* <b> \u2068"
    assert speech("fi").say("status-taken", name=name) == f"Käsittelyssä: {name}"


def test_a_place_that_nobody_fills_is_a_bug_and_not_a_sentence() -> None:
    with pytest.raises(FluentReferenceError):
        speech("fi").say("status-taken")


@pytest.mark.parametrize("key", ["no-such-key", ""])
def test_a_key_without_a_sentence_is_a_bug(key: str) -> None:
    with pytest.raises(KeyError):
        speech("sv").say(key)


def test_a_key_that_has_no_sentence_of_its_own_is_a_bug(tmp_path: Path) -> None:
    (tmp_path / "fi.ftl").write_text("one =\n    .part = osa\n", encoding="utf-8")
    with pytest.raises(KeyError):
        Texts(tmp_path).speech("fi", HELSINKI).say("one")


@pytest.mark.parametrize(("code", "expected"), [("sv", "Hej"), ("fi", "Hei"), ("en", "Hei")])
def test_a_text_of_the_content_is_picked_in_the_readers_language(code: str, expected: str) -> None:
    assert speech(code).pick({"fi": "Hei", "sv": "Hej"}) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (datetime(2022, 9, 19, 21, 0, tzinfo=UTC), "ti 20.9.2022"),
        (datetime(2022, 9, 19, 21, 1, tzinfo=UTC), "ti 20.9.2022 klo 0.01"),
        (datetime(2022, 12, 31, 22, 0, tzinfo=UTC), "su 1.1.2023"),
    ],
)
def test_where_only_the_day_was_kept_the_day_alone_is_told(moment: datetime, expected: str) -> None:
    assert speech("fi").when(moment) == expected
