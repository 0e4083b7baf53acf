"""Two secretaries work on one request at once: what was acknowledged is in its history once, and nothing else is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from random import Random

from domain.consultations import Consultation
from domain.people import Role, RoleGrant
from playground import Client
from playground.elements import Json
from storage import consultations
from tests.bot.talk import write_down
from tests.e2e.walks import words_on
from tests.figures import Figures
from tests.house import House, read_sample_content, standing
from tests.soak.cards import Shown, say
from tests.soak.rivals import GROUP, press

SECOND = 150
DAYS = ("2022-11-10", "2022-12-08", "2023-01-12", "2023-02-09")
TRIES = 12
ACKNOWLEDGED = {
    "consultation-take": "said-taken",
    "question-ask-send": "said-asked",
    "consultation-move-send": "said-moved",
}
COUNTED = ("rounds", "presses", "acknowledged")


@dataclass
class Secretary:
    """One of the two: what she does in this round, and what she was told had been done."""

    client: Client
    name: str
    day: str
    presses: int = 0
    acknowledged: list[str] = field(default_factory=list)

    def data(self, verb: str, which: str, version: int) -> Json:
        """The press as her card would send it; her words tell whose it was."""
        typed = {"f.words": f"{verb} {self.name}", "f.meeting": self.day}
        return {"verb": verb, "id": which, "v": version, "opened": 1, **typed}

    async def work(self, which: str, rng: Random) -> None:
        """Take, ask and move, in some order; again with the present version when it had changed meanwhile."""
        for verb in rng.sample(list(ACKNOWLEDGED), len(ACKNOWLEDGED)):
            await asyncio.sleep(rng.uniform(0, 0.01))
            await self._insist(verb, which)

    async def _insist(self, verb: str, which: str) -> None:
        version = 1
        for _ in range(TRIES):
            shown = await press(self.client, self.data(verb, which, version))
            self.presses += 1
            words = words_on(shown.card)
            if say(ACKNOWLEDGED[verb]) in words:
                self.acknowledged.append(verb)
                return
            if say("said-changed-meanwhile") not in words:
                return
            version = _version(shown, which)


def _version(shown: Shown, which: str) -> int:
    carried = [one.get("data", {}) for one in Client.actions_of(shown.card)]
    return next(int(one["v"]) for one in carried if one.get("id") == which and "v" in one)


@asynccontextmanager
async def house_of_two(url: str) -> AsyncIterator[House]:
    """The running service, with a second secretary for the group."""
    content = read_sample_content()
    second = RoleGrant(f"00000000-0000-4000-8000-{SECOND:012d}", Role.SECRETARY, GROUP)
    centre = replace(content.centre, grants=content.centre.grants | {second})
    async with standing(url, replace(content, centre=centre)) as house:
        yield house


async def play(house: House, seed: int, rounds: int) -> Figures:
    """So many rounds, each with a request of its own."""
    figures = Figures(*COUNTED)
    worker = await house.person(1)
    clients = [await house.person(3), await house.person(SECOND)]
    for number in range(rounds):
        rng = Random(f"{seed}/{number}")
        which = await _request(house, worker)
        days = rng.sample(DAYS, 2)
        both = [Secretary(one, name, day) for one, name, day in zip(clients, "AB", days, strict=True)]
        await asyncio.gather(*(one.work(which, Random(f"{seed}/{number}/{one.name}")) for one in both))
        figures["rounds"] += 1
        figures["presses"] += sum(one.presses for one in both)
        figures["acknowledged"] += sum(len(one.acknowledged) for one in both)
        figures.problems += [f"round {number}: {one}" for one in _judge(await _found(house, which), both)]
    return figures


async def _request(house: House, worker: Client) -> str:
    reference = await write_down(house, worker)
    async with house.desk.database.read() as connection:
        return str(await consultations.id_of(connection, reference))


async def _found(house: House, which: str) -> Consultation:
    async with house.desk.database.write() as connection:
        found = await consultations.find(connection, which)
    assert found
    return found


def _judge(one: Consultation, both: list[Secretary]) -> list[str]:
    told = [(verb, each.name) for each in both for verb in each.acknowledged]
    asked = sorted(f"{verb} {name}" for verb, name in told if verb == "question-ask-send")
    moved = sorted(f"{verb} {name}" for verb, name in told if verb == "consultation-move-send")
    taken = [name for verb, name in told if verb == "consultation-take"]
    happened = sorted(event.what for event in one.events)
    notes = [event.note or "" for event in one.events if event.what == "moved"]
    days = {f"consultation-move-send {each.name}": each.day for each in both}
    last = str(one.meeting) if not notes or days[notes[-1]] == str(one.meeting) else f"not {one.meeting}"
    found = [sorted(each.text for each in one.questions), sorted(notes), last, one.version, happened]
    kinds = sorted(["sent", *["asked"] * len(asked), *["moved"] * len(moved), *["taken"] * len(taken)])
    expected = [asked, moved, str(one.meeting), 1 + len(told), kinds]
    return [] if found == expected and len(taken) == 1 else [f"{found} is not {expected}, taken by {taken}"]
