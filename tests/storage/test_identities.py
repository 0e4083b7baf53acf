"""That somebody asked is forgotten; what she asked stays with the group."""

from datetime import date

from sqlalchemy import func, select

from domain.consultations import Event
from storage import consultations, drafts, histories, identities, notice_tables, requesters, tables
from storage.database import Database
from storage.notices import Notice, tell
from tests.storage.facts import NOW, draft, person, sent


async def count(database: Database, table: str) -> int:
    async with database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(tables.metadata.tables[table])) or 0)


async def test_nothing_leads_from_the_request_to_her_any_more(database: Database) -> None:
    owner, secretary = await person(database, 1), await person(database, 2)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        await histories.log(connection, one.id, owner.id, Event(NOW, "sent"))
        await histories.log(connection, one.id, secretary.id, Event(NOW, "taken"))
        await tell(connection, Notice("receipt", one.id), [owner.id], NOW)
        await tell(connection, Notice("arrived", one.id), [secretary.id], NOW)
        await drafts.begin(connection, draft(owner.id, {"question": "Miten?"}, one.id), NOW)
        assert await identities.forget(connection, one.id)
        assert not await identities.forget(connection, one.id)
    async with database.read() as connection:
        found = await consultations.find(connection, one.id, owner.id)
        assert found and found.answers == {"question": "Miten?"} and found.owner is None
        assert await requesters.person_of(connection, one.id) is None
        assert await consultations.owned_by(connection, owner.id) == []
        who = (await connection.scalars(select(tables.events.c.person).order_by(tables.events.c.id))).all()
        told = (await connection.scalars(select(notice_tables.deliveries.c.person))).all()
    assert (who, told) == ([None, secretary.id], [secretary.id])
    assert await count(database, "drafts") == 0


async def test_an_anonymous_requester_is_forgotten_as_well(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, anonymous=True, meeting=date(2022, 10, 13))
    async with database.write() as connection:
        await tell(connection, Notice("receipt", one.id), [None], NOW)
        assert await identities.forget(connection, one.id)
    assert await count(database, "deliveries") == 0
    assert await count(database, "requesters") == 0
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).where(tables.data_keys.c.purpose == "identity")) == 0
