"""The service as a process, the people who write to it, and all that has been sent to them."""

import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playground import Client, Teams
from playground.chats import Change
from tests.canaries.canaries import NAME, SIGNATURE
from tests.soak.service import Service

WORKER, SECRETARY = 1, 3
REFERENCE = re.compile(r"[A-Z]{2,4}-\d{4}-\d{4}")
PERSON = '[[people]]\nnumber = {0}\nobject_id = "00000000-0000-4000-8000-00000000000{0}"\nname.fi = "{1}"\n'


@dataclass
class Stage:
    """Everything at hand. `notices` are the summaries and cards of what came by itself."""

    service: Service
    teams: Teams
    folder: Path
    summaries: set[str] = field(default_factory=set)
    notices: set[str] = field(default_factory=set)
    writings: int = 0

    @property
    def worker(self) -> Client:
        """Who asks."""
        return self.teams.person(WORKER)

    @property
    def secretary(self) -> Client:
        """Who is asked."""
        return self.teams.person(SECRETARY)

    def hear(self, change: Change) -> None:
        """Keep what the bot has sent, before another card takes its place."""
        message = change.message
        if message is None or not message.by_bot:
            return
        self.summaries.add(message.summary)
        if REFERENCE.search(message.summary):
            self.notices.add(json.dumps(message.card, ensure_ascii=False))

    async def restart(self) -> None:
        """kill -9, and start again."""
        await self.service.kill()
        await self.service.begin()
        await self.service.ready()


@asynccontextmanager
async def standing_stage(folder: Path) -> AsyncIterator[Stage]:
    """The running service, with the app installed for both; `folder` must be empty."""
    kept, outside = folder / "var", folder / "people.toml"
    kept.mkdir()
    outside.write_text(PERSON.format(WORKER, NAME) + PERSON.format(SECRETARY, SIGNATURE), encoding="utf-8")
    service = Service(kept)
    async with Teams(service.url, outside) as teams:
        stage = Stage(service, teams, kept)
        teams.chats.listeners.add(stage.hear)
        await service.begin()
        await service.ready()
        for one in (stage.worker, stage.secretary):
            await one.install()
        try:
            yield stage
        finally:
            await service.stop()
