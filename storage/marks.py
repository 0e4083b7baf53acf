"""Which subjects have changed since their reminders were planned.

A mark is written in the transaction of the change; the planner reads it after the commit and takes it away when the
job store follows. So nothing is planned that was rolled back, and nothing is forgotten in a crash.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.reminders import About
from storage.reminder_tables import marks


@dataclass(frozen=True)
class Mark:
    """A subject to be planned anew; `count` rises with each change."""

    about: About
    subject: str
    count: int


async def touch(connection: AsyncConnection, about: About, *subjects: str) -> None:
    """Have the reminders about these planned anew, once this transaction is committed."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    for subject in sorted(subjects):
        insert = dialect.insert(marks).values(about=about.value, subject=subject)
        again = insert.on_conflict_do_update(
            index_elements=[marks.c.about, marks.c.subject], set_={"count": marks.c.count + 1}
        )
        await connection.execute(again)


async def some(connection: AsyncConnection, most: int) -> list[Mark]:
    """Some of the marks."""
    rows = (await connection.execute(select(marks).limit(most))).all()
    return [Mark(About(row.about), row.subject, row._mapping["count"]) for row in rows]


async def clear(connection: AsyncConnection, done: Iterable[Mark]) -> None:
    """Take away these, but for those that have been made again meanwhile."""
    for one in done:
        same = (marks.c.about == one.about.value) & (marks.c.subject == one.subject)
        await connection.execute(delete(marks).where(same & (marks.c.count == one.count)))
