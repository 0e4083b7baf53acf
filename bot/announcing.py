"""Gathers an announcement for a card: its addresses, judged, its seats, and what this reader has answered."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from cards.announcements import Shown
from cards.elements import View
from documents.addresses import AFTERWARDS, PURPOSE
from domain.announcements import Announcement, is_soon
from domain.links import Link, check_link, own_link
from storage import registrations, vault
from texts.speech import Speech


def _judged(desk: Desk, url: str) -> Link | None:
    # The centre may have taken a host off its list since: then there is no button.
    try:
        return check_link(url, desk.content.centre.link_hosts)
    except ValueError:
        return None


def _others(desk: Desk, speech: Speech, one: Announcement) -> list[Speech]:
    written = one.wording.languages
    shown = speech.language if speech.language in written else next(iter(written), "")
    return [desk.speech(code) for code in written if code != shown and code in desk.texts.languages]


def bare(desk: Desk, view: View, one: Announcement) -> Shown:
    """The announcement alone, with nothing that is the reader's own."""
    now, session = desk.clock.now(), one.session
    topics = [topic for key in one.topics if (topic := desk.content.centre.announcing.topic(key))]
    return Shown(
        one,
        topics=[view.speech.pick(topic.label) for topic in topics],
        join=_judged(desk, session.link) if session else None,
        more=[_judged(desk, item.link) for item in one.wording.items],
        near=is_soon(one, now),
        over=session is not None and not one.is_ahead(now),
        others=_others(desk, view.speech, one),
    )


async def calendar_of(desk: Desk, connection: AsyncConnection, view: View, one: Announcement) -> Link | None:
    """Where a session's calendar file is had; None where the service is not reached from outside."""
    if one.session is None or not desk.site.url:
        return None
    key, ends = await vault.secret(connection, PURPOSE), one.session.end + AFTERWARDS
    return own_link(desk.site.file(key, one.id, ends, view.speech.language), desk.site.url)


async def gather(desk: Desk, connection: AsyncConnection, view: View, one: Announcement, person: str) -> Shown:
    """The announcement in front of a person, at this moment."""
    found = await registrations.of_several(connection, one.id, [person])
    coming, place = found.get(person, (None, None))
    shown = replace(bare(desk, view, one), coming=coming, place=place, counted=True)
    seats = await registrations.seats(connection, one.id)
    return replace(shown, seats=seats, calendar=await calendar_of(desk, connection, view, one))
