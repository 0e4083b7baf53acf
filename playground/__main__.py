"""`python -m playground`: the service and a stand-in for Teams, both on this machine, in one command.

With `OT_PLAYGROUND_SERVICE=http://127.0.0.1:3978` it starts no service and stands before one that runs
already, which may then stop and start again while the chats stay.
"""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

import aiohttp

from playground.teams import LOOPBACK, Teams
from playground.web import Page, missing_libraries

ROOT = Path(__file__).resolve().parent.parent
PEOPLE = ROOT / "content" / "local" / "people.toml"
START = "2022-09-20T08:00"
REFUSED = 2


class Unable(Exception):
    """The playground cannot run; the text says why and what to do."""


def settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The service's environment, or Unable when it asks for anything but this machine and local mode."""
    chosen = {"OT_MODE": "local", "OT_NOW": START, "OT_HOST": "127.0.0.1", "OT_PORT": "3978"}
    # Its people show no tokens and have a tenant of their own, whatever the shell knows of a real bot.
    nobody = {"MicrosoftAppId": "", "MicrosoftAppTenantId": ""}
    chosen = {**chosen, "OT_PLAYGROUND_PORT": "3979", **environment, **nobody}
    if chosen["OT_MODE"] != "local":
        raise Unable(f"The playground runs in OT_MODE=local only, not in {chosen['OT_MODE']}.")
    if chosen["OT_HOST"] not in LOOPBACK:
        raise Unable(f"The playground runs on this machine only; OT_HOST={chosen['OT_HOST']} is elsewhere.")
    elsewhere = chosen.get("OT_PLAYGROUND_SERVICE")
    for name in ("OT_PLAYGROUND_PORT",) if elsewhere else ("OT_PORT", "OT_PLAYGROUND_PORT"):
        _check_port(name, chosen[name], chosen["OT_HOST"])
    if elsewhere:
        _check_service(elsewhere)
    elif chosen["OT_PORT"] == chosen["OT_PLAYGROUND_PORT"]:
        raise Unable("OT_PORT and OT_PLAYGROUND_PORT are the same; choose another OT_PLAYGROUND_PORT.")
    return chosen


def _check_service(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme != "http" or parts.hostname not in LOOPBACK or parts.path.strip("/"):
        raise Unable(f"OT_PLAYGROUND_SERVICE={url} is no service on this machine, such as http://127.0.0.1:3978.")


def _check_port(name: str, value: str, host: str) -> None:
    if not value.isdecimal() or not 0 < int(value) < 65536:
        raise Unable(f"{name}={value} is no port number.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(value)))
        except OSError as error:
            raise Unable(f"Port {value} is taken; choose another one with {name}.") from error


def _origin(host: str, port: str) -> str:
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


async def _ready(service: Process, origin: str) -> bool:
    """Wait for /readyz; False when the service ended instead."""
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=2)) as session:
        while service.returncode is None:
            with suppress(aiohttp.ClientError, TimeoutError):
                async with session.get(f"{origin}/readyz") as response:
                    if response.status == 200:
                        return True
            await asyncio.sleep(0.2)
    return False


async def _stop(service: Process) -> None:
    if service.returncode is None:
        with suppress(ProcessLookupError):
            service.terminate()
        try:
            await asyncio.wait_for(service.wait(), 15)
        except TimeoutError:
            service.kill()
            await service.wait()


async def _serve(chosen: dict[str, str], service: Process, asked: asyncio.Event) -> int:
    """Run until somebody asks to stop or the service ends; the exit code."""
    origin = _origin(chosen["OT_HOST"], chosen["OT_PORT"])
    over = asyncio.create_task(service.wait())
    stopping = asyncio.create_task(asked.wait())
    ready = asyncio.create_task(_ready(service, origin))
    teams = _teams(f"{origin}/api/messages")
    try:
        await asyncio.wait({ready, over, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if ready.done() and ready.result() and not asked.is_set():
            await teams.start(port=int(chosen["OT_PLAYGROUND_PORT"]), app=Page(teams).application())
            _say(await _moment(origin), teams.service_url)
            await asyncio.wait({over, stopping}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        ready.cancel(), stopping.cancel()
        await teams.stop()
    return 0 if asked.is_set() else _ended(await over)


def _teams(messages: str) -> Teams:
    """The people of the file, and two teams: one of a single channel, one of several."""
    teams = Teams(messages, PEOPLE if PEOPLE.is_file() else None)
    teams.add_team("OT-verkosto", "Infot", "Vertaistuki")
    return teams


async def _moment(origin: str) -> str:
    """The moment that the service's clock shows: it may go on from an earlier run."""
    async with aiohttp.ClientSession() as session, session.get(f"{origin}/local/clock") as response:
        return str((await response.json())["now"])[:16] if response.status == 200 else "its own time"


def _say(moment: str, address: str) -> None:
    sys.stdout.write(f"The playground is open: {address}?person=1\n")
    sys.stdout.write(f"The service's clock shows {moment} (OT_NOW turns a new database's). Ctrl-C stops everything.\n")
    sys.stdout.flush()


def _ended(code: int) -> int:
    sys.stderr.write(f"The service ended by itself with code {code}; its own words stand above.\n")
    return code if code >= 0 else 128 - code


async def _stand(chosen: dict[str, str], asked: asyncio.Event) -> int:
    """Before a service that runs already and may come and go: only somebody's asking ends this."""
    teams = _teams(f"{chosen['OT_PLAYGROUND_SERVICE'].rstrip('/')}/api/messages")
    try:
        await teams.start(port=int(chosen["OT_PLAYGROUND_PORT"]), app=Page(teams).application())
        sys.stdout.write(f"The playground is open: {teams.service_url}?person=1\n")
        sys.stdout.write(f"The service is {chosen['OT_PLAYGROUND_SERVICE']}, with a clock of its own.\n")
        sys.stdout.flush()
        await asked.wait()
    finally:
        await teams.stop()
    return 0


async def run(environment: Mapping[str, str]) -> int:
    """Start both, wait, stop both; the exit code."""
    chosen = settings(environment)
    if missing_libraries():
        names = ", ".join(missing_libraries())
        sys.stderr.write(f"The chat page lacks {names}: run `npm ci` in playground/ to see cards.\n")
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    if chosen.get("OT_PLAYGROUND_SERVICE"):
        return await _stand(chosen, asked)
    # A session of its own: Ctrl-C reaches the playground alone, which then stops the service in good order.
    service = await asyncio.create_subprocess_exec(
        sys.executable, "app.py", "serve", cwd=ROOT, env=chosen, start_new_session=True
    )
    try:
        return await _serve(chosen, service, asked)
    finally:
        await _stop(service)


def main() -> int:
    try:
        return asyncio.run(run(os.environ))
    except Unable as reason:
        sys.stderr.write(f"{reason}\n")
        return REFUSED


if __name__ == "__main__":
    sys.exit(main())
