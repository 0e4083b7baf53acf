"""People without Teams: their addresses are sealed, and nobody comes who has not confirmed hers."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.announcements import State
from domain.refusals import Refused
from domain.registrations import Coming
from storage import guests, registrations
from storage.announcement_tables import guests as table
from storage.database import Database
from storage.registrations import Moved, Registrant
from storage.tables import data_keys
from tests.storage.facts import NOW
from tests.storage.meets import ONE, lay, session

ADDRESS = "Maija@example.fi"


async def coming(database: Database, address: str) -> tuple[str, str, Coming]:
    """Somebody who has asked, confirmed and answered: her id, her word and what came of it."""
    async with database.write() as connection:
        _, token = await guests.ask(connection, ONE.id, address, "fi", NOW)
        guest = await guests.confirm(connection, token, NOW)
        assert guest and guest.address == address and guest.confirmed_at == NOW
        given = await registrations.answer(connection, ONE.id, Registrant(guest=guest.id), Coming.COMING, NOW)
    return guest.id, token, given.state


async def keys(database: Database) -> int:
    async with database.read() as connection:
        query = select(func.count()).where(data_keys.c.purpose == "guest")
        return await connection.scalar(query) or 0


async def test_asking_twice_is_one_and_gives_the_same_word(database: Database) -> None:
    await lay(database, ONE, session(id="b" * 32))
    async with database.write() as connection:
        first = await guests.ask(connection, ONE.id, ADDRESS, "sv", NOW)
        again = await guests.ask(connection, ONE.id, " maija@EXAMPLE.fi", "fi", NOW + timedelta(hours=1))
        elsewhere = await guests.ask(connection, "b" * 32, ADDRESS, "sv", NOW)
        rows = (await connection.execute(select(table))).all()
    assert again == first and (first[0].address, first[0].language) == (ADDRESS, "sv")
    assert elsewhere[0].id != first[0].id and elsewhere[1] != first[1]
    assert first[1] not in repr(rows) and "example" not in repr(rows).lower()
    assert await keys(database) == 2


async def test_nobody_comes_before_she_has_confirmed_and_the_word_stays_hers(database: Database) -> None:
    await lay(database, ONE)
    async with database.write() as connection:
        asked, token = await guests.ask(connection, ONE.id, ADDRESS, "fi", NOW)
        assert (await guests.by_token(connection, token, NOW), asked.confirmed_at) == (asked, None)
        assert await guests.of(connection, asked.id) is None
        assert await guests.find(connection, asked.id) == asked
        assert await guests.find(connection, "nobody") is None
    guest, same, state = await coming(database, ADDRESS)
    assert (guest, same, state) == (asked.id, token, Coming.COMING)
    async with database.write() as connection:
        again = await guests.confirm(connection, token, NOW + timedelta(days=9))
        assert again and again.confirmed_at == NOW
        assert await guests.token_of(connection, guest) == token
        assert await guests.of(connection, guest) is Coming.COMING
        assert list((await connection.scalars(guests.registered(ONE.id))).all()) == [guest]
        for wrong in ("", "x", "\x00", guest):
            assert await guests.confirm(connection, wrong, NOW) is None
            assert await guests.cancel(connection, wrong, NOW) is None


async def test_what_is_not_confirmed_within_two_days_is_gone(database: Database) -> None:
    await lay(database, ONE)
    late, soon = NOW + timedelta(hours=48), NOW + timedelta(hours=48, seconds=-1)
    await coming(database, "vahvistettu@example.fi")
    async with database.write() as connection:
        asked, token = await guests.ask(connection, ONE.id, ADDRESS, "fi", NOW)
        assert await guests.by_token(connection, token, soon) == asked
        assert await guests.confirm(connection, token, late) is None
        assert await guests.expire(connection, soon) == 0
        anew, other = await guests.ask(connection, ONE.id, ADDRESS, "fi", late)
        assert anew.id != asked.id and other != token
        assert await guests.expire(connection, late + timedelta(hours=48)) == 1
    assert await keys(database) == 1


async def test_who_cancels_goes_with_her_address_and_the_next_one_moves_up(database: Database) -> None:
    await lay(database, session(1))
    _, token, first = await coming(database, ADDRESS)
    second, _, state = await coming(database, "toinen@example.fi")
    assert (first, state) == (Coming.COMING, Coming.WAITING)
    async with database.write() as connection:
        assert await guests.cancel(connection, token, NOW) == [Moved(Registrant(guest=second), 2)]
        assert await guests.cancel(connection, token, NOW) is None
        assert await guests.of(connection, second) is Coming.COMING
    assert await keys(database) == 1


async def test_a_session_that_takes_nobody_asks_for_no_address(database: Database) -> None:
    await lay(database, session(state=State.CALLED_OFF))
    with pytest.raises(Refused, match="refused-session-off"):
        async with database.write() as connection:
            await guests.ask(connection, ONE.id, ADDRESS, "fi", NOW)
    assert await keys(database) == 0
