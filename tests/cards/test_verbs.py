"""A press says what it wants by a constant name, and its inputs can never overwrite it."""

import re

from cards.verbs import INPUT, Verb


def test_no_verb_carries_data_and_none_looks_like_an_input() -> None:
    assert [verb for verb in Verb if not re.fullmatch(r"[a-z]+(-[a-z]+)*", verb.value)] == []
    assert [verb for verb in Verb if verb.value.startswith(INPUT)] == []


def test_every_verb_is_one_of_its_kind() -> None:
    assert len({verb.value for verb in Verb}) == len(list(Verb)) == len(Verb.__members__)
