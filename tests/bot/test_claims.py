"""A request's claim code, and until when it works."""

from datetime import date, timedelta

from bot.claims import new_claim
from bot.desk import Turn
from domain.moments import end_of_day
from storage import claims
from storage.claims import LIFETIME
from tests.bot.post import Post


async def test_a_new_code_works_to_the_end_of_the_day_that_it_tells_and_ends_the_one_before(post: Post) -> None:
    one, now = await post.sent(), post.desk.clock.now()
    turn = Turn(post.actors[1], post.chat(1), now, post.desk.speech("fi"))
    async with post.desk.database.write() as connection:
        old, new = [await new_claim(post.desk, turn, connection, one) for _ in range(2)]
        assert new.until == date(2022, 9, 20) + LIFETIME - timedelta(days=1)
        told = [await claims.fits(connection, one.id, each.code, now) for each in (old, new)]
        ends = end_of_day(new.until, post.desk.content.centre.zone)
        around = [await claims.fits(connection, one.id, new.code, ends + timedelta(seconds=late)) for late in (-1, 0)]
    assert (told, around) == ([False, True], [True, False])
