"""Long content in several cards: Teams takes 28 KB of UTF-16 for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from microsoft_teams.cards.core import CardElement, Container

from cards.elements import View, card, weight

# What is left of Teams' 28 KB for content, beside a card's heading, buttons and envelope.
BUDGET = 21_000


@dataclass(frozen=True)
class Page:
    """One card's worth of sections; `number` and `last` count from zero."""

    sections: Sequence[CardElement]
    number: int
    last: int


def page(view: View, sections: Sequence[CardElement], wished: int = 0) -> Page:
    """The page `wished` of these sections, or the nearest that there is."""
    pages: list[list[CardElement]] = [[]]
    for section in sections:
        # A section is never cut; one that fills a card alone is kept small by the form's own limits.
        if pages[-1] and weight(card(view, [Container(items=[*pages[-1], section])])) > BUDGET:
            pages.append([])
        pages[-1].append(section)
    number = min(max(wished, 0), len(pages) - 1)
    return Page(pages[number], number, len(pages) - 1)
