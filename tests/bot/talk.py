"""How the tests talk to the running service."""

import re
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.fields import Situation, read
from dialogs.forms import split
from domain.consultations import Event
from domain.people import Role
from playground import Client, Dialog, Message
from storage import consultations, histories, people
from storage.notices import Notice, tell
from tests.e2e.walks import SINGLE, titles, words_on
from tests.house import House
from tests.storage.facts import request

REFERENCE = re.compile(r"[A-Z]{2,4}-\d{4}-\d{4}")


async def newest(client: Client, summary: str) -> Message:
    """The newest message whose notification has these words."""
    message: Message = await client.until(
        lambda one: next((m for m in reversed(one.messages) if summary in (m.summary or "")), None),
        # Less than the outbox rests: what has been done must wake it.
        seconds=4,
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
    word, title = ("omat", "Omat pyynnöt") if client.person.number == 1 else ("jono", "Ryhmän jono")
    await client.say(word)
    # A notification may come between the word and its answer: the list is known by its title.
    listed = await client.until(
        lambda one: next((m for m in reversed(one.messages) if m.card and title in words_on(m.card)[:40]), None)
    )
    opens = [one for one in Client.actions_of(listed.card) if one.get("data", {}).get("verb") == "consultation-open"]
    shown = list(dict.fromkeys(REFERENCE.findall(words_on(listed.card))))
    assert reference in shown, f"{reference} is not listed"
    return await client.fetch(listed, opens[shown.index(reference)]["data"])


async def asked(house: House) -> tuple[Client, Client, str]:
    """A request on its way, whose secretary has been told."""
    worker, secretary = await pair(house)
    reference = await write_down(house, worker)
    house.desk.wake()
    await newest(secretary, "on saapunut")
    await newest(worker, f"Konsultaatiopyyntö {reference}")
    return worker, secretary, reference


async def write_down(house: House, worker: Client, *, anonymous: bool = False) -> str:
    """A request as the handler of "send" would write it down, without the whole walk before it; its reference."""
    async with house.desk.database.write() as connection:
        return await _write_down(house, connection, worker, anonymous=anonymous)


async def _write_down(house: House, connection: AsyncConnection, worker: Client, *, anonymous: bool) -> str:
    now = house.clock.now()
    owner = await person_id(house, connection, worker)
    case, requester = split(house.desk.content.forms["haastavat-erot"], whole_answers(house))
    reference = await consultations.next_reference(connection, "HE", 2022)
    one = request(owner, reference=reference, answers=case, sent_at=now, anonymous=anonymous)
    await consultations.add(connection, one, requester)
    await histories.log(connection, one.id, None if anonymous else owner, Event(now, "sent"))
    await tell(connection, Notice("receipt", one.id), [None if anonymous else owner], now)
    secretaries = await people.holders(connection, Role.SECRETARY, one.group)
    await tell(connection, Notice("arrived", one.id), secretaries, now)
    return reference


async def person_id(house: House, connection: AsyncConnection, client: Client) -> str:
    """Our own id of a person."""
    actor = await people.find_actor(connection, people.Caller(house.teams.tenant, client.object_id, ""))
    assert actor
    return actor.id


def whole_answers(house: House) -> dict[str, Any]:
    """What `SINGLE` becomes when it has been typed."""
    form, answers = house.desk.content.forms["haastavat-erot"], dict[str, Any]()
    situation = Situation(house.desk.today(house.clock.now()), {"meetings": ["2022-10-13"]})
    for key, typed in SINGLE.items():
        step = form.step(key)
        assert step
        for asked in step.fields if step.asked(answers) else ():
            first = asked.options[0].value if asked.options else ""
            value = typed.get(asked.key, "").replace("*", first)
            answers |= read(asked, {asked.key: value}, situation)[0]
    return answers


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
