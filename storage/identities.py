"""Forgetting who asked: the identity compartment of a request goes, and whatever leads to her; the case stays."""

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import drafts, requesters
from storage.notice_tables import deliveries, notices
from storage.notices import TO_REQUESTER
from storage.tables import consultations, events


async def forget(connection: AsyncConnection, consultation: str) -> bool:
    """Destroy all that says who asked. Returns whether anything did. The claim code still opens the request."""
    known = await requesters.person_of(connection, consultation)
    hers = (events.c.consultation == consultation) & (events.c.person == known)
    await connection.execute(update(events).where(hers).values(person=None))
    told = (notices.c.subject == consultation) & notices.c.kind.in_(sorted(TO_REQUESTER))
    about = select(notices.c.id).where(told)
    await connection.execute(delete(deliveries).where(deliveries.c.notice.in_(about)))
    await connection.execute(delete(notices).where(told))
    await drafts.forget(connection, consultation)
    await connection.execute(update(consultations).where(consultations.c.id == consultation).values(owner=None))
    await requesters.erase(connection, consultation)
    return known is not None
