"""Each fault happens as often as it was asked for, where it was asked for."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

import aiohttp
import pytest

from playground import Client, Fault, Teams

if TYPE_CHECKING:
    from tests.playground.conftest import Bot, Json

HELLO: dict[str, str] = {"type": "message", "text": "terve"}


async def post(bot: Bot, teams: Teams, client: Client) -> tuple[int, Json, str]:
    where = {"serviceUrl": teams.service_url, "conversation": {"id": client.chat.id}}
    return await bot.send(where, dict(HELLO))


def count(client: Client) -> int:
    return sum(one.text == "terve" for one in client.messages)


async def test_a_throttled_bot_is_told_how_long_to_wait(bot: Bot, teams: Teams, anna: Client) -> None:
    teams.faults.add(Fault("status", status=429, retry_after=2, times=2))
    answers = [await post(bot, teams, anna) for _ in range(3)]
    assert [(one[0], one[2]) for one in answers] == [(429, "2"), (429, "2"), (201, "")]
    assert count(anna) == 1


async def test_a_fault_keeps_to_its_method_and_its_person(bot: Bot, teams: Teams, anna: Client) -> None:
    other = teams.person(2)
    await other.install()
    teams.faults.add(Fault("status", status=412, conversation=anna.object_id, times=None))
    teams.faults.add(Fault("status", status=500, method="PUT", times=None))
    assert (await post(bot, teams, anna))[0] == 412
    assert (await post(bot, teams, other))[0] == 201
    teams.faults.clear()
    assert (await post(bot, teams, anna))[0] == 201


@pytest.mark.parametrize(("kind", "there"), [("cut_after", 1), ("cut_before", 0)])
async def test_a_cut_connection_leaves_the_bot_in_doubt(
    bot: Bot, teams: Teams, anna: Client, kind: str, there: int
) -> None:
    teams.faults.add(Fault(kind))
    with pytest.raises(aiohttp.ClientConnectionError):
        await post(bot, teams, anna)
    assert count(anna) == there
    assert teams.calls[-1].status == 0


@pytest.mark.parametrize(("kind", "there"), [("lost", 0), ("doubled", 2)])
async def test_a_lost_or_doubled_message_looks_delivered(
    bot: Bot, teams: Teams, anna: Client, kind: str, there: int
) -> None:
    teams.faults.add(Fault(kind))
    status, body, _ = await post(bot, teams, anna)
    assert (status, bool(body["id"]), count(anna)) == (201, True, there)


async def test_a_slow_connector_is_slow_and_then_works(bot: Bot, teams: Teams, anna: Client) -> None:
    teams.faults.add(Fault("delay", seconds=0.2))
    began = monotonic()
    assert (await post(bot, teams, anna))[0] == 201
    assert monotonic() - began >= 0.2


async def test_an_activity_reaches_the_bot_twice_or_again_later(bot: Bot, teams: Teams, anna: Client) -> None:
    teams.faults.add(Fault("inbound_twice", method="message"))
    teams.faults.add(Fault("inbound_again", method="adaptiveCard/action", seconds=0.05))
    welcome = anna.last
    await anna.say("hei")
    await anna.execute(welcome, "Omat")
    await teams.courier.settle()
    heard = [one["id"] for one in bot.heard[2:]]
    assert len(heard) == 4 and len(set(heard)) == 2
    assert [one.status for one in teams.courier.repeats] == [200, 200]


async def test_faults_are_set_shown_and_cleared_over_http(bot: Bot, teams: Teams) -> None:
    url = f"{teams.service_url}playground/faults"
    assert (await bot.call("POST", url, {"kind": "lost", "times": 3}))[0] == 201
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as response:
            assert [one["kind"] for one in await response.json()] == ["lost"]
        async with session.delete(url) as response:
            assert response.status == 204
    assert list(teams.faults) == []


@pytest.mark.parametrize("wrong", [{"kind": "odd"}, {"kind": "lost", "more": 1}, [], {"kind": "lost", "times": 0}, {}])
async def test_a_fault_that_makes_no_sense_is_refused(bot: Bot, teams: Teams, wrong: Json) -> None:
    status, body, _ = await bot.call("POST", f"{teams.service_url}playground/faults", wrong)
    assert status == 400 and body["error"]


async def test_a_fault_may_take_each_third_only(bot: Bot, teams: Teams, anna: Client) -> None:
    teams.faults.add(Fault("status", None, 503, every=3))
    assert [(await post(bot, teams, anna))[0] for _ in range(6)] == [201, 201, 503, 201, 201, 503]


async def test_the_record_tells_when_it_came_when_it_was_answered_and_what_it_was_told(
    bot: Bot, teams: Teams, anna: Client
) -> None:
    teams.faults.add(Fault("delay", seconds=0.1))
    teams.faults.add(Fault("status", status=429, retry_after=2))
    await post(bot, teams, anna)
    last = teams.calls[-1]
    assert last.wait == 2 and 0.1 <= last.at - last.began < 1
