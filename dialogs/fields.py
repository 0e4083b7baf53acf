"""From what a card submits to an answer, or to a problem that can be shown at the field.

Everything arrives as strings (toggle "false", number "4", several choices "1,2", day ISO); what was left
empty is absent. What the card itself checks is only a hint: here it is decided.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from dialogs.formats import FORMATS
from dialogs.forms import OTHER, Answers, Field, Kind
from domain.identity_codes import identity_codes
from domain.person_names import NO_NAMES, Names

Typed = Mapping[str, Any]

NUMBER = re.compile(r"[+-]?[0-9]{1,9}")
TIME = re.compile(r"[0-9]{2}:[0-9]{2}")
# Neither control characters nor halves of a character can be stored or drawn.
UNFIT = frozenset({"Cc", "Cs"})
OTHER_LENGTH = 200
LARGE = 10**12


@dataclass(frozen=True)
class Problem:
    """Why an answer is not taken: a key of `texts/locales/*.ftl` and what fills its places.

    With `sure` it is only a doubt: the same answer is taken when this comes back with it.
    """

    key: str
    values: Mapping[str, str | int] = field(default_factory=dict)
    sure: str = ""


MISSING = Problem("problem-missing")
IDENTITY_CODE = Problem("problem-identity-code")


@dataclass(frozen=True)
class Situation:
    """What a form needs to know besides its answers: the local day, and options that come from elsewhere.

    `names` are those by which a text may point at a person; `sure` is what the writer has confirmed of that. `hosts`
    are those that a link may lead to; `now` is the moment in local time, for what has to lie ahead of it.
    """

    today: date
    offered: Mapping[str, Sequence[str]] = field(default_factory=dict)
    names: Names = NO_NAMES
    sure: str = ""
    hosts: Sequence[str] = ()
    now: datetime | None = None

    def options(self, asked: Field) -> Sequence[str]:
        """The values one can choose from."""
        if asked.options_from:
            return self.offered.get(asked.options_from, ())
        return [option.value for option in asked.options] + ([OTHER] if asked.other else [])

    def needs(self, asked: Field) -> bool:
        """Whether the form cannot be sent without this answer."""
        return asked.required and not (asked.options_from and not self.options(asked))


def as_text(value: object) -> str:
    """A submitted value as tidy text; line breaks are kept, other control characters are not.

    Inputs give strings; a list or a table comes from no card of ours and is as good as nothing.
    """
    text = value if isinstance(value, str) else _spelled(value)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in text if one in "\n\t" or unicodedata.category(one) not in UNFIT).strip()
    # Joiners and marks of direction alone are nothing that a reader could see.
    return kept if any(unicodedata.category(one) != "Cf" and not one.isspace() for one in kept) else ""


def _spelled(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float) and abs(value) < LARGE:
        return str(int(value) if value == int(value) else value)
    return ""


def _text(asked: Field, raw: str, situation: Situation) -> str | Problem:
    text = raw if asked.lines == "many" else " ".join(raw.split())
    if len(text) > asked.max_length:
        return Problem("problem-too-long", {"most": asked.max_length, "now": len(text)})
    if asked.format is None:
        return text
    tidy = FORMATS[asked.format](text, situation.hosts)
    if tidy is not None:
        return tidy
    shown = {"hosts": ", ".join(situation.hosts)} if asked.format == "link" else {}
    return Problem(f"problem-{asked.format}", shown)


def _choice(asked: Field, raw: str, situation: Situation) -> str | Problem:
    return raw if raw in situation.options(asked) else Problem("problem-option")


def _choices(asked: Field, raw: str, situation: Situation) -> list[str] | Problem:
    chosen = [one.strip() for one in raw.split(",") if one.strip()]
    allowed = situation.options(asked)
    if any(one not in allowed for one in chosen):
        return Problem("problem-option")
    return [one for one in allowed if one in chosen]


# Unanswered is not "no": an absent toggle stays absent.
def _toggle(asked: Field, raw: str, _: Situation) -> bool | Problem:
    return raw == "true" if raw in ("true", "false") else Problem("problem-option")


def _acknowledgement(asked: Field, raw: str, _: Situation) -> bool | None:
    # An unticked box is not yet an answer: one may go back from it, or keep the form for later.
    return True if raw == "true" else None


def _number(asked: Field, raw: str, _: Situation) -> int | Problem:
    if not NUMBER.fullmatch(raw):
        return Problem("problem-number")
    number, low, high = int(raw), asked.min, asked.max
    if (isinstance(low, int) and number < low) or (isinstance(high, int) and number > high):
        return _outside(low, high)
    return number


def _outside(low: int | str | None, high: int | str | None) -> Problem:
    if high is None:
        return Problem("problem-least", {"least": low or 0})
    if low is None:
        return Problem("problem-most", {"most": high})
    return Problem("problem-range", {"least": low, "most": high})


def _bound(bound: int | str | None, today: date) -> date | None:
    return today if bound == "today" else date.fromisoformat(bound) if isinstance(bound, str) else None


def _day(asked: Field, raw: str, situation: Situation) -> str | Problem:
    try:
        day = date.fromisoformat(raw)
    except ValueError:
        return Problem("problem-day")
    first, last = _bound(asked.min, situation.today), _bound(asked.max, situation.today)
    if first and day < first:
        return Problem("problem-day-early", {"day": first.isoformat()})
    if last and day > last:
        return Problem("problem-day-late", {"day": last.isoformat()})
    return day.isoformat()


def _time(asked: Field, raw: str, _: Situation) -> str | Problem:
    try:
        return time.fromisoformat(raw).isoformat("minutes") if TIME.fullmatch(raw) else Problem("problem-time")
    except ValueError:
        return Problem("problem-time")


READERS = {
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.TOGGLE: _toggle,
    Kind.DAY: _day,
    Kind.TIME: _time,
    Kind.NUMBER: _number,
    Kind.ACKNOWLEDGEMENT: _acknowledgement,
}


def read(asked: Field, typed: Typed, situation: Situation) -> tuple[dict[str, Any], dict[str, Problem]]:
    """The answers and the problems of one field, by answer key; an empty field gives neither."""
    raw = as_text(typed.get(asked.key))
    value = _value(asked, raw, situation) if raw else None
    words, bad = _other(asked, typed)
    if isinstance(value, Problem):
        return words, {asked.key: value} | bad
    answers = {} if value is None or value == [] else {asked.key: value}
    return (_choosing_other(asked, answers) if words else answers) | words, bad


def _value(asked: Field, raw: str, situation: Situation) -> Any:
    # Of any kind of field, since whatever is refused is shown again.
    return IDENTITY_CODE if identity_codes(raw) else READERS[asked.kind](asked, raw, situation)


def _other(asked: Field, typed: Typed) -> tuple[dict[str, Any], dict[str, Problem]]:
    words = " ".join(as_text(typed.get(asked.other_key)).split()) if asked.other else ""
    if identity_codes(words):
        return {}, {asked.other_key: IDENTITY_CODE}
    if len(words) > OTHER_LENGTH:
        return {}, {asked.other_key: Problem("problem-too-long", {"most": OTHER_LENGTH, "now": len(words)})}
    return {asked.other_key: words} if words else {}, {}


def _choosing_other(asked: Field, answers: dict[str, Any]) -> dict[str, Any]:
    # Whoever writes what the other is has chosen it, with or without a tick; what is not chosen is not read.
    if asked.kind is Kind.CHOICES:
        chosen = answers.get(asked.key, [])
        return {asked.key: [*(one for one in chosen if one != OTHER), OTHER]}
    return answers or {asked.key: OTHER}


def lacking(asked: Field, answers: Answers, situation: Situation) -> dict[str, Problem]:
    """What is still missing from a field's kept answers before the form may be sent, or must not be in them."""
    held = {key: IDENTITY_CODE for key in asked.keys if identity_codes(str(answers.get(key, "")))}
    if held:
        return held
    if asked.key not in answers:
        return {asked.key: MISSING} if situation.needs(asked) else {}
    if asked.chose_other(answers) and asked.other_key not in answers:
        return {asked.other_key: Problem("problem-other")}
    return {}
