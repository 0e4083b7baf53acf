"""Rotates the master key: every data key is wrapped anew by the first key of the ring; what it sealed stays."""

from sqlalchemy import bindparam, select, update

from storage.database import Database
from storage.keys import KeyMistake
from storage.tables import data_keys

BATCH = 500


async def rotate(database: Database, batch: int = BATCH) -> int:
    """Wrap all data keys anew, a batch a transaction, so that it can be killed and begun again. Returns how many."""
    rewrapped = 0
    while count := await _one_batch(database, batch):
        rewrapped += count
    return rewrapped


async def _one_batch(database: Database, batch: int) -> int:
    keyring = database.keyring
    if keyring is None:
        raise KeyMistake("There are no master keys: set OT_MASTER_KEY_FILE or OT_MASTER_KEYS.")
    old = select(data_keys).where(data_keys.c.master != keyring.writing).order_by(data_keys.c.id).limit(batch)
    async with database.write() as connection:
        rows = (await connection.execute(old.with_for_update())).all()
        anew = [(row.id, *keyring.wrap(row.id, keyring.unwrap(row.id, row.master, row.wrapped))) for row in rows]
        if anew:
            same = update(data_keys).where(data_keys.c.id == bindparam("which"))
            values = same.values(master=bindparam("by"), wrapped=bindparam("bytes"))
            await connection.execute(values, [{"which": one, "by": by, "bytes": key} for one, by, key in anew])
    return len(anew)
