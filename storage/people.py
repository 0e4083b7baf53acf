"""People, their roles, and where each can be written to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Actor, Role, RoleGrant
from storage import vault
from storage.tables import conversations, people, roles
from storage.upserts import insert_once


@dataclass(frozen=True)
class Conversation:
    """A chat that the bot can write into. `kind` is Teams' conversation type."""

    id: str
    kind: str
    tenant: str
    service_url: str
    bot_id: str
    person: str | None = None


@dataclass(frozen=True)
class Caller:
    """Who an activity says that she is, after its token has been checked."""

    tenant: str
    object_id: str
    name: str
    locale: str | None = None


@dataclass(frozen=True)
class Ended:
    """A role that its holder has lost; `id` is that of its row, whoever held it."""

    id: str
    role: Role
    group: str | None


async def _lookup(connection: AsyncConnection, tenant: str, object_id: str) -> str:
    return (await vault.index(connection)).digest("person", tenant, object_id)


async def _find(connection: AsyncConnection, caller: Caller) -> Row[Any] | None:
    lookup = await _lookup(connection, caller.tenant, caller.object_id)
    return (await connection.execute(select(people).where(people.c.lookup == lookup))).one_or_none()


async def _actor(connection: AsyncConnection, row: Row[Any]) -> Actor:
    box = await vault.box(connection, row.key)
    object_id = box.open(people.c.object_id, row.id, row.object_id)
    query = select(roles).where(roles.c.lookup == row.lookup, roles.c.ended_at.is_(None))
    held = (await connection.execute(query)).all()
    grants = frozenset(RoleGrant(object_id, Role(one.role), one.group or None) for one in held)
    name = box.open(people.c.name, row.id, row.name)
    guest = row.tenant != vault.home(connection)
    return Actor(row.id, row.tenant, object_id, name, row.language, grants, guest)


async def find_actor(connection: AsyncConnection, caller: Caller) -> Actor | None:
    """The person behind a press, with her roles as they are now; None when she has never been here."""
    row = await _find(connection, caller)
    if row is None:
        return None
    actor = await _actor(connection, row)
    return replace(actor, name=caller.name or actor.name)


async def find_by_id(connection: AsyncConnection, person: str) -> Actor | None:
    """A person by our own id, with her roles as they are now."""
    row = (await connection.execute(select(people).where(people.c.id == person))).one_or_none()
    return await _actor(connection, row) if row else None


async def _write_down(connection: AsyncConnection, caller: Caller, now: datetime) -> Row[Any]:
    box, person = await vault.new_box(connection, "person"), uuid4().hex
    values: dict[str, Any] = {"id": person, "key": box.id, "tenant": caller.tenant, "first_seen": now}
    values |= {"lookup": await _lookup(connection, caller.tenant, caller.object_id)}
    values |= {"object_id": box.seal(people.c.object_id, person, caller.object_id)}
    values |= {"name": box.seal(people.c.name, person, caller.name)}
    if not await insert_once(connection, people, values):
        # Somebody else's transaction has met her meanwhile.
        await vault.destroy(connection, [box.id])
    return (await connection.execute(select(people).where(people.c.lookup == values["lookup"]))).one()


async def meet(connection: AsyncConnection, caller: Caller, now: datetime) -> Actor:
    """The person behind a press, written down when she is new."""
    row = await _find(connection, caller) or await _write_down(connection, caller, now)
    box = await vault.box(connection, row.key)
    # Teams' own activities of installing often name neither.
    changed: dict[str, Any] = {"locale": caller.locale} if caller.locale else {}
    if caller.name and caller.name != box.open(people.c.name, row.id, row.name):
        changed |= {"name": box.seal(people.c.name, row.id, caller.name)}
    if changed:
        await connection.execute(update(people).where(people.c.id == row.id).values(changed))
    actor = await _actor(connection, row)
    return replace(actor, name=caller.name or actor.name)


async def names(connection: AsyncConnection, persons: Iterable[str | None]) -> Mapping[str, str]:
    """The names of people, by our own id."""
    wanted = sorted({one for one in persons if one})
    if not wanted:
        return {}
    query = select(people.c.id, people.c.key, people.c.name).where(people.c.id.in_(wanted))
    rows = (await connection.execute(query)).all()
    boxes = await vault.boxes(connection, [row.key for row in rows])
    return {row.id: boxes[row.key].open(people.c.name, row.id, row.name) for row in rows}


async def first_seen(connection: AsyncConnection, person: str) -> datetime | None:
    """When a person was here for the first time."""
    moment: datetime | None = await connection.scalar(select(people.c.first_seen).where(people.c.id == person))
    return moment


async def speak(connection: AsyncConnection, person: str, language: str | None) -> None:
    """Remember the language that a person has chosen; None follows Teams again."""
    await connection.execute(update(people).where(people.c.id == person).values(language=language))


async def remember_conversation(connection: AsyncConnection, chat: Conversation, now: datetime) -> None:
    """Store, or bring up to date, where a person or channel can be written to."""
    values: dict[str, Any] = {"kind": chat.kind, "tenant": chat.tenant, "service_url": chat.service_url}
    values |= {"bot_id": chat.bot_id, "person": chat.person, "seen_at": now, "ended_at": None}
    if not await insert_once(connection, conversations, {"id": chat.id} | values):
        await connection.execute(update(conversations).where(conversations.c.id == chat.id).values(values))


async def is_known(connection: AsyncConnection, caller: Caller, chat: Conversation) -> bool:
    """Whether all that a press tells of its sender and her chat is already written down."""
    row = await _find(connection, caller)
    if row is None or row.locale != caller.locale:
        return False
    where = and_(conversations.c.id == chat.id, conversations.c.service_url == chat.service_url)
    live = select(conversations.c.id).where(where, conversations.c.ended_at.is_(None))
    known = await names(connection, [row.id])
    return known[row.id] == caller.name and await connection.scalar(live) is not None


async def end_conversation(connection: AsyncConnection, conversation: str, now: datetime) -> None:
    """The app has been removed there: write there no more."""
    same = conversations.c.id == conversation
    await connection.execute(update(conversations).where(same).values(ended_at=now))


async def chat_with(connection: AsyncConnection, person: str) -> Conversation | None:
    """The personal chat with a person, while the app is installed for her."""
    query = (
        select(conversations)
        .where(conversations.c.person == person, conversations.c.kind == "personal")
        .where(conversations.c.ended_at.is_(None))
        .order_by(conversations.c.seen_at.desc())
        .limit(1)
    )
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return None
    return Conversation(row.id, row.kind, row.tenant, row.service_url, row.bot_id, row.person)


async def holders(connection: AsyncConnection, role: Role, group: str) -> list[str]:
    """The people, by id, who hold `role` in `group` and have been here."""
    held = and_(roles.c.lookup == people.c.lookup, roles.c.ended_at.is_(None))
    query = select(people.c.id).join(roles, held).where(roles.c.role == role, roles.c.group == group)
    return list((await connection.scalars(query.distinct())).all())


async def language_of(connection: AsyncConnection, person: str) -> str | None:
    """The language that a person is written to in: the one she chose, else the one her Teams speaks."""
    query = select(func.coalesce(people.c.language, people.c.locale)).where(people.c.id == person)
    language: str | None = await connection.scalar(query)
    return language


async def lay_roles(
    connection: AsyncConnection, granted: frozenset[RoleGrant], now: datetime
) -> tuple[frozenset[RoleGrant], frozenset[Ended]]:
    """Make the roles in the database those of the content, for people of the home tenant. What began and what ended."""
    index, home = await vault.index(connection), vault.home(connection)
    wanted = {(index.digest("person", home, one.object_id), one.role, one.group): one for one in granted}
    rows = (await connection.execute(select(roles).where(roles.c.ended_at.is_(None)))).all()
    held = {(row.lookup, Role(row.role), row.group or None): row for row in rows}
    over = [row for key, row in held.items() if key not in wanted]
    # Ended, not deleted: who held a role, and until when, can be asked later.
    await connection.execute(update(roles).where(roles.c.id.in_([row.id for row in over])).values(ended_at=now))
    begun = {key: grant for key, grant in wanted.items() if key not in held}
    for lookup, role, group in begun:
        row = {"id": uuid4().hex, "lookup": lookup, "role": role.value, "group": group or "", "since": now}
        await connection.execute(roles.insert().values(row))
    return frozenset(begun.values()), frozenset(Ended(row.id, Role(row.role), row.group or None) for row in over)
