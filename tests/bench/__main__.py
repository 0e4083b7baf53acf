"""`python -m tests.bench`: how fast is sent, beside a bare sender in the same run; and many reminders at once.

Exit status 1 when it is too slow.

OT_MESSAGES and OT_RECIPIENTS set other counts.
"""

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import median

from sqlalchemy import make_url

from bot.serving import settle
from tests.bench.memory import megabytes
from tests.bench.reminders import all_at_once
from tests.bench.senders import AT_ONCE, raw, standing_hall
from tests.bench.stalls import Stalls
from tests.house import ROOT
from tests.postgres import new_database, running

LATENCY = 0.05
RUNS = 3
MESSAGES = 5000
RECIPIENTS = 100_000
GOOD_RATIO = 0.8
MOST_GROWTH = 50.0
REMINDERS = 1000
MOST_SECONDS = 2.0
MOST_STALL = 0.02
SUBJECTS = 100_000
# So much may one measurement differ from another of the same.
UNEVEN = 1.2


@contextmanager
def connector(seconds: float) -> Iterator[int]:
    """A connector as a process of its own; gives its port."""
    command = [sys.executable, "-m", "tests.bench.slow_connector", str(seconds)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout
        try:
            yield int(running.stdout.readline())
        finally:
            running.kill()


async def _ours(folder: Path, port: int, count: int) -> tuple[float, Stalls]:
    async with standing_hall(folder) as hall:
        await hall.fill(count, port)
        took, stalls = await hall.send("s1")
        assert await hall.sent() == count
    return took, stalls


def _speed(port: int, count: int) -> bool:
    bare, ours, stalls, theirs = [], [], [], 0
    for _ in range(RUNS):
        settle()
        needed, others = asyncio.run(raw(port, count))
        bare.append(count / needed)
        theirs += others.long
        with tempfile.TemporaryDirectory(prefix="ot-bench-") as name:
            took, stalled = asyncio.run(_ours(Path(name), port, count))
        ours.append(count / took)
        stalls.append(stalled)
    ratio = median(mine / other for mine, other in zip(ours, bare, strict=True))
    long, worst = sum(one.long for one in stalls), max(one.worst for one in stalls)
    sys.stdout.write(
        f"sending, {AT_ONCE} at once, connector {LATENCY * 1000:.0f} ms: bare {median(bare):.0f}/s, "
        f"ours {median(ours):.0f}/s, ratio {ratio:.2f} (at least {GOOD_RATIO}); "
        f"stalls over 50 ms {long} (bare {theirs}: the machine's own), longest {worst * 1000:.0f} ms\n"
    )
    sys.stdout.flush()
    return ratio >= GOOD_RATIO and not long


async def _growth(folder: Path, port: int, count: int) -> bool:
    async with standing_hall(folder) as hall:
        await hall.fill(count, port)
        before = megabytes()
        took, stalls = await hall.send("s1")
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        after = megabytes()
    sys.stdout.write(
        f"{count} recipients: {count / took:.0f}/s, memory grew by {after - before:.0f} MB "
        f"(less than {MOST_GROWTH:.0f}), peak {peak:.0f} MB; "
        f"stalls over 50 ms {stalls.long}, longest {stalls.worst * 1000:.0f} ms\n"
    )
    return after - before < MOST_GROWTH and not stalls.long


def _reminders(count: int, url: str) -> bool:
    took, stalls = asyncio.run(all_at_once(url, count))
    sys.stdout.write(
        f"{count} reminders due in the same second on {_kind(url)}: all in the ledger after {took:.2f} s "
        f"(less than {MOST_SECONDS:.0f}), longest stall {stalls.worst * 1000:.0f} ms "
        f"(at most {MOST_STALL * 1000:.0f})\n"
    )
    sys.stdout.flush()
    return took < MOST_SECONDS and stalls.worst <= MOST_STALL


def _kind(url: str) -> str:
    return make_url(url).get_backend_name()


def begun(count: int, url: str) -> tuple[float, float]:
    """Seconds of work, whatever else the machine does, and megabytes of a start with so many open forms."""
    command = [sys.executable, "-m", "tests.bench.reminders", str(count), url]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    seconds, worked, grown = done.stdout.split()[-3:]
    sys.stdout.write(
        f"start with {count} open forms on {_kind(url)}: leads after {seconds} s, {worked} s of them work, "
        f"memory grew by {grown} MB\n"
    )
    sys.stdout.flush()
    return float(worked), float(grown)


def _starts(most: int, urls: Sequence[str]) -> bool:
    few, many = [begun(count, url) for count, url in zip((most // 10, most), urls, strict=True)]
    # What a start with nothing costs is in both, so ten times as much is the most that a straight line gives.
    return all(large <= 10 * small * UNEVEN for small, large in zip(few, many, strict=True))


def _of_reminders(urls: Sequence[str]) -> list[bool]:
    return [_reminders(REMINDERS, urls[0]), _starts(SUBJECTS, urls[1:])]


def _on_both(folder: Path) -> list[bool]:
    files = [f"sqlite:///{folder / name}.db" for name in "abc"]
    with running(folder) as server, ExitStack() as stack:
        databases = [stack.enter_context(new_database(server)) for _ in files]
        return _of_reminders(files) + _of_reminders(databases)


def main() -> int:
    """Run it all."""
    messages, recipients = (
        int(os.environ.get("OT_MESSAGES") or MESSAGES),
        int(os.environ.get("OT_RECIPIENTS") or RECIPIENTS),
    )
    with connector(LATENCY) as port:
        good = [_speed(port, messages)]
    with connector(0.0) as port, tempfile.TemporaryDirectory(prefix="ot-bench-") as name:
        good.append(asyncio.run(_growth(Path(name), port, recipients)))
    with tempfile.TemporaryDirectory(prefix="ot-bench-") as name:
        good += _on_both(Path(name))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
