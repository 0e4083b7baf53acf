"""How canaries are written: into every input of a card, by presses that the service has to take."""

import re
from collections.abc import Mapping
from typing import Any

from cards.verbs import INPUT, Verb
from playground import Client, Dialog
from playground.elements import Json
from tests.canaries.canaries import EMAIL, TEXT
from tests.canaries.stage import Stage
from tests.e2e.walks import step_of, titles

# A step may come back with a question of its own, such as whether a name is really meant to stand there.
MOST_TRIES = 3
OTHER = "other"
LINK = re.compile(r"f\.(item\d_)?link")
SESSION = {"f.start": "08:15", "f.end": "09:15", "f.count": "5", "f.addresses": f"{EMAIL}\nOuto <toinen.{EMAIL}>"}
# Registration is open at once.
SESSION |= {"f.opens": ""}
# What a person chooses where the first choice would not do.
Choices = Mapping[str, str]
NOTHING: Choices = {}


def _chosen(asked: Json) -> str:
    values = [one["value"] for one in asked["choices"]]
    if asked["id"] == "f.languages":
        return ",".join(values)
    return OTHER if OTHER in values else str(values[0])


def _value(asked: Json, words: str) -> str:
    kind = asked["type"]
    if asked["id"] in SESSION:
        return SESSION[asked["id"]]
    if kind == "Input.Text" and LINK.fullmatch(asked["id"]):
        return f"https://teams.microsoft.com/l/meetup-join/{words.split()[0]}"
    if kind == "Input.Text":
        return {"Email": EMAIL, "Tel": "040 123 4567"}.get(asked.get("style", ""), words)
    if kind == "Input.ChoiceSet":
        return _chosen(asked)
    made = {"Input.Number": str(int(asked.get("min", 1))), "Input.Toggle": "true", "Input.Date": "2030-01-15"}
    return made[kind]


def filled(stage: Stage, card: Any, choices: Choices = NOTHING, words: str = TEXT) -> dict[str, str]:
    """Something for every input of a card; wherever words can stand, the canaries."""
    given = {one["id"]: _value(one, words)[: int(one.get("maxLength", 200))] for one in Client.inputs_of(card)}
    stage.writings += sum("anarjalinna" in one for one in given.values())
    return given | {key: value for key, value in choices.items() if key in given}


def data_of(card: Any, verb: Verb) -> Json | None:
    """What the card's button with this verb carries."""
    found = (one["data"] for one in Client.actions_of(card) if one.get("data", {}).get("verb") == verb.value)
    return next(found, None)


def texts_of(card: Any) -> list[str]:
    """The inputs of a card that take words."""
    return [one["id"] for one in Client.inputs_of(card) if one["type"] == "Input.Text"]


async def write(stage: Stage, dialog: Dialog, verb: Verb, choices: Choices = NOTHING, words: str = TEXT) -> bool:
    """Fill a card in and send it, until the service has taken it. Returns whether it has."""
    for _ in range(MOST_TRIES):
        asked, data = texts_of(dialog.card), data_of(dialog.card, verb) if dialog.open else None
        if data is None:
            return False
        await dialog.send(data | filled(stage, dialog.card, choices, words))
        if dialog.open and data_of(dialog.card, verb) is None:
            stage.reached |= {(verb.value, one) for one in asked}
            return True
    return False


async def follow(client: Client, dialog: Dialog | None, verb: Verb) -> Dialog | None:
    """Press a button that leads on to another card; None where there is none."""
    data = data_of(dialog.card, verb) if dialog and dialog.open else None
    return await client.fetch(None, data) if data else None


async def take_step(stage: Stage, dialog: Dialog, choices: Choices, words: str) -> list[str]:
    """The inputs of the step, once it has been taken; none when it never is."""
    step, asked = step_of(dialog.card), texts_of(dialog.card)
    for _ in range(MOST_TRIES):
        await dialog.send((data_of(dialog.card, Verb.FORM_NEXT) or {}) | filled(stage, dialog.card, choices, words))
        if not dialog.open or step_of(dialog.card) != step:
            return asked
    return []


async def walk(stage: Stage, dialog: Dialog, form: str, choices: Choices = NOTHING, words: str = TEXT) -> bool:
    """A form from its first step to the end of its review; whether it came there."""
    while dialog.open and step_of(dialog.card) != "review":
        step = step_of(dialog.card)
        asked = await take_step(stage, dialog, choices, words)
        if not dialog.open or step_of(dialog.card) == step:
            return False
        stage.reached |= {(form, one.removeprefix(INPUT)) for one in asked}
    while dialog.open and "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
    return dialog.open
