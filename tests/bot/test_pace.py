"""How fast is sent: by tenant, by conversation, and never earlier than told."""

from math import inf

from bot.pace import Limits, Pace


class Time:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def sent_within(pace: Pace, time: Time, seconds: float, tenant: str = "t") -> int:
    """How many messages to ever new conversations went out, looking every 10 ms."""
    count = 0
    for step in range(round(seconds * 100)):
        while pace.take(tenant, f"{tenant}{step}/{count}"):
            count += 1
        time.now += 0.01
    return count


def test_a_tenant_gets_so_much_a_second_and_saves_up_nothing() -> None:
    time = Time()
    pace = Pace(Limits(per_second=20), time)
    time.now += 3600
    assert [sent_within(pace, time, 0.04), sent_within(pace, time, 10)] == [1, 200]


def test_a_quick_pace_may_save_up_a_moment() -> None:
    time = Time()
    pace = Pace(Limits(per_second=1000), time)
    time.now += 3600
    assert pace.tokens("t") == 50
    assert 1000 <= sent_within(pace, time, 1) <= 1050


def test_one_tenant_does_not_eat_from_another() -> None:
    time = Time()
    pace = Pace(Limits(per_second=20), time)
    assert sent_within(pace, time, 5, "a") == 100
    assert pace.tokens("b") == 1


def test_a_conversation_has_one_message_on_its_way_and_a_second_between_two() -> None:
    time = Time()
    pace = Pace(Limits(per_second=1000, gap=1), time)
    assert pace.take("t", "c")
    time.now += 100
    assert (pace.take("t", "c"), pace.clears_in()) == (False, inf)
    pace.landed("c")
    assert (pace.take("t", "c"), pace.clears_in()) == (False, 1.0)
    time.now += 1
    assert (pace.clears_in(), pace.take("t", "c")) == (inf, True)


def test_a_conversation_rests_as_long_as_it_is_told_and_no_other_does() -> None:
    time = Time()
    pace = Pace(Limits(per_second=1000), time)
    assert pace.take("t", "c")
    pace.landed("c", 30)
    time.now += 29
    assert (pace.take("t", "c"), pace.take("t", "d")) == (False, True)
    time.now += 1
    assert pace.take("t", "c")


def test_a_held_tenant_waits_for_the_longest_it_was_told() -> None:
    time = Time()
    pace = Pace(Limits(per_second=20), time)
    for seconds in (5, 40, 10):
        pace.hold("t", seconds)
    assert 40 <= pace.opens_in("t") < 40.1
    time.now += 39.9
    assert (pace.tokens("t"), pace.tokens("u")) == (0, 1)
    time.now += 0.2
    assert pace.take("t", "c")


def test_what_rests_no_more_is_forgotten() -> None:
    time = Time()
    pace = Pace(Limits(per_second=10_000), time)
    for number in range(10_000):
        time.now += 0.01
        assert pace.take("t", str(number))
        pace.landed(str(number))
    assert len(pace._free_at) < 300
