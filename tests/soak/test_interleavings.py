"""The same rounds as `python -m tests.soak`, fewer of them; and the crossings that have a story of their own."""

from random import Random

from playground import Client
from tests.bot.scenes import press, sensible
from tests.e2e.walks import begin_dialog, walk_dialog
from tests.house import House, standing
from tests.soak.cards import say
from tests.soak.interleavings import house_without_limits, play
from tests.soak.rivals import change_and_withdraw, last_seat


async def test_two_devices_and_a_client_that_sends_again_make_one_request_and_lose_nothing(database_url: str) -> None:
    async with house_without_limits(database_url) as house:
        figures = await play(house, 20220920, 20)
    assert figures.problems == []
    assert figures["rounds"] == 20
    assert figures["acknowledged"] > 100


async def test_two_who_send_at_once_never_sit_on_the_same_seat(database_url: str) -> None:
    async with standing(database_url) as house:
        assert await last_seat(house, 4) == []


async def test_a_change_and_a_withdrawal_that_cross_are_both_answered(database_url: str) -> None:
    async with house_without_limits(database_url) as house:
        assert await change_and_withdraw(house, Random(1), 10) == []


async def test_an_old_card_of_a_step_that_is_asked_no_more_is_not_said_to_be_kept(small_house: House) -> None:
    owner = await small_house.person(1)
    dialog = await begin_dialog(owner)
    await walk_dialog(dialog, "conflict")
    keep = next(one["data"] for one in Client.actions_of(dialog.card) if one["data"]["verb"] == "form-keep")
    await press(owner, {"verb": "form-go", "id": keep["id"], "step": "matter"})
    changed = {"step": "matter", "f.matter": "theme", "f.anonymous": "no"}
    await press(owner, keep | changed | {"verb": "form-next"})
    said = sensible(await press(owner, keep | {"f.conflict": "Kirjoitin tämän toisella laitteella."}))
    assert say("kept-title") not in said
    assert say("form-moved-on") in said
