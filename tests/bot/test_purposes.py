"""What a form is filled in for decides its options, what the review says, and whose it may be."""

from datetime import datetime

from bot.purposes import _choices
from domain.announcements import State
from playground import Client
from playground.teams import TENANT
from storage import announcements, people, rosters
from storage.rosters import Team
from tests.bot.handlers.test_announcements import SESSION, begun, filled, last, sent
from tests.bot.talk import answered
from tests.e2e.walks import words_on
from tests.house import House


async def test_a_form_of_announcements_is_refused_to_who_is_no_coordinator_any_more(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await begun(coordinator)
    async with small_house.desk.database.write() as connection:
        await people.lay_roles(connection, frozenset(), small_house.clock.now())
    await filled(dialog, SESSION[:1])
    assert "Tiedotteita tekevät koordinaattorit" in words_on(dialog.card)


async def review(coordinator: Client, announcement: str) -> str:
    dialog = await coordinator.fetch(coordinator.last, {"verb": "announcement-edit", "of": announcement})
    return words_on(dialog.card)


async def test_the_review_says_that_nobody_is_written_to_or_that_the_copies_change_at_once(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await begun(coordinator)
    await filled(dialog, SESSION)
    assert "kenellekään ei lähetetä vielä mitään" in words_on(dialog.card)
    await sent(coordinator)
    one = await last(small_house)
    assert one.state is State.OUT
    assert "viesti muutoksesta lähtee heti" in await review(coordinator, one.id)
    small_house.turn_to(datetime(2022, 9, 24, 12))
    await answered(coordinator, "tiedote")
    assert "lähtee, kun se aukeaa: ma 26.9.2022 klo 8.00" in await review(coordinator, one.id)


async def test_the_review_of_what_is_only_listed_says_that_it_changes_there(small_house: House) -> None:
    coordinator = await small_house.person(6)
    async with small_house.desk.database.read() as connection:
        one = next(one for one in await announcements.every(connection) if one.state is State.LISTED)
    read = await review(coordinator, one.id)
    assert "tulevissa tilaisuuksissa" in read and "viesti muutoksesta lähtee heti" in read
    assert "kenellekään ei lähetetä" not in read


async def test_a_channel_that_teams_gives_no_name_is_known_by_the_word_of_ones_own_language(
    small_house: House,
) -> None:
    desk, now = small_house.desk, small_house.clock.now()
    team = Team("19:team", "Verkosto", TENANT, "")
    async with desk.database.write() as connection:
        await rosters.remember_team(connection, team, now)
        await rosters.set_channels(connection, team, {"19:team": "", "19:other": "Ohjaus"}, now)
        options = (await _choices(desk, connection))["channels"]
    said = {code: [desk.speech(code).pick(one.label) for one in options] for code in ("fi", "sv", "en")}
    assert [one[0] for one in said.values()] == ["Verkosto: Yleinen", "Verkosto: Allmänt", "Verkosto: General"]
    assert {one[1] for one in said.values()} == {"Verkosto: Ohjaus"}
