"""Puts the bot's own parts together and runs them until told to stop."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import ClientSession, TCPConnector, web

from bot.adapter import make_adapter
from bot.afterwards import Afterwards
from bot.connector import Connector
from bot.credentials import no_token, token_source
from bot.desk import Desk
from bot.gateway import Gateway, make_web
from bot.outbox import Outbox
from bot.teams import TeamsBot
from bot.workers import keep_at, stop

KEEP_ALIVE_SECONDS = 15.0
CONNECTIONS = 50


@dataclass(frozen=True)
class Address:
    """Where to listen, and as whom; local mode needs no identity."""

    host: str
    port: int
    local: bool
    app_id: str
    password: str
    tenant: str


@asynccontextmanager
async def serving(desk: Desk, address: Address, woken: asyncio.Event) -> AsyncIterator[int]:
    """The running service; gives the port that it listens on. Raises OSError when the port is taken."""
    token = no_token if address.local else token_source(address.app_id, address.password, address.tenant)
    async with ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session:
        connector = Connector(session, token)
        afterwards = Afterwards()
        bot = TeamsBot(desk, connector, afterwards)
        adapter = make_adapter(address.app_id, address.password, connector)
        adapter.on_turn_error = bot.on_error
        runner = web.AppRunner(
            make_web(Gateway(adapter, bot, desk, local=address.local), local=address.local),
            access_log=None,
            keepalive_timeout=KEEP_ALIVE_SECONDS,
        )
        outbox = Outbox(desk, connector, woken)
        workers = [
            asyncio.create_task(keep_at("outbox", outbox.run)),
            asyncio.create_task(keep_at("afterwards", afterwards.run)),
        ]
        try:
            yield await _listen(runner, address)
        finally:
            await runner.cleanup()
            outbox.stop()
            afterwards.stop()
            await stop(workers)


async def _listen(runner: web.AppRunner, address: Address) -> int:
    await runner.setup()
    await web.TCPSite(runner, address.host, address.port).start()
    bound: int = runner.addresses[0][1]
    return bound


async def until_stopped() -> None:
    """Wait for SIGTERM or SIGINT."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    await stopped.wait()
