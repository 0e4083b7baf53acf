"""Asks once more about words that may point at a person, before they are kept."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from dialogs.fields import Problem, Situation
from dialogs.forms import Answers, Compartment, Field, Kind
from domain.person_names import Names
from domain.sensitive import findings


def _confirmed(sure: str) -> dict[str, int]:
    entries = (one.rpartition(":") for one in sure.split())
    return {what: int(count) for what, _, count in entries if count.isdecimal() and len(count) < 4}


def caution(key: str, text: str, names: Names, sure: str) -> Problem | None:
    """A doubt about the words of one input: which kinds of things in them may point at a person.

    None when there are none, or no more of them than the writer has seen and confirmed by `sure`. What is carried
    from one press to the next are kinds and counts, never the words that were found.
    """
    counted = Counter(one.kind.value for one in findings(text, names))
    confirmed = _confirmed(sure)
    if all(confirmed.get(f"{key}:{kind}", 0) >= count for kind, count in counted.items()):
        return None
    seen = " ".join(f"{key}:{kind}:{count}" for kind, count in sorted(counted.items()))
    return Problem("warning-likely", {"kinds": ",".join(counted)}, seen)


def doubts(asked: Field, good: Mapping[str, Any], kept: Answers, situation: Situation) -> Iterator[tuple[str, Problem]]:
    """The doubts about a field's new answers, by answer key: only the case's own words are not to name anybody."""
    if asked.compartment is not Compartment.CASE or asked.format:
        return
    for key in asked.keys if asked.kind is Kind.TEXT else asked.keys[1:]:
        # What she has confirmed once, or wrote before, is not asked about again.
        if key in good and good[key] != kept.get(key):
            doubt = caution(key, good[key], situation.names, situation.sure)
            yield from [(key, doubt)] if doubt else []


def sure_of(problems: Mapping[str, Problem]) -> str:
    """What a press carries that confirms all of these doubts."""
    return " ".join(one.sure for one in problems.values() if one.sure)
