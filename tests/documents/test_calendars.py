"""Calendar files: whoever takes in three versions has one entry; and no text breaks a file."""

import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.calendars import feed, session_file, uid
from domain.announcements import Kind, State, Wording, moved_to
from domain.centre import Topic
from tests.documents.readers import by_ical_js, by_vobject, merged
from tests.documents.sessions import BEGINS, INFO, LINK, called_off, issue, moved, worded
from tests.house import START

TOPIC = Topic("ot-info", {"fi": "OT-infot, foorumit; ja muut", "sv": "OT-infomöten"})
MOVED = moved(INFO, days=7)
VERSIONS = [session_file(one, issue()) for one in (INFO, MOVED, called_off(MOVED))]


def unfolded(file: bytes) -> str:
    return file.replace(b"\r\n ", b"").decode()


def check_outlook_safe(file: bytes) -> None:
    """CRLF everywhere, lines of at most 75 octets that hold whole characters."""
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert file.count(b"\n") == file.count(b"\r\n") == file.count(b"\r")
    for line in file.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


# One entry remains


def test_vobject_is_left_with_one_entry_that_is_cancelled() -> None:
    read = [by_vobject(file) for file in VERSIONS]
    assert [one["method"] for one in read] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [one["zones"] for one in read] == [["Europe/Helsinki"]] * 3
    [(name, entry)] = merged(read).items()
    assert name == uid(INFO.id)
    assert (entry["status"], entry["sequence"], entry["summary"]) == ("CANCELLED", 2, "PERUTTU: OT-info")
    assert entry["start"] == (BEGINS + timedelta(days=7)).timestamp()
    assert entry["end"] == (BEGINS + timedelta(days=7, hours=1)).timestamp()


@pytest.mark.skipif(shutil.which("node") is None, reason="no node: ical.js reads no calendar file")
def test_ical_js_is_left_with_one_entry_that_is_cancelled(tmp_path: Path) -> None:
    read = by_ical_js(tmp_path, VERSIONS)
    assert [one["method"] for one in read] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [one["zones"] for one in read] == [["Europe/Helsinki"]] * 3
    assert [one["entries"][0]["zone"] for one in read] == ["Europe/Helsinki"] * 3
    assert [one["entries"][0]["start"] for one in read] == [
        "2022-10-05T05:15:00.000Z",
        *["2022-10-12T05:15:00.000Z"] * 2,
    ]
    [(name, entry)] = merged(read).items()
    assert name == uid(INFO.id)
    assert (entry["status"], entry["sequence"], entry["summary"]) == ("CANCELLED", 2, "PERUTTU: OT-info")


@pytest.mark.skipif(shutil.which("node") is None, reason="no node: ical.js reads no calendar file")
def test_a_session_that_is_moved_over_the_end_of_summer_time_keeps_its_hour(tmp_path: Path) -> None:
    later = session_file(replace(INFO, wording=_in_november()), issue())
    assert b"DTSTART;TZID=Europe/Helsinki:20221102T081500" in later
    for read in (by_vobject(later), *by_ical_js(tmp_path, [later])):
        start = read["entries"][0]["start"]
        assert start in ("2022-11-02T06:15:00.000Z", (BEGINS + timedelta(days=28, hours=1)).timestamp())


def _in_november() -> Wording:
    session = INFO.wording.session
    assert session
    start = session.start + timedelta(days=28, hours=1)
    return replace(INFO.wording, session=replace(session, start=start, end=start + timedelta(hours=1)))


def test_each_version_is_outlook_safe_and_has_what_a_calendar_asks_for() -> None:
    for file in VERSIONS:
        check_outlook_safe(file)
        told = unfolded(file)
        for line in ("VERSION:2.0", "CALSCALE:GREGORIAN", f"UID:{uid(INFO.id)}", "DTSTAMP:20220920T050000Z"):
            assert f"\r\n{line}\r\n" in told
        assert "ORGANIZER;CN=Koske:mailto:info@example.fi" in told
        assert "DTSTART;TZID=Europe/Helsinki:2022" in told and "BEGIN:VTIMEZONE" in told


def test_it_says_when_it_was_changed_and_nothing_where_it_never_was() -> None:
    assert "LAST-MODIFIED:20220920T050000Z" in unfolded(VERSIONS[1])
    assert "LAST-MODIFIED" not in unfolded(VERSIONS[0])


def test_one_that_is_recalled_takes_its_entry_out_too() -> None:
    told = unfolded(session_file(moved_to(INFO, State.RECALLED, START), issue()))
    assert "METHOD:CANCEL" in told and "STATUS:CANCELLED" in told and "SEQUENCE:1" in told


def test_of_what_was_taken_back_its_text_is_read_nowhere() -> None:
    described = INFO.wording.text["fi"]
    assert described in unfolded(session_file(called_off(), issue()))
    told = unfolded(session_file(moved_to(INFO, State.RECALLED, START), issue()))
    assert described not in told and "Tilaisuus on peruttu." in told


# What stands in it


def test_the_way_in_stands_in_description_and_address_and_nowhere_once_it_is_called_off() -> None:
    told = unfolded(session_file(INFO, issue()))
    assert f"URL:{LINK}" in told and f"Liity Teamsissa: {LINK}" in told
    assert LINK not in unfolded(session_file(called_off(), issue()))


def test_a_way_in_that_is_not_public_is_in_no_public_file() -> None:
    session = INFO.wording.session
    assert session
    hidden = replace(INFO, wording=replace(INFO.wording, session=replace(session, link_is_public=False)))
    assert LINK in unfolded(session_file(hidden, issue()))
    assert LINK not in unfolded(session_file(hidden, issue(with_link=False)))
    assert LINK not in unfolded(feed(TOPIC, [hidden], issue(with_link=False)))
    assert LINK in unfolded(feed(TOPIC, [INFO], issue(with_link=False)))


def test_one_that_was_moved_tells_from_when_until_it_is_called_off() -> None:
    was = "Aiempi aika oli ke 5.10.2022 klo 8.15–9.15."
    there, off = (unfolded(session_file(one, issue())) for one in (moved(days=7), called_off(moved(days=7))))
    assert was in there and was not in off and was not in unfolded(session_file(INFO, issue()))


def test_it_speaks_the_readers_language_and_says_which_one_it_is() -> None:
    told = unfolded(session_file(INFO, issue("sv")))
    assert "SUMMARY;LANGUAGE=sv:OT-infomöte" in told
    assert "Språket är finska." in told
    # What is not there in her language is said in the first one, and marked so.
    assert "SUMMARY;LANGUAGE=fi:OT-info\r\n" in unfolded(session_file(INFO, issue("en")))


def test_where_nobody_can_be_written_to_the_organiser_still_has_an_address() -> None:
    assert "ORGANIZER;CN=Koske:invalid:nomail" in unfolded(session_file(INFO, issue(contact="")))


def test_what_is_no_session_has_no_file() -> None:
    with pytest.raises(ValueError, match="news"):
        session_file(replace(INFO, kind=Kind.NEWS, wording=Wording({"fi": "Uutinen"})), issue())


# The feed


def test_a_feed_has_all_sessions_and_those_called_off_as_such() -> None:
    other = replace(INFO, id="f" * 32)
    file = feed(TOPIC, [MOVED, called_off(other)], issue())
    check_outlook_safe(file)
    read = by_vobject(file)
    assert [one["status"] for one in read["entries"]] == ["CONFIRMED", "CANCELLED"]
    told = unfolded(file)
    assert "X-WR-CALNAME:OT-infot\\, foorumit\\; ja muut" in told
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT1H" in told and "METHOD:PUBLISH" in told
    assert told.count("BEGIN:VTIMEZONE") == 1


def test_a_feed_without_sessions_is_a_calendar_all_the_same() -> None:
    file = feed(TOPIC, [], issue())
    check_outlook_safe(file)
    assert by_vobject(file)["entries"] == []


# Whatever people write


WRITTEN = st.text(st.characters(codec="utf-8"), max_size=300)
# What such a text is once a calendar has it: no control characters, one kind of line end.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def shown(text: str) -> str:
    return CONTROLS.sub("", re.sub("\r\n?|\u2028|\u2029", "\n", text))


def value_of(file: bytes, name: str) -> str:
    """A text of the file, read by hand as RFC 5545 says."""
    [line] = [one for one in unfolded(file).split("\r\n") if one.startswith((f"{name};", f"{name}:"))]
    value = line.split(":", 1)[1]
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


@given(WRITTEN, WRITTEN, WRITTEN)
def test_no_text_breaks_a_file_and_each_is_read_as_it_was_written(title: str, text: str, organiser: str) -> None:
    file = session_file(worded(f"x{title}", text, organiser), issue())
    check_outlook_safe(file)
    assert value_of(file, "SUMMARY") == shown(f"x{title}")
    if text:
        assert value_of(file, "DESCRIPTION").startswith(shown(text))
    assert [one["summary"] for one in by_vobject(file)["entries"]] == [shown(f"x{title}")]
    assert unfolded(file).count("\r\nBEGIN:") == unfolded(file).count("\r\nEND:") - 1


@pytest.mark.parametrize(
    "text",
    [
        "ä" * 4000,
        "€,;\\" * 1000,
        "👩‍👩‍👧" * 500,
        "rivi\n" * 800,
        "a" * 4000,
        "\\n\\,\\;" * 600,
        "END:VEVENT\r\nBEGIN:VEVENT" * 9,
    ],
)
def test_four_thousand_characters_are_folded_and_whole(text: str) -> None:
    file = session_file(worded(text=text), issue())
    check_outlook_safe(file)
    assert value_of(file, "DESCRIPTION").startswith(shown(text))
    assert by_vobject(file)["entries"][0]["description"].startswith(shown(text))


@pytest.mark.skipif(shutil.which("node") is None, reason="no node: ical.js reads no calendar file")
def test_ical_js_reads_them_as_they_were_written(tmp_path: Path) -> None:
    texts = ["Pilkku, puolipiste; kenoviiva \\ ja\nrivinvaihto", "Åäö €, 👩‍👩‍👧; \\n ei rivinvaihto", "ä" * 4000]
    read = by_ical_js(tmp_path, [session_file(worded(text[:90], text), issue()) for text in texts])
    for text, one in zip(texts, read, strict=True):
        assert one["entries"][0]["summary"] == text[:90]
        assert one["entries"][0]["description"].startswith(text)
