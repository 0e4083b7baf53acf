"""Puts the parts of the reminders together."""

from collections.abc import Callable, Mapping

from domain.clock import Clock
from domain.credentials import Expiring
from scheduling.clockwork import Clockwork
from scheduling.reign import Crown
from scheduling.reminding import Reminding
from scheduling.subjects import Almanac
from storage.content import Content
from storage.database import Database


def reminders_of(
    database: Database, clock: Clock, content: Content, wake: Callable[[], None], expiring: Expiring
) -> Mapping[str, Reminding | Clockwork]:
    """What goes on by itself so that people are reminded; `wake` tells the outbox that something is due.

    `expiring` are the secrets and certificates, by name, of whose last day the administrators are reminded.
    """
    almanac = Almanac(content.reminding, content.centre.groups, expiring)
    reminding = Reminding(database, clock, almanac, wake)
    return {
        "reminding": reminding,
        "clockwork": Clockwork(database, Crown(clock, almanac, reminding.hand, reminding.lead)),
    }
