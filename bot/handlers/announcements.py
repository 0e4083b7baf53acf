"""What coordinators announce: the list, writing, sending, and all that can be done afterwards."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.authoring import begun, draft_of, empty_draft
from bot.broadcasting import (
    after,
    is_late,
    listing,
    opened,
    preview,
    progress_of,
    send,
    shown,
    tell_second_readers,
    telling,
    to_approve,
)
from bot.desk import Desk, Reply, Turn
from bot.purposes import TELLS
from cards.announcing import Progress, progress_card
from cards.sending import call_off_card, recall_card
from domain.announcement_steps import check, check_ahead
from domain.announcements import READ, Announcement, Kind, State
from domain.identity_codes import cut_out
from domain.permissions import authorize
from domain.refusals import Refused
from storage import announcements, broadcasts, drafts


async def show_list(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What there is to announce."""
    return await listing(desk, turn, connection)


async def begin(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Uusi info-tilaisuus*, *Uusi tiedote*, *Uutiskirje*; pressed twice, it is still one form."""
    form = desk.content.announcing.get(turn.text("kind"))
    if form is None:
        raise Refused("refused-verb")
    await drafts.hold_owner(connection, turn.actor.id)
    return await begun(desk, turn, connection, empty_draft(turn, Kind(form.key), form))


async def _of(turn: Turn, connection: AsyncConnection) -> Announcement:
    return authorize(turn.actor, "announce", await announcements.find(connection, turn.text("of")))


async def edit(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Muokkaa*: the form with what it says now."""
    await drafts.hold_owner(connection, turn.actor.id)
    one = await _of(turn, connection)
    check(one, "edit")
    return await begun(desk, turn, connection, draft_of(turn, one, copies=False))


async def copy(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Kopioi*: a new form with the same words."""
    await drafts.hold_owner(connection, turn.actor.id)
    return await begun(desk, turn, connection, draft_of(turn, await _of(turn, connection), copies=True))


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """One of them, as it stands."""
    return await shown(desk, turn, connection, await opened(turn, connection))


async def show_progress(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """How far it has come."""
    one = await opened(turn, connection)
    card = progress_card(turn.view, one, await progress_of(desk, connection, one) or Progress())
    return Reply(card, turn.view.say("progress-title"), about=one.id)


async def to_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Lähetä*: first as its reader gets it."""
    return await preview(desk, turn, connection, await opened(turn, connection))


async def send_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Send it, or plan it."""
    one = await opened(turn, connection)
    if is_late(turn, one):
        return await shown(desk, turn, connection, one, "announcement-changed-meanwhile")
    return await send(desk, turn, connection, one)


async def try_on(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Lähetä ensin itselleni*."""
    one = await opened(turn, connection)
    await broadcasts.try_on(connection, one, turn.actor.id, turn.now)
    return await shown(desk, turn, connection, one, "said-tried")


async def _reading(desk: Desk, turn: Turn, connection: AsyncConnection) -> Announcement:
    return await opened(turn, connection, "approve")


async def read(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What a second person reads before it goes out."""
    return await _to_approve(desk, turn, connection, await _reading(desk, turn, connection))


async def _to_approve(
    desk: Desk, turn: Turn, connection: AsyncConnection, one: Announcement, refused: str = ""
) -> Reply:
    card = await to_approve(desk, connection, turn.view, one, refused)
    return Reply(card, turn.view.say("approval-title"), about=one.id)


async def approve(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Hyväksy*."""
    one = await _reading(desk, turn, connection)
    if not is_late(turn, one):
        check_ahead(one, max(one.send_at or turn.now, turn.now))
        await broadcasts.approve(connection, one, turn.actor.id, turn.now)
    return await read(desk, turn, connection)


async def give_back(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Palauta*, with a word."""
    one = await _reading(desk, turn, connection)
    words = turn.words("words")
    if not is_late(turn, one):
        if cut_out(words) != words:
            return await _to_approve(desk, turn, connection, one, cut_out(words))
        await broadcasts.give_back(connection, one, words[:400], turn.now)
    return await read(desk, turn, connection)


async def stop(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Keskeytä*."""
    one = await opened(turn, connection)
    done = None if is_late(turn, one) else await broadcasts.stop(connection, one, turn.now)
    said = "said-unplanned" if one.state is State.PLANNED else "said-stopped"
    return await after(desk, turn, connection, done, said)


async def go_on(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Jatka*."""
    one = replace(await opened(turn, connection), author=turn.actor.id)
    if is_late(turn, one):
        return await after(desk, turn, connection, None, "")
    check_ahead(one, turn.now)
    # A second person has let go what was read so far, and nothing that was changed since.
    if desk.content.centre.announcing.approval and not one.approver:
        done = await broadcasts.ask_to_go_on(connection, one, turn.now)
        return await after(desk, turn, connection, done, "said-asked-approval")
    return await after(desk, turn, connection, await broadcasts.go_on(connection, one, turn.now), "said-sending")


async def recall(_: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks once more before it is taken back."""
    one = await opened(turn, connection)
    check(one, "recall")
    return Reply(recall_card(turn.view, one), turn.view.say("recall-title"), about=one.id)


async def recall_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Vedä takaisin*."""
    one = replace(await opened(turn, connection), author=turn.actor.id)
    done = None if is_late(turn, one) else await broadcasts.recall(connection, one, turn.now)
    if one.state in READ:
        await tell_second_readers(desk, turn, connection, done)
    return await after(desk, turn, connection, done, "said-recalled")


async def call_off(_: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks why, before a session is called off."""
    one = await opened(turn, connection)
    check(one, "call-off")
    return Reply(call_off_card(turn.view, one, TELLS), turn.view.say("call-off-title"), about=one.id)


async def call_off_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Peru tilaisuus*, with the reason."""
    one, words = await opened(turn, connection), turn.words("words")
    if is_late(turn, one):
        return await after(desk, turn, connection, None, "")
    if not words or cut_out(words) != words:
        problem = turn.view.say("problem-identity-code" if words else "problem-words-missing")
        return Reply(call_off_card(turn.view, one, TELLS, problem), turn.view.say("call-off-title"), about=one.id)
    hers = replace(one, author=turn.actor.id)
    done = await broadcasts.call_off(connection, hers, words[:400], telling(desk, turn), turn.now)
    if one.is_found:
        await tell_second_readers(desk, turn, connection, done)
    return await after(desk, turn, connection, done, "said-called-off")


async def try_again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Yritä uudelleen*: those who were not reached."""
    one = await opened(turn, connection)
    await broadcasts.try_again(connection, one, turn.now)
    return await shown(desk, turn, connection, one, "said-again")
