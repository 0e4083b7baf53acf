"""Mails in the ledger: each is taken by one, written down under its fence, and none is sent again for a redrawing."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from storage import announcements, guests, mail_queue, notices, vault
from storage.announcement_tables import guests as table
from storage.database import Database
from storage.notice_tables import deliveries
from storage.notices import Notice
from storage.schema import upgrade
from tests.documents.sessions import INFO
from tests.ground import open_database
from tests.house import START

KINDS = ["guest-state"]


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """A session with a guest who waits for a mail."""
    one = open_database(database_url)
    await upgrade(one)
    async with one.write() as connection:
        await vault.make_index(connection)
        await announcements.add(connection, INFO, START)
        await guests.ask(connection, INFO.id, "vieras@example.org", "fi", START)
        await notices.tell_guests(connection, Notice("guest-state", INFO.id), select(table.c.id), START)
    yield one
    await one.close()


async def row(connection: Any) -> Any:
    return (await connection.execute(select(deliveries))).one()


async def test_it_is_taken_by_one_and_sent_once(database: Database) -> None:
    async with database.write() as connection:
        assert await mail_queue.is_due(connection, START)
        [one] = await mail_queue.take(connection, START, 10)
        assert await mail_queue.take(connection, START, 10) == []
        await mail_queue.sent(connection, one, START)
        assert not await mail_queue.is_due(connection, START + timedelta(days=1))
        assert ((await row(connection)).state, (await row(connection)).seen) == ("sent", 1)


async def test_what_lapsed_is_taken_again_counted_and_the_late_one_writes_nothing(database: Database) -> None:
    async with database.write() as connection:
        [late] = await mail_queue.take(connection, START, 10)
        after = START + mail_queue.LEASE
        [one] = await mail_queue.take(connection, after, 10)
        await mail_queue.dead(connection, late, "refused", after)
        assert (await row(connection)).state == "sending"
        await mail_queue.sent(connection, one, after)
        assert ((await row(connection)).state, (await row(connection)).doubles) == ("sent", 1)


async def test_what_could_not_be_handed_over_is_due_later_and_what_was_refused_ends(database: Database) -> None:
    async with database.write() as connection:
        [one] = await mail_queue.take(connection, START, 10)
        await mail_queue.later(connection, one, START + timedelta(minutes=1))
        assert await mail_queue.take(connection, START, 10) == []
        [again] = await mail_queue.take(connection, START + timedelta(minutes=1), 10)
        assert again.attempts == 2
        await mail_queue.dead(connection, again, "refused", START)
        assert ((await row(connection)).state, (await row(connection)).reason) == ("dead", "refused")


async def test_a_redrawing_is_noted_as_one_that_she_has_already(database: Database) -> None:
    async with database.write() as connection:
        [one] = await mail_queue.take(connection, START, 10)
        await mail_queue.sent(connection, one, START)
        await notices.redraw(connection, INFO.id, START, KINDS)
        [again] = await mail_queue.take(connection, START, 10)
        assert again.is_sent and not one.is_sent


async def test_one_that_is_redrawn_while_it_is_sent_is_looked_at_again(database: Database) -> None:
    async with database.write() as connection:
        [one] = await mail_queue.take(connection, START, 10)
        await notices.redraw(connection, INFO.id, START, KINDS)
        await mail_queue.sent(connection, one, START)
        assert await mail_queue.is_due(connection, START)


async def test_one_that_is_cancelled_on_its_way_is_not_tried_again(database: Database) -> None:
    async with database.write() as connection:
        [one] = await mail_queue.take(connection, START, 10)
        await notices.cancel(connection, INFO.id, KINDS, START)
        await mail_queue.later(connection, one, START)
        assert (await row(connection)).state == "cancelled"
        assert not await mail_queue.is_due(connection, START)
