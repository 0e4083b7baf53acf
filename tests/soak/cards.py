"""What a card of the form says and asks, and what a hurried person answers to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

from playground import Client
from playground.elements import Json
from tests.e2e.walks import words_on
from tests.house import HELSINKI, read_texts
from texts.speech import Speech

WARNINGS = ("form-stale", "form-moved-on", "form-led-back")
PREFIX = "f."
# Nine steps in place of sixteen: a round is about presses that cross, not about length.
SHORT = {"matter": "theme"}


@dataclass(frozen=True)
class Shown:
    """A card as a device shows it. `kind` is step, review, kept, sent or other."""

    card: Json
    kind: str
    step: str = ""
    version: int = 0

    @property
    def inputs(self) -> list[Json]:
        """What the card asks."""
        return Client.inputs_of(self.card)

    @property
    def keys(self) -> frozenset[str]:
        """The answers that the card asks for."""
        return frozenset(one["id"].removeprefix(PREFIX) for one in self.inputs)

    @property
    def warned(self) -> bool:
        """Whether the card says that the press before it was not taken as it was meant."""
        return any(one in words_on(self.card) for one in (say(key) for key in WARNINGS))

    @property
    def refused(self) -> bool:
        """Whether the card asks to mend something."""
        return any(say(key) in words_on(self.card) for key in ("form-mend", "form-likely"))

    def data(self, verb: str) -> list[Json]:
        """The data of every button with this verb."""
        return [one["data"] for one in Client.actions_of(self.card) if one.get("data", {}).get("verb") == verb]


@cache
def _speech() -> Speech:
    return read_texts().speech("fi", HELSINKI)


def say(key: str, **values: str) -> str:
    """What the service says in Finnish."""
    return _speech().say(key, **values)


def read(card: Json | None) -> Shown:
    """What kind of card came back."""
    shown = Shown(card or {}, "other")
    if any(say(title) in words_on(card) for title in ("sent-title", "changed-title")):
        return Shown(shown.card, "sent")
    if say("kept-title") in words_on(card):
        return Shown(shown.card, "kept")
    for verb, kind in (("form-next", "step"), ("form-send", "review"), ("form-review", "review")):
        for data in shown.data(verb):
            return Shown(shown.card, kind, data.get("step", ""), data["v"])
    return shown


def answers_to(shown: Shown, rng: Random, wished: Mapping[str, str]) -> dict[str, str]:
    """Answers that the form takes, by answer key; what may be left out is left out at times."""
    given: dict[str, str] = {}
    for one in shown.inputs:
        key = one["id"].removeprefix(PREFIX)
        given[key] = wished.get(key) or _answer(one, key, rng)
    return {key: value for key, value in given.items() if value and not _idle(key, given)}


def _idle(key: str, given: Mapping[str, str]) -> bool:
    # The words of "other, what?" are typed by those only who choose it.
    chosen, _, other = key.partition(".")
    return bool(other) and other not in given[chosen].split(",")


def _answer(asked: Json, key: str, rng: Random) -> str:
    kind = asked["type"]
    if kind == "Input.Text":
        return _words(asked, key, rng)
    if kind == "Input.Number":
        return str(rng.randint(int(asked.get("min", 1)), int(asked.get("max", 9))))
    if kind == "Input.Toggle":
        return "true"
    values = [one["value"] for one in asked["choices"]]
    if not asked.get("isMultiSelect"):
        return str(rng.choice(values))
    return ",".join(one for one in values if rng.random() < 0.4) or str(values[0])


def _words(asked: Json, key: str, rng: Random) -> str:
    number = rng.randrange(10**6)
    if key == "phone":
        return f"040 {number:06d}"
    if key == "email":
        return f"a{number}@kunta.example"
    optional = "(vapaaehtoinen)" in asked["label"]
    return "" if optional and rng.random() < 0.4 else f"{key} {number}"


def spoil(given: dict[str, str], rng: Random) -> tuple[dict[str, str], frozenset[str]]:
    """The same answers with one that the form refuses; also which one that is."""
    if "phone" in given:
        return given | {"phone": "ei ole"}, frozenset({"phone"})
    chosen = rng.choice(["children_count", "meeting", "matter"])
    return (given | {chosen: "ei mikään"}, frozenset({chosen})) if chosen in given else (given, frozenset())


def as_typed(value: Any) -> str:
    """A kept answer as it was typed."""
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)
