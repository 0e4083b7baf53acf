"""What a person wishes to hear of."""

from domain.preferences import Preferences


def test_who_has_wished_for_nothing_hears_everything_at_any_hour() -> None:
    wished = Preferences()
    assert (wished.off, wished.reminders, wished.quiet_from, wished.quiet_until) == (False, True, None, None)
    assert wished.topics_off == frozenset()
