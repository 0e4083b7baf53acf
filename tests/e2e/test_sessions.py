"""One session from its announcement to the day: told, registered for, moved, pressed on the old card, joined."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.announcements import reworded, sent
from playground import Client, Message
from playground.elements import actions_of
from storage import announcements, audience
from storage.notices import Notice, redraw, tell_all
from tests.bot.handlers.test_sessions import copy
from tests.bot.talk import answered, newest
from tests.e2e.walks import titles, words_on
from tests.house import House


def join_link(message: Message) -> str:
    """Where the button to join leads, if there is one."""
    found = [one["url"] for one in actions_of(message.card) if one.get("title") == "Liity Teamsissa"]
    return str(found[0]) if found else ""


async def forum(house: House) -> str:
    """The info session of 5 October from the content, announced to everyone."""
    now = house.clock.now()
    async with house.desk.database.write() as connection:
        one = (await announcements.ahead(connection, now))[1]
        assert await announcements.save(connection, sent(one, now), one.version)
        await tell_all(connection, Notice("announcement", one.id), audience.persons(one), now)
    house.desk.wake()
    return one.id


async def move(house: House, which: str, by: timedelta) -> None:
    """The session is moved; every copy is drawn anew, and everybody who has one is told."""
    now = house.clock.now()
    async with house.desk.database.write() as connection:
        one = await announcements.find(connection, which, lock=True)
        assert one and one.session
        later = replace(one.session, start=one.session.start + by, end=one.session.end + by)
        changed = reworded(one, replace(one.wording, session=later), now)
        assert await announcements.save(connection, changed, one.version)
        await redraw(connection, which, now)
        told = Notice("announcement-change", which, str(changed.version))
        await tell_all(connection, told, audience.persons(changed), now)
    house.desk.wake()


async def come(client: Client, message: Message) -> str:
    """Press "I will come" on exactly the card that is in this message now."""
    return words_on((await client.execute(message, "Tulen")).card)


async def test_a_session_is_announced_moved_and_joined(house: House) -> None:
    worker, other = await house.person(1), await house.person(2, "sv-FI")
    which = await forum(house)
    hers, swedish = await copy(worker), await newest(other, "OT-infomöte")
    assert "ons 5.10.2022 kl. 8.15–9.15" in words_on(swedish.card) and "Jag kommer" in titles(swedish.card)
    assert join_link(hers).startswith("https://teams.microsoft.com/")
    assert "Olet ilmoittautunut." in await come(worker, hers)
    old = dict(swedish.card or {})
    await move(house, which, timedelta(days=7))
    # Each copy changes where it stands, and a message of its own says what has changed.
    await worker.until(lambda _: "ke 12.10.2022 klo 8.15–9.15" in words_on(hers.card))
    assert "Aika ennen: ke 5.10.2022 klo 8.15–9.15" in " ".join(words_on(hers.card).split())
    assert "Olet ilmoittautunut." in words_on(hers.card)
    told = await newest(worker, "Muutos: OT-info, ke 12.10.2022 klo 8.15–9.15")
    assert "yhä voimassa" in words_on(told.card)
    # The other one still looks at her old card: it registers her for nothing, and shows what is now.
    await newest(other, "Ändring")
    pressed = next(one for one in actions_of(old) if one.get("verb") == "session-come")
    shown = await other.act(swedish, pressed)
    assert "har ändrats" in words_on(shown.card) and "ons 12.10.2022" in words_on(shown.card)
    assert "Du är anmäld." not in words_on(shown.card)
    assert "Du är anmäld." in words_on((await other.execute(swedish, "Jag kommer")).card)
    # On the day the way in stands on her list.
    house.turn_to(datetime(2022, 10, 12, 7, 45))
    listed = await answered(worker, "infot")
    assert join_link(listed) == join_link(hers)
