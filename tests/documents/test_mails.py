"""Mails: what stands in each, the calendar file at it, and headers that no title can break."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from documents.mails import About, Envelope, Letter, mail
from domain.announcements import Announcement, Kind, Wording
from tests.documents.readers import by_vobject
from tests.documents.sessions import INFO, LINK, called_off, moved, speech, worded
from tests.house import START

MINE = "https://ot.example.fi/register/abc"
ENVELOPE = Envelope("OT-keskus <ot@example.fi>", "vieras@example.org")


def written(about: About, one: Announcement = INFO, language: str = "fi") -> EmailMessage:
    """The mail as a mail program reads it."""
    made = mail(Letter("d1.2", about, one, MINE), ENVELOPE, speech(language), START)
    read = message_from_bytes(made.as_bytes(), policy=policy.default)
    assert isinstance(read, EmailMessage)
    return read


def words(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part
    return str(part.get_content())


def files(message: EmailMessage) -> list[EmailMessage]:
    return [one for one in message.iter_attachments() if isinstance(one, EmailMessage)]


def test_the_first_mail_asks_for_a_confirmation_and_gives_nothing_away() -> None:
    asked = written(About.CONFIRM)
    assert asked["Subject"] == "Vahvista ilmoittautumisesi: OT-info"
    assert MINE in words(asked) and LINK not in words(asked)
    assert files(asked) == []


def test_who_comes_gets_the_way_in_the_calendar_file_and_how_to_cancel() -> None:
    coming = written(About.COMING)
    assert "ke 5.10.2022 klo 8.15–9.15" in words(coming)
    assert LINK in words(coming) and MINE in words(coming)
    [file] = files(coming)
    assert file.get_content_type() == "text/calendar" and file.get_param("method") == "PUBLISH"
    assert file.get_filename() == "ot.ics"
    content = file.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert [one["sequence"] for one in by_vobject(content)["entries"]] == [0]
    assert b"mailto:ot@example.fi" in content.replace(b"\r\n ", b"")


def test_a_way_in_that_is_not_known_yet_is_not_promised() -> None:
    assert INFO.session
    without = replace(INFO, wording=replace(INFO.wording, session=replace(INFO.session, link="")))
    assert "Liity Teamsissa" not in words(written(About.COMING, without))


def test_who_waits_gets_no_entry_and_no_way_in() -> None:
    waiting = written(About.WAITING)
    assert files(waiting) == [] and LINK not in words(waiting) and MINE in words(waiting)


def test_a_change_tells_the_earlier_time_and_brings_the_entry_up_to_date() -> None:
    changed = written(About.CHANGED, moved(INFO, days=7))
    assert "Aiempi aika oli ke 5.10.2022 klo 8.15–9.15." in words(changed)
    assert "ke 12.10.2022 klo 8.15–9.15" in words(changed)
    content = files(changed)[0].get_payload(decode=True)
    assert isinstance(content, bytes) and by_vobject(content)["entries"][0]["sequence"] == 1


def test_a_change_that_moved_nothing_tells_no_earlier_time() -> None:
    renamed = replace(INFO, previous=INFO.wording, wording=replace(INFO.wording, title={"fi": "Uusi nimi"}))
    assert "Aiempi aika" not in words(written(About.CHANGED, renamed))


def test_one_that_is_called_off_takes_the_entry_out_and_offers_nothing() -> None:
    off = written(About.OFF, called_off())
    assert off["Subject"] == "Peruttu: OT-info"
    assert LINK not in words(off) and MINE not in words(off)
    assert files(off)[0].get_param("method") == "CANCEL"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("about", About)
def test_each_speaks_each_language_and_is_known_for_a_machines(about: About, language: str) -> None:
    one = written(about, language=language)
    assert one["Content-Language"] == language and one["Auto-Submitted"] == "auto-generated"
    assert one["Message-ID"] == "<d1.2@example.fi>"
    assert speech(language).say("mail-end") in words(one)


def test_what_is_no_session_has_no_mail() -> None:
    with pytest.raises(ValueError, match="news"):
        written(About.COMING, replace(INFO, kind=Kind.NEWS, wording=Wording({"fi": "Uutinen"})))


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_title_breaks_a_header_or_adds_one(title: str) -> None:
    hostile = f"x{title}\r\nBcc: all@example.org\r\n\r\nbody"
    read = written(About.COMING, worded(hostile, organiser=hostile))
    assert read["Bcc"] is None and read["To"] == "vieras@example.org"
    assert set(read.keys()) == {
        *("Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "Content-Language"),
        *("MIME-Version", "Content-Type"),
    }
