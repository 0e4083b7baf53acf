"""A card for many is drawn once; one that breaks costs the others nothing."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.connector import Message
from bot.desk import Desk
from bot.drawing import MOST_KEPT, Drawer, Drawings, Drawn, Postponed, Withheld
from storage.outgoing import Delivery
from tests.bot.post import Post

ONE = Delivery("1", "news", "s", 1, "p", None, None, 1, language="fi")


class Easel:
    """Draws a card that says the language; knows how often."""

    def __init__(self) -> None:
        self.drawn: list[str] = []

    async def draw(self, _: Desk, connection: AsyncConnection, one: Delivery) -> Drawn | Withheld | None:
        self.drawn.append(one.id)
        if one.subject == "broken":
            await connection.execute(text("SELECT nothing FROM nowhere"))
        if one.subject == "off":
            return Withheld("off")
        return None if one.subject == "gone" else Drawn({"lang": one.language}, f"in {one.language}")

    async def keys(self, _: Desk, __: AsyncConnection, some: Sequence[Delivery]) -> Sequence[str | None]:
        return [f"{one.subject} {one.language}" if one.language else None for one in some]


@pytest.fixture
def easel() -> Easel:
    return Easel()


@pytest.fixture
def drawings(post: Post, easel: Easel) -> Drawings:
    return Drawings(post.desk, {"news": Drawer(easel.draw, easel.keys), "single": Drawer(easel.draw)})


async def test_who_shares_a_key_shares_the_very_same_bytes_also_in_the_next_batch(
    drawings: Drawings, easel: Easel
) -> None:
    batch = [replace(ONE, id=str(number), language=language) for number, language in enumerate(["fi", "sv", "fi"])]
    first, second, third = await drawings.draw(batch)
    [later] = await drawings.draw([replace(ONE, id="later")])
    assert isinstance(first, Message) and isinstance(second, Message)
    assert first is third is later
    assert json.loads(second.body)["summary"] == "in sv"
    assert easel.drawn == ["0", "1"]


async def test_without_a_key_each_is_drawn_for_itself(drawings: Drawings, easel: Easel) -> None:
    await drawings.draw([replace(ONE, id=which, kind="single") for which in "ab"])
    await drawings.draw([replace(ONE, id=which, language=None) for which in "cd"])
    assert easel.drawn == ["a", "b", "c", "d"]


async def test_what_is_withheld_says_why(drawings: Drawings) -> None:
    batch = [replace(ONE, subject="off"), replace(ONE, id="2", subject="gone"), replace(ONE, id="3", kind="gossip")]
    assert await drawings.draw(batch) == [Withheld("off"), Withheld("nothing"), Withheld("nothing")]


async def test_one_that_breaks_the_transaction_costs_the_others_nothing(drawings: Drawings) -> None:
    made = await drawings.draw(
        [replace(ONE, subject="broken"), replace(ONE, id="2"), replace(ONE, id="3", subject="off")]
    )
    assert [type(one).__name__ for one in made][1:] == ["Message", "Withheld"]
    assert isinstance(made[0], DBAPIError)


async def test_only_the_latest_drawings_are_kept(drawings: Drawings, easel: Easel) -> None:
    for number in range(MOST_KEPT + 5):
        await drawings.draw([replace(ONE, subject=str(number))])
    await drawings.draw([replace(ONE, subject=str(MOST_KEPT + 4)), replace(ONE, subject="0")])
    assert len(drawings._kept) == MOST_KEPT
    assert len(easel.drawn) == MOST_KEPT + 6


async def test_nothing_is_drawn_of_nothing(drawings: Drawings) -> None:
    assert await drawings.draw([]) == []


async def test_what_is_put_off_is_said_to_all_who_wait_for_the_same_hour(post: Post) -> None:
    until = post.desk.clock.now() + timedelta(hours=1)

    async def draw(_: Desk, __: AsyncConnection, ___: Delivery) -> Postponed:
        return Postponed(until)

    async def keys(_: Desk, __: AsyncConnection, some: Sequence[Delivery]) -> Sequence[str | None]:
        return ["later"] * len(some)

    drawings = Drawings(post.desk, {"news": Drawer(draw, keys)})
    assert await drawings.draw([ONE, replace(ONE, id="2")]) == [Postponed(until)] * 2
