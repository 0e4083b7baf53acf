"""What aiohttp logs reaches our log without its words."""

import logging

import structlog
from aiohttp.http_exceptions import BadHttpMessage

from bot.http_log import Told

SECRET = "Viestit ovat kiristyneet"


def _fail(words: str) -> None:
    try:
        raise KeyError(words)
    except KeyError as mistake:
        raise ValueError(words) from mistake


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


def test_what_was_no_http_is_told_with_its_status() -> None:
    logger = logging.Logger("http")
    logger.addHandler(Told())
    with structlog.testing.capture_logs() as logged:
        try:
            raise BadHttpMessage(SECRET)
        except BadHttpMessage:
            logger.exception("while reading %s", SECRET)
    assert [(one["event"], one["status"], one["why"]) for one in logged] == [("not let in", 400, "no HTTP")]
