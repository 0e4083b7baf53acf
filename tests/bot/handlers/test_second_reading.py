"""Where the centre wants a second reader, nothing new reaches anybody new before she has read it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from domain.announcements import State
from playground import Client, Fault
from tests.bot.handlers.test_announcements import filled, last, to_the_end, told, written
from tests.bot.talk import newest
from tests.e2e.walks import words_on
from tests.house import House, read_sample_content, standing


@pytest.fixture
async def strict(database_url: str) -> AsyncIterator[House]:
    content = read_sample_content()
    announcing = replace(content.centre.announcing, approval=True)
    async with standing(database_url, replace(content, centre=replace(content.centre, announcing=announcing))) as house:
        yield house


async def pressed(person: Client, house: House, verb: str) -> str:
    """What the answer to this says, pressed on the announcement as it is."""
    one = await last(house)
    answer = await person.fetch(person.last, {"verb": verb, "id": one.id, "v": one.version})
    return words_on(answer.card)


async def settled(house: House) -> None:
    """Nothing waits to be sent any more."""
    async with asyncio.timeout(8):
        while True:
            if not {"new", "sending"} & {one.state for one in await told(house, "announcement")}:
                return
            await asyncio.sleep(0.05)


async def titled(coordinator: Client, house: House, title: str) -> str:
    """The announcement gets another title; what the coordinator is told then."""
    one = await last(house)
    dialog = await coordinator.fetch(coordinator.last, {"verb": "announcement-edit", "of": one.id})
    back = next(one["data"] for one in Client.actions_of(dialog.card) if one.get("data", {}).get("step") == "words_fi")
    await dialog.send(back)
    await filled(dialog, [{"title_fi": title, "text_fi": "Avoin kaikille."}])
    await to_the_end(dialog)
    await dialog.submit("Tallenna", {"f.tell": "registered"})
    return words_on(dialog.card)


async def test_what_was_stopped_and_changed_goes_on_when_a_second_person_has_read_it(strict: House) -> None:
    coordinator, administrator = await strict.person(6), await strict.person(7)
    await (await written(coordinator)).submit("Pyydä hyväksyntä")
    await newest(administrator, "odottaa hyväksyntääsi")
    await pressed(administrator, strict, "announcement-approve")
    await pressed(coordinator, strict, "announcement-stop")
    assert (await last(strict)).state is State.STOPPED
    await titled(coordinator, strict, "OT-info marraskuussa")
    assert "Hyväksyntää on pyydetty" in await pressed(coordinator, strict, "announcement-go-on")
    assert (await last(strict)).state is State.HELD
    assert "joku muu kuin sen tekijä" in await pressed(coordinator, strict, "announcement-approve")
    before = len(await told(strict, "announcement"))
    await strict.person(1)
    assert len(await told(strict, "announcement")) == before
    await pressed(administrator, strict, "announcement-approve")
    assert (await last(strict)).state is State.OUT
    # Who came meanwhile is among the others now.
    assert len(await told(strict, "announcement")) == before + 1


async def test_whoever_gets_the_app_while_it_waits_gets_nothing_before_it_was_read(strict: House) -> None:
    coordinator, administrator, worker = [await strict.person(number) for number in (6, 7, 1)]
    await (await written(coordinator)).submit("Pyydä hyväksyntä")
    await newest(administrator, "odottaa hyväksyntääsi")
    strict.teams.faults.add(Fault("status", None, 403, conversation=worker.object_id, code="MessageWritesBlocked"))
    await pressed(administrator, strict, "announcement-approve")
    await newest(coordinator, "OT-info")
    await pressed(coordinator, strict, "announcement-stop")
    await titled(coordinator, strict, "OT-info marraskuussa")
    await pressed(coordinator, strict, "announcement-go-on")
    strict.teams.faults.clear()
    assert "Yritetään uudelleen" in await pressed(coordinator, strict, "announcement-again")
    await settled(strict)
    assert sorted(one.state for one in await told(strict, "announcement")) == ["cancelled", "sent", "sent"]
    await pressed(administrator, strict, "announcement-approve")
    assert "OT-info marraskuussa" in words_on((await newest(worker, "OT-info")).card)


async def test_of_a_change_of_what_all_have_read_she_hears_afterwards(strict: House) -> None:
    coordinator, administrator = await strict.person(6), await strict.person(7)
    await (await written(coordinator)).submit("Pyydä hyväksyntä")
    await newest(administrator, "odottaa hyväksyntääsi")
    await pressed(administrator, strict, "announcement-approve")
    await newest(coordinator, "OT-info")
    await newest(administrator, "OT-info")
    await titled(coordinator, strict, "OT-info marraskuussa")
    heard = await newest(administrator, "on muutettu")
    assert "OT-info marraskuussa" in words_on(heard.card)
    assert (await last(strict)).state is State.OUT
