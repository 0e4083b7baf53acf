"""What people thought of a session: once from each, and from nobody in particular.

That somebody has answered stands in one table, as a digest; what was answered in another, without moment or order.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import uuid4

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import vault
from storage.announcement_tables import announcements, feedback, feedback_given, registrations
from storage.notice_tables import deliveries, notices
from storage.upserts import insert_once
from storage.vault import Box

# A number chosen, or a free text, by the key of its question.
Answers = Mapping[str, int | str]


@dataclass(frozen=True)
class Summary:
    """What came together: how many answered, how often each number was chosen, and the free texts by question."""

    given: int = 0
    numbers: Mapping[str, Mapping[int, int]] = field(default_factory=dict)
    texts: Mapping[str, Sequence[str]] = field(default_factory=dict)


async def _tag(connection: AsyncConnection, announcement: str, person: str) -> str:
    return (await vault.index(connection)).digest("feedback", announcement, person)


async def give(connection: AsyncConnection, announcement: str, person: str, answers: Answers, day: date) -> bool:
    """Keep what a person thought; nothing leads from it to her. Returns False when she had answered before."""
    held = select(announcements.c.id).where(announcements.c.id == announcement)
    await connection.execute(held.with_for_update())
    tag = await _tag(connection, announcement, person)
    if not await insert_once(connection, feedback_given, {"announcement": announcement, "tag": tag}):
        return False
    box, one = await _box(connection, announcement), uuid4().hex
    sealed = box.seal(feedback.c.answers, one, dict(answers))
    row = {"id": one, "announcement": announcement, "key": box.id, "answers": sealed, "day": day}
    await connection.execute(feedback.insert().values(row))
    await _shuffle(connection, announcement)
    return True


async def _box(connection: AsyncConnection, announcement: str) -> Box:
    # One key for a session: keys of their own would tell in which order the answers came.
    key = await connection.scalar(select(feedback.c.key).where(feedback.c.announcement == announcement).limit(1))
    return await vault.box(connection, key) if key else await vault.new_box(connection, "feedback")


async def _shuffle(connection: AsyncConnection, announcement: str) -> None:
    # PostgreSQL shows with each row which transaction wrote it, and where: all of the session's are written anew.
    if connection.dialect.name != "postgresql":
        return
    for table, order in ((feedback, feedback.c.id), (feedback_given, feedback_given.c.tag)):
        about = table.c.announcement == announcement
        rows = (await connection.execute(select(table).where(about).order_by(order))).mappings().all()
        await connection.execute(delete(table).where(about))
        await connection.execute(table.insert(), [dict(row) for row in rows])


async def has_given(connection: AsyncConnection, announcement: str, person: str) -> bool:
    """Whether a person has answered."""
    hers = feedback_given.c.tag == await _tag(connection, announcement, person)
    query = select(feedback_given.c.tag).where(feedback_given.c.announcement == announcement, hers)
    return await connection.scalar(query) is not None


async def was_told(connection: AsyncConnection, announcement: str, person: str) -> bool:
    """Whether a person had the session's card, or has answered whether she comes."""
    registered = select(registrations.c.id).where(registrations.c.announcement == announcement)
    had = select(deliveries.c.id).join(notices, notices.c.id == deliveries.c.notice)
    had = had.where(notices.c.kind == "announcement", notices.c.subject == announcement, deliveries.c.seen > 0)
    answered = await connection.scalar(registered.where(registrations.c.person == person))
    return bool(answered or await connection.scalar(had.where(deliveries.c.person == person).limit(1)))


async def summary(connection: AsyncConnection, announcement: str) -> Summary:
    """What came together. The texts are in alphabetical order, so that no two answers can be put together again."""
    rows = (await connection.execute(select(feedback).where(feedback.c.announcement == announcement))).all()
    boxes = await vault.boxes(connection, [row.key for row in rows])
    numbers: dict[str, Counter[int]] = defaultdict(Counter)
    texts: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        _add(boxes[row.key].open(feedback.c.answers, row.id, row.answers), numbers, texts)
    return Summary(len(rows), numbers, {key: sorted(said, key=str.casefold) for key, said in texts.items()})


def _add(answers: Answers, numbers: dict[str, Counter[int]], texts: dict[str, list[str]]) -> None:
    for key, value in answers.items():
        if isinstance(value, int):
            numbers[key][value] += 1
        elif value:
            texts[key].append(value)


async def given_by(connection: AsyncConnection, person: str) -> list[str]:
    """The announcements about whose sessions a person has answered; each is asked, since nothing leads there."""
    tags = {(row.announcement, row.tag) for row in (await connection.execute(select(feedback_given))).all()}
    index = await vault.index(connection)
    return sorted(one for one, tag in tags if tag == index.digest("feedback", one, person))


async def unname(connection: AsyncConnection, person: str) -> None:
    """Forget that a person has answered; what was answered was never hers."""
    for one in await given_by(connection, person):
        hers = feedback_given.c.tag == await _tag(connection, one, person)
        await connection.execute(delete(feedback_given).where(feedback_given.c.announcement == one, hers))


async def forget(connection: AsyncConnection, announcement: str) -> int:
    """Delete all answers about a session, and their key. Returns how many there were."""
    about = feedback.c.announcement == announcement
    keys = (await connection.scalars(select(feedback.c.key).where(about))).all()
    gone = (await connection.execute(delete(feedback).where(about))).rowcount
    await connection.execute(delete(feedback_given).where(feedback_given.c.announcement == announcement))
    await vault.destroy(connection, keys)
    return gone
