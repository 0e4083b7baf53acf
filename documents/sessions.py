"""What the public page tells of a session: only what anybody may know."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from documents.addresses import Site
from domain.announcements import OFF, Announcement, Session, moved_from
from domain.centre import Centre, Text
from domain.registrations import Seats
from texts.speech import Speech


@dataclass(frozen=True)
class Entry:
    """One session in the reader's words. `before` is the time that it was moved from; `left` None means no limit.

    `link` and `file` are empty where there is nothing to lead to.
    """

    id: str
    title: str
    title_language: str
    paragraphs: Sequence[str]
    text_language: str
    start: datetime
    end: datetime
    when: str
    weekday: str
    day: str
    before: str
    is_off: bool
    language: str
    organiser: str
    topics: Sequence[str]
    left: int | None
    seats: int | None
    opens: str
    link: str
    file: str


def language_within(text: Text, speech: Speech) -> str:
    """The language in which a reader finds a text: her own where it is written in it."""
    return speech.language if speech.language in text else next(iter(text), speech.language)


def _moved_from(one: Announcement, speech: Speech) -> str:
    old = moved_from(one)
    return speech.span(old.start, old.end) if old else ""


def _topics(one: Announcement, centre: Centre, speech: Speech) -> list[str]:
    known = [centre.announcing.topic(key) for key in one.topics]
    return [speech.pick(topic.label) for topic in known if topic]


def public_file(announcement_id: str, language: str) -> str:
    """Where a session's file lies that anybody may have: a path of the service's own site."""
    return f"/sessions/{announcement_id}.ics?lang={language}"


def entry(one: Announcement, session: Session, seats: Seats, centre: Centre, speech: Speech) -> Entry:
    """A session as the public page tells it."""
    off, text = one.state in OFF, one.wording.text
    start = session.start.astimezone(speech.zone)
    return Entry(
        id=one.id,
        title=speech.pick(one.wording.title),
        title_language=language_within(one.wording.title, speech),
        paragraphs=[line.strip() for line in speech.pick(text).splitlines() if line.strip()],
        text_language=language_within(text, speech),
        start=start,
        end=session.end.astimezone(speech.zone),
        when=speech.span(session.start, session.end),
        weekday=speech.weekday(start.date()),
        day=speech.short_day(start.date()),
        before=_moved_from(one, speech),
        is_off=off,
        language=session.language,
        organiser=session.organiser,
        topics=_topics(one, centre, speech),
        left=seats.left,
        seats=seats.seats,
        opens=speech.day(session.opens.astimezone(speech.zone).date()) if session.opens else "",
        link=session.link if session.link_is_public and not off else "",
        file=public_file(one.id, speech.language),
    )


def feeds(centre: Centre, site: Site, speech: Speech, about: Collection[str]) -> list[tuple[str, str]]:
    """Each topic's name, and the address of its calendar; of those that there are sessions `about`."""
    topics = [one for one in centre.announcing.topics if one.key in about and site.has_page]
    return [(speech.pick(one.label), site.feed(one.key, speech.language)) for one in topics]
