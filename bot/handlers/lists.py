"""One's own drafts and requests, and the secretary's queue."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasting import listing
from bot.broadcasting import open_draft as open_announcement
from bot.desk import Desk, Reply, Turn
from bot.opened import gather
from cards import lists
from cards.consultations import Opened
from cards.reminder_figures import FIGURES, Fare, figures_card
from dialogs.engine import Draft
from domain.consultations import Consultation, Status
from domain.moments import local_day
from domain.people import Role
from domain.permissions import SERVICE, authorize, may, require_secretary
from domain.refusals import Refused
from storage import consultations, drafts, reminder_figures
from storage.consultations import Queue
from storage.erasures import Erasure


async def _gathered(desk: Desk, turn: Turn, connection: AsyncConnection, found: Sequence[Consultation]) -> list[Opened]:
    return [await gather(desk, connection, turn.view, turn.actor, one) for one in found]


def _living(desk: Desk, found: Sequence[Consultation]) -> list[Consultation]:
    # A group that the centre has given up must not hide the rest of the list.
    return [one for one in found if one.group in desk.content.centre.groups]


def _open_draft(desk: Desk, turn: Turn, draft: Draft, expires: datetime) -> lists.OpenDraft:
    if draft.announces:
        return open_announcement(desk, turn, draft, expires)
    group, speech = desk.group(draft.group), turn.speech
    step = desk.form(group).step(draft.step)
    return lists.OpenDraft(
        draft=draft,
        group=speech.pick(group.name),
        until=local_day(expires, speech.zone),
        step=speech.pick(step.title) if step else speech.say("review-title"),
        kept=speech.moment(expires - desk.draft_life),
    )


async def own(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """A person's own drafts and requests."""
    opened = await drafts.list_open(connection, turn.actor.id, turn.now)
    living = [(draft, until) for draft, until in opened if draft.group in desk.content.centre.groups]
    on_the_way = [_open_draft(desk, turn, draft, until) for draft, until in living]
    found = await consultations.owned_by(connection, turn.actor.id)
    requests = await _gathered(desk, turn, connection, _living(desk, found))
    card = lists.own_card(turn.view, on_the_way, requests, turn.number("page"))
    return Reply(card, turn.view.say("own-title"))


async def delete_draft(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks once more before a draft is deleted."""
    draft, until = await _unsent(turn, connection)
    return Reply(lists.delete_draft_card(turn.view, _open_draft(desk, turn, draft, until)))


async def _unsent(turn: Turn, connection: AsyncConnection) -> tuple[Draft, datetime]:
    found = await drafts.find(connection, turn.text("id"), turn.actor.id, turn.now)
    draft = authorize(turn.actor, "draft", found[0] if found else None)
    if found is None or draft.sent_as:
        raise Refused("refused-draft")
    return found


async def delete_draft_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Deletes a draft; pressed twice, it is gone once."""
    draft, _ = await _unsent(turn, connection)
    if await drafts.remove(connection, draft.id, turn.actor.id):
        await desk.note_erasure(Erasure("draft", draft.id), turn.now)
    return await (listing if draft.announces else own)(desk, turn, connection)


def _status(value: str) -> Status | None:
    return next((one for one in Status if one.value == value), None)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


async def figures(_: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """How the reminders fare, for the administrators."""
    authorize(turn.actor, "figures", SERVICE)
    found = await reminder_figures.find(connection, turn.now)
    fare = Fare({name: getattr(found, name) for name in FIGURES}, found.dropped)
    drawn = figures_card(turn.view, fare, queue=bool(turn.actor.groups(Role.SECRETARY)))
    return Reply(drawn, turn.view.say("figures-title"))


async def queue(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The requests of the secretary's groups, by state and meeting, with paging; who only administers has figures."""
    administers = may(turn.actor, "figures", SERVICE)
    if administers and not turn.actor.groups(Role.SECRETARY):
        return await figures(desk, turn, connection)
    groups = require_secretary(turn.actor)
    status, meeting = _status(turn.words("status")), _day(turn.words("meeting"))
    wanted = Queue(groups, status, meeting, desk.today(turn.now), max(turn.number("page"), 0))
    found, total = await consultations.queued(connection, wanted)
    pages = -(-total // wanted.size)
    if not found and pages:
        # What stood on the last page has gone elsewhere meanwhile.
        wanted = replace(wanted, page=pages - 1)
        found, total = await consultations.queued(connection, wanted)
    page = lists.QueuePage(
        requests=await _gathered(desk, turn, connection, found),
        total=total,
        page=wanted.page,
        pages=pages,
        status=status.value if status else "all",
        meeting=meeting.isoformat() if meeting else "all",
        meetings=await consultations.meeting_days(connection, groups),
        figures=administers,
    )
    return Reply(lists.queue_card(turn.view, page), turn.view.say("queue-title"))
