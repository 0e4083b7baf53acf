"""A log tells the kind and the place of a failure, and not a word of what a person wrote."""

import logging

import pytest
import structlog

from bot.failures import Told, told

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
    assert "in _fail" in tells["where"] and "test_failures.py" in tells["where"]
    assert SECRET not in str(tells)


def test_what_was_going_on_at_the_time_is_told_as_well() -> None:
    failed = ZeroDivisionError(SECRET)
    failed.__context__ = KeyError(SECRET)
    assert told(failed)["error"] == "ZeroDivisionError from KeyError"


def test_of_what_a_library_logs_only_kind_and_place_go_on() -> None:
    logger = logging.Logger("http")
    logger.addHandler(Told())
    with structlog.testing.capture_logs() as logged:
        try:
            _fail(SECRET)
        except ValueError:
            logger.exception("while reading %s", SECRET)
        logger.debug(SECRET)
    [one] = logged
    assert (one["event"], one["error"]) == ("request failed", "ValueError from KeyError")
    assert SECRET not in str(one)
