"""Asking for a consultation: begin, walk, keep, and send a form."""

from dataclasses import replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.authoring import author, receipt
from bot.claims import new_claim
from bot.desk import Desk, Reply, Turn
from bot.opened import gather, telling
from bot.sending import submit
from bot.walk import OTHER_LANGUAGE, Walk, begin_walk, changeable, gap, is_unnamed, open_walk, press
from cards.claims import claim_offered, claim_shown
from cards.consultations import Opened, sent_card
from cards.elements import Elements, Surface
from cards.forms import kept_card
from dialogs.engine import Draft, Outcome, first_step, go_to, is_already_kept
from dialogs.forms import REVIEW
from domain.consultations import Consultation
from domain.moments import local_day
from domain.permissions import authorize
from domain.refusals import Refused
from storage import claims, consultations, drafts, requesters

NO_VERSION = -1


async def _untouched(connection: AsyncConnection, turn: Turn, group: str) -> Draft | None:
    opened = await drafts.list_open(connection, turn.actor.id, turn.now)
    same = (draft for draft, _ in opened if draft.group == group and not draft.consultation)
    return next((draft for draft in same if draft.version == 1), None)


async def begin(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """A new form of a group; pressed twice, it is still one."""
    group = desk.group(turn.text("group"))
    form = desk.form(group)
    await drafts.hold_owner(connection, turn.actor.id)
    draft = await _untouched(connection, turn, group.key)
    known = await drafts.profile(connection, turn.actor.id)
    if draft is None:
        offered = {key: known[key] for one in form.fields() for key in one.keys if key in known}
        new = Draft("", turn.actor.id, form.key, group.key, turn.speech.language, first_step(form), offered)
        draft = await drafts.begin(connection, new, turn.now, desk.draft_life)
    walk = await begin_walk(desk, turn, connection, draft)
    return replace(walk.show(Outcome(draft, notice=_first_notice(walk, bool(known)))), about=draft.id)


def _first_notice(walk: Walk, known: bool) -> str | None:
    if walk.view.speech.language != walk.turn.speech.language:
        return OTHER_LANGUAGE
    return "form-prefilled" if known else None


async def resume(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Go on where a draft was left, on this surface."""
    walk = await open_walk(desk, turn, connection)
    if walk.draft.sent_as:
        return await _receipt(walk, connection, walk.draft.sent_as)
    return walk.show(go_to(walk.form, walk.draft, walk.draft.step, walk.situation))


async def _step(desk: Desk, turn: Turn, connection: AsyncConnection, move: str) -> Reply:
    walk = await open_walk(desk, turn, connection)
    if walk.draft.sent_as:
        return await _receipt(walk, connection, walk.draft.sent_as)
    walk, outcome = await press(walk, connection, move)
    if move == "keep" and _is_kept(walk, outcome):
        return await _kept(walk, connection)
    return walk.show(outcome)


def _is_kept(walk: Walk, outcome: Outcome) -> bool:
    # The old card of a step that is asked no more can be kept nowhere, and must not be said to be safe.
    step = walk.turn.text("step")
    same = step == REVIEW or is_already_kept(walk.form, outcome.draft, step, walk.typed, walk.situation)
    return same and not outcome.refused


async def next_step(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Seuraava*."""
    return await _step(desk, turn, connection, "next")


async def back_step(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Takaisin*."""
    return await _step(desk, turn, connection, "back")


async def keep_step(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Tallenna ja jatka myöhemmin*."""
    return await _step(desk, turn, connection, "keep")


# The same press once more is one on an old card: what was typed comes back where it is not kept yet.
async def _again(desk: Desk, turn: Turn, connection: AsyncConnection, move: str) -> Reply:
    return await _step(desk, replace(turn, data={**turn.data, "v": NO_VERSION}), connection, move)


async def next_again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Seuraava*, delivered a second time."""
    return await _again(desk, turn, connection, "next")


async def back_again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Takaisin*, delivered a second time."""
    return await _again(desk, turn, connection, "back")


async def keep_again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Tallenna ja jatka myöhemmin*, delivered a second time."""
    return await _again(desk, turn, connection, "keep")


async def _kept(walk: Walk, connection: AsyncConnection) -> Reply:
    found = await drafts.find(connection, walk.draft.id, walk.turn.actor.id, walk.turn.now)
    until = local_day(found[1], walk.view.speech.zone) if found else walk.desk.today(walk.turn.now)
    sheet = walk.sheet(Outcome(walk.draft))
    card = kept_card(walk.view, sheet, walk.view.speech.day(until))
    return Reply(card, walk.view.say("kept-title"), unnamed=is_unnamed(walk.form, walk.draft))


async def go(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Back to one step from the review."""
    walk = await open_walk(desk, turn, connection)
    if walk.draft.sent_as:
        return await _receipt(walk, connection, walk.draft.sent_as)
    outcome = go_to(walk.form, walk.draft, turn.text("step"), walk.situation)
    await drafts.save(connection, outcome.draft, walk.draft.version, turn.now, desk.draft_life)
    return walk.show(outcome)


async def review(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Another page of the review."""
    walk = await open_walk(desk, turn, connection)
    if walk.draft.sent_as:
        return await _receipt(walk, connection, walk.draft.sent_as)
    return walk.show(gap(walk) or Outcome(replace(walk.draft, step=REVIEW)), turn.number("page"))


async def send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """*Lähetä*: once, complete, and to the meeting that the review has named."""
    walk = await open_walk(desk, turn, connection)
    if walk.draft.sent_as:
        return await _receipt(walk, connection, walk.draft.sent_as)
    # Two requests that are sent at once must not both count the last seat as free.
    await consultations.hold_seats(connection, walk.draft.group)
    walk = await begin_walk(desk, turn, connection, walk.draft)
    if turn.number("v") != walk.draft.version:
        return walk.show(gap(walk) or Outcome(replace(walk.draft, step=REVIEW), notice="form-moved-on"))
    _, reached = walk.reaches(walk.draft)
    lacking = gap(walk)
    if lacking or turn.text("meeting") != reached:
        return walk.show(lacking or Outcome(replace(walk.draft, step=REVIEW)))
    if walk.draft.announces:
        return await author(walk, connection)
    consultation = await submit(walk, connection, date.fromisoformat(reached) if reached else None)
    return await _receipt(walk, connection, consultation, first=True)


async def _receipt(walk: Walk, connection: AsyncConnection, consultation: str, *, first: bool = False) -> Reply:
    view, actor = walk.turn.view, walk.turn.actor
    if walk.draft.announces:
        return await receipt(walk.desk, walk.turn, connection, consultation)
    found = authorize(actor, "open", await consultations.find(connection, consultation, actor.id))
    one = await gather(walk.desk, connection, view, actor, found)
    changed = walk.draft.consultation is not None
    said = view.say("changed-text" if changed else "sent-text", reference=found.reference)
    title = "changed-title" if changed else "sent-title"
    claim = await _claim(walk, connection, one, first=first)
    return telling(one, sent_card(view, one, said, title, claim), view.say(title))


async def _claim(walk: Walk, connection: AsyncConnection, one: Opened, *, first: bool) -> Elements:
    found, view = one.consultation, walk.turn.view
    if not found.anonymous or not found.is_open:
        return []
    # A chat keeps what it has shown: there the code waits behind a button that opens a dialog.
    if not first or view.surface is Surface.CHAT or await claims.is_issued(connection, found.id):
        return [claim_offered(view, one)]
    return [claim_shown(view, one, await new_claim(walk.desk, walk.turn, connection, found))]


async def change(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Open one's own request for a change, on its review page."""
    found = await changeable(desk, turn, connection, turn.text("id"))
    group = desk.group(found.group)
    answers = dict(found.answers) | await requesters.answers_of(connection, found.id)
    asked = desk.form(group).asks_from("meetings")
    if found.meeting and asked:
        # The secretary may have moved it: what is wished now is the meeting that it has.
        answers[asked.key] = found.meeting.isoformat()
    draft = Draft("", turn.actor.id, group.form, group.key, found.language, REVIEW, answers, consultation=found.id)
    walk = await begin_walk(desk, turn, connection, await drafts.begin(connection, draft, turn.now, desk.draft_life))
    return _changing(walk, found)


def _changing(walk: Walk, found: Consultation) -> Reply:
    shown = walk.show(go_to(walk.form, walk.draft, walk.draft.step, walk.situation))
    return replace(shown, about=found.id, unnamed=found.anonymous)


async def change_again(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The change of a request that is open already; refused when it has been sent or deleted meanwhile."""
    found = await changeable(desk, turn, connection, turn.text("id"))
    opened = await drafts.list_open(connection, turn.actor.id, turn.now)
    draft = next((one for one, _ in opened if one.consultation == found.id), None)
    if draft is None:
        raise Refused("refused-draft")
    return _changing(await begin_walk(desk, turn, connection, draft), found)
