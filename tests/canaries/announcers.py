"""A coordinator who announces, and those who register and say what they thought; nothing of theirs is about a case.

What is announced is public. Whom she names by an address, who registers by one, what was thought, and a form that was
not saved yet, are not.
"""

import asyncio
import re
import sqlite3
from contextlib import closing, suppress

from aiohttp import ClientError, ClientSession, ClientTimeout

from cards.verbs import Verb
from domain.announcements import Kind
from playground import Client, Dialog
from tests.canaries.canaries import ANNOUNCED, EMAIL, TEXT
from tests.canaries.pens import data_of, walk, write
from tests.canaries.stage import Stage
from tests.e2e.walks import step_of

PATIENCE = ClientTimeout(total=20)
TRIES, PAUSE = 60, 0.05
DAY, PAST = "2030-01-15", "2022-01-15"
# The address in a mail is that of the link which confirms it.
LINK = re.compile(rb"/register/([\w-]+)")


async def _open(client: Client, verb: Verb, which: str) -> Dialog:
    return await client.fetch(None, {"verb": verb.value, "id": which})


async def _press(dialog: Dialog, verb: Verb) -> None:
    if data := data_of(dialog.card, verb) if dialog.open else None:
        await dialog.send(data)


async def leave(stage: Stage, kind: Kind) -> None:
    """Fill in a form with the canaries of a case, and leave it without saving."""
    dialog = await stage.coordinator.fetch(None, {"verb": Verb.ANNOUNCEMENT_NEW.value, "kind": kind.value})
    await walk(stage, dialog, kind.value)


async def send_files(stage: Stage) -> None:
    """A document and a list as files with a client's name; the list goes into a form that is left without saving."""
    for client in (stage.worker, stage.coordinator):
        for data in (TEXT.encode(), f"{EMAIL}\nmuu.{EMAIL}\n{TEXT}".encode("utf-16")):
            stage.writings += 1
            await client.send_file(f"{TEXT}.csv", data, TEXT)
    using = await stage.coordinator.until(lambda one: data_of(one.last.card, Verb.ANNOUNCEMENT_ADDRESSES))
    dialog = await stage.coordinator.fetch(None, using | {"f.where": Kind.NEWS.value})
    stage.reached |= {("file", "list")} if dialog.open and step_of(dialog.card) else set()


async def announce(stage: Stage, kind: Kind) -> str:
    """Write one, have it given back once, and send it. Returns its id; nothing when it did not come so far."""
    dialog = await stage.coordinator.fetch(None, {"verb": Verb.ANNOUNCEMENT_NEW.value, "kind": kind.value})
    if not await walk(stage, dialog, kind.value, words=ANNOUNCED):
        return ""
    await _press(dialog, Verb.FORM_SEND)
    sending = data_of(dialog.card, Verb.ANNOUNCEMENT_SEND_SURE) if dialog.open else None
    if sending is None:
        return ""
    which = str(sending["id"])
    await dialog.send(sending)
    reading = await _open(stage.administrator, Verb.ANNOUNCEMENT_READ, which)
    await write(stage, reading, Verb.ANNOUNCEMENT_RETURN, words=ANNOUNCED)
    await _press(await _open(stage.coordinator, Verb.ANNOUNCEMENT_SEND, which), Verb.ANNOUNCEMENT_SEND_SURE)
    await _press(await _open(stage.administrator, Verb.ANNOUNCEMENT_READ, which), Verb.ANNOUNCEMENT_APPROVE)
    return which


async def register(stage: Stage, which: str) -> None:
    """Without Teams: an address, and another one that is never confirmed."""
    before, page = len(stage.box.mails), stage.service.url.removesuffix("/api/messages")
    async with ClientSession(timeout=PATIENCE) as session:
        for number, name in enumerate(("address", "website")):
            stage.writings += 1
            form = {"address": f"{which[:6]}{number}.{EMAIL}", "language": "fi"} | ({name: EMAIL} if number else {})
            async with session.post(f"{page}/sessions/{which}/register", data=form) as answer:
                await answer.read()
        async with session.post(f"{page}/sessions/{which}/register", data={"address": f"kaksi {EMAIL}"}) as answer:
            await answer.read()
        if token := await _told(stage, before):
            async with session.post(f"{page}/register/{token}", data={"do": "confirm"}) as answer:
                stage.reached |= {("register", "address")} if answer.status == 200 else set()


async def _told(stage: Stage, before: int) -> str:
    for _ in range(TRIES):
        if len(stage.box.mails) > before:
            found = LINK.search(stage.box.mails[-1].replace(b"=\r\n", b""))
            return found[1].decode() if found else ""
        await asyncio.sleep(PAUSE)
    return ""


def _end(stage: Stage, which: str) -> None:
    # The session is over: so much time cannot pass here.
    changed = ", ".join(f"{name} = replace({name}, '{DAY}', '{PAST}')" for name in ("facts", "starts_at", "ends_at"))
    with closing(sqlite3.connect(stage.service.database, timeout=20)) as connection, connection:
        connection.execute(f"UPDATE announcements SET {changed} WHERE id = ?", (which,))


async def look_back(stage: Stage, which: str) -> None:
    """Come to a session, and say what one thought of it once it is over."""
    await _press(await _open(stage.worker, Verb.ANNOUNCEMENT_OPEN, which), Verb.SESSION_COME)
    await asyncio.to_thread(_end, stage, which)
    await write(stage, await _open(stage.worker, Verb.FEEDBACK, which), Verb.FEEDBACK_SEND)
    await _open(stage.coordinator, Verb.FEEDBACK_SUMMARY, which)


async def call_off(stage: Stage, which: str) -> None:
    """Call a session off, and say why."""
    asked = await _open(stage.coordinator, Verb.SESSION_CALL_OFF, which)
    await write(stage, asked, Verb.SESSION_CALL_OFF_SURE, words=ANNOUNCED)


async def announce_every_kind(stage: Stage) -> None:
    """Each kind once, saved and not, and a session that is called off."""
    await send_files(stage)
    for kind in Kind:
        await leave(stage, kind)
        which = await announce(stage, kind)
        if which and kind is Kind.SESSION:
            await call_off(stage, which)


async def hold_session(stage: Stage) -> None:
    """A session from its announcement to what was thought of it, as far as it comes."""
    await leave(stage, Kind.NEWS)
    await send_files(stage)
    if which := await announce(stage, Kind.SESSION):
        with suppress(ClientError):
            await register(stage, which)
        await look_back(stage, which)
