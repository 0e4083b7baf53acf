"""Where a second person reads first, nobody new gets what she has not read; who has it already sees it corrected."""

from dataclasses import replace

from sqlalchemy import select, update

from dialogs.announcing import Written
from domain.announcements import Announcement, Audience, State
from storage import announcements, broadcasts
from storage.database import Database
from storage.notice_tables import deliveries, notices
from storage.notices import about as notices_about
from storage.spreading import Telling
from tests.storage.test_broadcasts import OFFICE, OPEN, arrived, done, laid, moved, readers, states

STRICT, LOOSE = Telling("registered", OFFICE, approval=True), Telling("registered", OFFICE)


async def one_arrived(database: Database) -> None:
    """One of three copies is there, the others are still to be sent."""
    async with database.write() as connection:
        first = select(deliveries.c.id).join(notices).where(notices.c.kind == "announcement").limit(1)
        reached = await connection.scalar(first)
        values = {"state": "sent", "seen": 1}
        await connection.execute(update(deliveries).where(deliveries.c.id == reached).values(values))


async def let_go(database: Database, second: str, **facts: object) -> Announcement:
    """It went out after a second person had read it."""
    asked = await done(database, broadcasts.ask_approval, await laid(database, **facts), None, OPEN)  # type: ignore[arg-type]
    assert asked
    out = await done(database, broadcasts.approve, asked, second, OPEN)
    assert out and (out.state, out.approver) == (State.OUT, second)
    return out


async def test_changed_half_way_who_has_nothing_yet_waits_for_the_second_reader(database: Database) -> None:
    second, other = await readers(database)
    out = await let_go(database, second)
    await one_arrived(database)
    held = await done(database, broadcasts.revise, out, moved(out, 1), STRICT, OPEN)
    assert held and (held.state, held.approver) == (State.HELD, None)
    # The one copy that is there is corrected; nobody else gets one.
    async with database.read() as connection:
        ours = select(deliveries.c.state, deliveries.c.seen).join(notices).where(notices.c.kind == "announcement")
        found = sorted(tuple(row) for row in (await connection.execute(ours)).all())
    assert found[-1] == ("new", 1) and set(found[:-1]) == {("cancelled", 0)}
    on = await done(database, broadcasts.approve, held, other, OPEN)
    assert on and (on.state, on.approver) == (State.OUT, other)
    assert set(await states(database)) == {"new"}


async def test_changed_when_all_have_it_it_is_corrected_at_once(database: Database) -> None:
    second, _ = await readers(database)
    out = await let_go(database, second)
    await arrived(database)
    changed = await done(database, broadcasts.revise, out, moved(out, 1), STRICT, OPEN)
    assert changed and (changed.state, changed.approver) == (State.OUT, None)
    assert set(await states(database)) == {"new"}


async def test_changed_while_somebody_is_without_the_app_she_waits_for_the_second_reader_too(
    database: Database,
) -> None:
    second, other = await readers(database)
    out = await let_go(database, second)
    await arrived(database)
    async with database.write() as connection:
        missed = {"state": "dead", "reason": "not-installed", "seen": 0}
        await connection.execute(update(deliveries).where(notices_about(out.id, {"announcement"})).values(missed))
    held = await done(database, broadcasts.revise, out, moved(out, 1), STRICT, OPEN)
    assert held and held.state is State.HELD
    on = await done(database, broadcasts.approve, held, other, OPEN)
    # Approved she gets it when the app comes to her, as before.
    assert on and (on.state, set(await states(database))) == (State.OUT, {"dead"})


async def test_a_wider_audience_waits_for_the_second_reader(database: Database) -> None:
    second, _ = await readers(database)
    out = await let_go(database, second, audience=Audience(everyone=False, teams=("19:none",)))
    wider = Written(out.wording, out.topics, Audience(everyone=True))
    held = await done(database, broadcasts.revise, out, wider, STRICT, OPEN)
    assert held and (held.state, set(await states(database))) == (State.HELD, {"cancelled"})
    back = await done(database, broadcasts.give_back, held, "Liian moni.", OPEN)
    assert back and (back.state, back.remark) == (State.STOPPED, "Liian moni.")
    assert set(await states(database)) == {"cancelled"}
    async with database.read() as connection:
        assert await announcements.find(connection, out.id) == back


async def test_stopped_and_changed_it_is_asked_for_again_and_unchanged_it_is_known_who_read_it(
    database: Database,
) -> None:
    second, _ = await readers(database)
    out = await let_go(database, second)
    halted = await done(database, broadcasts.stop, out, OPEN)
    assert halted and halted.approver == second
    changed = await done(database, broadcasts.revise, halted, moved(halted, 1), STRICT, OPEN)
    assert changed and (changed.state, changed.approver) == (State.STOPPED, None)
    held = await done(database, broadcasts.ask_to_go_on, changed, OPEN)
    assert held and (held.state, set(await states(database))) == (State.HELD, {"cancelled"})
    again = await done(database, broadcasts.revise, held, moved(held, 2), STRICT, OPEN)
    assert again and (again.state, set(await states(database))) == (State.HELD, {"cancelled"})


async def test_where_nobody_has_to_read_it_a_change_goes_to_all_at_once(database: Database) -> None:
    out = await done(database, broadcasts.announce, await laid(database), None, OPEN)
    assert out
    await one_arrived(database)
    changed = await done(database, broadcasts.revise, out, replace(moved(out, 1)), LOOSE, OPEN)
    assert changed and (changed.state, set(await states(database))) == (State.OUT, {"new"})
