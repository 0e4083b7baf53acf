"""Draws what is to be sent: once for all whose copies are the same, and kept for those that follow."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.connector import Message
from bot.desk import Desk
from cards.elements import Card
from storage.outgoing import Delivery

MOST_KEPT = 200


@dataclass(frozen=True)
class Drawn:
    """A card with its notification text."""

    card: Card
    summary: str


@dataclass(frozen=True)
class Withheld:
    """Nothing is to be sent; `reason` is the key that says why, such as `off`. `halted`: until it goes on."""

    reason: str = "nothing"
    halted: bool = False


@dataclass(frozen=True)
class Postponed:
    """Not now: the target is to be left in peace until then."""

    until: datetime


Draw = Callable[[Desk, AsyncConnection, Delivery], Awaitable[Drawn | Withheld | Postponed | None]]
Keys = Callable[[Desk, AsyncConnection, Sequence[Delivery]], Awaitable[Sequence[str | None]]]


async def one_by_one(_: Desk, __: AsyncConnection, deliveries: Sequence[Delivery]) -> Sequence[str | None]:
    """No two copies are the same."""
    return [None] * len(deliveries)


@dataclass(frozen=True)
class Drawer:
    """How the deliveries of one kind are drawn; `draw` gives None where its subject is gone.

    `keys` names for each delivery of a batch the drawing that it shares with others, or None. A key holds all that
    the card depends on: the subject, its version, the language, what is personal.
    """

    draw: Draw
    keys: Keys = one_by_one


Ready = Message | Withheld | Postponed
Made = Ready | BaseException


class Drawings:
    """Draws by the kind of the notice; `drawers` holds one for each. An unknown kind is withheld."""

    def __init__(self, desk: Desk, drawers: Mapping[str, Drawer]) -> None:
        self._desk = desk
        self._drawers = drawers
        self._kept: dict[tuple[str, str], Ready] = {}

    async def draw(self, deliveries: Sequence[Delivery]) -> list[Made]:
        """What each is sent; of one that breaks, its error."""
        if not deliveries:
            return []
        [made] = await asyncio.gather(self._together(deliveries), return_exceptions=True)
        if not isinstance(made, BaseException):
            return list(made)
        # One has broken the transaction for all: so each gets its own.
        return [await self._alone(one) for one in deliveries]

    async def _alone(self, delivery: Delivery) -> Made:
        [made] = await asyncio.gather(self._together([delivery]), return_exceptions=True)
        return made if isinstance(made, BaseException) else made[0]

    async def _together(self, deliveries: Sequence[Delivery]) -> list[Ready]:
        async with self._desk.database.read() as connection:
            keys = await self._keys(connection, deliveries)
            return [await self._one(connection, one, keys.get(one.id)) for one in deliveries]

    async def _keys(self, connection: AsyncConnection, deliveries: Sequence[Delivery]) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for kind in sorted({one.kind for one in deliveries} & self._drawers.keys()):
            some = [one for one in deliveries if one.kind == kind]
            keys = await self._drawers[kind].keys(self._desk, connection, some)
            found |= {one.id: key for one, key in zip(some, keys, strict=True)}
        return found

    async def _one(self, connection: AsyncConnection, one: Delivery, key: str | None) -> Ready:
        if key is None:
            return await self._new(connection, one)
        place = (one.kind, key)
        if place not in self._kept:
            # The oldest goes: while a broadcast runs, its few drawings are all made within the last moments.
            for old in list(self._kept)[: max(0, len(self._kept) + 1 - MOST_KEPT)]:
                del self._kept[old]
            self._kept[place] = await self._new(connection, one)
        return self._kept[place]

    async def _new(self, connection: AsyncConnection, one: Delivery) -> Ready:
        drawer = self._drawers.get(one.kind)
        drawn = await drawer.draw(self._desk, connection, one) if drawer else None
        if isinstance(drawn, Drawn):
            return Message(drawn.card, drawn.summary)
        return drawn or Withheld()
