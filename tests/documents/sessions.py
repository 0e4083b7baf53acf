"""A session and its reader, for the tests of what leaves the chat."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from documents.calendars import Issue
from domain.announcements import Announcement, Kind, Session, State, Wording, moved_to, reworded
from tests.house import HELSINKI, START, read_texts
from texts.speech import Speech

LINK = "https://teams.microsoft.com/l/meetup-join/sample-ot-info-2022-10-05"
BEGINS = datetime(2022, 10, 5, 8, 15, tzinfo=HELSINKI).astimezone(UTC)
SESSION = Session(BEGINS, BEGINS + timedelta(hours=1), LINK, organiser="Koske", link_is_public=True)
WORDING = Wording({"fi": "OT-info", "sv": "OT-infomöte"}, {"fi": "Avoin kaikille kiinnostuneille."}, (), SESSION)
INFO = Announcement(
    "0123456789abcdef0123456789abcdef", Kind.SESSION, State.OUT, WORDING, ("ot-info",), original=WORDING
)


def speech(language: str = "fi") -> Speech:
    return read_texts().speech(language, HELSINKI)


def issue(language: str = "fi", contact: str = "info@example.fi", *, with_link: bool = True) -> Issue:
    return Issue(speech(language), START, contact, with_link)


def worded(title: str = "OT-info", text: str = "", organiser: str = "Koske") -> Announcement:
    session = replace(SESSION, organiser=organiser)
    return replace(INFO, wording=Wording({"fi": title}, {"fi": text} if text else {}, (), session))


def moved(one: Announcement = INFO, **span: float) -> Announcement:
    """The same a while later, as a coordinator moves it."""
    session, by = one.wording.session, timedelta(**span)
    assert session
    later = replace(session, start=session.start + by, end=session.end + by)
    return reworded(one, replace(one.wording, session=later), START)


def called_off(one: Announcement = INFO) -> Announcement:
    return moved_to(one, State.CALLED_OFF, START)
