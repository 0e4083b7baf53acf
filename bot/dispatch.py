"""One press or word, in one transaction: once, by whom it may be done, and with its line in the access log."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, time

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.desk import Desk, Reply, Turn
from bot.doings import Doing
from cards.elements import Surface
from cards.home import elsewhere_card, home_card, said_card
from cards.plain import plain
from domain.permissions import admit
from domain.refusals import Refused
from storage import access_log, consultations, inbound
from storage.access_log import Line
from storage.inbound import Happened

# What an id of ours looks like: anything else that a card brings is not written down.
ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Outcome:
    """What came of a turn: done, refused, or again (delivered a second time: no effect)."""

    reply: Reply
    what: str
    reason: str = ""


async def run(desk: Desk, turn: Turn, doing: Doing | None) -> Reply | None:
    """Do it, in one transaction, and answer; None when another copy of the same message answers, or has answered.

    Nothing confidential happens outside of a personal chat; what `Doing.abroad` allows may, in a dialog.
    """
    async with desk.database.write() as connection:
        before = await inbound.arrive(connection, turn.arrival, turn.now) if turn.arrival else None
        if before and turn.posted and not await _is_left(connection, turn):
            return None
        outcome = await _come_to(desk, turn, doing, before, connection)
        await _trace(desk, turn, doing, outcome, connection)
    # Only now is it committed, and only what is committed can be sent.
    if outcome.what == "done":
        desk.wake()
    return outcome.reply


async def _is_left(connection: AsyncConnection, turn: Turn) -> bool:
    return turn.arrival is not None and await inbound.take_over(connection, turn.arrival, turn.now)


async def _come_to(
    desk: Desk, turn: Turn, doing: Doing | None, before: Happened | None, connection: AsyncConnection
) -> Outcome:
    if turn.chat.kind != "personal" and not _is_shown_to_her_alone(turn, doing):
        card = elsewhere_card(turn.view)
        return Outcome(Reply(card, summary=turn.view.say("summary-home")), "refused", "elsewhere")
    if doing is None:
        said = turn.view.say("refused-verb")
        return Outcome(Reply(home_card(turn.view, desk.content.centre, turn.actor, said)), "refused", "refused-verb")
    try:
        # What was refused half-way leaves nothing but its line in the log, in the same transaction.
        async with connection.begin_nested():
            admit(turn.actor, doing.action)
            return await _did(desk, turn, doing, before, connection)
    except Refused as refused:
        return Outcome(await _refusal(desk, turn, doing, refused, connection), "refused", refused.key)


def _is_shown_to_her_alone(turn: Turn, doing: Doing | None) -> bool:
    # A dialog that is opened in a channel is seen by nobody else; what a card answers there might be.
    return doing is not None and doing.abroad and turn.surface is Surface.DIALOG


async def _did(desk: Desk, turn: Turn, doing: Doing, before: Happened | None, connection: AsyncConnection) -> Outcome:
    if before is None and not turn.refreshes:
        reply = await doing.handler(desk, turn, connection)
        return Outcome(reply, "done", reply.reason)
    # A press that made its object did not carry the object's id; the row of the first time does.
    made = {"id": before.subject} if before and before.subject else {}
    reply = await doing.again(desk, replace(turn, data={**made, **turn.data}), connection)
    return Outcome(reply, "again" if before else "done", reply.reason)


async def _trace(desk: Desk, turn: Turn, doing: Doing | None, outcome: Outcome, connection: AsyncConnection) -> None:
    reply, verb = outcome.reply, doing.name if doing else "none"
    about = reply.about or turn.text("id")
    kind = doing.kind(reply) if doing and ID.fullmatch(about) else ""
    # Who began a draft stands in the log: its id beside what was done unnamed would name her.
    # Nor does it say who has begun to ask: nobody's data are touched, and what follows may be anonymous.
    asking = doing is not None and doing.action == "request"
    unnamed = reply.unnamed or asking
    named = bool(kind) and not (kind == "draft" and (unnamed or outcome.what == "refused"))
    subject = about if named and not await _tells_who(outcome, kind, about, connection) else ""
    # What an anonymous requester did is not to be found out by when and where it came in.
    if turn.arrival and outcome.what == "done" and (asking or not reply.unnamed):
        made = about if asking and kind else subject
        await inbound.keep(connection, turn.arrival, Happened(verb, made, turn.number("v")))
    actor, at = (None, _day(desk, turn)) if unnamed else (turn.actor.id or None, turn.now)
    line = Line(at, actor, verb, kind, subject, outcome.what, outcome.reason)
    await access_log.append(connection, await access_log.chain_key(connection), line)


async def _tells_who(outcome: Outcome, kind: str, about: str, connection: AsyncConnection) -> bool:
    # Nobody but who asked and her secretaries was ever given a card of an anonymous request: who presses one in vain,
    # such as after she has been forgotten, is likely who asked.
    if kind != "consultation" or outcome.what != "refused" or outcome.reply.about:
        return False
    return not await consultations.is_named(connection, about)


def _day(desk: Desk, turn: Turn) -> datetime:
    return datetime.combine(desk.today(turn.now), time.min, desk.content.centre.zone)


async def _refusal(desk: Desk, turn: Turn, doing: Doing, refused: Refused, connection: AsyncConnection) -> Reply:
    said = turn.view.say(refused.key, **refused.values)
    if not turn.data.get("id"):
        return Reply(said_card(turn.view, said))
    # Where the press was on a request that this person may see, its present state comes back.
    try:
        async with connection.begin_nested():
            shown = await doing.instead(desk, replace(turn, data={"id": turn.text("id")}), connection)
    except Refused:
        return Reply(said_card(turn.view, said))
    return replace(shown, card=with_notice(shown.card, said))


def with_notice(card: dict[str, object], said: str) -> dict[str, object]:
    """The same card with a sentence that stands first."""
    # A name may stand in it, and in a TextBlock a name could be Markdown.
    words = {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": plain(said)}]}
    note = {"type": "Container", "style": "warning", "items": [words]}
    body = card.get("body")
    return card | {"body": [note, *body]} if isinstance(body, list) else card
