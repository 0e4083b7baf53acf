"""The engine: two pure functions walk any form, `advance` and `back`.

A refused step keeps its good answers; a card that skips ahead is led back to what is unanswered; complete
is judged over the whole path, never by standing on the last step.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from dialogs.caution import doubts
from dialogs.checks import broken
from dialogs.fields import Problem, Situation, Typed, lacking, read
from dialogs.forms import REVIEW, Answers, Form, Step, path


@dataclass(frozen=True)
class Draft:
    """A form that somebody is filling in. `version` rises with every change that was kept.

    `consultation` names the request that the draft will change, `announcement` the announcement, at its version
    `against`; None means a new one. A draft of an announcement belongs to no group.
    """

    id: str
    owner: str
    form: str
    group: str
    language: str
    step: str
    answers: Answers
    version: int = 1
    consultation: str | None = None
    sent_as: str | None = None
    announcement: str | None = None
    against: int = 0

    @property
    def announces(self) -> bool:
        """Whether it is a coordinator's, and not a request for a consultation."""
        return not self.group


@dataclass(frozen=True)
class Outcome:
    """What a press on a step led to: the draft as it is now, and what to show at the fields of its step."""

    draft: Draft
    problems: Mapping[str, Problem] = field(default_factory=dict)
    typed: Typed = field(default_factory=dict)
    notice: str | None = None

    @property
    def refused(self) -> bool:
        """Whether the step stays open because something has to be mended."""
        return bool(self.problems)


def unanswered(form: Form, answers: Answers, situation: Situation) -> Step | None:
    """The first step of the whole path that still lacks something."""
    for step in path(form, answers):
        if wanting(step, answers, situation):
            return step
    return None


def wanting(step: Step, answers: Answers, situation: Situation) -> dict[str, Problem]:
    """What a step's kept answers still lack, or cannot be together, by answer key."""
    missing = {key: one for field in step.fields for key, one in lacking(field, answers, situation).items()}
    return broken(step, answers, situation) | missing


# A form begins with a step that is always asked: `mistakes` allows no condition on what nobody has answered.
def first_step(form: Form) -> str:
    """Where a new draft begins."""
    return form.steps[0].key


def _position(form: Form, answers: Answers, key: str) -> int:
    keys = [step.key for step in path(form, answers)]
    return keys.index(key) if key in keys else len(keys)


def reachable(form: Form, answers: Answers, key: str, situation: Situation) -> str:
    """`key` itself when the path leads there and all before it is answered, else the step to be led back to."""
    gap = unanswered(form, answers, situation)
    asked = [step.key for step in path(form, answers)]
    if gap is None:
        return key if key in asked else REVIEW
    return key if key in asked and asked.index(key) <= asked.index(gap.key) else gap.key


def _read_step(
    step: Step, answers: Answers, typed: Typed, situation: Situation
) -> tuple[dict[str, Any], dict[str, Problem]]:
    kept: dict[str, Any] = dict(answers)
    problems: dict[str, Problem] = {}
    for one in step.fields:
        good, bad = read(one, typed, situation)
        bad |= dict(doubts(one, good, answers, situation))
        good = {key: value for key, value in good.items() if key not in bad}
        # An answer once taken is not lost to a malformed one that comes after it.
        kept = {key: value for key, value in kept.items() if key not in one.keys or key in bad} | good
        problems |= bad
    return kept, problems


def _following(form: Form, answers: Answers, step: Step, situation: Situation) -> str:
    steps = path(form, answers)
    position = _position(form, answers, step.key) + 1
    wished = steps[position].key if position < len(steps) else REVIEW
    return reachable(form, answers, wished, situation)


def _take(form: Form, draft: Draft, step: Step, typed: Typed, situation: Situation) -> Outcome:
    answers, problems = _read_step(step, draft.answers, typed, situation)
    kept = replace(draft, answers=answers, step=step.key, version=draft.version + 1)
    return Outcome(kept, problems, typed if problems else {})


def advance(form: Form, draft: Draft, step_key: str, typed: Typed, situation: Situation) -> Outcome:
    """Answer a step and go on to the next one, or stay with the problems shown and the good answers kept."""
    step = form.step(step_key)
    if step is None or reachable(form, draft.answers, step_key, situation) != step_key:
        return Outcome(replace(draft, step=reachable(form, draft.answers, step_key, situation)))
    outcome = _take(form, draft, step, typed, situation)
    # Judged on what was kept, not on what was typed: a bad answer to one field leaves the others answered.
    problems = wanting(step, outcome.draft.answers, situation) | dict(outcome.problems)
    if problems:
        return Outcome(outcome.draft, problems, typed)
    following = _following(form, outcome.draft.answers, step, situation)
    return Outcome(replace(outcome.draft, step=following))


def keep(form: Form, draft: Draft, step_key: str, typed: Typed, situation: Situation) -> Outcome:
    """Keep what a step has so far, without asking for what is missing; what is malformed stays to be mended."""
    step = form.step(step_key)
    if step is None or reachable(form, draft.answers, step_key, situation) != step_key:
        return Outcome(replace(draft, step=reachable(form, draft.answers, step_key, situation)))
    return _take(form, draft, step, typed, situation)


def back(form: Form, draft: Draft, step_key: str, typed: Typed, situation: Situation) -> Outcome:
    """Keep what a step has so far and go to the one before it."""
    outcome = keep(form, draft, step_key, typed, situation)
    if outcome.refused or outcome.draft.step != step_key:
        return outcome
    steps = path(form, outcome.draft.answers)
    before = max(_position(form, outcome.draft.answers, step_key) - 1, 0)
    return Outcome(replace(outcome.draft, step=steps[before].key))


def go_to(form: Form, draft: Draft, step_key: str, situation: Situation) -> Outcome:
    """Open a step from the review page."""
    return Outcome(replace(draft, step=reachable(form, draft.answers, step_key, situation)))


def problems_of(form: Form, draft: Draft, typed: Typed, situation: Situation) -> Mapping[str, Problem]:
    """What would be wrong with these words on the draft's step; nothing is kept."""
    step = form.step(draft.step)
    return _read_step(step, draft.answers, typed, situation)[1] if step else {}


def is_already_kept(form: Form, draft: Draft, step_key: str, typed: Typed, situation: Situation) -> bool:
    """Whether a press brings nothing that the draft does not have: a double press, or one sent again."""
    step = form.step(step_key)
    if step is None:
        return True
    answers, problems = _read_step(step, draft.answers, typed, situation)
    return not problems and answers == dict(draft.answers)
