"""Walks a draft through its form: loads it for its owner alone, judges a press, keeps what is good."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from bot.opened import meeting_of
from bot.seats import Seats, seats_of
from cards import forms as cards
from cards.elements import View
from cards.verbs import Verb
from cards.widgets import Filled
from dialogs.engine import Draft, Outcome, advance, back, go_to, is_already_kept, keep, problems_of, unanswered
from dialogs.fields import Situation, as_text
from dialogs.forms import REVIEW, Form, path
from domain.consultations import Consultation, check_can_change
from domain.permissions import authorize
from domain.refusals import Refused
from storage import consultations, drafts

OTHER_LANGUAGE = "form-other-language"
Move = Callable[[Form, Draft, str, dict[str, object], Situation], Outcome]
MOVES: dict[str, Move] = {"next": advance, "back": back, "keep": keep}


@dataclass(frozen=True)
class Walk:
    """A draft on its owner's desk, with all that drawing and judging it needs."""

    desk: Desk
    turn: Turn
    form: Form
    draft: Draft
    seats: Seats

    @property
    def returning(self) -> bool:
        """Whether this step was opened from the review, and leads back to it."""
        return self.turn.number("return") == 1 or self.turn.text("verb") == Verb.FORM_GO

    @property
    def typed(self) -> dict[str, object]:
        """What was typed, as text: inputs give nothing else, and what is nothing is left out as Teams does."""
        texts = {key: as_text(value) for key, value in self.turn.typed.items()}
        return {key: text for key, text in texts.items() if text}

    @property
    def view(self) -> View:
        """The form is drawn whole in one of its own languages, which may not be the reader's."""
        spoken = self.form.spoken(self.turn.speech.language)
        return View(self.desk.speech(spoken), self.turn.surface)

    @property
    def situation(self) -> Situation:
        """What the engine has to know."""
        offered = [one.day.isoformat() for one in self.seats.free()]
        names, sure = self.desk.content.names, self.turn.text("sure")
        return Situation(self.desk.today(self.turn.now), {"meetings": offered}, names, sure)

    def sheet(self, outcome: Outcome) -> cards.Sheet:
        """The draft as it is to be drawn."""
        options = {"meetings": self.seats.options(self.view.speech)}
        filled = Filled(outcome.draft.answers, outcome.typed, outcome.problems, options)
        # That the form is not in her language is said in her language; all else in the form's own.
        speech = self.turn.speech if outcome.notice == OTHER_LANGUAGE else self.view.speech
        notice = speech.say(outcome.notice) if outcome.notice else None
        return cards.Sheet(self.form, outcome.draft, filled, self.desk.content.centre.emergency, notice, self.returning)

    def reaches(self, draft: Draft) -> tuple[list[str], str]:
        """What sending would mean, in sentences, and the ISO day of the meeting that it would reach."""
        if self.seats.group.meetings is None:
            return [self.view.say("reaches-none")], ""
        asked = self.form.asks_from("meetings")
        wished = draft.answers.get(asked.key) if asked else None
        meeting = self.seats.reached(wished)
        if meeting is None:
            return [self.view.say("reaches-full")], ""
        speech = self.view.speech
        when, until = speech.span(meeting.start, meeting.end), speech.day(meeting.deadline_day)
        said = [self.view.say("reaches-meeting", meeting=when, deadline=until)]
        day = meeting.day.isoformat()
        if wished and wished != day:
            said.insert(0, self.view.say("reaches-other", wished=speech.day(date.fromisoformat(wished))))
        return said, day

    def show(self, outcome: Outcome, page: int = 0) -> Reply:
        """The step on which the draft stands, or its review."""
        title = self.view.speech.pick(self.form.title)
        step = self.form.step(outcome.draft.step)
        if step is None or step not in path(self.form, outcome.draft.answers):
            reaches, shown = self.reaches(outcome.draft)
            card = cards.review_card(self.view, self.sheet(outcome), reaches, shown, page)
        else:
            card = cards.step_card(self.view, self.sheet(outcome), step)
        return Reply(card, title, unnamed=is_unnamed(self.form, outcome.draft))


def is_unnamed(form: Form, draft: Draft) -> bool:
    """Whether its writer has asked not to be named, or may still ask it: only who has said no is named."""
    # Were the undecided named, the lines of their forms would end in the log where those of the anonymous begin.
    offered = any(one.key == "anonymous" for one in form.fields())
    return offered and draft.answers.get("anonymous") != "no"


async def open_walk(desk: Desk, turn: Turn, connection: AsyncConnection) -> Walk:
    """The draft that a press names, if it is this person's own and still there; refused otherwise."""
    await drafts.hold_subject(connection, turn.text("id"))
    found = await drafts.find(connection, turn.text("id"), turn.actor.id, turn.now)
    draft = authorize(turn.actor, "draft", found[0] if found else None)
    if draft.consultation and not draft.sent_as:
        # Said before she goes on writing, not when she sends.
        await changeable(desk, turn, connection, draft.consultation)
    return await begin_walk(desk, turn, connection, draft)


async def changeable(desk: Desk, turn: Turn, connection: AsyncConnection, consultation: str) -> Consultation:
    """One's own request that can still be changed; refused otherwise."""
    found = authorize(turn.actor, "change", await consultations.find(connection, consultation, turn.actor.id))
    meeting = meeting_of(desk.group(found.group), found.meeting)
    check_can_change(found, meeting.deadline if meeting else None, turn.now)
    return found


async def begin_walk(desk: Desk, turn: Turn, connection: AsyncConnection, draft: Draft) -> Walk:
    """A draft that is at hand."""
    group = desk.group(draft.group)
    seats = await seats_of(connection, group, turn.now, without=draft.consultation)
    return Walk(desk, turn, desk.form(group), draft, seats)


def _stale(walk: Walk, step: str) -> Outcome:
    # A press on an old card: what it brings anew is shown, with the kept answers beside it, and not yet kept.
    typed = walk.typed
    if step == REVIEW or is_already_kept(walk.form, walk.draft, step, typed, walk.situation):
        return Outcome(walk.draft)
    there = go_to(walk.form, walk.draft, step, walk.situation).draft
    if there.step != step:
        return Outcome(walk.draft, notice="form-moved-on")
    # Nobody has seen what is wrong with this yet, or has confirmed it for what the draft holds now.
    wrong = problems_of(walk.form, there, typed, replace(walk.situation, sure=""))
    return Outcome(there, wrong, typed, "form-stale")


def _moved(walk: Walk, move: str, step: str) -> Outcome:
    if step == REVIEW:
        last = path(walk.form, walk.draft.answers)[-1].key
        return Outcome(walk.draft) if move == "keep" else go_to(walk.form, walk.draft, last, walk.situation)
    outcome = MOVES[move](walk.form, walk.draft, step, walk.typed, walk.situation)
    if move == "next" and walk.returning and not outcome.refused:
        return go_to(walk.form, outcome.draft, REVIEW, walk.situation)
    return outcome


async def press(walk: Walk, connection: AsyncConnection, move: str) -> tuple[Walk, Outcome]:
    """Judge a press on a step. Returns the walk and what came of it."""
    step = walk.turn.text("step")
    if walk.turn.number("v") != walk.draft.version:
        return walk, _stale(walk, step)
    outcome = _moved(walk, move, step)
    if not await drafts.save(connection, outcome.draft, walk.draft.version, walk.turn.now, walk.desk.draft_life):
        raise Refused("refused-draft")
    return replace(walk, draft=outcome.draft), outcome


def gap(walk: Walk) -> Outcome | None:
    """The step that still lacks something before the form may be sent; None when it is complete."""
    step = unanswered(walk.form, walk.draft.answers, walk.situation)
    if step is None:
        return None
    return Outcome(replace(walk.draft, step=step.key), notice="form-led-back")
