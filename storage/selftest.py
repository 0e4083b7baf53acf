"""Whether the master keys are this database's own: asked before anything else is done with it."""

from uuid import uuid4

from sqlalchemy import func, select

from storage.database import Database
from storage.keys import KeyMistake, Keyring, Tampered
from storage.tables import data_keys, profiles
from storage.vault import Box


def _round_trip(keyring: Keyring) -> None:
    words, row = "päivää", uuid4().hex
    box = Box(row, bytes(32))
    opened = Box(row, keyring.unwrap(row, *keyring.wrap(row, box.key))).open(
        profiles.c.answers, row, box.seal(profiles.c.answers, row, words)
    )
    if opened != words:
        raise KeyMistake("What is sealed cannot be opened again: the library `cryptography` of this machine is broken.")


async def check_keys(database: Database) -> None:
    """Seal and open once, and unwrap one data key of each master key in use. Raises KeyMistake."""
    if database.keyring is None:
        raise KeyMistake("There are no master keys: set OT_MASTER_KEY_FILE or OT_MASTER_KEYS.")
    _round_trip(database.keyring)
    first = select(func.min(data_keys.c.id)).group_by(data_keys.c.master)
    async with database.read() as connection:
        rows = (await connection.execute(select(data_keys).where(data_keys.c.id.in_(first)))).all()
    for row in rows:
        try:
            database.keyring.unwrap(row.id, row.master, row.wrapped)
        except Tampered as wrong:
            same = f"The master key {row.master} of {database.keyring.source} is not the one of that id"
            raise KeyMistake(f"{same} with which the database was written: put the right one there.") from wrong
