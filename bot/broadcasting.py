"""A coordinator's announcement on her desk: shown as it is now, previewed, and given the hour at which it goes out."""

from dataclasses import replace
from datetime import date, datetime, time
from math import ceil

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.announcing import bare
from bot.desk import Desk, Reply, Turn
from cards.announcing import Progress, announcements_card, coordinator_card
from cards.elements import Card, View
from cards.lists import OpenDraft
from cards.sending import Reached, Sending, approval_card, preview_card
from dialogs.engine import Draft
from domain.announcement_steps import check, check_ahead
from domain.announcements import ASKED, FOUND, OFF, Announcement, Kind, State
from domain.moments import at, is_shown, local_day
from domain.permissions import authorize
from storage import announcements, audience, broadcasts, drafts, people, registrations, rosters, spreading, vault
from storage.progress import figures
from storage.spreading import Telling

# In these states nothing of it has been sent.
FIRST = Sending()
UNSENT = frozenset({State.WRITTEN, State.LISTED, State.WAITING, State.PLANNED})


async def opened(turn: Turn, connection: AsyncConnection, action: str = "announce") -> Announcement:
    """The announcement that a press names, held for this transaction; refused unless the actor may do `action`."""
    return authorize(turn.actor, action, await announcements.find(connection, turn.text("id"), lock=True))


def is_late(turn: Turn, one: Announcement) -> bool:
    """Whether the pressed card shows a version that is no more."""
    return turn.number("v") != one.version


async def progress_of(desk: Desk, connection: AsyncConnection, one: Announcement) -> Progress | None:
    """How far it has come; None before anything was sent."""
    if one.state in UNSENT:
        return None
    found = await figures(connection, one.id, spreading.KINDS)
    seats = await registrations.figures(connection, one.id)
    waiting = found.waiting + found.sending
    return Progress(
        sent=found.sent,
        waiting=waiting,
        dead=found.dead,
        unknown=found.unknown,
        cancelled=found.cancelled,
        doubles=found.doubles,
        coming=seats.coming,
        queueing=seats.waiting,
        minutes=_minutes(desk, connection, waiting),
    )


def _minutes(desk: Desk, connection: AsyncConnection, waiting: int) -> int:
    # Nearly all are of the home tenant; while Teams lets nothing into it, that comes first.
    pause = desk.pace.opens_in(vault.home(connection)) if waiting else 0.0
    return ceil((pause + waiting / desk.pace.limits.per_second) / 60)


async def shown(
    desk: Desk, turn: Turn, connection: AsyncConnection, one: Announcement, said: str | None = None
) -> Reply:
    """The announcement as its coordinator sees it; `said` is the key of what has just been done."""
    words = turn.view.say(said) if said else None
    card = coordinator_card(turn.view, one, await progress_of(desk, connection, one), words)
    return Reply(card, turn.view.say("announcement-title"), about=one.id, kind="announcement")


async def after(desk: Desk, turn: Turn, connection: AsyncConnection, done: Announcement | None, said: str) -> Reply:
    """What has come of a decision; where somebody was quicker, the present state."""
    if done is not None:
        return await shown(desk, turn, connection, done, said)
    return await shown(desk, turn, connection, await opened(turn, connection), "announcement-changed-meanwhile")


def _order(now: datetime, one: Announcement) -> tuple[bool, float]:
    # What lies ahead first, the nearest of it before all; then the latest of what is over, or has no day.
    if one.session and one.is_ahead(now):
        return False, one.session.start.timestamp()
    last = one.session.start if one.session else one.changed_at or one.sent_at
    return True, -(last.timestamp() if last else 0)


async def listing(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """What there is: drafts, what lies ahead, and the rest."""
    ours = await open_drafts(desk, turn, connection)
    found = sorted(await announcements.every(connection), key=lambda one: _order(turn.now, one))
    kinds = [kind for kind in Kind if kind in desk.content.announcing]
    card = announcements_card(turn.view, kinds, ours, found, turn.number("page"))
    return Reply(card, turn.view.say("announcements-title"))


async def open_drafts(desk: Desk, turn: Turn, connection: AsyncConnection) -> list[OpenDraft]:
    """Her forms on their way, latest first."""
    kept = [(one, until) for one, until in await drafts.list_open(connection, turn.actor.id, turn.now) if one.announces]
    return [open_draft(desk, turn, one, until) for one, until in kept if one.form in desk.content.announcing]


def open_draft(desk: Desk, turn: Turn, draft: Draft, expires: datetime) -> OpenDraft:
    """A coordinator's form on its way."""
    form, speech = desk.content.announcing[draft.form], turn.speech
    step = form.step(draft.step)
    return OpenDraft(
        draft=draft,
        group=speech.pick(form.title),
        until=local_day(expires, speech.zone),
        step=speech.pick(step.title) if step else speech.say("review-announcement-title"),
        kept=speech.moment(expires - desk.draft_life),
    )


async def preview(
    desk: Desk, turn: Turn, connection: AsyncConnection, one: Announcement, sending: Sending = FIRST
) -> Reply:
    """As its reader gets it, whom it reaches, and when it can be sent."""
    check(one, "announce")
    reached, announcing = await reach_of(connection, one), desk.content.centre.announcing
    closed = not announcing.office.is_open(turn.now)
    opening = announcing.office.next_opening(turn.now) if closed else None
    how = replace(sending, approval=announcing.approval, opening=opening)
    card = preview_card(turn.view, bare(desk, turn.view, one), reached, how)
    return Reply(card, turn.view.say("preview-title"), about=one.id, kind="announcement")


async def reach_of(connection: AsyncConnection, one: Announcement) -> Reached:
    """Whom it would reach now."""
    found = await audience.reach(connection, one)
    unread = await rosters.unread(connection, one.audience.teams)
    return Reached(found.people, found.without_app, found.off, found.channels, unread)


async def to_approve(desk: Desk, connection: AsyncConnection, view: View, one: Announcement, refused: str = "") -> Card:
    """What a second person reads before it goes out; `refused` as in the card."""
    reached, name = await reach_of(connection, one), await author_of(connection, one)
    return approval_card(view, bare(desk, view, one), name, reached, refused)


async def author_of(connection: AsyncConnection, one: Announcement) -> str:
    """The name of who decided last; empty where she is known no more."""
    author = await people.find_by_id(connection, one.author or "")
    return author.name if author else ""


async def tell_second_readers(desk: Desk, turn: Turn, connection: AsyncConnection, done: Announcement | None) -> None:
    """What people have read is corrected at once: where a second person has to read, she hears of it afterwards."""
    # Who is asked to read it sees what has changed by that.
    heard = (FOUND | OFF) - ASKED
    if done and desk.content.centre.announcing.approval and done.state in heard:
        await broadcasts.tell_second_readers(connection, done, turn.actor.id, turn.now)


def _planned(desk: Desk, turn: Turn) -> datetime | str:
    """The moment that was chosen, or the key of what is wrong with it."""
    zone = desk.content.centre.zone
    try:
        day, clock = date.fromisoformat(turn.words("day")), time.fromisoformat(turn.words("time"))
    except ValueError:
        return "problem-plan-missing"
    if day < local_day(turn.now, zone):
        return "problem-time-past"
    if clock.tzinfo or not is_shown(day, clock, zone):
        return "problem-time-gap"
    moment = at(day, clock, zone)
    return moment if moment > turn.now else "problem-time-past"


async def send(desk: Desk, turn: Turn, connection: AsyncConnection, one: Announcement) -> Reply:
    """Send it now, at the next opening, or at the hour that was chosen; or ask a second person first."""
    moment: datetime | str | None = None
    if turn.text("when") == "opening":
        moment = desk.content.centre.announcing.office.next_opening(turn.now)
    elif turn.text("when") == "later":
        moment = _planned(desk, turn)
    if isinstance(moment, str):
        wrong = Sending(day=turn.words("day"), time=turn.words("time"), problem=turn.view.say(moment))
        return await preview(desk, turn, connection, one, wrong)
    check_ahead(one, max(moment or turn.now, turn.now))
    hers = replace(one, author=turn.actor.id)
    if desk.content.centre.announcing.approval:
        return await after(
            desk,
            turn,
            connection,
            await broadcasts.ask_approval(connection, hers, moment, turn.now),
            "said-asked-approval",
        )
    done = await broadcasts.announce(connection, hers, moment, turn.now)
    return await after(
        desk, turn, connection, done, "said-planned" if done and done.state is State.PLANNED else "said-sending"
    )


def telling(desk: Desk, turn: Turn) -> Telling:
    """Whom a change is told to, as it was chosen; those registered unless something else was."""
    to = turn.words("tell")
    announcing = desk.content.centre.announcing
    return Telling(to if to in ("all", "nobody") else "registered", announcing.office, announcing.approval)
