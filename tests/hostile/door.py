"""The running service, as a process of its own, between hostile requests and good ones."""

import asyncio
import json
import sqlite3
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path

from playground import Client, Teams
from tests.figures import Figures
from tests.hostile.openid import Key, OpenId, Signer
from tests.hostile.requests import Forge, every, raw, slow
from tests.soak.service import Service

APP = "11111111-2222-4333-8444-555555555555"
STRANGER = 666
UNKNOWN = 20
# The service asks the key server at most once in five seconds.
PAUSE = 5.3
LONGEST_HEADER = 15.0
PATIENCE = 30.0
# Written by the passing of time alone.
LEFT_OUT = frozenset({"moments", "inbound", "access_log", "leases"})
COUNTED = (
    "hostile_requests",
    "turns",
    "outbound",
    "answers_5xx",
    "key_fetches_of_a_burst",
    "longest_open_seconds",
    "good_requests",
    "slowest_good_seconds",
)


@dataclass
class Doorway:
    """The service, its Teams, the key server, and who knocks."""

    service: Service
    teams: Teams
    openid: OpenId
    signer: Signer
    forge: Forge
    figures: Figures = field(default_factory=lambda: Figures(*COUNTED))

    def hostile(self, name: str, status: int) -> None:
        """A hostile request was answered; 0 is a connection that was closed without a word."""
        self.figures["hostile_requests"] += 1
        self.figures["turns"] += 200 <= status < 300
        self.figures["answers_5xx"] += status >= 500
        if status != 0 and not 400 <= status < 500:
            self.figures.problems.append(f"{name} was answered {status}")

    async def status(self, request: bytes) -> int:
        """Send these bytes; gives the status of the answer, 0 where there was none."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.service.port)
        try:
            writer.write(request)
            async with asyncio.timeout(PATIENCE):
                line = await reader.readline()
        except ConnectionError:
            line = b""
        finally:
            writer.close()
        return int(line.split()[1]) if line.startswith(b"HTTP/") else 0

    async def good(self, client: Client) -> None:
        """A good press, timed; it must be answered with a card, and nothing goes out for it."""
        action = {"type": "Action.Execute", "verb": "home", "data": {"verb": "home"}}
        began = time.monotonic()
        answer = await client.invoke("adaptiveCard/action", {"action": action, "trigger": "manual"})
        took = time.monotonic() - began
        self.figures["good_requests"] += 1
        self.figures.largest("slowest_good_seconds", round(took, 3))
        if answer.status != 200 or answer.card is None:
            self.figures.problems.append(f"a good request was answered {answer.status}")

    async def keep_asking(self, client: Client) -> None:
        """Good requests, one after another, until cancelled."""
        while True:
            await self.good(client)
            await asyncio.sleep(0.03)

    def rows(self) -> dict[str, list[str]]:
        """All that is kept."""
        with closing(sqlite3.connect(self.service.database, timeout=20)) as connection:
            found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            names = sorted({name for (name,) in found} - LEFT_OUT)
            return {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}

    async def quiet(self) -> None:
        """Wait until what the service reads about those who have just come is kept."""
        before: dict[str, list[str]] = {}
        while before != (now := self.rows()):
            before = now
            await asyncio.sleep(1)

    async def at_once(self) -> None:
        """Every hostile request that is answered at once, one after another."""
        for name, request in every(self.forge):
            self.hostile(name, await self.status(request))

    async def slowly(self, name: str, begun: bytes, drop: bytes) -> None:
        """A request that never ends: it is told so, or left, in good time."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.service.port)
        began, rest = time.monotonic(), asyncio.create_task(reader.read())
        writer.write(begun)
        while not rest.done() and time.monotonic() - began < PATIENCE:
            writer.write(drop)
            await asyncio.wait({rest}, timeout=0.5)
        took = time.monotonic() - began
        said = rest.result() if rest.done() and not rest.exception() else b""
        rest.cancel()
        writer.close()
        self.figures.largest("longest_open_seconds", round(took, 1))
        if took > LONGEST_HEADER:
            self.figures.problems.append(f"{name} was open for {took:.1f} s")
        # A good request came before one of them, and was answered.
        last = said.replace(b"HTTP/1.1 200", b"", 1 if "after a good" in name else 0)
        self.hostile(name, int(last.split()[1]) if last.startswith(b"HTTP/") else 0)

    async def rotation(self, old: Key, new: Key, client: Client) -> None:
        """The Connector signs with a new key from one moment to the next; who keeps the old one is out."""
        await asyncio.sleep(PAUSE)
        self.openid.keys[0], self.signer.key = new, new
        await self.good(client)
        retired = Signer(old, APP, self.signer.service_url)
        self.hostile("a retired key", await self.status(self.forge.shown(retired.token())))

    async def burst(self) -> None:
        """Twenty unknown keys at once, while the key server hangs."""
        await asyncio.sleep(PAUSE)
        self.openid.hanging, before = True, self.openid.asked
        signer = self.signer
        tokens = [signer.token(header=signer.header(kid=f"unknown-{number}")) for number in range(UNKNOWN)]
        answers = await asyncio.gather(*(self.status(self.forge.shown(token)) for token in tokens))
        for status in answers:
            self.hostile("an unknown key in a burst", status)
        self.figures["key_fetches_of_a_burst"] = self.openid.asked - before
        self.openid.hanging = False

    async def siege(self, client: Client) -> None:
        """All of it, while good requests go on."""
        asking = asyncio.create_task(self.keep_asking(client))
        slowly = [self.slowly(name, *parts) for name, parts in slow(self.forge).items()]
        old, new = self.signer.key, Key("rotated")
        new.jwk  # noqa: B018  # Made now: it takes a moment.
        await asyncio.gather(*slowly, self._in_order(old, new, client))
        if asking.done():
            asking.result()
        asking.cancel()

    async def _in_order(self, old: Key, new: Key, client: Client) -> None:
        await self.at_once()
        await self.rotation(old, new, client)
        await self.burst()

    async def copies(self, client: Client) -> None:
        """Three copies of a good request at once are one draft."""
        before = len(self.rows()["drafts"])
        data = {"verb": "form-begin", "group": "haastavat-erot"}
        activity = client.activity("invoke", name="task/fetch", value={"data": data})
        body = json.dumps(activity).encode()
        shown = [("Content-Type", "application/json"), ("Authorization", f"Bearer {self.signer.token()}")]
        answers = await asyncio.gather(*(self.status(raw(shown, body)) for _ in range(3)))
        made = len(self.rows()["drafts"]) - before
        if answers != [200] * 3 or made != 1:
            self.figures.problems.append(f"three copies were answered {answers} and made {made} drafts")


@asynccontextmanager
async def doorway(folder: Path) -> AsyncIterator[Doorway]:
    """The service in local mode with an app id: it takes tokens as production does."""
    good, unendorsed, elsewhere = Key("good"), Key("unendorsed", None), Key("elsewhere", ("webchat", "directline"))
    service = Service(folder)
    async with OpenId([good, unendorsed, elsewhere]) as openid, Teams(service.url) as teams:
        signer = Signer(good, APP, teams.service_url)
        teams.courier.token = lambda _: signer.token()
        service.settings = {
            "MicrosoftAppId": APP,
            "MicrosoftAppTenantId": teams.tenant,
            "OT_OPENID_METADATA_URL": openid.url,
            "OT_SERVICE_URLS": teams.service_url,
        }
        forge = Forge(signer, teams.person(STRANGER), unendorsed, elsewhere, Key("foreign"))
        await service.begin()
        try:
            await service.ready()
            yield Doorway(service, teams, openid, signer, forge)
        finally:
            await service.stop()


async def besiege(folder: Path) -> Figures:
    """Let everything hostile knock, and look at what has come of it."""
    async with doorway(folder) as door:
        first, second = door.teams.person(1), door.teams.person(2)
        for one in (first, second):
            await one.install()
            await one.until(lambda client: client.cards)
        await door.quiet()
        figures, before, calls = door.figures, door.rows(), len(door.teams.calls)
        await door.siege(first)
        figures["outbound"] = len(door.teams.calls) - calls
        changed = [name for name, rows in door.rows().items() if rows != before[name]]
        figures["turns"] += len(changed)
        figures.problems += [f"the table {name} has changed" for name in changed]
        await door.copies(second)
        # That the way out, and what is counted at it, has been there all the time.
        await first.say("hei")
        if len(door.teams.calls) != calls + figures["outbound"] + 1:
            figures.problems.append("a good message was not answered through the connector")
        figures.problems += _told(door.service.log)
    return figures


def _told(log: str) -> list[str]:
    events = [json.loads(line)["event"] for line in log.splitlines()]
    return [f"the log says: {one}" for one in events if one in ("turn failed", "request failed", "worker broke")]
