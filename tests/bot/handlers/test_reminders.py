"""What somebody does about a card of reminders, from the clock that brings it to the form that ends it."""

from datetime import datetime

import pytest
from sqlalchemy import select

from playground import Client, Message
from storage import drafts, nudges
from storage.nudges import DONE, DROPPED, TOLD, WAITING
from storage.reminder_tables import nudges as table
from tests.bot.scenes import press
from tests.bot.talk import button, person_id
from tests.e2e.walks import begin_dialog, inputs_by_id, send_dialog, titles, walk_dialog, words_on
from tests.house import House
from tests.storage.facts import draft
from tests.storage.reminded import remind

SUMMARY = "Muistutus OT-botilta"
SENT = datetime(2022, 9, 29, 9, 0)


async def reminded(house: House, worker: Client, count: int = 1) -> tuple[str, list[str]]:
    """A card about so many forms on their way: its id, and those of what stands on it."""
    async with house.desk.database.write() as connection:
        person, now = await person_id(house, connection, worker), house.clock.now()
        some = [(await drafts.begin(connection, draft(person), now)).id for _ in range(count)]
        bundle = await remind(connection, person, "draft-deadline", *some)
        found = await nudges.of_bundle(connection, bundle)
    assert found
    return bundle, [one.id for one, _, _ in found.told]


async def states(house: House) -> dict[str, str]:
    async with house.desk.database.read() as connection:
        return {row.id: row.state for row in (await connection.execute(select(table))).all()}


async def test_one_of_several_is_done_and_then_all(small_house: House) -> None:
    worker = await small_house.person(1)
    bundle, [first, second] = await reminded(small_house, worker, 2)
    one = await press(worker, {"verb": "reminder-done", "id": bundle, "item": first})
    assert "Merkitty tehdyksi." in words_on(one.card) and "Merkitsit tämän tehdyksi." in words_on(one.card)
    assert await states(small_house) == {first: DONE, second: TOLD}
    every = await press(worker, {"verb": "reminder-done", "id": bundle})
    assert words_on(every.card).count("Merkitsit tämän tehdyksi.") == 2
    assert await states(small_house) == {first: DONE, second: DONE}


async def test_a_second_press_changes_nothing_and_shows_the_card_as_it_is(small_house: House) -> None:
    worker = await small_house.person(1)
    bundle, [which] = await reminded(small_house, worker)
    await press(worker, {"verb": "reminder-later-send", "id": bundle, "f.day": "2022-09-30"})
    for verb in ("reminder-done", "reminder-later-send", "reminder-off-send"):
        shown = await press(worker, {"verb": verb, "id": bundle, "f.day": "2022-10-03"})
        assert "Saat tästä uuden muistutuksen pe 30.9.2022." in words_on(shown.card)
        assert "Merkitty" not in words_on(shown.card) and "Selvä" not in words_on(shown.card)
    assert await states(small_house) == {which: WAITING}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({}, "Valitse päivä, jona haluat"),
        ({"f.day": "other"}, "Valitse päivä, jona haluat"),
        ({"f.day": "soon"}, "Valitse päivä, jona haluat"),
        ({"f.day": "other", "f.date": "31.9.2022"}, "Valitse päivä, jona haluat"),
        ({"f.day": "other", "f.date": "2022-09-20"}, "joka on tämän päivän jälkeen"),
        ({"f.day": "other", "f.date": "2022-10-02"}, "Viikonloppuisin, pyhinä ja lomakuukautena"),
        ({"f.day": "other", "f.date": "2022-10-07"}, "Viimeinen mahdollinen päivä on to 6.10.2022"),
        ({"f.day": "other", "f.date": "9999-12-31"}, "Viimeinen mahdollinen päivä on to 6.10.2022"),
    ],
)
async def test_a_day_that_will_not_do_is_explained_and_what_was_typed_stays(
    small_house: House, typed: dict[str, str], words: str
) -> None:
    worker = await small_house.person(1)
    bundle, [which] = await reminded(small_house, worker)
    shown = await press(worker, {"verb": "reminder-later-send", "id": bundle, **typed})
    assert words in words_on(shown.card)
    inputs = inputs_by_id(shown.card)
    assert inputs["day"].get("value") == typed.get("f.day") and inputs["date"].get("value") == typed.get("f.date")
    assert await states(small_house) == {which: TOLD}


async def test_of_several_those_are_put_off_that_were_chosen(small_house: House) -> None:
    worker = await small_house.person(1)
    bundle, [first, second] = await reminded(small_house, worker, 2)
    nothing = await press(worker, {"verb": "reminder-later-send", "id": bundle, "f.day": "2022-09-21"})
    assert "Valitse ainakin yksi muistutus." in words_on(nothing.card)
    await press(worker, {"verb": "reminder-later-send", "id": bundle, "f.day": "2022-09-21", "f.items": second})
    assert await states(small_house) == {first: TOLD, second: WAITING}
    asked = await press(worker, {"verb": "reminder-off", "id": bundle})
    assert "items" not in inputs_by_id(asked.card)
    ended = await press(worker, {"verb": "reminder-off-send", "id": bundle})
    assert "Selvä, tästä ei enää muistuteta." in words_on(ended.card)
    assert await states(small_house) == {first: DROPPED, second: WAITING}


async def test_of_several_nothing_is_ended_that_was_not_chosen(small_house: House) -> None:
    worker = await small_house.person(1)
    bundle, which = await reminded(small_house, worker, 2)
    shown = await press(worker, {"verb": "reminder-off-send", "id": bundle, "f.items": "made-up"})
    assert "Valitse ainakin yksi muistutus." in words_on(shown.card)
    assert set((await states(small_house)).values()) == {TOLD} and len(which) == 2


async def test_why_leads_to_the_settings_and_back(small_house: House) -> None:
    worker = await small_house.person(1)
    bundle, _ = await reminded(small_house, worker)
    why = await press(worker, {"verb": "reminder-why", "id": bundle})
    assert "Keskeneräisestä lomakkeesta" in words_on(why.card) and "5 ja 1" in words_on(why.card)
    assert titles(why.card) == ["Muistutusten asetukset", "Takaisin muistutukseen"]
    back = await press(worker, button(why.card, "reminder-show"))
    assert "lomakkeesi on vielä kesken" in words_on(back.card)


@pytest.mark.parametrize("verb", ["show", "done", "later", "later-send", "off", "off-send", "why"])
async def test_a_card_of_reminders_is_nobody_elses(small_house: House, verb: str) -> None:
    worker, other = await small_house.person(1), await small_house.person(2)
    bundle, [which] = await reminded(small_house, worker)
    for client, card in ((other, bundle), (worker, "f" * 32), (worker, "")):
        data = {"verb": f"reminder-{verb}", "id": card, "f.day": "2022-09-30", "f.items": which}
        assert "Muistutusta ei löytynyt." in words_on((await press(client, data)).card)
    assert await states(small_house) == {which: TOLD}


def reminders(worker: Client) -> list[Message]:
    """The cards of reminders in her chat."""
    return [one for one in worker.messages if one.summary == SUMMARY]


async def until_reminded(worker: Client, count: int) -> Message:
    """The last of so many cards of reminders."""
    await worker.until(lambda one: len(reminders(one)) >= count, seconds=30)
    return reminders(worker)[-1]


async def test_a_form_is_reminded_of_put_off_and_sent_and_then_there_is_peace(reminding_house: House) -> None:
    house, worker = reminding_house, await reminding_house.person(1)
    form = await begin_dialog(worker)
    await walk_dialog(form, "contact")
    # Somebody else does nothing about hers: where she hears of it, the first one has had her chance to.
    other = await house.person(2)
    await walk_dialog(await begin_dialog(other), "contact")
    house.turn_to(SENT)
    card = await until_reminded(worker, 1)
    assert "lähetät sen viimeistään to 6.10.2022" in words_on(card.card)

    later = await worker.open(card, "Muistuta myöhemmin")
    await later.submit("Muistuta silloin", {"f.day": "2022-09-30"})
    assert "Muistutus tulee uudelleen" in words_on(later.card)
    # The card in the chat follows what was done in the dialog.
    await worker.until(lambda one: "uuden muistutuksen pe 30.9.2022" in words_on(reminders(one)[0].card))

    house.turn_to(datetime(2022, 9, 30, 9, 0))
    again = await until_reminded(worker, 2)
    assert "to 6.10.2022" in words_on(again.card)
    await walk_dialog(form)
    await send_dialog(form)
    for day, count in ((5, 2), (7, 3)):
        house.turn_to(datetime(2022, 10, day, 9, 0))
        await until_reminded(other, count)
    assert "määräaika oli to 6.10.2022" in words_on(reminders(other)[-1].card)
    assert len(reminders(worker)) == 2
