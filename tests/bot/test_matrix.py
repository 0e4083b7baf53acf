"""Role × verb × ownership, pressed for real: who is not named here is refused, and a refusal leaves nothing behind."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import count, product
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Row, select

from bot.desk import Desk, Reply, Turn
from bot.dispatch import run
from bot.doings import BY_REFERENCE, DOINGS, NO_WORD, SENT_FILE, SENT_LIST, WELCOME, WORDS, Doing
from cards.elements import Surface
from cards.verbs import Verb
from dialogs.address_lists import AddressList
from domain.announcements import State
from domain.consultations import Question
from domain.people import Actor, Role, RoleGrant
from domain.permissions import ANNOUNCEMENT_RULES, REMINDER_RULES, RULES
from domain.registrations import agreed
from playground.teams import TENANT
from storage import announcements, consultations, drafts, histories, people, tables
from storage.database import file_of
from storage.inbound import Arrival
from storage.people import Caller
from storage.trace_tables import access_log
from tests.bot.scenes import LEFT_OUT
from tests.house import open_desk, read_sample_content
from tests.storage.facts import NOW, draft, personal_chat, request
from tests.storage.meets import session
from tests.storage.reminded import remind

OWN, OTHER = "haastavat-erot", "master"
SECRET = "Viestit ovat kiristyneet"

# The whole of who may do what, by verb and by word. What is missing here fails.
EXPECTED: Mapping[str, str] = {
    "home": "anyone",
    "ask": "anyone",
    "ask-group": "anyone",
    "form-begin": "anyone",
    "form-resume": "owner",
    "form-next": "owner",
    "form-back": "owner",
    "form-keep": "owner",
    "form-go": "owner",
    "form-review": "owner",
    "form-send": "owner",
    "draft-delete": "owner",
    "draft-delete-sure": "owner",
    "own": "anyone",
    "consultation-open": "owner or secretary",
    "consultation-take": "secretary",
    "question-ask": "secretary",
    "question-ask-send": "secretary",
    "question-answer": "owner",
    "question-answer-send": "owner",
    "consultation-move": "secretary",
    "consultation-move-send": "secretary",
    "consultation-change": "owner",
    "consultation-withdraw": "owner",
    "consultation-withdraw-sure": "owner",
    "requester-show": "owner or secretary",
    "requester-show-send": "owner or secretary",
    **dict.fromkeys(
        ("claim", "claim-open", "claim-withdraw", "claim-withdraw-sure", "claim-answer-send", "word-claim"), "anyone"
    ),
    "claim-renew": "owner",
    "queue": "any secretary or administrator",
    "figures": "administrator",
    "sessions": "anyone",
    **dict.fromkeys((verb for verb in Verb if verb.startswith(("announcement", "session-call"))), "coordinator"),
    **dict.fromkeys(("announcement-read", "announcement-approve", "announcement-return"), "second reader"),
    **dict.fromkeys(("announcement-open", "announcement-language", "announcement-why"), "anyone"),
    **dict.fromkeys(("session-come", "session-decline"), "anyone"),
    **dict.fromkeys(("feedback", "feedback-send"), "anyone"),
    "feedback-summary": "coordinator",
    **dict.fromkeys((verb for verb in Verb if verb.startswith("reminder")), "owner"),
    "settings-reminders": "anyone",
    "settings": "anyone",
    "settings-language": "anyone",
    **dict.fromkeys(("settings-topics", "settings-hours", "settings-off"), "anyone"),
    **dict.fromkeys(("own-data", "own-data-forget", "own-data-erase", "own-data-erase-sure"), "anyone"),
    "word-consultation": "anyone",
    "word-own": "anyone",
    "word-sessions": "anyone",
    "word-queue": "any secretary or administrator",
    "word-meeting": "anyone",
    "word-announcement": "coordinator",
    "word-settings": "anyone",
    "word-statistics": "anyone",
    "word-help": "anyone",
    "word-cancel": "anyone",
    "word-greeting": "anyone",
    "typed-reference": "owner or secretary",
    "typed-none": "anyone",
    "typed-file": "anyone",
    "typed-list": "coordinator",
    "welcome": "anyone",
}
# What is done to an anonymous request, and what leaves no name because it may be its requester who does it.
OF_ANONYMOUS = {"claim-renew"}
# What may be done from a dialog in a channel.
ABROAD = {"announcement-open", "announcement-language", "announcement-why", "session-come", "session-decline"}
ABROAD |= {"feedback", "feedback-send"}
ANNOUNCED = session(sent_at=NOW)
READING = {"read-announcement", "register"}
ASKING = {"ask", "ask-group", "form-begin", "word-consultation"}
UNNAMED = OF_ANONYMOUS | ASKING | {name for name in EXPECTED if "claim" in name} | {"feedback", "feedback-send"}
DENIED = {"refused-not-found", "refused-draft", "refused-queue", "refused-reminder"}
DENIED |= {"refused-announcements", "refused-announcement", "refused-approval"}
# In which state an announcement is for what is done to it.
STATES = {"announcement-stop": State.OUT, "announcement-go-on": State.STOPPED}
STATES |= dict.fromkeys(("session-call-off", "session-call-off-sure"), State.OUT)
STATES |= dict.fromkeys(("announcement-read", "announcement-approve", "announcement-return"), State.WAITING)
EVERY: Mapping[str, Doing] = {
    **DOINGS,
    **WORDS,
    **{one.name: one for one in (BY_REFERENCE, NO_WORD, SENT_FILE, SENT_LIST, WELCOME)},
}


@dataclass(frozen=True)
class Who:
    """One kind of person. `group` is that of the request, or another."""

    role: Role | None = None
    group: str | None = None
    guest: bool = False

    def may(self, expected: str, owns: bool) -> bool:
        """What the table says."""
        secretary = self.role is Role.SECRETARY and not self.guest
        coordinator = self.role is Role.COORDINATOR and not self.guest
        administrator = self.role is Role.ADMINISTRATOR and not self.guest
        reads = coordinator or administrator
        return {
            "anyone": True,
            "owner": owns,
            "secretary": secretary and self.group == OWN,
            "owner or secretary": owns or (secretary and self.group == OWN),
            "any secretary or administrator": secretary or administrator,
            "administrator": administrator,
            "coordinator": coordinator,
            "second reader": reads and not owns,
        }[expected]


ROLES = (Role.SECRETARY, Role.CHAIR, Role.MEMBER)
KINDS = {
    "nobody in particular": Who(),
    **{f"{role} of the group": Who(role, OWN) for role in ROLES},
    **{f"{role} of another group": Who(role, OTHER) for role in ROLES},
    "coordinator": Who(Role.COORDINATOR),
    "administrator": Who(Role.ADMINISTRATOR),
    "guest": Who(guest=True),
    "guest with a role": Who(Role.SECRETARY, OWN, guest=True),
    "guest who coordinates": Who(Role.COORDINATOR, guest=True),
}


@dataclass
class Service:
    """The service's desk, with somebody else's draft and request on it."""

    desk: Desk
    file: Path
    other: str
    numbers: Any

    async def actor(self, who: Who) -> Actor:
        """Somebody of this kind, who has been here."""
        one = uuid4().hex
        grants = frozenset({RoleGrant(one, who.role, who.group)}) if who.role else frozenset()
        async with self.desk.database.write() as connection:
            met = await people.meet(connection, Caller(TENANT, one, "Nimi"), NOW)
        return replace(met, grants=grants, guest=who.guest)

    async def things(self, owner: str, doing: Doing | None = None) -> tuple[str, str, str]:
        """A fresh draft and a fresh request: the ids of both, and the reference."""
        number = next(self.numbers)
        anonymous, question = doing is not None and doing.name in OF_ANONYMOUS, doing and doing.action == "answer"
        one = request(owner, number, answers={"conflict": SECRET}, anonymous=anonymous)
        async with self.desk.database.write() as connection:
            await consultations.add(connection, one, {"unit": SECRET})
            if question:
                await histories.ask(connection, one.id, Question("", SECRET, "Sihteeri", NOW))
            begun = await drafts.begin(connection, draft(owner, {"conflict": SECRET, "anonymous": "no"}), NOW)
            if doing is not None and doing.action in REMINDER_RULES:
                return begun.id, await remind(connection, owner, "draft-deadline", begun.id), one.reference
            if doing is not None and doing.action in ANNOUNCEMENT_RULES:
                told = session(id=uuid4().hex, author=owner, sent_at=NOW, state=STATES.get(doing.name, State.WRITTEN))
                await announcements.add(connection, told, NOW)
                return begun.id, told.id, one.reference
        return begun.id, one.id, one.reference

    async def press(self, doing: Doing, actor: Actor, things: tuple[str, str, str], **how: Any) -> Reply | None:
        """Press as this person, in her own chat unless `how` says otherwise."""
        which = things[0] if doing.action == "draft" else things[1]
        which = ANNOUNCED.id if doing.action in READING else which
        data = {"verb": doing.name, "id": which, "v": 1, "step": "matter", "mark": agreed(ANNOUNCED)}
        data |= {"group": OWN, "meeting": "2022-10-13", "reference": things[2]}
        data |= {"kind": "session", "of": things[1], "when": "now", "list": "a@kunta.example"}
        typed = {
            "words": "Anna olla.",
            "meeting": "2022-11-10",
            "language": "sv",
            "matter": "single",
            "anonymous": "no",
            "where": "news",
        }
        plain: dict[str, Any] = {"actor": actor, "chat": personal_chat(actor.id), "now": NOW}
        plain |= {"speech": self.desk.speech("fi"), "data": data, "typed": typed}
        plain |= {"arrival": Arrival("a:1", uuid4().hex), "brought": AddressList(["a@kunta.example"])}
        return await run(self.desk, Turn(**(plain | how)), doing)

    def rows(self) -> dict[str, list[str]]:
        """All that is kept but the traces, as it stands in the file: nothing else is asked so often."""
        kept = [one.name for one in tables.metadata.sorted_tables if one.name not in LEFT_OUT - {"people"}]
        with closing(sqlite3.connect(self.file)) as connection:
            return {one: sorted(map(repr, connection.execute(f'SELECT * FROM "{one}"'))) for one in kept}

    async def last_line(self) -> Row[Any]:
        """The newest line of the access log."""
        async with self.desk.database.read() as connection:
            return (await connection.execute(select(access_log).order_by(access_log.c.seq.desc()).limit(1))).one()


@pytest.fixture
async def service(sqlite_url: str) -> AsyncIterator[Service]:
    """One for each test: all that is kept is read at every press, and grew from test to test."""
    desk = await open_desk(sqlite_url, read_sample_content(), asyncio.Event())
    one = Service(desk, file_of(sqlite_url) or Path(), "", count(1))
    async with desk.database.write() as connection:
        await announcements.add(connection, ANNOUNCED, NOW)
    yield replace(one, other=(await one.actor(Who())).id)
    await desk.database.close()


def unjudged(verbs: Iterable[str], doings: Mapping[str, Doing], expected: Mapping[str, str]) -> set[str]:
    """The verbs that have no doing, or no rule, or are not in the table of this test."""
    ruled = {one.name for one in doings.values() if one.action in RULES}
    return {one for one in verbs if one not in ruled or one not in expected}


async def test_every_verb_and_every_word_has_a_rule_and_stands_in_the_table() -> None:
    assert unjudged([*Verb, *WORDS, *EVERY], EVERY, EXPECTED) == set()
    assert set(EXPECTED) == set(EVERY) >= set(Verb) | set(WORDS)


async def test_a_new_verb_fails_this_matrix_until_it_has_a_rule_and_stands_in_the_table() -> None:
    new, verbs = "request-erase", [*Verb, "request-erase"]
    assert unjudged(verbs, EVERY, EXPECTED) == {new}
    without_rule = replace(DOINGS[Verb.OPEN], name=new, action="erase")
    assert unjudged(verbs, {**EVERY, new: without_rule}, {**EXPECTED, new: "owner"}) == {new}
    ruled = replace(without_rule, action="open")
    assert unjudged(verbs, {**EVERY, new: ruled}, EXPECTED) == {new}
    assert unjudged(verbs, {**EVERY, new: ruled}, {**EXPECTED, new: "owner"}) == set()


@pytest.mark.parametrize("owns", [True, False], ids=["owner", "not owner"])
@pytest.mark.parametrize("kind", KINDS)
async def test_who_may_does_it_and_who_may_not_leaves_nothing_but_a_line(
    service: Service, kind: str, owns: bool
) -> None:
    who = KINDS[kind]
    actor = await service.actor(who)
    owner, things = actor.id if owns else service.other, ("", "", "")
    for name, doing in EVERY.items():
        allowed = who.may(EXPECTED[name], owns)
        # An anonymous request's verb on a named one would be refused for that alone; an announcement has its own.
        special = doing.name in OF_ANONYMOUS or doing.action in {**ANNOUNCEMENT_RULES, **REMINDER_RULES}
        if allowed or not things[0] or special:
            things = await service.things(owner, doing)
        before = {} if allowed else service.rows()
        reply = await service.press(doing, actor, things)
        pressed_on, things = things, ("", "", "") if special else things
        line = await service.last_line()
        found = f"{kind}, {name}: {line.outcome} {line.reason}"
        if allowed:
            assert (line.outcome, line.actor) == ("done", None if doing.name in UNNAMED else actor.id), found
            continue
        assert (line.outcome, line.actor, line.reason in DENIED) == ("refused", actor.id, True), found
        assert service.rows() == before, found
        shown = str(reply.card) if reply else ""
        # What she may open may stand below a refusal, what she may not never.
        assert who.may("owner or secretary", owns) or (SECRET not in shown and pressed_on[2] not in shown), found


async def test_what_has_no_rule_is_refused_to_everyone(service: Service) -> None:
    for who in KINDS.values():
        actor = await service.actor(who)
        things = await service.things(actor.id)
        before = service.rows()
        await service.press(replace(DOINGS[Verb.WITHDRAW_SURE], action="erase"), actor, things)
        assert (await service.last_line()).outcome == "refused"
        assert service.rows() == before


@pytest.mark.parametrize("kind", ["channel", "groupChat"])
async def test_outside_of_the_personal_chat_nothing_is_done_on_any_surface(service: Service, kind: str) -> None:
    actor = await service.actor(Who(Role.SECRETARY, OWN))
    things = await service.things(actor.id)
    before = service.rows()
    chat = replace(personal_chat(actor.id), kind=kind, person=None)
    surfaces: list[dict[str, Any]] = [{"surface": one} for one in Surface]
    for name, how in product(EVERY, [*surfaces, {"posted": True}, {"refreshes": True}]):
        if name in ABROAD and how.get("surface") is Surface.DIALOG:
            continue
        reply = await service.press(EVERY[name], actor, things, chat=chat, **how)
        assert reply
        assert service.desk.speech("fi").say("elsewhere-text") in str(reply.card)
        line = await service.last_line()
        assert (line.action, line.outcome, line.reason) == (name, "refused", "elsewhere")
    assert service.rows() == before


async def test_what_everybody_may_know_is_done_in_a_dialog_of_a_channel_too(service: Service) -> None:
    assert {one.name for one in EVERY.values() if one.abroad} == ABROAD
    assert {EVERY[name].action for name in ABROAD} == READING
    actor = await service.actor(Who(guest=True))
    things = await service.things(actor.id)
    for name in sorted(ABROAD):
        chat = replace(personal_chat(actor.id), kind="channel", person=None)
        reply = await service.press(EVERY[name], actor, things, chat=chat, surface=Surface.DIALOG)
        line = await service.last_line()
        assert (line.action, line.outcome, line.kind, line.subject) == (name, "done", "announcement", ANNOUNCED.id)
        assert reply and service.desk.speech("fi").say("elsewhere-text") not in str(reply.card)


@pytest.mark.parametrize("name", [one for one in DOINGS if DOINGS[one].again is not DOINGS[one].handler])
async def test_a_card_that_teams_refreshes_by_itself_changes_nothing(service: Service, name: str) -> None:
    actor = await service.actor(Who(Role.SECRETARY, OWN))
    things = await service.things(actor.id, DOINGS[name] if "announc" in DOINGS[name].action else DOINGS[Verb.ANSWER])
    before = service.rows()
    await service.press(DOINGS[name], actor, things, refreshes=True)
    assert service.rows() == before
