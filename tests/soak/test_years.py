"""The same years as `python -m tests.soak`, fewer of them."""

from pathlib import Path

from tests.soak.years import years


async def test_the_job_store_follows_some_years(tmp_path: Path) -> None:
    figures = await years(tmp_path, 20220920, 2)
    assert figures.problems == []
    assert figures["years"] == 2
    assert figures["jobs"] > 0
