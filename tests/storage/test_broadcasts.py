"""What is decided about an announcement and who is told stand in one transaction; each is told once."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import ColumnElement, select, update

from dialogs.announcing import Written
from domain.announcements import Announcement, Audience, State, since
from domain.office import Office
from domain.people import Role, RoleGrant
from domain.refusals import Refused
from domain.registrations import Coming
from storage import announcements, broadcasts, people, registrations, spreading
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.notices import about as notices_about
from storage.notices import forget
from storage.progress import figures
from storage.registrations import Registrant
from storage.spreading import Telling
from storage.tables import conversations
from tests.storage.facts import NOW, person
from tests.storage.meets import SESSION, lay, session, with_app

OFFICE = Office(ZoneInfo("Europe/Helsinki"), "FI")
OPEN = datetime(2022, 9, 20, 9, tzinfo=OFFICE.zone)
CLOSED = datetime(2022, 9, 23, 20, tzinfo=OFFICE.zone)
MONDAY = datetime(2022, 9, 26, 9, tzinfo=OFFICE.zone)
# In the evening before the session.
EVE = datetime(2022, 10, 4, 20, tzinfo=OFFICE.zone)
Step = Callable[..., Awaitable[Announcement | None]]


async def laid(database: Database, state: State = State.WRITTEN, **facts: object) -> Announcement:
    """A session that is written by somebody with the app, and that two others may hear of."""
    author = await with_app(database, 6)
    for number in (1, 2):
        await with_app(database, number)
    one = replace(session(), state=state, author=author.id, **facts)  # type: ignore[arg-type]
    await lay(database, one)
    return one


async def done(database: Database, step: Step, *given: object) -> Announcement | None:
    async with database.write() as connection:
        return await step(connection, *given)


async def states(database: Database, kind: str = "announcement") -> list[str]:
    query = select(deliveries.c.state).join(notices).where(notices.c.kind == kind)
    async with database.read() as connection:
        return sorted((await connection.scalars(query)).all())


def about(one: Announcement) -> ColumnElement[bool]:
    """The messages about changes of it."""
    return notices_about(one.id, {"announcement-change"})


async def arrived(database: Database) -> None:
    """All standing copies are there."""
    async with database.write() as connection:
        about = deliveries.c.notice.in_(select(notices.c.id).where(notices.c.kind == "announcement"))
        await connection.execute(update(deliveries).where(about).values(state="sent", seen=1))


async def test_it_goes_out_to_each_once_however_often_it_is_sent(database: Database) -> None:
    one = await laid(database)
    out = await done(database, broadcasts.announce, one, None, OPEN)
    assert out and (out.state, out.original, out.version) == (State.OUT, one.wording, one.version + 1)
    assert await done(database, broadcasts.announce, one, None, OPEN) is None
    assert (await states(database), await states(database, "progress")) == (["new"] * 3, ["new"])


async def test_of_two_who_send_at_once_one_does(database: Database) -> None:
    one = await laid(database)
    both = await asyncio.gather(*(done(database, broadcasts.announce, one, None, OPEN) for _ in range(4)))
    assert sum(out is not None for out in both) == 1
    assert await states(database) == ["new"] * 3


async def test_what_is_planned_tells_nobody_before_its_hour(database: Database) -> None:
    one = await laid(database)
    planned = await done(database, broadcasts.announce, one, OPEN + timedelta(days=1), OPEN)
    assert planned and (planned.state, await states(database)) == (State.PLANNED, [])
    async with database.read() as connection:
        assert await announcements.planned(connection, OPEN) == []
        assert await announcements.planned(connection, OPEN + timedelta(days=1)) == [planned]


async def test_stopped_half_way_it_goes_on_to_those_who_had_not_got_it(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    async with database.write() as connection:
        first = select(deliveries.c.id).join(notices).where(notices.c.kind == "announcement").limit(1)
        reached = await connection.scalar(first)
        await connection.execute(update(deliveries).where(deliveries.c.id == reached).values(state="sent", seen=1))
    halted = await done(database, broadcasts.stop, out, OPEN)
    assert await states(database) == ["cancelled", "cancelled", "sent"]
    again = await done(database, broadcasts.go_on, halted, OPEN)
    assert again and (again.state, await states(database)) == (State.OUT, ["new", "new", "sent"])


async def test_stopped_and_meant_for_fewer_it_goes_on_to_those_alone(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    halted = await done(database, broadcasts.stop, out, OPEN)
    assert halted
    fewer = Written(halted.wording, halted.topics, Audience(everyone=False, teams=("19:none",)))
    changed = await done(database, broadcasts.revise, halted, fewer, Telling("registered", OFFICE), OPEN)
    on = await done(database, broadcasts.go_on, changed, OPEN)
    assert on and (on.state, await states(database)) == (State.OUT, ["cancelled"] * 3)
    # Nor is the way back closed.
    all_of_them = Written(halted.wording, halted.topics, Audience(everyone=True))
    assert await done(database, broadcasts.revise, on, all_of_them, Telling("registered", OFFICE), OPEN)
    assert await states(database) == ["new"] * 3


async def test_meant_for_fewer_half_way_who_has_it_keeps_it_and_who_is_without_the_app_still_waits(
    database: Database,
) -> None:
    out = await done(database, broadcasts.announce, await laid(database, topics=("ot-info",)), None, OPEN)
    assert out
    async with database.write() as connection:
        chat = select(conversations.c.id).where(conversations.c.person == out.author)
        await connection.execute(update(conversations).where(conversations.c.id.in_(chat)).values(ended_at=OPEN))
    same = Written(replace(out.wording, text={"fi": "Uusi."}), out.topics, out.audience)
    again = await done(database, broadcasts.revise, out, same, Telling("registered", OFFICE), OPEN)
    assert again and await states(database) == ["new"] * 3
    await arrived(database)
    fewer = Written(again.wording, out.topics, Audience(everyone=False, teams=("19:none",)))
    assert await done(database, broadcasts.revise, again, fewer, Telling("registered", OFFICE), OPEN)
    assert await states(database) == ["new"] * 3
    async with database.read() as connection:
        assert set(
            await connection.scalars(select(deliveries.c.seen).join(notices).where(notices.c.kind == "announcement"))
        ) == {1}


async def test_what_goes_on_after_its_ledger_was_purged_reaches_nobody_a_second_time(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    await arrived(database)
    halted = await done(database, broadcasts.stop, out, OPEN)
    assert halted
    async with database.write() as connection:
        await forget(connection, halted.id)
    again = await done(database, broadcasts.go_on, halted, OPEN)
    assert again and (again.state, await states(database)) == (State.OUT, [])


async def test_taken_back_nobody_else_gets_it_and_what_is_there_is_drawn_anew(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    await arrived(database)
    gone = await done(database, broadcasts.recall, out, OPEN)
    assert gone and (gone.state, gone.sequence) == (State.RECALLED, 1)
    async with database.read() as connection:
        behind = select(deliveries.c.id).join(notices).where(notices.c.kind == "announcement")
        rows = (await connection.scalars(behind.where(deliveries.c.seen < notices.c.revision))).all()
    assert len(rows) == 3
    with pytest.raises(Refused, match="state"):
        await done(database, broadcasts.go_on, gone, OPEN)


@pytest.mark.parametrize("step", [broadcasts.stop, broadcasts.recall])
async def test_who_decides_on_an_older_version_stops_nothing(database: Database, step: Step) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await done(database, broadcasts.revise, out, moved(out, 1), Telling("nobody", OFFICE), OPEN)
    assert await done(database, step, out, OPEN) is None
    assert await states(database) == ["new"] * 3


async def test_once_it_is_forgotten_who_has_it_a_correction_is_sent_to_nobody_again(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await arrived(database)
    async with database.write() as connection:
        await forget(connection, out.id)
    assert await done(database, broadcasts.revise, out, moved(out, 1), Telling("all", OFFICE), OPEN)
    assert await states(database) == []


def moved(one: Announcement, hours: int) -> Written:
    """The same session at another hour."""
    later = replace(SESSION, start=SESSION.start + timedelta(hours=hours), end=SESSION.end + timedelta(hours=hours))
    return Written(replace(one.wording, session=later), one.topics, one.audience)


@pytest.mark.parametrize(("to", "told"), [("registered", 1), ("all", 3), ("nobody", 0)])
async def test_a_change_is_told_to_whom_it_was_chosen_for(database: Database, to: str, told: int) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await arrived(database)
    guest = await with_app(database, 1)
    async with database.write() as connection:
        await registrations.answer(connection, out.id, Registrant(guest.id), Coming.COMING, OPEN)
    changed = await done(database, broadcasts.revise, out, moved(out, 1), Telling(to, OFFICE), OPEN)
    assert changed and (changed.previous, changed.sequence) == (out.wording, 1)
    assert await states(database, "announcement-change") == ["new"] * told


async def change_notices(database: Database) -> list[tuple[str, str, str, datetime]]:
    """Each message about a change: whose, of which version, where it stands, when it is due."""
    columns = (deliveries.c.person, notices.c.occurrence, deliveries.c.state, deliveries.c.due_at)
    query = select(*columns).join(notices).where(notices.c.kind == "announcement-change")
    async with database.read() as connection:
        return sorted(tuple(row) for row in (await connection.execute(query)).all())


async def test_who_has_not_heard_of_a_change_hears_of_it_and_the_next_in_one_message(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await arrived(database)
    once = await done(database, broadcasts.revise, out, moved(out, 1), Telling("all", OFFICE), CLOSED)
    assert once
    (first, *_), (second, *_), (third, *_) = await change_notices(database)
    async with database.write() as connection:
        for who, became in ((first, {"state": "sent", "seen": 1}), (second, {"state": "dead", "reason": "blocked"})):
            await connection.execute(update(deliveries).where(deliveries.c.person == who, about(once)).values(became))
    twice = await done(database, broadcasts.revise, once, moved(out, 2), Telling("all", OFFICE), MONDAY)
    assert twice
    was, now = str(once.version), str(twice.version)
    # Who has the first one hears of the second; nobody gets two in a row.
    expected = [(first, was, "new", MONDAY), (first, now, "new", MONDAY)]
    expected += [(second, was, "new", MONDAY), (third, was, "new", MONDAY - timedelta(hours=1))]
    assert await change_notices(database) == sorted(expected)
    found = await done(database, announcements.find, out.id)
    assert found and since(found, was).previous == out.wording and since(found, now).previous == once.wording


async def test_a_change_at_once_does_not_leave_an_earlier_one_for_the_opening(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await arrived(database)
    once = await done(database, broadcasts.revise, out, moved(out, 1), Telling("all", OFFICE), CLOSED)
    off = await done(database, broadcasts.call_off, once, "Puhuja sairastui.", Telling("all", OFFICE), EVE)
    assert off
    assert {(state, due) for _, _, state, due in await change_notices(database)} == {("new", EVE)}
    assert len(await change_notices(database)) == 3


async def test_who_has_registered_for_what_is_only_listed_hears_of_its_change(database: Database) -> None:
    one = await laid(database, State.LISTED)
    who = await with_app(database, 1)
    async with database.write() as connection:
        await registrations.answer(connection, one.id, Registrant(who.id), Coming.COMING, OPEN)
    changed = await done(database, broadcasts.revise, one, moved(one, 1), Telling("registered", OFFICE), OPEN)
    assert changed and changed.previous == one.wording
    assert [whose for whose, *_ in await change_notices(database)] == [who.id]


async def test_while_it_waits_to_be_sent_one_can_still_come_and_hears_of_its_change(database: Database) -> None:
    one, who = await laid(database, State.LISTED, origin="first"), await with_app(database, 1)
    planned = await done(database, broadcasts.announce, one, OPEN + timedelta(days=1), OPEN)
    assert planned and planned.state is State.PLANNED
    async with database.write() as connection:
        answered = await registrations.answer(connection, one.id, Registrant(who.id), Coming.COMING, OPEN)
        assert answered.state is Coming.COMING
        assert await registrations.mine(connection, who.id, OPEN) == {one.id: Coming.COMING}
        assert await announcements.ahead(connection, OPEN) == [planned]
    changed = await done(database, broadcasts.revise, planned, moved(one, 1), Telling("registered", OFFICE), OPEN)
    assert changed and (changed.state, changed.previous) == (State.PLANNED, one.wording)
    assert [whose for whose, *_ in await change_notices(database)] == [who.id]


async def test_what_was_planned_and_is_so_no_more_is_asked_for_by_its_author_alone(database: Database) -> None:
    one, (second, _) = await laid(database), await readers(database)
    asked = await done(database, broadcasts.ask_approval, one, OPEN + timedelta(days=1), OPEN)
    approved = await done(database, broadcasts.approve, asked, second, OPEN)
    kept = await done(database, broadcasts.stop, approved, OPEN)
    assert kept and (kept.state, kept.send_at) == (State.WRITTEN, None)
    edited = await done(database, broadcasts.revise, kept, moved(one, 1), Telling("registered", OFFICE), OPEN)
    assert edited and (edited.state, edited.approver) == (State.WRITTEN, None)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (OPEN, OPEN),
        (CLOSED, datetime(2022, 9, 26, 8, tzinfo=OFFICE.zone)),
        # In the evening before the session it cannot wait for the morning.
        (datetime(2022, 10, 4, 20, tzinfo=OFFICE.zone), datetime(2022, 10, 4, 20, tzinfo=OFFICE.zone)),
    ],
)
async def test_a_change_waits_for_the_next_opening_unless_the_session_is_near(
    database: Database, now: datetime, due: datetime
) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    await arrived(database)
    assert await done(database, broadcasts.revise, out, moved(session(), 1), Telling("all", OFFICE), now)
    async with database.read() as connection:
        query = select(deliveries.c.due_at).join(notices).where(notices.c.kind == "announcement-change")
        assert set((await connection.scalars(query)).all()) == {due}


async def test_a_wider_audience_reaches_those_who_were_not_in_it_before(database: Database) -> None:
    one = await laid(database, audience=Audience(everyone=False, teams=("19:none",)))
    out = await done(database, broadcasts.announce, one, None, OPEN)
    assert out and await states(database) == []
    wider = Written(out.wording, out.topics, Audience(everyone=True))
    assert await done(database, broadcasts.revise, out, wider, Telling("all", OFFICE), OPEN)
    assert (await states(database), await states(database, "announcement-change")) == (["new"] * 3, [])


async def test_called_off_the_reason_stays_and_those_registered_hear_of_it(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    guest = await with_app(database, 1)
    async with database.write() as connection:
        await registrations.answer(connection, out.id, Registrant(guest.id), Coming.COMING, OPEN)
    off = await done(database, broadcasts.call_off, out, "Puhuja sairastui.", Telling("registered", OFFICE), OPEN)
    assert off and (off.state, off.remark, off.sequence) == (State.CALLED_OFF, "Puhuja sairastui.", 1)
    assert (await states(database), await states(database, "announcement-change")) == (["cancelled"] * 3, ["new"])


async def readers(database: Database) -> list[str]:
    """A second coordinator and an administrator."""
    made = [await person(database, number) for number in (7, 8)]
    roles = (Role.COORDINATOR, Role.ADMINISTRATOR)
    async with database.write() as connection:
        grants = frozenset(RoleGrant(one.object_id, role) for one, role in zip(made, roles, strict=True))
        await people.lay_roles(connection, grants, NOW)
    return [one.id for one in made]


async def test_a_second_person_reads_it_and_an_edit_has_to_be_read_anew(database: Database) -> None:
    one, (second, _) = await laid(database), await readers(database)
    asked = await done(database, broadcasts.ask_approval, one, OPEN + timedelta(days=1), OPEN)
    assert asked and (asked.state, await states(database, "approval")) == (State.WAITING, ["new", "new"])
    approved = await done(database, broadcasts.approve, asked, second, OPEN)
    assert approved and (approved.state, approved.approver) == (State.PLANNED, second)
    assert await states(database) == []
    edited = await done(database, broadcasts.revise, approved, moved(one, 1), Telling("all", OFFICE), OPEN)
    assert edited and (edited.state, edited.approver) == (State.WAITING, None)
    assert await states(database, "approval") == ["new"] * 4
    back = await done(database, broadcasts.give_back, edited, "Korjaa aika.", OPEN)
    assert back and (back.state, back.remark) == (State.WRITTEN, "Korjaa aika.")
    assert await states(database, "approval-returned") == ["new"]


async def test_those_who_were_not_reached_are_tried_again(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    async with database.write() as connection:
        about = deliveries.c.notice.in_(select(notices.c.id).where(notices.c.kind == "announcement"))
        await connection.execute(update(deliveries).where(about).values(state="dead", reason="blocked"))
        assert (await figures(connection, out.id, spreading.KINDS)).dead == {"blocked": 3}
        await broadcasts.try_again(connection, out, OPEN)
    assert await states(database) == ["new"] * 3
