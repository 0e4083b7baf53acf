"""What was erased before a restore is erased again after it."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.registrations import Coming
from storage import access_log, consultations, drafts, guests, people
from storage.database import Database
from storage.erasures import Erasure
from storage.notice_tables import deliveries, notices
from storage.replay import replay
from storage.trace_tables import access_log as log_table
from tests.storage.facts import NOW, draft, person, sent
from tests.storage.meets import lay, session
from tests.storage.test_guests import coming


async def test_whatever_the_list_names_goes_and_the_rest_stays(database: Database) -> None:
    gone, stays = await person(database, 1), await person(database, 2)
    one, other = await sent(database, stays.id, 1), await sent(database, stays.id, 2)
    async with database.write() as connection:
        dropped = await drafts.begin(connection, draft(stays.id), NOW)
        kept = await drafts.begin(connection, draft(stays.id), NOW)
    listed = [Erasure("person", gone.id), Erasure("consultation", one.id), Erasure("draft", dropped.id)]
    async with database.write() as connection:
        assert await replay(connection, listed, NOW) == 3
        assert await replay(connection, [*listed, Erasure("person", "never")], NOW) == 0
        assert await log_lines(connection) == [("erased-again", "3")]
        assert await people.find_by_id(connection, gone.id) is None
        assert await consultations.find(connection, one.id) is None
        assert await consultations.find(connection, other.id) is not None
        assert [left.id for left in await drafts.all_of(connection, stays.id)] == [kept.id]
        assert (await access_log.verify(connection, await access_log.chain_key(connection))).good


async def test_a_guest_who_cancelled_goes_again_and_her_seat_is_the_next_ones(database: Database) -> None:
    await lay(database, session(1))
    gone, _, _ = await coming(database, "vieras@example.fi")
    second, _, _ = await coming(database, "toinen@example.fi")
    async with database.write() as connection:
        assert await replay(connection, [Erasure("guest", gone)] * 2, NOW) == 1
        assert await guests.find(connection, gone) is None
        assert await guests.of(connection, second) is Coming.COMING
        told = select(deliveries.c.guest).join(notices).where(notices.c.kind == "seat")
        assert (await connection.scalars(told)).all() == [second]


async def log_lines(connection: AsyncConnection) -> list[tuple[str, str]]:
    rows = (await connection.execute(select(log_table.c.action, log_table.c.reason).order_by(log_table.c.seq))).all()
    return [(row.action, row.reason) for row in rows]
