"""The order of the list, and what a late press finds."""

import asyncio
from dataclasses import replace
from datetime import datetime

from bot.broadcasting import progress_of
from bot.pace import Limits, Pace
from playground.teams import TENANT
from storage import announcements
from storage.notices import Notice, tell
from tests.bot.handlers.test_announcements import last, sent, written
from tests.bot.talk import answered, button
from tests.e2e.walks import words_on
from tests.house import House, open_desk, read_sample_content
from tests.storage.facts import NOW
from tests.storage.meets import session, with_app


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


async def test_the_time_left_goes_by_the_pace_that_was_set_and_by_the_pause_that_teams_asked_for(
    sqlite_url: str,
) -> None:
    desk = await open_desk(sqlite_url, read_sample_content(), asyncio.Event())
    pace = Pace(Limits(per_second=2), clock=lambda: 0.0)
    desk, one = replace(desk, pace=pace), session(sent_at=NOW)
    people = [await with_app(desk.database, number) for number in range(1, 8)]
    async with desk.database.write() as connection:
        assert await announcements.add(connection, one, NOW)
        await tell(connection, Notice("announcement", one.id), [who.id for who in people], NOW)
        left = await progress_of(desk, connection, one)
        pace.hold(TENANT, 600)
        held = await progress_of(desk, connection, one)
        slower = await progress_of(replace(desk, pace=Pace(Limits(per_second=0.05))), connection, one)
    await desk.database.close()
    assert left and (left.waiting, left.minutes) == (7, 1)
    assert held and held.minutes == 11
    assert slower and slower.minutes == 3
