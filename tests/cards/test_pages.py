"""Long content goes on in further cards; nothing is lost between them."""

import pytest

from cards.elements import card, paragraph, weight
from cards.pages import BUDGET, page
from tests.cards.samples import view

SECTIONS = [paragraph(f"{number} " + "ä" * 2000) for number in range(12)]


def test_pages_hold_every_section_once_in_order_and_within_the_budget() -> None:
    last = page(view(), SECTIONS).last
    pages = [page(view(), SECTIONS, number) for number in range(last + 1)]
    assert [one for now in pages for one in now.sections] == SECTIONS
    assert last > 0
    assert max(weight(card(view(), list(now.sections))) for now in pages) <= BUDGET


def test_as_much_as_fits_stands_on_one_page() -> None:
    assert page(view(), SECTIONS[:4]).last == 0
    assert len(page(view(), SECTIONS).sections) == 5


@pytest.mark.parametrize(("wished", "shown"), [(-3, 0), (0, 0), (1, 1), (99, 2)])
def test_a_page_that_is_not_there_leads_to_the_nearest(wished: int, shown: int) -> None:
    now = page(view(), SECTIONS, wished)
    assert (now.number, now.last) == (shown, 2)


def test_nothing_is_one_empty_page() -> None:
    now = page(view(), [])
    assert (list(now.sections), now.number, now.last) == ([], 0, 0)
