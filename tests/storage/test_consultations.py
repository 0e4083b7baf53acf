"""Requests: numbers without gaps, no lost change, seats that are counted rightly, and a queue."""

import asyncio
from dataclasses import replace
from datetime import date, datetime

import pytest
from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from domain.consultations import Consultation, Event, Question, Status
from storage import consultations, drafts, histories, notices, tables
from storage.consultations import Queue
from storage.database import Database
from storage.notices import Notice
from tests import ground
from tests.ground import open_database
from tests.house import HELSINKI
from tests.storage.facts import MEETING, NOW, after, caller, draft, person, request, sent

HE, MA, ON = "haastavat-erot", "master", "ot-nepsy"
NOVEMBER = date(2022, 11, 10)
MIDNIGHT = datetime(2022, 9, 20, tzinfo=HELSINKI)


async def found(database: Database, which: str, reader: str = "") -> Consultation | None:
    async with database.read() as connection:
        return await consultations.find(connection, which, reader)


async def page(database: Database, queue: Queue) -> tuple[list[str], int]:
    async with database.read() as connection:
        rows, total = await consultations.queued(connection, queue)
    return [one.reference for one in rows], total


async def test_reference_numbers_have_no_gaps_when_many_send_at_once(database: Database) -> None:
    owner = await person(database)

    async def send(breaks: bool) -> str:
        async with database.write() as connection:
            number = await consultations.next_reference(connection, "HE", 2022)
            if breaks:
                raise RuntimeError(number)
            await consultations.add(connection, request(owner.id, reference=number), {})
            return number

    told = await asyncio.gather(*(send(index % 4 == 3) for index in range(16)), return_exceptions=True)
    numbers = sorted(one for one in told if isinstance(one, str))
    assert numbers == [f"HE-2022-{index:04d}" for index in range(1, 13)]


async def test_each_group_and_each_year_counts_for_itself(database: Database) -> None:
    async with database.write() as connection:
        wished = (("HE", 2022), ("HE", 2022), ("MA", 2022), ("HE", 2023))
        told = [await consultations.next_reference(connection, *one) for one in wished]
    assert told == ["HE-2022-0001", "HE-2022-0002", "MA-2022-0001", "HE-2023-0001"]


async def test_a_request_comes_back_as_it_was_sent(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, answers={"ages": ["a", "b"], "count": 2, "sure": True, "words": "ä\n”ö”"})
    assert await found(database, one.id) == one
    assert await found(database, "nothing") is None


async def test_a_request_is_found_by_its_number(database: Database) -> None:
    one = await sent(database, (await person(database)).id, 7)
    async with database.read() as connection:
        assert await consultations.find_by_reference(connection, "HE-2022-0007") == one
        assert await consultations.find_by_reference(connection, "HE-2022-0008") is None


async def test_two_requests_never_have_one_number(database: Database) -> None:
    owner = await person(database)
    await sent(database, owner.id, 1)
    with pytest.raises(IntegrityError):
        await sent(database, owner.id, 1)


async def test_who_asks_anonymously_is_told_to_herself_alone(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    one = await sent(database, owner.id, 7, anonymous=True)
    assert await found(database, one.id, owner.id) == one
    for reader in (other.id, "", "nobody"):
        assert await found(database, one.id, reader) == replace(one, owner=None)
    async with database.read() as connection:
        assert await consultations.find_by_reference(connection, one.reference, owner.id) == one
        hidden = await consultations.find_by_reference(connection, one.reference, other.id)
        [queued], _ = await consultations.queued(connection, Queue(frozenset({HE})))
        assert await consultations.owned_by(connection, other.id) == []
        assert await consultations.owned_by(connection, owner.id) == [one]
    assert hidden == queued == replace(one, owner=None)


async def test_a_request_is_named_only_while_it_is_there_and_not_anonymous(database: Database) -> None:
    owner = (await person(database)).id
    named, hidden = await sent(database, owner, 1), await sent(database, owner, 2, anonymous=True)
    async with database.read() as connection:
        told = [await consultations.is_named(connection, one) for one in (named.id, hidden.id, "nobody's")]
    assert told == [True, False, False]


async def test_the_database_itself_refuses_an_identity_on_an_anonymous_case(database: Database) -> None:
    owner = await person(database)
    one = await sent(database, owner.id, anonymous=True)
    same = tables.consultations.c.id == one.id
    with pytest.raises(IntegrityError, match="no_owner_when_anonymous"):
        async with database.write() as connection:
            await connection.execute(update(tables.consultations).where(same).values(owner=owner.id))


async def test_a_request_becomes_anonymous_and_named_again(database: Database) -> None:
    owner, secretary = await person(database, 1), await person(database, 3)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        await histories.log(connection, one.id, owner.id, Event(NOW, "sent"))
        await histories.log(connection, one.id, secretary.id, Event(NOW, "asked"))
        assert await consultations.save(connection, replace(one, anonymous=True, version=2), 1)
        await consultations.unname(connection, one, owner.id, HELSINKI)
        rows = [row for table in tables.metadata.sorted_tables for row in await ground.rows(connection, table)]
        said = [row for row in rows if one.id in row.values() or row.get("what")]
    assert [row["person"] for row in said if "what" in row] == [None, secretary.id]
    assert owner.id not in str([row for row in said if "tag" not in row])
    hidden = await found(database, one.id, owner.id)
    assert hidden and {hidden.sent_at, *(event.at for event in hidden.events)} == {MIDNIGHT}
    async with database.write() as connection:
        assert await consultations.save(connection, replace(hidden, anonymous=False, version=3), 2)
    named = await found(database, one.id)
    assert named and (named.owner, named.anonymous) == (owner.id, False)


async def test_a_request_is_erased_with_all_that_hangs_on_it_and_its_keys(database: Database) -> None:
    owner = await person(database)
    gone, stays = await sent(database, owner.id, 1, anonymous=True), await sent(database, owner.id, 2)
    for one in (gone, stays):
        async with database.write() as connection:
            await histories.ask(connection, one.id, Question("", "Miksi?", "Sihteeri", NOW))
            await histories.log(connection, one.id, None, Event(NOW, "moved", "Syy"))
            await notices.tell(connection, Notice("receipt", one.id), [one.addressee], NOW)
            await drafts.begin(connection, draft(owner.id, {}, one.id), NOW)
    before = await counts(database)
    async with database.write() as connection:
        await consultations.erase(connection, gone.id)
        await consultations.erase(connection, "nothing")
    after = await counts(database)
    assert {name: before[name] - after[name] for name in before if before[name] != after[name]} == dict.fromkeys(
        ("consultations", "requesters", "questions", "events", "drafts", "notices", "deliveries"), 1
    ) | {"data_keys": len({"case", "identity", "draft"})}
    assert await found(database, stays.id)


async def counts(database: Database) -> dict[str, int]:
    """How many rows each table has."""
    async with database.read() as connection:
        asked = {one.name: select(func.count()).select_from(one) for one in tables.metadata.sorted_tables}
        return {name: int(await connection.scalar(query) or 0) for name, query in asked.items()}


async def test_an_old_version_is_refused(database: Database) -> None:
    one = await sent(database, (await person(database)).id)
    taken = replace(one, status=Status.TAKEN, version=2)
    async with database.write() as connection:
        assert await consultations.save(connection, taken, 1)
        assert not await consultations.save(connection, replace(one, status=Status.WITHDRAWN, version=2), 1)
    now = await found(database, one.id)
    assert now and (now.status, now.version) == (Status.TAKEN, 2)


async def test_four_writers_lose_no_change_of_a_request(database_url: str, database: Database) -> None:
    one = await sent(database, (await person(database)).id)
    databases = [open_database(database_url) for _ in range(4)]

    async def change_often(mine: Database) -> None:
        for _ in range(10):
            async with mine.write() as connection:
                now = await consultations.find(connection, one.id)
                assert now
                answers = {"count": now.answers.get("count", 0) + 1}
                changed = replace(now, answers=answers, version=now.version + 1)
                assert await consultations.save(connection, changed, now.version)

    await asyncio.gather(*(change_often(mine) for mine in databases))
    last = await found(database, one.id)
    assert last and (last.answers, last.version) == ({"count": 40}, 41)
    for mine in databases:
        await mine.close()


async def test_who_has_taken_a_request_is_known_by_name(database: Database) -> None:
    owner, secretary = await person(database, 1), await person(database, 3)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        taken = replace(one, status=Status.TAKEN, handler=secretary.id, version=2)
        assert await consultations.save(connection, taken, 1)
    now = await found(database, one.id)
    assert now and (now.handler, now.handler_name) == (secretary.id, caller().name)


async def test_own_requests_come_latest_first_and_only_ones_own(database: Database) -> None:
    owner, other = await person(database, 1), await person(database, 2)
    for number in range(1, 5):
        await sent(database, owner.id, number, sent_at=after(days=number // 2))
    await sent(database, other.id, 9)
    async with database.read() as connection:
        mine = await consultations.owned_by(connection, owner.id, limit=3)
    assert [one.reference[-1] for one in mine] == ["4", "3", "2"]


async def test_the_queue_is_filtered_ordered_and_paged(database: Database) -> None:
    owner = await person(database)
    await sent(database, owner.id, 1, meeting=None)
    await sent(database, owner.id, 2, meeting=NOVEMBER)
    await sent(database, owner.id, 3, status=Status.TAKEN)
    await sent(database, owner.id, 4)
    await sent(database, owner.id, 5, group=MA)
    mine = frozenset({HE})
    assert await page(database, Queue(mine)) == (
        ["HE-2022-0003", "HE-2022-0004", "HE-2022-0002", "HE-2022-0001"],
        4,
    )
    assert await page(database, Queue(mine, status=Status.TAKEN)) == (["HE-2022-0003"], 1)
    assert await page(database, Queue(mine, meeting=NOVEMBER)) == (["HE-2022-0002"], 1)
    assert await page(database, Queue(mine, page=1, size=3)) == (["HE-2022-0001"], 4)
    assert await page(database, Queue(mine, page=9, size=3)) == ([], 4)
    assert (await page(database, Queue(frozenset({HE, MA}))))[1] == 5
    assert await page(database, Queue(frozenset())) == ([], 0)


async def test_what_is_still_to_come_stands_first_in_the_queue(database: Database) -> None:
    owner = await person(database)
    await sent(database, owner.id, 1, meeting=MEETING)
    await sent(database, owner.id, 2, meeting=NOVEMBER, status=Status.WITHDRAWN)
    await sent(database, owner.id, 3, meeting=None)
    await sent(database, owner.id, 4, meeting=NOVEMBER)
    ordered, _ = await page(database, Queue(frozenset({HE}), today=date(2022, 10, 14)))
    assert [one[-1] for one in ordered] == ["4", "3", "1", "2"]


async def test_the_days_that_can_be_looked_at_are_those_of_requests(database: Database) -> None:
    owner = await person(database)
    for number, day in enumerate((NOVEMBER, MEETING, MEETING, None), 1):
        await sent(database, owner.id, number, meeting=day)
    await sent(database, owner.id, 9, group=MA, meeting=date(2022, 9, 30))
    async with database.read() as connection:
        assert list(await consultations.meeting_days(connection, frozenset({HE}))) == [MEETING, NOVEMBER]


async def test_a_request_that_nobody_has_taken_waits(database: Database) -> None:
    owner = await person(database)
    waiting = await sent(database, owner.id, 1)
    await sent(database, owner.id, 2, status=Status.TAKEN)
    await sent(database, owner.id, 3, group=MA)
    async with database.read() as connection:
        assert list(await consultations.untaken(connection, HE)) == [waiting.id]


async def test_seats_are_those_of_requests_under_way_in_this_group(database: Database) -> None:
    owner = await person(database)
    first = await sent(database, owner.id, 1)
    await sent(database, owner.id, 2, status=Status.TAKEN)
    await sent(database, owner.id, 3, status=Status.WITHDRAWN)
    await sent(database, owner.id, 4, meeting=NOVEMBER)
    await sent(database, owner.id, 5, meeting=None)
    await sent(database, owner.id, 6, group=MA)
    async with database.read() as connection:
        assert await consultations.seats_taken(connection, HE) == {"2022-10-13": 2, "2022-11-10": 1}
        assert (await consultations.seats_taken(connection, HE, without=first.id))["2022-10-13"] == 1
        assert await consultations.seats_taken(connection, ON) == {}


async def test_one_request_after_the_other_takes_a_seat(database: Database) -> None:
    owner = await person(database)

    async def take(number: int) -> None:
        async with database.write() as connection:
            await consultations.hold_seats(connection, HE)
            if (await consultations.seats_taken(connection, HE)).get(MEETING.isoformat(), 0) < 3:
                await asyncio.sleep(0.02)
                await consultations.add(connection, request(owner.id, number), {})

    await asyncio.gather(*(take(number) for number in range(1, 9)))
    async with database.read() as connection:
        assert await consultations.seats_taken(connection, HE) == {"2022-10-13": 3}
