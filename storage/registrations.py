"""Who comes to a session: seats are given and freed under the lock of the announcement's row, so that each is had once.

Nobody is told anything here but by `free`: who answers for somebody tells those who have moved up (notice `seat`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Row, Select, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import Announcement, State
from domain.refusals import Refused
from domain.registrations import Coming, Seats, answered
from storage.announcement_tables import announcements, registrations
from storage.announcements import can_be_found, find
from storage.notices import Notice, tell, tell_guests
from storage.tables import people


@dataclass(frozen=True)
class Registrant:
    """Who comes: a person by our own id, or a guest by hers; one of the two."""

    person: str | None = None
    guest: str | None = None


@dataclass(frozen=True)
class Moved:
    """Somebody who has moved up from the waiting list; `place` is new each time that she asks for a seat."""

    who: Registrant
    place: int


@dataclass(frozen=True)
class Answered:
    """What came of an answer, and who got the seat that it has freed."""

    state: Coming
    moved_up: Sequence[Moved] = ()


@dataclass(frozen=True)
class Figures:
    """How many have answered what."""

    coming: int = 0
    waiting: int = 0
    declined: int = 0


async def require_open(connection: AsyncConnection, announcement: str, now: datetime) -> Announcement:
    """The announcement, held until the transaction ends; refused when its session takes nobody any more."""
    found = await find(connection, announcement, lock=True)
    if found is None or found.session is None or not found.is_found:
        raise Refused("refused-session-gone")
    if found.state is State.CALLED_OFF:
        raise Refused("refused-session-off")
    if not found.is_ahead(now):
        raise Refused("refused-session-over")
    return found


def require_begun(one: Announcement, now: datetime) -> None:
    """Refused while nobody can register yet."""
    if one.session and not one.session.takes_answers(now):
        raise Refused("refused-session-not-open")


async def answer(
    connection: AsyncConnection, announcement: str, who: Registrant, wish: Coming, now: datetime
) -> Answered:
    """Keep somebody's wish to come or not to. Refused when the session has ended, was called off, or is not there."""
    found = await require_open(connection, announcement, now)
    before = await _row(connection, announcement, who)
    stood = Coming(before.state) if before else None
    # Who stands there already loses nothing by a later opening.
    if wish is Coming.COMING and stood in (None, Coming.DECLINED):
        require_begun(found, now)
    state = answered(wish, await seats(connection, announcement), stood)
    if state is not stood:
        await _keep(connection, announcement, who, state, now)
    moved = await _fill(connection, announcement, now)
    # A seat that she gets by this very press is the answer to it.
    hers = [one for one in moved if one.who == who]
    return Answered(Coming.COMING if hers else state, [one for one in moved if one.who != who])


async def fill(connection: AsyncConnection, announcement: str, now: datetime) -> list[Moved]:
    """Give what seats are free to those who wait longest: after an edit has raised or lifted their number."""
    found = await find(connection, announcement, lock=True)
    goes_on = found is not None and found.takes_place and found.is_ahead(now)
    return await _fill(connection, announcement, now) if goes_on else []


async def leave(connection: AsyncConnection, announcement: str, who: Registrant, now: datetime) -> list[Moved]:
    """Forget somebody's answer; gives those who move up."""
    await find(connection, announcement, lock=True)
    await connection.execute(delete(registrations).where(_is(announcement, who)))
    return await fill(connection, announcement, now)


async def free(connection: AsyncConnection, person: str, now: datetime) -> None:
    """Forget all answers of a person who goes for good; those who move up are told."""
    mine_all = select(registrations.c.announcement).where(registrations.c.person == person)
    # In one order, so that two who go at once never wait for each other.
    for one in (await connection.scalars(mine_all.order_by(registrations.c.announcement))).all():
        await tell_moved(connection, one, await leave(connection, one, Registrant(person), now), now)


async def tell_moved(connection: AsyncConnection, announcement: str, moved: Sequence[Moved], now: datetime) -> None:
    """Tell those who have moved up, each once: people in Teams, guests by mail."""
    for one in moved:
        notice = Notice("seat", announcement, str(one.place))
        if one.who.person:
            await tell(connection, notice, [one.who.person], now)
        else:
            await tell_guests(connection, notice, select(registrations.c.guest).where(_is(announcement, one.who)), now)


def _is(announcement: str, who: Registrant) -> ColumnElement[bool]:
    hers = registrations.c.person == who.person if who.person else registrations.c.guest == who.guest
    return (registrations.c.announcement == announcement) & hers


async def _row(connection: AsyncConnection, announcement: str, who: Registrant) -> Row[Any] | None:
    return (await connection.execute(select(registrations).where(_is(announcement, who)))).one_or_none()


async def _keep(connection: AsyncConnection, announcement: str, who: Registrant, state: Coming, now: datetime) -> None:
    last = select(func.max(registrations.c.place)).where(registrations.c.announcement == announcement)
    place = (await connection.scalar(last) or 0) + 1
    values = {"state": state.value, "place": place, "at": now}
    if (await connection.execute(update(registrations).where(_is(announcement, who)).values(values))).rowcount:
        return
    row = values | {"id": uuid4().hex, "announcement": announcement, "person": who.person, "guest": who.guest}
    await connection.execute(registrations.insert().values(row))


async def _fill(connection: AsyncConnection, announcement: str, now: datetime) -> list[Moved]:
    free_seats = (await seats(connection, announcement)).moves_up
    waits = (registrations.c.announcement == announcement) & (registrations.c.state == Coming.WAITING.value)
    query = select(registrations).where(waits).order_by(registrations.c.place).limit(free_seats)
    rows = (await connection.execute(query)).all()
    up = registrations.c.id.in_([row.id for row in rows])
    await connection.execute(update(registrations).where(up).values(state=Coming.COMING.value, at=now))
    return [Moved(Registrant(row.person, row.guest), row.place) for row in rows]


async def of(connection: AsyncConnection, announcement: str, person: str) -> Coming | None:
    """What a person has answered; None when she has not."""
    row = await _row(connection, announcement, Registrant(person))
    return Coming(row.state) if row else None


async def of_several(
    connection: AsyncConnection, announcement: str, persons: Iterable[str]
) -> Mapping[str, tuple[Coming, int | None]]:
    """Who of these people has answered what, and as which one she waits."""
    hers = registrations.c.person.in_(sorted(set(persons)))
    query = select(registrations).where(registrations.c.announcement == announcement, hers)
    stood = {row.person: Coming(row.state) for row in (await connection.execute(query)).all()}
    waiting = [person for person, state in stood.items() if state is Coming.WAITING]
    places = {person: await queue_place(connection, announcement, person) for person in waiting}
    return {person: (state, places.get(person)) for person, state in stood.items()}


def affected(announcement: str, persons: Iterable[str], *, queue: bool) -> Select[Any]:
    """These people, and with `queue` all who wait: whose own state reads otherwise after somebody's answer."""
    ids = people.c.id.in_(sorted(set(persons)))
    waits = (registrations.c.announcement == announcement) & (registrations.c.state == Coming.WAITING.value)
    waiting = people.c.id.in_(select(registrations.c.person).where(waits, registrations.c.person.is_not(None)))
    return select(people.c.id).where(or_(ids, waiting) if queue else ids)


async def queue_place(connection: AsyncConnection, announcement: str, person: str) -> int | None:
    """As which one a person waits for a seat, 1 being the next; None when she does not wait."""
    row = await _row(connection, announcement, Registrant(person))
    if row is None or row.state != Coming.WAITING.value:
        return None
    waits = (registrations.c.announcement == announcement) & (registrations.c.state == Coming.WAITING.value)
    before = select(func.count()).where(waits, registrations.c.place <= row.place)
    return await connection.scalar(before)


async def figures(connection: AsyncConnection, announcement: str) -> Figures:
    """How many have answered what."""
    state, many = registrations.c.state, func.count()
    query = select(state, many).where(registrations.c.announcement == announcement).group_by(state)
    return Figures(**{row[0]: row[1] for row in (await connection.execute(query)).all()})


async def seats(connection: AsyncConnection, announcement: str) -> Seats:
    """How full a session is."""
    limit = await connection.scalar(select(announcements.c.seats).where(announcements.c.id == announcement))
    counted = await figures(connection, announcement)
    return Seats(limit, counted.coming, counted.waiting)


async def mine(connection: AsyncConnection, person: str, now: datetime) -> Mapping[str, Coming]:
    """What a person has answered for the sessions that have not ended, by announcement, the next one first."""
    query = (
        select(registrations.c.announcement, registrations.c.state)
        .join(announcements, announcements.c.id == registrations.c.announcement)
        .where(registrations.c.person == person, announcements.c.ends_at > now)
        .where(can_be_found())
        .order_by(announcements.c.starts_at, announcements.c.id)
    )
    return {row.announcement: Coming(row.state) for row in (await connection.execute(query)).all()}


async def people_coming(connection: AsyncConnection, announcement: str) -> list[str]:
    """The people, by id, who have a seat; guests are in `storage/guests.py`."""
    comes = (registrations.c.announcement == announcement) & (registrations.c.state == Coming.COMING.value)
    query = select(registrations.c.person).where(comes, registrations.c.person.is_not(None))
    return list((await connection.scalars(query.order_by(registrations.c.place))).all())
