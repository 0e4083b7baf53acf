"""Whom a reminder is for: the owner of a draft, who asked, who works with it, who has registered."""

from collections.abc import Awaitable, Callable, Mapping

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.occasions import meeting_of
from domain.people import Role
from domain.registrations import Coming
from domain.reminders import About, Reader, Rule
from storage import people
from storage.announcement_tables import announcements, registrations
from storage.notice_tables import deliveries
from storage.notices import about
from storage.spreading import STANDING
from storage.tables import consultations, drafts

# None stands for the anonymous requester, whom only the identity compartment knows.
Persons = set[str | None]
Find = Callable[[AsyncConnection, str, str], Awaitable[Persons]]


async def _owner(connection: AsyncConnection, subject: str, _: str) -> Persons:
    found = await connection.scalar(select(drafts.c.owner).where(drafts.c.id == subject))
    return {found} if found else set()


async def _requester(connection: AsyncConnection, subject: str, _: str) -> Persons:
    query = select(consultations.c.owner, consultations.c.anonymous).where(consultations.c.id == subject)
    row = (await connection.execute(query)).one_or_none()
    return {row.owner} if row and (row.owner or row.anonymous) else set()


async def _secretaries(connection: AsyncConnection, _: str, group: str) -> Persons:
    return set(await people.holders(connection, Role.SECRETARY, group))


async def _group(connection: AsyncConnection, _: str, group: str) -> Persons:
    found: Persons = set()
    for role in (Role.SECRETARY, Role.CHAIR, Role.MEMBER):
        found.update(await people.holders(connection, role, group))
    return found


async def _coming(connection: AsyncConnection, subject: str, _: str) -> Persons:
    comes = (registrations.c.announcement == subject) & (registrations.c.state == Coming.COMING.value)
    query = select(registrations.c.person).where(comes, registrations.c.person.is_not(None))
    return set((await connection.scalars(query)).all())


async def _invited(connection: AsyncConnection, subject: str, _: str) -> Persons:
    answered = select(registrations.c.person).where(registrations.c.announcement == subject)
    has_it = about(subject, STANDING) & (deliveries.c.seen > 0)
    query = select(deliveries.c.person).where(has_it, deliveries.c.person.is_not(None))
    query = query.where(deliveries.c.person.not_in(answered.where(registrations.c.person.is_not(None))))
    return set((await connection.scalars(query)).all())


async def _second_readers(connection: AsyncConnection, subject: str, _: str) -> Persons:
    author = await connection.scalar(select(announcements.c.author).where(announcements.c.id == subject))
    readers = await people.holders(connection, Role.COORDINATOR, "")
    found: Persons = {*readers, *await people.holders(connection, Role.ADMINISTRATOR, "")}
    return found - {author}


async def _administrators(connection: AsyncConnection, _: str, __: str) -> Persons:
    return set(await people.holders(connection, Role.ADMINISTRATOR, ""))


FIND: Mapping[Reader, Find] = {
    Reader.OWNER: _owner,
    Reader.REQUESTER: _requester,
    Reader.SECRETARY: _secretaries,
    Reader.GROUP: _group,
    Reader.COMING: _coming,
    Reader.INVITED: _invited,
    Reader.SECOND_READERS: _second_readers,
    Reader.ADMINISTRATORS: _administrators,
}


async def _group_of(connection: AsyncConnection, about: About, subject: str) -> str:
    if about is About.MEETING:
        return meeting_of(subject)[0]
    if about is About.REQUEST:
        found = await connection.scalar(select(consultations.c.group).where(consultations.c.id == subject))
        return str(found or "")
    return subject if about is About.GROUP else ""


async def by_reader(connection: AsyncConnection, rule: Rule, subject: str) -> Mapping[Reader, Persons]:
    """Whom this rule reminds of this subject, and as what; guests are no persons of ours."""
    group = await _group_of(connection, rule.about, subject)
    return {one: await FIND[one](connection, subject, group) for one in sorted(rule.readers - {Reader.GUESTS})}


async def of(connection: AsyncConnection, rule: Rule, subject: str) -> Persons:
    """Every person, by id, whom this rule reminds of this subject, each once."""
    return set[str | None]().union(*(await by_reader(connection, rule, subject)).values())
