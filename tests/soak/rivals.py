"""Presses that cross on different rows: two people and the last seat, a change and a withdrawal."""

import asyncio
from random import Random
from typing import Any

from sqlalchemy import func, select

from dialogs.engine import Draft
from playground import Client
from playground.elements import Json
from storage import drafts, people
from storage.tables import consultations, requesters
from tests import ground
from tests.e2e.walks import send_request
from tests.house import House
from tests.soak.cards import Shown, read
from tests.soak.devices import card_in

GROUP = "haastavat-erot"
RIVALS = 4


async def press(client: Client, data: Json) -> Shown:
    """Press in a dialog, and read the card that comes back."""
    answer = await client.post(client.activity("invoke", name="task/submit", value={"data": data}))
    card = card_in(answer.body)
    if card is None:
        raise AssertionError(f"{data} was answered {answer.status} {answer.body}")
    return read(card)


async def _answers(house: House) -> dict[str, Any]:
    await send_request(await house.person(1))
    async with house.desk.database.read() as connection:
        [case] = [one["answers"] for one in await ground.rows(connection, consultations)][:1]
        [apart] = [one["answers"] for one in await ground.rows(connection, requesters)][:1]
    return {**case, **apart}


async def _review(house: House, client: Client, answers: dict[str, Any]) -> Shown:
    now = house.clock.now()
    async with house.desk.database.write() as connection:
        owner = await people.find_actor(connection, people.Caller(house.teams.tenant, client.object_id, ""))
        new = Draft("", owner.id if owner else "", GROUP, GROUP, "fi", "review", answers)
        begun = await drafts.begin(connection, new, now)
    return await press(client, {"verb": "form-resume", "id": begun.id})


async def _send(client: Client, shown: Shown) -> None:
    while shown.kind == "review":
        onward = shown.data("form-send") or shown.data("form-review")
        shown = await press(client, onward[0])


async def _overfull(house: House) -> list[str]:
    day, many = consultations.c.meeting, func.count()
    async with house.desk.database.read() as connection:
        rows = (await connection.execute(select(day, many).where(day.is_not(None)).group_by(day))).all()
    seats = house.desk.group(GROUP).seats or 0
    return [f"{number} requests have the {seats} seats of {held}" for held, number in rows if number > seats]


async def last_seat(house: House, rounds: int) -> list[str]:
    """Several people send for the same meeting at once: nobody sits on another's seat."""
    answers = await _answers(house)
    clients = [await house.person(200 + number) for number in range(RIVALS)]
    for _ in range(rounds):
        reviews = [await _review(house, client, answers) for client in clients]
        await asyncio.gather(*(_send(client, shown) for client, shown in zip(clients, reviews, strict=True)))
    return await _overfull(house)


async def change_and_withdraw(house: House, rng: Random, rounds: int) -> list[str]:
    """A change is sent while the same request is withdrawn elsewhere: both are answered, and it is withdrawn."""
    client = await house.person(1)
    answers = await _answers(house)
    for _ in range(rounds):
        await _send(client, await _review(house, client, answers))
        await _cross(house, client, rng)
    async with house.desk.database.read() as connection:
        query = select(consultations.c.reference).where(consultations.c.status != "withdrawn")
        left = (await connection.scalars(query.order_by(consultations.c.sent_at).offset(1))).all()
    return [f"{one} has been withdrawn and is not" for one in left]


async def _cross(house: House, client: Client, rng: Random) -> None:
    async with house.desk.database.read() as connection:
        query = select(consultations.c.id).where(consultations.c.status == "new")
        newest = await connection.scalar(query.order_by(consultations.c.reference.desc()).limit(1))
    shown = await press(client, {"verb": "consultation-change", "id": newest})
    while not shown.data("form-send"):
        shown = await press(client, shown.data("form-review")[0])
    withdrawing = {"verb": "consultation-withdraw-sure", "id": newest}
    pressed = [shown.data("form-send")[0], shown.data("form-send")[0], withdrawing]
    await asyncio.gather(*(_after(rng.uniform(0, 0.03), client, data) for data in pressed))


async def _after(seconds: float, client: Client, data: Json) -> None:
    await asyncio.sleep(seconds)
    await press(client, data)
