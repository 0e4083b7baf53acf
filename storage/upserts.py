"""`INSERT … ON CONFLICT DO NOTHING`, which both databases have and SQLAlchemy spells twice."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


async def insert_once(connection: AsyncConnection, table: Table, values: dict[str, Any]) -> bool:
    """Insert a row unless one with the same key is there. Returns whether it was inserted."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    statement = dialect.insert(table).values(values).on_conflict_do_nothing()
    # Without the option, SQLAlchemy does not tell how many rows an INSERT has made on PostgreSQL.
    return (await connection.execute(statement.execution_options(preserve_rowcount=True))).rowcount == 1


async def insert_all(connection: AsyncConnection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert many rows, leaving out those with a key that is there."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    if rows:
        await connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


async def insert_all_once(connection: AsyncConnection, table: Table, columns: list[str], rows: Select[Any]) -> None:
    """Insert what a query selects, leaving out rows with a key that is there; the query needs a condition."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    await connection.execute(dialect.insert(table).from_select(columns, rows).on_conflict_do_nothing())
