"""What holds for every card, whatever is on it; `faults` names what does not."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cards.elements import Card, weight
from cards.plain import visible
from cards.verbs import INPUT
from domain.links import check_link

LARGEST = 28 * 1024
MOST_ACTIONS = 5
# All that a card of ours is made of; images and media would be fetched from somewhere.
OURS = frozenset(
    {"ActionSet", "AdaptiveCard", "Column", "ColumnSet", "Container", "FactSet", "RichTextBlock", "TextBlock"}
)
OURS |= {
    "TextRun",
    "Action.Execute",
    "Action.OpenUrl",
    "Action.Submit",
    "Input.ChoiceSet",
    "Input.Date",
    "Input.Number",
}
OURS |= {"Input.Text", "Input.Time", "Input.Toggle", "task/fetch"}
# Where words of a person may stand: what is typed into, and the one element that shows text literally.
LITERAL = frozenset({("TextRun", "text"), ("Input.Text", "value")})
# In these a browser would fetch or open something.
ADDRESSES = frozenset({"url", "iconUrl", "backgroundImage", "dataUrl"})


@dataclass(frozen=True)
class Said:
    """One text of a card: the type of what it stands in, its key there, and the text."""

    kind: str
    key: str
    text: str

    @property
    def where(self) -> str:
        """Where it stands."""
        return f"{self.kind}.{self.key}"


def parts(card: Any) -> Iterator[dict[str, Any]]:
    """Everything in a card that is an element, an action or a table of its own."""
    if isinstance(card, dict):
        yield card
        card = list(card.values())
    for one in card if isinstance(card, list) else []:
        yield from parts(one)


def _kind(part: dict[str, Any]) -> str:
    return str(part.get("type", ""))


def texts(card: Any, kind: str = "") -> Iterator[Said]:
    """Every text in a card, with where it stands; a table without a type counts to the one around it."""
    own = _kind(card) or kind
    for key, value in card.items():
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, dict):
                yield from texts(one, own)
            elif isinstance(one, str):
                yield Said(own, key, one)


def _of(card: Card, kind: str) -> list[dict[str, Any]]:
    return [one for one in parts(card) if _kind(one).startswith(kind)]


def unlabelled(card: Card) -> Iterator[str]:
    """The inputs that a screen reader could not name; a box to tick is named by what stands beside it."""
    for one in _of(card, "Input."):
        if not one.get("title" if one["type"] == "Input.Toggle" else "label"):
            yield f"{one['id']} has no label"
        if not one["id"].startswith(INPUT):
            yield f"{one['id']} could overwrite an id or a verb"


def without_way_out(card: Card) -> Iterator[str]:
    """The presses that an old client would not understand, or would understand otherwise."""
    for one in _of(card, "Action.Execute"):
        instead = one.get("fallback", {})
        if (instead.get("type"), instead.get("data")) != ("Action.Submit", one["data"]):
            yield f"{one['title']} has no fallback that does the same"


def beyond_size(card: Card) -> Iterator[str]:
    """What Teams would not take, or not show."""
    if card.get("version") != "1.5":
        yield f"version {card.get('version')}"
    if weight(card) > LARGEST:
        yield f"{weight(card)} bytes"
    rows = [len(one.get("actions", [])) for one in parts(card) if "actions" in one]
    if max(rows, default=0) > MOST_ACTIONS:
        yield f"{max(rows)} buttons in a row"
    yield from (f"{_kind(one)} is none of ours" for one in parts(card) if _kind(one) and _kind(one) not in OURS)


def astray(card: Card, hosts: Collection[str]) -> Iterator[str]:
    """Addresses that nobody has judged, wherever they stand."""
    for said in texts(card):
        if said.key in ADDRESSES and not _leads_to(said.text, hosts):
            yield f"{said.where} leads elsewhere"
        elif (said.kind, said.key) not in LITERAL and said.key not in ADDRESSES and "://" in said.text:
            yield f"{said.where} holds an address"


def _leads_to(url: str, hosts: Collection[str]) -> bool:
    try:
        return bool(check_link(url, hosts))
    except ValueError:
        return False


def alive(card: Card, written: Sequence[str]) -> Iterator[str]:
    """What could turn into something else than what it reads as, and words of a person where Markdown lives."""
    for said in texts(card):
        # What one types is given back as it is: no client expands the value of an input.
        if (said.kind, said.key) != ("Input.Text", "value") and "{{" in said.text:
            yield f"{said.where} has braces that expand"
        if visible(said.text.replace("{\u200b", "{")) != said.text.replace("{\u200b", "{"):
            yield f"{said.where} has signs that cannot be seen"
        if (said.kind, said.key) not in LITERAL and any(one in said.text for one in written):
            yield f"{said.where} shows what a person wrote"


def cut_short(card: Card) -> Iterator[str]:
    """The choices that a narrow screen would cut off instead of breaking their lines."""
    for one in _of(card, "Input."):
        shown = one["type"] == "Input.Toggle" or one.get("style") == "expanded"
        if shown and not one.get("wrap"):
            yield f"{one['id']} is cut short"


def faults(card: Card, hosts: Collection[str], written: Sequence[str] = ()) -> list[str]:
    """All that is wrong with a card; `written` is what people have written on it."""
    return [
        *beyond_size(card),
        *unlabelled(card),
        *cut_short(card),
        *without_way_out(card),
        *astray(card, hosts),
        *alive(card, written),
    ]
