"""Puts the bot's own parts together and runs them until told to stop."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Protocol

from aiohttp import ClientSession, TCPConnector, web

from bot.adapter import Adapter
from bot.afterwards import Afterwards
from bot.connector import Connector
from bot.credentials import Entra, no_token
from bot.desk import Desk
from bot.door import Door
from bot.drawing import Drawer
from bot.files import Files, file_session
from bot.gateway import Gateway, Watch, make_web
from bot.http_log import Told
from bot.mailing import Mailing
from bot.notices import DRAWERS
from bot.outbox import Outbox
from bot.pace import Limits, Pace
from bot.public import add_public
from bot.rosters import Rosters
from bot.signing_keys import SigningKeys
from bot.smtp import Relay
from bot.teams import TeamsBot
from bot.tokens import Tokens
from bot.workers import keep_at, stop

# aiohttp counts them from the connection or the last answer on, so this is also how long a header may take.
IDLE_SECONDS = 10.0
LINGERING_SECONDS = 1.0
CONNECTIONS = 50


class Work(Protocol):
    """What goes on until it is told to stop."""

    async def run(self) -> None:
        """Work, until stopped."""

    def stop(self) -> None:
        """Finish what has been begun."""


@dataclass(frozen=True)
class Address:
    """Where to listen, and as whom."""

    host: str
    port: int
    door: Door


@dataclass(frozen=True)
class Outgoing:
    """How notices go out: how fast, how mails leave if they can, who draws which kind; and what else goes on."""

    limits: Limits | None = None
    relay: Relay | None = None
    drawers: Mapping[str, Drawer] = field(default_factory=lambda: DRAWERS)
    works: Mapping[str, Work] = field(default_factory=dict)


DEFAULT = Outgoing()


@asynccontextmanager
async def serving(
    desk: Desk, address: Address, woken: asyncio.Event, outgoing: Outgoing = DEFAULT
) -> AsyncIterator[int]:
    """The running service; gives the port that it listens on. Raises OSError when the port is taken."""
    door, afterwards, pace = address.door, Afterwards(), Pace(outgoing.limits)
    # Whoever is told how long a broadcast still takes is told at this very pace.
    desk = replace(desk, pace=pace)
    # A queue of its own: a long roster must not keep pressed cards from lasting.
    errands = Afterwards()
    async with (
        ClientSession(connector=TCPConnector(limit=CONNECTIONS)) as session,
        # A session of its own: a broadcast must not take the connections on which people get their answers.
        ClientSession(connector=TCPConnector(limit=pace.limits.at_once)) as broadcasting,
        file_session() as fetching,
        _tokens(session, door) as tokens,
    ):
        known = Known(door)
        connector, sender = known.connector(session), known.connector(broadcasting)
        rosters = Rosters(desk, connector, errands)
        bot = TeamsBot(desk, connector, afterwards, rosters, Files(fetching, door.addresses))
        adapter = Adapter(connector)
        adapter.on_turn_error = bot.on_error
        application = make_web(Gateway(adapter, bot, door, tokens), Watch(desk), local=door.local)
        add_public(application, desk)
        runner = _runner(application)
        outbox = Outbox(desk, sender, woken, pace, outgoing.drawers)
        works: dict[str, Work] = {"outbox": outbox, "afterwards": afterwards, "errands": errands}
        works |= {"rosters": rosters, "mailing": Mailing(desk, outgoing.relay), **outgoing.works}
        workers: list[asyncio.Task[None]] = []
        try:
            port = await _listen(runner, address)
            # Not before: who finds the port taken has sent nothing, and planned nothing.
            workers += [asyncio.create_task(keep_at(name, work.run)) for name, work in works.items()]
            yield port
        finally:
            await runner.cleanup()
            for work in works.values():
                work.stop()
            await stop(workers)


class Known:
    """As whom we send: one token for all that goes out."""

    def __init__(self, door: Door) -> None:
        self._entra = Entra(door.app_id, door.password, door.tenant) if door.password else None
        self._addresses = door.addresses

    def connector(self, session: ClientSession) -> Connector:
        """A way out over this session."""
        if self._entra is None:
            return Connector(session, no_token, self._addresses)
        return Connector(session, self._entra, self._addresses, self._entra.refused)


@asynccontextmanager
async def _tokens(session: ClientSession, door: Door) -> AsyncIterator[Tokens | None]:
    if not door.app_id:
        yield None
        return
    keys = SigningKeys(session, door.metadata_url)
    # Fetched ahead: the first message of the day need not wait for them.
    keys.refresh()
    try:
        yield Tokens(door.app_id, keys)
    finally:
        await keys.close()


def _runner(application: web.Application) -> web.AppRunner:
    # aiohttp's own logger would quote what it could not read, and that may be what a person wrote.
    logger = logging.Logger("http")
    logger.addHandler(Told())
    return web.AppRunner(
        application,
        access_log=None,
        logger=logger,
        keepalive_timeout=IDLE_SECONDS,
        lingering_time=LINGERING_SECONDS,
        auto_decompress=False,
    )


async def _listen(runner: web.AppRunner, address: Address) -> int:
    await runner.setup()
    await web.TCPSite(runner, address.host, address.port).start()
    bound: int = runner.addresses[0][1]
    return bound


def settle() -> None:
    """Once, when all is built: it stays until the end, so that nobody need look through it for garbage.

    Each such look would stop the event loop for a good part of a second, in the middle of a broadcast too.
    """
    gc.collect()
    gc.freeze()


async def until_stopped() -> None:
    """Wait for SIGTERM or SIGINT."""
    stopped, loop = asyncio.Event(), asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    await stopped.wait()
