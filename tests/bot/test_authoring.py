"""A finished form becomes one announcement, however often it is sent; addresses are matched and shown once."""

from sqlalchemy import func, select

from storage.announcement_tables import announcements as rows
from storage.tables import drafts
from tests.bot.handlers.test_announcements import SESSION, begun, filled, last, to_the_end
from tests.bot.talk import button
from tests.e2e.walks import words_on
from tests.house import House


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
