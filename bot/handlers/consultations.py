"""What requester and secretary do with a request: open, take, ask, answer, move, withdraw."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from bot import changes
from bot.changes import keep, stamp
from bot.desk import Desk, Handler, Reply, Turn
from bot.opened import gather, saying, telling, unreachable
from bot.wording import problem_of
from cards.consultations import Opened, arrived_card, opened_card, withdraw_card
from cards.moves import move_card
from cards.questions import words_card
from cards.verbs import Verb
from dialogs.fields import Problem, as_text
from domain.consultations import (
    Consultation,
    Event,
    Question,
    Status,
    check_can_answer,
    check_can_ask,
    check_can_take,
    check_open,
)
from domain.meetings import Meeting, meetings_between
from domain.permissions import authorize
from domain.refusals import Refused
from storage import consultations, drafts, histories
from storage.notices import Notice, tell

MOVE_AHEAD = timedelta(days=200)
MOVE_CHOICES = 6
# Once nobody knows who asked nobody is told of anything: what is said of it instead, where anything is true.
UNTOLD = {
    ("said-asked", "by-code"): "said-asked-by-code",
    ("said-asked", "gone"): None,
    ("said-moved", "by-code"): "said-moved-untold",
    ("said-moved", "gone"): "said-moved-untold",
}


async def _find(turn: Turn, connection: AsyncConnection, action: str) -> Consultation:
    return authorize(turn.actor, action, await consultations.find(connection, turn.text("id"), turn.actor.id))


async def _opened(desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation) -> Opened:
    return await gather(desk, connection, turn.view, turn.actor, found)


async def _show(desk: Desk, turn: Turn, connection: AsyncConnection, said: str | None = None) -> Reply:
    found = await _find(turn, connection, "open")
    one = await _opened(desk, turn, connection, found)
    said = UNTOLD.get((said or "", one.unreachable), said)
    words = turn.view.say(said, reference=found.reference) if said else ""
    return telling(one, opened_card(turn.view, saying(one, words, turn.number("page"))))


async def show(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The whole request, for those who may read it."""
    return await _show(desk, turn, connection)


async def show_by_reference(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The request whose reference number was typed."""
    found = await consultations.find_by_reference(connection, turn.text("reference"), turn.actor.id)
    named = replace(turn, data={"id": found.id if found else ""})
    return await _show(desk, named, connection)


async def take(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The secretary takes the request; pressed again it changes nothing."""
    found = await _find(turn, connection, "take")
    if found.handler != turn.actor.id:
        check_can_take(found)
        changed = replace(found, status=Status.TAKEN, handler=turn.actor.id)
        await keep(turn, connection, changed, Event(stamp(desk, turn, found), "taken"))
    if turn.data.get("opened"):
        return await _show(desk, turn, connection, "said-taken")
    return await taken(desk, turn, connection)


async def taken(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """The secretary's card of a request as it stands now."""
    one = await _opened(desk, turn, connection, await _find(turn, connection, "take"))
    return telling(one, opened_card(turn.view, one) if turn.data.get("opened") else arrived_card(turn.view, one))


async def _words(
    desk: Desk, turn: Turn, connection: AsyncConnection, verb: Verb, problem: Problem | None = None
) -> Reply:
    found = await _find(turn, connection, "open")
    one = await _opened(desk, turn, connection, found)
    return telling(one, words_card(turn.view, one, verb, as_text(turn.words("words")), problem))


async def _check_can_ask(turn: Turn, connection: AsyncConnection, found: Consultation) -> None:
    check_can_ask(found)
    if await unreachable(connection, found, turn.now) == "gone":
        raise Refused("refused-requester-gone")


async def _tell_requester(
    desk: Desk, turn: Turn, connection: AsyncConnection, found: Consultation, notice: Notice
) -> None:
    # Where nobody knows who asked there is no chat either.
    told = [] if await unreachable(connection, found, turn.now) else [found.addressee]
    await tell(connection, notice, told, stamp(desk, turn, found))


async def ask(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks the secretary for her question."""
    await _check_can_ask(turn, connection, await _find(turn, connection, "ask"))
    return await _words(desk, turn, connection, Verb.ASK_QUESTION_SEND)


async def ask_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keeps the question and tells the requester, where she is known, that it waits."""
    found = await _find(turn, connection, "ask")
    words = as_text(turn.words("words"))
    if found.open_question and found.open_question.text == words:
        return await _show(desk, turn, connection, "said-asked")
    await _check_can_ask(turn, connection, found)
    problem = problem_of(desk, turn, found, words)
    if problem:
        return await _words(desk, turn, connection, Verb.ASK_QUESTION_SEND, problem)
    question = Question(uuid4().hex, words, turn.actor.name, stamp(desk, turn, found))
    await histories.ask(connection, found.id, question)
    await keep(turn, connection, found, Event(stamp(desk, turn, found), "asked"))
    await _tell_requester(desk, turn, connection, found, Notice("question", found.id, question.id))
    return await _show(desk, turn, connection, "said-asked")


async def answer(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks the requester for her answer."""
    check_can_answer(await _find(turn, connection, "answer"))
    return await _words(desk, turn, connection, Verb.ANSWER_SEND)


async def answer_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Keeps the answer on the same request and tells the secretary."""
    found = await _find(turn, connection, "answer")
    words = as_text(turn.words("words"))
    if changes.is_answered(found, words):
        return await _show(desk, turn, connection, "said-answered")
    check_can_answer(found)
    problem = problem_of(desk, turn, found, words)
    if problem:
        return await _words(desk, turn, connection, Verb.ANSWER_SEND, problem)
    await changes.answer(desk, turn, connection, found, words)
    return await _show(desk, turn, connection, "said-answered")


def _ahead(desk: Desk, turn: Turn, found: Consultation) -> list[Meeting]:
    group = desk.group(found.group)
    if group.meetings is None:
        return []
    today = desk.today(turn.now)
    ahead = meetings_between(group.key, group.meetings, today, today + MOVE_AHEAD)
    return [one for one in ahead if one.day != found.meeting and one.start > turn.now][:MOVE_CHOICES]


async def _moving(desk: Desk, turn: Turn, connection: AsyncConnection, problem: Problem | None = None) -> Reply:
    found = await _find(turn, connection, "move")
    check_open(found)
    meetings = _ahead(desk, turn, found)
    if not meetings:
        raise Refused("refused-no-meetings")
    one = await _opened(desk, turn, connection, found)
    typed = {"meeting": turn.words("meeting"), "words": as_text(turn.words("words"))}
    return telling(one, move_card(turn.view, one, meetings, typed, problem))


async def move(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks the secretary to which meeting, and why."""
    return await _moving(desk, turn, connection)


async def move_send(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Moves the request to another meeting; both sides see the reason, and the requester hears of it while known."""
    found = await _find(turn, connection, "move")
    wished, reason = turn.words("meeting"), as_text(turn.words("words"))
    if found.meeting and found.meeting.isoformat() == wished:
        return await _show(desk, turn, connection, "said-moved")
    check_open(found)
    if wished not in [one.day.isoformat() for one in _ahead(desk, turn, found)]:
        return await _moving(desk, turn, connection, Problem("problem-meeting"))
    problem = problem_of(desk, turn, found, reason)
    if problem:
        return await _moving(desk, turn, connection, problem)
    moved = replace(found, meeting=date.fromisoformat(wished))
    await keep(turn, connection, moved, Event(stamp(desk, turn, found), "moved", reason))
    asked = desk.form(desk.group(found.group)).asks_from("meetings")
    if asked:
        await drafts.follow_move(connection, found.id, asked.key, wished)
    await _tell_requester(desk, turn, connection, found, Notice("moved", found.id, str(found.version + 1)))
    return await _show(desk, turn, connection, "said-moved")


async def withdraw(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Asks the requester once more."""
    found = await _find(turn, connection, "withdraw")
    check_open(found)
    one = await _opened(desk, turn, connection, found)
    return telling(one, withdraw_card(turn.view, one))


async def withdraw_sure(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
    """Withdraws the request; the group's secretary is told."""
    found = await _find(turn, connection, "withdraw")
    if found.is_open:
        await changes.withdraw(desk, turn, connection, found)
    return await _show(desk, turn, connection, "said-withdrawn")


def _again(said: str, is_there: Callable[[Turn, Consultation], bool]) -> Handler:
    async def draw(desk: Desk, turn: Turn, connection: AsyncConnection) -> Reply:
        found = await _find(turn, connection, "open")
        return await _show(desk, turn, connection, said if is_there(turn, found) else None)

    return draw


# What a second copy of a press gets: the request as it is now, and that the press was done where that shows.
asked = _again("said-asked", lambda turn, one: as_text(turn.words("words")) in [each.text for each in one.questions])
answered = _again(
    "said-answered", lambda turn, one: as_text(turn.words("words")) in [each.answer for each in one.questions]
)
moved = _again(
    "said-moved", lambda turn, one: one.meeting is not None and one.meeting.isoformat() == turn.words("meeting")
)
withdrawn = _again("said-withdrawn", lambda _, one: not one.is_open)
