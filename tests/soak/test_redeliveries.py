"""The same re-deliveries and the same two secretaries as `python -m tests.soak`, fewer of them."""

from tests.soak import redeliveries, secretaries
from tests.soak.interleavings import house_without_limits
from tests.soak.secretaries import house_of_two


async def test_what_is_delivered_again_has_one_effect_with_every_verb_on_every_surface(database_url: str) -> None:
    async with house_without_limits(database_url) as house:
        figures = await redeliveries.play(house, 20220920, (2, 1), 1)
    assert figures.problems == []
    assert figures["redeliveries"] > 100


def test_every_verb_that_changes_something_is_delivered_again() -> None:
    assert redeliveries.missing() == set()


async def test_two_secretaries_on_one_request_lose_nothing_of_each_other(database_url: str) -> None:
    async with house_of_two(database_url) as house:
        figures = await secretaries.play(house, 20220920, 20)
    assert figures.problems == []
    assert figures["acknowledged"] >= 60
