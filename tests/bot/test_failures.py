"""A log tells the kind and the place of a failure, and not a word of what a person wrote."""

import json
import re

import pytest

from bot.failures import DEEPEST, told

SECRET = "Viestit ovat kiristyneet"


def _fail(words: str) -> None:
    try:
        raise KeyError(words)
    except KeyError as mistake:
        raise ValueError(words) from mistake


def test_kind_cause_and_place_are_told_and_no_words() -> None:
    with pytest.raises(ValueError, match=SECRET) as failed:
        _fail(SECRET)
    tells = told(failed.value)
    assert tells["error"] == "ValueError from KeyError"
    places = tells["where"].split(", ")
    assert [re.sub(r"\d+", "0", one) for one in places] == [
        "tests/bot/test_failures.py:0 test_kind_cause_and_place_are_told_and_no_words",
        "tests/bot/test_failures.py:0 _fail",
    ]
    assert SECRET not in str(tells)


def test_a_place_in_a_library_names_neither_the_machine_nor_a_line_of_source() -> None:
    with pytest.raises(ValueError, match=SECRET) as failed:
        json.loads("[1]", parse_int=lambda _: _fail(SECRET))
    assert "/json/" in told(failed.value)["where"]
    assert "/usr" not in told(failed.value)["where"] and "return" not in told(failed.value)["where"]


def test_no_more_is_told_of_an_endless_recursion_than_of_anything_else() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as failed:
        deeper()
    assert len(told(failed.value)["where"].split(", ")) == DEEPEST


def test_what_was_going_on_at_the_time_is_told_as_well() -> None:
    failed = ZeroDivisionError(SECRET)
    failed.__context__ = KeyError(SECRET)
    assert told(failed)["error"] == "ZeroDivisionError from KeyError"
