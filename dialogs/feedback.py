"""What a feedback form may be, and what an answered one says."""

from dialogs.forms import Answers, Field, Form, Kind


def lacks(form: Form) -> tuple[str, str] | None:
    """What makes a form unfit for feedback: what stands there, and what was expected. None when nothing does."""
    if len(form.steps) != 1:
        return f"{len(form.steps)} steps", "one step"
    unfit = next((one for one in form.fields() if not (is_scale(one) or _is_text(one))), None)
    return (f"{unfit.key}: {unfit.kind}", "a choice of numbers, or a text without a format") if unfit else None


def is_scale(asked: Field) -> bool:
    """Whether a field asks for one of several numbers, which are counted."""
    return asked.kind is Kind.CHOICE and bool(asked.options) and all(one.value.isdecimal() for one in asked.options)


def _is_text(asked: Field) -> bool:
    return asked.kind is Kind.TEXT and asked.format is None


def given(form: Form, answers: Answers) -> dict[str, int | str]:
    """The answers as they are kept: a number for a scale, a text that is not empty for the others."""
    fields = [one for one in form.fields() if answers.get(one.key)]
    return {one.key: int(answers[one.key]) if is_scale(one) else str(answers[one.key]) for one in fields}
