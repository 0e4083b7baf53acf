"""What the tests and the service are made of stays to the end: the collector need not look through it every time."""

import gc

import pytest

# So many new objects may come before the youngest are looked through; Python's own number is 700.
YOUNG = 10_000


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Leave out of every later collection what has been imported by now."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
