"""What is asked of several answers of a step together, once each of them is good by itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from dialogs.fields import Problem, Situation
from dialogs.forms import Answers, Rule, Step
from domain.moments import is_shown

# Later than this is a slip of the pen in the year, and near the end of the calendar no day can be reckoned with.
FURTHEST = timedelta(days=5 * 365)
Judge = Callable[[Sequence[str], Answers, Situation], dict[str, Problem]]


def _in_order(keys: Sequence[str], answers: Answers, _: Situation) -> dict[str, Problem]:
    first, last = (answers.get(key) for key in keys)
    # "HH:MM" sorts as the clock goes.
    return {keys[1]: Problem("problem-time-order")} if first and last and last <= first else {}


def _ahead(keys: Sequence[str], answers: Answers, situation: Situation) -> dict[str, Problem]:
    given_day, given_time = (answers.get(key) for key in keys)
    if not given_day or not given_time:
        return {}
    day, clock = date.fromisoformat(given_day), time.fromisoformat(given_time)
    if day < situation.today or (situation.now and day == situation.today and clock <= situation.now.time()):
        return {keys[1]: Problem("problem-time-past")}
    if day > (last := situation.today + FURTHEST):
        return {keys[0]: Problem("problem-day-late", {"day": last.isoformat()})}
    return _shown(keys, answers, situation)


def _shown(keys: Sequence[str], answers: Answers, situation: Situation) -> dict[str, Problem]:
    given_day, given_time = (answers.get(key) for key in keys)
    if not given_day or not given_time:
        return {}
    zone = situation.now.tzinfo if situation.now else None
    real = _is_real(date.fromisoformat(given_day), time.fromisoformat(given_time), zone)
    return {} if real else {keys[1]: Problem("problem-time-gap")}


def _is_real(day: date, clock: time, zone: tzinfo | None) -> bool:
    return not isinstance(zone, ZoneInfo) or is_shown(day, clock, zone)


def _by(keys: Sequence[str], answers: Answers, _: Situation) -> dict[str, Problem]:
    first, last = (answers.get(key) for key in keys)
    # ISO days sort as the calendar goes.
    return {keys[0]: Problem("problem-day-by", {"day": last})} if first and last and first > last else {}


def _any(keys: Sequence[str], answers: Answers, _: Situation) -> dict[str, Problem]:
    return {} if any(answers.get(key) for key in keys) else {keys[0]: Problem("problem-any")}


JUDGES: Mapping[Rule, Judge] = {
    Rule.IN_ORDER: _in_order,
    Rule.SHOWN: _shown,
    Rule.AHEAD: _ahead,
    Rule.ANY: _any,
    Rule.BY: _by,
}


def broken(step: Step, answers: Answers, situation: Situation) -> dict[str, Problem]:
    """What does not go together among a step's answers, shown at the field that is to be mended."""
    found: dict[str, Problem] = {}
    for one in step.checks:
        found = JUDGES[one.rule](one.fields, answers, situation) | found
    return found
