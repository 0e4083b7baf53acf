"""Questions, answers and events: sealed with the key of their request, and in their order."""

from datetime import datetime

from sqlalchemy import select

from domain.consultations import Event, Question
from storage import consultations, histories, tables
from storage.database import Database
from storage.histories import History
from tests.house import HELSINKI
from tests.storage.facts import NOW, after, person, sent


async def history(database: Database, which: str) -> History:
    """What has happened to a request."""
    async with database.read() as connection:
        boxes = {which: await histories.box_of(connection, which)}
        return (await histories.histories(connection, boxes))[which]


async def test_questions_and_events_come_back_in_their_order(database: Database) -> None:
    owner = await person(database)
    one, other = await sent(database, owner.id, 1), await sent(database, owner.id, 2)
    async with database.write() as connection:
        # Of an anonymous request only the day is kept: two questions of one day still have an order.
        await histories.ask(connection, one.id, Question("q2", "Eka?", "Sihteeri", NOW))
        await histories.ask(connection, other.id, Question("q3", "Muu?", "Sihteeri", NOW))
        await histories.answer(connection, "q2", "Kyllä.", after(days=3))
        await histories.ask(connection, one.id, Question("q1", "Toinen?", "Sihteeri", NOW))
        for event in (Event(NOW, "sent"), Event(NOW, "moved", "Sairastapaus"), Event(NOW, "asked", "")):
            await histories.log(connection, one.id, owner.id, event)
    told = await history(database, one.id)
    assert told.questions == [
        Question("q2", "Eka?", "Sihteeri", NOW, "Kyllä.", after(days=3)),
        Question("q1", "Toinen?", "Sihteeri", NOW),
    ]
    assert told.events == [Event(NOW, "sent"), Event(NOW, "moved", "Sairastapaus"), Event(NOW, "asked", "")]
    async with database.read() as connection:
        found = await consultations.find(connection, one.id)
    assert found and (found.questions, found.events) == (tuple(told.questions), tuple(told.events))
    assert found.open_question and found.open_question.id == "q1"


async def test_no_word_of_it_stands_open(database: Database) -> None:
    one = await sent(database, (await person(database)).id)
    async with database.write() as connection:
        await histories.ask(connection, one.id, Question("q1", "Miksi?", "Sihteeri", NOW))
        await histories.answer(connection, "q1", "Siksi.", NOW)
        await histories.log(connection, one.id, None, Event(NOW, "moved", "Sairastapaus"))
        kept = (await connection.execute(select(tables.questions))).one()
        note = (await connection.execute(select(tables.events.c.note))).scalar_one()
    assert all(isinstance(value, bytes) for value in (kept.text, kept.asked_by, kept.answer, note))
    assert not any(word in kept.text + kept.answer + note for word in (b"Miksi", b"Siksi", b"Sairas"))


async def test_what_becomes_anonymous_keeps_its_days_and_not_who_did_it(database: Database) -> None:
    owner, secretary = await person(database, 1), await person(database, 3)
    one = await sent(database, owner.id)
    async with database.write() as connection:
        await histories.ask(connection, one.id, Question("q1", "Miksi?", "Sihteeri", NOW))
        await histories.answer(connection, "q1", "Siksi.", after(days=1))
        await histories.ask(connection, one.id, Question("q2", "Entä?", "Sihteeri", after(days=2)))
        for who in (owner, secretary):
            await histories.log(connection, one.id, who.id, Event(after(days=1), "asked"))
        await histories.unname(connection, one.id, owner.id, HELSINKI)
        persons = (await connection.scalars(select(tables.events.c.person).order_by(tables.events.c.id))).all()
    told = await history(database, one.id)
    assert list(persons) == [None, secretary.id]
    assert {event.at for event in told.events} == {datetime(2022, 9, 21, tzinfo=HELSINKI)}
    first, second = told.questions
    assert (first.asked_at, first.answered_at) == tuple(datetime(2022, 9, day, tzinfo=HELSINKI) for day in (20, 21))
    assert (second.asked_at, second.answered_at) == (datetime(2022, 9, 22, tzinfo=HELSINKI), None)


async def test_what_is_erased_takes_nothing_elses_history_along(database: Database) -> None:
    owner = await person(database)
    one, other = await sent(database, owner.id, 1), await sent(database, owner.id, 2)
    async with database.write() as connection:
        for which in (one, other):
            await histories.ask(connection, which.id, Question("", "Miksi?", "Sihteeri", NOW))
            await histories.log(connection, which.id, owner.id, Event(NOW, "asked"))
        await histories.erase(connection, one.id)
    assert await history(database, one.id) == History()
    left = await history(database, other.id)
    assert (len(left.questions), len(left.events)) == (1, 1)
