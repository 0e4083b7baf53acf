"""aiohttp's own log, without its words: it would quote what it could not read, and that may be what a person wrote."""

import logging

import structlog
from aiohttp.http_exceptions import HttpProcessingError

from bot.failures import told

log = structlog.get_logger()


class Told(logging.Handler):
    """Takes what aiohttp logs: only the kind and the place of a failure go on into our log."""

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a failure of ours, or of what came in and was no HTTP."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, HttpProcessingError):
            log.info("not let in", status=error.code, why="no HTTP")
        elif error:
            log.error("request failed", **told(error))
