"""People, their roles, and where each can be written to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import and_, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.people import Actor, Role, RoleGrant
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


async def _find(connection: AsyncConnection, caller: Caller) -> tuple[str, str, str | None] | None:
    query = select(people.c.id, people.c.name, people.c.language).where(
        people.c.tenant == caller.tenant, people.c.object_id == caller.object_id
    )
    row = (await connection.execute(query)).one_or_none()
    return (row.id, row.name, row.language) if row else None


async def grants_of(connection: AsyncConnection, object_id: str) -> frozenset[RoleGrant]:
    """The roles that a person holds now."""
    query = select(roles).where(roles.c.object_id == object_id, roles.c.ended_at.is_(None))
    rows = (await connection.execute(query)).all()
    return frozenset(RoleGrant(row.object_id, Role(row.role), row.group or None) for row in rows)


async def find_actor(connection: AsyncConnection, caller: Caller) -> Actor | None:
    """The person behind a press, with her roles as they are now; None when she has never been here."""
    found = await _find(connection, caller)
    if found is None:
        return None
    grants = await grants_of(connection, caller.object_id)
    return Actor(found[0], caller.tenant, caller.object_id, caller.name or found[1], found[2], grants)


async def find_by_id(connection: AsyncConnection, person: str) -> Actor | None:
    """A person by our own id, with her roles as they are now."""
    row = (await connection.execute(select(people).where(people.c.id == person))).one_or_none()
    if row is None:
        return None
    return Actor(row.id, row.tenant, row.object_id, row.name, row.language, await grants_of(connection, row.object_id))


async def meet(connection: AsyncConnection, caller: Caller, now: datetime) -> Actor:
    """The person behind a press, written down when she is new."""
    values = {"id": uuid4().hex, "first_seen": now, "tenant": caller.tenant}
    values |= {"object_id": caller.object_id, "name": caller.name}
    await insert_once(connection, people, values)
    actor = await find_actor(connection, caller)
    if actor is None:
        raise LookupError(caller.object_id)
    seen = {"name": actor.name, "locale": caller.locale}
    changed = {name: value for name, value in seen.items() if value}
    # Teams' own activities of installing often name neither.
    if changed:
        await connection.execute(update(people).where(people.c.id == actor.id).values(changed))
    return actor


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
    person = and_(people.c.tenant == caller.tenant, people.c.object_id == caller.object_id)
    same = await connection.scalar(
        select(people.c.id).where(person, people.c.name == caller.name, people.c.locale == caller.locale)
    )
    where = and_(conversations.c.id == chat.id, conversations.c.service_url == chat.service_url)
    live = select(conversations.c.id).where(where, conversations.c.ended_at.is_(None))
    return same is not None and await connection.scalar(live) is not None


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
    held = and_(roles.c.object_id == people.c.object_id, roles.c.ended_at.is_(None))
    query = select(people.c.id).join(roles, held).where(roles.c.role == role, roles.c.group == group)
    return list((await connection.scalars(query.distinct())).all())


async def language_of(connection: AsyncConnection, person: str) -> str | None:
    """The language that a person is written to in: the one she chose, else the one her Teams speaks."""
    query = select(func.coalesce(people.c.language, people.c.locale)).where(people.c.id == person)
    language: str | None = await connection.scalar(query)
    return language


async def lay_roles(
    connection: AsyncConnection, granted: frozenset[RoleGrant], now: datetime
) -> tuple[frozenset[RoleGrant], frozenset[RoleGrant]]:
    """Make the roles in the database those of the content. Returns what began and what ended."""
    rows = (await connection.execute(select(roles).where(roles.c.ended_at.is_(None)))).all()
    held = {RoleGrant(row.object_id, Role(row.role), row.group or None): row.id for row in rows}
    ended = frozenset(held) - granted
    # Ended, not deleted: who held a role, and until when, can be asked later.
    for grant in ended:
        await connection.execute(update(roles).where(roles.c.id == held[grant]).values(ended_at=now))
    for grant in granted - frozenset(held):
        row = {"id": uuid4().hex, "object_id": grant.object_id, "role": grant.role.value}
        await connection.execute(roles.insert().values(row | {"group": grant.group or "", "since": now}))
    return granted - frozenset(held), ended
