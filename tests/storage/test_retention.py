"""The time limits: each kind goes when its days are over, not a day earlier, and the report says by which rule."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from dialogs.forms import Form
from domain.consultations import Event, Status
from domain.people import Role, RoleGrant
from domain.retention import Retention
from storage import access_log, consultations, drafts, histories, notice_tables, people, requesters, tables
from storage.access_log import Line
from storage.database import Database
from storage.notices import Notice, tell
from storage.retention import Rules, purge
from storage.trace_tables import access_log as log_table
from tests.house import HELSINKI, read_sample_content
from tests.storage import meets
from tests.storage.facts import NOW, draft, person, personal_chat, sent

MEETING = date(2022, 10, 13)
DAYS = Retention(draft=30, request=100, identity=50, delivery=20, log=60)


def form_of(days: int | None = None) -> Form:
    """The sample form, one field of which may be kept for less."""
    form = read_sample_content().forms["haastavat-erot"]
    steps = [
        replace(step, fields=[replace(one, keep_days=days if one.key == "conflict" else None) for one in step.fields])
        for step in form.steps
    ]
    return replace(form, steps=steps)


def rules(forms: Mapping[str, Form] | None = None) -> Rules:
    return Rules(DAYS, HELSINKI, forms or {"haastavat-erot": form_of()})


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


async def purged(database: Database, day: date, given: Rules | None = None) -> dict[str, int]:
    """What goes on that day, by kind; kinds of which nothing goes are left out."""
    async with database.write() as connection:
        report = await purge(connection, given or rules(), noon(day))
    assert all(one.rule for one in report)
    return {one.kind: one.count for one in report if one.count}


async def test_a_request_goes_whole_when_its_days_after_the_meeting_are_over(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, meeting=MEETING)
    last = MEETING + timedelta(days=DAYS.request)
    assert "request" not in await purged(database, last)
    assert (await purged(database, last + timedelta(days=1)))["request"] == 1
    async with database.read() as connection:
        assert await consultations.find(connection, one.id) is None
        left = select(func.count()).where(tables.data_keys.c.purpose.in_(["case", "identity"]))
        assert await connection.scalar(left) == 0


async def test_who_asked_goes_before_what_was_asked(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, meeting=MEETING)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(owner.id), NOW)
    last = MEETING + timedelta(days=DAYS.identity)
    assert "identity" not in await purged(database, last)
    assert (await purged(database, last + timedelta(days=1)))["identity"] == 1
    async with database.read() as connection:
        found = await consultations.find(connection, one.id)
        assert found and found.owner is None
        assert await requesters.person_of(connection, one.id) is None


async def test_what_happened_after_the_meeting_makes_the_days_begin_anew(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, meeting=MEETING)
    async with database.write() as connection:
        await histories.log(connection, one.id, None, Event(noon(date(2022, 10, 20)), "asked"))
    assert "request" not in await purged(database, date(2022, 10, 20) + timedelta(days=DAYS.request))
    assert "request" in await purged(database, date(2022, 10, 21) + timedelta(days=DAYS.request))


async def test_a_withdrawn_request_waits_for_no_meeting(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, meeting=date(2023, 6, 8))
    async with database.write() as connection:
        await consultations.save(connection, replace(one, status=Status.WITHDRAWN, version=2), 1)
    assert "request" in await purged(database, NOW.date() + timedelta(days=DAYS.request + 1))


async def test_one_answer_goes_earlier_where_its_field_says_so(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, meeting=MEETING, answers={"question": "Miten?", "conflict": "Viestit"})
    short = rules({"haastavat-erot": form_of(10)})
    assert "field" not in await purged(database, MEETING + timedelta(days=10), short)
    assert (await purged(database, MEETING + timedelta(days=11), short))["field"] == 1
    assert "field" not in await purged(database, MEETING + timedelta(days=12), short)
    async with database.read() as connection:
        found = await consultations.find(connection, one.id)
    assert found and found.answers == {"question": "Miten?"}


async def test_a_draft_goes_with_its_key_when_it_has_expired(database: Database) -> None:
    owner = await person(database)
    async with database.write() as connection:
        await drafts.begin(connection, draft(owner.id, {"conflict": "Viestit"}), NOW, timedelta(days=DAYS.draft))
    assert "draft" not in await purged(database, NOW.date() + timedelta(days=DAYS.draft - 1))
    assert (await purged(database, NOW.date() + timedelta(days=DAYS.draft + 1)))["draft"] == 1
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).where(tables.data_keys.c.purpose == "draft")) == 0


async def test_what_was_told_whom_goes_after_its_days(database: Database) -> None:
    owner = await person(database)
    async with database.write() as connection:
        await tell(connection, Notice("receipt", "c" * 32), [owner.id], NOW)
    assert "delivery" not in await purged(database, NOW.date() + timedelta(days=DAYS.delivery))
    assert (await purged(database, NOW.date() + timedelta(days=DAYS.delivery + 1)))["delivery"] == 1
    async with database.read() as connection:
        assert await connection.scalar(select(func.count()).select_from(notice_tables.notices)) == 0


async def test_what_was_told_of_a_session_stays_while_it_lies_ahead(database: Database) -> None:
    who, far = await meets.with_app(database, 1), meets.START + timedelta(days=200)
    ahead = replace(meets.SESSION, start=far, end=far + timedelta(hours=1))
    await meets.lay(database, replace(meets.ONE, wording=replace(meets.ONE.wording, session=ahead)), meets.LETTER)
    async with database.write() as connection:
        await tell(connection, Notice("announcement", meets.ONE.id), [who.id], NOW)
        await tell(connection, Notice("announcement", meets.LETTER.id), [who.id], NOW)
    assert (await purged(database, NOW.date() + timedelta(days=DAYS.delivery + 1)))["delivery"] == 1
    assert "delivery" not in await purged(database, far.date() + timedelta(days=DAYS.delivery))
    assert (await purged(database, far.date() + timedelta(days=DAYS.delivery + 1)))["delivery"] == 1


async def test_the_access_log_loses_its_oldest_lines_and_stays_a_chain(database: Database) -> None:
    async with database.write() as connection:
        key = await access_log.chain_key(connection)
        for days in (0, 1, 70):
            line = Line(NOW + timedelta(days=days), None, "consultation-open", "consultation", "c" * 32, "done")
            await access_log.append(connection, key, line)
    assert (await purged(database, NOW.date() + timedelta(days=DAYS.log + 5)))["log"] == 2
    async with database.read() as connection:
        assert (await access_log.verify(connection, key)).good
        assert await connection.scalar(select(func.count()).select_from(log_table)) == 2


@pytest.mark.parametrize("holding", ["a live chat", "a role", "a draft", "a request"])
async def test_nobody_is_forgotten_who_still_has_something_here(database: Database, holding: str) -> None:
    who = await person(database)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(who.id), NOW)
        if holding != "a live chat":
            await people.end_conversation(connection, "a:1", NOW)
    if holding == "a role":
        await held(database, who.object_id)
    if holding == "a request":
        await sent(database, who.id, meeting=date(2022, 12, 30))
    if holding == "a draft":
        async with database.write() as connection:
            await drafts.begin(connection, draft(who.id), NOW, timedelta(days=300))
    await purged(database, NOW.date() + timedelta(days=DAYS.identity + 1))
    async with database.read() as connection:
        assert await people.find_by_id(connection, who.id) is not None


async def held(database: Database, object_id: str) -> None:
    async with database.write() as connection:
        await people.lay_roles(connection, frozenset({RoleGrant(object_id, Role.COORDINATOR)}), NOW)


async def test_who_has_removed_the_app_and_has_nothing_here_is_forgotten(database: Database) -> None:
    who = await person(database)
    async with database.write() as connection:
        await people.remember_conversation(connection, personal_chat(who.id), NOW)
        await people.end_conversation(connection, "a:1", NOW + timedelta(days=10))
    day = NOW.date() + timedelta(days=10 + DAYS.identity)
    assert "identity" not in await purged(database, day)
    assert (await purged(database, day + timedelta(days=1)))["identity"] == 1
    async with database.read() as connection:
        assert await people.find_by_id(connection, who.id) is None


async def test_the_report_names_every_kind_also_those_of_which_nothing_went(database: Database) -> None:
    async with database.write() as connection:
        report = await purge(connection, rules({"haastavat-erot": form_of(10)}), NOW)
    of_requests = ["draft", "field", "request", "identity", "delivery", "reminder", "log", "claim", "inbound"]
    kinds = [*of_requests, "guest", "registration", "feedback", "announcement"]
    assert [one.kind for one in report] == kinds
    assert [one.count for one in report] == [0] * len(kinds)
    assert "10 days: conflict of haastavat-erot" in [one.rule for one in report]


async def test_what_went_leaves_a_line_for_each_kind_in_the_access_log(database: Database) -> None:
    owner = await person(database)
    form = rules({"haastavat-erot": form_of(10), "other": form_of(10)})
    for number, group in enumerate(form.forms, start=1):
        answers = {"question": "Miten?", "conflict": "Viestit"}
        await sent(database, owner.id, number, meeting=MEETING, answers=answers, group=group)
    day = MEETING + timedelta(days=DAYS.identity + 1)
    # Both requests' owner, and she herself: she has nothing here any more.
    assert await purged(database, day, form) == {"field": 1, "identity": 3}
    assert await purged(database, day, form) == {}
    assert await limits_logged(database) == [(noon(day), None, "field-2"), (noon(day), None, "identity-3")]
    log_day = NOW.date() + timedelta(days=DAYS.identity + DAYS.log + 60)
    assert (await purged(database, log_day))["log"] == 2
    async with database.read() as connection:
        assert (await access_log.verify(connection, await access_log.chain_key(connection))).good
    assert "log" not in " ".join(reason for _, _, reason in await limits_logged(database))


async def limits_logged(database: Database) -> list[tuple[datetime, str | None, str]]:
    query = select(log_table.c.at, log_table.c.actor, log_table.c.reason).where(log_table.c.action == "time-limit")
    async with database.read() as connection:
        return [(row.at, row.actor, row.reason) for row in (await connection.execute(query)).all()]
