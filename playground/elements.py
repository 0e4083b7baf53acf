"""Look into an Adaptive Card and fill it in as a person would."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Json = dict[str, Any]

# Keys under which no drawn element lies: what a button carries, and what is drawn only instead of something.
NOT_DRAWN = frozenset({"data", "fallback", "refresh", "authentication", "msteams", "choices", "metadata"})


def inputs_of(card: Json | None) -> list[Json]:
    """All inputs of a card, wherever they lie."""
    return [node for node in _nodes(card) if _type(node).startswith("Input.")]


def actions_of(card: Json | None) -> list[Json]:
    """All actions of a card: its own, of ActionSets, selectAction, inlineAction and inner cards."""
    return [node for node in _nodes(card) if _type(node).startswith("Action.")]


def action_titled(card: Json | None, title: str, *kinds: str) -> Json:
    """The action with this title; LookupError names the titles that there are."""
    actions = [action for action in actions_of(card) if not kinds or _type(action) in kinds]
    for action in actions:
        if action.get("title") == title or (action.get("id") == title and title):
            return _enabled(action)
    there = ", ".join(repr(action.get("title")) for action in actions) or "none"
    raise LookupError(f"no action {title!r} ({' or '.join(kinds) or 'any kind'}) on the card; there is {there}")


def filled(card: Json | None, action: Json, inputs: Mapping[str, Any] | None) -> dict[str, str]:
    """The values that Teams sends with an action: what the card shows, over it what the person typed."""
    fields = {one.get("id", ""): one for one in _in_scope(card, action)}
    typed = dict(inputs or {})
    unknown = set(typed) - set(fields)
    if unknown:
        raise LookupError(f"no input {sorted(unknown)} on the card; there is {sorted(fields)}")
    if action.get("associatedInputs") == "none":
        return {}
    values = {key: _value(one, typed.get(key, one.get("value"))) for key, one in fields.items()}
    return {key: value for key, value in values.items() if key and value != ""}


def _in_scope(card: Json | None, action: Json) -> list[Json]:
    """The inputs of the card that the action lies on and of the cards around it, not of its siblings."""
    found = _scope(card, action)
    return inputs_of(card) if found is None else found


def _scope(card: Json | None, action: Json) -> list[Json] | None:
    near = list(_nodes(card, inner=False))
    own = [node for node in near if _type(node).startswith("Input.")]
    if any(node is action for node in near):
        return own
    for node in near:
        inside = _scope(node["card"], action) if _type(node) == "Action.ShowCard" else None
        if inside is not None:
            return own + inside
    return None


def _value(field: Json, value: Any) -> str:
    if _type(field) == "Input.Toggle":
        on, off = str(field.get("valueOn", "true")), str(field.get("valueOff", "false"))
        return off if value is None else (on if value else off) if isinstance(value, bool) else str(value)
    if isinstance(value, (list, tuple)):
        return ",".join(str(one) for one in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _enabled(action: Json) -> Json:
    if action.get("isEnabled") is False:
        raise LookupError(f"the action {action.get('title')!r} is switched off")
    return action


def _type(node: Json) -> str:
    return str(node.get("type", ""))


def _nodes(node: Any, inner: bool = True) -> Iterator[Json]:
    """Every object of a card in drawing order; with `inner=False` not those of cards within the card."""
    if isinstance(node, list):
        for one in node:
            yield from _nodes(one, inner)
    if not isinstance(node, dict):
        return
    yield node
    for key, value in node.items():
        closed = key == "card" and not inner
        if key not in NOT_DRAWN and not closed:
            yield from _nodes(value, inner)
