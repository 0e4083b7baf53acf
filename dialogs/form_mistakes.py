"""What is wrong with a form as a whole, beyond the shape of its file."""

from collections.abc import Iterator, Mapping

from dialogs.forms import CHOOSING, OTHER, REVIEW, Check, Condition, Field, Form, Kind, Rule, Step
from domain.moments import is_day


def mistakes(form: Form) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a form as a whole: the place, what stands there, and what was expected."""
    fields, steps = dict[str, Field](), {REVIEW}
    for step in form.steps:
        if step.key in steps:
            yield f"steps.{step.key}", step.key, "a key of its own for each step, and not " + REVIEW
        yield from ((f"steps.{step.key}.when", *found) for one in step.when for found in _deaf(one, fields))
        for one in step.fields:
            yield from ((f"steps.{step.key}.{one.key}", *found) for found in _field_mistakes(one, fields))
            fields[one.key] = one
        yield from ((f"steps.{step.key}.checks", *found) for one in step.checks for found in _idle(one, step))
        steps.add(step.key)


def _deaf(condition: Condition, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    asked = fields.get(condition.field)
    if asked is None:
        yield condition.field, "a field of an earlier step"
    elif asked.values is not None and not condition.values <= asked.values:
        yield ", ".join(sorted(condition.values - asked.values)), f"only {', '.join(sorted(asked.values))}"


MOMENT = [Kind.DAY, Kind.TIME]
KINDS = {Rule.IN_ORDER: [Kind.TIME, Kind.TIME], Rule.SHOWN: MOMENT, Rule.AHEAD: MOMENT}


def _idle(check: Check, step: Step) -> Iterator[tuple[str, str]]:
    fields = {one.key: one for one in step.fields}
    unknown = next((key for key in check.fields if key not in fields), None)
    expected = KINDS.get(check.rule)
    if unknown:
        yield unknown, "a field of the same step"
    elif expected and [fields[key].kind for key in check.fields] != expected:
        yield ", ".join(check.fields), f"for {check.rule}: {' and '.join(expected)}"


def _field_mistakes(one: Field, fields: Mapping[str, Field]) -> Iterator[tuple[str, str]]:
    values = [option.value for option in one.options] + [OTHER] * one.other
    if one.key in fields:
        yield one.key, "a key of its own for each field of the form"
    if one.kind in CHOOSING and not (one.options or one.options_from):
        yield "no options", "options to choose from"
    if one.other and (one.kind not in CHOOSING or one.options_from):
        yield "other = true", "other only where options are listed to choose from"
    yield from ((value, "a value of its own for each option") for value in values if values.count(value) > 1)
    for bound in (one.min, one.max):
        if bound is not None and not _bounds(one.kind, bound):
            yield str(bound), 'a number for a number, an ISO day or "today" for a day, nothing for other kinds'


def _bounds(kind: Kind, bound: int | str) -> bool:
    if kind is Kind.NUMBER:
        return isinstance(bound, int)
    return kind is Kind.DAY and isinstance(bound, str) and (bound == "today" or is_day(bound))
