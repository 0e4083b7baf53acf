"""What the ledger's tables promise by their shape."""

from typing import Any

import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from storage.database import Database
from storage.notice_tables import WAITING, deliveries
from storage.notices import Notice
from storage.schema import upgrade
from tests.storage.facts import NOW
from tests.storage.ledger import reachable, rows, tell


async def _another(database: Database, **values: Any) -> None:
    [row] = [one for one in await rows(database) if one["person"]]
    async with database.write() as connection:
        await connection.execute(insert(deliveries).values({**row, "id": "another", "person": None} | values))


async def test_each_target_has_one_delivery_of_a_notice(database: Database) -> None:
    await tell(database, Notice("receipt", "c1"), one := await reachable(database, 1))
    await _another(database)
    for values in ({"person": one.id}, {}):
        with pytest.raises(IntegrityError):
            await _another(database, id="third", **values)
    await _another(database, id="guest 1", guest="g1")
    await _another(database, id="guest 2", guest="g2")
    with pytest.raises(IntegrityError):
        await _another(database, id="guest 3", guest="g2")


async def test_what_is_due_is_found_by_its_index(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    await upgrade(database)
    query = f"EXPLAIN QUERY PLAN SELECT id FROM deliveries WHERE {WAITING.text} AND tenant = 't' AND due_at <= :now"
    async with database.read() as connection:
        plan = (await connection.execute(text(query), {"now": str(NOW)})).all()
    await database.close()
    assert "USING INDEX ix_deliveries_waiting (tenant=? AND due_at<?)" in str(plan)
