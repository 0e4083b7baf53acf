"""What a log may tell of a failure: its kind and its place, never its words, which may quote what a person wrote."""

from collections.abc import Iterator
from traceback import format_tb


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def told(error: BaseException) -> dict[str, str]:
    """The kind of an error and of what caused it, and the lines of code that it came through."""
    kinds = [type(one).__name__ for one in _causes(error)]
    return {"error": " from ".join(kinds), "where": "".join(format_tb(error.__traceback__))}
