"""An announcement in front of a reader: its links are judged, its own languages offered, her answer is hers."""

from dataclasses import replace

from bot.announcing import bare, calendar_of, gather
from cards.elements import View
from documents.addresses import Site
from domain.announcements import Item, Wording
from domain.registrations import Coming, Seats
from storage import registrations
from storage.registrations import Registrant
from tests.bot.post import Post
from tests.bot.test_copies import lay, turn_to
from tests.house import START as NOW
from tests.storage.meets import LETTER, ONE, SESSION, session


def view(post: Post, language: str = "fi") -> View:
    return View(post.desk.speech(language))


async def test_a_link_to_a_host_that_is_not_listed_is_no_button(post: Post) -> None:
    astray = replace(ONE.wording, session=replace(SESSION, link="https://evil.example/meet"))
    assert bare(post.desk, view(post), replace(ONE, wording=astray)).join is None
    known = bare(post.desk, view(post), ONE).join
    assert known and known.url == SESSION.link
    items = (
        Item({"fi": "a"}, link="https://uutiskirje.kuh.fi/"),
        Item({"fi": "b"}),
        Item({"fi": "c"}, link="http://x.fi"),
    )
    letter = bare(post.desk, view(post), replace(LETTER, wording=Wording({"fi": "1/22"}, items=items)))
    assert [one.host if one else "" for one in letter.more] == ["uutiskirje.kuh.fi", "", ""]


async def test_the_other_languages_are_those_that_it_was_written_in(post: Post) -> None:
    one = replace(ONE, wording=replace(ONE.wording, title={"fi": "a", "sv": "b", "xx": "c"}))
    for language, others in (("fi", ["sv"]), ("sv", ["fi"]), ("en", ["sv"])):
        assert [speech.language for speech in bare(post.desk, view(post, language), one).others] == others


async def test_topics_go_by_their_names_and_one_that_the_centre_has_given_up_is_left_out(post: Post) -> None:
    one = replace(ONE, topics=("ot-info", "given-up"))
    assert bare(post.desk, view(post), one).topics == ["OT-infot ja foorumit"]


async def test_near_and_over_are_by_the_clock(post: Post) -> None:
    def at_that_moment() -> tuple[bool, bool]:
        shown = bare(post.desk, view(post), ONE)
        return shown.near, shown.over

    assert at_that_moment() == (False, False)
    turn_to(post, 2022, 10, 5, 8)
    assert at_that_moment() == (True, False)
    turn_to(post, 2022, 10, 5, 9, 15)
    assert at_that_moment() == (False, True)


async def test_the_calendar_file_is_had_where_the_service_is_reached_and_only_for_a_session(post: Post) -> None:
    async with post.desk.database.write() as connection:
        found = await calendar_of(post.desk, connection, view(post), ONE)
        assert found and found.url.startswith(f"{post.desk.site.url}/calendar/{ONE.id}.ics?until=")
        assert await calendar_of(post.desk, connection, view(post), LETTER) is None
        alone = replace(post.desk, site=Site())
        assert await calendar_of(alone, connection, view(post), ONE) is None


async def test_a_person_sees_her_own_answer_and_the_seats_of_this_moment(post: Post) -> None:
    await post.person(2)
    await lay(post, session(1))
    async with post.desk.database.write() as connection:
        for number in (2, 1):
            who = Registrant(post.actors[number].id)
            await registrations.answer(connection, ONE.id, who, Coming.COMING, NOW)
        shown = await gather(post.desk, connection, view(post), session(1), post.actors[1].id)
    assert (shown.coming, shown.place, shown.seats, shown.counted) == (Coming.WAITING, 1, Seats(1, 1, 1), True)
