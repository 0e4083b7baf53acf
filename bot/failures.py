"""What a log may tell of a failure: its kind and its place, never its words, which may quote what a person wrote."""

import logging
from collections.abc import Iterator
from traceback import format_tb

import structlog
from aiohttp.http_exceptions import HttpProcessingError

log = structlog.get_logger()


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def told(error: BaseException) -> dict[str, str]:
    """The kind of an error and of what caused it, and the lines of code that it came through."""
    kinds = [type(one).__name__ for one in _causes(error)]
    return {"error": " from ".join(kinds), "where": "".join(format_tb(error.__traceback__))}


class Told(logging.Handler):
    """Where aiohttp logs a failure with all its words: only its kind and place go on into our log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a failure of ours, or of what came in and was no HTTP."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            log.info("not let in", status=error.code, why="no HTTP")
        elif error:
            log.error("request failed", **told(error))
