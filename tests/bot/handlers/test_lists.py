"""One's own drafts and requests, and the secretary's queue."""

from dataclasses import replace
from typing import Any

from sqlalchemy import update

from domain.people import Role, RoleGrant
from playground import Client
from storage import consultations, tables
from storage.people import lay_roles
from tests.bot.talk import answered, asked, button, said
from tests.e2e.walks import begin_dialog, send_request, titles, walk_dialog, words_on
from tests.house import House


def references(card: Any) -> list[str]:
    return [word for word in words_on(card).split() if word.startswith(("HE-", "MA-", "ON-"))]


async def filtered(client: Client, **chosen: str) -> str:
    shown = await answered(client, "jono")
    data = {"verb": "queue", "page": 0, **{f"f.{key}": value for key, value in chosen.items()}}
    return words_on((await client.act(shown, {"data": data})).card)


async def more(house: House, count: int) -> None:
    """Copies of the only request, under further numbers."""
    async with house.desk.database.write() as connection:
        one = await consultations.find_by_reference(connection, "HE-2022-0001")
        assert one
        for number in range(2, count + 2):
            copy = replace(one, id=f"copy-{number}", reference=f"HE-2022-{number:04d}")
            await consultations.add(connection, copy, {})


async def test_who_has_done_nothing_is_told_how_to_begin(small_house: House) -> None:
    worker = await small_house.person(1)
    assert "Sinulla ei ole vielä" in await said(worker, "omat")


async def test_ones_own_are_ones_own_only(small_house: House) -> None:
    _, _, reference = await asked(small_house)
    stranger = await small_house.person(2)
    assert reference not in await said(stranger, "omat")
    assert "En tunnistanut" not in await said(stranger, reference)
    assert "Pyyntöä ei löytynyt" in words_on(stranger.last.card)


async def test_a_draft_is_deleted_only_when_one_is_sure_and_once(small_house: House) -> None:
    worker = await small_house.person(1)
    await walk_dialog(await begin_dialog(worker), until="contact")
    mine = await answered(worker, "omat")
    await worker.execute(mine, "Poista")
    assert "Poistetaanko" in words_on(mine.card)
    assert "Jatka täyttämistä" in titles((await answered(worker, "omat")).card)
    action = next(one for one in Client.actions_of(mine.card) if one.get("verb") == "draft-delete-sure")
    for _ in range(2):
        answer = await worker.act(mine, action)
        assert "Sinulla ei ole vielä" in words_on(answer.card)


async def test_a_sent_form_cannot_be_deleted(small_house: House) -> None:
    worker = await small_house.person(1)
    dialog = await begin_dialog(worker)
    draft = button(dialog.card, "form-next")["id"]
    await walk_dialog(dialog)
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
    await dialog.submit("Lähetä")
    shown = await worker.act(worker.last, {"data": {"verb": "draft-delete", "id": draft}})
    assert "Lomaketta ei löytynyt" in words_on(shown.card)
    await worker.act(worker.last, {"data": {"verb": "draft-delete-sure", "id": draft}})
    assert "HE-2022-0001" in await said(worker, "omat")


async def test_a_group_that_the_centre_has_given_up_hides_nothing_else(small_house: House) -> None:
    worker, _, _ = await asked(small_house)
    await more(small_house, 1)
    async with small_house.desk.database.write() as connection:
        mine = tables.consultations.c.reference == "HE-2022-0001"
        await connection.execute(update(tables.consultations).where(mine).values(group="given-up"))
    assert references((await answered(worker, "omat")).card) == ["HE-2022-0002"]


async def test_who_administers_sees_how_the_reminders_fare(small_house: House) -> None:
    administrator = await small_house.person(2)
    only = frozenset({RoleGrant(administrator.object_id, Role.ADMINISTRATOR)})
    async with small_house.desk.database.write() as connection:
        await lay_roles(connection, only, small_house.desk.clock.now())
    told = await said(administrator, "jono")
    assert "Muistutusten tilanne" in told and "Suunniteltu seuraaviksi 14 päiväksi:  0" in told
    assert "Ryhmän jono" not in titles(administrator.last.card)


async def test_who_is_secretary_and_administrator_has_both(small_house: House) -> None:
    both = await small_house.person(3)
    grants = {RoleGrant(both.object_id, Role.SECRETARY, "master"), RoleGrant(both.object_id, Role.ADMINISTRATOR)}
    async with small_house.desk.database.write() as connection:
        await lay_roles(connection, frozenset(grants), small_house.desk.clock.now())
    shown = await answered(both, "jono")
    assert "Ryhmän jono" in words_on(shown.card)
    await both.execute(shown, "Muistutusten tilanne")
    assert "Suunniteltu seuraaviksi 14 päiväksi:  0" in words_on(shown.card)
    await both.execute(shown, "Ryhmän jono")
    assert "Ei pyyntöjä tällä rajauksella" in words_on(shown.card)


async def test_the_queue_is_for_secretaries_only(small_house: House) -> None:
    await asked(small_house)
    # The seventh administers, and has figures instead.
    for number in (1, 2, 4, 5, 6):
        client = await small_house.person(number)
        assert "Jono on ryhmän sihteeriä varten" in await said(client, "jono"), number
    assert "HE-2022-0001" in await said(await small_house.person(3), "jono")


async def test_the_queue_is_filtered_by_state_and_by_meeting(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    assert reference in await filtered(secretary, status="new", meeting="2022-10-13")
    assert reference not in await filtered(secretary, status="taken")
    assert reference not in await filtered(secretary, meeting="2022-11-10")
    assert reference in await filtered(secretary, status="nonsense", meeting="never")


async def test_the_queue_is_paged_and_a_filter_stays_on_the_next_page(small_house: House) -> None:
    _, secretary, _ = await asked(small_house)
    await more(small_house, 6)
    shown = await answered(secretary, "jono")
    assert "7 pyyntöä." in words_on(shown.card)
    assert "Sivu 1/2" in words_on(shown.card)
    first = references(shown.card)
    await secretary.execute(shown, "Seuraava sivu")
    assert "Sivu 2/2" in words_on(shown.card)
    assert sorted(first + references(shown.card)) == [f"HE-2022-{number:04d}" for number in range(1, 8)]
    await secretary.execute(shown, "Edellinen sivu")
    assert references(shown.card) == first


async def test_a_page_beyond_the_last_shows_the_last(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    shown = await secretary.act(secretary.last, {"data": {"verb": "queue", "page": 7}})
    assert reference in words_on(shown.card)


async def test_the_queue_shows_no_words_of_the_case(small_house: House) -> None:
    _, secretary, _ = await asked(small_house)
    shown = await answered(secretary, "jono")
    assert "Viestit ovat kiristyneet" not in str(shown.card)
    assert "040 123 4567" not in str(shown.card)


async def test_requests_of_another_group_are_not_in_the_queue(small_house: House) -> None:
    worker = await small_house.person(1)
    await send_request(worker)
    secretary = await small_house.person(3)
    only = frozenset({RoleGrant(secretary.object_id, Role.SECRETARY, "master")})
    async with small_house.desk.database.write() as connection:
        await lay_roles(connection, only, small_house.desk.clock.now())
    assert "Ei pyyntöjä tällä rajauksella" in await said(secretary, "jono")
