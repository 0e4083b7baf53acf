"""Whom an announcement, and a change of it, is told to: the rows of the ledger, in the transaction of the decision."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import Announcement, State, differences, is_soon
from domain.office import Office
from domain.registrations import Coming
from storage import audience, guests
from storage.announcement_tables import registrations as registration_rows
from storage.notice_tables import deliveries, notices
from storage.notices import (
    Notice,
    about,
    cancel,
    renew,
    resume,
    tell,
    tell_all,
    tell_channels,
    tell_guests,
    without_renewed,
)

# The standing copy, and the messages that tell of a change.
KINDS = frozenset({"announcement", "announcement-change"})
STANDING = frozenset({"announcement"})


@dataclass(frozen=True)
class Telling:
    """Whom a change is told to by a message of its own (`registered`, `all`, `nobody`), and the office's hours.

    `approval`: who has no copy yet gets one when a second person has read what it says now.
    """

    to: str
    office: Office
    approval: bool = False


async def spread(connection: AsyncConnection, one: Announcement, now: datetime) -> None:
    """Lay down a copy for everyone whom it is for and who has none."""
    notice = Notice("announcement", one.id)
    await tell_all(connection, notice, audience.persons(one), now)
    await tell_channels(connection, notice, audience.channels(one), now)
    if one.author:
        await tell(connection, Notice("progress", one.id), [one.author], now)


async def is_known_who_has(connection: AsyncConnection, one: Announcement) -> bool:
    """Whether the ledger still says who has a copy."""
    # Who was told what is forgotten sooner than the announcement: told anew, everybody would get it twice.
    query = select(notices.c.id).where(notices.c.kind.in_(STANDING), notices.c.subject == one.id)
    return await connection.scalar(query) is not None


async def spread_anew(connection: AsyncConnection, one: Announcement, now: datetime) -> None:
    """Whom it is for may have changed: who has a copy keeps it, of all others only those get one for whom it is now."""
    if not await is_known_who_has(connection, one):
        return
    await resume(connection, one.id, STANDING, now)
    # Nothing is in an empty list, not even nothing.
    person, channel = deliveries.c.person, deliveries.c.channel
    nobody = person.is_not(None) & person.not_in(audience.meant(one))
    nowhere = channel.is_not(None) & channel.not_in(sorted(set(one.audience.channels)))
    await cancel(connection, one.id, STANDING, now, nobody | nowhere)
    await spread(connection, one, now)


async def has_waiting(connection: AsyncConnection, one: Announcement) -> bool:
    """Whether somebody is to get a copy who has none yet: now, or when the app comes to her or she is tried again."""
    row = deliveries.c
    missed = (row.state == "dead") & row.reason.not_in(["off", "nothing"])
    first = about(one.id, STANDING) & ((row.state == "new") | missed) & (row.seen == 0)
    return await connection.scalar(select(deliveries.c.id).where(first).limit(1)) is not None


def change_of(one: Announcement) -> Notice:
    """The message that tells of the change to its present version."""
    return Notice("announcement-change", one.id, str(one.version))


async def tell_change(
    connection: AsyncConnection, one: Announcement, telling: Telling, now: datetime, was: Announcement | None = None
) -> None:
    """A message of its own tells of the change from `was`, or that the session is off, to whom `telling` says."""
    soon = is_soon(one, now) or (was is not None and is_soon(was, now))
    due = now if soon else telling.office.next_opening(now)
    notice, visitors = change_of(one), guests.registered(one.id)
    if telling.to == "nobody":
        # A guest has no card that could be changed in place: she would come at the wrong time.
        if _is_about_time(one, was):
            await tell_guests(connection, notice, visitors, now, due)
        return
    persons = _registered(one) if telling.to == "registered" else _holders(one, deliveries.c.person)
    channels = _holders(one, deliveries.c.channel)
    to = [persons, visitors, channels] if telling.to == "all" else [persons, visitors]
    # Who has still to hear of an earlier change hears of both in that one message.
    await renew(connection, one.id, {notice.kind}, to, due)
    persons, visitors, *everywhere = [without_renewed(each, one.id, {notice.kind}) for each in to]
    await tell_all(connection, notice, persons, now, due)
    await tell_guests(connection, notice, visitors, now, due)
    for channels in everywhere:
        await tell_channels(connection, notice, channels, now, due)


async def tell_taken_back(connection: AsyncConnection, one: Announcement, now: datetime) -> None:
    """Whoever has registered hears that the session is not there any more; some have no copy that could change."""
    await tell_all(connection, change_of(one), _registered(one), now)
    await tell_guests(connection, change_of(one), guests.registered(one.id), now)


def _is_about_time(one: Announcement, was: Announcement | None) -> bool:
    moved = was is not None and "time" in differences(was.wording, one.wording)
    return moved or one.state is State.CALLED_OFF


def _registered(one: Announcement) -> Select[Any]:
    row = registration_rows.c
    coming = row.state.in_([Coming.COMING.value, Coming.WAITING.value])
    return select(row.person).where(row.announcement == one.id, coming, row.person.is_not(None))


def _holders(one: Announcement, column: Any) -> Select[Any]:
    return select(column).where(about(one.id, STANDING), deliveries.c.seen > 0, column.is_not(None))
