"""The secretary's look at who asks anonymously: asked for, with a reason, on a card of its own."""

from datetime import timedelta

import pytest

from bot.desk import Turn
from bot.dispatch import run
from bot.doings import DOINGS
from cards.verbs import Verb
from domain.people import Actor
from playground import Client, Dialog
from storage import access_log, claims, consultations, identities, people
from storage.people import Caller
from tests.bot.talk import asked, button, newest, opened, pair, whole, write_down
from tests.e2e.walks import SINGLE, send_request, titles, words_on
from tests.house import House

ANONYMOUS = {**SINGLE, "matter": {"matter": "single", "anonymous": "yes"}}
HERS = ("Person 1", "040 123 4567", "etunimi.sukunimi@kunta.example")


async def looking(house: House) -> tuple[Client, Dialog]:
    """A secretary in front of an anonymous request."""
    worker, secretary = await house.person(1), await house.person(3)
    reference = await send_request(worker, ANONYMOUS)
    await newest(secretary, "on saapunut")
    return worker, await opened(secretary, reference)


async def test_the_requester_is_shown_once_a_reason_is_given(house: House) -> None:
    _, dialog = await looking(house)
    await dialog.submit("Näytä pyytäjän tiedot")
    assert not any(one in words_on(dialog.card) for one in HERS)
    for wrong in ({}, {"f.reason": "curious"}):
        await dialog.submit("Näytä tiedot", wrong)
        assert "Valitse syy" in words_on(dialog.card)
        assert not any(one in words_on(dialog.card) for one in HERS)
    await dialog.submit("Näytä tiedot", {"f.reason": "contact"})
    assert all(one in words_on(dialog.card) for one in HERS)
    assert "Viestit ovat kiristyneet" not in words_on(dialog.card)
    await dialog.submit("Takaisin pyyntöön")
    read = await whole(dialog)
    assert not any(one in read for one in HERS)


async def test_of_a_named_request_the_secretary_sees_who_asks_at_once(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await opened(secretary, reference)
    assert "Näytä pyytäjän tiedot" not in titles(dialog.card)
    assert "Person 1" in await whole(dialog)


@pytest.mark.parametrize("verb", ["requester-show", "requester-show-send"])
async def test_nobody_else_may_look(small_house: House, verb: str) -> None:
    _, dialog = await looking(small_house)
    which = button(dialog.card, "requester-show")["id"]
    for number in (2, 4, 5, 6, 7):
        other = await small_house.person(number)
        answer = await other.fetch(other.last, {"verb": verb, "id": which, "f.reason": "contact"})
        assert "Pyyntöä ei löytynyt" in words_on(answer.card), number
        assert not any(one in words_on(answer.card) for one in HERS)


async def turn_of(house: House, number: int, **given: object) -> Turn:
    """A press of somebody."""
    client = await house.person(number)
    async with house.desk.database.read() as connection:
        actor: Actor | None = await people.find_actor(connection, Caller(house.teams.tenant, client.object_id, ""))
        chat = actor and await people.chat_with(connection, actor.id)
        found = await consultations.find_by_reference(connection, "HE-2022-0001")
    assert actor and chat and found
    data = {"id": found.id}
    return Turn(actor, chat, house.clock.now(), house.desk.speech("fi"), data=data, typed=dict(given))


async def test_a_look_says_of_what_and_why_and_her_own_reading_names_nobody(small_house: House) -> None:
    await looking(small_house)
    secretary, worker = await turn_of(small_house, 3, reason="safety"), await turn_of(small_house, 1)
    which = str(secretary.data["id"])

    async def traced(turn: Turn, verb: Verb) -> tuple[str, str, bool]:
        reply = await run(small_house.desk, turn, DOINGS[verb])
        assert reply
        return reply.about, reply.reason, reply.unnamed

    assert await traced(secretary, Verb.REQUESTER_SHOW_SEND) == (which, "safety", False)
    assert await traced(secretary, Verb.REQUESTER_SHOW) == (which, "", False)
    assert await traced(secretary, Verb.OPEN) == (which, "", False)
    assert await traced(worker, Verb.OPEN) == (which, "", True)
    async with small_house.desk.database.read() as connection:
        looked = [(one.actor, one.reason) async for one in access_log.about(connection, which) if one.reason]
    assert looked == [(secretary.actor.id, "safety")]


@pytest.mark.parametrize("with_code", [True, False])
async def test_who_asked_cannot_be_shown_once_she_is_forgotten_and_the_log_says_that_it_was_refused(
    small_house: House, with_code: bool
) -> None:
    worker, secretary = await pair(small_house)
    dialog = await opened(secretary, await write_down(small_house, worker, anonymous=True))
    looking = button(dialog.card, "requester-show")
    async with small_house.desk.database.write() as connection:
        if with_code:
            await claims.issue(connection, looking["id"], small_house.clock.now() + timedelta(days=1))
        assert await identities.forget(connection, looking["id"])
    for verb in ("requester-show", "requester-show-send"):
        await dialog.send({**looking, "verb": verb, "f.reason": "contact"})
        assert "Tämä ei ole enää mahdollista, koska pyytäjän tiedot on poistettu" in words_on(dialog.card)
        assert "Näytä pyytäjän tiedot" not in titles(dialog.card) and "Näytä tiedot" not in titles(dialog.card)
        assert ("vain pyynnön koodilla" in words_on(dialog.card)) == with_code
    async with small_house.desk.database.read() as connection:
        looked = [one.reason async for one in access_log.about(connection, looking["id"]) if one.reason]
    assert looked == ["refused-requester-gone"] * 2
