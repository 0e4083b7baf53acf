"""What would be told, before anything is."""

from datetime import UTC, datetime, timedelta

from domain.preferences import Preferences
from scheduling.preview import expected
from scheduling.subjects import Almanac
from storage import preferences
from storage.content import read_content
from storage.database import Database
from tests.house import ROOT, House
from tests.storage.facts import NOW, person, sent


async def _expected(database: Database) -> list[tuple[str, str | None, datetime, str]]:
    content = read_content(ROOT / "content" / "keski-suomi")
    almanac = Almanac(content.reminding, content.centre.groups)
    async with database.read() as connection:
        found = await expected(connection, almanac, NOW, NOW + timedelta(days=90))
    return [(one.occurrence.rule, one.person, one.due, one.held) for one in found if one.person]


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
