"""What a log may tell of a failure: its kind and its place, never its words, which may quote what a person wrote."""

import re
from collections.abc import Iterator
from pathlib import Path
from traceback import StackSummary, walk_tb

HOUSE = Path(__file__).parent.parent
DEEPEST = 40
UNFIT = re.compile(r"[^\w./<>-]", re.ASCII)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        error = error.__cause__ or error.__context__


def _place(file: str) -> str:
    # Ours is named from the house on, a library by its end: the machine's own folders are nobody's business.
    ours = Path(file).is_relative_to(HOUSE) and "site-packages" not in file
    parts = Path(file).relative_to(HOUSE).parts if ours else Path(file).parts[-3:]
    return UNFIT.sub("_", "/".join(parts))


def told(error: BaseException) -> dict[str, str]:
    """The kind of an error and of what caused it, and the places in the code that it came through."""
    kinds = [type(one).__name__ for one in _causes(error)]
    # Without looking lines up: a line of source says nothing that its number does not.
    frames = StackSummary.extract(walk_tb(error.__traceback__), lookup_lines=False)[-DEEPEST:]
    where = [f"{_place(one.filename)}:{one.lineno} {one.name}" for one in frames]
    return {"error": " from ".join(kinds[:10]), "where": ", ".join(where)}
