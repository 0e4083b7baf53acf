"""How a person walks a form, by hand of a test: what is answered at each step."""

from collections.abc import Mapping
from typing import Any

from playground import Client, Dialog, Message

Inputs = Mapping[str, str]
SAID = ("text", "title", "value", "label")

SINGLE: dict[str, Inputs] = {
    "matter": {"matter": "single", "anonymous": "no"},
    "about_you": {"profession": "*", "organisation": "*", "level": "*"},
    "contact": {
        "unit": "Perheoikeudelliset palvelut",
        "municipality": "*",
        "phone": "040 123 4567",
        "email": "etunimi.sukunimi@kunta.example",
    },
    "theme": {"theme": "*", "theme_background": "Vieraannuttaminen eron jälkeen."},
    "separation": {"separated_since": "*", "custody": "*", "arrangement_basis": "*"},
    "children": {"children_count": "2", "child_ages": "*", "living": "*", "visiting": "*"},
    "conflict": {"conflict_signs": "*", "conflict": "Viestit ovat kiristyneet kevään aikana."},
    "network": {"services": "*"},
    "violence": {"violence": "suspected"},
    "acute": {"acute_understood": "true"},
    "safety": {"violence_forms": "*"},
    "childs_view": {"child_heard": "*"},
    "tried": {"tried": "Perheasioiden sovittelu ja kaksi verkostopalaveria."},
    "question": {"question": "Miten tukea lasten tapaamisia turvallisesti?"},
    "guardian": {"guardian": "knows"},
    "taking_part": {"participants": "*", "meeting": "2022-10-13"},
    "confirm": {"no_names": "true", "will_record": "true"},
}


def inputs_by_id(card: Any) -> dict[str, dict[str, Any]]:
    """A card's inputs by their field key."""
    return {one["id"].removeprefix("f."): one for one in Client.inputs_of(card)}


def _value(asked: dict[str, Any], wished: str) -> str:
    return asked["choices"][0]["value"] if wished == "*" else wished


def fill(card: Any, answers: Inputs) -> dict[str, str]:
    """What is typed into the inputs that this card has, out of `answers`; `*` takes the first choice."""
    asked = inputs_by_id(card)
    return {f"f.{key}": _value(asked[key], value) for key, value in answers.items() if key in asked}


def step_of(card: Any) -> str:
    """The key of the step that a card asks, or what its first button does."""
    first = next((one for one in Client.actions_of(card) if "step" in one.get("data", {})), None)
    verbs = [one["data"]["verb"] for one in Client.actions_of(card) if "verb" in one.get("data", {})]
    if "form-send" in verbs or "form-review" in verbs:
        return "review"
    return str(first["data"]["step"]) if first else verbs[0]


async def walk_dialog(dialog: Dialog, until: str = "review", answers: Mapping[str, Inputs] = SINGLE) -> list[str]:
    """Walk a dialog on to a step. Returns the steps that were answered."""
    walked: list[str] = []
    while (step := step_of(dialog.card)) != until:
        assert step not in walked, f"{step} was asked twice"
        walked.append(step)
        await dialog.submit("Seuraava", fill(dialog.card, answers[step]))
    return walked


async def send_dialog(dialog: Dialog) -> None:
    """Read the review to its end, and send."""
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
    await dialog.submit("Lähetä")


async def walk_chat(client: Client, message: Message, until: str = "review") -> list[str]:
    """The same through cards in the chat."""
    walked: list[str] = []
    while (step := step_of(client.card_of(message))) != until:
        assert step not in walked, f"{step} was asked twice"
        walked.append(step)
        await client.execute(message, "Seuraava", fill(client.card_of(message), SINGLE[step]))
    return walked


def titles(card: Any) -> list[str]:
    """The buttons of a card."""
    return [one["title"] for one in Client.actions_of(card) if "title" in one]


def words_on(card: Any) -> str:
    """Everything that a card says."""
    if isinstance(card, dict):
        own = [value for key, value in card.items() if key in SAID and isinstance(value, str)]
        return " ".join([*own, *(words_on(value) for value in card.values() if isinstance(value, dict | list))])
    return " ".join(words_on(one) for one in card) if isinstance(card, list) else ""


def _choices(client: Client, message: Message) -> list[dict[str, Any]]:
    return [one for one in Client.actions_of(client.card_of(message)) if one.get("verb") == "ask-group"]


async def begin_dialog(client: Client, group: int = 0) -> Dialog:
    """From the word to the open form."""
    await client.say("konsultaatio")
    # A notice that was on its way may have come after the answer.
    asked = next(one for one in reversed(client.cards) if _choices(client, one))
    await client.execute(asked, _choices(client, asked)[group])
    return await client.open(asked, "Täytä lomake")


async def send_request(client: Client, answers: Mapping[str, Inputs] = SINGLE) -> str:
    """A request on its way, through the dialog. Returns its reference number."""
    dialog = await begin_dialog(client)
    await walk_dialog(dialog, answers=answers)
    await send_dialog(dialog)
    return words_on(dialog.card).split("viitenumero on ")[1].split(". ")[0]
