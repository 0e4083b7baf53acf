"""What would be told, before anything is."""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.preferences import Preferences
from domain.reminders import Reader
from scheduling.preview import Expected, expected
from scheduling.subjects import Almanac
from storage import drafts, nudges, preferences, reminders
from storage.database import Database
from storage.reminder_tables import reminders as table
from tests.house import House, read_centre
from tests.storage.facts import NOW, draft, person, sent
from tests.storage.meets import lay, session
from tests.storage.reminded import remind
from tests.storage.test_guests import coming

DEADLINE = date(2022, 10, 6)


async def _shown(database: Database) -> list[Expected]:
    async with database.read() as connection:
        return await _in(connection)


async def _in(connection: AsyncConnection) -> list[Expected]:
    content = read_centre()
    almanac = Almanac(content.reminding, content.centre.groups)
    found = await expected(connection, almanac, NOW, NOW + timedelta(days=90))
    return [one for one in found if one.person or one.guests]


async def _expected(database: Database) -> list[tuple[str, str | None, datetime, str]]:
    return [(one.occurrence.rule, one.person, one.due, one.held) for one in await _shown(database)]


async def test_who_brings_a_request_hears_of_its_meeting_the_day_before_unless_she_does_not_want_to(
    small_house: House,
) -> None:
    database = small_house.desk.database
    who = await person(database)
    await sent(database, who.id)
    when = datetime(2022, 10, 12, 6, tzinfo=UTC)
    assert await _expected(database) == [("consultation-tomorrow", who.id, when, "")]
    async with database.write() as connection:
        await preferences.save(connection, who.id, Preferences(reminders=False))
    assert await _expected(database) == [("consultation-tomorrow", who.id, when, "off")]


async def test_who_wishes_one_card_a_week_is_shown_to_get_it_then(small_house: House) -> None:
    database = small_house.desk.database
    who = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(who.id), NOW)
        await preferences.save(connection, who.id, Preferences(digest=True))
    found = [one for one in await _shown(database) if one.occurrence.rule == "draft-deadline"]
    # The fifth working day before 6.10. is Thu 29.9.; the first one of the next week is still in time.
    assert [(one.due, one.put_off) for one in found[:1]] == [(datetime(2022, 10, 3, 6, tzinfo=UTC), "digest")]


async def test_a_form_that_nobody_goes_on_with_is_shown_until_it_expires(small_house: House) -> None:
    database = small_house.desk.database
    who = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(who.id), NOW)
    # In thirty days: after the deadline of 6.10., before that of 3.11.
    shown = [(one.occurrence.rule, one.occurrence.day) for one in await _shown(database)]
    assert shown == [("draft-deadline", DEADLINE), ("draft-deadline", DEADLINE), ("draft-late", DEADLINE)]


async def test_a_form_that_expires_while_its_reminder_waits_for_the_weekly_card_is_not_shown(
    small_house: House,
) -> None:
    database = small_house.desk.database
    who = await person(database)
    async with database.write() as connection:
        # Until Fri 30.9.; what falls due on the day before would come on the Monday after.
        await drafts.begin(connection, draft(who.id), NOW, timedelta(days=10))
        assert len(await _in(connection)) == 1
        await preferences.save(connection, who.id, Preferences(digest=True))
        assert await _in(connection) == []


async def test_what_fell_due_before_the_service_began_to_remind_is_not_shown(small_house: House) -> None:
    database = small_house.desk.database
    who = await person(database)
    await sent(database, who.id)
    async with database.write() as connection:
        assert await reminders.since(connection) is None
        assert len(await _in(connection)) == 1
        begun = await reminders.begun(connection, NOW + timedelta(days=30))
        assert await reminders.since(connection) == begun
        assert await _in(connection) == []


async def test_what_was_put_off_into_this_time_is_shown_where_it_still_holds(small_house: House) -> None:
    database = small_house.desk.database
    who = await person(database)
    one = await sent(database, who.id)
    due = NOW + timedelta(days=20)
    async with database.write() as connection:
        bundle = await remind(connection, who.id, "consultation-tomorrow", one.id, key="2022-10-13/1")
        found = await nudges.of_bundle(connection, bundle)
        assert found and await nudges.put_off(connection, [found.told[0][0].id], due, NOW) == 1
    async with database.write() as connection:
        await connection.execute(update(table).values(until=due + timedelta(days=2)))
    [waits] = await _shown(database)
    assert (waits.occurrence.rule, waits.person, waits.due, waits.held) == ("consultation-tomorrow", who.id, due, "")


async def test_what_she_has_put_off_comes_on_her_day_and_takes_the_place_of_what_falls_due_before(
    small_house: House,
) -> None:
    database = small_house.desk.database
    who, due = await person(database), datetime(2022, 10, 6, 6, tzinfo=UTC)
    async with database.write() as connection:
        one = await drafts.begin(connection, draft(who.id), NOW)
        # The weekly card is not for what she has put off herself.
        await preferences.save(connection, who.id, Preferences(digest=True))
        found = await nudges.of_bundle(connection, await remind(connection, who.id, "draft-deadline", one.id))
        assert found and await nudges.put_off(connection, [found.told[0][0].id], due, NOW) == 1
        shown = [(each.due, each.held) for each in await _in(connection) if each.occurrence.day == DEADLINE]
    assert shown[:2] == [(due - timedelta(days=1), "merged"), (due, "")]


async def test_guests_who_have_a_seat_are_shown_as_one_with_their_number(small_house: House) -> None:
    database = small_house.desk.database
    await lay(database, session(seats=2))
    for address in ("a@example.fi", "b@example.fi", "c@example.fi"):
        await coming(database, address)
    [mails] = [one for one in await _shown(database) if one.reader is Reader.GUESTS]
    assert (mails.occurrence.rule, mails.person, mails.guests) == ("session-tomorrow", None, 2)
    assert mails.due == datetime(2022, 10, 4, 6, tzinfo=UTC)
