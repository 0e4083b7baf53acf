"""Announcements in the database."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from domain.announcements import Announcement, Audience, Item, Kind, Session, State, Wording, moved_to, reworded, sent
from storage import announcements
from storage.database import Database

NOW = datetime(2022, 9, 20, 5, 0, tzinfo=UTC)
START = datetime(2022, 10, 5, 5, 15, tzinfo=UTC)
SESSION = Session(START, START + timedelta(hours=1), "https://teams.microsoft.com/l/meetup-join/one", "Koske", 30, "sv")
WORDING = Wording({"fi": "OT-info", "sv": "OT-infomöte"}, {"fi": "Avoin."}, (Item({"fi": "Yksi"}, link=""),), SESSION)
ONE = Announcement("a" * 32, Kind.SESSION, State.LISTED, WORDING, ("ot-info",), origin="first")
MIXED = Audience(everyone=False, teams=("19:team",), channels=("19:channel",))


async def test_an_announcement_comes_back_as_it_was_written(database: Database) -> None:
    full = reworded(sent(ONE, NOW), replace(WORDING, title={"fi": "Muu"}), NOW + timedelta(hours=1))
    full = replace(full, audience=MIXED, send_at=NOW)
    async with database.write() as connection:
        assert await announcements.add(connection, full, NOW)
    async with database.read() as connection:
        assert await announcements.find(connection, ONE.id) == full
        assert await announcements.find(connection, "b" * 32) is None
        assert await announcements.find(connection, "\x00") is None


async def test_of_two_changes_of_the_same_version_only_one_is_kept(database: Database) -> None:
    async with database.write() as connection:
        await announcements.add(connection, ONE, NOW)
        assert await announcements.save(connection, sent(ONE, NOW), was=1)
        assert not await announcements.save(connection, moved_to(ONE, State.CALLED_OFF, NOW), was=1)
        found = await announcements.find(connection, ONE.id, lock=True)
    assert found is not None
    assert found.state is State.OUT


async def test_what_the_content_begins_with_is_written_once_and_followed_until_somebody_changes_it(
    database: Database,
) -> None:
    async with database.write() as connection:
        assert await announcements.lay(connection, [ONE], NOW) == 1
        assert await announcements.lay(connection, [replace(ONE, topics=("nepsy",))], NOW) == 0
        [laid] = await announcements.every(connection)
        assert laid.topics == ("nepsy",)
        await announcements.save(connection, sent(laid, NOW), was=1)
        await announcements.lay(connection, [ONE], NOW)
        [kept] = await announcements.every(connection)
    assert (kept.topics, kept.state) == (("nepsy",), State.OUT)


async def test_sessions_lie_ahead_until_they_end_and_those_called_off_are_among_them(database: Database) -> None:
    later = replace(SESSION, start=START + timedelta(days=60), end=START + timedelta(days=60, hours=1))
    off = replace(ONE, id="b" * 32, origin=None, wording=replace(WORDING, session=later), state=State.CALLED_OFF)
    hidden = replace(ONE, id="c" * 32, origin=None, state=State.PLANNED, send_at=NOW + timedelta(hours=1))
    async with database.write() as connection:
        for one in (off, ONE, hidden):
            await announcements.add(connection, one, NOW)
        assert await announcements.ahead(connection, NOW) == [ONE, off]
        assert await announcements.ahead(connection, SESSION.end) == [off]
        assert await announcements.ended(connection, NOW, SESSION.end) == [ONE]
        assert await announcements.planned(connection, NOW) == []
        assert await announcements.planned(connection, NOW + timedelta(hours=1)) == [hidden]


async def test_the_latest_letters_come_first(database: Database) -> None:
    letter = Announcement("d" * 32, Kind.NEWSLETTER, State.LISTED, Wording({"fi": "1/22"}))
    async with database.write() as connection:
        for number, day in enumerate((0, 2, 1)):
            out = sent(replace(letter, id=f"{number}" * 32), NOW + timedelta(days=day))
            await announcements.add(connection, out, NOW)
        await announcements.add(connection, letter, NOW)
        found = await announcements.latest(connection, [Kind.NEWSLETTER], 2)
    assert [one.id[0] for one in found] == ["1", "2"]
