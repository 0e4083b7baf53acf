"""A service in the middle of its work, to be lied to: requests and drafts on their way, and what they hold."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import select

from playground import Client
from playground.client import InvokeResult
from playground.elements import Json
from storage.notice_tables import deliveries
from storage.tables import consultations, drafts, metadata
from tests import ground
from tests.e2e.walks import begin_dialog, send_request, titles, walk_dialog, words_on
from tests.house import House, standing
from tests.laid import copy_file
from tests.postgres import new_database

# Who speaks, by which addresses she is found, and that she spoke, is written down at every press, also of one who may
# do nothing. A refused press keeps a draft alive, and where a draft was left is no answer.
LEFT_OUT = frozenset({"people", "conversations", "addresses", "inbound", "access_log", "data_keys"})
PASSING = frozenset({"changed_at", "expires_at", "step"})
SECRET = "Viestit ovat kiristyneet"

OWNER, STRANGER, SECRETARY, CHAIR, MEMBER, COORDINATOR, ADMINISTRATOR = range(1, 8)

DRAFT_VERBS = ("form-resume", "form-next", "form-back", "form-keep", "form-go", "form-review", "form-send")
OWNER_VERBS = (
    "question-answer",
    "question-answer-send",
    "consultation-change",
    "consultation-withdraw",
    "consultation-withdraw-sure",
)
SECRETARY_VERBS = (
    "consultation-take",
    "question-ask",
    "question-ask-send",
    "consultation-move",
    "consultation-move-send",
)
REQUEST_VERBS = ("consultation-open", *OWNER_VERBS, *SECRETARY_VERBS)

Rows = dict[str, list[str]]


@dataclass
class Scene:
    """Person 1 has a form on its second step but one, a whole one on its review, and two requests."""

    house: House
    open: str
    ready: str
    fresh: str
    asked: str

    async def client(self, number: int) -> Client:
        """A person of the playground."""
        return await self.house.person(number)

    async def rows(self) -> Rows:
        """All that is kept, once everything is delivered."""
        await self._quiet()
        async with self.house.desk.database.read() as connection:
            tables = [one for one in metadata.sorted_tables if one.name not in LEFT_OUT]
            found = {one.name: await ground.rows(connection, one) for one in tables}
        return {name: sorted(_line(row) for row in rows) for name, rows in found.items()}

    async def _quiet(self) -> None:
        waiting = select(deliveries.c.id).where(deliveries.c.state.in_(["new", "sending"])).limit(1)
        for client in [await self.client(OWNER), await self.client(SECRETARY)]:
            await client.until(lambda one: one.cards)
        while True:
            async with self.house.desk.database.read() as connection:
                if await connection.scalar(waiting) is None:
                    return
            self.house.desk.wake()

    async def version(self, draft: str) -> int:
        """The present version of a draft."""
        async with self.house.desk.database.read() as connection:
            return int(await connection.scalar(select(drafts.c.version).where(drafts.c.id == draft)) or 0)

    async def answers(self, draft: str) -> dict[str, Any]:
        """The answers that a draft holds."""
        async with self.house.desk.database.read() as connection:
            return next(dict(one["answers"]) for one in await ground.rows(connection, drafts) if one["id"] == draft)

    @asynccontextmanager
    async def unchanged(self) -> AsyncIterator[None]:
        """Nothing that is kept may change meanwhile."""
        before = await self.rows()
        yield
        after = await self.rows()
        for name, rows in before.items():
            assert after[name] == rows, name


def _line(row: dict[str, Any]) -> str:
    return repr({key: value for key, value in sorted(row.items()) if key not in PASSING})


@contextmanager
def module_database(request: pytest.FixtureRequest, factory: pytest.TempPathFactory) -> Iterator[str]:
    """A new database for a whole module, of the kind that its fixture's parameter names."""
    if request.param == "sqlite":
        url = f"sqlite:///{factory.mktemp('scene') / 'ot-botti.db'}"
        copy_file(request.getfixturevalue("laid_file"), url)
        yield url
        return
    with new_database(request.getfixturevalue("postgres"), request.getfixturevalue("laid_postgres")) as url:
        yield url


@asynccontextmanager
async def scene_on(url: str) -> AsyncIterator[Scene]:
    """The running service with such a scene on this database."""
    async with standing(url) as house:
        worker, secretary = await house.person(OWNER), await house.person(SECRETARY)
        asked, fresh = await _request(house, worker), await _request(house, worker)
        await press(secretary, {"verb": "consultation-take", "id": asked, "opened": 1})
        version = {"id": asked, "v": 2, "f.words": "Ketkä osallistuvat?"}
        await press(secretary, {"verb": "question-ask-send", **version})
        ready = await _draft(worker, "review")
        yield Scene(house, await _draft(worker, "contact"), ready, fresh, asked)


async def _request(house: House, worker: Client) -> str:
    written = await send_request(worker)
    async with house.desk.database.read() as connection:
        query = select(consultations.c.id).where(consultations.c.reference == written)
        return str(await connection.scalar(query))


async def _draft(worker: Client, until: str) -> str:
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, until)
    return str(next(one["data"]["id"] for one in Client.actions_of(dialog.card) if "id" in one.get("data", {})))


async def press(client: Client, data: Any, name: str = "task/submit") -> InvokeResult:
    """Press with exactly this data, on one surface."""
    if name != "adaptiveCard/action":
        return await client.invoke(name, {"data": data})
    verb = data.get("verb") if isinstance(data, dict) else None
    action = {"type": "Action.Execute", "verb": verb, "data": data}
    return await client.invoke(name, {"action": action, "trigger": "manual"})


SURFACES = ("task/submit", "task/fetch", "adaptiveCard/action")


async def pressed(client: Client, data: Json) -> str:
    """Press on every surface, and as an old client does; gives the words of all answers, each a sensible one."""
    said = [sensible(await press(client, data, name)) for name in SURFACES]
    before = len(client.messages)
    answer = await client.send_value(client.last, data)
    assert answer.status < 300, answer
    assert all(one.card for one in client.messages[before:] if one.by_bot), "a turn failed"
    return " ".join(said)


def sensible(result: InvokeResult) -> str:
    """The words of an answer that shows a card; a failure of ours would be a text."""
    assert result.status == 200, result
    assert result.card is not None, result
    return f"{words_on(result.card)} {' '.join(titles(result.card))}"


def request_data(scene: Scene, verb: str, **more: Any) -> Json:
    """A whole press on a request, as its own card would send it."""
    which = scene.asked if verb.startswith("question-answer") else scene.fresh
    return {"verb": verb, "id": which, "v": 1, "f.words": "Anna olla.", "f.meeting": "2022-11-10", **more}
