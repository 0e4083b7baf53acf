"""The service and the playground as processes of their own, each of which can be killed and started again."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import aiohttp

ROOT = Path(__file__).parent.parent.parent
START = "2022-09-20T08:00"
LONGEST = 40.0


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Running:
    """A command that answers at `url` once it is ready."""

    def __init__(self, command: list[str], settings: Mapping[str, str], url: str) -> None:
        self._command, self._settings, self.url = command, settings, url
        self._process: Process | None = None

    async def start(self) -> None:
        """Start the command and wait until it answers."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("OT_")}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *self._command, cwd=ROOT, env={**kept, **self._settings}, stdout=DEVNULL, stderr=DEVNULL
        )
        async with asyncio.timeout(LONGEST), aiohttp.ClientSession() as session:
            while not await self._answers(session):
                assert self._process.returncode is None, f"{self._command} ended with {self._process.returncode}"
                await asyncio.sleep(0.1)

    async def _answers(self, session: aiohttp.ClientSession) -> bool:
        with suppress(aiohttp.ClientError):
            async with session.get(self.url) as response:
                return response.status == 200
        return False

    async def kill(self) -> None:
        """End it as a power cut would."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """End it in good order."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self._process is None or self._process.returncode is not None:
            return
        self._process.send_signal(how)
        await self._process.wait()


def _settings(folder: Path, **more: str) -> dict[str, str]:
    return {"OT_MODE": "local", "OT_NOW": START, "OT_DATABASE_URL": f"sqlite:///{folder / 'ot-botti.db'}", **more}


def service(folder: Path, **more: str) -> Running:
    """`app.py serve` alone, with these settings besides."""
    port = free_port()
    url = f"http://127.0.0.1:{port}/readyz"
    return Running(["app.py", "serve"], _settings(folder, OT_PORT=str(port), **more), url)


def playground(folder: Path, before: Running | None = None) -> Running:
    """`python -m playground`: before a service that runs already, or with one of its own."""
    port = free_port()
    more = {"OT_PLAYGROUND_PORT": str(port), "OT_PORT": str(free_port())}
    if before:
        more["OT_PLAYGROUND_SERVICE"] = before.url.removesuffix("/readyz")
    return Running(["-m", "playground"], _settings(folder, **more), f"http://127.0.0.1:{port}/")


async def turn(house: Running, moment: str) -> None:
    """Let it be this moment by the service's own clock."""
    address = house.url.replace("/readyz", "/local/clock")
    async with aiohttp.ClientSession() as http, http.post(address, json={"now": moment}) as answer:
        assert answer.status == 200


@asynccontextmanager
async def running(*parts: Running) -> AsyncIterator[None]:
    """These processes, in this order."""
    try:
        for part in parts:
            await part.start()
        yield
    finally:
        for part in reversed(parts):
            await part.stop()
