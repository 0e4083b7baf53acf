"""botbuilder's turn goes out through our own connector, and comes in through its own checks."""

import pytest
from botbuilder.core import TurnContext
from botbuilder.schema import Activity

from bot.adapter import answer_invoke, make_adapter
from bot.connector import Gone, Throttled
from playground import Fault
from tests.bot.post import Post

APP = "11111111-2222-4333-8444-555555555555"


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

    await make_adapter("", "", post.connector).process_activity("", incoming(post), turn)
    [message] = post.teams.person(1).messages
    assert (message.id, message.text, message.updates) == (sent[0], "Hei taas", 1)


@pytest.mark.parametrize(("status", "raised"), [(429, Throttled), (403, Gone)])
async def test_what_goes_wrong_is_told_in_our_two_words(post: Post, status: int, raised: type[Exception]) -> None:
    post.fails(status)

    async def turn(context: TurnContext) -> None:
        await context.send_activity("Hei")

    with pytest.raises(raised):
        await make_adapter("", "", post.connector).process_activity("", incoming(post), turn)


async def test_an_invoke_is_answered_with_what_was_laid_down(post: Post) -> None:
    async def turn(context: TurnContext) -> None:
        await answer_invoke(context, 200, {"task": None} if context.activity.name == "task/fetch" else None)

    adapter = make_adapter("", "", post.connector)
    found = await adapter.process_activity("", incoming(post, "invoke", name="task/fetch"), turn)
    assert (found.status, found.body) == (200, {"task": None})
    other = await adapter.process_activity("", incoming(post, "invoke", name="other"), turn)
    assert (other.status, other.body) == (200, None)
    assert len(post.teams.calls) == 0


async def test_with_an_identity_nothing_comes_in_without_a_token(post: Post) -> None:
    async def turn(_: TurnContext) -> None:
        raise AssertionError

    with pytest.raises(PermissionError):
        await make_adapter(APP, "secret", post.connector).process_activity("", incoming(post), turn)


async def test_a_cut_reply_does_not_hang_the_turn(post: Post) -> None:
    post.teams.faults.add(Fault("cut_before"))

    async def turn(context: TurnContext) -> None:
        await context.send_activity("Hei")

    with pytest.raises(Throttled):
        await make_adapter("", "", post.connector).process_activity("", incoming(post), turn)
