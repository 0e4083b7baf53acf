"""A whole small Teams on loopback: connector, people, a channel."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from playground.chats import Chats, Person, Team, read_people
from playground.client import Client, Place
from playground.connector import Connector, Record
from playground.courier import Courier
from playground.elements import Json
from playground.faults import Fault, Faults
from playground.files import Files

TENANT = "00000000-0000-4000-8000-0000000000aa"
LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Teams(Place):
    """Start it beside a bot, take a person out of it and let her talk.

    async with Teams("http://127.0.0.1:3978/api/messages") as teams:
        anna = teams.person(1)
        await anna.install()
        await anna.say("hei")
    """

    def __init__(self, bot_url: str, people_file: Path | str | None = None, tenant: str = TENANT) -> None:
        people = read_people(Path(people_file)) if people_file else []
        self.chats, self.faults, self.tenant = Chats(tenant, people), Faults(), tenant
        self.connector = Connector(self.chats, self.faults)
        self.courier = Courier(bot_url, self.faults)
        self.service_url, self.files = "", Files()
        self._clients: dict[str, Client] = {}
        self.channel = self.add_team("Konsultaatioryhmä").general
        self._runner: web.AppRunner | None = None

    @property
    def calls(self) -> deque[Record]:
        """What the bot has asked of the connector, oldest first."""
        return self.connector.calls

    @property
    def headers(self) -> dict[str, str]:
        """Headers that go to the bot with every activity; may be changed in place."""
        return self.courier.headers

    def add_team(self, name: str, *channels: str) -> Team:
        """One more team with these channels besides the general one; the app is not yet installed in it."""
        team = self.chats.team(name)
        team.members.extend(one.person for one in self._clients.values() if one.person not in team.members)
        for channel in channels:
            self.chats.channel(team, channel)
        return team

    def crowd(self, count: int, first: int = 1001) -> list[Person]:
        """Many people who have the app, by number from `first` on; the bot is not told of them."""
        people = [self.chats.person(number) for number in range(first, first + count)]
        for person in people:
            self.chats.personal(person).installed = True
        return people

    def person(self, who: int | str, locale: str | None = None) -> Client:
        """The client of a person, by number or object id; the same one each time."""
        person = self.chats.person(who)
        if person.object_id not in self._clients:
            self._clients[person.object_id] = Client(self.chats, self.courier, person, "fi-FI", self)
            for team in self.chats.teams.values():
                if person not in team.members:
                    team.members.append(person)
        client = self._clients[person.object_id]
        client.locale = locale or client.locale
        return client

    async def start(self, host: str = "127.0.0.1", port: int = 0, app: web.Application | None = None) -> None:
        """Listen on loopback; `app` may bring routes of its own (the page)."""
        if host not in LOOPBACK:
            raise ValueError(f"the playground listens on this machine only, not on {host}")
        app = app or web.Application()
        app.add_routes([*self.connector.routes(), *_fault_routes(self.faults), *self.files.routes()])
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        bound = self._runner.addresses[0][1]
        self.service_url = f"http://{f'[{host}]' if ':' in host else host}:{bound}/"
        await self.courier.start()

    async def stop(self) -> None:
        await self.courier.stop()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()


def _fault_routes(faults: Faults) -> Iterable[web.RouteDef]:
    async def shown(_: web.Request) -> web.Response:
        return web.json_response([_shown(fault) for fault in faults])

    async def add(request: web.Request) -> web.Response:
        try:
            fault = faults.add(Fault.from_json(await request.json()))
        except ValueError as error:
            return web.json_response({"error": str(error)}, status=400)
        return web.json_response(_shown(fault), status=201)

    async def clear(_: web.Request) -> web.Response:
        faults.clear()
        return web.Response(status=204)

    path = "/playground/faults"
    return [web.get(path, shown), web.post(path, add), web.delete(path, clear)]


def _shown(fault: Fault) -> Json:
    return dict(vars(fault))
