"""Canaries into every field under every fault, and then a look at every place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.canaries.announcers import announce_every_kind
from tests.canaries.canaries import TOKENS
from tests.canaries.places import AT_REST, PLACES, Place
from tests.canaries.stage import Stage, standing_stage
from tests.canaries.troubles import SLOW, TROUBLES
from tests.canaries.writers import GROUPS, write_at_once, write_everywhere


@dataclass
class Figures:
    """What came of it. `hits` are canaries by place; `read` is whether the one who may read them could.

    `reached` are the inputs whose words were taken while nothing was wrong, `codes` counts the claim codes.
    """

    writings: int = 0
    faults: int = 0
    places: int = 0
    hits: dict[str, set[str]] = field(default_factory=dict)
    notices: int = 0
    failures: int = 0
    unread: set[str] = field(default_factory=set)
    reached: frozenset[tuple[str, str]] = frozenset()
    codes: int = 0

    @property
    def problems(self) -> list[str]:
        """The canaries that were found, and what would make the rest worthless."""
        found = [f"{place}: {', '.join(sorted(tokens))}" for place, tokens in self.hits.items() if tokens]
        unread = [f"the secretary could not read {one}" for one in sorted(self.unread)]
        idle = [
            name
            for name, count in (("notices", self.notices), ("failures", self.failures), ("codes", self.codes))
            if not count
        ]
        return found + unread + [f"there were no {name}" for name in idle]


async def _look(stage: Stage, places: Mapping[str, Place], figures: Figures) -> None:
    for name, place in places.items():
        figures.hits.setdefault(name, set()).update(await place(stage))


async def _write(stage: Stage, names: Iterable[str], figures: Figures) -> None:
    for at, name in enumerate(names):
        figures.faults += 1
        async with TROUBLES[name](stage):
            if name in SLOW:
                await write_at_once(stage)
                continue
            read = await write_everywhere(stage, GROUPS[at % len(GROUPS)])
        if name == "nothing":
            figures.unread = {one for one in TOKENS if one not in read.lower()}


async def play(folder: Path, troubles: Iterable[str] = tuple(TROUBLES)) -> Figures:
    """Write and look: while the service runs, when it has been killed, and when it has ended in good order."""
    figures, everywhere = Figures(), {**PLACES, **AT_REST}
    async with standing_stage(folder) as stage:
        await announce_every_kind(stage)
        for group in GROUPS:
            await write_everywhere(stage, group)
        figures.reached = frozenset(stage.reached)
        await _write(stage, troubles, figures)
        await _look(stage, everywhere, figures)
        await stage.service.kill()
        await _look(stage, AT_REST, figures)
        await stage.service.begin()
        await stage.service.ready()
        figures.notices, figures.writings = len(stage.notices), stage.writings
        figures.codes = len(stage.codes)
    await _look(stage, {"log": PLACES["log"], "other files": PLACES["other files"], **AT_REST}, figures)
    figures.failures = stage.service.log.count('"turn failed"')
    figures.places = len(figures.hits)
    return figures
