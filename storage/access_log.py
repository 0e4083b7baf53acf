"""Who read or changed what, when and why: append-only, each line chained to the one before it.

A line's hash is an HMAC over the line and the previous hash, so that nobody who can write into the database but
has no key can change, remove, swap or insert a line unseen. A cut tail shows against a head that was told before.
"""

import hmac
import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.trace_tables import access_log

LOCK = 0x07B0772
FIRST = "0" * 64
PURGE = "purge"
PAGE = 1000
LOWEST = -(2**31)
# Ids, verbs and keys of reasons: a word that a person wrote can never be a whole line's part.
CONTENT_FREE = re.compile(r"[A-Za-z0-9-]{0,64}")


@dataclass(frozen=True)
class Line:
    """One thing done or refused. `actor` None: an anonymous requester's own doing, whose `at` is a day."""

    at: datetime
    actor: str | None
    action: str
    kind: str
    subject: str
    outcome: str
    reason: str = ""


@dataclass(frozen=True)
class Head:
    """The last line of a chain, or the place after which a chain begins."""

    seq: int = 0
    hash: str = FIRST


@dataclass(frozen=True)
class Verdict:
    """What was found: how many lines, the head, the first broken line's number, and whether a told head is there."""

    count: int
    head: Head
    broken: int | None = None
    told: bool = True

    @property
    def good(self) -> bool:
        """Whether nothing is missing or changed."""
        return self.broken is None and self.told


def _hash(key: bytes, seq: int, line: Line, previous: str) -> str:
    parts = [getattr(line, one.name) for one in fields(line)]
    parts[0] = line.at.astimezone(UTC).isoformat(timespec="microseconds")
    said = json.dumps([seq, previous, *parts], separators=(",", ":"))
    return hmac.new(key, said.encode(), sha256).hexdigest()


def _line(row: Row[Any]) -> Line:
    return Line(**{one.name: row._mapping[one.name] for one in fields(Line)})


async def chain_key(connection: AsyncConnection) -> bytes:
    """The key that this database's chain is made with: whoever lacks the master keys lacks it."""
    return await vault.secret(connection, "access-log")


async def head(connection: AsyncConnection) -> Head:
    """The last line, as far as this transaction sees."""
    query = select(access_log.c.seq, access_log.c.hash).order_by(access_log.c.seq.desc()).limit(1)
    row = (await connection.execute(query)).one_or_none()
    return Head(row.seq, row.hash) if row else Head()


async def append(connection: AsyncConnection, key: bytes, line: Line) -> Head:
    """Write down a line. Raises ValueError for one that could hold content.

    Last in its transaction: until that ends, every other one waits here.
    """
    if not all(CONTENT_FREE.fullmatch(one) for one in (line.action, line.kind, line.subject, line.reason)):
        raise ValueError("a line of the access log holds ids and keys only")
    # On SQLite a writing transaction is alone from its beginning.
    if connection.dialect.name == "postgresql":
        await connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
    last = await head(connection)
    made = Head(last.seq + 1, _hash(key, last.seq + 1, line, last.hash))
    values = {one.name: getattr(line, one.name) for one in fields(line)}
    await connection.execute(
        access_log.insert().values(values | {"seq": made.seq, "previous": last.hash, "hash": made.hash})
    )
    return made


async def _rows(connection: AsyncConnection, *wanted: ColumnElement[bool]) -> AsyncIterator[Row[Any]]:
    # From below the first number on: what somebody has put in front of the chain must be seen too.
    last = LOWEST
    while True:
        query = select(access_log).where(access_log.c.seq > last, *wanted).order_by(access_log.c.seq).limit(PAGE)
        rows = (await connection.execute(query)).all()
        for row in rows:
            yield row
        if len(rows) < PAGE:
            return
        last = rows[-1].seq


async def _beginning(connection: AsyncConnection) -> Head:
    """Where the chain goes on after a purge; the very beginning when nothing was removed, or not by a purge."""
    first = await connection.scalar(select(func.min(access_log.c.seq)))
    anchor = select(access_log).where(access_log.c.action == PURGE, access_log.c.subject == str((first or 1) - 1))
    row = (await connection.execute(anchor.order_by(access_log.c.seq).limit(1))).one_or_none()
    # The anchor is a line of the chain that begins here: if it was forged, the chain breaks at it.
    return Head(int(row.subject), row.reason) if row else Head()


async def verify(connection: AsyncConnection, key: bytes, told: str | None = None) -> Verdict:
    """Judge the whole chain; `told` is a head of an earlier time, which must still be in it."""
    last, count = await _beginning(connection), 0
    seen = told is None or told == last.hash
    async for row in _rows(connection):
        chained = (row.seq, row.previous) == (last.seq + 1, last.hash)
        if not chained or not hmac.compare_digest(row.hash, _hash(key, row.seq, _line(row), row.previous)):
            return Verdict(count, last, broken=row.seq, told=seen)
        last, count = Head(row.seq, row.hash), count + 1
        seen = seen or row.hash == told
    return Verdict(count, last, told=seen)


async def purge(connection: AsyncConnection, key: bytes, before: datetime, now: datetime) -> int:
    """Remove the lines that are all older than `before`, from the first on. Returns how many went.

    A line of the chain itself says up to where, and with which hash it goes on: the triggers let nothing else go.
    """
    younger = await connection.scalar(select(func.min(access_log.c.seq)).where(access_log.c.at >= before))
    old = access_log.c.seq < younger if younger is not None else access_log.c.seq > 0
    query = select(access_log).where(old).order_by(access_log.c.seq.desc()).limit(1)
    row = (await connection.execute(query)).one_or_none()
    if row is None:
        return 0
    await append(connection, key, Line(now, None, PURGE, "log", str(row.seq), "done", row.hash))
    return (await connection.execute(delete(access_log).where(access_log.c.seq <= row.seq))).rowcount


def about(connection: AsyncConnection, subject: str) -> AsyncIterator[Row[Any]]:
    """The lines about a request or a draft, in their order."""
    return _rows(connection, access_log.c.subject == subject, access_log.c.kind != "log")


def by(connection: AsyncConnection, actor: str) -> AsyncIterator[Row[Any]]:
    """The lines of a person, in their order; what she did anonymously is in none of them."""
    return _rows(connection, access_log.c.actor == actor)
