"""What the tests stand on: a master key, databases that know it, and rows as they were before they were sealed."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Table, select
from sqlalchemy.ext.asyncio import AsyncConnection

from playground.teams import TENANT
from storage import vault
from storage.announcement_tables import feedback, guests
from storage.database import Database
from storage.keys import Keyring
from storage.tables import consultations, drafts, events, people, profiles, questions, requesters
from storage.vault import Box

OLD, NEW = ("old", bytes(range(32))), ("new", bytes(range(32, 64)))
KEYS = Keyring(dict([OLD]), "OT_MASTER_KEYS")
# What is sealed in each table, and which column leads to the row that names the key.
SEALED: Mapping[Table, tuple[str, ...]] = {
    people: ("object_id", "name"),
    drafts: ("step", "answers"),
    consultations: ("answers",),
    requesters: ("person", "answers"),
    profiles: ("answers",),
    questions: ("text", "asked_by", "answer"),
    events: ("note",),
    guests: ("address",),
    feedback: ("answers",),
}
THROUGH: Mapping[Table, tuple[str, Table]] = {
    profiles: ("person", people),
    questions: ("consultation", consultations),
    events: ("consultation", consultations),
}


def open_database(url: str, keys: Keyring = KEYS) -> Database:
    """A database with the tests' master key and the playground's tenant."""
    return Database(url, keys, TENANT)


async def _keys(connection: AsyncConnection, table: Table) -> dict[str, str]:
    """The key id of each row that others lead to."""
    return {row.id: row.key for row in (await connection.execute(select(table.c.id, table.c.key))).all()}


def opened(table: Table, row: Mapping[str, Any], box: Box | None) -> dict[str, Any]:
    """A row as it was written; without its key's id, since a row that was sealed anew is the same row."""
    which = str(row[next(iter(table.primary_key.columns)).name])
    names = SEALED.get(table, ())
    clear = {name: box.open(table.c[name], which, row[name]) for name in names if box and row[name] is not None}
    return {name: value for name, value in row.items() if name != "key"} | clear


async def rows(connection: AsyncConnection, table: Table) -> list[dict[str, Any]]:
    """All rows of a table, opened."""
    found = (await connection.execute(select(table))).mappings().all()
    if table not in SEALED:
        return [dict(one) for one in found]
    column, other = THROUGH.get(table, ("key", table))
    keys = await _keys(connection, other) if table in THROUGH else {}
    boxes = await vault.boxes(connection, [keys.get(one[column], one[column]) for one in found])
    return [opened(table, dict(one), boxes.get(keys.get(one[column], one[column]))) for one in found]
