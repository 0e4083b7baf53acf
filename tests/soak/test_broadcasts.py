"""The same broadcasts as `python -m tests.soak`, smaller."""

from pathlib import Path

import pytest

from tests.soak.broadcasts import Broadcast, broadcast

LIFTED = Broadcast(300, 3, 200, (0.05, 0.6))
DEFAULT = Broadcast(40, 2, 20, (0.2, 0.8))
CHANGED = Broadcast(200, 2, 200, (0.3, 0.6), changes=True)


@pytest.mark.parametrize("plan", [LIFTED, DEFAULT, CHANGED], ids=["lifted", "default", "changed"])
async def test_nobody_is_left_out_and_what_may_be_there_twice_is_counted(tmp_path: Path, plan: Broadcast) -> None:
    figures = await broadcast(plan, tmp_path, 20220920)
    assert figures.problems == []
    assert figures.kills == plan.kills
