"""A worker that breaks is begun again, and all are stopped in the end."""

import asyncio
from time import monotonic

import pytest
from structlog.testing import capture_logs

import bot.workers
from bot.workers import keep_at, stop


@pytest.fixture(autouse=True)
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.workers, "PAUSE_SECONDS", 0.01)
    monkeypatch.setattr(bot.workers, "GRACE_SECONDS", 0.1)


async def test_what_breaks_is_logged_and_begun_again_until_it_ends_by_itself() -> None:
    begun = []

    async def work() -> None:
        begun.append(1)
        if len(begun) < 3:
            raise ZeroDivisionError

    with capture_logs() as logged:
        await asyncio.wait_for(keep_at("outbox", work), 5)
    assert len(begun) == 3
    assert [(one["event"], one["worker"], one["error"]) for one in logged] == [
        ("worker broke", "outbox", "ZeroDivisionError")
    ] * 2


async def test_a_pause_lies_between_two_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bot.workers, "PAUSE_SECONDS", 0.2)
    begun: list[float] = []

    async def work() -> None:
        begun.append(monotonic())
        if len(begun) < 2:
            raise ZeroDivisionError

    await keep_at("outbox", work)
    assert begun[1] - begun[0] >= 0.19


async def test_a_worker_that_ends_in_time_is_waited_for() -> None:
    done = []

    async def work() -> None:
        await asyncio.sleep(0.03)
        done.append(1)

    await stop([asyncio.create_task(keep_at("outbox", work))])
    assert done == [1]


async def test_a_worker_that_hangs_is_cancelled_together_with_its_work() -> None:
    cancelled = []

    async def hang() -> None:
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            cancelled.append(1)
            raise

    hanging = asyncio.create_task(keep_at("outbox", hang))
    await asyncio.sleep(0)
    await stop([hanging])
    await asyncio.sleep(0.01)
    assert hanging.cancelled()
    assert cancelled == [1]
