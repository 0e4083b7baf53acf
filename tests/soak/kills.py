"""`kill -9` at random moments while a form is filled in: what was acknowledged is there, and it is sent once."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from aiohttp import ClientError, ClientSession

from playground import Client, Teams
from playground.elements import Json
from storage import tables
from storage.keys import read_key_file
from storage.vault import Box
from tests.figures import Figures
from tests.soak.cards import PREFIX, SHORT, Shown, answers_to, as_typed, read, say
from tests.soak.devices import card_in
from tests.soak.service import Service

GROUP = "haastavat-erot"
PATIENCE = 180.0
DEADLY = 0.3
EARLY = 0.12
COUNTED = ("kills", "in_flight", "starting", "unanswered", "presses", "requests", "doubled")


@dataclass
class Filling:
    """One form on its way: what was acknowledged, and what was pressed without an answer."""

    known: dict[str, str] = field(default_factory=dict)
    unsure: dict[str, set[str]] = field(default_factory=dict)
    sending: bool = False

    def press(self, typed: dict[str, str], keys: frozenset[str]) -> None:
        """A press goes out: until it is answered, each of its fields may be new or old."""
        for key in keys:
            self.unsure.setdefault(key, {self.known.get(key, "")}).add(typed.get(key, ""))

    def acknowledged(self, typed: dict[str, str], keys: frozenset[str]) -> None:
        """It was answered with the next step."""
        for key in keys:
            self.known[key] = typed.get(key, "")
            self.unsure.pop(key, None)

    def lost(self, kept: dict[str, str]) -> list[str]:
        """The answers that are not what they may be."""
        allowed = {key: self.unsure.get(key, {value}) for key, value in self.known.items()}
        return [
            f"{key}: {sorted(values)} was acknowledged, {kept.get(key)!r} is kept"
            for key, values in allowed.items()
            if kept.get(key, "") not in values
        ]


class Walker:
    """A person who fills in one form after another while the service dies under her hands."""

    def __init__(self, service: Service, teams: Teams, rng: Random, kills: int) -> None:
        self.service, self.teams, self.rng, self.most = service, teams, rng, kills
        self.figures = Figures(*COUNTED)
        self.worker, self.secretary = teams.person(1), teams.person(3)

    async def begin(self) -> None:
        """Start the service, and install the app for both sides."""
        await self._start()
        for one in (self.worker, self.secretary):
            await one.install()

    async def _start(self) -> None:
        await self.service.begin()
        while self.figures["kills"] < self.most and self.rng.random() < EARLY:
            await asyncio.sleep(self.rng.uniform(0, 2))
            await self._kill()
            self.figures["starting"] += 1
            await self.service.begin()
        await self.service.ready()

    async def _kill(self) -> None:
        await self.service.kill()
        self.figures["kills"] += 1

    async def press(self, name: str, value: Json) -> Shown | None:
        """Press something, and perhaps kill the service meanwhile; None when no answer came."""
        self.figures["presses"] += 1
        if self.figures["kills"] < self.most and self.rng.random() < DEADLY:
            return await self._deadly(name, value)
        return await self._answer(name, value)

    async def _deadly(self, name: str, value: Json) -> Shown | None:
        pressing = asyncio.create_task(self._answer(name, value))
        await asyncio.sleep(self.rng.choice([0, self.rng.uniform(0, 0.03), self.rng.uniform(0, 0.3)]))
        self.figures["in_flight"] += not pressing.done()
        await self._kill()
        shown = await pressing
        await self._start()
        return shown

    async def _answer(self, name: str, value: Json) -> Shown | None:
        try:
            answer = await self.worker.post(self.worker.activity("invoke", name=name, value=value))
        except (ClientError, TimeoutError):
            self.figures["unanswered"] += 1
            return None
        card = card_in(answer.body)
        if answer.status != 200 or card is None:
            self.figures.problems.append(f"{value} was answered {answer.status} {answer.body}")
            return None
        return read(card)

    async def form(self) -> None:
        """One form, from the beginning until it is sent."""
        filling, before = Filling(), len(requests(self.service.database))
        async with asyncio.timeout(PATIENCE):
            while len(requests(self.service.database)) == before:
                await self._go_on(filling)
        made = list(requests(self.service.database).values())[before:]
        self.figures["requests"] += len(made)
        if len(made) != 1:
            self.figures.problems.append(f"{len(made)} requests were made of one form")
        self.figures.problems += [lost for one in made for lost in filling.lost(one)]

    async def _go_on(self, filling: Filling) -> None:
        """Find the form again, and fill it in until the service dies or it is sent."""
        shown = await self._find(filling)
        before = len(requests(self.service.database))
        while shown and shown.kind in ("step", "review"):
            shown = await self._one(filling, shown)
        if shown and shown.kind == "sent" and len(requests(self.service.database)) == before:
            self.figures.problems.append("a request was acknowledged as sent and is not there")

    async def _find(self, filling: Filling) -> Shown | None:
        """The word `omat` and its button *Jatka*; a new form where none is on its way."""
        own = await self._own()
        if own is None:
            return None
        again = [one for one in own.data("form-resume") if "msteams" in one]
        if not again and filling.known and not filling.sending:
            self.figures.problems.append("a form with acknowledged answers cannot be found any more")
        if not again and filling.sending:
            return None
        data = again[0] if again else {"verb": "form-begin", "group": GROUP}
        return await self.press("task/fetch", {"data": data})

    async def _own(self) -> Shown | None:
        try:
            await self.worker.say("omat")
        except (ClientError, TimeoutError):
            return None
        return read(self.worker.card_of(self.worker.last))

    async def _one(self, filling: Filling, shown: Shown) -> Shown | None:
        if shown.kind == "review":
            return await self._review(filling, shown)
        verb = self.rng.choices(["form-next", "form-back", "form-keep"], [16, 1, 2])[0]
        data = next(iter(shown.data(verb)), None) or shown.data("form-next")[0]
        typed = answers_to(shown, self.rng, SHORT)
        filling.press(typed, shown.keys)
        after = await self.press("task/submit", {"data": data | {PREFIX + key: one for key, one in typed.items()}})
        if after and not after.warned and not after.refused:
            filling.acknowledged(typed, shown.keys)
        return after

    async def _review(self, filling: Filling, shown: Shown) -> Shown | None:
        back = shown.data("form-go")
        if self.rng.random() < 0.2:
            return await self.press("task/submit", {"data": self.rng.choice(back)})
        onward = shown.data("form-send") or shown.data("form-review")
        filling.sending = filling.sending or onward[0]["verb"] == "form-send"
        return await self.press("task/submit", {"data": onward[0]})

    async def arrivals(self) -> None:
        """Every request has its receipt and has arrived; a card that was in flight may be there twice."""
        await self._let_leases_end()
        for reference in requests(self.service.database):
            for client, key in ((self.worker, "summary-receipt"), (self.secretary, "summary-arrived")):
                summary = say(key, reference=reference)
                self.figures["doubled"] += await self._cards(client, summary) - 1

    async def _cards(self, client: Client, summary: str) -> int:
        def there(one: Client) -> int:
            return sum(summary == message.summary for message in one.messages)

        try:
            return int(await client.until(there, 20))
        except TimeoutError:
            self.figures.problems.append(f"never arrived: {summary}")
            return 1

    async def _let_leases_end(self) -> None:
        # What was claimed when the service died is due again a minute later.
        clock = f"http://127.0.0.1:{self.service.port}/local/clock"
        async with ClientSession() as session:
            async with session.get(clock) as answer:
                now = datetime.fromisoformat((await answer.json())["now"])
            async with session.post(clock, json={"now": (now + timedelta(minutes=5)).isoformat()}) as answer:
                answer.raise_for_status()


def requests(database: Path) -> dict[str, dict[str, str]]:
    """Every request, in the order in which they were made: its answers by reference number."""
    query = (
        "SELECT c.reference, c.id, c.key, c.answers, r.key, r.answers FROM consultations c"
        " JOIN requesters r ON r.consultation = c.id ORDER BY c.rowid"
    )
    keyring = read_key_file(database.with_name("master.key"))
    with closing(sqlite3.connect(database, timeout=20)) as connection:
        kept = connection.execute("SELECT id, master, wrapped FROM data_keys").fetchall()
        rows = connection.execute(query).fetchall()
    keys = {key: Box(key, keyring.unwrap(key, master, wrapped)) for key, master, wrapped in kept}
    return {
        reference: _typed(keys[case].open(tables.consultations.c.answers, which, first))
        | _typed(keys[apart].open(tables.requesters.c.answers, which, second))
        for reference, which, case, first, apart, second in rows
    }


def _typed(answers: dict[str, Any]) -> dict[str, str]:
    return {key: as_typed(value) for key, value in answers.items()}


async def kill_often(folder: Path, seed: int, kills: int) -> Figures:
    """Fill in forms until the service has died so many times, and look at what has come of them."""
    service = Service(folder)
    async with Teams(service.url) as teams:
        walker = Walker(service, teams, Random(f"{seed}/kills"), kills)
        try:
            await walker.begin()
            while walker.figures["kills"] < kills:
                await walker.form()
            await walker.arrivals()
        finally:
            await service.stop()
    failed = service.log.count('"turn failed"')
    if failed:
        walker.figures.problems.append(f"{failed} turns failed: {service.log[-3000:]}")
    return walker.figures
