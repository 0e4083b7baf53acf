"""The same races for a seat as `python -m tests.soak`, fewer of them."""

from tests.soak.seats import play


async def test_two_who_take_the_last_seat_at_once_have_it_once_and_the_line_moves_up_once(database_url: str) -> None:
    came = await play(database_url, 20220920, 15)
    assert came.problems == []
    assert (came["rounds"], came["seats_given"], came["moved_up"]) == (15, 15, 15)
    assert came["told"] == 15
