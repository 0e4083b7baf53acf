"""What came of a delivery that was sent, or that could not be: written down, unless somebody else has it by now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, String, and_, bindparam, case, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.database import Moment
from storage.notice_tables import deliveries, notices
from storage.notices import NOT_INSTALLED, TO_REQUESTER, UNKNOWN
from storage.outgoing import MOST_UNCERTAIN, Delivery
from storage.tables import conversations
from storage.vault import Box, Index


@dataclass(frozen=True)
class Result:
    """`state` is sent, new (it is due again), cancelled (until it goes on), unknown or dead.

    `reason` is a key that says why it ended, `message` is the id of what arrived, `due` when it is tried again.
    """

    delivery: Delivery
    state: str
    due: datetime
    message: str = ""
    reason: str = ""

    @property
    def doubled(self) -> int:
        """1 when this one may be there and an earlier one too."""
        may_be_there = self.state in ("sent", UNKNOWN) and not self.delivery.replaces
        return int(may_be_there and self.delivery.uncertain > 0)


def arrived(delivery: Delivery, message: str, now: datetime) -> Result:
    """The target has this revision now."""
    return Result(delivery, "sent", now, message)


def later(delivery: Delivery, due: datetime) -> Result:
    """It did not get through; to be tried again at `due`."""
    return Result(delivery, "new", due)


def unknown(delivery: Delivery, due: datetime) -> Result:
    """Nobody knows whether it arrived; to be sent once more at `due`, unless it was the second time."""
    return Result(delivery, UNKNOWN, due)


def dead(delivery: Delivery, reason: str, now: datetime) -> Result:
    """It can never arrive: this copy ends."""
    return Result(delivery, "dead", now, reason=reason)


def halted(delivery: Delivery, now: datetime) -> Result:
    """It is not to go out now: it waits with the others until its broadcast goes on."""
    return Result(delivery, "cancelled", now)


_IS_OURS = and_(deliveries.c.id == bindparam("which"), deliveries.c.fence == bindparam("as"))
_TOLD = select(notices.c.created_at).where(notices.c.id == deliveries.c.notice).scalar_subquery()
_UNNAMED = and_(deliveries.c.person.is_(None), deliveries.c.channel.is_(None), deliveries.c.guest.is_(None))
# Cancelled while it was on its way: once it is there, it has to show what was said of it since.
_UNWANTED = deliveries.c.wanted == 0
_LAST = select(notices.c.revision).where(notices.c.id == deliveries.c.notice).scalar_subquery()
_WANTED = case((_UNWANTED, _LAST), else_=deliveries.c.wanted)
_IS_BEHIND = bindparam("revision") < _WANTED


def _due(is_over: ColumnElement[bool]) -> ColumnElement[datetime]:
    # When it was due is nobody's business any more: of an anonymous request it would tell the minute.
    return case((is_over, _TOLD), else_=bindparam("until", type_=Moment))


_ARRIVED = (
    update(deliveries)
    .where(_IS_OURS)
    .values(
        state=case((_IS_BEHIND, "new"), else_="sent"),
        reason="",
        seen=bindparam("revision"),
        wanted=_WANTED,
        conversation=case((_UNNAMED, bindparam("digest", type_=String)), else_=bindparam("chat", type_=String)),
        message=bindparam("sealed"),
        uncertain=0,
        doubles=deliveries.c.doubles + bindparam("doubled"),
        due_at=_due(bindparam("revision") >= _WANTED),
    )
)
_BECOMES: BindParameter[str] = bindparam("becomes", type_=String)
_DOUBTS: BindParameter[int] = bindparam("doubts", type_=Integer)
_STOPPED = and_(_UNWANTED, _BECOMES != UNKNOWN)
_FAILED = (
    update(deliveries)
    .where(_IS_OURS)
    .values(
        # What may have arrived is not called off, only not sent again.
        state=case((and_(_STOPPED, _DOUBTS > 0), UNKNOWN), (_STOPPED, "cancelled"), else_=_BECOMES),
        reason=bindparam("why"),
        uncertain=case((and_(_UNWANTED, _DOUBTS > 0), MOST_UNCERTAIN), else_=_DOUBTS),
        doubles=deliveries.c.doubles + bindparam("doubled"),
        due_at=_due(or_(_UNWANTED, _DOUBTS >= MOST_UNCERTAIN, _BECOMES == "dead")),
    )
)

_HER_CHAT = (
    select(conversations.c.id)
    .where(conversations.c.person == bindparam("hers"), conversations.c.kind == "personal")
    .where(conversations.c.ended_at.is_(None))
)
# The app came to her between the look for her chat and this: what was to wait for it waits no more.
_CAME_BACK = (
    update(deliveries)
    .where(_IS_OURS, deliveries.c.state == "dead", _HER_CHAT.exists())
    .values(state="new", reason="", attempts=0, due_at=bindparam("until", type_=Moment))
)


async def record(connection: AsyncConnection, results: Sequence[Result], box: Box | None = None) -> None:
    """Write down what came of these; of what somebody else has taken meanwhile, nothing.

    `box` is that of the index, where the caller has it at hand.
    """
    # In one order for all, as every change of many deliveries locks them.
    ordered = sorted(results, key=lambda one: one.delivery.id)
    sent = [one for one in ordered if one.state == "sent"]
    failed = [one for one in ordered if one.state != "sent"]
    if sent:
        # Sealed, since Teams' ids of messages are the millisecond in which they were sent.
        sealing = box or await vault.box(connection, vault.INDEX)
        await connection.execute(_ARRIVED, [_sent(one, sealing) for one in sent])
    if failed:
        await connection.execute(_FAILED, [_ended(one) for one in failed])
    missed = [
        one for one in failed if one.reason == NOT_INSTALLED and one.delivery.chat is None and one.delivery.person
    ]
    if missed:
        await connection.execute(_CAME_BACK, [_back(one) for one in missed])


def _same(one: Result) -> dict[str, Any]:
    which = one.delivery
    return {"which": which.id, "as": which.fence, "until": one.due, "doubled": one.doubled}


def _back(one: Result) -> dict[str, Any]:
    return {"which": one.delivery.id, "as": one.delivery.fence, "until": one.due, "hers": one.delivery.person}


def _sent(one: Result, box: Box) -> dict[str, Any]:
    which = one.delivery
    chat = which.chat.id if which.chat else ""
    # Whether it has become an anonymous requester's meanwhile is seen when it is written.
    hers = which.unnamed or which.kind in TO_REQUESTER
    digest = Index(box.key).digest("delivery", which.id, chat) if hers else None
    sealed = box.seal(deliveries.c.message, which.id, one.message) if one.message else None
    return _same(one) | {"revision": which.revision, "chat": chat, "digest": digest, "sealed": sealed}


def _ended(one: Result) -> dict[str, Any]:
    doubts = one.delivery.uncertain + (one.state == UNKNOWN)
    return _same(one) | {"becomes": one.state, "why": one.reason, "doubts": doubts}
