"""Gives a request its claim code."""

from datetime import date, timedelta

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Turn
from cards.claims import Claim
from domain.consultations import Consultation
from domain.moments import at_midnight
from storage import claims


async def new_claim(desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation) -> Claim:
    """A new code for an anonymous request, and the last day on which it works."""
    ends: date = desk.today(turn.now) + claims.LIFETIME
    replaces = await claims.is_issued(connection, found.id)
    code = await claims.issue(connection, found.id, at_midnight(ends, desk.content.centre.zone))
    return Claim(code, ends - timedelta(days=1), replaces)
