"""A subject is called by its group and number, and by nothing that somebody has written."""

from domain.reminders import About
from storage import drafts, subject_names
from storage.database import Database
from tests.storage.facts import NOW, draft, person, sent


async def test_a_request_has_its_group_and_number_and_a_draft_its_group(database: Database) -> None:
    who = await person(database)
    one = await sent(database, who.id)
    async with database.write() as connection:
        begun = await drafts.begin(connection, draft(who.id), NOW)
        assert await subject_names.find(connection, About.REQUEST, one.id) == ("haastavat-erot", "HE-2022-0001")
        assert await subject_names.find(connection, About.DRAFT, begun.id) == ("haastavat-erot", "")


async def test_what_is_gone_has_no_name(database: Database) -> None:
    async with database.read() as connection:
        assert await subject_names.find(connection, About.REQUEST, "f" * 32) == ("", "")
