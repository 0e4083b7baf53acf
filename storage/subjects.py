"""The subjects of reminders that stand in our tables, as they are now, with the dates that rules count from.

None of them is opened: who they are of, which group and when is all that a rule asks.
"""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.announcements import ASKED, State
from domain.consultations import Status
from domain.manners import Manners
from domain.meetings import Meeting
from domain.occasions import BEHIND, deadline
from domain.occurrences import Anchor, Subject
from domain.reminders import About
from storage.announcement_tables import announcements
from storage.announcements import can_be_found
from storage.tables import consultations, drafts, questions

PAGE = 500


@dataclass(frozen=True)
class Calendar:
    """What the centre's calendar says: its manners, and the meetings near the present, by group."""

    manners: Manners
    now: datetime
    meetings: Mapping[str, Sequence[Meeting]] = field(default_factory=dict)

    def on(self, group: str, day: object) -> Meeting | None:
        """The meeting of a group on a day."""
        return next((one for one in self.meetings.get(group, ()) if one.day == day), None)


def _draft_query(calendar: Calendar) -> Select[Any]:
    query = select(drafts.c.id, drafts.c.group, drafts.c.created_at, drafts.c.expires_at)
    # A change of a request or of an announcement is no form on its way to a deadline. Asked of all three together:
    # by the index of one of them SQLite would sort all drafts anew for each page.
    own = func.coalesce(drafts.c.consultation, drafts.c.announcement, drafts.c.sent_as).is_(None)
    return query.where(own, drafts.c.expires_at > calendar.now, drafts.c.group.in_(sorted(calendar.meetings)))


def _draft(row: Row[Any], calendar: Calendar) -> Subject:
    near = [one for one in calendar.meetings.get(row.group, ()) if one.deadline > row.created_at]
    return Subject(About.DRAFT, row.id, row.created_at, {"deadline": [deadline(one) for one in near]})


_ASKED = (
    select(func.max(questions.c.asked_at))
    .where(questions.c.consultation == consultations.c.id, questions.c.answer.is_(None))
    .correlate(consultations)
    .scalar_subquery()
)


def _request_query(calendar: Calendar) -> Select[Any]:
    one = consultations.c
    query = select(one.id, one.group, one.status, one.meeting, one.sent_at, _ASKED.label("asked"))
    recent = calendar.now - BEHIND
    waits = (one.status == Status.NEW.value) | _ASKED.is_not(None)
    meets = one.meeting >= recent.date()
    return query.where(one.status != Status.WITHDRAWN.value, waits | meets)


def _request(row: Row[Any], calendar: Calendar) -> Subject:
    meeting = calendar.on(row.group, row.meeting)
    dates = {
        "sent": [row.sent_at] if row.status == Status.NEW.value else [],
        "asked": [row.asked] if row.asked else [],
        "meets": [meeting.start] if meeting else [],
    }
    return Subject(About.REQUEST, row.id, row.sent_at, _anchored(dates, calendar))


def _announcement_query(which: ColumnElement[bool]) -> Select[Any]:
    one = announcements.c
    query = select(
        one.id, one.state, one.starts_at, one.ends_at, one.opens_at, one.created_at, one.changed_at, one.sent_at
    )
    return query.where(which)


def _session_query(calendar: Calendar) -> Select[Any]:
    found = can_be_found() & (announcements.c.state != State.CALLED_OFF.value)
    return _announcement_query(found & (announcements.c.ends_at > calendar.now - BEHIND))


def _session(row: Row[Any], calendar: Calendar) -> Subject:
    dates = {"starts": [row.starts_at], "ends": [row.ends_at]}
    if row.opens_at and row.sent_at and row.starts_at > calendar.now:
        dates["opens"] = [row.opens_at]
    # What was announced after a reminder's hour was told by that itself.
    return Subject(About.SESSION, row.id, row.sent_at or row.created_at, _anchored(dates, calendar))


def _waiting_query(_: Calendar) -> Select[Any]:
    return _announcement_query(announcements.c.state.in_(sorted(one.value for one in ASKED)))


def _waiting(row: Row[Any], calendar: Calendar) -> Subject:
    since = row.changed_at or row.created_at
    return Subject(About.ANNOUNCEMENT, row.id, since, _anchored({"waits": [since]}, calendar))


def _anchored(dates: Mapping[str, Sequence[datetime]], calendar: Calendar) -> Mapping[str, Sequence[Anchor]]:
    return {name: [Anchor.of(one, calendar.manners) for one in some] for name, some in dates.items() if some}


@dataclass(frozen=True)
class Kind:
    """How the subjects of one kind are found and read."""

    query: Callable[[Calendar], Select[Any]]
    read: Callable[[Row[Any], Calendar], Subject]
    id: ColumnElement[str]


KINDS: Mapping[About, Kind] = {
    About.DRAFT: Kind(_draft_query, _draft, drafts.c.id),
    About.REQUEST: Kind(_request_query, _request, consultations.c.id),
    About.SESSION: Kind(_session_query, _session, announcements.c.id),
    About.ANNOUNCEMENT: Kind(_waiting_query, _waiting, announcements.c.id),
}


async def find(connection: AsyncConnection, about: About, ids: Sequence[str], calendar: Calendar) -> list[Subject]:
    """Those of these that there is anything to be said about."""
    kind = KINDS[about]
    rows = (await connection.execute(kind.query(calendar).where(kind.id.in_(sorted(ids))))).all()
    return [kind.read(row, calendar) for row in rows]


def page(about: About, last: str, calendar: Calendar) -> Select[Any]:
    """The rows of a kind that come after the one named `last`: a query that goes by the id, and sorts nothing."""
    kind = KINDS[about]
    return kind.query(calendar).where(kind.id > last).order_by(kind.id).limit(PAGE)


async def pages(connection: AsyncConnection, about: About, calendar: Calendar) -> AsyncIterator[list[Subject]]:
    """All of a kind, some at a time, so that it does not matter how many there are."""
    kind, last = KINDS[about], ""
    while True:
        rows = (await connection.execute(page(about, last, calendar))).all()
        if not rows:
            return
        yield [kind.read(row, calendar) for row in rows]
        last = rows[-1].id
