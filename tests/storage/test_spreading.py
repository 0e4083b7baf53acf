"""Who has no card that could be changed in place is told of what she must know, whatever was chosen for the others."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from dialogs.announcing import Written
from domain.registrations import Coming
from storage import broadcasts, guests, registrations
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.registrations import Registrant
from storage.spreading import Telling, change_of, is_known_who_has
from tests.storage.test_broadcasts import OFFICE, OPEN, arrived, done, laid, moved

NOBODY = Telling("nobody", OFFICE)


async def told(database: Database) -> list[tuple[bool, str]]:
    """The messages about changes: whether a guest's, and of which version."""
    columns = (deliveries.c.guest.is_not(None), notices.c.occurrence)
    query = select(*columns).join(notices).where(notices.c.kind == "announcement-change")
    async with database.read() as connection:
        return [(bool(row[0]), row[1]) for row in (await connection.execute(query)).all()]


@pytest.mark.parametrize("what", ["moved", "called off", "reworded"])
async def test_a_guest_hears_of_another_time_and_of_calling_off_where_all_others_see_it_on_their_card(
    database: Database, what: str
) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await arrived(database)
    async with database.write() as connection:
        _, token = await guests.ask(connection, out.id, "maija@example.fi", "fi", OPEN)
        guest = await guests.confirm(connection, token, OPEN)
        assert guest
        await registrations.answer(connection, out.id, Registrant(guest=guest.id), Coming.COMING, OPEN)
        assert await is_known_who_has(connection, out)
    if what == "called off":
        changed = await done(database, broadcasts.call_off, out, "Sairaus", NOBODY, OPEN)
    else:
        other = replace(out.wording, title={"fi": "Toinen nimi"})
        said = moved(out, 1) if what == "moved" else Written(other, out.topics, out.audience)
        changed = await done(database, broadcasts.revise, out, said, NOBODY, OPEN)
    assert changed
    expected = [] if what == "reworded" else [(True, change_of(changed).occurrence)]
    assert await told(database) == expected
