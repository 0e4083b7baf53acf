"""Two devices and a client that sends again work on one draft at random: one request, and nothing lost."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from random import Random
from typing import Any

from sqlalchemy import select

from dialogs.forms import answers_on_path
from playground import Client
from storage import consultations, people, requesters
from storage.notice_tables import notices
from storage.tables import drafts, events
from tests import ground
from tests.figures import Figures
from tests.house import House, read_sample_content, standing
from tests.soak.book import Book, State
from tests.soak.cards import as_typed, read
from tests.soak.devices import Desk, Device, Press, card_in, resume

GROUP = "haastavat-erot"
PERSONS = 20
STEPS = 12
BURSTS = 9
ENOUGH = 60
ONWARD = ("form-next", "form-send", "form-review")
COUNTED = ("rounds", "presses", "acknowledged")


@asynccontextmanager
async def house_without_limits(url: str) -> AsyncIterator[House]:
    """The running service, with seats for every round."""
    content = read_sample_content()
    groups = {key: replace(group, seats=None) for key, group in content.centre.groups.items()}
    async with standing(url, replace(content, centre=replace(content.centre, groups=groups))) as house:
        yield house


async def play(house: House, seed: int, rounds: int) -> Figures:
    """So many rounds, each with a draft of its own."""
    figures = Figures(*COUNTED)
    for number in range(rounds):
        rng = Random(f"{seed}/{number}")
        desk = await _round(house, rng)
        figures["rounds"] += 1
        figures["presses"] += desk.presses
        figures["acknowledged"] += len(desk.book.claims)
        figures.problems += [f"round {number}: {one}" for one in desk.problems]
    return figures


async def _round(house: House, rng: Random) -> Desk:
    client = await house.person(100 + rng.randrange(PERSONS))
    before = await _requests(house, client)
    desk, devices = await _begin(house, client, rng)
    await _walk(desk, devices, rng.randrange(STEPS))
    for _ in range(rng.randrange(2, BURSTS)):
        await _burst(desk, devices)
    await _walk(desk, devices, ENOUGH)
    await _afterwards(desk, devices)
    made = [one for one in await _requests(house, client) if one not in before]
    desk.problems += [*desk.book.broken(), *await _judge(house, desk, devices[0].draft, made)]
    return desk


async def _begin(house: House, client: Client, rng: Random) -> tuple[Desk, list[Device]]:
    data = {"verb": "form-begin", "group": GROUP}
    activity = client.activity("invoke", name="task/fetch", value={"data": data})
    answers = await asyncio.gather(*(client.post(activity) for _ in range(rng.choice([1, 2, 3]))))
    shown = [read(card_in(one.body)) for one in answers]
    begun = {one.data("form-next")[0]["id"] for one in shown}
    draft = begun.pop()
    desk = Desk(client, rng, Book(await _state(house, draft)))
    if begun:
        desk.problems.append(f"one press has begun {len(begun) + 1} drafts")
    return desk, [Device(client, surface, draft, shown[0]) for surface in ("dialog", "chat")]


async def _burst(desk: Desk, devices: list[Device]) -> None:
    rng = desk.rng
    pressing = []
    for _ in range(rng.choice([1, 2, 2, 3, 4])):
        device = rng.choice(devices)
        press = resume(device) if rng.random() < 0.06 else desk.choose(device)
        pressing.append(desk.press(device, press, rng.choice([1, 1, 1, 2, 3])))
    if desk.posted and rng.random() < 0.2:
        pressing.append(desk.again())
    await asyncio.gather(*pressing)


async def _walk(desk: Desk, devices: list[Device], most: int) -> None:
    """One device goes on alone, so far or until the request is sent; the other then looks at the same."""
    first, *others = desk.rng.sample(devices, len(devices))
    await desk.press(first, resume(first))
    for _ in range(most):
        if desk.sent:
            return
        await desk.press(first, _onward(desk, first))
    for one in others:
        await desk.press(one, resume(one))


def _onward(desk: Desk, device: Device) -> Press:
    verbs = [verb for verb in ONWARD if device.shown.data(verb)]
    while verbs:
        press = desk.on(device.shown)
        if press.data["verb"] in verbs and not press.bad:
            return press
    return resume(device)


async def _afterwards(desk: Desk, devices: list[Device]) -> None:
    # Old cards and old activities, once the request is on its way: nothing may come of them any more.
    late = [desk.press(one, desk.choose(one), 2) for one in devices]
    await asyncio.gather(*late, *(desk.again() for _ in range(3)))
    desk.problems += [f"{one.surface} does not show that it was sent" for one in devices if one.shown.kind != "sent"]


async def _requests(house: House, client: Client) -> list[str]:
    async with house.desk.database.read() as connection:
        mine = await people.find_actor(connection, people.Caller(house.teams.tenant, client.object_id, ""))
        return [one.id for one in await consultations.owned_by(connection, mine.id)] if mine else []


async def _draft(house: House, draft: str) -> dict[str, Any]:
    async with house.desk.database.read() as connection:
        return next(one for one in await ground.rows(connection, drafts) if one["id"] == draft)


async def _state(house: House, draft: str) -> State:
    return {key: as_typed(value) for key, value in (await _draft(house, draft))["answers"].items()}


async def _judge(house: House, desk: Desk, draft: str, made: list[str]) -> list[str]:
    row = await _draft(house, draft)
    if len(made) != 1 or row["sent_as"] != made[0]:
        return [f"{len(made)} requests were made of one draft"]
    return [*await _told(house, made[0]), *_lost(house, desk, await _kept(house, made[0]))]


async def _told(house: House, made: str) -> list[str]:
    async with house.desk.database.read() as connection:
        happened = (await connection.scalars(select(events.c.what).where(events.c.consultation == made))).all()
        told = (await connection.scalars(select(notices.c.kind).where(notices.c.subject == made))).all()
    found = {"events": sorted(happened), "notices": sorted(told)}
    expected = {"events": ["sent"], "notices": ["arrived", "receipt"]}
    return [] if found == expected else [f"the request has {found}"]


async def _kept(house: House, made: str) -> dict[str, Any]:
    async with house.desk.database.read() as connection:
        found = await consultations.find(connection, made)
        return dict(found.answers if found else {}) | await requesters.answers_of(connection, made)


def _lost(house: House, desk: Desk, kept: dict[str, Any]) -> Iterator[str]:
    states = desk.book.states()
    last = states[max(states)]
    form = house.desk.content.forms[GROUP]
    asked = {key for one in form.steps for each in one.fields for key in each.keys}
    found = {key: as_typed(value) for key, value in answers_on_path(form, kept).items()}
    if found.keys() - asked or len(found) != len(kept):
        yield f"the request holds answers off its path: {sorted(kept.keys() - found.keys())}"
    expected = answers_on_path(form, _untyped(last, kept))
    for key in sorted(expected.keys() | found.keys()):
        if last.get(key) != found.get(key):
            yield f"{key}: {last.get(key)!r} was acknowledged last, {found.get(key)!r} was sent"


def _untyped(typed: State, kept: dict[str, Any]) -> dict[str, Any]:
    # The path depends on choices alone; several choices are told from one by how the request holds them.
    return {key: value.split(",") if isinstance(kept.get(key), list) else value for key, value in typed.items()}
