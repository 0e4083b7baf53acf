"""What takes long begins first: otherwise it would stand last, and one worker would wait for the others."""

from collections.abc import Sequence
from itertools import groupby, zip_longest
from pathlib import Path

import pytest

# In these folders a single test may take a minute; the files with the longest ones come before all.
FIRST: Sequence[str] = ("canaries", "soak", "browser", "hostile", "e2e")
# Here most of the time is waited: with what reckons beside it, no core is idle meanwhile.
WAITS: Sequence[str] = ("hostile", "scheduling")


def _folder(item: pytest.Item) -> str:
    return item.path.relative_to(Path(__file__).parent).parts[0]


def _place(item: pytest.Item) -> int:
    return FIRST.index(_folder(item)) if _folder(item) in FIRST else len(FIRST)


def _files(items: Sequence[pytest.Item]) -> list[list[pytest.Item]]:
    return [list(one) for _, one in groupby(items, lambda item: item.path)]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long folders first, and between their files those that wait; all else stays in its order."""
    items.sort(key=_place)
    waiting = _files([one for one in items if _folder(one) in WAITS])
    others = _files([one for one in items if _folder(one) not in WAITS])
    pairs = zip_longest(others, waiting, fillvalue=list[pytest.Item]())
    items[:] = [item for pair in pairs for file in pair for item in file]
