"""How the reminders fare, for the administrators: counts, and nobody's name."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cards.elements import Card, View, card, fact, heading, paragraph, press, small, subheading
from cards.verbs import Verb
from domain.reminders import RULES

FIGURES = ("planned", "waiting", "told", "late", "merged", "stuck")


@dataclass(frozen=True)
class Fare:
    """Counts by what they are of; `dropped` by rule and reason."""

    counts: Mapping[str, int]
    dropped: Mapping[tuple[str, str], int] = field(default_factory=dict)


def _name(view: View, rule: str) -> str:
    # What is still counted of an older version has no other name.
    return view.say(f"figures-rule-{rule}") if rule in RULES else rule


def _why(view: View, rule: str, reason: str) -> str:
    return view.say("figures-dropped-of", rule=_name(view, rule), reason=view.say(f"figures-reason-{reason}"))


def figures_card(view: View, fare: Fare, *, queue: bool = False) -> Card:
    """The figures of the reminders; with `queue` the way to the requests of one's groups."""
    counts = [fact(view.say(f"figures-{name}"), str(fare.counts.get(name, 0))) for name in FIGURES]
    dropped = [fact(_why(view, *why), str(count)) for why, count in fare.dropped.items()]
    body = [
        heading(view.say("figures-title")),
        *counts,
        subheading(view.say("figures-dropped")),
        *(dropped or [paragraph(view.say("figures-nothing"))]),
        small(view.say("figures-text")),
    ]
    to_queue = [press(view, "button-queue", Verb.QUEUE)] if queue else []
    return card(
        view, body, [press(view, "button-figures", Verb.FIGURES), *to_queue, press(view, "button-home", Verb.HOME)]
    )
