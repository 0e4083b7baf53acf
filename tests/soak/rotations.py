"""`app.py keys rotate` killed at random moments: each data key stays wrapped by one of the two."""

import asyncio
import os
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import func, select

from storage import vault
from storage.database import Database
from storage.keys import KeyMistake, Keyring, Tampered, new_line, read_key_file
from storage.schema import upgrade
from storage.tables import data_keys, drafts
from storage.vault import Box
from tests.figures import Figures
from tests.ground import open_database
from tests.house import ROOT
from tests.storage.facts import NOW, person

CHUNK = 1000
PATIENCE = 120.0
COUNTED = ("rows", "kills", "midway", "rotations", "readable")


class Rotator:
    """A database, its key file, and the command as a process of its own."""

    def __init__(self, folder: Path, url: str, rows: int) -> None:
        self.url, self.rows = url, rows
        self.file = folder / "master.key"
        self.file.touch(mode=0o600)
        self.add_key()

    def add_key(self) -> None:
        """A new master key stands first from now on."""
        self.file.write_text(f"{new_line(date(2022, 9, 20))}\n{self.file.read_text()}")

    @property
    def ring(self) -> Keyring:
        """All keys that there have been."""
        return read_key_file(self.file)

    @property
    def newest(self) -> Keyring:
        """The first key alone."""
        first = self.ring.writing
        return Keyring({first: self.ring.masters[first]}, "OT_MASTER_KEYS")

    async def fill(self) -> None:
        """As many drafts as were asked for, each with a key of its own."""
        database = open_database(self.url, self.ring)
        await upgrade(database)
        owner = await person(database)
        for first in range(0, self.rows, CHUNK):
            await self._fill(database, owner.id, range(first, min(first + CHUNK, self.rows)))
        await database.close()

    async def _fill(self, database: Database, owner: str, numbers: range) -> None:
        keys, made, ring = [], [], self.ring
        for number in numbers:
            box, one = Box(f"key{number}", os.urandom(32)), f"draft{number}"
            master, wrapped = ring.wrap(box.id, box.key)
            keys.append({"id": box.id, "purpose": "draft", "master": master, "wrapped": wrapped})
            made.append(_draft(owner, one, box, number))
        async with database.write() as connection:
            await connection.execute(data_keys.insert(), keys)
            await connection.execute(drafts.insert(), made)

    async def start(self) -> asyncio.subprocess.Process:
        """The command."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
        given = {"OT_MODE": "local", "OT_DATABASE_URL": self.url, "OT_MASTER_KEY_FILE": str(self.file)}
        pipe = asyncio.subprocess.PIPE
        command = (sys.executable, "app.py", "keys", "rotate")
        return await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=kept | given, stdout=asyncio.subprocess.DEVNULL, stderr=pipe
        )

    async def readable(self, ring: Keyring) -> int:
        """How many rows can be opened with this ring."""
        database, good = open_database(self.url, ring), 0
        async with database.read() as connection:
            for first in range(0, self.rows, CHUNK):
                query = select(drafts).where(drafts.c.version.between(first, first + CHUNK - 1))
                rows = (await connection.execute(query)).all()
                with suppress(KeyMistake, Tampered):
                    boxes = await vault.boxes(connection, [row.key for row in rows])
                    good += sum(_opens(row, boxes[row.key]) for row in rows)
        await database.close()
        return good

    async def masters(self) -> int:
        """How many master keys are in use."""
        database = open_database(self.url, self.ring)
        async with database.read() as connection:
            used = await connection.scalar(select(func.count(func.distinct(data_keys.c.master))))
        await database.close()
        return int(used or 0)


def _draft(owner: str, one: str, box: Box, number: int) -> dict[str, Any]:
    plain = {"id": one, "owner": owner, "form": "f", "group": "g", "language": "fi", "version": number, "key": box.id}
    moments = {"created_at": NOW, "changed_at": NOW, "expires_at": NOW}
    sealed = {"step": box.seal(drafts.c.step, one, "s"), "answers": box.seal(drafts.c.answers, one, {"n": number})}
    return plain | moments | sealed


def _opens(row: Any, box: Box) -> bool:
    return bool(box.open(drafts.c.answers, row.id, row.answers) == {"n": row.version})


async def rotate_often(folder: Path, url: str, rng: Random, kills: int, rows: int) -> Figures:
    """Kill the rotation so many times, each time under a ring that can read all, then let it end."""
    rotator, figures = Rotator(folder, url, rows), Figures(*COUNTED)
    figures["rows"] = rows
    await rotator.fill()
    longest = await _rotation(rotator, figures)
    while figures["kills"] < kills:
        process = await rotator.start()
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.shield(process.wait()), rng.uniform(0, longest))
        await _cut(rotator, process, figures)
    await _rotation(rotator, figures)
    figures["readable"] = await rotator.readable(rotator.newest)
    if figures["readable"] != rows:
        figures.problems.append(f"{rows - figures['readable']} rows cannot be read with the newest key alone")
    return figures


async def _rotation(rotator: Rotator, figures: Figures) -> float:
    rotator.add_key()
    began = time.monotonic()
    process = await rotator.start()
    _, said = await asyncio.wait_for(process.communicate(), PATIENCE)
    figures["rotations"] += 1
    if process.returncode:
        figures.problems.append(f"the rotation failed: {said.decode()}")
    return time.monotonic() - began


async def _cut(rotator: Rotator, process: asyncio.subprocess.Process, figures: Figures) -> None:
    ended = process.returncode is not None
    if not ended:
        process.kill()
        figures["kills"] += 1
    await process.communicate()
    # What was begun goes on under the next kill; what has ended begins anew, with another key.
    if ended or await rotator.masters() == 1:
        rotator.add_key()
    else:
        figures["midway"] += 1
    readable = await rotator.readable(rotator.ring)
    if readable != rotator.rows:
        figures.problems.append(f"after {figures['kills']} kills {rotator.rows - readable} rows cannot be read")
