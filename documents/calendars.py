"""Calendar files: a session for one's own calendar, and the feed of a topic. RFC 5545, as Outlook takes it.

A session has one UID for ever, and its SEQUENCE rises with every change: whoever takes in a later file has one entry.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Calendar, Event, vCalAddress, vText

from documents.zones import timezone
from domain.announcements import OFF, Announcement, Session, State, moved_from
from domain.centre import Text, Topic
from texts.speech import Speech

PRODUCT = "-//OT-keskus//OT-botti//FI"
# Not the host: an entry must be found again after the service has moved to another.
UID_HOST = "ot-botti"
FRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Issue:
    """How a file is made out: for which reader, when, by whom one can be asked, and whether with the way in."""

    speech: Speech
    now: datetime
    contact: str = ""
    with_link: bool = True


def uid(announcement_id: str) -> str:
    """What an entry is known by in every calendar."""
    return f"{announcement_id}@{UID_HOST}"


def _plain(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    # No calendar takes control characters, and no file half a character.
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) not in ("Cc", "Cs"))


def _language(text: Text, speech: Speech) -> str:
    return speech.language if speech.language in text else next(iter(text), speech.language)


def _shows_link(session: Session, issue: Issue) -> bool:
    return bool(session.link) and (issue.with_link or session.link_is_public)


def _description(one: Announcement, session: Session, issue: Issue) -> str:
    speech = issue.speech
    lines = [speech.say("calendar-called-off-text")] if one.state in OFF else []
    if one.state is State.RECALLED:
        # What was taken back is to be read nowhere any more; its title and time tell which entry goes.
        return lines[0]
    was = None if one.state in OFF else moved_from(one)
    lines += [speech.say("calendar-moved", before=speech.span(was.start, was.end))] if was else []
    lines += [speech.pick(one.wording.text)]
    lines += [speech.say("calendar-organiser", organiser=session.organiser)] if session.organiser else []
    lines += [speech.say("calendar-spoken", language=session.language)]
    if one.state not in OFF and _shows_link(session, issue):
        lines += [speech.say("calendar-join", link=session.link)]
    return "\n\n".join(line for line in lines if line)


def _organiser(session: Session, issue: Issue) -> vCalAddress:
    # Where nobody can be written to, this is how calendars say so: the field itself may not be missing.
    address = vCalAddress(f"mailto:{issue.contact}" if issue.contact else "invalid:nomail")
    if session.organiser:
        address.params["CN"] = " ".join(_plain(session.organiser).split())
    return address


def _title(one: Announcement, speech: Speech) -> str:
    title = speech.pick(one.wording.title)
    return speech.say("calendar-called-off", title=title) if one.state in OFF else title


def _event(one: Announcement, session: Session, issue: Issue) -> Event:
    speech, off = issue.speech, one.state in OFF
    event = Event()
    event.add("uid", uid(one.id))
    event.add("sequence", one.sequence)
    event.add("dtstamp", issue.now)
    if changed := one.changed_at or one.sent_at:
        event.add("last-modified", changed)
    event.add("dtstart", session.start.astimezone(speech.zone))
    event.add("dtend", session.end.astimezone(speech.zone))
    tongue = {"LANGUAGE": _language(one.wording.title, speech)}
    event.add("summary", _plain(_title(one, speech)), parameters=tongue)
    event.add("description", _plain(_description(one, session, issue)), parameters=tongue)
    event.add("location", speech.say("calendar-location"))
    event.add("organizer", _organiser(session, issue))
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if off else "OPAQUE")
    if _shows_link(session, issue) and not off:
        event.add("url", session.link)
    return event


def _calendar(method: str, sessions: Sequence[Session], speech: Speech) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    first = min((one.start.astimezone(speech.zone).year for one in sessions), default=None)
    if first:
        calendar.add_component(timezone(speech.zone, first))
    return calendar


def session_file(one: Announcement, issue: Issue) -> bytes:
    """The calendar file of a session; one that is called off or recalled takes its entry out again.

    Raises ValueError for an announcement that is about no session.
    """
    if one.session is None:
        raise ValueError(one.kind)
    calendar = _calendar("CANCEL" if one.state in OFF else "PUBLISH", [one.session], issue.speech)
    calendar.add_component(_event(one, one.session, issue))
    return bytes(calendar.to_ical())


def feed(topic: Topic, announcements: Sequence[Announcement], issue: Issue) -> bytes:
    """The calendar of a topic, to be subscribed to: all its sessions, those called off among them and named so."""
    sessions = [(one, one.session) for one in announcements if one.session]
    calendar = _calendar("PUBLISH", [session for _, session in sessions], issue.speech)
    name = vText(_plain(issue.speech.pick(topic.label)))
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("x-wr-timezone", issue.speech.zone.key)
    calendar.add("refresh-interval", FRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for one, session in sessions:
        calendar.add_component(_event(one, session, issue))
    return bytes(calendar.to_ical())
