"""Seals and opens what is confidential: each object has a data key of its own, wrapped by a master key.

A data key lives in one row of `data_keys` and nowhere else: who deletes that row has destroyed whatever it sealed,
in every copy that is made from then on.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy import Column, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.keys import KEY_BYTES, Keyring, seal, unseal
from storage.tables import data_keys
from storage.upserts import insert_once

# One for the whole database: what it digests can be looked for without being written down.
INDEX = "index"


@dataclass(frozen=True)
class Box:
    """An object's data key: seals values into its columns, and opens them there only."""

    id: str
    key: bytes = field(repr=False)

    def seal(self, column: Column[Any], row: str, value: Any) -> bytes:
        """A JSON value, sealed for this column of this row."""
        plain = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        return seal(self.key, self._place(column, row), plain)

    def open(self, column: Column[Any], row: str, sealed: bytes) -> Any:
        """The value that was sealed for this column of this row. Raises Tampered for anything else."""
        return json.loads(unseal(self.key, self._place(column, row), sealed))

    def _place(self, column: Column[Any], row: str) -> str:
        return f"{column.table.name}|{row}|{column.name}|{self.id}"


@dataclass(frozen=True)
class Index:
    """The key of everything that is looked for by a digest."""

    key: bytes = field(repr=False)

    def digest(self, *parts: str) -> str:
        """The digest of these parts; the first says what for, so that two uses never meet."""
        # JSON and not a separator: no part can reach over into its neighbour.
        return hmac.new(self.key, json.dumps(parts).encode(), hashlib.sha256).hexdigest()


def _keyring(connection: AsyncConnection) -> Keyring:
    keyring: Keyring = connection.sync_engine.get_execution_options()["ot_keys"]
    return keyring


def home(connection: AsyncConnection) -> str:
    """The tenant whose people the service serves."""
    tenant: str = connection.sync_engine.get_execution_options()["ot_home"]
    return tenant


async def secret(connection: AsyncConnection, purpose: str) -> bytes:
    """A key for one purpose of its own, made of the index key: nothing of it is written down."""
    return hmac.new((await index(connection)).key, f"secret|{purpose}".encode(), hashlib.sha256).digest()


async def new_box(connection: AsyncConnection, purpose: str, key_id: str | None = None) -> Box:
    """A new data key, written down wrapped; `purpose` says for what kind of object."""
    box = Box(key_id or uuid4().hex, os.urandom(KEY_BYTES))
    master, wrapped = _keyring(connection).wrap(box.id, box.key)
    values = {"id": box.id, "purpose": purpose, "master": master, "wrapped": wrapped}
    await insert_once(connection, data_keys, values)
    return box


async def boxes(connection: AsyncConnection, key_ids: Iterable[str | None]) -> Mapping[str, Box]:
    """The data keys of a list of objects, by id, in one query."""
    wanted = {one for one in key_ids if one}
    if not wanted:
        return {}
    rows = (await connection.execute(select(data_keys).where(data_keys.c.id.in_(sorted(wanted))))).all()
    keyring = _keyring(connection)
    return {row.id: Box(row.id, keyring.unwrap(row.id, row.master, row.wrapped)) for row in rows}


async def box(connection: AsyncConnection, key_id: str) -> Box:
    """One data key. Raises KeyError where it has been destroyed."""
    return (await boxes(connection, [key_id]))[key_id]


async def destroy(connection: AsyncConnection, key_ids: Iterable[str | None]) -> None:
    """Destroy data keys; in the transaction in which what they sealed is deleted."""
    gone = sorted({one for one in key_ids if one})
    await connection.execute(delete(data_keys).where(data_keys.c.id.in_(gone)))


async def make_index(connection: AsyncConnection) -> None:
    """The index key of a new database; an existing one stays."""
    if await connection.scalar(select(data_keys.c.id).where(data_keys.c.id == INDEX)) is None:
        await new_box(connection, INDEX, INDEX)


async def index(connection: AsyncConnection) -> Index:
    """The index key."""
    return Index((await box(connection, INDEX)).key)
