"""Walks a draft through its form: loads it for its owner alone, judges a press, keeps what is good."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from bot.opened import meeting_of
from bot.purposes import Purpose, purpose_of
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
    draft: Draft
    purpose: Purpose

    @property
    def form(self) -> Form:
        """What is filled in."""
        return self.purpose.form

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
        centre, now = self.desk.content.centre, self.turn.now
        return Situation(
            today=self.desk.today(now),
            offered=self.purpose.offered,
            names=self.desk.content.names,
            sure=self.turn.text("sure"),
            hosts=centre.link_hosts,
            now=now.astimezone(centre.zone),
        )

    def sheet(self, outcome: Outcome) -> cards.Sheet:
        """The draft as it is to be drawn."""
        filled = Filled(outcome.draft.answers, outcome.typed, outcome.problems, self.purpose.options(self.view.speech))
        # That the form is not in her language is said in her language; all else in the form's own.
        speech = self.turn.speech if outcome.notice == OTHER_LANGUAGE else self.view.speech
        notice = speech.say(outcome.notice) if outcome.notice else None
        emergency, tells = self.desk.content.centre.emergency, self.purpose.tells
        return cards.Sheet(self.form, outcome.draft, filled, emergency, notice, self.returning, tells)

    def reaches(self, draft: Draft) -> tuple[list[str], str]:
        """What sending would mean, in sentences, and what the review has to have shown of it before it is done."""
        return self.purpose.reaches(self.view, draft.answers)

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
    return Walk(desk, turn, draft, await purpose_of(desk, turn, connection, draft))


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
