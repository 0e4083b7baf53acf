"""After a session those who had it are asked what they thought, once, and nothing leads back to them."""

from typing import Any

import pytest
from sqlalchemy import select

from domain.announcements import State
from playground import Client
from playground.client import InvokeResult
from storage import announcements, feedback
from storage.notices import Notice, tell_channels
from storage.tables import conversations
from storage.trace_tables import access_log
from tests.bot.scenes import press
from tests.bot.talk import person_id
from tests.e2e.walks import titles, words_on
from tests.house import House
from tests.storage.meets import ONE, held, register

SECRET = "Hopeavihne kimalsi takapihalla"


async def over(house: House, *came: int, **facts: Any) -> list[Client]:
    """A session that has ended, and those who had said that they come."""
    clients = [await house.person(number) for number in came]
    async with house.desk.database.write() as connection:
        await announcements.add(connection, held(house.clock.now(), **facts), house.clock.now())
        for one in clients:
            await register(connection, ONE.id, await person_id(house, connection, one))
    return clients


async def open_form(client: Client) -> str:
    return words_on((await press(client, {"verb": "feedback", "id": ONE.id})).card)


async def send(client: Client, **typed: str) -> InvokeResult:
    data = {"verb": "feedback-send", "id": ONE.id} | {f"f.{key}": value for key, value in typed.items()}
    return await press(client, data)


async def given(house: House) -> int:
    async with house.desk.database.read() as connection:
        return (await feedback.summary(connection, ONE.id)).given


async def test_who_came_is_asked_and_thanked_once(small_house: House) -> None:
    [worker] = await over(small_house, 1)
    assert "Palaute on nimetön" in await open_form(worker)
    for words in ("Kiitos", "Toisen kerran"):
        assert "Kiitos palautteesta" in words_on((await send(worker, useful="4", words=words)).card)
    assert await given(small_house) == 1
    assert "Kiitos palautteesta" in await open_form(worker)


async def test_from_a_channel_it_is_given_in_a_dialog_that_is_seen_by_nobody_else(small_house: House) -> None:
    [worker] = await over(small_house, 1)
    channel = small_house.teams.channel
    await worker.install(channel)
    async with small_house.desk.database.write() as connection:
        where = select(conversations.c.id).where(conversations.c.kind == "channel")
        await tell_channels(connection, Notice("announcement", ONE.id), where, small_house.clock.now())
    small_house.desk.wake()
    message = await worker.until(
        lambda _: next((one for one in channel.messages if one.card and "Koske" in words_on(one.card)), None)
    )
    dialog = await worker.open(message, "Anna palautetta")
    assert "Palaute on nimetön" in words_on(dialog.card)
    await dialog.submit("Lähetä", {"f.useful": "4", "f.words": "Kiitos"})
    assert "Kiitos palautteesta" in words_on(dialog.card) and titles(dialog.card) == []
    assert await given(small_house) == 1


async def test_who_neither_came_nor_was_told_is_not_asked(small_house: House) -> None:
    await over(small_house, 1)
    stranger = await small_house.person(2)
    assert "Palaute on osallistujille" in await open_form(stranger)
    assert "Palaute on osallistujille" in words_on((await send(stranger, useful="1")).card)
    assert await given(small_house) == 0


async def test_nothing_is_asked_before_the_session_is_over_or_when_it_was_called_off(small_house: House) -> None:
    [worker] = await over(small_house, 1, state=State.CALLED_OFF)
    assert "kun tilaisuus on pidetty" in await open_form(worker)
    assert "kun tilaisuus on pidetty" in words_on((await send(worker, useful="1")).card)
    assert await given(small_house) == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"words": "Kiitos"}, "Valitse luku yhdestä viiteen."),
        ({"useful": "9"}, "Tarkista vielä merkityt kohdat"),
        ({"useful": "5", "words": "Lapsi 131052-308T oli siellä"}, "Tarkista vielä merkityt kohdat"),
    ],
)
async def test_what_is_wrong_is_said_at_its_place_and_not_kept(
    small_house: House, typed: dict[str, str], said: str
) -> None:
    [worker] = await over(small_house, 1)
    answered = await send(worker, **typed)
    assert said in words_on(answered.card) and "131052-308T" not in str(answered.card)
    assert await given(small_house) == 0


async def test_what_may_point_at_somebody_is_asked_about_once_more(small_house: House) -> None:
    [worker] = await over(small_house, 1)
    doubtful = {"useful": "5", "words": "Soita numeroon 040 123 4567"}
    answered = await send(worker, **doubtful)
    assert "Palautetta ei ole vielä lähetetty" in words_on(answered.card) and await given(small_house) == 0
    sure = next(one["data"]["sure"] for one in worker.actions_of(answered.card) if "sure" in one.get("data", {}))
    data = {"verb": "feedback-send", "id": ONE.id, "sure": sure} | {f"f.{key}": one for key, one in doubtful.items()}
    assert "Kiitos palautteesta" in words_on((await press(worker, data)).card)
    assert await given(small_house) == 1


async def test_the_access_log_does_not_tell_who_answered_or_at_what_hour(small_house: House) -> None:
    [worker] = await over(small_house, 1)
    await open_form(worker)
    await send(worker, useful="4", words=SECRET)
    async with small_house.desk.database.read() as connection:
        query = select(access_log).where(access_log.c.action.like("feedback%"))
        lines = (await connection.execute(query)).mappings().all()
        tables = access_log.metadata.sorted_tables
        kept = [str((await connection.execute(select(one))).all()) for one in tables]
    assert {(one["actor"], one["kind"], one["subject"]) for one in lines} == {(None, "announcement", ONE.id)}
    assert {one["at"].astimezone(small_house.desk.content.centre.zone).strftime("%H:%M") for one in lines} == {"00:00"}
    assert not [one for one in kept if SECRET in one]


async def test_the_coordinator_reads_what_came_together_and_nobody_else(small_house: House) -> None:
    clients = await over(small_house, 1, 2, 3)
    for number, client in enumerate(clients):
        await send(client, useful="5", words=f"Sanoja {number}")
    data = {"verb": "feedback-summary", "id": ONE.id}
    coordinator = await small_house.person(6)
    read = words_on((await press(coordinator, data)).card)
    assert "Palautteen antoi 3 henkilöä" in read and "Sanoja 2" in read
    assert "Sanoja 2" in str((await press(coordinator, data | {"text": 1})).card)
    refused = words_on((await press(clients[0], data)).card)
    assert "Sanoja" not in refused and "ei löytynyt" in refused
