"""The public page as it is drawn: whole in three languages, and text whatever stands in it."""

from dataclasses import replace
from html import escape

import pytest

from documents.addresses import Site
from documents.pages import Offer, Pages
from documents.sessions import entry
from domain.announcements import Announcement, Wording
from domain.meetings import open_meetings
from domain.registrations import Seats
from tests.documents.sessions import INFO, called_off, moved, speech, worded
from tests.house import START, read_sample_content, read_texts

CENTRE = read_sample_content().centre
PAGES = Pages(read_texts(), CENTRE, Site("https://ot.example.fi"))
HOSTILE = "<script>alert(1)</script> \"quoted\" & {{ 7 * 7 }} {% raw %} <img src=x onerror=1> 'single'"


def offer(*listed: Announcement, language: str = "fi") -> Offer:
    entries = [
        entry(one, one.session, Seats(30, 26), CENTRE, speech(language)) for one in (INFO, *listed) if one.session
    ]
    groups = [
        (one, open_meetings(one.key, one.meetings, START) if one.meetings else []) for one in CENTRE.groups.values()
    ]
    return Offer(entries, groups, {"ot-info"})


def test_the_first_language_lies_at_the_root_and_the_others_below() -> None:
    assert list(PAGES.languages) == ["fi", "sv", "en"]
    assert [PAGES.path(code) for code in PAGES.languages] == ["/", "/sv", "/en"]
    assert PAGES.path("fi", "/accessibility") == "/accessibility"
    assert PAGES.path("en", "/accessibility") == "/en/accessibility"


def test_a_centre_with_one_language_has_one_page() -> None:
    pages = Pages(read_texts(), replace(CENTRE, languages=("sv",)), Site("https://ot.example.fi"))
    assert pages.path("sv") == "/" and list(pages.languages) == ["sv"]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_front_page_says_what_it_is_for(language: str) -> None:
    page, say = PAGES.front(language, offer(language=language)), speech(language).say
    assert f'<html lang="{language}">' in page
    for key in ("page-heading", "page-ask-title", "page-ask-warning", "page-privacy", "page-emergency"):
        assert escape(say(key)) in page
    for one in CENTRE.groups.values():
        assert escape(speech(language).pick(one.name)) in page
    for words in ("112", "014 266 0149", "040 163 2215", "https://uutiskirje.kuh.fi/", "hreflang="):
        assert words in page
    assert escape(say("page-seats-left", left=4, seats=30)) in page
    assert "https://ot.example.fi/calendar/ot-info.ics" in page


def test_the_next_meetings_stand_there_with_their_deadlines() -> None:
    page = PAGES.front("fi", offer())
    assert "to 13.10.2022 klo 13–15" in page and "to 6.10.2022" in page
    assert "to 15.9.2022" not in page


def test_what_was_moved_shows_both_times_and_what_is_off_its_state() -> None:
    page = PAGES.front("fi", offer(replace(moved(INFO, days=7), id="1" * 32), replace(called_off(), id="2" * 32)))
    assert "<del>ke 5.10.2022 klo 8.15–9.15</del>" in page and "ke 12.10.2022 klo 8.15–9.15" in page
    assert "Aika on muuttunut" in page
    assert "Tämä tilaisuus on peruttu." in page


def test_what_people_wrote_is_text_whatever_stands_in_it() -> None:
    page = PAGES.front("fi", offer(worded(HOSTILE, HOSTILE, HOSTILE)))
    assert "<script" not in page and "<img" not in page
    assert page.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 3
    assert page.count("{{ 7 * 7 }}") == 3


def test_there_is_no_script_no_form_and_nothing_from_elsewhere() -> None:
    page = PAGES.front("fi", offer())
    for tag in ("<script", "<form", "<img", "<iframe", "<object", "style="):
        assert tag not in page
    sources = [part.split('"')[0] for part in page.split('<link rel="')[1:]]
    assert sources == ["stylesheet", "icon", "alternate", "alternate", "alternate"]


def test_without_sessions_it_says_so() -> None:
    page = PAGES.front("en", Offer([], []))
    assert "No new events have been set" in page and "Subscribe to the events" not in page


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_accessibility_statement_names_whom_to_tell_and_who_watches(language: str) -> None:
    page = PAGES.accessibility(language)
    assert "Traficom" in page and "johanna.liukkonen@koske.fi" in page
    assert f"<title>{speech(language).say('page-accessibility-title')} – " in page


def test_a_sentence_has_a_page() -> None:
    page = PAGES.told("fi", "page-missing-title", "page-missing")
    assert "<h1>Sivua ei löytynyt</h1>" in page


def test_a_title_in_one_language_only_is_marked_with_it() -> None:
    one = replace(INFO, wording=Wording({"sv": "Bara på svenska"}, {}, (), INFO.wording.session))
    assert 'lang="sv">Bara på svenska</h3>' in PAGES.front("fi", offer(one))
