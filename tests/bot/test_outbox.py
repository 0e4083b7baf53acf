"""What is due is sent once, and what did not get through stays due."""

import asyncio
import time
from datetime import timedelta

import pytest
import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk
from bot.drawing import Draw, Drawer, Drawn, Withheld
from bot.notices import draw
from bot.outbox import Outbox
from bot.pace import Limits, Pace
from domain.consultations import Status
from playground import Client, Fault
from storage import notices, people
from storage.notices import Notice
from storage.outgoing import Delivery
from storage.people import Conversation
from storage.tables import conversations
from tests.bot.post import Post, standing_post, until
from tests.e2e.walks import words_on
from tests.house import FAST
from tests.storage.ledger import rows

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
    monkeypatch.setattr("storage.outgoing.MOST_ATTEMPTS", 3)
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
    post: Post,
) -> None:
    broken = await post.sent(1)
    await post.sent(2)
    outbox = Outbox(post.desk, post.connector, asyncio.Event(), post.pace, {"receipt": Drawer(_breaking(broken.id))})
    with structlog.testing.capture_logs() as logged:
        for _ in range(3):
            await outbox.round()
            post.pass_time(minutes=2)
    assert receipts(post.teams.person(1)) == ["Konsultaatiopyyntö HE-2022-0002"]
    assert [(one["event"], one["error"]) for one in logged] == [("delivery broke", "ZeroDivisionError")] * 2
    # Nothing has gone out, so nothing can be there twice.
    assert sorted((one["state"], one["doubles"]) for one in await rows(post.desk.database)) == [("new", 0), ("sent", 0)]


def _breaking(subject: str) -> Draw:
    async def drawn(desk: Desk, connection: AsyncConnection, delivery: Delivery) -> Drawn | Withheld | None:
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


# What nobody knows


async def doubts(post: Post) -> list[tuple[str, int, int]]:
    return [(one["state"], one["uncertain"], one["doubles"]) for one in await rows(post.desk.database)]


@pytest.mark.parametrize(("kind", "copies"), [("cut_before", 0), ("cut_after", 2)])
async def test_what_was_cut_off_is_sent_once_more_after_a_minute_and_then_stays_unknown(
    post: Post, kind: str, copies: int
) -> None:
    await post.sent()
    post.teams.faults.add(Fault(kind, None))
    await post.outbox.round()
    assert (await doubts(post), await post.next_try()) == ([("unknown", 1, 0)], 60)
    post.pass_time(seconds=59)
    assert await post.outbox.round() == 0
    post.pass_time(seconds=1)
    await post.outbox.round()
    assert await doubts(post) == [("unknown", 2, 1)]
    post.pass_time(days=3)
    assert await post.outbox.round() == 0
    assert len(receipts(post.teams.person(1))) == copies


async def test_a_second_copy_is_counted_and_a_repetition_that_is_refused_is_none(post: Post) -> None:
    await post.sent()
    post.teams.faults.add(Fault("cut_after"))
    await post.outbox.round()
    post.pass_time(minutes=1)
    post.fails(503)
    await post.outbox.round()
    assert await doubts(post) == [("new", 1, 0)]
    post.pass_time(minutes=1)
    await post.outbox.round()
    assert (await doubts(post), len(receipts(post.teams.person(1)))) == ([("sent", 0, 1)], 2)


async def test_a_replacement_is_repeated_as_often_as_it_takes_and_never_counted(post: Post) -> None:
    one = await post.sent()
    await post.outbox.round()
    await post.redraw(one)
    post.teams.faults.add(Fault("cut_after", 3, method="PUT"))
    for _ in range(4):
        await post.outbox.round()
        post.pass_time(minutes=1)
    assert await doubts(post) == [("sent", 0, 0)]
    assert [message.updates for message in post.teams.person(1).cards] == [4]


async def test_what_died_on_its_way_is_sent_once_more_and_counted(post: Post) -> None:
    await post.sent()
    slow = post.teams.faults.add(Fault("delay", seconds=30))
    running = asyncio.create_task(post.outbox.run())
    await until(lambda: slow.used > 0)
    assert await post.states() == ["sending"]
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    after = Outbox(post.desk, post.connector, asyncio.Event(), Pace(FAST))
    assert await after.round() == 0
    post.pass_time(minutes=1)
    await after.round()
    assert await doubts(post) == [("sent", 0, 1)]


# Why it ended


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (403, "BotNotInConversationRoster", "not-installed"),
        (403, "MessageWritesBlocked", "blocked"),
        (404, "ConversationNotFound", "left"),
        (413, "", "too-large"),
        (400, "BadSyntax", "refused"),
    ],
)
async def test_why_it_ended_is_kept_as_a_key(post: Post, status: int, code: str, reason: str) -> None:
    await post.sent()
    post.teams.faults.add(Fault("status", 1, status, code=code))
    await post.outbox.round()
    assert [(one["state"], one["reason"]) for one in await rows(post.desk.database)] == [("dead", reason)]


async def test_a_copy_that_was_deleted_is_not_posted_anew(post: Post) -> None:
    one = await post.sent()
    await post.outbox.round()
    post.teams.person(1).cards[0].deleted = True
    await post.redraw(one)
    await post.outbox.round()
    assert (await doubts(post), len(post.teams.person(1).chat.messages)) == ([("sent", 0, 0)], 1)


# How fast


async def test_a_tenant_that_is_throttled_pauses_as_a_whole(post: Post) -> None:
    for number in range(2, 8):
        await post.person(number)
        await post.tell(Notice("receipt", "x"), number)
    slow = Outbox(post.desk, post.connector, asyncio.Event(), post.pace_of(Limits(20, 50, 0)), post.drawers("receipt"))
    post.fails(429, wait=30)
    await slow.round()
    assert len(post.teams.calls) == 1
    post.pass_time(seconds=29)
    assert await slow.round() == 0
    post.pass_time(seconds=1)
    for _ in range(8):
        await slow.round()
        post.pass_time(seconds=0.1)
    assert (await post.states(), len(post.teams.calls)) == (["sent"] * 6, 7)


async def test_a_conversation_that_fails_costs_the_others_nothing(post: Post) -> None:
    await post.person(2)
    for subject in "xyz":
        await post.tell(Notice("receipt", subject), 1, 2)
    post.teams.faults.add(Fault("status", None, 502, 20, conversation=post.teams.person(1).object_id))
    sender = Outbox(post.desk, post.connector, asyncio.Event(), post.pace, post.drawers("receipt"))
    for _ in range(3):
        await sender.round()
    assert len(post.teams.person(2).cards) == 3
    assert len(post.teams.calls) == 4


async def test_two_messages_to_one_conversation_keep_a_second_between_them(post: Post) -> None:
    for subject in "xyz":
        await post.tell(Notice("receipt", subject), 1)
    sender = Outbox(
        post.desk, post.connector, asyncio.Event(), post.pace_of(Limits(1000, 50, 1)), post.drawers("receipt")
    )
    counts = []
    for _ in range(5):
        counts.append(await sender.round())
        post.pass_time(seconds=0.5)
    assert counts == [1, 0, 1, 0, 1]


async def test_the_pace_is_kept_by_itself(sqlite_url: str) -> None:
    async with standing_post(sqlite_url) as post:
        for number in range(1, 26):
            await post.person(number)
            await post.tell(Notice("receipt", "x"), number)
        sender = Outbox(post.desk, post.connector, asyncio.Event(), Pace(Limits(20)), post.drawers("receipt"))
        began, running = time.monotonic(), asyncio.create_task(sender.run())
        await until(lambda: len(post.teams.calls) == 25)
        took = time.monotonic() - began
        sender.stop()
        await running
        assert 1.15 <= took < 3
        assert await post.states() == ["sent"] * 25


async def test_a_card_for_many_is_drawn_once_for_each_key(post: Post) -> None:
    for number in range(2, 12):
        await post.person(number)
        await post.tell(Notice("receipt", "x"), number)
    drawn: list[str] = []
    sender = Outbox(post.desk, post.connector, asyncio.Event(), post.pace, post.drawers("receipt", drawn))
    while await sender.round():
        pass
    assert len(post.teams.calls) == 10
    assert len(drawn) == 1


async def test_a_channel_is_written_to_as_a_person_is(post: Post) -> None:
    channel = post.teams.channel
    channel.installed = True
    chat = Conversation(channel.id, "channel", post.teams.tenant, post.teams.service_url, "28:bot")
    every = select(conversations.c.id).where(conversations.c.kind == "channel")
    async with post.desk.database.write() as connection:
        await people.remember_conversation(connection, chat, post.desk.clock.now())
        await notices.tell_channels(connection, Notice("receipt", "x"), every, post.desk.clock.now())
    sender = Outbox(post.desk, post.connector, asyncio.Event(), post.pace, post.drawers("receipt"))
    await sender.round()
    async with post.desk.database.write() as connection:
        await notices.redraw(connection, "x", post.desk.clock.now())
    await sender.round()
    assert [message.updates for message in channel.messages] == [1]


async def test_two_workers_share_what_is_due(postgres_url: str) -> None:
    async with standing_post(postgres_url) as post:
        for number in range(1, 41):
            await post.person(number)
            await post.tell(Notice("receipt", "x"), number)
        both = [
            Outbox(post.desk, post.connector, asyncio.Event(), Pace(Limits(1000, 5, 0)), post.drawers("receipt"))
            for _ in range(2)
        ]
        running = [asyncio.create_task(one.run()) for one in both]
        await until(lambda: len(post.teams.calls) == 40)
        for one in both:
            one.stop()
        await asyncio.gather(*running)
        assert len(post.teams.calls) == 40
        assert {len(post.teams.person(number).cards) for number in range(1, 41)} == {1}
