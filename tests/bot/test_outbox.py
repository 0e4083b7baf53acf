"""What is due is sent once, and what did not get through stays due."""

import asyncio
from datetime import timedelta

import pytest

from domain.consultations import Status
from playground import Client, Fault
from storage.notices import Notice
from tests.bot.post import Post
from tests.e2e.walks import words_on

RECEIPT = "Konsultaatiopyyntö HE-2022-0001"


def receipts(client: Client) -> list[str]:
    return [one.summary for one in client.cards]


async def test_a_receipt_is_sent_once_with_a_summary_free_of_content(post: Post) -> None:
    await post.sent()
    assert [await post.outbox.round() for _ in range(2)] == [1, 0]
    assert receipts(post.teams.person(1)) == [RECEIPT]


async def test_what_has_changed_takes_the_place_of_what_was_sent(post: Post) -> None:
    one = await post.sent()
    await post.outbox.round()
    await post.change(one, status=Status.WITHDRAWN.value)
    await post.redraw(one)
    await post.outbox.round()
    [message] = post.teams.person(1).cards
    assert "on peruttu" in words_on(message.card)
    assert message.updates == 1


async def test_a_throttled_message_waits_as_long_as_it_is_told(post: Post) -> None:
    await post.sent()
    post.fails(429, wait=40)
    await post.outbox.round()
    assert await post.next_try() == 40
    post.pass_time(seconds=39)
    assert await post.outbox.round() == 0
    post.pass_time(seconds=1)
    assert await post.outbox.round() == 1
    assert receipts(post.teams.person(1)) == [RECEIPT]


async def test_a_server_that_fails_is_asked_less_and_less_often_but_at_least_every_quarter_of_an_hour(
    post: Post,
) -> None:
    await post.sent()
    post.fails(503, times=None, wait=0)
    waits = []
    for _ in range(12):
        await post.outbox.round()
        waits.append(await post.next_try())
        post.pass_time(seconds=waits[-1])
    assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]


async def test_an_outage_of_a_night_costs_nobody_a_message(post: Post) -> None:
    await post.sent()
    post.fails(503, times=None)
    until = post.desk.clock.now() + timedelta(hours=14)
    while post.desk.clock.now() < until:
        assert await post.outbox.round() == 1
        post.pass_time(seconds=await post.next_try())
    post.teams.faults.clear()
    await post.outbox.round()
    assert receipts(post.teams.person(1)) == [RECEIPT]


async def test_after_so_many_attempts_it_ends(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.outbox.MOST_ATTEMPTS", 3)
    await post.sent()
    post.fails(503, times=None)
    for _ in range(5):
        await post.outbox.round()
        post.pass_time(hours=1)
    assert (await post.states(), len(post.teams.calls)) == (["dead"], 3)


@pytest.mark.parametrize("status", [403, 404, 400, 413])
async def test_what_can_never_get_through_ends_at_once(post: Post, status: int) -> None:
    await post.sent()
    post.fails(status)
    await post.outbox.round()
    post.pass_time(days=1)
    assert await post.outbox.round() == 0
    assert (await post.states(), len(post.teams.calls)) == (["dead"], 1)


async def test_who_has_removed_the_app_is_told_when_it_comes_back(post: Post) -> None:
    await post.person(3, installed=False)
    await post.sent(owner=3)
    await post.outbox.round()
    assert (await post.states(), len(post.teams.calls)) == (["dead"], 0)
    await post.comes_back(3)
    await post.outbox.round()
    assert receipts(post.teams.person(3)) == [RECEIPT]


async def test_who_comes_back_gets_nothing_twice_and_sees_what_has_changed_meanwhile(post: Post) -> None:
    one = await post.sent()
    await post.outbox.round()
    await post.comes_back(1)
    assert await post.outbox.round() == 0
    await post.change(one, status=Status.WITHDRAWN.value)
    await post.redraw(one)
    await post.outbox.round()
    assert len(receipts(post.teams.person(1))) == 1


async def test_a_connection_that_breaks_before_the_message_was_there_sends_it_later(post: Post) -> None:
    await post.sent()
    post.teams.faults.add(Fault("cut_before"))
    await post.outbox.round()
    post.pass_time(seconds=await post.next_try())
    await post.outbox.round()
    assert receipts(post.teams.person(1)) == [RECEIPT]


async def test_a_connection_that_breaks_after_the_message_was_there_doubles_it_once_and_no_more(post: Post) -> None:
    one = await post.sent()
    post.teams.faults.add(Fault("cut_after"))
    await post.outbox.round()
    post.pass_time(hours=1)
    await post.outbox.round()
    await post.redraw(one)
    await post.outbox.round()
    post.pass_time(hours=1)
    assert await post.outbox.round() == 0
    assert [message.updates for message in post.teams.person(1).cards] == [0, 1]


async def test_a_replacement_that_was_cut_off_is_repeated_in_place(post: Post) -> None:
    one = await post.sent()
    await post.outbox.round()
    await post.redraw(one)
    post.teams.faults.add(Fault("cut_after", method="PUT"))
    await post.outbox.round()
    post.pass_time(hours=1)
    await post.outbox.round()
    assert [message.updates for message in post.teams.person(1).cards] == [2]


async def test_one_that_cannot_be_sent_takes_nobody_elses_turn(post: Post) -> None:
    await post.person(2)
    await post.sent(1, owner=2)
    await post.sent(2, owner=1)
    post.teams.faults.add(Fault("status", None, 503, conversation=post.teams.person(2).object_id))
    await post.outbox.round()
    assert len(receipts(post.teams.person(1))) == 1


async def test_one_that_breaks_the_drawing_takes_nobody_elses_turn_and_breaks_aloud(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = await post.sent(1)
    await post.sent(2)
    monkeypatch.setattr("bot.outbox.draw", _breaking(broken.id))
    for _ in range(2):
        with pytest.raises(ZeroDivisionError):
            await post.outbox.round()
        post.pass_time(minutes=2)
    assert receipts(post.teams.person(1)) == ["Konsultaatiopyyntö HE-2022-0002"]


def _breaking(subject: str):  # type: ignore[no-untyped-def]
    from bot.notices import draw

    async def drawn(desk, connection, delivery):  # type: ignore[no-untyped-def]
        if delivery.subject == subject:
            raise ZeroDivisionError
        return await draw(desk, connection, delivery)

    return drawn


async def test_a_notice_about_nothing_ends(post: Post) -> None:
    await post.tell(Notice("receipt", "nothing"), 1)
    await post.outbox.round()
    assert (await post.states(), len(post.teams.calls)) == (["dead"], 0)


async def test_a_request_of_a_group_that_the_centre_has_given_up_ends(post: Post) -> None:
    one = await post.sent()
    await post.change(one, group="given-up")
    await post.outbox.round()
    assert await post.states() == ["dead"]


async def test_it_sends_by_itself_as_soon_as_it_is_woken_and_stops_when_told(post: Post) -> None:
    running = asyncio.create_task(post.outbox.run())
    await asyncio.sleep(0.05)
    await post.sent()
    post.desk.wake()
    await post.teams.person(1).until(receipts)
    post.outbox.stop()
    await asyncio.wait_for(running, 2)
    assert len(receipts(post.teams.person(1))) == 1


async def test_when_told_to_stop_it_finishes_what_it_sends_and_begins_nothing_new(post: Post) -> None:
    await post.sent(1)
    await post.sent(2)
    post.teams.faults.add(Fault("delay", seconds=1))
    running = asyncio.create_task(post.outbox.run())
    await asyncio.sleep(0.5)
    post.outbox.stop()
    await asyncio.wait_for(running, 3)
    assert len(receipts(post.teams.person(1))) == 1
    assert sorted(await post.states()) == ["new", "sent"]
