"""Puts the parts of the reminders together."""

from collections.abc import Callable, Mapping

from domain.clock import Clock
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from scheduling.subjects import Almanac
from storage.database import Database


def reminders_of(
    database: Database, clock: Clock, almanac: Almanac, wake: Callable[[], None]
) -> Mapping[str, Reminding | Clockwork]:
    """What goes on by itself so that people are reminded; `wake` tells the outbox that something is due."""
    reminding = Reminding(database, clock, almanac, wake)
    return {
        "reminding": reminding,
        "clockwork": Clockwork(database, Crown(clock, almanac, reminding.hand, reminding.lead)),
    }
