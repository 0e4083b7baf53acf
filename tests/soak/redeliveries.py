"""Teams delivers again, at once and later: every verb that changes something has one effect on every surface."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import reduce
from itertools import product
from operator import add
from random import Random
from typing import Any
from uuid import uuid4

from sqlalchemy import func, select

from bot.doings import DOINGS
from dialogs.engine import Draft
from domain.announcements import State
from domain.registrations import Coming, agreed
from playground import Client
from playground.courier import Answer
from playground.elements import Json
from storage import (
    announcements,
    claims,
    consultations,
    drafts,
    feedback,
    notices,
    nudges,
    persons,
    preferences,
    registrations,
    tries,
)
from storage.registrations import Registrant
from storage.tables import metadata
from storage.trace_tables import access_log
from tests.bot.talk import person_id, whole_answers, write_down
from tests.figures import Figures
from tests.house import House
from tests.soak.devices import card_in
from tests.soak.rivals import GROUP, press
from tests.storage.meets import held, register, session
from tests.storage.reminded import remind

SURFACES = ("task/submit", "task/fetch", "adaptiveCard/action", "message")
WORDS = ("omat", "konsultaatio", "infot", "jono", "asetukset", "apua", "jotain muuta")
# What moves by itself, and what is written down of every delivery.
PASSING = frozenset({"deliveries", "conversations", "addresses", "moments", "inbound", "access_log", "marks", "leases"})
COMING, DECLINED = Coming.COMING, Coming.DECLINED
FIRST = {"matter": "theme", "anonymous": "no"}

Counted = dict[str, int]
Rows = dict[str, list[str]]
# What one press adds to the rows, and to the versions of drafts and requests.
EFFECTS: dict[str, Counted] = {
    "form-begin": {"data_keys": 1, "drafts": 1, "versions": 1},
    "form-next": {"versions": 1},
    "form-back": {"versions": 1},
    "form-keep": {"versions": 1},
    "form-go": {},
    # The draft's key goes; the case and who asks have one each.
    "form-send": {
        "consultations": 1,
        "data_keys": 1,
        "requesters": 1,
        "events": 1,
        "notices": 2,
        "profiles": 1,
        "versions": 2,
    },
    "draft-delete-sure": {"data_keys": -1, "drafts": -1, "versions": -1},
    "consultation-take": {"events": 1, "versions": 1},
    "question-ask-send": {"questions": 1, "events": 1, "notices": 1, "versions": 1},
    "question-answer-send": {"events": 1, "notices": 1, "versions": 1},
    "consultation-move-send": {"events": 1, "notices": 1, "versions": 1},
    "consultation-change": {"data_keys": 1, "drafts": 1, "versions": 1},
    "consultation-withdraw-sure": {"events": 1, "notices": 1, "versions": 1},
    "announcement-new": {"data_keys": 1, "drafts": 1, "versions": 1},
    "announcement-edit": {"data_keys": 1, "drafts": 1, "versions": 1},
    "announcement-copy": {"data_keys": 1, "drafts": 1, "versions": 1},
    "announcement-addresses": {"data_keys": 1, "drafts": 1, "versions": 1},
    # The announcement itself, and how far it has come.
    "announcement-send-sure": {"notices": 2, "versions": 1},
    "announcement-try": {"notices": 1},
    "announcement-approve": {"notices": 2, "versions": 1},
    "announcement-return": {"notices": 1, "versions": 1},
    "announcement-stop": {"versions": 1},
    "announcement-go-on": {"notices": 1, "versions": 1},
    "announcement-recall-sure": {"notices": 1, "versions": 1},
    "announcement-again": {},
    "session-call-off-sure": {"notices": 1, "versions": 1},
    "settings-language": {},
    "settings-topics": {"preferences": 1, "topics_off": 3},
    "settings-hours": {"preferences": 1},
    "settings-off": {"preferences": 1},
    "settings-reminders": {"preferences": 1},
    "reminder-done": {},
    "reminder-later-send": {},
    # No rule that counts from the same date speaks of it any more.
    "reminder-off-send": {"nudges_off": 2},
    # She waits for a seat; the one who had it gives it to her.
    "session-come": {"registrations": 1},
    "session-decline": {"notices": 1},
    "claim-open": {},
    "claim-withdraw-sure": {"events": 1, "notices": 1, "versions": 1},
    "claim-answer-send": {"events": 1, "notices": 1, "versions": 1},
    "claim-renew": {},
    # The first to answer about a session makes its key.
    "feedback-send": {"feedback": 1, "feedback_given": 1, "data_keys": 1},
    "own-data-forget": {"profiles": -1},
    # Her key goes with her; no second copy writes her down again.
    "own-data-erase-sure": {"people": -1, "data_keys": -1},
}
COUNTED = ("presses", "redeliveries")


@dataclass
class Stage:
    """The people, and what they press on."""

    house: House
    worker: Client
    secretary: Client
    coordinator: Client
    rng: Random
    figures: Figures = field(default_factory=lambda: Figures(*COUNTED))

    async def rows(self) -> Rows:
        """All that is kept and does not move by itself."""
        async with self.house.desk.database.read() as connection:
            kept = [one for one in metadata.sorted_tables if one.name not in PASSING]
            return {one.name: sorted(map(repr, (await connection.execute(select(one))).all())) for one in kept}

    async def counted(self) -> Counted:
        """How many rows there are, and how far the versions have come; asked at once, since it is asked so often."""
        kept = [one for one in metadata.sorted_tables if one.name not in PASSING]
        counts = [select(func.count()).select_from(one).scalar_subquery().label(one.name) for one in kept]
        versions = [metadata.tables[name].c.version for name in ("drafts", "consultations", "announcements")]
        sums = [func.coalesce(select(func.sum(one)).scalar_subquery(), 0) for one in versions]
        async with self.house.desk.database.read() as connection:
            found = (await connection.execute(select(*counts, reduce(add, sums).label("versions")))).mappings().one()
        return {name: int(number) for name, number in found.items()}

    async def done(self, verb: str) -> int:
        """How often the access log says that this was done."""
        wanted = (access_log.c.action == verb) & (access_log.c.outcome == "done")
        async with self.house.desk.database.read() as connection:
            return int(await connection.scalar(select(func.count()).select_from(access_log).where(wanted)) or 0)


async def play(house: House, seed: int, copies: tuple[int, int], least: int) -> Figures:
    """Every verb on every surface, `copies` at once and later, until there were `least` re-deliveries."""
    worker, secretary = await house.person(1), await house.person(3)
    stage = Stage(house, worker, secretary, await house.person(6), Random(seed))
    await write_down(house, worker)
    while stage.figures["redeliveries"] < least:
        for verb, surface in product(EFFECTS, SURFACES):
            await _press(stage, verb, surface, copies)
        for word in WORDS:
            await _say(stage, word, copies)
    return stage.figures


def missing() -> set[str]:
    """The verbs that change something and that nobody delivers again here."""
    return {name for name, one in DOINGS.items() if one.again is not one.handler} - set(EFFECTS)


async def _draft(stage: Stage, step: str, answers: dict[str, Any]) -> Json:
    async with stage.house.desk.database.write() as connection:
        owner = await person_id(stage.house, connection, stage.worker)
        new = Draft("", owner, GROUP, GROUP, "fi", step, answers)
        begun = await drafts.begin(connection, new, stage.house.clock.now())
    return {"id": begun.id, "v": begun.version, "step": step}


async def _first_step(stage: Stage) -> Json:
    return await _draft(stage, "matter", {}) | {f"f.{key}": value for key, value in FIRST.items()}


async def _second_step(stage: Stage) -> Json:
    return await _draft(stage, "about_you", dict(FIRST))


async def _whole(stage: Stage) -> Json:
    return await _draft(stage, "review", whole_answers(stage.house))


async def _to_send(stage: Stage) -> Json:
    shown = await press(stage.worker, {"verb": "form-resume", "id": (await _whole(stage))["id"]})
    while not shown.data("form-send"):
        shown = await press(stage.worker, shown.data("form-review")[0])
    async with stage.house.desk.database.write() as connection:
        await connection.execute(metadata.tables["profiles"].delete())
    return shown.data("form-send")[0]


async def _nothing_begun(stage: Stage) -> Json:
    async with stage.house.desk.database.write() as connection:
        table = metadata.tables["drafts"]
        await connection.execute(table.delete().where(table.c.sent_as.is_(None)))
    return {"group": GROUP}


async def _request(stage: Stage) -> Json:
    reference = await write_down(stage.house, stage.worker)
    async with stage.house.desk.database.read() as connection:
        which = await consultations.id_of(connection, reference)
    typed = {"f.words": f"Sanoja {stage.rng.randrange(10**9)}", "f.meeting": "2022-11-10"}
    return {"id": which, "v": 1, **typed}


async def _question(stage: Stage) -> Json:
    data = await _request(stage)
    await press(stage.secretary, data | {"verb": "question-ask-send"})
    return data | {"v": 2}


async def _language(_: Stage) -> Json:
    return {"f.language": "fi"}


async def _no_wishes(stage: Stage) -> Json:
    async with stage.house.desk.database.write() as connection:
        await preferences.forget(connection, await person_id(stage.house, connection, stage.worker))
    return {"save": 1, "off": 1, "f.topics": "ot-info", "f.from": "20:00", "f.until": "07:00", "f.how": "weekly"}


async def _reminded(stage: Stage) -> Json:
    draft = (await _draft(stage, "matter", {}))["id"]
    async with stage.house.desk.database.write() as connection:
        owner = await person_id(stage.house, connection, stage.worker)
        return {"id": await remind(connection, owner, "draft-deadline", draft), "f.day": "2022-09-30"}


async def _full_session(stage: Stage) -> Json:
    """A session with one seat, which the secretary has."""
    one = replace(session(1), id=announcements.new_id())
    async with stage.house.desk.database.write() as connection:
        await announcements.add(connection, one, stage.house.clock.now())
        has = Registrant(await person_id(stage.house, connection, stage.secretary))
        await registrations.answer(connection, one.id, has, Coming.COMING, stage.house.clock.now())
    return {"id": one.id, "v": one.version, "mark": agreed(one)}


async def _seat_of_hers(stage: Stage) -> Json:
    """A session with one seat, which is hers, and for which the secretary waits."""
    data = await _full_session(stage)
    async with stage.house.desk.database.write() as connection:
        secretary = Registrant(await person_id(stage.house, connection, stage.secretary))
        worker = Registrant(await person_id(stage.house, connection, stage.worker))
        for who, wish in ((secretary, DECLINED), (worker, COMING), (secretary, COMING)):
            await registrations.answer(connection, data["id"], who, wish, stage.house.clock.now())
    return data


async def _anonymous(stage: Stage) -> Json:
    reference = await write_down(stage.house, stage.worker, anonymous=True)
    async with stage.house.desk.database.write() as connection:
        which = await consultations.id_of(connection, reference) or ""
        code = await claims.issue(connection, which, stage.house.clock.now() + timedelta(days=1))
        # Counted before, so that another try adds no row.
        actor = await person_id(stage.house, connection, stage.worker)
        by = await tries.subjects(connection, reference, actor)
        await tries.begin(connection, by, stage.house.clock.now())
        await tries.forgive(connection, by, stage.house.clock.now())
    return {"id": which, "f.reference": reference, "f.code": code}


async def _asked_anonymously(stage: Stage) -> Json:
    data = await _anonymous(stage)
    asked = {"verb": "question-ask-send", "id": data["id"], "v": 1, "f.words": "Onko lapsia kuultu?"}
    await press(stage.secretary, asked)
    return data | {"v": 2, "f.words": f"Sanoja {stage.rng.randrange(10**9)}"}


async def _held(stage: Stage) -> Json:
    one = held(stage.house.clock.now(), uuid4().hex)
    async with stage.house.desk.database.write() as connection:
        await announcements.add(connection, one, stage.house.clock.now())
        await register(connection, one.id, await person_id(stage.house, connection, stage.worker))
    return {"id": one.id, "f.useful": "5", "f.words": "Kiitos."}


async def _known(stage: Stage) -> Json:
    async with stage.house.desk.database.write() as connection:
        owner = await person_id(stage.house, connection, stage.worker)
        await drafts.remember_profile(connection, owner, {"unit": "Perheneuvola"})
    return {}


async def _nothing_left(stage: Stage) -> Json:
    async with stage.house.desk.database.write() as connection:
        owner = await person_id(stage.house, connection, stage.worker)
        for one in await consultations.owned_by(connection, owner, None):
            await consultations.erase(connection, one.id)
        await drafts.remove_all(connection, owner)
        await feedback.unname(connection, owner)
        await connection.execute(metadata.tables["registrations"].delete())
        await persons.forget_known(connection, owner)
        await preferences.forget(connection, owner)
        await nudges.forget(connection, owner)
        await registrations.free(connection, owner, stage.house.clock.now())
    return {}


def _announced(state: State) -> Callable[[Stage], Awaitable[Json]]:
    async def prepare(stage: Stage) -> Json:
        await _nothing_begun(stage)
        async with stage.house.desk.database.write() as connection:
            author = await person_id(stage.house, connection, stage.worker)
            one = session(id=uuid4().hex, author=author, state=state, sent_at=stage.house.clock.now())
            await announcements.add(connection, one, stage.house.clock.now())
            if state is State.STOPPED:
                # It had begun to go out: otherwise nobody knows who has it, and it goes on to nobody.
                await notices.tell(connection, notices.Notice("announcement", one.id), [], stage.house.clock.now())
        return {"of": one.id, "id": one.id, "v": 1, "when": "now", "f.words": "Puhuja sairastui."}

    return prepare


def _form_of(prepare: Callable[[Stage], Awaitable[Json]]) -> Callable[[Stage], Awaitable[Json]]:
    async def without_id(stage: Stage) -> Json:
        return {"of": (await prepare(stage))["of"]}

    return without_id


async def _new_announcement(stage: Stage) -> Json:
    return await _nothing_begun(stage) | {"kind": "news"}


async def _address_list(stage: Stage) -> Json:
    return await _nothing_begun(stage) | {"list": "a@kunta.example", "f.where": "news"}


PREPARED: dict[str, Callable[[Stage], Awaitable[Json]]] = {
    "form-begin": _nothing_begun,
    "form-next": _first_step,
    "form-back": _second_step,
    "form-keep": _first_step,
    "form-go": _whole,
    "form-send": _to_send,
    "draft-delete-sure": _whole,
    "question-answer-send": _question,
    "settings-language": _language,
    "settings-topics": _no_wishes,
    "settings-hours": _no_wishes,
    "settings-off": _no_wishes,
    "settings-reminders": _no_wishes,
    **dict.fromkeys(("reminder-done", "reminder-later-send", "reminder-off-send"), _reminded),
    "session-come": _full_session,
    "session-decline": _seat_of_hers,
    **dict.fromkeys(("claim-open", "claim-withdraw-sure", "claim-renew"), _anonymous),
    "claim-answer-send": _asked_anonymously,
    "announcement-new": _new_announcement,
    "announcement-addresses": _address_list,
    **dict.fromkeys(("announcement-edit", "announcement-copy"), _form_of(_announced(State.OUT))),
    **dict.fromkeys(("announcement-send-sure", "announcement-try"), _announced(State.WRITTEN)),
    **dict.fromkeys(("announcement-approve", "announcement-return"), _announced(State.WAITING)),
    "announcement-go-on": _announced(State.STOPPED),
    **dict.fromkeys(
        ("announcement-stop", "announcement-recall-sure", "announcement-again", "session-call-off-sure"),
        _announced(State.OUT),
    ),
    "feedback-send": _held,
    "own-data-forget": _known,
    "own-data-erase-sure": _nothing_left,
}
SECRETARYS = frozenset({"consultation-take", "question-ask-send", "consultation-move-send"})


def _activity(client: Client, surface: str, data: Json) -> Json:
    if surface == "message":
        return client.activity("message", value=data, replyToId=client.cards[0].id)
    if surface.startswith("task/"):
        return client.activity("invoke", name=surface, value={"data": data})
    action = {"type": "Action.Execute", "verb": data["verb"], "data": data}
    value = {"action": action, "trigger": "manual"}
    return client.activity("invoke", name=surface, value=value, replyToId=client.cards[0].id)


async def _deliver(stage: Stage, client: Client, activity: Json, many: int) -> list[Answer]:
    async def one() -> Answer:
        await asyncio.sleep(stage.rng.uniform(0, 0.01))
        return await client.post(activity)

    return list(await asyncio.gather(*(one() for _ in range(many))))


async def _press(stage: Stage, verb: str, surface: str, copies: tuple[int, int]) -> None:
    coordinators = verb.startswith(("announcement", "session-call"))
    client = stage.coordinator if coordinators else stage.secretary if verb in SECRETARYS else stage.worker
    # Who was erased comes anew.
    await press(client, {"verb": "home"})
    data = await PREPARED.get(verb, _request)(stage) | {"verb": verb}
    activity, welcome = _activity(client, surface, data), client.cards[0]
    before, done, drawn = await stage.counted(), await stage.done(verb), welcome.updates
    answers = await _deliver(stage, client, activity, copies[0])
    rows, after = await stage.rows(), await stage.counted()
    answers += await _deliver(stage, client, activity, copies[1])
    stage.figures["presses"] += 1
    stage.figures["redeliveries"] += len(answers) - 1
    found = {name: after[name] - before[name] for name in after if after[name] != before[name]}
    wrong = {f"effect {found}": found != EFFECTS[verb], "later": await stage.rows() != rows}
    wrong["log"] = await stage.done(verb) - done != 1
    wrong["answer"] = surface != "message" and not all(card_in(one.body) for one in answers)
    wrong["drawn"] = surface == "message" and welcome.updates - drawn != 1
    stage.figures.problems += [f"{verb} on {surface}: {name}" for name, value in wrong.items() if value]


async def _say(stage: Stage, word: str, copies: tuple[int, int]) -> None:
    client = stage.worker
    before = _said(client)
    activity = client.activity("message", text=word)
    for many in copies:
        await _deliver(stage, client, activity, many)
    stage.figures["presses"] += 1
    stage.figures["redeliveries"] += sum(copies) - 1
    if _said(client) - before != 1:
        stage.figures.problems.append(f"{word} was answered {_said(client) - before} times")


def _said(client: Client) -> int:
    # Notices come by themselves; the answers to words have another notification text.
    notices = ("HE-", "OT-info")
    told = [one.summary or "" for one in client.messages if one.by_bot]
    return len([one for one in told if not any(notice in one for notice in notices)])
