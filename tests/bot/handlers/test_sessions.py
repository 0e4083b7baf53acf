"""What lies ahead, and coming to it: the present card for every press, and nothing registered for what is no more."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.announcements import Announcement, State, moved_to, reworded, sent
from domain.registrations import Coming
from playground import Client, Message
from playground.elements import actions_of
from storage import announcements, audience, registrations
from storage.notices import Notice, redraw, tell_all, tell_channels
from storage.tables import conversations
from storage.trace_tables import access_log
from tests.bot.scenes import press
from tests.bot.talk import answered, button, newest, person_id
from tests.e2e.walks import titles, words_on
from tests.house import House
from tests.storage.meets import LETTER, ONE, session

COME, DECLINE = "session-come", "session-decline"


async def announce(house: House, one: Announcement = ONE) -> Announcement:
    """Write an announcement down and send it to everyone who has the app."""
    now = house.clock.now()
    out = sent(replace(one, state=State.LISTED), now)
    async with house.desk.database.write() as connection:
        assert await announcements.add(connection, out, now)
        await tell_all(connection, Notice("announcement", out.id), audience.persons(out), now)
    house.desk.wake()
    return out


async def change(house: House, one: Announcement, **session_facts: Any) -> Announcement:
    """Change a session as its coordinator would: every copy is drawn anew, and people are told."""
    now = house.clock.now()
    assert one.session
    new = replace(one.wording, session=replace(one.session, **session_facts)) if session_facts else one.wording
    changed = reworded(one, new, now)
    return await keep(house, changed, one.version)


async def keep(house: House, changed: Announcement, was: int) -> Announcement:
    now = house.clock.now()
    async with house.desk.database.write() as connection:
        assert await announcements.save(connection, changed, was)
        await redraw(connection, changed.id, now)
    house.desk.wake()
    return changed


async def stands(house: House, client: Client) -> Coming | None:
    """What she has answered, as it is kept."""
    async with house.desk.database.write() as connection:
        return await registrations.of(connection, ONE.id, await person_id(house, connection, client))


async def copy(client: Client, words: str = "OT-info: ") -> Message:
    """Her standing copy."""
    return await newest(client, words)


async def pressed(client: Client, message: Message, verb: str) -> str:
    action = next(one for one in actions_of(message.card) if one.get("verb") == verb)
    return words_on((await client.execute(message, action)).card)


async def test_she_comes_and_changes_her_mind_and_her_copy_says_so_each_time(house: House) -> None:
    worker = await house.person(1)
    await announce(house, session(30))
    message = await copy(worker)
    assert "Paikkoja on 30" in words_on(message.card)
    assert "Olet ilmoittautunut." in await pressed(worker, message, COME)
    await worker.until(lambda _: "Olet ilmoittautunut." in words_on(message.card))
    assert await stands(house, worker) is Coming.COMING
    assert "ettet pääse" in await pressed(worker, message, DECLINE)
    assert await stands(house, worker) is Coming.DECLINED
    # Opened anew, it says how many seats there are at this moment.
    assert "Paikkoja vapaana 30/30." in words_on(
        (await press(worker, {"verb": "announcement-open", "id": ONE.id})).card
    )


async def test_who_comes_too_late_waits_and_moves_up_by_herself(house: House) -> None:
    first, second, third = [await house.person(number) for number in (1, 2, 3)]
    await announce(house, session(1))
    messages = {one: await copy(one) for one in (first, second, third)}
    await pressed(first, messages[first], COME)
    await third.until(lambda _: "Tilaisuus on täynnä" in words_on(messages[third].card))
    assert "Ilmoittaudu jonoon" in titles(messages[third].card)
    assert "jonossa sijalla 1." in await pressed(second, messages[second], COME)
    assert "jonossa sijalla 2." in await pressed(third, messages[third], COME)
    await pressed(first, messages[first], DECLINE)
    told = await newest(second, "Sait paikan")
    assert "OT-info" in words_on(told.card) and "Liity Teamsissa" in titles(told.card)
    # What she, and who waits behind her, have in their chats already says it too.
    await second.until(lambda _: "Olet ilmoittautunut." in words_on(messages[second].card))
    await third.until(lambda _: "jonossa sijalla 1." in words_on(messages[third].card))
    assert [await stands(house, one) for one in (first, second, third)] == [
        Coming.DECLINED,
        Coming.COMING,
        Coming.WAITING,
    ]


async def test_a_press_on_an_old_card_registers_for_nothing_and_shows_what_is_now(house: House) -> None:
    worker = await house.person(1)
    one = await announce(house)
    old = dict((await copy(worker)).card or {})
    assert one.session
    await change(house, one, start=one.session.start + timedelta(days=7), end=one.session.end + timedelta(days=7))
    for verb in (COME, DECLINE):
        shown = await press(worker, button(old, verb))
        assert "ovat muuttuneet" in words_on(shown.card)
        assert "ke 12.10.2022 klo 8.15–9.15" in words_on(shown.card)
        assert await stands(house, worker) is None
    # The card that came back agrees to what is now.
    assert "Olet ilmoittautunut." in words_on((await press(worker, button(shown.card, COME))).card)
    assert await stands(house, worker) is Coming.COMING


async def test_other_words_alone_make_no_card_old(small_house: House) -> None:
    worker = await small_house.person(1)
    one = await announce(small_house)
    old = dict((await copy(worker)).card or {})
    await change(small_house, one, organiser="Toinen", seats=5)
    assert "Olet ilmoittautunut." in words_on((await press(worker, button(old, COME))).card)


@pytest.mark.parametrize("mark", [None, "", "0" * 16, 7])
async def test_a_press_that_agrees_to_nothing_registers_for_nothing(small_house: House, mark: object) -> None:
    worker = await small_house.person(1)
    await announce(small_house)
    shown = await press(worker, {"verb": COME, "id": ONE.id, "v": 1, "mark": mark})
    assert "ovat muuttuneet" in words_on(shown.card)
    assert await stands(small_house, worker) is None


async def test_what_is_called_off_over_or_taken_back_takes_nobody(small_house: House) -> None:
    worker = await small_house.person(1)
    one = await announce(small_house)
    old = dict((await copy(worker)).card or {})
    off = await keep(small_house, moved_to(one, State.CALLED_OFF, small_house.clock.now()), one.version)
    shown = words_on((await press(worker, button(old, COME))).card)
    assert "ei voi enää ilmoittautua" in shown and "Tilaisuus on peruttu" in shown
    back = await keep(small_house, replace(off, state=State.OUT, version=off.version + 1), off.version)
    small_house.turn_to(datetime(2022, 10, 5, 9, 30))
    assert "jo päättynyt" in words_on((await press(worker, button(old, COME))).card)
    gone = replace(back, state=State.RECALLED, version=back.version + 1)
    await keep(small_house, gone, back.version)
    shown = words_on((await press(worker, button(old, COME))).card)
    assert "Tilaisuutta ei löytynyt" in shown and "OT-info" not in shown
    assert await stands(small_house, worker) is None


async def test_what_is_not_out_yet_is_read_by_nobody_who_guesses_its_id(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        await announcements.add(connection, replace(ONE, state=State.PLANNED), small_house.clock.now())
    for verb in ("announcement-open", "announcement-language", "announcement-why", COME):
        shown = words_on((await press(worker, {"verb": verb, "id": ONE.id, "language": "sv"})).card)
        assert "ei löytynyt" in shown and "OT-info" not in shown


async def test_the_list_has_ones_own_first_and_what_has_just_been_after_the_rest(small_house: House) -> None:
    worker = await small_house.person(1)
    await announce(small_house)
    await pressed(worker, await copy(worker), COME)
    listed = words_on((await answered(worker, "infot")).card)
    mine, others = listed.split("Tulevat tilaisuudet")
    assert "Olet ilmoittautunut." in mine and "ke 5.10.2022 klo 8.15–9.15" in mine
    assert "ke 7.12.2022 klo 15–16" in others and "Äskettäin" not in listed
    small_house.turn_to(datetime(2022, 10, 6, 8, 0))
    later = words_on((await answered(worker, "infot")).card)
    assert "OT-info" in later.split("Äskettäin pidetyt")[1]
    small_house.turn_to(datetime(2022, 10, 20, 8, 0))
    assert "Äskettäin" not in words_on((await answered(worker, "infot")).card)


async def test_the_list_shows_the_latest_newsletter_and_the_way_to_each(small_house: House) -> None:
    worker = await small_house.person(1)
    await announce(small_house, replace(LETTER, audience=replace(LETTER.audience, everyone=False)))
    listed = await answered(worker, "infot")
    assert "1/22" in words_on(listed.card).split("Uusin uutiskirje")[1]
    opening = next(one["data"] for one in Client.actions_of(listed.card) if one.get("data", {}).get("id") == LETTER.id)
    dialog = await worker.fetch(listed, opening)
    assert dialog.title == "Uutiskirje" and "1/22" in words_on(dialog.card)


async def test_another_language_is_a_press_away(small_house: House) -> None:
    worker = await small_house.person(1)
    wording = replace(ONE.wording, title={"fi": "OT-info", "sv": "OT-infomöte"})
    await announce(small_house, replace(ONE, wording=wording))
    message = await copy(worker)
    assert "OT-infomöte" in await pressed(worker, message, "announcement-language")
    assert "Suomeksi" in titles(message.card) and "Jag kommer" in titles(message.card)


async def test_why_she_gets_it_is_told_with_the_way_to_end_it(small_house: House) -> None:
    worker = await small_house.person(1)
    await announce(small_house)
    dialog = await worker.open(await copy(worker), "Miksi saan tämän?")
    assert "Saat tiedotteet aiheesta: OT-infot ja foorumit." in words_on(dialog.card)
    await dialog.submit("Tiedotteiden asetukset")
    assert "Mistä aiheista" in str(dialog.card)


async def test_in_a_channel_the_card_is_everybodys_and_a_dialog_ones_own(house: House) -> None:
    worker, other = await house.person(1), await house.person(2)
    channel = house.teams.channel
    await worker.install(channel)
    one = session(3)
    async with house.desk.database.write() as connection:
        assert await announcements.add(connection, one, house.clock.now())
        where = select(conversations.c.id).where(conversations.c.kind == "channel")
        await tell_channels(connection, Notice("announcement", one.id), where, house.clock.now())
    house.desk.wake()
    message = await worker.until(
        lambda _: next((m for m in channel.messages if m.by_bot and m.card and "Koske" in words_on(m.card)), None)
    )
    dialog = await worker.open(message, "Ilmoittaudu tai katso oma tilanteesi")
    assert "Paikkoja vapaana 3/3." in words_on(dialog.card)
    await dialog.submit("Tulen")
    assert "Olet ilmoittautunut." in words_on(dialog.card)
    assert await stands(house, worker) is Coming.COMING
    for client in (worker, other):
        assert "Olet" not in words_on(client.card_of(message))
    # What a card answers in a channel could be read by others: there the service says nothing of hers.
    action = {
        "type": "Action.Execute",
        "verb": "announcement-open",
        "data": {"verb": "announcement-open", "id": one.id},
    }
    shown = await worker.act(message, action)
    assert "Olet ilmoittautunut" not in words_on(shown.card)


async def test_what_was_read_and_answered_stands_in_the_access_log(small_house: House) -> None:
    worker = await small_house.person(1)
    await announce(small_house)
    await pressed(worker, await copy(worker), COME)
    async with small_house.desk.database.read() as connection:
        line = (await connection.execute(select(access_log).where(access_log.c.action == COME))).one()
    assert (line.kind, line.subject, line.outcome) == ("announcement", ONE.id, "done")


async def test_the_beginning_leads_to_what_lies_ahead(small_house: House) -> None:
    worker = await small_house.person(1)
    home = await answered(worker, "moi")
    assert "Tulevat tilaisuudet" in words_on((await worker.execute(home, "Tilaisuudet")).card)
