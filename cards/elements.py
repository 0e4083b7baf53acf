"""The few pieces that all cards are made of.

Text of ours may be a TextBlock; whatever a person has written goes through `plain`, into a TextRun only,
since in a TextBlock it would become live Markdown.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Literal

from microsoft_teams.cards.core import (
    Action,
    ActionSet,
    AdaptiveCard,
    CardElement,
    Column,
    ColumnSet,
    Container,
    ContainerStyle,
    ExecuteAction,
    OpenUrlAction,
    RichTextBlock,
    SubmitAction,
    SubmitActionData,
    TeamsCardProperties,
    TextBlock,
    TextRun,
)

from cards.plain import plain
from cards.verbs import Verb
from domain.centre import Emergency
from domain.links import Link
from texts.speech import Speech

Card = dict[str, Any]
Elements = list[CardElement]
Style = Literal["positive", "destructive"]
MOST_LINES = 30


class Surface(StrEnum):
    """Where a card is drawn: in the chat (Action.Execute) or in a Teams dialog (Action.Submit)."""

    CHAT = "chat"
    DIALOG = "dialog"


@dataclass(frozen=True)
class View:
    """Who reads and where."""

    speech: Speech
    surface: Surface = Surface.CHAT

    def say(self, key: str, **values: str | int) -> str:
        """The sentence behind `key` in the reader's language."""
        return self.speech.say(key, **values)


def _run(text: str) -> CardElement:
    runs: list[CardElement] = [TextRun(text=plain(text))]
    return RichTextBlock(inlines=runs, spacing="None")


def heading(text: str) -> CardElement:
    """The card's title, a heading for screen readers too."""
    return TextBlock(text=text, wrap=True, style="heading", size="Large", weight="Bolder")


def subheading(text: str) -> CardElement:
    """A title within a card."""
    return TextBlock(text=text, wrap=True, style="heading", size="Medium", weight="Bolder", spacing="Medium")


def paragraph(text: str) -> CardElement:
    """A paragraph of ours."""
    return TextBlock(text=text, wrap=True)


def small(text: str) -> CardElement:
    """A quiet line of ours."""
    return TextBlock(text=text, wrap=True, size="Small", is_subtle=True, spacing="Small")


def copied(text: str) -> CardElement:
    """A line of ours that is copied by hand, sign by sign."""
    return TextBlock(text=text, wrap=True, font_type="Monospace", size="Large", weight="Bolder")


def strong(text: str) -> CardElement:
    """A line of ours that one looks for, such as a reference number."""
    return TextBlock(text=text, wrap=True, weight="Bolder")


def moment(text: str) -> CardElement:
    """When something is: what one looks for first."""
    return TextBlock(text=text, wrap=True, size="Medium", weight="Bolder", spacing="Small")


def line(text: str) -> CardElement:
    """A sentence of ours in which names or words of people stand."""
    return _run(text)


def named(text: str) -> CardElement:
    """The name of a person or a unit, on a line of its own."""
    runs: list[CardElement] = [TextRun(text=plain(text), weight="Bolder")]
    return RichTextBlock(inlines=runs)


def headline(text: str) -> CardElement:
    """What people have named something, as large as a title."""
    runs: list[CardElement] = [TextRun(text=plain(text), size="Large", weight="Bolder")]
    return RichTextBlock(inlines=runs, spacing="Small")


def _lines(text: str) -> Elements:
    # A run loses its line breaks, so each line is a block of its own; a block weighs as much as a sentence.
    lines = [one for one in text.splitlines() if one.strip()]
    shown = [*lines[:MOST_LINES], " ".join(lines[MOST_LINES:])] if len(lines) > MOST_LINES else lines
    return [_run(one) for one in shown]


def written(text: str) -> CardElement:
    """What a person wrote at some length."""
    return Container(items=_lines(text), spacing="Small")


def labelled(label: str, text: str) -> CardElement:
    """What a person wrote at some length, under what it is about."""
    # The label may name a person, so it is a run as well.
    runs: list[CardElement] = [TextRun(text=plain(label), is_subtle=True)]
    return Container(items=[RichTextBlock(inlines=runs), *_lines(text)], spacing="Small")


def fact(label: str, value: str) -> CardElement:
    """A short fact on one line: what it is, and what a person chose or wrote."""
    name = f"{label} " if label.endswith(("?", ".", "!")) else f"{label}: "
    runs: list[CardElement] = [TextRun(text=plain(name), is_subtle=True), TextRun(text=plain(value))]
    return RichTextBlock(inlines=runs, spacing="Small")


def section(*items: CardElement, first: bool = False) -> CardElement:
    """A part of a longer card, with air and a line before it unless it is the first under its title."""
    if first:
        return Container(items=list(items))
    return Container(items=list(items), separator=True, spacing="Large")


def box(style: ContainerStyle, *items: CardElement) -> CardElement:
    """A framed note: `attention`, `warning`, `good`, `accent` or `emphasis`."""
    return Container(style=style, items=list(items), spacing="Medium")


def numbers(view: View, emergency: Sequence[Emergency]) -> Elements:
    """Whom to call in danger: each number whole on a line of its own, above whose it is."""
    shown: Elements = []
    for one in emergency:
        unbroken = one.number.replace(" ", "\u00a0")
        shown.append(TextBlock(text=unbroken, size="Large", weight="Bolder", spacing="Small"))
        shown.append(TextBlock(text=view.speech.pick(one.label), wrap=True, spacing="None"))
    return shown


def _data(verb: Verb, data: dict[str, Any], extra: dict[str, Any] | None = None) -> SubmitActionData:
    return SubmitActionData(**({"verb": verb.value} | data), **(extra or {}))


def press(view: View, title: str, verb: Verb, style: Style | None = None, **data: Any) -> Action:
    """A button whose answer takes the card's place; `title` is a key."""
    words = view.say(title)
    submit = SubmitAction(title=words, style=style, data=_data(verb, data))
    if view.surface is Surface.DIALOG:
        return submit
    return ExecuteAction(title=words, style=style, verb=verb.value, data=_data(verb, data), fallback=submit)


def opens(view: View, title: str, verb: Verb, style: Style | None = None, **data: Any) -> Action:
    """A button that opens a Teams dialog; within a dialog, one that goes on in it."""
    if view.surface is Surface.DIALOG:
        return press(view, title, verb, style, **data)
    fetch = {"msteams": {"type": "task/fetch"}}
    return SubmitAction(title=view.say(title), style=style, data=_data(verb, data, fetch))


def link(title: str, to: Link, style: Style | None = None) -> Action:
    """A button that opens a page which has been judged."""
    return OpenUrlAction(title=title, url=to.url, style=style)


def buttons(*actions: Action) -> CardElement:
    """A row of buttons within the card."""
    return ActionSet(actions=list(actions), spacing="Small")


def row(left: Elements, right: Elements) -> CardElement:
    """Two columns: what is said, and what can be done with it."""
    wide = Column(width="stretch", items=left, vertical_content_alignment="Center")
    return ColumnSet(columns=[wide, Column(width="auto", items=right)], spacing="Medium")


def card(view: View, body: Sequence[CardElement], actions: Sequence[Action] = ()) -> Card:
    """The finished card as JSON."""
    drawn = AdaptiveCard(
        version="1.5",
        lang=view.speech.language,
        body=list(body),
        actions=list(actions) or None,
        msteams=TeamsCardProperties(width="full"),
    )
    return drawn.model_dump(exclude_none=True, by_alias=True)


def weight(drawn: Card) -> int:
    """How many bytes of UTF-16 a card takes up; Teams takes 28 KB."""
    return len(json.dumps(drawn, ensure_ascii=False).encode("utf-16-le"))
