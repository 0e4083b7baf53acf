"""What the page tells of a session, and what it keeps to itself."""

from dataclasses import replace

from documents.addresses import Site
from documents.sessions import Entry, entry, feeds
from domain.announcements import Announcement
from domain.registrations import Seats
from tests.documents.sessions import INFO, LINK, called_off, moved, speech
from tests.house import read_sample_content

CENTRE = read_sample_content().centre


def told(one: Announcement, language: str = "fi", seats: Seats | None = None) -> Entry:
    assert one.session
    return entry(one, one.session, seats or Seats(None), CENTRE, speech(language))


def test_it_says_when_who_about_what_and_in_which_language() -> None:
    one = told(INFO)
    assert (one.when, one.weekday, one.day) == ("ke 5.10.2022 klo 8.15–9.15", "keskiviikko", "5.10.")
    assert (one.organiser, one.topics, one.language) == ("Koske", ["OT-infot ja foorumit"], "fi")
    assert (one.left, one.before, one.is_off) == (None, "", False)
    assert one.link == LINK and one.file == f"/sessions/{INFO.id}.ics?lang=fi"


def test_a_title_in_another_language_than_the_readers_is_marked() -> None:
    assert (told(INFO, "sv").title, told(INFO, "sv").title_language) == ("OT-infomöte", "sv")
    assert (told(INFO, "en").title, told(INFO, "en").title_language) == ("OT-info", "fi")
    assert told(INFO, "sv").text_language == "fi"


def test_one_that_was_moved_tells_its_earlier_time_also_after_a_later_change_of_words() -> None:
    one = moved(INFO, days=7)
    assert (told(one).when, told(one).before) == ("ke 12.10.2022 klo 8.15–9.15", "ke 5.10.2022 klo 8.15–9.15")
    again = moved(one, hours=1)
    assert told(again).before == "ke 12.10.2022 klo 8.15–9.15"
    renamed = replace(one, previous=one.wording, wording=replace(one.wording, title={"fi": "Uusi nimi"}))
    assert told(renamed).before == "ke 5.10.2022 klo 8.15–9.15"


def test_one_that_is_called_off_has_no_way_in() -> None:
    assert told(called_off()).is_off
    assert told(called_off()).link == ""


def test_a_way_in_that_is_not_public_is_not_told() -> None:
    session = INFO.wording.session
    assert session
    hidden = replace(INFO, wording=replace(INFO.wording, session=replace(session, link_is_public=False)))
    assert told(hidden).link == ""


def test_seats_are_told_where_they_are_limited() -> None:
    assert (told(INFO, seats=Seats(30, 26)).left, told(INFO, seats=Seats(30, 26)).seats) == (4, 30)
    assert told(INFO, seats=Seats(30, 30, 2)).left == 0


def test_feeds_are_of_topics_that_there_are_sessions_about() -> None:
    site = Site("https://ot.example.fi")
    assert feeds(CENTRE, site, speech("sv"), {"ot-info"}) == [
        ("OT-infomöten och forum", "https://ot.example.fi/calendar/ot-info.ics?lang=sv")
    ]
    assert feeds(CENTRE, site, speech(), set()) == []
    assert feeds(CENTRE, Site("https://ot.example.fi", page=False), speech(), {"ot-info"}) == []
