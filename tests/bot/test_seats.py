"""Which meetings a request can reach: those that accept it and have a seat."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.seats import OFFERED, Seats, seats_of
from domain.centre import Group
from tests.bot.post import Post
from tests.house import HELSINKI, START

OCTOBER, NOVEMBER, DECEMBER, JANUARY = "2022-10-13", "2022-11-10", "2022-12-08", "2023-01-12"


@pytest.fixture
def group(post: Post) -> Group:
    return post.desk.group("haastavat-erot")


async def seats(post: Post, group: Group, now: datetime = START, without: str | None = None) -> Seats:
    async with post.desk.database.read() as connection:
        return await seats_of(connection, group, now, without)


def days(found: Seats) -> list[str]:
    return [one.day.isoformat() for one in found.free()]


async def test_the_next_meetings_are_offered(post: Post, group: Group) -> None:
    found = await seats(post, group)
    assert days(found) == [OCTOBER, NOVEMBER, DECEMBER]
    assert len(found.meetings) > OFFERED


async def test_after_its_deadline_a_meeting_is_offered_no_more(post: Post, group: Group) -> None:
    last = datetime(2022, 10, 6, 23, 59, 59, tzinfo=HELSINKI)
    late = datetime(2022, 10, 7, 0, 0, tzinfo=HELSINKI)
    assert days(await seats(post, group, last))[0] == OCTOBER
    assert days(await seats(post, group, late))[0] == NOVEMBER


async def test_a_full_meeting_is_left_out_and_its_wisher_reaches_the_next(post: Post, group: Group) -> None:
    for number in range(1, 4):
        await post.sent(number)
    found = await seats(post, group)
    assert days(found) == [NOVEMBER, DECEMBER, JANUARY]
    reached = found.reached(OCTOBER)
    assert reached and reached.day.isoformat() == NOVEMBER


async def test_ones_own_seat_is_free_for_oneself(post: Post, group: Group) -> None:
    sent = [await post.sent(number) for number in range(1, 4)]
    assert days(await seats(post, group, without=sent[0].id))[0] == OCTOBER


async def test_without_a_limit_nothing_is_ever_full(post: Post, group: Group) -> None:
    for number in range(1, 6):
        await post.sent(number)
    assert days(await seats(post, replace(group, seats=None)))[0] == OCTOBER


async def test_the_choices_name_day_deadline_and_free_seats(post: Post, group: Group) -> None:
    await post.sent()
    first = (await seats(post, group)).options(post.desk.speech("fi"))[0]
    assert first.value == OCTOBER
    words = first.label["fi"]
    assert "to 13.10.2022 klo 13–15" in words
    assert "to 6.10.2022" in words
    assert "2" in words.split("paikkoja")[1]
    unlimited = (await seats(post, replace(group, seats=None))).options(post.desk.speech("fi"))[0]
    assert "paikkoja" not in unlimited.label["fi"]


async def test_a_group_without_fixed_meetings_offers_none(post: Post) -> None:
    found = await seats(post, post.desk.group("ot-nepsy"))
    assert (days(found), found.reached(None)) == ([], None)
