"""The sender's side of the ledger: what is due, taking it, and what came of it.

`sending` is committed before a request goes out and its result after it. Who dies between the two leaves a lease that
ends after a minute. Of a first send nobody then knows whether it arrived: it is sent once more. A crash says nothing of
the way to the target, so one that meets a second crash is sent again too; it ends with the second unknown result.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import people, requesters, vault
from storage.notice_tables import WAITING, deliveries, notices
from storage.notices import UNKNOWN, chat_digest
from storage.people import Conversation
from storage.tables import conversations
from storage.tables import people as persons
from storage.vault import Box

LEASE = timedelta(seconds=60)
# So many times may a first send end unknown before only a button sends it again.
MOST_UNCERTAIN = 2
# An outage, or a secret that ran out on a Friday, must not cost anybody a message: three days of trying.
MOST_ATTEMPTS = 300


@dataclass(frozen=True)
class Delivery:
    """One copy of a notice that waits to be sent, or to be replaced in place.

    `message` is the copy that is there already, in `conversation`; `chat` is where the target can be written to now.
    `unnamed` is that of an anonymous requester: the ledger does not say whose it is, nor in which chat it lies.
    `uncertain` counts earlier sends of which nobody knows whether they arrived; `lapsed` says that the last one is
    such a one. `fence` rises with every claim: whoever has a lower one writes nothing any more.
    """

    id: str
    kind: str
    subject: str
    revision: int
    person: str | None
    conversation: str | None
    message: str | None
    attempts: int
    unnamed: bool = False
    channel: str | None = None
    language: str | None = None
    chat: Conversation | None = None
    fence: int = 0
    uncertain: int = 0
    lapsed: bool = False
    occurrence: str = ""

    @property
    def replaces(self) -> bool:
        """Whether a copy is there that this one takes the place of: safe to repeat."""
        return bool(self.message) and self.chat is not None and self.conversation == self.chat.id


# Built once: the same statement for every batch, so that SQLAlchemy compiles it once.
_CHAT = (
    select(conversations.c.id)
    .where(conversations.c.person == deliveries.c.person, conversations.c.kind == "personal")
    .where(conversations.c.ended_at.is_(None))
    .order_by(conversations.c.seen_at.desc())
    .limit(1)
    .correlate(deliveries)
    .scalar_subquery()
)
_DUE = (
    select(
        deliveries,
        notices.c.kind,
        notices.c.subject,
        notices.c.occurrence,
        func.coalesce(persons.c.language, persons.c.locale).label("language"),
        conversations.c.id.label("chat"),
        conversations.c.kind.label("chat_kind"),
        conversations.c.tenant.label("chat_tenant"),
        conversations.c.service_url,
        conversations.c.bot_id,
    )
    .join(notices, notices.c.id == deliveries.c.notice)
    .outerjoin(persons, persons.c.id == deliveries.c.person)
    .outerjoin(
        conversations,
        and_(
            conversations.c.id == func.coalesce(deliveries.c.channel, _CHAT),
            conversations.c.ended_at.is_(None),
        ),
    )
    .where(WAITING, deliveries.c.tenant == bindparam("tenant"), deliveries.c.due_at <= bindparam("now"))
    .where(deliveries.c.id.not_in(bindparam("passed", expanding=True)))
    .where(or_(conversations.c.id.is_(None), conversations.c.id.not_in(bindparam("busy", expanding=True))))
    # As the index has it: thousands are due at one moment, and must not be sorted for each batch.
    .order_by(deliveries.c.due_at)
    .limit(bindparam("most"))
    .with_for_update(of=deliveries, skip_locked=True)
)
_NEXT = (
    select(deliveries.c.tenant, deliveries.c.due_at)
    .where(WAITING, deliveries.c.tenant >= bindparam("from"), deliveries.c.tenant != bindparam("not"))
    .order_by(deliveries.c.tenant, deliveries.c.due_at)
    .limit(1)
)


async def outlook(connection: AsyncConnection) -> dict[str, datetime]:
    """For each tenant with anything to send, when the first of it is due; a look that waits for no writer."""
    found: dict[str, datetime] = {}
    last = {"from": "", "not": "-"}
    while row := (await connection.execute(_NEXT, last)).one_or_none():
        found[row.tenant] = row.due_at
        last = {"from": row.tenant, "not": row.tenant}
    return found


@dataclass(frozen=True)
class Passed:
    """What is not to be looked at now: whole conversations, and single deliveries."""

    busy: Collection[str] = ()
    deliveries: Collection[str] = ()


async def due(
    connection: AsyncConnection, now: datetime, tenant: str, most: int, passed: Passed | None = None
) -> list[Delivery]:
    """What is due in a tenant, oldest first, with all that sending needs; locked for this transaction."""
    left = passed or Passed()
    given = {"now": now, "tenant": tenant, "most": most, "busy": list(left.busy), "passed": list(left.deliveries)}
    rows = (await connection.execute(_DUE, given)).all()
    box = await vault.box(connection, vault.INDEX) if any(row.message for row in rows) else None
    return [await _delivery(connection, row, box) for row in rows]


async def _delivery(connection: AsyncConnection, row: Row[Any], box: Box | None) -> Delivery:
    message = str(box.open(deliveries.c.message, row.id, row.message)) if box and row.message else None
    chat = row.chat and Conversation(row.chat, row.chat_kind, row.chat_tenant, row.service_url, row.bot_id, row.person)
    made = Delivery(
        row.id, row.kind, row.subject, row.wanted, row.person, row.conversation, message, row.attempts + 1,
        channel=row.channel, language=row.language, chat=chat, fence=row.fence, uncertain=row.uncertain,
        lapsed=row.state == "sending", occurrence=row.occurrence,
    )  # fmt: skip
    return made if row.person or row.channel else await _unnamed(connection, made)


async def _unnamed(connection: AsyncConnection, one: Delivery) -> Delivery:
    person = await requesters.person_of(connection, one.subject) or ""
    chat = await people.chat_with(connection, person)
    # Only a digest of her chat is kept: enough to know the same one again.
    same = chat is not None and one.conversation == await chat_digest(connection, one.id, chat.id)
    language = await people.language_of(connection, person)
    where = chat.id if chat and same else None
    return replace(one, person=person, conversation=where, unnamed=True, chat=chat, language=language)


_CLAIM = (
    update(deliveries)
    .where(deliveries.c.id == bindparam("which"))
    .values(
        state=bindparam("becomes"),
        fence=deliveries.c.fence + 1,
        attempts=bindparam("tries"),
        uncertain=bindparam("doubts"),
        doubles=deliveries.c.doubles + bindparam("doubled"),
        due_at=bindparam("until"),
    )
)


async def claim(connection: AsyncConnection, chosen: Sequence[Delivery], now: datetime) -> list[Delivery]:
    """Lease these to the caller for a minute. Returns those that may be sent.

    A first send that lapsed is doubtful from now on; once it was cancelled, or tried too often, it stays unknown.
    """
    doubted = [_doubted(one) for one in chosen]
    rows = [_claimed(before, one, now) for before, one in zip(chosen, doubted, strict=True)]
    if rows:
        await connection.execute(_CLAIM, sorted(rows, key=lambda row: str(row["which"])))
    return [replace(one, fence=one.fence + 1) for one in doubted if not _is_given_up(one)]


def _doubted(one: Delivery) -> Delivery:
    if not one.lapsed or one.replaces:
        return one
    is_over = one.revision == 0 or one.attempts > MOST_ATTEMPTS
    return replace(one, uncertain=MOST_UNCERTAIN if is_over else 1)


def _is_given_up(one: Delivery) -> bool:
    return one.uncertain >= MOST_UNCERTAIN


def _claimed(before: Delivery, one: Delivery, now: datetime) -> dict[str, Any]:
    given_up = _is_given_up(one)
    return {
        "which": one.id,
        "becomes": UNKNOWN if given_up else "sending",
        "tries": one.attempts,
        "doubts": one.uncertain,
        # The one that lapsed may be there beside an earlier one.
        "doubled": 1 if before.lapsed and not before.replaces and before.uncertain else 0,
        "until": now if given_up else now + LEASE,
    }
