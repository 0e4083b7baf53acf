"""The time limits, applied: what is older than the centre's content allows is erased, and a report says so."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from dialogs.forms import Form
from domain.consultations import Status
from domain.moments import local_day
from domain.retention import Purged, Retention, end_of, is_over, kept_since
from storage import access_log, announcement_limits, claims, drafts, identities, inbound, persons, reminders
from storage.access_log import Line
from storage.announcement_tables import announcements
from storage.answers import forget_answers
from storage.consultations import erase, owned_by
from storage.notice_tables import deliveries, notices
from storage.tables import consultations, conversations, events, people, roles
from storage.tables import drafts as draft_rows


@dataclass(frozen=True)
class Rules:
    """What decides: the centre's days, its zone, and the forms whose fields may be kept shorter."""

    days: Retention
    zone: ZoneInfo
    forms: Mapping[str, Form]


@dataclass(frozen=True)
class _Request:
    id: str
    group: str
    end: date


async def purge(connection: AsyncConnection, rules: Rules, now: datetime) -> list[Purged]:
    """Erase what has come to its limit. Returns a line for each kind, those with nothing to do as well.

    Each kind of which something went leaves a line in the access log.
    """
    days, today = rules.days, local_day(now, rules.zone)
    ended = await _ended(connection, rules.zone)
    report = [
        Purged("draft", await drafts.expire(connection, now), f"{days.draft} days after the last change"),
        *await _fields(connection, rules, ended, today),
        Purged(
            "request", await _requests(connection, ended, days.request, today), f"{days.request} days after its end"
        ),
    ]
    over = [one.id for one in ended if is_over(one.end, days.identity, today)]
    left = kept_since(days.identity, now, rules.zone)
    forgotten = sum([await identities.forget(connection, one) for one in over]) + await _people(connection, left, now)
    report.append(Purged("identity", forgotten, f"{days.identity} days after the request's end, or the app's removal"))
    before = kept_since(days.delivery, now, rules.zone)
    report.append(Purged("delivery", await _deliveries(connection, before), f"{days.delivery} days"))
    report.append(Purged("reminder", await reminders.purge(connection, before), f"{days.delivery} days"))
    logged = await access_log.purge(
        connection, await access_log.chain_key(connection), kept_since(days.log, now, rules.zone), now
    )
    report.append(Purged("log", logged, f"{days.log} days"))
    report.append(Purged("claim", await claims.expire(connection, now), "its own expiry"))
    report.append(Purged("inbound", await inbound.forget(connection, now), "48 hours"))
    report += await announcement_limits.purge(connection, days, rules.zone, now)
    await _log(connection, report, now)
    return report


async def _log(connection: AsyncConnection, report: Sequence[Purged], now: datetime) -> None:
    gone: Counter[str] = Counter()
    for one in report:
        gone[one.kind] += one.count
    # What went of the log itself stands in a line of its own, which the chain goes on from.
    del gone["log"]
    for kind, count in (+gone).items():
        line = Line(now, None, "time-limit", "database", "", "done", f"{kind}-{count}")
        await access_log.append(connection, await access_log.chain_key(connection), line)


async def _ended(connection: AsyncConnection, zone: ZoneInfo) -> list[_Request]:
    last = func.max(events.c.at).label("last")
    told = (consultations.c.id, consultations.c.group, consultations.c.status, consultations.c.meeting)
    query = select(*told, consultations.c.sent_at, last).outerjoin(events).group_by(*told, consultations.c.sent_at)
    return [_request(row, zone) for row in (await connection.execute(query)).all()]


def _request(row: Any, zone: ZoneInfo) -> _Request:
    last = local_day(row.last or row.sent_at, zone)
    meeting = None if row.status == Status.WITHDRAWN.value else row.meeting
    return _Request(row.id, row.group, end_of(meeting, last))


async def _fields(connection: AsyncConnection, rules: Rules, ended: Sequence[_Request], today: date) -> list[Purged]:
    report = []
    for group, form in rules.forms.items():
        for days, keys in sorted(form.short_lived().items()):
            over = [one.id for one in ended if one.group == group and is_over(one.end, days, today)]
            count = sum([await forget_answers(connection, one, keys) for one in over])
            report.append(Purged("field", count, f"{days} days: {', '.join(sorted(keys))} of {form.key}"))
    return report


async def _requests(connection: AsyncConnection, ended: Sequence[_Request], days: int, today: date) -> int:
    over = [one.id for one in ended if is_over(one.end, days, today)]
    for one in over:
        await erase(connection, one)
    return len(over)


async def _people(connection: AsyncConnection, before: datetime, now: datetime) -> int:
    # Nobody who still has the app, a role, a draft or a request is forgotten.
    live = select(conversations.c.person).where(
        conversations.c.person.is_not(None),
        conversations.c.ended_at.is_(None) | (conversations.c.ended_at >= before),
    )
    held = select(roles.c.lookup).where(roles.c.ended_at.is_(None))
    query = select(people.c.id).where(
        people.c.first_seen < before,
        people.c.id.not_in(live),
        people.c.lookup.not_in(held),
        people.c.id.not_in(select(draft_rows.c.owner)),
    )
    gone = [one for one in (await connection.scalars(query)).all() if not await owned_by(connection, one)]
    for person in gone:
        await persons.erase(connection, person, now)
    return len(gone)


async def _deliveries(connection: AsyncConnection, before: datetime) -> int:
    # What people have of a session is changed in place as long as it lies ahead: its days begin at its end.
    alive = notices.c.subject.in_(select(announcements.c.id).where(announcements.c.ends_at >= before))
    over = (notices.c.created_at < before) & ~alive
    old = select(notices.c.id).where(over)
    gone = (await connection.execute(delete(deliveries).where(deliveries.c.notice.in_(old)))).rowcount
    await connection.execute(delete(notices).where(over))
    return gone
