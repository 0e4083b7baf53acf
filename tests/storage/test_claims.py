"""Claim codes: strong, shown once, kept as a hash, and of one request only."""

import math
import re

from sqlalchemy import select

from storage import claims, tables
from storage.claims import ALPHABET, GROUPS, SIGNS, new_code
from storage.database import Database
from tests.storage.facts import NOW, after, person, sent

UNTIL = after(days=180)


async def issued(database: Database, *, number: int = 1) -> tuple[str, str]:
    """A request and its code."""
    one = await sent(database, (await person(database)).id, number, anonymous=True)
    async with database.write() as connection:
        return one.id, await claims.issue(connection, one.id, UNTIL)


async def fits(database: Database, which: str | None, code: str, days: int = 0) -> bool:
    async with database.read() as connection:
        return await claims.fits(connection, which, code, after(days=days))


def test_a_code_has_more_than_seventy_five_bits_and_no_sign_that_is_taken_for_another() -> None:
    assert math.log2(len(set(ALPHABET)) ** (GROUPS * SIGNS)) >= 75
    assert not set("IO01") & set(ALPHABET)
    codes = {new_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(re.fullmatch(r"[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}", one) for one in codes)


async def test_a_code_opens_its_own_request_however_it_is_written(database: Database) -> None:
    which, code = await issued(database)
    other, _ = await issued(database, number=2)
    for written in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code}. "):
        assert await fits(database, which, written), written
    for wrong in ("", "-", code[:-1], code[:-1] + ("2" if code[-1] != "2" else "3"), new_code()):
        assert not await fits(database, which, wrong), wrong
    assert not await fits(database, other, code)
    assert not await fits(database, None, code)
    assert not await fits(database, "nothing", code)


async def test_a_code_is_kept_as_a_salted_hash_only(database: Database) -> None:
    which, code = await issued(database)
    other, _ = await issued(database, number=2)
    async with database.read() as connection:
        rows = {row.consultation: row for row in (await connection.execute(select(tables.claims))).all()}
    assert len({rows[which].salt, rows[other].salt}) == 2
    for written in (code, code.replace("-", "")):
        assert written.encode() not in b"".join([rows[which].salt, rows[which].hash])


async def test_a_code_works_until_its_day_and_is_then_forgotten(database: Database) -> None:
    which, code = await issued(database)
    assert [await fits(database, which, code, days) for days in (179, 180)] == [True, False]
    async with database.write() as connection:
        live = [await claims.is_live(connection, which, after(days=days)) for days in (179, 180)]
        assert live == [True, False] and not await claims.is_live(connection, "nothing", NOW)
        gone = [await claims.expire(connection, after(days=days)) for days in (179, 180, 181)]
        assert not await claims.is_issued(connection, which)
    assert gone == [0, 1, 0]


async def test_a_new_code_takes_the_place_of_the_old_one(database: Database) -> None:
    which, old = await issued(database)
    async with database.write() as connection:
        new = await claims.issue(connection, which, UNTIL)
    assert [await fits(database, which, code) for code in (old, new)] == [False, True]
    async with database.write() as connection:
        assert await claims.is_issued(connection, which)
        await claims.revoke(connection, which)
        assert not await claims.fits(connection, which, new, NOW)
