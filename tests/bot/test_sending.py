"""A finished form becomes a request, or changes one; an anonymous one leads to nobody."""

from collections.abc import Mapping

from sqlalchemy import select

from storage import tables
from tests.e2e.walks import SINGLE, Inputs, begin_dialog, send_dialog, send_request, walk_dialog
from tests.house import House
from tests.soak.rivals import press

ANONYMOUS: Mapping[str, Inputs] = {**SINGLE, "matter": {"matter": "single", "anonymous": "yes"}}


async def kept(house: House) -> tuple[str | None, list[str | None], set[str]]:
    """The owner of the only request, who did what, and the hours at which it happened."""
    async with house.desk.database.read() as connection:
        one = (await connection.execute(select(tables.consultations))).one()
        events = (await connection.execute(select(tables.events).order_by(tables.events.c.id))).all()
    hours = {moment.astimezone(house.desk.content.centre.zone).strftime("%H.%M") for moment in (one.sent_at,)}
    return one.owner, [event.person for event in events], hours


async def test_a_named_request_has_its_owner_and_its_hour(small_house: House) -> None:
    await send_request(await small_house.person(1))
    owner, people, hours = await kept(small_house)
    assert owner and people == [owner]
    assert hours != {"00.00"}


async def test_an_anonymous_request_has_neither(small_house: House) -> None:
    await send_request(await small_house.person(1), ANONYMOUS)
    assert await kept(small_house) == (None, [None], {"00.00"})


async def test_a_request_that_becomes_anonymous_forgets_its_owner_and_its_hours(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    async with small_house.desk.database.read() as connection:
        which = await connection.scalar(select(tables.consultations.c.id))
    shown = await press(worker, {"verb": "consultation-change", "id": which})
    go = next(one for one in shown.data("form-go") if one["step"] == "matter")
    step = await press(worker, go)
    sent = {"f.matter": "single", "f.anonymous": "yes"}
    review = await press(worker, step.data("form-next")[0] | sent)
    while not review.data("form-send"):
        review = await press(worker, review.data("form-review")[0])
    await press(worker, review.data("form-send")[0])
    owner, people, hours = await kept(small_house)
    assert (owner, set(people), hours) == (None, {None}, {"00.00"})


async def test_a_draft_that_was_sent_holds_nothing_any_more(small_house: House) -> None:
    dialog = await begin_dialog(await small_house.person(1))
    await walk_dialog(dialog)
    await send_dialog(dialog)
    async with small_house.desk.database.read() as connection:
        row = (await connection.execute(select(tables.drafts))).one()
    assert (row.key, row.step, row.answers) == (None, None, None)
    assert row.sent_as
