"""botbuilder's turn comes in as the gate has let it in, and goes out through our own connector."""

import pytest
from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bot.adapter import Adapter, answer_invoke
from bot.connector import Gone, Throttled, Unknown
from playground import Fault
from tests.bot.post import Post


def incoming(post: Post, kind: str = "message", **more: object) -> Activity:
    activity: Activity = Activity().deserialize(post.teams.person(1).activity(kind, **more))
    return activity


async def test_a_turn_posts_replies_and_replaces(post: Post) -> None:
    sent: list[str] = []

    async def turn(context: TurnContext) -> None:
        answer = await context.send_activity("Hei")
        sent.append(answer.id)
        again = Activity(type="message", id=answer.id, text="Hei taas", conversation=context.activity.conversation)
        await context.update_activity(again)

    await Adapter(post.connector).take(incoming(post), turn)
    [message] = post.teams.person(1).messages
    assert (message.id, message.text, message.updates) == (sent[0], "Hei taas", 1)


@pytest.mark.parametrize(("status", "raised"), [(429, Throttled), (403, Gone)])
async def test_what_goes_wrong_is_told_in_our_two_words(post: Post, status: int, raised: type[Exception]) -> None:
    post.fails(status)

    async def turn(context: TurnContext) -> None:
        await context.send_activity("Hei")

    with pytest.raises(raised):
        await Adapter(post.connector).take(incoming(post), turn)


async def test_an_invoke_is_answered_with_what_was_laid_down(post: Post) -> None:
    async def turn(context: TurnContext) -> None:
        await answer_invoke(context, 200, {"task": None} if context.activity.name == "task/fetch" else None)

    adapter = Adapter(post.connector)
    found = await adapter.take(incoming(post, "invoke", name="task/fetch"), turn)
    assert found and (found.status, found.body) == (200, {"task": None})
    other = await adapter.take(incoming(post, "invoke", name="other"), turn)
    assert other and (other.status, other.body) == (200, None)
    assert len(post.teams.calls) == 0


@pytest.mark.parametrize("header", ["", "Bearer a.b.c"])
async def test_botbuilder_itself_lets_nobody_in(post: Post, header: str) -> None:
    async def turn(_: TurnContext) -> None:
        raise AssertionError

    adapter = Adapter(post.connector)
    with pytest.raises(PermissionError):
        await adapter.process_activity(header, incoming(post), turn)
    with pytest.raises(PermissionError):
        await adapter.bot_framework_authentication.authenticate_streaming_request(header, "msteams")


async def test_a_cut_reply_does_not_hang_the_turn(post: Post) -> None:
    post.teams.faults.add(Fault("cut_before"))

    async def turn(context: TurnContext) -> None:
        await context.send_activity("Hei")

    with pytest.raises(Unknown):
        await Adapter(post.connector).take(incoming(post), turn)
