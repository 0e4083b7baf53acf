"""What each person wishes to hear of."""

from datetime import time, timedelta

from domain.preferences import Preferences
from storage import people, preferences
from storage.database import Database
from tests.storage.facts import NOW, personal_chat
from tests.storage.meets import with_app


async def test_wishes_come_back_as_they_were_said_last(database: Database) -> None:
    who, other = await with_app(database, 1), await with_app(database, 2)
    first = Preferences(True, False, time(21), time(7, 30), frozenset({"ot-info", "nepsy"}))
    second = Preferences(topics_off=frozenset({"nepsy", "uutiskirje"}))
    async with database.write() as connection:
        assert await preferences.find(connection, who.id) == Preferences()
        for wished in (first, second):
            await preferences.save(connection, who.id, wished)
            assert await preferences.find(connection, who.id) == wished
        assert await preferences.find(connection, other.id) == Preferences()
        await preferences.forget(connection, who.id)
        assert await preferences.find(connection, who.id) == Preferences()


async def test_the_off_switch_survives_that_the_app_is_removed_and_installed_again(database: Database) -> None:
    who = await with_app(database, 1)
    async with database.write() as connection:
        await preferences.save(connection, who.id, Preferences(off=True))
        await people.end_conversation(connection, "a:1", NOW)
        await people.remember_conversation(connection, personal_chat(who.id, "a:new"), NOW + timedelta(days=1))
        assert (await preferences.find(connection, who.id)).off


async def test_of_several_people_those_come_back_who_have_said_anything(database: Database) -> None:
    one, two, three = [(await with_app(database, number)).id for number in (1, 2, 3)]
    async with database.write() as connection:
        await preferences.save(connection, one, Preferences(quiet_from=time(21), quiet_until=time(7)))
        await preferences.save(connection, two, Preferences(off=True, topics_off=frozenset({"nepsy"})))
        found = await preferences.of_several(connection, [one, two, three, two])
        assert found == {one: Preferences(quiet_from=time(21), quiet_until=time(7)), two: Preferences(off=True)}
        assert await preferences.of_several(connection, []) == {}
