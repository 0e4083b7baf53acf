"""`python -m tests.soak`: the full counts, with their figures; exit status 1 when anything was lost or doubled.

OT_SEED repeats the choices of an earlier run (not its timing), OT_ROUNDS and OT_KILLS set other counts.
"""

import asyncio
import os
import secrets
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from random import Random

from tests.house import standing
from tests.postgres import new_database, running
from tests.soak.interleavings import house_without_limits, play
from tests.soak.kills import kill_often
from tests.soak.rivals import change_and_withdraw, last_seat
from tests.soak.rotations import rotate_often

ROUNDS = 200
KILLS = 50
RACES = 5
CROSSINGS = 20
ROTATION_KILLS = 20
ROTATED = 20_000


def _report(name: str, began: float, figures: dict[str, object], problems: Sequence[str]) -> bool:
    told = ", ".join(f"{key.replace('_', ' ')} {value}" for key, value in figures.items() if key != "problems")
    sys.stdout.write(f"{name}: {told}, problems {len(problems)}, {time.monotonic() - began:.0f} s\n")
    sys.stdout.writelines(f"  {one}\n" for one in problems)
    sys.stdout.flush()
    return not problems


async def _interleave(name: str, url: str, seed: int, rounds: int) -> bool:
    began = time.monotonic()
    async with house_without_limits(url) as house:
        figures = await play(house, seed, rounds)
    return _report(f"interleavings on {name}", began, asdict(figures), figures.problems)


async def _cross(name: str, urls: tuple[str, str], seed: int) -> bool:
    began = time.monotonic()
    async with standing(urls[0]) as house:
        problems = await last_seat(house, RACES)
    async with house_without_limits(urls[1]) as house:
        problems += await change_and_withdraw(house, Random(seed), CROSSINGS)
    figures: dict[str, object] = {"races for seats": RACES, "crossings": CROSSINGS}
    return _report(f"last seats and crossed withdrawals on {name}", began, figures, problems)


async def _kill(folder: Path, seed: int, kills: int) -> bool:
    began = time.monotonic()
    figures = await kill_often(folder, seed, kills)
    return _report("kills", began, asdict(figures), figures.problems)


async def _rotate(name: str, folder: Path, url: str, seed: int) -> bool:
    began = time.monotonic()
    figures = await rotate_often(folder, url, Random(f"{seed}/rotations"), ROTATION_KILLS, ROTATED)
    return _report(f"key rotations on {name}", began, asdict(figures), figures.problems)


def _on_sqlite(folder: Path, seed: int, rounds: int) -> list[bool]:
    first, second, third = (f"sqlite:///{folder / name}.db" for name in ("rounds", "seats", "crossings"))
    interleaved = asyncio.run(_interleave("sqlite", first, seed, rounds))
    crossed = asyncio.run(_cross("sqlite", (second, third), seed))
    (folder / "keys").mkdir()
    rotated = asyncio.run(_rotate("sqlite", folder / "keys", f"sqlite:///{folder / 'rotations.db'}", seed))
    return [interleaved, crossed, rotated]


def _on_postgresql(folder: Path, seed: int, rounds: int) -> list[bool]:
    with running(folder) as server, ExitStack() as stack:
        first, second, third, fourth = (stack.enter_context(new_database(server)) for _ in range(4))
        interleaved = asyncio.run(_interleave("postgresql", first, seed, rounds))
        crossed = asyncio.run(_cross("postgresql", (second, third), seed))
        (folder / "more-keys").mkdir()
        return [interleaved, crossed, asyncio.run(_rotate("postgresql", folder / "more-keys", fourth, seed))]


def main() -> int:
    """Run it all."""
    seed = int(os.environ.get("OT_SEED") or secrets.randbelow(10**8))
    rounds, kills = int(os.environ.get("OT_ROUNDS") or ROUNDS), int(os.environ.get("OT_KILLS") or KILLS)
    sys.stdout.write(f"OT_SEED={seed}\n")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="ot-botti-") as name:
        folder = Path(name)
        good = [*_on_sqlite(folder, seed, rounds), *_on_postgresql(folder, seed, rounds)]
        good.append(asyncio.run(_kill(folder, seed, kills)))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
