"""What people thought: once from each, and nothing leads from it to who it was."""

import asyncio
from datetime import date
from typing import Any

from sqlalchemy import func, select, text, update

from storage import feedback, notices
from storage.announcement_tables import feedback as answers
from storage.announcement_tables import feedback_given
from storage.database import Database
from storage.feedback import Summary
from storage.notice_tables import deliveries
from storage.notices import Notice
from storage.tables import data_keys
from tests.ground import rows
from tests.storage.facts import NOW, person
from tests.storage.meets import ONE, lay, register, session

DAY = date(2022, 10, 5)
OTHER = "b" * 32


async def give(database: Database, who: str, said: Any, about: str = ONE.id) -> bool:
    async with database.write() as connection:
        return await feedback.give(connection, about, who, said, DAY)


async def counted(database: Database, about: str = ONE.id) -> Summary:
    async with database.read() as connection:
        return await feedback.summary(connection, about)


async def some(database: Database, count: int) -> list[str]:
    return [(await person(database, number)).id for number in range(1, count + 1)]


async def test_each_person_answers_once_for_each_session(database: Database) -> None:
    await lay(database, ONE, session(id=OTHER))
    one, two = await some(database, 2)
    assert await give(database, one, {"useful": 4})
    assert not await give(database, one, {"useful": 1})
    assert await give(database, one, {"useful": 2}, OTHER)
    async with database.read() as connection:
        assert await feedback.has_given(connection, ONE.id, one)
        assert not await feedback.has_given(connection, ONE.id, two)
    assert await counted(database) == Summary(1, {"useful": {4: 1}}, {})


async def test_of_two_copies_of_one_answer_only_one_is_kept(database: Database) -> None:
    await lay(database, ONE)
    people = await some(database, 4)
    given = await asyncio.gather(*(give(database, who, {"useful": 3}) for who in people for _ in range(3)))
    assert given.count(True) == 4
    assert await counted(database) == Summary(4, {"useful": {3: 4}}, {})


async def test_the_summary_counts_and_its_texts_stand_in_no_order_of_arrival(database: Database) -> None:
    await lay(database, ONE)
    said = [
        {"useful": 5, "support": "Vertaistukea", "value": "b"},
        {"useful": 4, "support": "aikaa", "value": ""},
        {"useful": 5, "support": "Koulutusta", "value": "a"},
    ]
    for who, one in zip(await some(database, 3), said, strict=True):
        await give(database, who, one)
    texts = {"support": ["aikaa", "Koulutusta", "Vertaistukea"], "value": ["a", "b"]}
    assert await counted(database) == Summary(3, {"useful": {5: 2, 4: 1}}, texts)
    assert await counted(database, OTHER) == Summary()


async def test_answers_are_sealed_with_a_key_that_tells_no_order_either(database: Database) -> None:
    await lay(database, ONE)
    people = await some(database, 3)
    for who in people:
        await give(database, who, {"support": "Vertaistukea"})
    async with database.read() as connection:
        kept = (await connection.execute(select(answers))).all()
        given = (await connection.execute(select(feedback_given))).all()
        assert "Vertais" not in repr(kept) and not any(who in repr((kept, given)) for who in people)
        assert {one["answers"]["support"] for one in await rows(connection, answers)} == {"Vertaistukea"}
        keys = select(func.count()).where(data_keys.c.purpose == "feedback")
        assert await connection.scalar(keys) == 1


async def test_no_row_tells_when_it_was_written_nor_after_which(postgres_database: Database) -> None:
    database = postgres_database
    await lay(database, ONE)
    for who in await some(database, 12):
        await give(database, who, {"useful": 3})
    async with database.read() as connection:
        for table, key in (("feedback", "id"), ("feedback_given", "tag")):
            found = (await connection.execute(text(f"SELECT xmin::text, {key} FROM {table} ORDER BY ctid"))).all()
            assert len({row[0] for row in found}) == 1
            assert [row[1] for row in found] == sorted(row[1] for row in found)


async def test_who_goes_is_forgotten_and_what_she_said_was_never_hers(database: Database) -> None:
    await lay(database, ONE, session(id=OTHER))
    one, two = await some(database, 2)
    for who, about in ((one, ONE.id), (two, ONE.id), (one, OTHER)):
        await give(database, who, {"useful": 1}, about)
    async with database.write() as connection:
        assert await feedback.given_by(connection, one) == [ONE.id, OTHER]
        await feedback.unname(connection, one)
        assert await feedback.given_by(connection, one) == []
        assert await feedback.given_by(connection, two) == [ONE.id]
    assert (await counted(database)).given == 2


async def test_all_of_a_session_goes_with_its_key(database: Database) -> None:
    await lay(database, ONE, session(id=OTHER))
    one, two = await some(database, 2)
    for who, about in ((one, ONE.id), (two, ONE.id), (one, OTHER)):
        await give(database, who, {"useful": 1}, about)
    async with database.write() as connection:
        assert await feedback.forget(connection, ONE.id) == 2
        assert await feedback.forget(connection, ONE.id) == 0
        assert not await feedback.has_given(connection, ONE.id, one)
        assert await connection.scalar(select(func.count()).where(data_keys.c.purpose == "feedback")) == 1
    assert ((await counted(database)).given, (await counted(database, OTHER)).given) == (0, 1)


async def test_who_answered_the_invitation_or_had_the_card_was_told_of_the_session(database: Database) -> None:
    await lay(database, ONE)
    one, two, three = await some(database, 3)
    async with database.write() as connection:
        await register(connection, ONE.id, one)
        await notices.tell(connection, Notice("announcement", ONE.id), [two, three], NOW)
        hers = select(deliveries.c.id).where(deliveries.c.person == two).scalar_subquery()
        await connection.execute(update(deliveries).where(deliveries.c.id == hers).values(seen=1, state="sent"))
        told = [await feedback.was_told(connection, ONE.id, who) for who in (one, two, three)]
    assert told == [True, True, False]
