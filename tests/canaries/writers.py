"""People who write the canaries into everything that can be written into, and forgers who do so elsewhere."""

import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from cards.verbs import Verb
from playground import Client, Dialog
from playground.elements import Json
from tests.canaries.announcers import hold_session
from tests.canaries.canaries import CODE, NAME, PHRASE, TEXT
from tests.canaries.pens import NOTHING, Choices, data_of, follow, walk, write
from tests.canaries.stage import REFERENCE, Stage
from tests.e2e.walks import words_on

GROUPS = ("haastavat-erot", "master", "ot-nepsy")
# The group that can be asked anonymously, and what is chosen there so that every one of its fields is asked.
ANONYMOUS = GROUPS[0]
CHOICES: tuple[Choices, ...] = (
    {"f.matter": "single", "f.anonymous": "yes", "f.violence": "acute"},
    {"f.matter": "theme", "f.anonymous": "yes"},
)
# Where there is danger, more is asked.
NAMED: Choices = {"f.violence": "acute"}
CLAIM = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}\b")
PATIENCE = ClientTimeout(total=40)
# No answer is an answer too while the service is being killed, or its database is locked.
LOST = (ClientError, TimeoutError)


async def fill_form(stage: Stage, group: str, choices: Choices = NOTHING, *, send: bool = True) -> Dialog | None:
    """A form from beginning to end; its receipt, or None when it did not come through."""
    dialog = await stage.worker.fetch(None, {"verb": Verb.FORM_BEGIN.value, "group": group})
    if not await walk(stage, dialog, group, choices):
        return None
    if send:
        await dialog.submit("Lähetä")
    return dialog


async def _write(stage: Stage, client: Client, dialog: Dialog | None, asks: Verb, sends: Verb) -> None:
    """Open a card that asks for words, and write them."""
    asked = await follow(client, dialog, asks)
    if asked:
        await write(stage, asked, sends)


def _id(receipt: Dialog | None) -> str:
    data = data_of(receipt.card, Verb.OPEN) if receipt and receipt.open else None
    return str(data["id"]) if data else ""


async def _opened(client: Client, which: str, listed: Verb) -> Dialog | None:
    if which:
        return await client.fetch(None, {"verb": Verb.OPEN.value, "id": which})
    return await follow(client, await client.fetch(None, {"verb": listed.value}), Verb.OPEN)


async def _ask(stage: Stage, which: str) -> Dialog | None:
    opened = await _opened(stage.secretary, which, Verb.QUEUE)
    if opened and (take := data_of(opened.card, Verb.TAKE)):
        await opened.send(take)
    await _write(stage, stage.secretary, opened, Verb.ASK_QUESTION, Verb.ASK_QUESTION_SEND)
    return opened


async def talk(stage: Stage, which: str = "") -> str:
    """Take a request, the first there is where none is named; ask, answer, move. Returns what the secretary read."""
    if await _ask(stage, which) is None:
        return ""
    mine = await _opened(stage.worker, which, Verb.OWN)
    await _write(stage, stage.worker, mine, Verb.ANSWER, Verb.ANSWER_SEND)
    last = await _opened(stage.secretary, which, Verb.QUEUE)
    await _write(stage, stage.secretary, last, Verb.MOVE, Verb.MOVE_SEND)
    return str(last.card if last else "")


async def ask_unnamed(stage: Stage, choices: Choices) -> None:
    """Ask for an anonymous consultation; answer by the code alone, and withdraw by it; the secretary looks who asks."""
    sent = await fill_form(stage, ANONYMOUS, choices)
    words = words_on(sent.card if sent else None)
    code, reference = CLAIM.search(words), REFERENCE.search(words)
    if not code or not reference:
        return
    stage.codes.add(code[0])
    typed = {"f.reference": reference[0], "f.code": code[0]}
    opened = await _ask(stage, _id(sent))
    await _write(stage, stage.secretary, opened, Verb.REQUESTER_SHOW, Verb.REQUESTER_SHOW_SEND)
    claimed = await stage.worker.fetch(None, {"verb": Verb.CLAIM.value})
    if await write(stage, claimed, Verb.CLAIM_OPEN, typed):
        await write(stage, claimed, Verb.CLAIM_ANSWER_SEND, typed)
    if data := data_of(claimed.card, Verb.CLAIM_WITHDRAW):
        await claimed.send(data)
        await write(stage, claimed, Verb.CLAIM_WITHDRAW_SURE, typed)


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


async def _ask_and_talk(stage: Stage, group: str) -> str:
    return await talk(stage, _id(await fill_form(stage, group, NAMED)))


async def write_everywhere(stage: Stage, group: str) -> str:
    """All of it once; what is lost on the way is lost. Returns what the secretary could read."""
    unnamed = (ask_unnamed(stage, one) for one in CHOICES)
    for work in (*unnamed, hold_session(stage), say(stage), forge(stage), send_malformed(stage)):
        await _quietly(work)
    try:
        return await _ask_and_talk(stage, group)
    except LOST:
        return ""


async def write_at_once(stage: Stage) -> None:
    """A few writings side by side, where each would take long."""
    keeping = fill_form(stage, GROUPS[-1], send=False)
    await asyncio.gather(*(_quietly(one) for one in (keeping, say(stage), talk(stage))))
