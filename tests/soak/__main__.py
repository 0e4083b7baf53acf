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
from typing import Any

from tests.browser.easel import CHROMIUM, chromium, standing_easel
from tests.browser.literal import show_literally
from tests.canaries.play import play as play_canaries
from tests.figures import Figures
from tests.hostile.door import besiege
from tests.house import standing
from tests.postgres import new_database, running
from tests.soak import leaders, redeliveries, seats, secretaries, words
from tests.soak.autumn import replay
from tests.soak.broadcasts import CHANGED, DEFAULT, LIFTED, Broadcast, broadcast
from tests.soak.interleavings import house_without_limits, play
from tests.soak.kills import kill_often
from tests.soak.rivals import change_and_withdraw, last_seat
from tests.soak.rotations import rotate_often
from tests.soak.secretaries import house_of_two
from tests.soak.storms import FULL, storm
from tests.soak.years import years

ROUNDS = 200
KILLS = 50
AUTUMN_KILLS = 30
RACES = 5
CROSSINGS = 20
SLOWEST_GOOD = 1.0
REDELIVERIES = 500
COPIES = (5, 5)
ROTATION_KILLS = 20
ROTATED = 20_000


def _report(name: str, began: float, figures: Figures) -> bool:
    problems = figures.problems
    sys.stdout.write(f"{name}: {figures}, problems {len(problems)}, {time.monotonic() - began:.0f} s\n")
    sys.stdout.writelines(f"  {one}\n" for one in problems)
    sys.stdout.flush()
    return not problems


async def _interleave(name: str, url: str, seed: int, rounds: int) -> bool:
    began = time.monotonic()
    async with house_without_limits(url) as house:
        figures = await play(house, seed, rounds)
    return _report(f"interleavings on {name}", began, figures)


async def _cross(name: str, urls: tuple[str, str], seed: int) -> bool:
    began, figures = time.monotonic(), Figures(races_for_seats=RACES, crossings=CROSSINGS)
    async with standing(urls[0]) as house:
        figures.problems += await last_seat(house, RACES)
    async with house_without_limits(urls[1]) as house:
        figures.problems += await change_and_withdraw(house, Random(seed), CROSSINGS)
    return _report(f"last seats and crossed withdrawals on {name}", began, figures)


async def _redeliver(name: str, url: str, seed: int) -> bool:
    began = time.monotonic()
    async with house_without_limits(url) as house:
        figures = await redeliveries.play(house, seed, COPIES, REDELIVERIES)
    return _report(f"re-deliveries on {name}", began, figures)


async def _two(name: str, url: str, seed: int, rounds: int) -> bool:
    began = time.monotonic()
    async with house_of_two(url) as house:
        figures = await secretaries.play(house, seed, rounds)
    return _report(f"two secretaries on {name}", began, figures)


async def _sit(name: str, url: str, seed: int, rounds: int) -> bool:
    began = time.monotonic()
    figures = await seats.play(url, seed, rounds)
    return _report(f"last seats of sessions on {name}", began, figures)


async def _kill(folder: Path, seed: int, kills: int) -> bool:
    began = time.monotonic()
    figures = await kill_often(folder, seed, kills)
    return _report("kills", began, figures)


def _counted(told: Any) -> Figures:
    counts = asdict(told)
    problems = counts.pop("problems")
    figures = Figures(**counts)
    figures.problems = problems
    return figures


async def _broadcast(name: str, plan: Broadcast, folder: Path, seed: int) -> bool:
    began = time.monotonic()
    return _report(f"broadcast killed, {name}", began, _counted(await broadcast(plan, folder, seed)))


def _broadcasts(folder: Path, seed: int) -> list[bool]:
    plans = {"at a lifted pace": LIFTED, "at the default pace": DEFAULT, "changed on its way": CHANGED}
    good = []
    for number, (name, plan) in enumerate(plans.items()):
        (folder / f"broadcast{number}").mkdir()
        good.append(asyncio.run(_broadcast(name, plan, folder / f"broadcast{number}", seed)))
    return good


async def _autumn(folder: Path, seed: int, kills: int) -> bool:
    began = time.monotonic()
    return _report(f"autumn of 2022, killed {kills} times", began, await replay(folder, seed, kills))


def _autumns(folder: Path, seed: int) -> list[bool]:
    good = []
    for kills in (0, AUTUMN_KILLS):
        (folder / f"autumn{kills}").mkdir()
        good.append(asyncio.run(_autumn(folder / f"autumn{kills}", seed, kills)))
    return good


async def _storm(folder: Path) -> bool:
    began = time.monotonic()
    return _report("storm", began, _counted(await storm(FULL, folder)))


async def _rotate(name: str, folder: Path, url: str, seed: int) -> bool:
    began = time.monotonic()
    figures = await rotate_often(folder, url, Random(f"{seed}/rotations"), ROTATION_KILLS, ROTATED)
    return _report(f"key rotations on {name}", began, figures)


async def _besiege(folder: Path) -> bool:
    began = time.monotonic()
    figures = await besiege(folder)
    if figures["slowest_good_seconds"] >= SLOWEST_GOOD:
        figures.problems.append(f"a good request took {figures['slowest_good_seconds']} s meanwhile")
    return _report("door", began, figures)


async def _hide(folder: Path) -> bool:
    began = time.monotonic()
    played = await play_canaries(folder)
    hits = sum(len(tokens) for tokens in played.hits.values())
    figures = Figures(writings=played.writings, faults=played.faults, places=played.places, hits=hits)
    figures |= {"inputs": len(played.reached), "codes": played.codes}
    figures.problems += played.problems
    return _report("canaries", began, figures)


async def _draw() -> bool:
    if not CHROMIUM.exists():
        sys.stdout.write("NOT RUN HERE: no Chromium, so that no card is drawn\n")
        return False
    began = time.monotonic()
    async with chromium() as browser, standing_easel(browser) as page:
        figures = await show_literally(page)
    return _report("shown literally", began, figures)


def _on(name: str, folder: Path, urls: Sequence[str], seed: int, rounds: int) -> list[bool]:
    interleaved = asyncio.run(_interleave(name, urls[0], seed, rounds))
    crossed = asyncio.run(_cross(name, (urls[1], urls[2]), seed))
    redelivered = asyncio.run(_redeliver(name, urls[3], seed))
    together = asyncio.run(_two(name, urls[4], seed, rounds))
    (folder / f"keys-{name}").mkdir()
    rotated = asyncio.run(_rotate(name, folder / f"keys-{name}", urls[5], seed))
    seated = asyncio.run(_sit(name, urls[6], seed, rounds))
    return [interleaved, crossed, redelivered, together, rotated, seated]


def _on_sqlite(folder: Path, seed: int, rounds: int) -> list[bool]:
    return _on("sqlite", folder, [f"sqlite:///{folder / name}.db" for name in "abcdefg"], seed, rounds)


def _on_postgresql(folder: Path, seed: int, rounds: int) -> list[bool]:
    with running(folder) as server, ExitStack() as stack:
        urls = [stack.enter_context(new_database(server)) for _ in range(7)]
        return _on("postgresql", folder, urls, seed, rounds)


async def _live(folder: Path, seed: int, rounds: int) -> bool:
    began = time.monotonic()
    return _report("years of reminders", began, await years(folder, seed, rounds))


async def _lead(plan: leaders.Plan, folder: Path, url: str) -> bool:
    began = time.monotonic()
    figures = await leaders.lead_in_turn(plan, folder, url)
    return _report(f"leaders of {plan.processes} processes on postgresql", began, figures)


def _leaders(folder: Path) -> list[bool]:
    good = []
    with running(folder) as server:
        for plan in (leaders.TWO, leaders.THREE):
            within = folder / f"leaders{plan.processes}"
            within.mkdir()
            with new_database(server) as url:
                good.append(asyncio.run(_lead(plan, within, url)))
    return good


def _words() -> list[bool]:
    began = time.monotonic()
    return [_report(name, began, figures) for name, figures in words.figures()]


def main() -> int:
    """Run it all."""
    seed = int(os.environ.get("OT_SEED") or secrets.randbelow(10**8))
    rounds, kills = int(os.environ.get("OT_ROUNDS") or ROUNDS), int(os.environ.get("OT_KILLS") or KILLS)
    sys.stdout.write(f"OT_SEED={seed}\n")
    sys.stdout.flush()
    with tempfile.TemporaryDirectory(prefix="ot-botti-") as name:
        folder = Path(name)
        good = [*_words(), *_on_sqlite(folder, seed, rounds), *_on_postgresql(folder, seed, rounds)]
        good.append(asyncio.run(_kill(folder, seed, kills)))
        good += _broadcasts(folder, seed)
        good += _autumns(folder, seed)
        (folder / "years").mkdir()
        good.append(asyncio.run(_live(folder / "years", seed, rounds)))
        (folder / "leaders").mkdir()
        good += _leaders(folder / "leaders")
        (folder / "storm").mkdir()
        good.append(asyncio.run(_storm(folder / "storm")))
        (folder / "door").mkdir()
        good.append(asyncio.run(_besiege(folder / "door")))
        good.append(asyncio.run(_draw()))
        (folder / "canaries").mkdir()
        good.append(asyncio.run(_hide(folder / "canaries")))
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
