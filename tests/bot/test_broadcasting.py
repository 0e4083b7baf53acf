"""The order of the list, and what a late press finds."""

from datetime import datetime

from tests.bot.handlers.test_announcements import last, sent, written
from tests.bot.talk import answered, button
from tests.e2e.walks import words_on
from tests.house import House


async def test_what_lies_ahead_comes_first_and_the_nearest_of_it_before_all(small_house: House) -> None:
    coordinator = await small_house.person(6)
    listed = words_on((await answered(coordinator, "tiedote")).card)
    places = [listed.index(one) for one in ("ti 20.9.2022", "ke 5.10.2022", "ke 7.12.2022", "Uutiskirje 1/22")]
    assert places == sorted(places)
    small_house.turn_to(datetime(2022, 10, 20))
    listed = words_on((await answered(coordinator, "tiedote")).card)
    places = [listed.index(one) for one in ("ke 7.12.2022", "ke 5.10.2022", "ti 20.9.2022")]
    assert places == sorted(places)


async def test_before_anything_is_sent_there_is_no_progress_and_afterwards_there_is(small_house: House) -> None:
    coordinator = await small_house.person(6)
    await written(coordinator)
    shown = {"verb": "announcement-show", "id": (await last(small_house)).id}
    assert "Perillä" not in words_on((await coordinator.fetch(coordinator.last, shown)).card)
    await sent(coordinator)
    shown = {"verb": "announcement-show", "id": (await last(small_house)).id}
    assert "Perillä" in words_on((await coordinator.fetch(coordinator.last, shown)).card)


async def test_a_day_at_the_beginning_of_the_calendar_is_no_day_to_send_on(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await written(coordinator)
    plan = button(dialog.card, "announcement-send-sure")
    await dialog.send({**plan, "when": "later", "f.day": "0001-01-01", "f.time": "00:00"})
    assert "Tämä aika on jo mennyt" in words_on(dialog.card)
    assert (await last(small_house)).state == "written"
