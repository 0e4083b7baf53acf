"""An answer that is kept for a shorter time goes alone."""

from storage import consultations, requesters
from storage.answers import forget_answers
from storage.database import Database
from tests.storage.facts import person, sent


async def test_named_answers_go_from_both_compartments_and_the_others_stay(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, answers={"question": "Miten?", "conflict": "Viestit", "tried": "Sovittelu"})
    async with database.write() as connection:
        assert await forget_answers(connection, one.id, {"conflict", "unit", "nothing"}) == 2
        assert await forget_answers(connection, one.id, {"conflict", "unit"}) == 0
        found = await consultations.find(connection, one.id)
        assert found and found.answers == {"question": "Miten?", "tried": "Sovittelu"}
        assert await requesters.answers_of(connection, one.id) == {}
