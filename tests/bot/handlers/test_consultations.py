"""What requester and secretary do with a request, each in front of the other."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.people import Role, RoleGrant
from playground import Client, Dialog, Fault
from storage import claims, identities, notice_tables, tables
from storage.consultations import seats_taken
from storage.people import lay_roles
from tests.bot.talk import answered, asked, button, newest, opened, pair, said, whole, write_down
from tests.e2e.walks import SINGLE, inputs_by_id, send_request, titles, words_on
from tests.house import House

ANONYMOUS = {**SINGLE, "matter": {"matter": "single", "anonymous": "yes"}}
LONG = "x" * 1501


async def rows(house: House, table: str) -> int:
    async with house.desk.database.read() as connection:
        found = await connection.scalar(select(func.count()).select_from(tables.metadata.tables[table]))
    return int(found or 0)


async def until_dead(house: House) -> None:
    """Until some delivery has ended for want of a chat."""
    dead: list[str] = []
    while not dead:
        await asyncio.sleep(0.05)
        async with house.desk.database.read() as connection:
            states = (await connection.scalars(select(notice_tables.deliveries.c.state))).all()
        dead = [one for one in states if one == "dead"]


async def about_to_ask(secretary: Client, reference: str) -> Dialog:
    """Where she writes a question."""
    dialog = await opened(secretary, reference)
    await dialog.submit("Kysy pyytäjältä")
    return dialog


async def about_to_move(secretary: Client, reference: str) -> Dialog:
    """Where she chooses another meeting."""
    dialog = await opened(secretary, reference)
    await dialog.submit("Siirrä toiseen kokoukseen")
    return dialog


async def card_of(client: Client, summary: str) -> str:
    """What the message with these words in its notification says now."""
    return words_on(client.card_of(await newest(client, summary)))


async def test_a_request_is_taken_once_and_its_requester_sees_by_whom(house: House) -> None:
    worker, secretary, reference = await asked(house)
    dialog = await opened(secretary, reference)
    taking = button(dialog.card, "consultation-take")
    for _ in range(2):
        await dialog.send(taking)
        assert "sinun käsittelyssäsi" in words_on(dialog.card)
    receipt = await newest(worker, f"Konsultaatiopyyntö {reference}")
    await worker.until(lambda one: "Käsittelyssä: Person 3" in words_on(one.card_of(receipt)))
    assert "Ota käsittelyyn" not in titles(dialog.card)
    assert await rows(house, "events") == 2


async def test_of_two_secretaries_who_take_it_the_second_is_told_who_has_it(
    house: House,
) -> None:
    second = house.teams.person(8)
    grants = {RoleGrant(second.object_id, Role.SECRETARY, "haastavat-erot")} | house.desk.content.centre.grants
    async with house.desk.database.write() as connection:
        await lay_roles(connection, frozenset(grants), house.clock.now())
    await house.person(8)
    _, first, reference = await asked(house)
    one, other = await opened(first, reference), await opened(second, reference)
    await newest(second, "on saapunut")
    await one.submit("Ota käsittelyyn")
    await other.submit("Ota käsittelyyn")
    assert "on jo ottanut käsittelyyn Person 3" in words_on(other.card)
    assert reference in words_on(other.card)
    arrived = await newest(second, "on saapunut")
    await second.until(lambda client: "Käsittelyssä: Person 3" in words_on(client.card_of(arrived)))


async def test_a_question_and_its_answer_are_each_there_once_though_sent_twice(house: House) -> None:
    worker, secretary, reference = await asked(house)
    asking = await about_to_ask(secretary, reference)
    house.teams.faults.add(Fault("inbound_twice", method="task/submit"))
    await asking.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu?"})
    question = await newest(worker, "Sihteeri pyytää lisätietoa")
    await house.teams.courier.settle()
    assert "Kysymys on lähetetty" in str(house.teams.courier.repeats[-1].body)
    answering = await worker.open(question, "Vastaa kysymykseen")
    house.teams.faults.add(Fault("inbound_twice", method="task/submit"))
    await answering.submit("Lähetä vastaus", {"f.words": "Kyllä, elokuussa."})
    await house.teams.courier.settle()
    assert "Vastaus on lähetetty" in str(house.teams.courier.repeats[-1].body)
    await newest(secretary, "on vastattu")
    assert await rows(house, "questions") == 1
    read = await whole(await opened(secretary, reference))
    assert (read.count("Onko lapsia kuultu?"), read.count("Kyllä, elokuussa.")) == (1, 1)
    assert sum("pyytää lisätietoa" in one.summary for one in worker.cards) == 1
    assert sum("on vastattu" in one.summary for one in secretary.cards) == 1


async def test_a_second_question_waits_for_the_first_answer(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await about_to_ask(secretary, reference)
    form = dialog.card
    await dialog.submit("Lähetä kysymys", {"f.words": "Ensimmäinen?"})
    assert "Kysy pyytäjältä" not in titles(dialog.card)
    await dialog.send({**button(form, "question-ask-send"), "f.words": "Toinen?"})
    assert "odottaa vielä pyytäjän vastausta" in words_on(dialog.card)
    assert await rows(small_house, "questions") == 1


@pytest.mark.parametrize(
    ("typed", "why"), [("", "Kirjoita tähän jotakin"), ("   ", "Kirjoita"), (LONG, "1\u00a0501 merkkiä")]
)
async def test_words_that_cannot_be_taken_are_kept_to_be_mended(small_house: House, typed: str, why: str) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await about_to_ask(secretary, reference)
    await dialog.submit("Lähetä kysymys", {"f.words": typed})
    assert why in words_on(dialog.card)
    assert (inputs_by_id(dialog.card)["words"].get("value") or "") == typed.strip()
    assert await rows(small_house, "questions") == 0


async def test_a_question_with_an_identity_code_is_not_kept_and_comes_back_without_it(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await about_to_ask(secretary, reference)
    await dialog.submit("Lähetä kysymys", {"f.words": "Onko 131052–308t kuultu?"})
    assert "Tekstissä oli henkilötunnus" in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["words"]["value"] == "Onko […] kuultu?"
    assert await rows(small_house, "questions") == 0
    await dialog.submit("Lähetä kysymys", {"f.words": "Onko lasta kuultu?"})
    assert await rows(small_house, "questions") == 1


async def test_words_that_may_point_at_somebody_are_sent_when_their_writer_is_sure(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    hers = await about_to_ask(secretary, reference)
    await hers.submit("Lähetä kysymys", {"f.words": "Onko Liisan isää kuultu?"})
    assert "henkilön nimi" in words_on(hers.card)
    assert await rows(small_house, "questions") == 0
    await hers.submit("Lähetä näin")
    assert "Kysymys on lähetetty" in words_on(hers.card)
    mine = await worker.open(await newest(worker, "pyytää lisätietoa"), "Vastaa kysymykseen")
    await mine.submit("Lähetä vastaus", {"f.words": "On. Hän asuu Koulukatu 3."})
    assert "katuosoite" in words_on(mine.card)
    await mine.submit("Lähetä näin", {"f.words": "On. Hän asuu Koulukatu 3, 040 123 4567."})
    assert "puhelinnumero" in words_on(mine.card)
    await mine.submit("Lähetä näin")
    assert "Vastaus on lähetetty" in words_on(mine.card)


async def test_a_reason_that_may_point_at_somebody_keeps_the_chosen_meeting_while_it_is_asked_about(
    small_house: House,
) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await about_to_move(secretary, reference)
    await dialog.submit("Siirrä pyyntö", {"f.meeting": "2022-11-10", "f.words": "Liisa on sairaana."})
    assert "henkilön nimi" in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["meeting"]["value"] == "2022-11-10"
    await dialog.submit("Lähetä näin")
    assert "on siirretty" in words_on(dialog.card)


async def test_an_answer_to_a_request_that_has_changed_meanwhile_keeps_its_words(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    hers = await about_to_ask(secretary, reference)
    await hers.submit("Lähetä kysymys", {"f.words": "Miksi?"})
    mine = await worker.open(await newest(worker, "pyytää lisätietoa"), "Vastaa kysymykseen")
    await hers.submit("Ota käsittelyyn")
    await mine.submit("Lähetä vastaus", {"f.words": "Siksi."})
    assert "muuttunut sillä välin" in words_on(mine.card)
    assert inputs_by_id(mine.card)["words"]["value"] == "Siksi."
    await mine.submit("Lähetä vastaus")
    assert "Vastaus on lähetetty" in words_on(mine.card)


async def test_a_request_is_moved_with_a_reason_that_its_requester_sees(house: House) -> None:
    worker, secretary, reference = await asked(house)
    dialog = await about_to_move(secretary, reference)
    assert "2022-10-13" not in str(inputs_by_id(dialog.card)["meeting"])
    await dialog.submit("Siirrä pyyntö", {"f.meeting": "2022-11-10", "f.words": ""})
    assert "Kirjoita tähän jotakin" in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["meeting"]["value"] == "2022-11-10"
    await dialog.submit("Siirrä pyyntö", {"f.words": "Kokous on täynnä."})
    assert "on siirretty" in words_on(dialog.card)
    await newest(worker, "on siirretty toiseen kokoukseen")
    receipt = await newest(worker, f"Konsultaatiopyyntö {reference}")
    await worker.until(lambda one: "to 10.11.2022 klo 13–15" in words_on(one.card_of(receipt)))
    assert "Kokous on täynnä." in await whole(await opened(worker, reference))
    assert "Kokous on täynnä." not in words_on(receipt.card)


async def test_a_meeting_that_is_not_offered_is_not_moved_to(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await about_to_move(secretary, reference)
    await dialog.send({**button(dialog.card, "consultation-move-send"), "f.meeting": "2022-11-11", "f.words": "Syy"})
    assert "Valitse kokous" in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["words"]["value"] == "Syy"


async def test_a_withdrawn_request_is_seen_by_both_and_nothing_more_happens_to_it(house: House) -> None:
    worker, secretary, reference = await asked(house)
    hers = await opened(secretary, reference)
    mine = await opened(worker, reference)
    await mine.submit("Peru pyyntö")
    assert "Perutaanko" in words_on(mine.card)
    sure = button(mine.card, "consultation-withdraw-sure")
    for _ in range(2):
        await mine.send(sure)
        assert "on peruttu" in words_on(mine.card)
    await newest(secretary, f"Pyyntö {reference} on peruttu")
    assert sum("on peruttu" in one.summary for one in secretary.cards) == 1
    arrived = await newest(secretary, "on saapunut")
    await secretary.until(lambda one: "Peruttu" in words_on(one.card_of(arrived)))
    receipt = await newest(worker, f"Konsultaatiopyyntö {reference}")
    await worker.until(lambda one: "on peruttu" in words_on(one.card_of(receipt)))
    for verb in ("consultation-take", "question-ask", "consultation-move"):
        await hers.send({"verb": verb, "id": sure["id"], "v": 1})
        assert "on peruttu, joten" in words_on(hers.card)


async def test_withdrawing_gives_the_seat_back_and_ends_the_open_change(small_house: House) -> None:
    worker, _, reference = await asked(small_house)
    changing = await opened(worker, reference)
    await changing.submit("Muuta pyyntöä")
    leaving = await opened(worker, reference)
    await leaving.submit("Peru pyyntö")
    await leaving.submit("Peru pyyntö")
    await changing.send(button(changing.card, "form-go"))
    assert "Lomaketta ei löytynyt" in words_on(changing.card)
    async with small_house.desk.database.read() as connection:
        assert await seats_taken(connection, "haastavat-erot") == {}


async def test_never_mind_leads_back_to_the_request(small_house: House) -> None:
    worker, _, reference = await asked(small_house)
    dialog = await opened(worker, reference)
    await dialog.submit("Peru pyyntö")
    await dialog.submit("En sittenkään")
    assert f"Konsultaatiopyyntö {reference}" in words_on(dialog.card)
    assert "Peru pyyntö" in titles(dialog.card)


async def test_who_asks_anonymously_is_shown_to_nobody_on_opening(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    reference = await send_request(worker, ANONYMOUS)
    arrived = await newest(secretary, "on saapunut")
    assert "Person 1" not in str(arrived.card)
    read = await whole(await opened(secretary, reference))
    assert "Anonyymi konsultaatio" in read
    assert "Person 1" not in read and "040 123 4567" not in read
    for number in (2, 4, 5, 6, 7):
        other = await house.person(number)
        assert "Pyyntöä ei löytynyt" in await said(other, reference)
        assert "040 123 4567" not in str(other.last.card)
    mine = await whole(await opened(worker, reference))
    assert "040 123 4567" in mine


async def test_an_anonymous_request_goes_its_whole_way_and_both_sides_see_days_only(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    reference = await send_request(worker, ANONYMOUS)
    asking = await opened(secretary, reference)
    await asking.submit("Ota käsittelyyn")
    await asking.submit("Kysy pyytäjältä")
    await asking.submit("Lähetä kysymys", {"f.words": "Miksi?"})
    answering = await worker.open(await newest(worker, "pyytää lisätietoa"), "Vastaa kysymykseen")
    await answering.submit("Lähetä vastaus", {"f.words": "Siksi."})
    await newest(secretary, "on vastattu")
    moving = await about_to_move(secretary, reference)
    await moving.submit("Siirrä pyyntö", {"f.meeting": "2022-11-10", "f.words": "Täynnä."})
    await newest(worker, "on siirretty toiseen kokoukseen")
    receipt = await newest(worker, f"Konsultaatiopyyntö {reference}")
    await worker.until(lambda one: "to 10.11.2022 klo 13–15" in words_on(one.card_of(receipt)))
    for client in (worker, secretary):
        read = await whole(await opened(client, reference))
        for words in ("Lähetetty ti 20.9.2022 ", "kysyi ti 20.9.2022 ", "Vastaus ti 20.9.2022 "):
            assert words in read and f"{words}klo" not in read


async def test_a_reader_whose_app_was_away_hears_of_her_anonymous_request_when_it_is_back(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    reference = await send_request(worker, ANONYMOUS)
    await newest(worker, f"Konsultaatiopyyntö {reference}")
    await worker.uninstall()
    asking = await about_to_ask(secretary, reference)
    await asking.submit("Lähetä kysymys", {"f.words": "Miksi?"})
    async with asyncio.timeout(10):
        await until_dead(house)
    await worker.install()
    await newest(worker, "pyytää lisätietoa")


async def test_a_request_is_opened_by_its_number_in_any_writing(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    for typed in (reference, reference.lower(), f" {reference}. "):
        assert f"Konsultaatiopyyntö {reference}" in await said(worker, typed)
        assert f"Konsultaatiopyyntö {reference}" in await said(secretary, typed)
    assert "Pyyntöä ei löytynyt" in await said(worker, "HE-2022-0009")


async def test_a_number_that_is_another_persons_and_one_that_is_nobodys_are_answered_alike(
    small_house: House,
) -> None:
    _, _, reference = await asked(small_house)
    stranger = await small_house.person(2)
    told = [await said(stranger, number) for number in (reference, "HE-2022-0999")]
    assert told[0] == told[1]


async def test_taking_from_the_message_shows_the_message_as_it_is_now(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    arrived = await newest(secretary, "on saapunut")
    answer = await secretary.execute(arrived, "Ota käsittelyyn")
    assert "Käsittelyssä: Person 3" in words_on(answer.card)
    assert titles(answer.card) == ["Avaa"]
    assert reference in words_on(answer.card)
    await secretary.until(lambda one: "Käsittelyssä" in words_on(one.card_of(arrived)))


async def test_the_summary_of_what_is_told_never_holds_a_word_of_the_case(small_house: House) -> None:
    worker, secretary, reference = await asked(small_house)
    dialog = await about_to_ask(secretary, reference)
    await dialog.submit("Lähetä kysymys", {"f.words": "Salainen kysymys?"})
    await newest(worker, "pyytää lisätietoa")
    told = " ".join(str((one.summary, one.card)) for one in [*worker.cards, *secretary.cards])
    assert "Salainen kysymys" not in told
    assert "Viestit ovat kiristyneet" not in await card_of(worker, "pyytää lisätietoa") + told


GONE = "Pyytäjän tiedot on poistettu, joten häneen ei saa enää yhteyttä"
BY_CODE = "Hän voi lukea kysymyksesi ja vastata siihen vain pyynnön koodilla"
QUESTIONS = ("question-ask", "question-ask-send")


async def forgotten(house: House, which: str) -> None:
    async with house.desk.database.write() as connection:
        assert await identities.forget(connection, which)


async def test_of_a_taken_request_that_has_lost_its_requester_nothing_is_asked_and_all_else_goes_on(
    house: House,
) -> None:
    _, secretary, reference = await asked(house)
    dialog = await opened(secretary, reference)
    await dialog.submit("Ota käsittelyyn")
    asking = button(dialog.card, "question-ask")
    await forgotten(house, asking["id"])
    for verb in QUESTIONS:
        await dialog.send({**asking, "verb": verb, "f.words": "Miksi?"})
        assert "Tämä ei ole enää mahdollista, koska pyytäjän tiedot on poistettu" in words_on(dialog.card)
        assert GONE in words_on(dialog.card) and "Kysymys on" not in words_on(dialog.card)
        assert titles(dialog.card)[0] == "Siirrä toiseen kokoukseen"
    assert await rows(house, "questions") == 0
    read = await whole(await opened(secretary, reference))
    assert GONE in read and "Person 1" not in read and "Pyytäjä " not in read
    moving = await about_to_move(secretary, reference)
    assert "ei saa siirrosta ilmoitusta" in words_on(moving.card) and "Pyytäjä näkee" not in words_on(moving.card)
    await moving.submit("Siirrä pyyntö", {"f.meeting": "2022-11-10", "f.words": "Täynnä."})
    assert "to 10.11.2022 klo 13–15" in words_on(moving.card)
    assert "hän ei saa siitä ilmoitusta" in words_on(moving.card) and "saa siitä tiedon" not in words_on(moving.card)
    async with house.desk.database.read() as connection:
        nobody = notice_tables.deliveries.c.person.is_(None)
        assert (await connection.execute(select(notice_tables.deliveries).where(nobody))).all() == []


async def test_a_request_that_has_lost_its_requester_can_still_be_taken(small_house: House) -> None:
    _, secretary, reference = await asked(small_house)
    dialog = await opened(secretary, reference)
    await forgotten(small_house, button(dialog.card, "consultation-take")["id"])
    await dialog.submit("Ota käsittelyyn")
    assert "sinun käsittelyssäsi" in words_on(dialog.card) and GONE in words_on(dialog.card)


async def test_a_question_that_only_the_code_opens_is_kept_and_no_more_is_promised(house: House) -> None:
    worker, secretary = await pair(house)
    reference = await write_down(house, worker, anonymous=True)
    dialog = await opened(secretary, reference)
    which = button(dialog.card, "question-ask")["id"]
    async with house.desk.database.write() as connection:
        code = await claims.issue(connection, which, house.clock.now() + timedelta(days=180))
    await forgotten(house, which)
    dialog = await opened(secretary, reference)
    assert BY_CODE in words_on(dialog.card) and "Näytä pyytäjän tiedot" not in titles(dialog.card)
    await dialog.submit("Kysy pyytäjältä")
    form = dialog.card
    house.teams.faults.add(Fault("inbound_twice", method="task/submit"))
    await dialog.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu?"})
    await house.teams.courier.settle()
    twice = str(house.teams.courier.repeats[-1].body)
    await dialog.send({**button(form, "question-ask-send"), "f.words": "Onko lapsia kuultu?"})
    for shown in (words_on(dialog.card), twice):
        assert "vastata siihen vain pyynnön koodilla" in shown and "on lähetetty pyytäjälle" not in shown
    async with house.desk.database.read() as connection:
        nobody = notice_tables.deliveries.c.person.is_(None)
        assert (await connection.execute(select(notice_tables.deliveries).where(nobody))).all() == []
    reading = await worker.open(await answered(worker, "koodi"), "Kirjoita koodi")
    await reading.submit("Avaa pyyntö", {"f.reference": reference, "f.code": code})
    assert words_on(reading.card).count("Onko lapsia kuultu?") == 1


async def test_once_the_code_has_expired_nothing_is_asked_any_more(small_house: House) -> None:
    worker, secretary = await pair(small_house)
    reference = await write_down(small_house, worker, anonymous=True)
    dialog = await opened(secretary, reference)
    asking = button(dialog.card, "question-ask")
    async with small_house.desk.database.write() as connection:
        await claims.issue(connection, asking["id"], small_house.clock.now() + timedelta(days=1))
    await forgotten(small_house, asking["id"])
    small_house.pass_time(days=1)
    for verb in QUESTIONS:
        await dialog.send({**asking, "verb": verb, "f.words": "Miksi?"})
        assert "Tämä ei ole enää mahdollista" in words_on(dialog.card) and GONE in words_on(dialog.card)
    assert await rows(small_house, "questions") == 0
