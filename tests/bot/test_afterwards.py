"""What waits until the answer is out is done in its order, and to the end."""

import asyncio

import pytest

from bot.afterwards import Afterwards
from bot.connector import Gone, Throttled, Unknown


class Desk:
    """Keeps what was done."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.afterwards = Afterwards()

    def note(self, number: int, error: Exception | None = None) -> None:
        async def work() -> None:
            await asyncio.sleep(0.01 if number == 1 else 0)
            self.done.append(number)
            if error:
                raise error

        self.afterwards.do(work)


async def test_one_thing_is_done_after_the_other_and_nothing_before_its_turn() -> None:
    desk = Desk()
    for number in (1, 2, 3):
        desk.note(number)
    assert desk.done == []
    desk.afterwards.stop()
    await desk.afterwards.run()
    assert desk.done == [1, 2, 3]


@pytest.mark.parametrize("error", [Throttled(1), Gone("status 404"), Unknown()])
async def test_what_did_not_get_through_stops_nothing(error: Exception) -> None:
    desk = Desk()
    desk.note(1, error)
    desk.note(2)
    desk.afterwards.stop()
    await desk.afterwards.run()
    assert desk.done == [1, 2]


async def test_nothing_is_done_after_the_end() -> None:
    desk = Desk()
    desk.afterwards.stop()
    desk.note(1)
    await desk.afterwards.run()
    assert desk.done == []


async def test_a_bug_breaks_aloud_and_the_rest_can_be_gone_on_with() -> None:
    desk = Desk()
    desk.note(1, ZeroDivisionError())
    desk.note(2)
    desk.afterwards.stop()
    with pytest.raises(ZeroDivisionError):
        await desk.afterwards.run()
    await desk.afterwards.run()
    assert desk.done == [1, 2]
