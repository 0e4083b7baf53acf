"""What a reader may see of a request, and what she can do at this moment."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.opened import gather, meeting_of, offered, saying, telling, unreachable
from cards.consultations import Opened
from cards.elements import View
from domain.consultations import Consultation, Question, Status
from domain.people import Actor, Role, RoleGrant
from storage import claims, identities, people, requesters
from tests.bot.post import Post
from tests.storage.facts import NOW, request

OWNER = Actor("p1", "t", "o1", "Ammattilainen")
SECRETARY = Actor("p3", "t", "o3", "Sihteeri", None, frozenset({RoleGrant("o3", Role.SECRETARY, "haastavat-erot")}))
OTHERS = Actor("p9", "t", "o9", "Muu", None, frozenset({RoleGrant("o9", Role.SECRETARY, "master")}))
MEMBER = Actor("p5", "t", "o5", "Jäsen", None, frozenset({RoleGrant("o5", Role.MEMBER, "haastavat-erot")}))
QUESTION = Question("q", "Miksi?", "Sihteeri", NOW)
DEADLINE = datetime(2022, 10, 6, 21, 0, tzinfo=UTC)


def can(post: Post, actor: Actor, one: Consultation, now: datetime = NOW) -> frozenset[str]:
    group = post.desk.group("haastavat-erot")
    return offered(actor, one, meeting_of(group, one.meeting), now)


async def test_the_owner_and_the_secretary_can_do_their_own_and_nobody_else_anything(post: Post) -> None:
    one = request("p1")
    assert can(post, OWNER, one) == {"open", "see-requester", "answer", "change", "withdraw"}
    assert can(post, SECRETARY, one) == {"open", "see-requester", "take", "ask", "move"}
    assert can(post, MEMBER, one) == can(post, OTHERS, one) == frozenset()


async def test_a_change_is_offered_until_the_deadline_and_not_after(post: Post) -> None:
    one = request("p1")
    assert "change" in can(post, OWNER, one, DEADLINE - timedelta(seconds=1))
    assert "change" not in can(post, OWNER, one, DEADLINE)
    assert "change" in can(post, OWNER, replace(one, meeting=None), DEADLINE)


@pytest.mark.parametrize(
    ("facts", "gone"),
    [({"status": Status.TAKEN}, "take"), ({"questions": (QUESTION,)}, "ask")],
)
async def test_what_has_been_done_is_offered_no_more(post: Post, facts: dict[str, Any], gone: str) -> None:
    assert gone not in can(post, SECRETARY, request("p1", **facts))


async def test_a_request_without_a_meeting_can_be_given_one(post: Post) -> None:
    assert "move" in can(post, SECRETARY, request("p1", meeting=None))


async def test_a_withdrawn_request_can_only_be_read(post: Post) -> None:
    gone = request("p1", status=Status.WITHDRAWN)
    assert can(post, OWNER, gone) == can(post, SECRETARY, gone) == {"open", "see-requester"}


async def test_a_meeting_is_that_of_the_day_and_none_without_day_or_rule(post: Post) -> None:
    group = post.desk.group("haastavat-erot")
    found = meeting_of(group, date(2022, 10, 13))
    assert found and found.deadline == DEADLINE
    assert meeting_of(group, None) is None
    assert meeting_of(post.desk.group("ot-nepsy"), date(2022, 10, 13)) is None


async def gathered(post: Post, number: int, one: Consultation) -> Opened:
    async with post.desk.database.read() as connection:
        actor = await people.find_by_id(connection, post.actors[number].id)
        assert actor
        return await gather(post.desk, connection, View(post.desk.speech("fi")), actor, one)


async def test_the_requester_is_shown_to_her_groups_secretary_and_to_herself_only(post: Post) -> None:
    for number in (3, 5):
        await post.person(number)
    one = await post.sent()
    async with post.desk.database.write() as connection:
        await requesters.keep(connection, one.id, {"unit": "Perheneuvola"})
    owner, secretary, member = [await gathered(post, number, one) for number in (1, 3, 5)]
    assert [shown.requester for shown in (owner, secretary, member)] == [{"unit": "Perheneuvola"}] * 2 + [{}]
    name = post.actors[1].name
    assert [shown.requester_name for shown in (owner, secretary, member)] == ["", name, ""]
    assert [shown.mine for shown in (owner, secretary, member)] == [True, False, False]


async def test_a_group_without_meetings_offers_no_move(post: Post) -> None:
    await post.person(3)
    one = await post.sent()
    nepsy = replace(one, group="ot-nepsy", meeting=None)
    assert "move" not in (await gathered(post, 3, nepsy)).actions
    assert "move" in (await gathered(post, 3, replace(one, meeting=None))).actions


async def test_a_sentence_is_said_on_top_of_the_same(post: Post) -> None:
    one = await gathered(post, 1, await post.sent())
    assert saying(one, "Hei.", 2) == replace(one, said="Hei.", page=2)


@pytest.mark.parametrize("anonymous", [True, False])
async def test_a_reply_names_its_request_and_an_anonymous_requester_is_left_out(post: Post, anonymous: bool) -> None:
    one = request("p1", anonymous=anonymous)
    for actor, unnamed in ((OWNER, anonymous), (SECRETARY, False)):
        view = View(post.desk.speech("fi"))
        async with post.desk.database.read() as connection:
            opened = await gather(post.desk, connection, view, actor, one)
        reply = telling(opened, {})
        assert (reply.about, reply.unnamed, reply.title) == (one.id, unnamed, one.reference)


@pytest.mark.parametrize("anonymous", [True, False])
async def test_once_nobody_knows_who_asks_she_is_neither_shown_nor_asked_and_the_rest_stays(
    post: Post, anonymous: bool
) -> None:
    await post.person(3)
    one = await post.sent(anonymous=anonymous)
    known = await gathered(post, 3, one)
    assert known.unreachable == "" and {"ask", "see-requester"} <= known.actions
    forgotten = await forget(post, one)
    lost = await gathered(post, 3, forgotten)
    assert (lost.unreachable, lost.requester, lost.requester_name) == ("gone", {}, "")
    assert lost.actions == known.actions - {"ask", "see-requester"} == {"open", "take", "move"}


async def test_with_a_code_that_works_she_can_be_asked_until_its_day_or_until_it_is_withdrawn(post: Post) -> None:
    await post.person(3)
    one, now = await post.sent(anonymous=True), post.desk.clock.now()
    async with post.desk.database.write() as connection:
        await claims.issue(connection, one.id, now + timedelta(days=1))
        assert await unreachable(connection, one, now) == ""
    forgotten = await forget(post, one)
    lost = await gathered(post, 3, forgotten)
    assert lost.unreachable == "by-code" and lost.actions == {"open", "take", "ask", "move"}
    gone = await gathered(post, 3, replace(forgotten, status=Status.WITHDRAWN))
    assert gone.unreachable == "gone" and gone.actions == {"open"}
    post.pass_time(days=1)
    over = await gathered(post, 3, forgotten)
    assert over.unreachable == "gone" and over.actions == {"open", "take", "move"}


async def test_to_the_requester_herself_nothing_is_said_of_it(post: Post) -> None:
    one = await post.sent()
    assert (await gathered(post, 1, one)).unreachable == ""


async def forget(post: Post, one: Consultation) -> Consultation:
    async with post.desk.database.write() as connection:
        assert await identities.forget(connection, one.id)
    return replace(one, owner=None)
