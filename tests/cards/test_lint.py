"""Every card of the house is looked over, with what people write marked in all the places where they write."""

from collections.abc import Callable
from typing import Any

import pytest

from cards.elements import Card, Surface, card, heading, labelled, link, paragraph, press
from cards.verbs import Verb
from domain.links import Link
from tests.browser.samples import CONTENT, TEXTS, every_card, ordinary
from tests.cards.lint import LARGEST, MOST_ACTIONS, faults, texts
from tests.cards.samples import view

HOSTS = CONTENT.centre.link_hosts
PLACES = [(language, surface) for language in TEXTS.languages for surface in Surface]
NASTY = "**{}** [x](https://paha.example) {{{{DATE(2022-09-20T05:00:00Z)}}}} \u202e<b>x</b>"
# Each place where people write has a mark of its own, so that none is forgotten.
WRITTEN = ("text", "line", "other", "question", "reply", "asker", "reason", "handler", "requester", "typed")


def mark(where: str) -> str:
    """What marks the words that were written there."""
    return f"merkki-{where}"


def marked(where: str, length: int) -> str:
    """A text that would do a lot of harm, with its mark, as long as there is room for."""
    return (NASTY.format(mark(where)) + "\n" + ordinary(where, length))[:length]


@pytest.mark.parametrize(("language", "surface"), PLACES)
def test_no_card_has_a_fault_whatever_people_write(language: str, surface: Surface) -> None:
    marks = [mark(one) for one in WRITTEN]
    seen = set[str]()
    for name, drawn in every_card(language, surface, marked):
        assert faults(drawn, HOSTS, [*marks, "paha.example"]) == [], name
        seen |= {one for one in marks if any(one in said.text for said in texts(drawn))}
    assert seen == set(marks)


@pytest.mark.parametrize(("language", "surface"), PLACES)
def test_no_card_has_a_fault_however_much_there_is_on_it(language: str, surface: Surface) -> None:
    for name, drawn in every_card(language, surface):
        assert faults(drawn, HOSTS, ["[oireilee]"]) == [], name


def whole() -> Card:
    """A card without fault."""
    return card(view(), [heading("A"), labelled("B", "sanoja")], [press(view(), "button-own", Verb.OWN)])


def changed(**more: Any) -> Card:
    """The same with something else in it."""
    return whole() | more


def added(element: dict[str, Any]) -> Card:
    """The same with one more element."""
    return changed(body=[*whole()["body"], element])


def pressed(**more: Any) -> Card:
    """The same with something else in its button."""
    return changed(actions=[whole()["actions"][0] | more])


TEXT = {"type": "Input.Text", "id": "f.a", "label": "A"}
FAULTY: dict[str, Callable[[], Card]] = {
    "version 1.4": lambda: changed(version="1.4"),
    "bytes": lambda: added({"type": "TextBlock", "text": "x" * (LARGEST // 2)}),
    "6 buttons in a row": lambda: changed(actions=whole()["actions"] * (MOST_ACTIONS + 1)),
    "Image is none of ours": lambda: added({"type": "Image", "altText": "x"}),
    "f.a has no label": lambda: added({"type": "Input.Text", "id": "f.a"}),
    "f.b has no label": lambda: added({"type": "Input.Toggle", "id": "f.b", "label": "B"}),
    "f.c is cut short": lambda: added(TEXT | {"type": "Input.ChoiceSet", "id": "f.c", "style": "expanded"}),
    "f.d is cut short": lambda: added({"type": "Input.Toggle", "id": "f.d", "title": "D"}),
    "verb could overwrite": lambda: added(TEXT | {"id": "verb"}),
    "no fallback": lambda: pressed(fallback={"type": "Action.Submit", "data": {"verb": "other"}}),
    "Action.OpenUrl.url leads elsewhere": lambda: card(view(), [], [link("A", Link("https://paha.example", ""))]),
    "AdaptiveCard.backgroundImage leads": lambda: changed(backgroundImage="https://koskeverkko.fi/a.png"[:8]),
    "TextBlock.text holds an address": lambda: added({"type": "TextBlock", "text": "[x](https://koskeverkko.fi)"}),
    "TextRun.text has braces": lambda: added({"type": "TextRun", "text": "{{DATE(x)}}"}),
    "Input.Text.label has braces": lambda: added(TEXT | {"label": "{{DATE(x)}}"}),
    "TextRun.text has signs": lambda: added({"type": "TextRun", "text": "a\u202eb"}),
    "TextBlock.text shows what": lambda: card(view(), [paragraph("sanoja")]),
    "FactSet.value shows what": lambda: added({"type": "FactSet", "facts": [{"title": "A", "value": "sanoja"}]}),
    "Action.Execute.title shows what": lambda: pressed(title="sanoja"),
    "Action.Execute.id shows what": lambda: pressed(data={"id": "sanoja"}, fallback={}),
    "Input.Text.placeholder shows what": lambda: added(TEXT | {"placeholder": "sanoja"}),
    "Input.ChoiceSet.title shows what": lambda: added(
        TEXT | {"type": "Input.ChoiceSet", "choices": [{"title": "sanoja", "value": "a"}]}
    ),
}


@pytest.mark.parametrize("fault", FAULTY)
def test_the_lint_finds_each_fault(fault: str) -> None:
    assert faults(whole(), HOSTS, ["sanoja"]) == []
    assert any(fault in one for one in faults(FAULTY[fault](), HOSTS, ["sanoja"]))


def test_what_one_types_comes_back_as_it_is() -> None:
    assert faults(added(TEXT | {"value": "{{DATE(x)}} sanoja"}), HOSTS, ["sanoja"]) == []
