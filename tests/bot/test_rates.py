"""Who asks too often waits for an hour."""

from dataclasses import dataclass

import pytest

import bot.rates
from bot.rates import Rates


@dataclass
class Hand:
    """A clock that is turned by hand."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_each_key_is_let_through_so_many_times_an_hour() -> None:
    hand = Hand()
    rates = Rates(2, hand)
    assert [rates.allows("a") for _ in range(3)] == [True, True, False]
    assert rates.allows("b")
    hand.now = 3599
    assert not rates.allows("a")
    hand.now = 3600
    assert [rates.allows("a") for _ in range(3)] == [True, True, False]


def test_a_flood_of_different_ones_lets_nobody_new_through_until_it_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.rates, "MOST_KEYS", 3)
    hand = Hand()
    rates = Rates(5, hand)
    assert [rates.allows(key) for key in "abcda"] == [True, True, True, False, True]
    hand.now = 7200
    assert rates.allows("d")
