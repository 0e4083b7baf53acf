"""Where nothing of what was written may be found. To look at one more place is one more line."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import ClientSession

from tests.canaries.canaries import PUBLIC, SIGNED, TOKENS, found_in
from tests.canaries.stage import Stage
from tests.house import ROOT

EVERYTHING = TOKENS + SIGNED + PUBLIC
Place = Callable[[Stage], Awaitable[list[str]]]
ASKED = ("healthz", "readyz", "metrics", "local/clock")
# What an administrator runs, and what it prints: `{folder}` is beside the database, so that what it writes is found.
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("doctor",),
    ("check-content",),
    ("backup", "{folder}/copy"),
    ("audit", "verify"),
    ("audit", "export", "--request", "HE-2022-0001"),
    ("purge",),
    ("keys", "rotate"),
)


def _found(stage: Stage, data: bytes, tokens: tuple[str, ...] = TOKENS + SIGNED) -> list[str]:
    codes = {one.lower() for one in stage.codes}
    return found_in(data, (*tokens, *codes, *(one.replace("-", "") for one in codes)))


async def log(stage: Stage) -> list[str]:
    """What the service has logged."""
    return _found(stage, stage.service.log.encode(), EVERYTHING)


async def health(stage: Stage) -> list[str]:
    """What it answers to whoever asks how it is."""
    found: list[str] = []
    async with ClientSession() as session:
        for name in ASKED:
            async with session.get(f"http://127.0.0.1:{stage.service.port}/{name}") as answer:
                found += _found(stage, await answer.read() + str(answer.raw_headers).encode(), EVERYTHING)
    return found


async def summaries(stage: Stage) -> list[str]:
    """The notification texts of all messages."""
    return _found(stage, "\n".join(stage.summaries).encode())


async def notices(stage: Stage) -> list[str]:
    """The cards that came by themselves; who has taken a request may stand on them."""
    return _found(stage, "\n".join(stage.notices).encode(), TOKENS)


async def names_of_files(stage: Stage) -> list[str]:
    """What files are called."""
    return _found(
        stage, "\n".join(str(one.relative_to(stage.folder)) for one in stage.folder.rglob("*")).encode(), EVERYTHING
    )


async def commands(stage: Stage) -> list[str]:
    """What commands print."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
    given = {"OT_MODE": "local", "OT_DATABASE_URL": f"sqlite:///{stage.service.database}"}
    found: list[str] = []
    for command in COMMANDS:
        words = [one.format(folder=stage.folder) for one in command]
        running = await asyncio.create_subprocess_exec(
            sys.executable, "app.py", *words, cwd=ROOT, env=kept | given, stdout=-1, stderr=-1
        )
        found += _found(stage, b"".join(await running.communicate()), EVERYTHING)
    return found


def _files(suffix: str) -> Place:
    async def look(stage: Stage) -> list[str]:
        chosen = [one for one in stage.folder.rglob("*") if one.is_file() and one.name.endswith(suffix)]
        assert chosen or suffix != ".db", "there is no database"
        return [token for one in chosen for token in _found(stage, one.read_bytes())]

    return look


async def other_files(stage: Stage) -> list[str]:
    """Whatever else lies beside the database: backups, exports, temporary files."""
    known = (".db", ".db-wal", ".db-shm")
    rest = [one for one in stage.folder.rglob("*") if one.is_file() and not one.name.endswith(known)]
    return [token for one in rest for token in _found(stage, one.read_bytes())]


PLACES: Mapping[str, Place] = {
    "log": log,
    "answers about health": health,
    "summaries": summaries,
    "notices": notices,
    "names of files": names_of_files,
    "output of commands": commands,
    "other files": other_files,
}
AT_REST: Mapping[str, Place] = {
    "database file": _files(".db"),
    "write-ahead log": _files(".db-wal"),
    "shared memory": _files(".db-shm"),
}
