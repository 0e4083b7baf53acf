"""Claim codes: by hers, and without any link to her, an anonymous requester finds her request again.

Only a salted scrypt hash is kept. A code is shown once; a new one takes the old one's place.
"""

import asyncio
import hashlib
import hmac
import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.tables import claims

# No I, O, 0 and 1: it is copied by hand. Thirty-two signs, so that sixteen of them are eighty bits.
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
GROUPS, SIGNS = 4, 4
LIFETIME = timedelta(days=180)
SALT_BYTES = 16


def new_code() -> str:
    """A code that nobody has had: four groups of four."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(SIGNS)) for _ in range(GROUPS))


def _signs(typed: str) -> str:
    return "".join(one for one in typed.upper() if one in ALPHABET)


async def _hash(code: str, salt: bytes) -> bytes:
    # In a thread: it takes a twentieth of a second on purpose.
    return await asyncio.to_thread(hashlib.scrypt, _signs(code).encode(), salt=salt, n=2**14, r=8, p=1)


async def issue(connection: AsyncConnection, consultation: str, expires_at: datetime) -> str:
    """A new code for a request, which ends any earlier one."""
    code, salt = new_code(), secrets.token_bytes(SALT_BYTES)
    await revoke(connection, consultation)
    values = {"consultation": consultation, "salt": salt, "hash": await _hash(code, salt), "expires_at": expires_at}
    await connection.execute(claims.insert().values(values))
    return code


async def is_issued(connection: AsyncConnection, consultation: str) -> bool:
    """Whether a request has a code."""
    mine = select(claims.c.consultation).where(claims.c.consultation == consultation)
    return await connection.scalar(mine) is not None


async def is_live(connection: AsyncConnection, consultation: str, now: datetime) -> bool:
    """Whether a request has a code that still works."""
    mine = select(claims.c.consultation).where(claims.c.consultation == consultation, claims.c.expires_at > now)
    return await connection.scalar(mine) is not None


async def fits(connection: AsyncConnection, consultation: str | None, code: str, now: datetime) -> bool:
    """Whether this is the code of the request; as slow for a request that there is not."""
    query = select(claims).where(claims.c.consultation == (consultation or ""), claims.c.expires_at > now)
    row = (await connection.execute(query)).one_or_none()
    salt, kept = (row.salt, row.hash) if row else (bytes(SALT_BYTES), b"")
    return hmac.compare_digest(await _hash(code, salt), kept)


async def revoke(connection: AsyncConnection, consultation: str) -> None:
    """End the code of a request."""
    await connection.execute(delete(claims).where(claims.c.consultation == consultation))


async def expire(connection: AsyncConnection, now: datetime) -> int:
    """Delete the codes that have expired. Returns how many."""
    return (await connection.execute(delete(claims).where(claims.c.expires_at <= now))).rowcount
