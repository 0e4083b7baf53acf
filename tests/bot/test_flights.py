"""One send, and what each way of refusing makes of it."""

from dataclasses import replace

import pytest

from bot.connector import Message
from bot.flights import Flights, Landed
from bot.pace import Pace
from playground import Fault
from storage.outgoing import Delivery
from tests.bot.post import Post

CARD = Message({"type": "AdaptiveCard", "version": "1.5", "body": []}, "Tiivistelmä")


class Airport:
    """Sends one delivery after another to the first person."""

    def __init__(self, post: Post) -> None:
        self.post = post
        self.pace: Pace = post.pace
        self.flights = Flights(post.connector, self.pace, post.desk.clock)
        self.chat = post.chat(1)
        self.delivery = Delivery("1", "receipt", "s", 1, "p", None, None, 1, chat=self.chat)

    async def sent(self) -> Delivery:
        """A delivery that is there and is to be replaced."""
        landed = await self.flights.send(self.delivery, CARD)
        return replace(self.delivery, conversation=self.chat.id, message=landed.result.message)

    async def send(self, delivery: Delivery) -> tuple[str, str, float]:
        """State, reason, and in how many seconds it is due again."""
        landed: Landed = await self.flights.send(delivery, CARD)
        due = landed.result.due - self.post.desk.clock.now()
        return landed.result.state, landed.result.reason, round(due.total_seconds())


@pytest.fixture
def airport(post: Post) -> Airport:
    return Airport(post)


@pytest.mark.parametrize(
    ("attempts", "told", "due"), [(1, 40, 40), (1, None, 5), (9, 40, 512), (20, 1, 900), (20, 3000, 3000)]
)
async def test_it_waits_longer_and_longer_but_never_less_than_it_is_told(
    airport: Airport, attempts: int, told: float | None, due: float
) -> None:
    airport.post.fails(503, wait=told)
    assert await airport.send(replace(airport.delivery, attempts=attempts)) == ("new", "", due)


async def test_only_what_is_about_the_tenant_holds_the_tenant(airport: Airport) -> None:
    airport.post.fails(412, wait=30)
    await airport.send(airport.delivery)
    assert airport.pace.tokens(airport.chat.tenant)
    airport.post.fails(429, wait=30)
    await airport.send(airport.delivery)
    assert airport.pace.opens_in(airport.chat.tenant) >= 30


@pytest.mark.parametrize("kind", ["cut_before", "cut_after"])
async def test_of_a_first_send_that_was_cut_nobody_knows_and_a_replacement_is_repeated(
    airport: Airport, kind: str
) -> None:
    airport.post.teams.faults.add(Fault(kind))
    assert await airport.send(airport.delivery) == ("unknown", "", 60)
    again = await airport.sent()
    # The HTTP library repeats a PUT once by itself.
    airport.post.teams.faults.add(Fault(kind, 2))
    assert await airport.send(again) == ("new", "", 5)


async def test_a_copy_in_another_chat_is_not_replaced(airport: Airport) -> None:
    elsewhere = replace(await airport.sent(), conversation="a:old")
    await airport.send(elsewhere)
    assert [one.updates for one in airport.post.teams.person(1).cards] == [0, 0]


async def test_a_copy_that_was_deleted_is_over_and_a_chat_that_is_gone_is_left(airport: Airport) -> None:
    copy = await airport.sent()
    airport.post.teams.person(1).cards[0].deleted = True
    assert (await airport.send(copy))[:2] == ("sent", "")
    airport.post.fails(404)
    assert (await airport.send(copy))[:2] == ("dead", "left")
