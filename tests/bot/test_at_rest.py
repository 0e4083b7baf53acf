"""What people write, and who they are, stands nowhere in the database as it was written."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import make_url, select, update

from domain.consultations import Consultation
from storage import consultations, tables
from tests.bot.talk import answered, newest, opened
from tests.e2e.walks import SINGLE, begin_dialog, send_request, walk_dialog, words_on
from tests.house import House

ANONYMOUS = {**SINGLE, "matter": {"matter": "single", "anonymous": "yes"}}
QUESTION, ANSWER, REASON, DRAFT = "Onko lapsia kuultu?", "Elokuussa kahdesti.", "Kokous on täynnä.", "Kaksi perhettä"
# Choices that are made of the case, and the step on which somebody stopped, tell as much as words do.
CHOSEN = ("suspected", "social_worker", "childs_view", "separated_since", "child_heard")


def written() -> list[str]:
    """What was typed or chosen on the way, and by whom."""
    typed = [value for step in SINGLE.values() for value in step.values() if len(value) > 9 and value != "2022-10-13"]
    ids = [f"00000000-0000-4000-8000-{number:012d}" for number in (1, 3)]
    return [*typed, *CHOSEN, QUESTION, ANSWER, REASON, DRAFT, "Person 1", "Person 3", *ids]


async def walk(house: House, answers: dict[str, Any]) -> str:
    """A request with a question, an answer and a move, and a draft on its way. Returns its number."""
    worker, secretary = await house.person(1), await house.person(3)
    reference = await send_request(worker, answers)
    asking = await opened(secretary, reference)
    await asking.submit("Ota käsittelyyn")
    await asking.submit("Kysy pyytäjältä")
    await asking.submit("Lähetä kysymys", {"f.words": QUESTION})
    answering = await worker.open(await newest(worker, f"lisätietoa pyynnöstä {reference}"), "Vastaa kysymykseen")
    await answering.submit("Lähetä vastaus", {"f.words": ANSWER})
    moving = await opened(secretary, reference)
    await moving.submit("Siirrä toiseen kokoukseen")
    await moving.submit("Siirrä pyyntö", {"f.meeting": "2022-11-10", "f.words": REASON})
    await newest(worker, f"{reference} on siirretty")
    changing = await opened(worker, reference)
    await changing.submit("Muuta pyyntöä")
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, "childs_view", {**answers, "theme": {**answers["theme"], "theme_background": DRAFT}})
    return reference


async def kept(house: House) -> str:
    """Every value of every table, as it stands there."""
    async with house.desk.database.read() as connection:
        rows = [row for one in tables.metadata.sorted_tables for row in (await connection.execute(select(one))).all()]
    values = [value for row in rows for value in row]
    return " ".join(one.decode("latin-1") if isinstance(one, bytes) else str(one) for one in values)


def files(house: House) -> Iterator[bytes]:
    """The database's files, its log among them."""
    database = Path(make_url(str(house.desk.database.engine.url)).database or "")
    return (one.read_bytes() for one in database.parent.iterdir())


async def test_no_word_and_no_name_stands_in_a_table_or_in_a_file(house: House) -> None:
    for answers in (ANONYMOUS, SINGLE):
        await walk(house, answers)
    there = await kept(house)
    assert "HE-2022-0001" in there
    assert [one for one in written() if one in there or one.encode().decode("latin-1") in there] == []
    if house.desk.database.is_sqlite:
        found = b"".join(files(house))
        assert b"HE-2022-0001" in found
        assert [one for one in written() if one.encode() in found] == []


async def test_nothing_outside_of_the_identity_compartment_leads_to_who_asks_anonymously(house: House) -> None:
    reference = await walk(house, ANONYMOUS)
    one, person = await found(house, reference)
    async with house.desk.database.read() as connection:
        for name in ("consultations", "questions", "events", "notices", "deliveries"):
            table = tables.metadata.tables[name]
            rows = (await connection.execute(select(table))).all()
            assert rows and all(person not in str(row) for row in rows), name
    assert {one.sent_at, *(each.at for each in one.events)} == {one.stamp(one.sent_at, house.desk.content.centre.zone)}


async def found(house: House, reference: str) -> tuple[Consultation, str]:
    """A request, and the id of person 1."""
    async with house.desk.database.read() as connection:
        one = await consultations.find_by_reference(connection, reference)
        person = await connection.scalar(select(tables.drafts.c.owner).limit(1))
    assert one and person
    return one, str(person)


async def test_what_was_moved_to_another_row_is_refused_and_nothing_of_it_is_shown(small_house: House) -> None:
    worker, secretary = await small_house.person(1), await small_house.person(3)
    for answers in (SINGLE, {**SINGLE, "question": {"question": "Ihan toinen kysymys?"}}):
        await send_request(worker, answers)
    table = tables.consultations
    async with small_house.desk.database.write() as connection:
        second = select(table.c.answers).where(table.c.reference == "HE-2022-0002").scalar_subquery()
        await connection.execute(update(table).where(table.c.reference == "HE-2022-0001").values(answers=second))
    told = await answered(secretary, "HE-2022-0001")
    assert told.text and "jokin meni vikaan" in told.text
    assert "toinen kysymys" not in str(told) + words_on(told.card)
    assert "HE-2022-0002" in words_on((await answered(secretary, "HE-2022-0002")).card)
