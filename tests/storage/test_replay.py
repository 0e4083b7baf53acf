"""What was erased before a restore is erased again after it."""

from storage import consultations, drafts, people
from storage.database import Database
from storage.erasures import Erasure
from storage.replay import replay
from tests.storage.facts import NOW, draft, person, sent


async def test_whatever_the_list_names_goes_and_the_rest_stays(database: Database) -> None:
    gone, stays = await person(database, 1), await person(database, 2)
    one, other = await sent(database, stays.id, 1), await sent(database, stays.id, 2)
    async with database.write() as connection:
        dropped = await drafts.begin(connection, draft(stays.id), NOW)
        kept = await drafts.begin(connection, draft(stays.id), NOW)
    listed = [Erasure("person", gone.id), Erasure("consultation", one.id), Erasure("draft", dropped.id)]
    async with database.write() as connection:
        assert await replay(connection, listed) == 3
        assert await replay(connection, [*listed, Erasure("person", "never")]) == 0
        assert await people.find_by_id(connection, gone.id) is None
        assert await consultations.find(connection, one.id) is None
        assert await consultations.find(connection, other.id) is not None
        assert [left.id for left in await drafts.all_of(connection, stays.id)] == [kept.id]
