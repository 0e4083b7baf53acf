"""Somebody who has a card of reminders, as if the scheduler had just made it."""

from datetime import date, datetime
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import Fate, Nudge, Verdict
from domain.occurrences import Occurrence
from storage import nudges, reminders
from storage.nudges import Share
from storage.reminders import Over
from tests.storage.facts import NOW, after


def occurrence(rule: str, subject: str, key: str = "2022-10-06/5") -> Occurrence:
    """A reminder that is due now and of use for some weeks."""
    return Occurrence(NOW, rule, subject, key, date.fromisoformat(key[:10]), after(days=16, hours=12))


async def remind(
    connection: AsyncConnection, person: str | None, rule: str, *subjects: str, key: str = "2022-10-06/5"
) -> str:
    """A card with a reminder of each of these subjects by one rule. Returns its id."""
    some = [occurrence(rule, one, key) for one in subjects]
    await reminders.end(connection, [Over(one) for one in some], NOW)
    await nudges.share(connection, [Share(one, person, NOW) for one in some], NOW)
    found = (await nudges.due(connection, NOW, 999)).get(person, [])
    return await put(connection, [one for one in found if one.subject in subjects], NOW)


async def put(connection: AsyncConnection, told: list[Nudge], now: datetime) -> str:
    """A new card with these on it."""
    bundle = uuid4().hex
    await nudges.settle(connection, [Verdict(one, Fate.TELL) for one in told], bundle, now)
    return bundle
