"""The same siege as in `python -m tests.soak`; how fast the good requests are is asked there."""

from pathlib import Path

from tests.hostile.door import besiege


async def test_nothing_hostile_comes_in_and_nothing_goes_out_for_it(tmp_path: Path) -> None:
    figures = await besiege(tmp_path)
    assert figures.problems == []
    assert (figures["turns"], figures["outbound"], figures["answers_5xx"]) == (0, 0, 0)
    assert figures["hostile_requests"] >= 200
    assert figures["key_fetches_of_a_burst"] == 1
    assert figures["good_requests"] > 20
    assert figures["slowest_good_seconds"] < 10
