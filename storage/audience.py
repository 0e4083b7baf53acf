"""Whom an announcement reaches, and whom not and why.

Each is one query, whatever the mix: a hundred thousand people are chosen and counted by the database.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, func, insert, literal, or_, select, union
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import Announcement
from storage import vault
from storage.announcement_tables import addresses, listed_people, preferences, team_members, topics_off
from storage.tables import conversations, people
from storage.upserts import insert_all, insert_once

# Databases take only so many values in one statement.
BATCH = 500


@dataclass(frozen=True)
class Reach:
    """How many people an announcement reaches, how many it does not reach and why, and how many channels.

    `without_app`: named by a team or a list, and the app is not installed for them. `off`: they want nothing.
    """

    people: int = 0
    without_app: int = 0
    off: int = 0
    channels: int = 0


def _with_app() -> Select[Any]:
    personal = (conversations.c.kind == "personal") & conversations.c.ended_at.is_(None)
    return select(conversations.c.person).where(personal, conversations.c.person.is_not(None))


def _off() -> Select[Any]:
    return select(preferences.c.person).where(preferences.c.off)


def _deaf(topics: Iterable[str]) -> Select[Any]:
    # Of no topic at all nobody can have had enough.
    named = sorted(set(topics))
    left = select(topics_off.c.person).where(topics_off.c.topic.in_(named)).group_by(topics_off.c.person)
    return left.having(func.count() == len(named))


def _hear(topics: Iterable[str]) -> Select[Any]:
    return select(people.c.id).where(people.c.id.in_(_with_app()), people.c.id.not_in(_deaf(topics)))


def _members(teams: Sequence[str]) -> Select[Any]:
    return select(team_members.c.lookup).where(team_members.c.team.in_(sorted(set(teams))))


def _listed(announcement: str) -> Select[Any]:
    return select(listed_people.c.person).where(listed_people.c.announcement == announcement)


def _ways(one: Announcement, everyone: ColumnElement[bool]) -> ColumnElement[bool]:
    ways: list[ColumnElement[bool]] = [people.c.id.in_(_listed(one.id))]
    if one.audience.everyone:
        ways.append(everyone)
    if one.audience.teams:
        ways.append(people.c.lookup.in_(_members(one.audience.teams)))
    return or_(*ways)


def persons(announcement: Announcement) -> Select[Any]:
    """The people, by id and each once, to whom the announcement goes.

    Those named by a team or a list are among them without the app too: the ledger then says that it is not installed,
    and they get it when it is. `everyone` has the app by its meaning.
    """
    return select(people.c.id).where(
        _ways(announcement, people.c.id.in_(_hear(announcement.topics))), people.c.id.not_in(_off())
    )


def channels(announcement: Announcement) -> Select[Any]:
    """The channels, by the id of their conversation, to which the announcement goes."""
    chosen = conversations.c.id.in_(sorted(set(announcement.audience.channels)))
    live = (conversations.c.kind == "channel") & conversations.c.ended_at.is_(None)
    return select(conversations.c.id).where(chosen, live)


def meant(announcement: Announcement) -> Select[Any]:
    """The people, by id, for whom the announcement is, whether the app is there at this moment or not."""
    return select(people.c.id).where(_ways(announcement, people.c.id.not_in(_deaf(announcement.topics))))


def _without_app(one: Announcement) -> Select[Any]:
    listed = select(people.c.lookup).where(people.c.id.in_(_listed(one.id)))
    named = union(listed, _members(one.audience.teams)).subquery()
    # A member of a team whom the service has never met is known by her digest only.
    others = select(people.c.lookup).where(or_(people.c.id.in_(_with_app()), people.c.id.in_(_off())))
    return select(named.c.lookup).where(named.c.lookup.not_in(others))


async def _count(connection: AsyncConnection, query: Select[Any]) -> int:
    return await connection.scalar(select(func.count()).select_from(query.subquery())) or 0


async def reach(connection: AsyncConnection, announcement: Announcement) -> Reach:
    """How many would be reached if it went out now; everybody is counted once, those who want nothing as such."""
    reached = persons(announcement).where(people.c.id.in_(_with_app()))
    silent = select(people.c.id).where(
        _ways(announcement, people.c.id.in_(_hear(announcement.topics))), people.c.id.in_(_off())
    )
    return Reach(
        people=await _count(connection, reached),
        without_app=await _count(connection, _without_app(announcement)),
        off=await _count(connection, silent),
        channels=await _count(connection, channels(announcement)),
    )


async def why(connection: AsyncConnection, announcement: Announcement, person: str) -> frozenset[str]:
    """Why a person gets an announcement: of `topic`, `team` and `list` those that hold for her."""
    ways: dict[str, ColumnElement[bool]] = {"list": people.c.id.in_(_listed(announcement.id))}
    if announcement.audience.everyone:
        ways["topic"] = people.c.id.in_(_hear(announcement.topics))
    if announcement.audience.teams:
        ways["team"] = people.c.lookup.in_(_members(announcement.audience.teams))
    held = [select(literal(name)).select_from(people).where(people.c.id == person, way) for name, way in ways.items()]
    return frozenset((await connection.scalars(union(*held))).all())


def _normal(address: str) -> str:
    return address.strip().lower()


async def _digests(connection: AsyncConnection, written: Iterable[str]) -> dict[str, str]:
    """What was written, by the digest of its address; of the same address the first."""
    index = await vault.index(connection)
    told: dict[str, str] = {}
    for one in written:
        if _normal(one):
            told.setdefault(index.digest("address", _normal(one)), one.strip())
    return told


async def list_addresses(connection: AsyncConnection, announcement_id: str, written: Sequence[str]) -> list[str]:
    """Add to an announcement's list whoever has one of these e-mail addresses; gives those that are nobody's."""
    told = await _digests(connection, written)
    owners = await _owners(connection, list(told))
    listed = [{"announcement": announcement_id, "person": person} for person in owners.values()]
    for begin in range(0, len(listed), BATCH):
        await insert_all(connection, listed_people, listed[begin : begin + BATCH])
    return [one for digest, one in told.items() if digest not in owners]


async def unmatched(connection: AsyncConnection, written: Sequence[str]) -> list[str]:
    """Those of these e-mail addresses that are nobody's; keeps nothing of them."""
    told = await _digests(connection, written)
    owners = await _owners(connection, list(told))
    return [one for digest, one in told.items() if digest not in owners]


async def _owners(connection: AsyncConnection, digests: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for begin in range(0, len(digests), BATCH):
        query = select(addresses).where(addresses.c.digest.in_(digests[begin : begin + BATCH]))
        found |= {row.digest: row.person for row in (await connection.execute(query)).all()}
    return found


async def listed(connection: AsyncConnection, announcement_id: str) -> int:
    """How many people stand on an announcement's list."""
    return await _count(connection, _listed(announcement_id))


async def clear_list(connection: AsyncConnection, announcement_id: str) -> None:
    """Take everybody off an announcement's list."""
    await connection.execute(delete(listed_people).where(listed_people.c.announcement == announcement_id))


async def copy_list(connection: AsyncConnection, of: str, to: str) -> None:
    """Give a copy of an announcement, that has no list yet, the list of the first."""
    rows = select(literal(to), listed_people.c.person).where(listed_people.c.announcement == of)
    await connection.execute(insert(listed_people).from_select(["announcement", "person"], rows))


async def know_address(connection: AsyncConnection, person: str, address: str) -> None:
    """Remember, as a digest, that a person is found by this e-mail address."""
    for digest in await _digests(connection, [address]):
        await insert_once(connection, addresses, {"digest": digest, "person": person})
