"""The service as a process, the people who write to it, and all that has been sent to them."""

import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playground import Client, Teams
from playground.chats import Change
from tests.bot.test_smtp import Box, server
from tests.canaries.canaries import NAME, SIGNATURE
from tests.house import ROOT
from tests.soak.service import Service

WORKER, SECRETARY, COORDINATOR, ADMINISTRATOR = 1, 3, 6, 7
REFERENCE = re.compile(r"[A-Z]{2,4}-\d{4}-\d{4}")
PERSON = '[[people]]\nnumber = {0}\nobject_id = "00000000-0000-4000-8000-00000000000{0}"\nname.fi = "{1}"\n'


@dataclass
class Stage:
    """Everything at hand. `notices` are the summaries and cards of what came by itself.

    `reached` are the inputs whose words the service has taken: a form or a verb, and the input's id. `codes` are the
    claim codes that were shown.
    """

    service: Service
    teams: Teams
    folder: Path
    summaries: set[str] = field(default_factory=set)
    notices: set[str] = field(default_factory=set)
    writings: int = 0
    reached: set[tuple[str, str]] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    box: Box = field(default_factory=Box)

    @property
    def worker(self) -> Client:
        """Who asks."""
        return self.teams.person(WORKER)

    @property
    def secretary(self) -> Client:
        """Who is asked."""
        return self.teams.person(SECRETARY)

    @property
    def coordinator(self) -> Client:
        """Who announces."""
        return self.teams.person(COORDINATOR)

    @property
    def administrator(self) -> Client:
        """Who reads what is announced before it goes out."""
        return self.teams.person(ADMINISTRATOR)

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


def _content(folder: Path) -> Path:
    """The sample content of a centre that wants a second reader."""
    for name in ("keski-suomi", "local"):
        shutil.copytree(ROOT / "content" / name, folder / name)
    centre = folder / "keski-suomi" / "centre.toml"
    centre.write_text(centre.read_text(encoding="utf-8").replace("approval = false", "approval = true"), "utf-8")
    return folder / "keski-suomi"


@asynccontextmanager
async def standing_stage(folder: Path) -> AsyncIterator[Stage]:
    """The running service, with the app installed for both; `folder` must be empty."""
    kept, outside = folder / "var", folder / "people.toml"
    kept.mkdir()
    outside.write_text(PERSON.format(WORKER, NAME) + PERSON.format(SECRETARY, SIGNATURE), encoding="utf-8")
    service = Service(kept)
    box = Box()
    with server(box) as port:
        mail = {"OT_SMTP_URL": f"smtp://127.0.0.1:{port}", "OT_MAIL_FROM": "OT-keskus <ot@example.fi>"}
        service.settings |= {"OT_CONTENT": str(_content(folder / "content")), **mail}
        async with _playing(Stage(service, Teams(service.url, outside), kept, box=box)) as stage:
            yield stage


@asynccontextmanager
async def _playing(stage: Stage) -> AsyncIterator[Stage]:
    service = stage.service
    async with stage.teams as teams:
        teams.chats.listeners.add(stage.hear)
        await service.begin()
        await service.ready()
        for one in (stage.worker, stage.secretary, stage.coordinator, stage.administrator):
            await one.install()
        try:
            yield stage
        finally:
            await service.stop()
