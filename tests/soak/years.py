"""Years of subjects that appear, move and vanish: after each step the job store is what would be built from nothing."""

from pathlib import Path

from tests.figures import Figures
from tests.ground import open_database
from tests.laid import copy_file, lay
from tests.scheduling.year import live


async def years(folder: Path, seed: int, rounds: int) -> Figures:
    """So many years, each on a new file, with chances of its own."""
    figures, laid = Figures("years", "steps", "jobs", "fired"), folder / "laid.db"
    lay(f"sqlite:///{laid}")
    for number in range(rounds):
        file = folder / f"year{number}.db"
        copy_file(laid, f"sqlite:///{file}")
        async with open_database(f"sqlite:///{file}") as database:
            found = await live(database, seed + number)
        file.unlink()
        figures["years"] += 1
        for name, count in found.items():
            figures[name] += count
        figures.problems += [f"seed {seed + number}, {one}" for one in found.problems]
    return figures
