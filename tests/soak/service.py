"""`app.py serve` as a process of its own, to be killed and started again on the same database."""

import asyncio
import os
import signal
import socket
import sys
from contextlib import closing, suppress
from pathlib import Path

from aiohttp import ClientConnectionError, ClientSession, ClientTimeout

from tests.house import ROOT

PATIENCE = 60.0


def _free_port() -> int:
    with closing(socket.socket()) as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class Service:
    """The service on one SQLite file and one port, however often it dies."""

    def __init__(self, folder: Path) -> None:
        self.port = _free_port()
        self.database = folder / "ot-botti.db"
        self._log = folder / "service.log"
        self._process: asyncio.subprocess.Process | None = None
        self.settings: dict[str, str] = {}

    @property
    def url(self) -> str:
        """Where Teams sends to."""
        return f"http://127.0.0.1:{self.port}/api/messages"

    async def begin(self) -> None:
        """Start the process; it is not ready yet."""
        given = {"OT_MODE": "local", "OT_PORT": str(self.port), "OT_DATABASE_URL": f"sqlite:///{self.database}"}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("OT_", "Microsoft"))}
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "app.py", "serve", cwd=ROOT, env=kept | given | self.settings, stderr=log, stdout=log
            )

    async def ready(self) -> None:
        """Wait until it can work. Raises TimeoutError when it never can."""
        async with asyncio.timeout(PATIENCE), ClientSession(timeout=ClientTimeout(total=5)) as session:
            while not await self._is_ready(session):
                continue

    async def _is_ready(self, session: ClientSession) -> bool:
        if self._process is None or self._process.returncode is not None:
            raise RuntimeError(f"the service has ended by itself: {self.log[-2000:]}")
        with suppress(ClientConnectionError, TimeoutError):
            async with session.get(f"http://127.0.0.1:{self.port}/readyz") as answer:
                return answer.status == 200
        await asyncio.sleep(0.05)
        return False

    @property
    def log(self) -> str:
        """What the service has logged so far."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    async def kill(self) -> None:
        """kill -9."""
        await self._end(signal.SIGKILL)

    async def stop(self) -> None:
        """End it as a service manager would."""
        await self._end(signal.SIGTERM)

    async def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        if self._process.returncode is None:
            self._process.send_signal(how)
        await self._process.wait()
        self._process = None
