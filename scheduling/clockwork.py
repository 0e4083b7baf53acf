"""The scheduler's thread, with an event loop of its own: it hands over what is due, and the service never waits for it.

Exactly one instance leads. An instance that was stopped for a while finds that another leads, and lets go.
"""

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import uuid4

import structlog
from sqlalchemy.ext.asyncio import AsyncConnection

from scheduling.reign import Crown, Reign, watch
from storage import leases
from storage.database import Database
from storage.leases import Deposed, Lease
from storage.one_go import OneGo

log = structlog.get_logger()

LOOK_SECONDS = 0.5
LEASE = "scheduler"


class Clockwork:
    """Leads while nobody else does. What is due is handed over in this thread, and must be taken at once.

    `lasts` is after how long without a sign of it another may lead.
    """

    def __init__(self, database: Database, crown: Crown, lasts: timedelta = leases.LASTS) -> None:
        self._database, self._crown, self._lasts = database, crown, lasts
        self._holder = uuid4().hex
        self._stopped = threading.Event()

    async def run(self) -> None:
        """Work until stopped; breaks as its thread breaks."""
        with ThreadPoolExecutor(1, "scheduler") as thread:
            await asyncio.get_running_loop().run_in_executor(thread, lambda: asyncio.run(self._work()))

    def stop(self) -> None:
        """Finish what has been begun."""
        self._stopped.set()

    async def _work(self) -> None:
        beside = self._database.aside()
        try:
            while not self._stopped.is_set():
                await self._try_to_lead(beside)
                await asyncio.sleep(LOOK_SECONDS)
        finally:
            beside.close()

    async def _try_to_lead(self, beside: OneGo) -> None:
        lease = beside.run(self._take)
        if lease:
            await self._lead(lease, beside)

    async def _take(self, connection: AsyncConnection) -> Lease | None:
        return await leases.take(connection, LEASE, self._holder, self._lasts)

    async def _lead(self, lease: Lease, beside: OneGo) -> None:
        broken, jobs = watch(asyncio.get_running_loop()), self._database.aside()
        reign = Reign(self._crown, beside, jobs, lease)
        try:
            reign.begin()
            while not self._stopped.is_set():
                reign.beat()
                await asyncio.wait({broken}, timeout=LOOK_SECONDS)
                _raise(broken)
        except Deposed:
            log.info("another instance leads")
        finally:
            reign.end()
            jobs.close()


def _raise(broken: "asyncio.Future[BaseException]") -> None:
    if broken.done():
        raise broken.result()
