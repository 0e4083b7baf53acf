"""Teams sends again what it takes for unanswered: one effect, one message, and the answer is the present state."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text, update

from playground import Client, Fault
from playground.elements import Json
from storage import tables
from storage.trace_tables import inbound
from tests.bot.scenes import press
from tests.bot.talk import answered, asked, button, pair
from tests.e2e.walks import begin_dialog, fill, words_on
from tests.house import House
from tests.soak.cards import say
from tests.soak.devices import card_in


async def again(client: Client, activity: Json, copies: int = 3) -> list[Any]:
    """The same activity, so many times at once."""
    return [card_in(one.body) for one in await asyncio.gather(*(client.post(activity) for _ in range(copies)))]


def submitted(client: Client, data: Json) -> Json:
    return client.activity("invoke", name="task/submit", value={"data": data})


def by_bot(client: Client) -> int:
    return len([one for one in client.messages if one.by_bot])


async def unanswered(house: House) -> None:
    """As if the process had died after the effect, and before its answer got through."""
    async with house.desk.database.write() as connection:
        await connection.execute(update(inbound).values(answered=False))


async def test_a_word_is_answered_once_however_often_it_comes(house: House) -> None:
    worker = await house.person(1)
    said = worker.activity("message", text="omat")
    await again(worker, said, 5)
    await again(worker, said, 2)
    assert by_bot(worker) == 2


async def test_a_button_of_an_old_client_is_answered_once(house: House) -> None:
    worker = await house.person(1)
    pressed = worker.activity("message", value={"verb": "own"}, replyToId=worker.last.id)
    await again(worker, pressed, 5)
    assert (by_bot(worker), worker.last.updates) == (1, 1)


async def test_a_word_in_a_channel_is_answered_once(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.install(small_house.teams.channel)
    before = len(small_house.teams.channel.messages)
    said = worker.activity("message", text="omat")
    said["conversation"] |= {"id": small_house.teams.channel.id, "conversationType": "channel", "isGroup": True}
    await again(worker, said, 4)
    assert len(small_house.teams.channel.messages) == before + 1


async def test_an_answer_that_was_lost_with_its_process_is_given_to_the_next_copy_once(house: House) -> None:
    worker = await house.person(1)
    said = worker.activity("message", text="omat")
    await again(worker, said, 1)
    await unanswered(house)
    await again(worker, said, 2)
    assert by_bot(worker) == 2
    house.pass_time(seconds=31)
    await again(worker, said, 4)
    assert by_bot(worker) == 3
    house.pass_time(hours=1)
    await again(worker, said, 1)
    assert by_bot(worker) == 3


async def test_an_answer_that_teams_did_not_take_is_given_to_a_later_copy(small_house: House) -> None:
    worker = await small_house.person(1)
    said = worker.activity("message", text="omat")
    small_house.teams.faults.add(Fault("status", status=403))
    await again(worker, said, 1)
    assert by_bot(worker) == 1
    small_house.pass_time(seconds=31)
    await again(worker, said, 1)
    assert by_bot(worker) == 2


async def renamed(house: House, old: str, new: str) -> None:
    async with house.desk.database.write() as connection:
        await connection.execute(text(f"ALTER TABLE {old} RENAME TO {new}"))


async def test_a_press_that_broke_at_its_very_end_is_done_by_the_next_copy(house: House) -> None:
    worker, _, reference = await asked(house)
    which = button((await answered(worker, "omat")).card, "consultation-open")["id"]
    withdrawal = submitted(worker, {"verb": "consultation-withdraw-sure", "id": which, "v": 1})
    # The line of the log is the last thing that is written.
    await renamed(house, "access_log", "away")
    assert await again(worker, withdrawal, 1) == [None]
    await renamed(house, "away", "access_log")
    state = tables.consultations.select().where(tables.consultations.c.id == which)
    async with house.desk.database.read() as connection:
        assert (await connection.execute(state)).one().version == 1
    [card] = await again(worker, withdrawal, 1)
    assert say("said-withdrawn", reference=reference) in words_on(card)
    async with house.desk.database.read() as connection:
        assert (await connection.execute(state)).one().version == 2


async def test_a_form_that_is_begun_twice_by_one_press_is_one_though_it_has_grown_meanwhile(house: House) -> None:
    worker = await house.person(1)
    begin = submitted(worker, {"verb": "form-begin", "group": "haastavat-erot"})
    [card] = await again(worker, begin, 1)
    # Once it has been written on, a new press would begin another form.
    await press(worker, button(card, "form-next") | fill(card, {"matter": "single", "anonymous": "no"}))
    shown = await again(worker, begin)
    assert {button(one, "form-next")["id"] for one in shown} == {button(card, "form-next")["id"]}
    assert {button(one, "form-next")["step"] for one in shown} == {"about_you"}
    async with house.desk.database.read() as connection:
        assert len((await connection.execute(tables.drafts.select())).all()) == 1


async def test_what_was_typed_and_not_taken_comes_back_with_the_second_copy(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    data = button(dialog.card, "form-next") | {"f.matter": "single", "f.anonymous": "ei mikään"}
    first, second = [(await again(worker, activity, 1))[0] for activity in [submitted(worker, data)] * 2]
    assert say("form-mend") in words_on(first)
    assert button(second, "form-next")["step"] == "matter"


async def test_a_question_that_has_been_answered_is_not_asked_again_by_a_late_copy(house: House) -> None:
    worker, secretary, _ = await asked(house)
    which = button((await answered(secretary, "jono")).card, "consultation-open")["id"]
    question = submitted(secretary, {"verb": "question-ask-send", "id": which, "v": 1, "f.words": "Kuka osallistuu?"})
    await again(secretary, question)
    await press(worker, {"verb": "question-answer-send", "id": which, "v": 2, "f.words": "Minä."})
    for card in await again(secretary, question):
        assert say("said-asked") in words_on(card)
    async with house.desk.database.read() as connection:
        assert len((await connection.execute(tables.questions.select())).all()) == 1


async def test_a_late_copy_of_a_move_does_not_move_the_request_back(house: House) -> None:
    _, secretary, _ = await asked(house)
    which = button((await answered(secretary, "jono")).card, "consultation-open")["id"]
    moves = [
        submitted(
            secretary, {"verb": "consultation-move-send", "id": which, "v": v, "f.meeting": day, "f.words": "Syy."}
        )
        for v, day in ((1, "2022-11-10"), (2, "2022-12-08"))
    ]
    for one in (*moves, *moves):
        await again(secretary, one, 2)
    async with house.desk.database.read() as connection:
        row = (await connection.execute(tables.consultations.select())).one()
    assert (row.meeting.isoformat(), row.version) == ("2022-12-08", 3)


async def test_a_change_that_was_sent_is_not_opened_again_by_a_late_copy(house: House) -> None:
    worker, _, _ = await asked(house)
    which = button((await answered(worker, "omat")).card, "consultation-open")["id"]
    change = submitted(worker, {"verb": "consultation-change", "id": which})
    first, second = (await again(worker, change, 1)) + (await again(worker, change, 1))
    drafts = [
        next(one["data"]["id"] for one in Client.actions_of(card) if "id" in one["data"]) for card in (first, second)
    ]
    assert drafts[0] == drafts[1]
    await press(worker, {"verb": "draft-delete-sure", "id": drafts[0]})
    [late] = await again(worker, change, 1)
    assert say("refused-draft") in words_on(late)
    async with house.desk.database.read() as connection:
        assert (await connection.execute(tables.drafts.select())).all() == []


@pytest.mark.parametrize("name", ["task/submit", "adaptiveCard/action"])
async def test_a_refused_press_is_refused_again_though_it_could_be_done_now(house: House, name: str) -> None:
    worker, secretary, _ = await asked(house)
    which = button((await answered(secretary, "jono")).card, "consultation-open")["id"]
    data = {"verb": "question-answer-send", "id": which, "v": 2, "f.words": "Minä."}
    value = {"data": data, "action": {"verb": data["verb"], "data": data}}
    early = worker.activity("invoke", name=name, value=value)
    await again(worker, early, 1)
    await press(secretary, {"verb": "question-ask-send", "id": which, "v": 1, "f.words": "Kuka?"})
    await again(worker, early)
    async with house.desk.database.read() as connection:
        assert [one.answer for one in (await connection.execute(tables.questions.select())).all()] == [None]


async def test_installing_is_welcomed_once_and_a_late_removal_ends_nothing(house: House) -> None:
    worker, _ = await pair(house)
    remove, add = (worker.activity("installationUpdate", action=one) for one in ("remove", "add"))
    await again(worker, remove)
    await again(worker, add, 4)
    assert by_bot(worker) == 2
    await again(worker, remove)
    async with house.desk.database.read() as connection:
        row = (
            await connection.execute(tables.conversations.select().where(tables.conversations.c.id == worker.chat.id))
        ).one()
    assert row.ended_at is None
    await unanswered(house)
    house.pass_time(seconds=31)
    await again(worker, add, 3)
    assert by_bot(worker) == 3


@pytest.mark.parametrize("kind", ["message", "invoke"])
async def test_what_has_no_id_of_its_own_is_not_done(small_house: House, kind: str) -> None:
    worker = await small_house.person(1)
    activity = worker.activity(
        kind, name="task/submit", text="omat", value={"data": {"verb": "form-begin", "group": "master"}}
    )
    del activity["id"]
    assert (await worker.post(activity)).status < 500
    assert by_bot(worker) == 1
    async with small_house.desk.database.read() as connection:
        assert (await connection.execute(tables.drafts.select())).all() == []
