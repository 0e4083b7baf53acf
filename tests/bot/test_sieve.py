"""What may go out now is chosen, what must wait is passed over, what only needs to end costs nothing."""

from bot.pace import Limits, Pace
from bot.sieve import Sieve
from storage.outgoing import Delivery
from storage.people import Conversation


def delivery(which: str, chat: str | None) -> Delivery:
    where = Conversation(chat, "personal", "t", "http://127.0.0.1/", "28:bot", "p") if chat else None
    return Delivery(which, "receipt", "c1", 1, "p", None, None, 1, chat=where)


def chosen(sieve: Sieve, *due: tuple[str, str | None]) -> list[str]:
    sieve.sift([delivery(*one) for one in due])
    return [one.id for one in sieve.chosen]


def pace() -> Pace:
    return Pace(Limits(per_second=1000))


def test_no_more_are_chosen_than_may_go_out_and_what_only_ends_is_not_counted() -> None:
    sieve = Sieve(pace(), [], 2)
    assert chosen(sieve, ("1", "a"), ("2", None), ("3", "b"), ("4", "c"), ("5", None)) == ["1", "2", "3"]
    assert sieve.is_full


def test_a_conversation_gets_one_at_a_time() -> None:
    sieve = Sieve(pace(), [], 9)
    assert chosen(sieve, ("1", "a"), ("2", "a"), ("3", "b")) == ["1", "3"]
    assert (sieve.is_full, sieve.busy) == (False, {"a"})
    assert set(sieve.passed.deliveries) == {"1", "2", "3"}


def test_what_is_on_its_way_is_not_sent_beside_itself() -> None:
    assert chosen(Sieve(pace(), ["1"], 9), ("1", "a"), ("2", "b")) == ["2"]


def test_a_tenant_that_is_held_gets_nothing() -> None:
    held = pace()
    held.hold("t", 60)
    assert chosen(Sieve(held, [], 9), ("1", "a"), ("2", None)) == ["2"]


def test_it_does_not_look_for_ever() -> None:
    sieve = Sieve(pace(), [], 1)
    chosen(sieve, *((str(number), None) for number in range(2000)))
    assert sieve.is_full and len(sieve.chosen) <= 1001
