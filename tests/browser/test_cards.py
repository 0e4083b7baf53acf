"""Every card that can be drawn: valid, drawn by the reference renderer, for all; `tests/cards/lint.py` has the rest."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft6Validator
from playwright.async_api import Browser, Page

from cards.elements import Surface
from playground import Client
from playground.web import HERE
from tests.browser.easel import standing_easel
from tests.browser.literal import STRINGS, show_literally
from tests.browser.samples import MODULES, SENTENCE, every_card
from tests.cards.lint import parts
from tests.e2e.test_consultation import newest
from tests.e2e.walks import SINGLE, send_request
from tests.house import House

SCHEMA = Path(__file__).parents[3] / "shared" / "schemas" / "adaptive-cards" / "adaptive-card-1.5.0.json"
AXE = HERE / "node_modules" / "axe-core" / "axe.min.js"
# What Teams knows and the schema does not.
OF_TEAMS = frozenset({"msteams", "targetWidth"})
DRAW = """async (content) => {
  const context = new AdaptiveCards.SerializationContext();
  new AdaptiveCards.AdaptiveCard().parse(content, context);
  const wrong = [...Array(context.eventCount).keys()].map((at) => context.getEventAt(at).message);
  const { draw } = await import("/page/cards.js");
  document.getElementById("holder").replaceChildren(draw(content, () => {}));
  return wrong;
}"""
JUDGE = """async (theme) => {
  document.documentElement.dataset.theme = theme;
  const rules = theme === "dark" ? { runOnly: ["color-contrast"] } : {};
  const found = await axe.run("main", { resultTypes: ["violations"], ...rules });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(" ")}`);
}"""


def as_in_the_schema(card: Any) -> Any:
    """The card without what only Teams knows."""
    if isinstance(card, dict):
        return {key: as_in_the_schema(value) for key, value in card.items() if key not in OF_TEAMS}
    return [as_in_the_schema(one) for one in card] if isinstance(card, list) else card


def test_there_is_a_sample_of_every_card_that_the_room_can_draw() -> None:
    drawn = {name.split()[0] for name, _ in every_card("fi", Surface.CHAT)}
    known = {
        name
        for module in MODULES
        for name, value in vars(module).items()
        if name.endswith("_card") and getattr(value, "__module__", "") == module.__name__
    }
    assert {one.__name__ for one in MODULES} >= {
        f"cards.{path.stem}" for path in (HERE.parent / "cards").glob("*.py") if "_card(" in path.read_text()
    } - {"cards.pages"}
    assert drawn == known


def test_every_card_is_valid_by_the_published_schema() -> None:
    if not SCHEMA.is_file():
        pytest.skip("no Adaptive Cards schema beside the project: the cards are not validated against it")
    validator = Draft6Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))
    # In the chat every press is there in both kinds, so that the dialog's cards have nothing besides.
    for name, card in every_card("fi", Surface.CHAT):
        wrong = [f"{list(one.path)}: {one.message[:300]}" for one in validator.iter_errors(as_in_the_schema(card))]
        assert wrong == [], name


@pytest.fixture
async def easel(browser: Browser) -> AsyncIterator[Page]:
    """A page on which a card can be drawn and judged."""
    async with standing_easel(browser) as page:
        await page.evaluate(AXE.read_text(encoding="utf-8"))
        yield page


async def test_the_reference_renderer_draws_every_card_and_axe_finds_no_fault(easel: Page) -> None:
    seen = set[frozenset[str]]()
    for name, card in [one for surface in Surface for one in every_card("fi", surface)]:
        assert await easel.evaluate(DRAW, card) == [], name
        # One card of each make is judged: the others differ from it in their words alone.
        for theme, kinds in (("light", ("type", "style", "color")), ("dark", ("style", "color"))):
            make = frozenset({theme, *(str([one.get(kind) for kind in kinds]) for one in parts(card))})
            assert make in seen or await easel.evaluate(JUDGE, theme) == [], name
            seen.add(make)


async def test_what_a_person_wrote_is_shown_literally(easel: Page) -> None:
    for name, card in every_card("fi", Surface.DIALOG):
        if not name.startswith(("review_card haastavat-erot", "opened_card")):
            continue
        await easel.evaluate(DRAW, card)
        holder = easel.locator("#holder")
        assert await holder.locator("a[href], b").count() == 0, name
        if name == "opened_card 0":
            assert SENTENCE.strip()[:100] in await holder.inner_text()


async def test_strings_that_want_to_be_more_than_text_are_shown_literally(easel: Page) -> None:
    # All of them are drawn by `python -m tests.soak`; here every fourth.
    chosen = STRINGS[::4]
    figures = await show_literally(easel, chosen)
    assert len(set(STRINGS)) == len(STRINGS) >= 100
    assert figures["strings"] == len(chosen)
    assert figures["cards"] >= 15 and figures["places"] >= 50
    assert figures["draws"] >= figures["strings"] * figures["cards"]
    assert figures.problems == []
    assert (figures["fetched"], figures["dialogs"]) == (0, 0)


async def test_every_posted_message_has_a_summary_that_tells_nothing_of_the_case(small_house: House) -> None:
    worker, secretary = await small_house.person(1), await small_house.person(3)
    reference = await send_request(worker)
    arrived = await newest(secretary, reference)
    opened = await secretary.open(arrived, "Avaa")
    await opened.submit("Kysy pyytäjältä")
    await opened.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu?"})
    await (await worker.open(await newest(worker, "lisätietoa"), "Vastaa kysymykseen")).submit(
        "Lähetä vastaus", {"f.words": "Kyllä, elokuussa."}
    )
    await newest(secretary, "on vastattu")
    for word in ("omat", "jono", "ohje", "asetukset", reference, "mitä tahansa"):
        await worker.say(word)
        await secretary.say(word)
    typed = {value for step in SINGLE.values() for value in step.values() if len(value) > 8}
    for summary in _summaries(worker, secretary):
        assert summary
        assert not any(secret in summary for secret in typed | {"Onko lapsia", "elokuussa", "mitä tahansa"}), summary


def _summaries(*clients: Client) -> list[str | None]:
    return [message.summary for client in clients for message in client.messages if message.by_bot]
