"""A person's rights: all that is kept of her as one document, and erasing it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.consultations import Consultation, Status
from domain.reminders import About
from domain.retention import end_of, is_over
from storage import (
    consultations,
    drafts,
    feedback,
    histories,
    identities,
    marks,
    nudges,
    people,
    preferences,
    registrations,
    requesters,
    vault,
)
from storage.announcement_tables import addresses, announcements, listed_people, team_members, teams
from storage.announcement_tables import registrations as answers
from storage.erasures import Erasure
from storage.notice_tables import deliveries, notices
from storage.notices import redraw
from storage.tables import consultations as requests
from storage.tables import conversations, events, profiles
from storage.tables import people as persons

Document = dict[str, Any]
# A request that has no meeting comes to its end by silence.
SILENCE_DAYS = 30
QUIET = ("quiet_from", "quiet_until")


async def export(connection: AsyncConnection, person: str) -> Document:
    """All that is kept of a person, for her; empty when there is nobody."""
    actor = await people.find_by_id(connection, person)
    if actor is None:
        return {}
    owned = await consultations.owned_by(connection, person, None)
    return {
        "person": {"id": actor.id, "tenant": actor.tenant, "object_id": actor.object_id, "name": actor.name},
        "first_seen": await people.first_seen(connection, person),
        "language": await people.language_of(connection, person),
        "roles": [{"role": one.role, "group": one.group} for one in sorted(actor.grants, key=str)],
        "known": await drafts.profile(connection, person),
        "chats": await _all(connection, select(conversations).where(conversations.c.person == person)),
        "drafts": [asdict(one) for one in await drafts.all_of(connection, person)],
        "requests": [await _request(connection, one) for one in owned],
        "told": await _all(connection, _told(person)),
        "reminded": await nudges.export(connection, person),
        "preferences": await _wishes(connection, person),
        **await _announced(connection, person),
    }


async def _wishes(connection: AsyncConnection, person: str) -> Document:
    wished = await preferences.find(connection, person)
    quiet = {name: clock.isoformat("minutes") if (clock := getattr(wished, name)) else None for name in QUIET}
    return asdict(wished) | quiet | {"topics_off": sorted(wished.topics_off)}


async def _announced(connection: AsyncConnection, person: str) -> Document:
    hers = (answers.c.announcement, answers.c.state, answers.c.at)
    lists = select(listed_people.c.announcement).where(listed_people.c.person == person)
    digests = select(addresses.c.digest).where(addresses.c.person == person)
    wrote = select(announcements.c.id).where(announcements.c.author == person)
    read = select(announcements.c.id).where(announcements.c.approver == person)
    one_of = select(teams.c.name).join(team_members).join(persons, persons.c.lookup == team_members.c.lookup)
    named = {"lists": lists, "addresses": digests, "announced": wrote, "approved": read}
    return {
        "registrations": await _all(connection, select(*hers).where(answers.c.person == person)),
        "feedback_given": await feedback.given_by(connection, person),
        "teams": await _column(connection, one_of.where(persons.c.id == person)),
        **{name: await _column(connection, query) for name, query in named.items()},
    }


async def _request(connection: AsyncConnection, one: Consultation) -> Document:
    return asdict(one) | {"requester": await requesters.answers_of(connection, one.id)}


async def _all(connection: AsyncConnection, query: Any) -> list[Document]:
    return [dict(row) for row in (await connection.execute(query)).mappings().all()]


async def _column(connection: AsyncConnection, query: Select[Any]) -> list[str]:
    return sorted((await connection.scalars(query)).all())


def _told(person: str) -> Any:
    what = (notices.c.kind, notices.c.subject, notices.c.created_at, deliveries.c.state)
    return select(*what).join(deliveries, deliveries.c.notice == notices.c.id).where(deliveries.c.person == person)


def under_way(owned: Sequence[Consultation], today: date) -> list[Consultation]:
    """Those of a person's requests that a group may still have to answer: not withdrawn, and not yet met about."""
    return [one for one in owned if one.is_open and not _met(one, today)]


def _met(one: Consultation, today: date) -> bool:
    last = max((event.at.date() for event in one.events), default=one.sent_at.date())
    return today > one.meeting if one.meeting else is_over(end_of(None, last), SILENCE_DAYS, today)


async def forget_known(connection: AsyncConnection, person: str) -> None:
    """Forget what a person wrote about herself, to be offered again."""
    await connection.execute(delete(profiles).where(profiles.c.person == person))


async def _hand_back(connection: AsyncConnection, person: str) -> None:
    """What she had taken waits for another secretary, whose cards must not go on naming her."""
    held = requests.c.handler == person
    rows = (await connection.execute(select(requests.c.id, requests.c.status, requests.c.sent_at).where(held))).all()
    await connection.execute(update(requests).where(held).values(handler=None, version=requests.c.version + 1))
    for row in rows:
        if row.status == Status.TAKEN.value:
            anew = update(requests).where(requests.c.id == row.id).values(status=Status.NEW.value)
            await connection.execute(anew)
            await marks.touch(connection, About.REQUEST, row.id)
        await redraw(connection, row.id, row.sent_at)


async def erase(connection: AsyncConnection, person: str, now: datetime) -> Erasure | None:
    """Erase a person: her name and ids, her drafts, chats and wishes, and that she was the one who asked.

    What a group has dealt with stays, without her; her seats go to those who wait. None when there is nobody.
    """
    key = await connection.scalar(select(persons.c.key).where(persons.c.id == person))
    if key is None:
        return None
    for one in await consultations.owned_by(connection, person, None):
        await identities.forget(connection, one.id)
    await drafts.remove_all(connection, person)
    await registrations.free(connection, person, now)
    await feedback.unname(connection, person)
    await preferences.forget(connection, person)
    await nudges.forget(connection, person)
    for table in (profiles, conversations, deliveries, addresses, listed_people):
        await connection.execute(delete(table).where(table.c.person == person))
    # What she did as a secretary stays done, by nobody named.
    await histories.unsign(connection, person)
    await connection.execute(update(events).where(events.c.person == person).values(person=None))
    await _hand_back(connection, person)
    for column in (announcements.c.author, announcements.c.approver):
        await connection.execute(update(announcements).where(column == person).values({column: None}))
    hers = select(persons.c.lookup).where(persons.c.id == person)
    await connection.execute(delete(team_members).where(team_members.c.lookup.in_(hers)))
    await connection.execute(delete(persons).where(persons.c.id == person))
    await vault.destroy(connection, [key])
    return Erasure("person", person)
