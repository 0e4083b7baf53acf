"""How the reminders fare, in counts: what is planned, told, merged, and left unsaid by which rule and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import WEEK
from storage import jobs, progress, reminders
from storage.notice_tables import deliveries
from storage.notice_tables import notices as cards
from storage.nudges import BUNDLE, DONE, DROPPED, TOLD, UNNAMED, WAITING
from storage.reminder_tables import nudges as shares
from storage.reminder_tables import reminders as fired

MERGED = "merged"
# Why a card was not sent after all, as it is said of the reminders on it; every other end is trouble on the way.
WITHHELD: Mapping[str, str] = {"nothing": "untrue", "off": "off"}
UNREACHED = "unreached"


@dataclass(frozen=True)
class ReminderFigures:
    """Counts of reminders; `dropped` by rule and reason, `late` came after their hour, `stuck` are a week's messages.

    `planned` is what the job store has: what falls due in the next fourteen days.
    """

    planned: int = 0
    waiting: int = 0
    told: int = 0
    merged: int = 0
    late: int = 0
    stuck: int = 0
    dropped: Mapping[tuple[str, str], int] = field(default_factory=dict)


async def find(connection: AsyncConnection, now: datetime) -> ReminderFigures:
    """How the reminders fare now."""
    by_person, over = await _by_person(connection), await reminders.figures(connection)
    states, dropped = Counter[str](), Counter[tuple[str, str]]()
    for (rule, state, reason), count in by_person.items():
        states[MERGED if reason == MERGED else state] += count
        if state == DROPPED and reason != MERGED:
            dropped[rule, reason] += count
    for (rule, reason, _), count in over.items():
        dropped[rule, reason] += count if reason else 0
    return ReminderFigures(
        planned=await jobs.count(connection),
        waiting=states[WAITING],
        told=states[TOLD] + states[DONE],
        merged=states[MERGED],
        late=sum(count for (_, _, late), count in over.items() if late),
        stuck=(await progress.stock(connection, now - WEEK)).all,
        dropped={key: dropped[key] for key in sorted(+dropped)},
    )


async def _by_person(connection: AsyncConnection) -> Mapping[tuple[str, str, str], int]:
    """How many shares there are, by rule, state and reason; what stands on a card that never came was not told."""
    unnamed = shares.c.person.is_(None)
    of_it = and_(
        cards.c.kind == case((unnamed, UNNAMED), else_=BUNDLE),
        cards.c.subject == case((unnamed, fired.c.subject), else_=shares.c.bundle),
        cards.c.occurrence == case((unnamed, shares.c.id), else_=""),
    )
    never = (shares.c.state == TOLD) & (deliveries.c.state == "dead") & deliveries.c.message.is_(None)
    why = case(WITHHELD, value=deliveries.c.reason, else_=UNREACHED)
    by = (
        fired.c.rule,
        case((never, DROPPED), else_=shares.c.state).label("state"),
        case((never, why), else_=shares.c.reason).label("reason"),
    )
    each = select(*by).join_from(shares, fired).outerjoin(cards, of_it)
    each_one = each.outerjoin(deliveries, deliveries.c.notice == cards.c.id).subquery()
    counted = select(*each_one.c, func.count().label("all")).group_by(*each_one.c)
    return {(row.rule, row.state, row.reason): row.all for row in (await connection.execute(counted)).all()}
