"""A person sees what is kept of her, and has it forgotten."""

from datetime import datetime, time

from sqlalchemy import func, select

from domain.preferences import Preferences
from domain.registrations import Coming
from playground import Client, InvokeResult
from storage import announcements, drafts, nudges, preferences, registrations, tables
from storage.erasures import Erasure
from storage.registrations import Registrant
from tests.bot.scenes import press
from tests.bot.talk import answered, person_id
from tests.e2e.walks import send_request, titles, words_on
from tests.house import House
from tests.storage.reminded import remind


def said(result: InvokeResult) -> str:
    assert result.status == 200 and result.card
    return words_on(result.card)


async def shown(worker: Client) -> str:
    """What her own data says."""
    return said(await press(worker, {"verb": "own-data"}))


async def rows(house: House, name: str) -> int:
    async with house.desk.database.read() as connection:
        counted = select(func.count()).select_from(tables.metadata.tables[name])
        return int(await connection.scalar(counted) or 0)


async def test_the_settings_lead_to_it(small_house: House) -> None:
    settings = await answered(await small_house.person(1), "asetukset")
    assert "Omat tietoni" in titles(settings.card)


async def test_she_sees_in_words_what_is_kept_of_her_and_of_nobody_else(small_house: House) -> None:
    worker, other = await small_house.person(1), await small_house.person(2)
    reference = await send_request(worker)
    hers = await shown(worker)
    assert reference in hers and "040 123 4567" in hers and "Perheoikeudelliset palvelut" in hers
    theirs = await shown(other)
    assert reference not in theirs and "040 123 4567" not in theirs
    assert "Viestit ovat kiristyneet" not in hers


async def test_what_the_next_form_would_suggest_is_forgotten_alone(small_house: House) -> None:
    worker = await small_house.person(1)
    reference = await send_request(worker)
    for _ in range(2):
        told = said(await press(worker, {"verb": "own-data-forget"}))
        assert "040 123 4567" not in told and reference in told
    assert await rows(small_house, "profiles") == 0
    assert await rows(small_house, "requesters") == 1


async def test_nobody_is_erased_while_her_request_is_under_way(small_house: House) -> None:
    worker = await small_house.person(1)
    reference = await send_request(worker)
    for verb in ("own-data-erase", "own-data-erase-sure"):
        assert reference in said(await press(worker, {"verb": verb}))
    assert await rows(small_house, "requesters") == 1
    assert list(small_house.desk.erasures.read()) == []


async def test_once_the_meeting_is_over_she_is_erased_and_the_case_stays(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    async with small_house.desk.database.read() as connection:
        owner = await connection.scalar(select(tables.consultations.c.owner))
    small_house.turn_to(datetime(2022, 10, 14, 8, 0))
    assert "pysyvästi" in said(await press(worker, {"verb": "own-data-erase"}))
    assert "Tietosi on poistettu" in said(await press(worker, {"verb": "own-data-erase-sure"}))
    assert [await rows(small_house, name) for name in ("requesters", "profiles", "drafts")] == [0, 0, 0]
    assert await rows(small_house, "consultations") == 1
    assert list(small_house.desk.erasures.read()) == [Erasure("person", str(owner))]
    afresh = await shown(worker)
    assert "HE-2022-0001" not in afresh


async def test_a_deleted_draft_stands_on_the_list_that_outlives_a_restore(small_house: House) -> None:
    worker = await small_house.person(1)
    await press(worker, {"verb": "form-begin", "group": "haastavat-erot"})
    async with small_house.desk.database.read() as connection:
        begun = await connection.scalar(select(tables.drafts.c.id))
    await press(worker, {"verb": "draft-delete-sure", "id": begun})
    assert list(small_house.desk.erasures.read()) == [Erasure("draft", str(begun))]


async def test_a_choice_is_told_in_words_whichever_form_it_was_made_in(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        await drafts.remember_profile(
            connection, await person_id(small_house, connection, worker), {"organisation": "family_law"}
        )
    told = await shown(worker)
    assert "family_law" not in told and "Perheoikeudelliset palvelut" in told


async def test_what_she_has_registered_for_and_wishes_to_hear_stands_among_her_data(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        mine = await person_id(small_house, connection, worker)
        one = next(iter(await announcements.ahead(connection, small_house.clock.now())))
        who = Registrant(mine)
        await registrations.answer(connection, one.id, who, Coming.COMING, small_house.clock.now())
        await preferences.save(connection, mine, Preferences(quiet_from=time(21), quiet_until=time(7)))
    told = await shown(worker)
    assert "Keski-Suomen OT-foorumi (ti 20.9.2022 klo 12–15)" in told
    assert "klo 21.00–7.00" in told and "kaikista aiheista" in told and "tiivisteistä" in told


async def test_how_she_is_reminded_and_what_is_kept_of_it_stands_among_her_data(small_house: House) -> None:
    worker = await small_house.person(1)
    async with small_house.desk.database.write() as connection:
        mine = await person_id(small_house, connection, worker)
        bundle = await remind(connection, mine, "draft-deadline", "f" * 32, "e" * 32)
        found = await nudges.of_bundle(connection, bundle)
        assert found and await nudges.end(connection, mine, [found.told[0][0]]) == 1
        await preferences.save(connection, mine, Preferences(digest=True))
    told = await shown(worker)
    assert "Saat muistutukset:  kerran viikossa yhdellä kortilla" in told
    assert "Muistutuksia tallessa:  2" in told and "ei enää muistuteta:  1" in told
