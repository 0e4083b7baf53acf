"""A finished form becomes one announcement, however often it is sent; addresses are matched and shown once."""

from datetime import datetime
from typing import Any

from sqlalchemy import func, select

from domain.preferences import Preferences
from playground import Client, Dialog
from storage import addresses, people, preferences
from storage.announcement_tables import announcements as rows
from storage.tables import drafts
from tests.bot.handlers.test_announcements import LINK, SESSION, begun, filled, last, sent, to_the_end, told
from tests.bot.talk import button, person_id
from tests.e2e.walks import words_on
from tests.house import House


def goes(dialog: Dialog) -> list[dict[str, Any]]:
    """What the buttons back to each step carry."""
    carried = [one.get("data", {}) for one in Client.actions_of(dialog.card)]
    return [one for one in carried if one.get("verb") == "form-go"]


async def count(house: House) -> int:
    async with house.desk.database.read() as connection:
        made = select(func.count()).select_from(rows).where(rows.c.origin.is_(None))
        return int(await connection.scalar(made) or 0)


async def test_a_form_that_is_sent_twice_is_one_announcement_and_its_draft_is_empty(house: House) -> None:
    dialog = await begun(await house.person(6))
    await filled(dialog, SESSION)
    await to_the_end(dialog)
    send = button(dialog.card, "form-send")
    await dialog.send(send)
    await dialog.send(send)
    assert "Tallennettu, ei lähetetty" in words_on(dialog.card)
    assert await count(house) == 1
    async with house.desk.database.read() as connection:
        [kept] = (await connection.execute(select(drafts))).all()
    assert (kept.answers, kept.key, kept.announcement) == (None, None, (await last(house)).id)


async def test_addresses_that_are_nobodys_are_shown_and_kept_nowhere(small_house: House) -> None:
    dialog = await begun(await small_house.person(6))
    await filled(dialog, [*SESSION[:5], SESSION[5] | {"addresses": "tuntematon@kunta.example"}])
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    assert "Yhdelle osoitteelle ei löytynyt ketään:" in words_on(dialog.card)
    assert "tuntematon@kunta.example" in str(dialog.card)
    async with small_house.desk.database.read() as connection:
        kept = (await connection.execute(select(rows).where(rows.c.origin.is_(None)))).all()
    assert "tuntematon" not in repr(kept)


async def test_the_link_of_a_session_that_goes_on_can_still_be_mended(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await sent(coordinator)
    small_house.turn_to(datetime(2022, 10, 5, 8, 20))
    await dialog.send({"verb": "announcement-edit", "of": (await last(small_house)).id})
    await dialog.send(next(one for one in goes(dialog) if one["step"] == "joining"))
    await dialog.submit("Seuraava", {"f.link": f"{LINK}2"})
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    session = (await last(small_house)).session
    assert session and session.link == f"{LINK}2"


async def test_addresses_that_are_nobodys_are_shown_also_when_a_sent_one_is_changed(small_house: House) -> None:
    dialog = await sent(await small_house.person(6))
    await dialog.send({"verb": "announcement-edit", "of": (await last(small_house)).id})
    await dialog.send(next(one for one in goes(dialog) if one["step"] == "audience"))
    await dialog.submit("Seuraava", {"f.topics": "ot-info", "f.everyone": "true", "f.addresses": "x@kunta.example"})
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    assert "Yhdelle osoitteelle ei löytynyt ketään:" in words_on(dialog.card)
    assert "x@kunta.example" in str(dialog.card)


async def test_who_is_named_by_address_in_a_change_of_what_was_sent_gets_it_too(small_house: House) -> None:
    worker, coordinator = await small_house.person(1), await small_house.person(6)
    async with small_house.desk.database.write() as connection:
        who = await person_id(small_house, connection, worker)
        await preferences.save(connection, who, Preferences(topics_off=frozenset({"ot-info"})))
        chat = await people.chat_with(connection, who)
        assert chat
        await addresses.keep(connection, who, chat.id, ["maija@kunta.example"], small_house.clock.now())
    dialog = await sent(coordinator)
    before = len(await told(small_house, "announcement"))
    await dialog.send({"verb": "announcement-edit", "of": (await last(small_house)).id})
    await dialog.send(next(one for one in goes(dialog) if one["step"] == "audience"))
    named = {"f.topics": "ot-info", "f.everyone": "true", "f.addresses": "maija@kunta.example"}
    await dialog.submit("Seuraava", named)
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    assert "ei löytynyt ketään" not in words_on(dialog.card)
    assert len(await told(small_house, "announcement")) == before + 1
