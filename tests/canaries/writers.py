"""People who write the canaries into everything that can be written into, and forgers who do so elsewhere."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from cards.verbs import Verb
from playground import Client, Dialog
from playground.elements import Json
from tests.canaries.canaries import CODE, NAME, PHRASE, TEXT
from tests.canaries.stage import Stage
from tests.e2e.walks import step_of, titles

GROUPS = ("haastavat-erot", "master", "ot-nepsy")
# A step may come back with a question of its own, such as whether a name is really meant to stand there.
MOST_TRIES = 3
OTHER = "other"
PATIENCE = ClientTimeout(total=40)
# No answer is an answer too while the service is being killed, or its database is locked.
LOST = (ClientError, TimeoutError)


def _value(asked: Json) -> str:
    kind = asked["type"]
    if kind == "Input.Text":
        return {"Email": "sirkkelina@kanarjalinna.example", "Tel": "040 123 4567"}.get(asked.get("style", ""), TEXT)
    if kind == "Input.ChoiceSet":
        values = [one["value"] for one in asked["choices"]]
        return OTHER if OTHER in values else str(values[0])
    made = {"Input.Number": str(asked.get("min", 1)), "Input.Toggle": "true", "Input.Date": "2030-01-15"}
    return made[kind]


def filled(stage: Stage, card: Any) -> dict[str, str]:
    """Something for every input of a card; wherever words can stand, the canaries."""
    given = {one["id"]: _value(one)[: int(one.get("maxLength", 200))] for one in Client.inputs_of(card)}
    stage.writings += sum("anarjalinna" in one for one in given.values())
    return given


def _data(card: Any, verb: str) -> Json | None:
    found = (one["data"] for one in Client.actions_of(card) if one.get("data", {}).get("verb") == verb)
    return next(found, None)


async def _step(stage: Stage, dialog: Dialog) -> bool:
    step = step_of(dialog.card)
    for _ in range(MOST_TRIES):
        await dialog.submit("Seuraava", filled(stage, dialog.card))
        if not dialog.open or step_of(dialog.card) != step:
            return dialog.open
    return False


async def fill_form(stage: Stage, group: str, *, send: bool = True) -> bool:
    """A form from beginning to end; whether it came through."""
    dialog = await stage.worker.fetch(None, {"verb": Verb.FORM_BEGIN.value, "group": group})
    while dialog.open and step_of(dialog.card) != "review":
        if not await _step(stage, dialog):
            return False
    while dialog.open and "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
    if send and dialog.open:
        await dialog.submit("Lähetä")
    return dialog.open


async def _newest(client: Client, verb: Verb) -> Dialog | None:
    listed = await client.fetch(None, {"verb": verb.value})
    data = _data(listed.card, Verb.OPEN.value)
    return await client.fetch(None, {"verb": Verb.OPEN.value, "id": data["id"]}) if data else None


async def _write(stage: Stage, client: Client, data: Json | None, send: Verb) -> None:
    """Open a card that asks for words, and write them."""
    asked = await client.fetch(None, data) if data else None
    sent = _data(asked.card, send.value) if asked else None
    if asked and sent:
        await asked.send(sent | filled(stage, asked.card))


async def talk(stage: Stage) -> str:
    """Take the newest request, ask, answer, move. Returns all that the secretary could read at the end."""
    opened = await _newest(stage.secretary, Verb.QUEUE)
    if opened is None or not opened.open:
        return ""
    if take := _data(opened.card, Verb.TAKE.value):
        await opened.send(take)
    await _write(stage, stage.secretary, _data(opened.card, Verb.ASK_QUESTION.value), Verb.ASK_QUESTION_SEND)
    mine = await _newest(stage.worker, Verb.OWN)
    await _write(stage, stage.worker, _data(mine.card, Verb.ANSWER.value) if mine else None, Verb.ANSWER_SEND)
    last = await _newest(stage.secretary, Verb.QUEUE)
    await _write(stage, stage.secretary, _data(last.card, Verb.MOVE.value) if last else None, Verb.MOVE_SEND)
    return str(last.card if last else "")


def forged() -> Iterator[Json]:
    """Presses with canaries wherever a card carries something."""
    for verb in [*(one.value for one in Verb), CODE, TEXT]:
        data = {"verb": verb, "id": CODE, "step": TEXT, "group": NAME, "meeting": PHRASE, "page": TEXT, "v": CODE}
        yield data | {"f.words": TEXT, f"f.{NAME}": TEXT, NAME: {PHRASE: [TEXT]}, "reference": TEXT}


async def forge(stage: Stage) -> None:
    """Send all of them, in every way in which a press can come."""
    for data in forged():
        stage.writings += 3
        await stage.worker.fetch(None, data)
        await stage.secretary.invoke("task/submit", {"data": data})
        value = {"action": {"type": "Action.Execute", "verb": data["verb"], "data": data}, "trigger": TEXT}
        await stage.worker.invoke("adaptiveCard/action", value)


async def say(stage: Stage) -> None:
    """Type them, in every kind of chat, and take some of it back."""
    for words in (TEXT, NAME, CODE, f"HE-2022-0001 {PHRASE}"):
        stage.writings += 2
        await stage.worker.say(words)
        await stage.worker.post(stage.worker.activity("message", value={"verb": words, "f.words": words}, text=""))
    await stage.worker.invoke(TEXT, {"data": {"verb": TEXT}})
    activity = stage.worker.activity("message", text=TEXT)
    await stage.worker.post(activity | {"type": "messageUpdate", "channelData": {TEXT: TEXT}})


def malformed(whole: str) -> Iterator[tuple[bytes, str]]:
    """Bodies that are no activities, with their media types."""
    json_type = "application/json"
    yield whole[:-20].encode(), json_type
    yield whole.encode("utf-16"), json_type
    yield whole.encode() + b"\xff\xfe", json_type
    yield whole.encode(), TEXT.encode("ascii", "ignore").decode()
    yield whole.encode(), "text/plain"
    yield f'"{TEXT}"'.encode(), json_type
    yield f'["{TEXT}"]'.encode(), json_type
    yield f'{{"type": ["{TEXT}"], "from": "{TEXT}", "conversation": "{TEXT}"}}'.encode(), json_type
    yield f'{{"type": "{TEXT}", "serviceUrl": "https://{CODE}.example/{TEXT}"}}'.encode(), json_type
    yield (("[" * 5000) + f'"{TEXT}"').encode(), json_type
    yield (f'{{"text": "{TEXT * 8000}"}}').encode(), json_type


async def _post(session: ClientSession, stage: Stage, body: bytes, kind: str) -> None:
    headers = {"Content-Type": kind, "Authorization": f"Bearer {TEXT}", "User-Agent": TEXT, "X-Name": TEXT}
    async with session.post(stage.service.url, data=body, headers=headers) as answer:
        await answer.read()


async def send_malformed(stage: Stage) -> None:
    """Send all of them, and ask for pages that bear such names."""
    async with ClientSession(timeout=PATIENCE) as session:
        for body, kind in malformed(_activity(stage)):
            stage.writings += 1
            await _quietly(_post(session, stage, body, kind))
        for path in (f"/{CODE}", f"/readyz?{CODE}={PHRASE}", f"/api/messages/{NAME}"):
            await _quietly(_get(session, stage.service.url.removesuffix("/api/messages") + path))


def _activity(stage: Stage) -> str:
    return json.dumps(stage.worker.activity("message", text=TEXT))


async def _get(session: ClientSession, url: str) -> None:
    async with session.get(url) as answer:
        await answer.read()


async def _quietly(work: Any) -> None:
    try:
        await work
    except LOST:
        return


async def write_everywhere(stage: Stage, group: str) -> str:
    """All of it once; what is lost on the way is lost. Returns what the secretary could read."""
    for work in (fill_form(stage, group), say(stage), forge(stage), send_malformed(stage)):
        await _quietly(work)
    try:
        return await talk(stage)
    except LOST:
        return ""


async def write_at_once(stage: Stage) -> None:
    """A few writings side by side, where each would take long."""
    keeping = fill_form(stage, GROUPS[-1], send=False)
    await asyncio.gather(*(_quietly(one) for one in (keeping, say(stage), talk(stage))))
