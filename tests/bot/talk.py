"""How the tests talk to the running service."""

from typing import Any

from playground import Client, Dialog, Message
from tests.e2e.walks import send_request, titles, words_on
from tests.house import House


async def newest(client: Client, summary: str) -> Message:
    """The newest message whose notification has these words."""
    message: Message = await client.until(
        lambda one: next((m for m in reversed(one.messages) if summary in (m.summary or "")), None)
    )
    return message


async def answered(client: Client, text: str) -> Message:
    """Write a word and take the answer."""
    before = len(client.messages)
    await client.say(text)
    await client.until(lambda one: len(one.messages) > before + 1)
    return client.last


async def said(client: Client, text: str) -> str:
    """What the answer to a word says."""
    return words_on((await answered(client, text)).card)


async def pair(house: House) -> tuple[Client, Client]:
    """A professional and the group's secretary, both greeted."""
    return await house.person(1), await house.person(3)


async def opened(client: Client, reference: str) -> Dialog:
    """A request opened in a dialog, from the word for one's own or from the queue."""
    listed = await answered(client, "omat" if client.person.number == 1 else "jono")
    buttons = [one for one in Client.actions_of(listed.card) if one.get("data", {}).get("verb") == "consultation-open"]
    assert buttons, f"{reference} is not listed"
    return await client.fetch(listed, buttons[0]["data"])


async def asked(house: House) -> tuple[Client, Client, str]:
    """A request on its way, whose secretary has been told."""
    worker, secretary = await pair(house)
    reference = await send_request(worker)
    await newest(secretary, "on saapunut")
    await newest(worker, f"Konsultaatiopyyntö {reference}")
    return worker, secretary, reference


async def whole(dialog: Dialog) -> str:
    """All that a dialog says, over all its pages."""
    read = words_on(dialog.card)
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
        read += " " + words_on(dialog.card)
    return read


def button(card: Any, verb: str) -> dict[str, Any]:
    """What the button with this verb carries."""
    found = [one["data"] for one in Client.actions_of(card) if one.get("data", {}).get("verb") == verb]
    assert found, f"no {verb} among {titles(card)}"
    return dict(found[0])
