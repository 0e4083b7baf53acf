"""Brings the database to the present schema, under a lock, before anything else uses it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy import Connection, text

from storage import vault
from storage.database import Database, Unreachable

MIGRATIONS = Path(__file__).parent / "migrations"
LOCK = 0x07B0771
PREVIEW = "0001"


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    return config


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _upgrade(connection: Connection) -> None:
    # On SQLite the transaction itself, begun IMMEDIATE, is the lock.
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    if _revision(connection) == PREVIEW:
        made = "it was made by a preview version and holds made-up cases, unencrypted"
        raise CommandError(f"{made}; move it away and start with a new one")
    command.upgrade(_config(connection), "head")


async def upgrade(database: Database) -> None:
    """Run the migrations that this database has not seen, all or none."""
    database.make_folder()
    await database.answers()
    try:
        async with database.write() as connection:
            await connection.run_sync(_upgrade)
            if database.keyring:
                await vault.make_index(connection)
    except CommandError as why:
        # Such as a database that a newer program has already changed.
        raise Unreachable(str(database.engine.url), why) from why


async def check_current(database: Database) -> None:
    """Raise Unreachable unless the database is there with the schema that this program expects."""
    await database.answers()
    if not await is_current(database):
        raise Unreachable(str(database.engine.url), "its schema is not the present one: start the service on it once")


async def is_current(database: Database) -> bool:
    """Whether the database has the schema that this program expects."""
    head = ScriptDirectory.from_config(_config()).get_current_head()
    async with database.read() as connection:
        return head == await connection.run_sync(_revision)
