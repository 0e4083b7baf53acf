"""Mails to people without Teams: what they asked for, their calendar file, and how to end it. Plain text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from enum import StrEnum

from documents.calendars import Issue, session_file
from domain.announcements import OFF, Announcement, Session, differences
from texts.speech import Speech


class About(StrEnum):
    """Why somebody is written to."""

    CONFIRM = "confirm"
    COMING = "coming"
    WAITING = "waiting"
    SEAT = "seat"
    CHANGED = "changed"
    OFF = "off"
    REMINDER = "reminder"


# To these no calendar entry is given: who is not coming yet has none.
WITHOUT_FILE = frozenset({About.CONFIRM, About.WAITING})


@dataclass(frozen=True)
class Letter:
    """One mail: about what, of which session, and the reader's own link, by which she confirms and cancels.

    `id` makes the same mail, sent twice after a crash, one and the same for her mail program.
    """

    id: str
    about: About
    announcement: Announcement
    link: str


@dataclass(frozen=True)
class Envelope:
    """From whom and to whom."""

    sender: str
    to: str


def _line(text: str) -> str:
    # A header is one line, whatever a title has in it.
    return " ".join("".join(one if one.isprintable() else " " for one in text).split())


def _facts(one: Announcement, session: Session, speech: Speech) -> Sequence[str]:
    title, when = speech.pick(one.wording.title), speech.span(session.start, session.end)
    facts = [speech.say("mail-session", title=_line(title), when=when)]
    if session.organiser:
        facts.append(speech.say("calendar-organiser", organiser=_line(session.organiser)))
    return facts


def _moved(one: Announcement, session: Session, speech: Speech) -> Sequence[str]:
    before = one.previous.session if one.previous else None
    if before is None or "time" not in differences(one.previous, one.wording):
        return []
    return [speech.say("mail-moved", before=speech.span(before.start, before.end))]


def body(letter: Letter, session: Session, speech: Speech) -> str:
    """What stands in the mail, a paragraph for each thing to be told."""
    one, about = letter.announcement, letter.about
    told = [speech.say(f"mail-{about.value}-text"), "\n".join(_facts(one, session, speech))]
    if about is About.CHANGED:
        told += _moved(one, session, speech)
    if about not in WITHOUT_FILE and one.state not in OFF:
        told += [speech.say("calendar-join", link=session.link)] if session.link else []
        told.append(speech.say("mail-file"))
    if about is not About.OFF:
        told.append(speech.say("mail-confirm-link" if about is About.CONFIRM else "mail-cancel-link", link=letter.link))
    return "\n\n".join([*told, speech.say("mail-end")]) + "\n"


def mail(letter: Letter, envelope: Envelope, speech: Speech, now: datetime) -> EmailMessage:
    """The mail, with the calendar file where there is something to be put into a calendar.

    Raises ValueError for an announcement that is about no session.
    """
    one = letter.announcement
    if one.session is None:
        raise ValueError(one.kind)
    message = EmailMessage(SMTP)
    title = _line(speech.pick(one.wording.title))
    message["Subject"] = _line(speech.say(f"mail-{letter.about.value}-subject", title=title))
    message["From"], message["To"] = envelope.sender, envelope.to
    message["Date"] = format_datetime(now)
    message["Message-ID"] = f"<{letter.id}@{envelope.sender.rpartition('@')[2].strip('> ')}>"
    # Nobody's absence is to be answered to, and no list is to take this for a person's own mail.
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body(letter, one.session, speech))
    if letter.about not in WITHOUT_FILE:
        file = session_file(one, Issue(speech, now, envelope.sender.rpartition("<")[2].strip("> ")))
        method = "CANCEL" if one.state in OFF else "PUBLISH"
        params = {"method": method, "charset": "utf-8"}
        message.add_attachment(file, "text", "calendar", filename="ot.ics", params=params)
    # Last: whatever is put into a mail takes away what was said of its content before.
    message["Content-Language"] = speech.language
    return message
