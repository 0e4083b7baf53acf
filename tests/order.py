"""What takes long begins first: otherwise it would stand last, and one worker would wait for the other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

# In these folders a single test may take a minute; the files with the longest ones come before all.
FIRST: Sequence[str] = ("canaries", "soak", "browser", "hostile", "e2e")


def _place(item: pytest.Item) -> int:
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    return FIRST.index(folder) if folder in FIRST else len(FIRST)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the long folders first; all else stays in its order."""
    items.sort(key=_place)
