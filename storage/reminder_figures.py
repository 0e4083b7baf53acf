"""How the reminders fare, in counts: what is planned, told, merged, and left unsaid by which rule and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from domain.nudging import WEEK
from storage import jobs, nudges, progress, reminders
from storage.nudges import DONE, DROPPED, TOLD, WAITING

MERGED = "merged"


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
    by_person, over = await nudges.figures(connection), await reminders.figures(connection)
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
