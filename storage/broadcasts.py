"""What a coordinator decides about an announcement, and in the same transaction who is told.

Each takes the announcement as it stands and gives it as it is now; None when somebody has changed it meanwhile.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.announcing import Written
from domain.announcement_steps import check
from domain.announcements import ASKED, READ, Announcement, State, differences, moved_to, reworded, sent
from domain.people import Role
from storage import announcements, audience, people, registrations
from storage.notices import (
    Notice,
    again,
    cancel,
    redraw,
    resume,
    tell,
)
from storage.spreading import (
    KINDS,
    STANDING,
    Telling,
    has_waiting,
    spread,
    spread_anew,
    tell_change,
    tell_taken_back,
)

APPROVERS = (Role.COORDINATOR, Role.ADMINISTRATOR)


async def _kept(connection: AsyncConnection, changed: Announcement, was: Announcement) -> Announcement | None:
    return changed if await announcements.save(connection, changed, was.version) else None


async def go_out(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """It goes out: everyone whom it is for is told, each once."""
    check(one, "announce")
    gone = await _kept(connection, sent(one, now), one)
    if gone:
        await spread(connection, gone, now)
    return gone


async def announce(
    connection: AsyncConnection, one: Announcement, at: datetime | None, now: datetime
) -> Announcement | None:
    """It goes out now, or at `at`; its author stands in it already."""
    if at is None or at <= now:
        return await go_out(connection, one, now)
    check(one, "announce")
    return await _kept(connection, replace(moved_to(one, State.PLANNED, now), send_at=at), one)


async def ask_approval(
    connection: AsyncConnection, one: Announcement, at: datetime | None, now: datetime
) -> Announcement | None:
    """A second person has to read it first; then it goes out, at `at` at the earliest."""
    check(one, "announce")
    return await _asked(connection, replace(_unread(moved_to(one, State.WAITING, now)), send_at=at), one, now)


async def ask_to_go_on(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """It was stopped and has been changed: those who were not reached get it when a second person has read it."""
    check(one, "go-on")
    return await _asked(connection, _unread(moved_to(one, State.HELD, now)), one, now)


def _unread(one: Announcement) -> Announcement:
    return replace(one, approver=None, remark="")


async def _asked(
    connection: AsyncConnection, asked: Announcement, was: Announcement, now: datetime
) -> Announcement | None:
    kept = await _kept(connection, asked, was)
    if kept:
        await redraw(connection, kept.id, now, {"approval"})
        readers = await _second_readers(connection) - {kept.author or ""}
        await tell(connection, Notice("approval", kept.id, str(kept.version)), readers, now)
    return kept


async def _second_readers(connection: AsyncConnection) -> set[str]:
    return {one for role in APPROVERS for one in await people.holders(connection, role, "")}


async def tell_second_readers(connection: AsyncConnection, one: Announcement, by: str, now: datetime) -> None:
    """Those who would have read it before it went out hear that it was changed by this person, and has gone out."""
    readers = await _second_readers(connection) - {by}
    await tell(connection, Notice("approval-after", one.id, str(one.version)), readers, now)


async def approve(connection: AsyncConnection, one: Announcement, by: str, now: datetime) -> Announcement | None:
    """A second person has read it: it goes out or on, or waits for its hour."""
    check(one, "approve")
    read = replace(one, approver=by)
    if one.state is State.HELD:
        done = await _on(connection, read, now)
    else:
        done = await announce(connection, read, one.send_at, now)
    await redraw(connection, one.id, now, {"approval"})
    return done


def at_home(one: Announcement) -> State:
    """Where an announcement stands that is not going out: what the content began with can be found."""
    return State.LISTED if one.origin else State.WRITTEN


async def give_back(connection: AsyncConnection, one: Announcement, words: str, now: datetime) -> Announcement | None:
    """A second person has read it, and wants something mended."""
    check(one, "approve")
    return await _returned(connection, one, words, now)


async def leave_unsent(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """Its session was over before it could go out: nobody is invited to it, and its author is told."""
    return await _returned(connection, one, "", now)


async def _returned(connection: AsyncConnection, one: Announcement, words: str, now: datetime) -> Announcement | None:
    home = State.STOPPED if one.state is State.HELD else at_home(one)
    back = await _kept(connection, replace(moved_to(one, home, now), send_at=None, remark=words), one)
    if back and back.author:
        await redraw(connection, back.id, now, {"approval"})
        await tell(connection, Notice("approval-returned", back.id, str(back.version)), [back.author], now)
    return back


async def stop(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """Whoever has not been reached is not sent anything; what was only planned is planned no more."""
    check(one, "stop")
    planned = one.state is State.PLANNED
    halted = moved_to(one, at_home(one) if planned else State.STOPPED, now)
    kept = await _kept(connection, replace(halted, send_at=None), one)
    if kept:
        await cancel(connection, one.id, KINDS, now)
    return kept


async def go_on(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """It goes on to those who were not reached before it was stopped."""
    check(one, "go-on")
    return await _on(connection, one, now)


async def _on(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    kept = await _kept(connection, moved_to(one, State.OUT, now), one)
    if kept:
        await resume(connection, one.id, KINDS, now)
        await spread_anew(connection, kept, now)
    return kept


async def recall(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    """It is taken back: nobody else gets it, and one sentence takes the place of every copy."""
    check(one, "recall")
    kept = await _kept(connection, moved_to(one, State.RECALLED, now), one)
    if kept is None:
        return None
    await cancel(connection, one.id, KINDS, now)
    await redraw(connection, one.id, now)
    if kept.is_ahead(now):
        await tell_taken_back(connection, kept, now)
    return kept


async def call_off(
    connection: AsyncConnection, one: Announcement, words: str, telling: Telling, now: datetime
) -> Announcement | None:
    """The session does not take place; `words` say why."""
    check(one, "call-off")
    kept = await _kept(connection, replace(moved_to(one, State.CALLED_OFF, now), remark=words), one)
    if kept:
        # An invitation to what does not take place is sent to nobody any more.
        await cancel(connection, one.id, KINDS, now)
        await redraw(connection, one.id, now)
        await tell_change(connection, kept, telling, now)
    return kept


async def revise(
    connection: AsyncConnection, one: Announcement, changed: Written, telling: Telling, now: datetime
) -> Announcement | None:
    """It reads otherwise from now on; who has it already sees it change, and is told of it as `telling` says."""
    check(one, "edit")
    told = replace(one, topics=changed.topics, audience=changed.audience)
    new = reworded(_unread(told), changed.wording, now)
    # What people have read is corrected at once; before that, a second person reads it once more.
    if one.state is State.WAITING or (one.approver and one.state is State.PLANNED):
        new = replace(new, state=State.WAITING)
    asks = new.state in ASKED
    kept = await (_asked(connection, new, one, now) if asks else _kept(connection, new, one))
    if kept:
        await _follow(connection, kept, one, telling, now)
    return await _held(connection, kept, now) if kept and telling.approval else kept


async def _held(connection: AsyncConnection, one: Announcement, now: datetime) -> Announcement | None:
    # Whoever has nothing of it yet would be the first to read what nobody else has.
    if one.state is not State.OUT or not await has_waiting(connection, one):
        return one
    await cancel(connection, one.id, STANDING, now)
    return await _asked(connection, moved_to(one, State.HELD, now), one, now)


async def _follow(
    connection: AsyncConnection, now_is: Announcement, was: Announcement, telling: Telling, now: datetime
) -> None:
    moved = await registrations.fill(connection, now_is.id, now)
    await registrations.tell_moved(connection, now_is.id, moved, now)
    # What is only listed has been read too, by whoever has registered for it.
    if not now_is.is_found:
        return
    await redraw(connection, now_is.id, now)
    if now_is.state is State.OUT:
        await spread_anew(connection, now_is, now)
    if differences(was.wording, now_is.wording):
        await tell_change(connection, now_is, telling, now, was)


async def try_again(connection: AsyncConnection, one: Announcement, now: datetime) -> None:
    """Those who were not reached are tried once more."""
    if one.state in READ:
        await again(connection, one.id, KINDS, now)


async def try_on(connection: AsyncConnection, one: Announcement, person: str, now: datetime) -> None:
    """A copy of it for who writes it, before anybody else sees it."""
    await tell(connection, Notice("announcement-trial", one.id, str(one.version)), [person], now)


async def list_people(connection: AsyncConnection, one: Announcement, addresses: Sequence[str]) -> list[str]:
    """Those whom these addresses belong to take the place of those listed before. Returns what matched nobody."""
    if not addresses:
        return []
    await audience.clear_list(connection, one.id)
    return await audience.list_addresses(connection, one.id, addresses)
