"""A coordinator's finished form becomes an announcement, or changes one."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.broadcasting import preview, progress_of, shown, tell_second_readers, telling
from bot.desk import Desk, Reply, Turn
from bot.walk import Walk, begin_walk
from cards.announcing import coordinator_card
from cards.sending import Sending
from dialogs.announcing import Written, answers_of, written
from dialogs.engine import Draft, Outcome, first_step, go_to
from dialogs.forms import REVIEW, answers_on_path
from domain.announcements import Announcement, Kind, State
from domain.permissions import authorize
from domain.refusals import Refused
from storage import announcements, broadcasts, drafts


async def author(walk: Walk, connection: AsyncConnection) -> Reply:
    """Write down what the form says and empty the draft; the announcement as it stands then, and what can be done."""
    turn, draft = walk.turn, walk.draft
    said = written(Kind(draft.form), answers_on_path(walk.form, draft.answers), walk.desk.content.centre.zone)
    one, unmatched = await (_change if draft.announcement else _new)(walk, connection, said)
    # What has been sent is kept in one place only: the draft gives up its answers.
    if not await drafts.finish(connection, draft, one.id, turn.now):
        raise Refused("refused-draft")
    if one.state in (State.WRITTEN, State.LISTED):
        return await preview(walk.desk, turn, connection, one, Sending(unmatched=unmatched))
    progress, said_saved = await progress_of(walk.desk, connection, one), turn.view.say("said-announcement-saved")
    if one.state is State.HELD:
        said_saved = turn.view.say("said-held")
    card = coordinator_card(turn.view, one, progress, said_saved, unmatched)
    return Reply(card, turn.view.say("announcement-title"), about=one.id, kind="announcement")


async def _new(walk: Walk, connection: AsyncConnection, said: Written) -> tuple[Announcement, Sequence[str]]:
    kind, who, now = Kind(walk.draft.form), walk.turn.actor.id, walk.turn.now
    made = Announcement(
        announcements.new_id(),
        kind,
        State.WRITTEN,
        said.wording,
        said.topics,
        said.audience,
        author=who,
        changed_at=now,
    )
    await announcements.add(connection, made, now)
    return made, await broadcasts.list_people(connection, made, said.addresses)


async def _change(walk: Walk, connection: AsyncConnection, said: Written) -> tuple[Announcement, Sequence[str]]:
    turn = walk.turn
    found = await announcements.find(connection, walk.draft.announcement or "", lock=True)
    one = authorize(turn.actor, "announce", found)
    # Somebody else has changed it since this form was opened: neither may be overwritten unseen.
    if one.version != walk.draft.against:
        raise Refused("refused-announcement-changed")
    hers = replace(one, author=turn.actor.id)
    # First: whoever is named now is told with the change.
    unmatched = await broadcasts.list_people(connection, one, said.addresses)
    done = await broadcasts.revise(connection, hers, said, telling(walk.desk, turn), turn.now)
    if done is None:
        raise Refused("refused-announcement-changed")
    if one.is_found:
        await tell_second_readers(walk.desk, turn, connection, done)
    return done, unmatched


async def receipt(desk: Desk, turn: Turn, connection: AsyncConnection, announcement: str) -> Reply:
    """What a form has become that was sent before."""
    found = authorize(turn.actor, "announce", await announcements.find(connection, announcement))
    return await shown(desk, turn, connection, found)


def draft_of(turn: Turn, one: Announcement, *, copies: bool) -> Draft:
    """The form by which an announcement is changed, or made anew from this one."""
    answers: dict[str, Any] = answers_of(one, turn.speech.zone)
    if copies:
        # A copy is of another day, and of another meeting in Teams.
        answers = {key: value for key, value in answers.items() if key not in ("day", "link")}
    changes = None if copies else one.id
    form, against = one.kind.value, 0 if copies else one.version
    new = Draft("", turn.actor.id, form, "", turn.speech.language, REVIEW, answers)
    return replace(new, announcement=changes, against=against)


def empty_draft(turn: Turn, kind: Kind, walk_form: Any) -> Draft:
    """A new form of this kind."""
    return Draft("", turn.actor.id, kind.value, "", turn.speech.language, first_step(walk_form), {})


async def begun(desk: Desk, turn: Turn, connection: AsyncConnection, draft: Draft) -> Reply:
    """The form in front of its coordinator; where the same is open and untouched already, that one."""
    open_ones = [one for one, _ in await drafts.list_open(connection, turn.actor.id, turn.now)]
    same = (one for one in open_ones if _is_same(one, draft))
    found = next(same, None) or await drafts.begin(connection, draft, turn.now, desk.draft_life)
    walk = await begin_walk(desk, turn, connection, found)
    return at_its_step(walk)


def _is_same(one: Draft, draft: Draft) -> bool:
    if not one.announces or one.form != draft.form or one.announcement != draft.announcement:
        return False
    # A change that was begun at an older version could not be saved any more.
    return one.against == draft.against if draft.announcement else one.version == 1 and one.answers == draft.answers


def at_its_step(walk: Walk) -> Reply:
    """A coordinator's form where it was left."""
    there = go_to(walk.form, walk.draft, walk.draft.step, walk.situation)
    return replace(walk.show(Outcome(there.draft)), about=walk.draft.id, kind="draft")
