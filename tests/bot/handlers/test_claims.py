"""Claim codes: shown once, and whoever has hers reads on and withdraws without any link to her."""

import re
from typing import Any

import pytest
from sqlalchemy import select

from playground import Client, Dialog, Fault
from storage import identities, requesters, tables
from storage.consultations import seats_taken
from storage.trace_tables import access_log
from tests.bot.talk import answered, asked, button, newest, opened
from tests.e2e.walks import (
    SINGLE,
    begin_dialog,
    inputs_by_id,
    send_dialog,
    send_request,
    titles,
    walk_chat,
    walk_dialog,
    words_on,
)
from tests.house import House

ANONYMOUS = {**SINGLE, "matter": {"matter": "single", "anonymous": "yes"}}
CODE = re.compile(r"\b[2-9A-HJ-NP-Z]{4}(?:-[2-9A-HJ-NP-Z]{4}){3}\b")
WRONG = "AAAA-AAAA-AAAA-AAAA"


def codes(card: Any) -> list[str]:
    return CODE.findall(words_on(card))


async def sent(house: House) -> tuple[Client, Dialog, str]:
    """An anonymous request, its last card, and its code."""
    worker = await house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, answers=ANONYMOUS)
    await send_dialog(dialog)
    [code] = codes(dialog.card)
    return worker, dialog, code


async def asking(client: Client) -> Dialog:
    """Where the code is typed."""
    return await client.open(await answered(client, "koodi"), "Kirjoita koodi")


async def claimed(client: Client, code: str, reference: str = "HE-2022-0001") -> Dialog:
    """What the code opens."""
    dialog = await asking(client)
    await dialog.submit("Avaa pyyntö", {"f.reference": reference, "f.code": code})
    return dialog


async def test_the_code_is_shown_once_with_its_last_day_and_only_for_an_anonymous_request(small_house: House) -> None:
    worker, dialog, code = await sent(small_house)
    assert "la 18.3.2023" in words_on(dialog.card)
    assert code not in str(worker.messages)
    other = await small_house.person(2)
    await send_request(other)
    named = await begin_dialog(other)
    await walk_dialog(named)
    await send_dialog(named)
    assert codes(named.card) == [] and "Pyynnön koodi" not in words_on(named.card)


async def test_a_send_that_arrives_twice_makes_one_code_and_offers_another(house: House) -> None:
    worker = await house.person(1)
    dialog = await begin_dialog(worker)
    await walk_dialog(dialog, answers=ANONYMOUS)
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")
    sending = button(dialog.card, "form-send")
    house.teams.faults.add(Fault("inbound_twice", method="task/submit"))
    await dialog.send(sending)
    await house.teams.courier.settle()
    shown = codes(dialog.card) + CODE.findall(str(house.teams.courier.repeats[-1].body))
    assert len(shown) == 1
    await dialog.send(sending)
    assert codes(dialog.card) == [] and "Koodi näytetään vain kerran" in words_on(dialog.card)
    await dialog.submit("Näytä uusi koodi")
    [new] = codes(dialog.card)
    assert new != shown[0]
    stranger = await house.person(2)
    assert "eivät sovi yhteen" in words_on((await claimed(stranger, shown[0])).card)
    assert "Konsultaatiopyyntö HE-2022-0001" in words_on((await claimed(stranger, new)).card)


async def test_in_the_chat_the_code_waits_behind_a_dialog(small_house: House) -> None:
    worker = await small_house.person(1)
    await worker.say("konsultaatio")
    first = worker.last
    data = {"verb": "form-begin", "group": "haastavat-erot"}
    await worker.act(first, {"verb": "form-begin", "data": data})
    await walk_chat(worker, first, until="about_you")
    await worker.execute(first, "Takaisin")
    await worker.execute(first, "Seuraava", {"f.matter": "single", "f.anonymous": "yes"})
    await walk_chat(worker, first)
    while "Seuraava sivu" in titles(worker.card_of(first)):
        await worker.execute(first, "Seuraava sivu")
    await worker.execute(first, "Lähetä")
    assert "Pyyntö on lähetetty" in words_on(worker.card_of(first))
    assert codes(worker.card_of(first)) == []
    dialog = await worker.open(first, "Näytä uusi koodi")
    [code] = codes(dialog.card)
    assert code not in str(worker.messages)


async def test_the_code_shows_state_meeting_questions_and_answers_and_nothing_more(house: House) -> None:
    worker, _, code = await sent(house)
    secretary, stranger = await house.person(3), await house.person(2)
    reference = "HE-2022-0001"
    asks = await opened(secretary, reference)
    await asks.submit("Kysy pyytäjältä")
    await asks.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu?"})
    answering = await worker.open(await newest(worker, "pyytää lisätietoa"), "Vastaa kysymykseen")
    await answering.submit("Lähetä vastaus", {"f.words": "Kyllä, elokuussa."})
    async with house.desk.database.write() as connection:
        # The identity compartment has been erased: nothing else leads to her request any more.
        which = await connection.scalar(select(tables.consultations.c.id))
        await requesters.erase(connection, str(which))
    shown = words_on((await claimed(stranger, code.lower())).card)
    for words in (reference, "to 13.10.2022 klo 13–15", "Onko lapsia kuultu?", "Kyllä, elokuussa.", "ti 20.9.2022"):
        assert words in shown, words
    for words in ("Viestit ovat kiristyneet", "040 123 4567", "Person 1", code):
        assert words not in shown, words


async def test_with_the_code_a_request_is_withdrawn_once_and_nobody_is_named(house: House) -> None:
    _, _, code = await sent(house)
    secretary, stranger = await house.person(3), await house.person(2)
    dialog = await claimed(stranger, code)
    await dialog.submit("Peru pyyntö")
    assert "Perutaanko pyyntö HE-2022-0001" in words_on(dialog.card)
    await dialog.submit("Peru pyyntö", {"f.code": WRONG})
    assert "eivät sovi yhteen" in words_on(dialog.card)
    sure = button(dialog.card, "claim-withdraw-sure") | {"f.code": code}
    for _ in range(2):
        await dialog.send(sure)
        assert "on peruttu" in words_on(dialog.card) and "Peru pyyntö" not in titles(dialog.card)
    await newest(secretary, "Pyyntö HE-2022-0001 on peruttu")
    async with house.desk.database.read() as connection:
        events = (await connection.execute(select(tables.events.c.what, tables.events.c.person))).all()
        assert await seats_taken(connection, "haastavat-erot") == {}
    assert [tuple(one) for one in events] == [("sent", None), ("withdrawn", None)]


async def test_a_question_is_answered_by_the_code_once_and_its_secretary_hears_of_it(house: House) -> None:
    _, _, code = await sent(house)
    secretary, stranger = await house.person(3), await house.person(2)
    asks = await opened(secretary, "HE-2022-0001")
    which = button(asks.card, "question-ask")["id"]
    async with house.desk.database.write() as connection:
        assert await identities.forget(connection, which)
    await asks.submit("Kysy pyytäjältä")
    await asks.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu?"})
    dialog = await claimed(stranger, code)
    sending = button(dialog.card, "claim-answer-send") | {"f.words": "Kyllä, elokuussa."}
    await dialog.send(sending | {"f.code": WRONG})
    assert "eivät sovi yhteen" in words_on(dialog.card) and "Onko lapsia kuultu?" not in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["words"]["value"] == "Kyllä, elokuussa."
    await dialog.send(sending | {"f.code": code, "f.words": "Lapsi 131052-308T"})
    assert "henkilötunnus" in words_on(dialog.card) and "308T" not in str(dialog.card)
    for _ in range(2):
        await dialog.send(sending | {"f.code": code})
        assert "Vastaus on lähetetty" in words_on(dialog.card) and "Lähetä vastaus" not in titles(dialog.card)
    await newest(secretary, "on vastattu")
    assert "Kyllä, elokuussa." in words_on((await opened(secretary, "HE-2022-0001")).card)
    async with house.desk.database.read() as connection:
        events = (await connection.execute(select(tables.events.c.what, tables.events.c.person))).all()
        about = (await connection.execute(select(access_log).where(access_log.c.action == "claim-answer-send"))).all()
    assert [one.person for one in events if one.what == "answered"] == [None]
    assert {one.actor for one in about} == {None}


async def test_what_is_wrong_is_told_alike_for_every_number_and_gives_nothing_back(small_house: House) -> None:
    _, _, code = await sent(small_house)
    stranger = await small_house.person(2)
    told = []
    for reference, typed in (("HE-2022-0001", WRONG), ("HE-2022-0999", code), ("ei mikään", code)):
        dialog = await claimed(stranger, typed, reference)
        told.append(words_on(dialog.card).replace(reference.upper(), "…"))
        assert inputs_by_id(dialog.card)["code"].get("value") is None
    assert len(set(told)) == 1 and "eivät sovi yhteen" in told[0]
    both, one = "Kirjoita sekä viitenumero että koodi", "Koodi puuttuu vielä"
    for empty, told_of in (({"f.reference": "HE-2022-0001"}, one), ({"f.code": code}, both), ({}, both)):
        dialog = await asking(stranger)
        await dialog.submit("Avaa pyyntö", empty)
        assert told_of in words_on(dialog.card)


async def test_an_identity_code_that_was_taken_for_the_number_does_not_come_back(small_house: House) -> None:
    dialog = await claimed(await small_house.person(2), WRONG, "131052-308t")
    assert "eivät sovi yhteen" in words_on(dialog.card)
    assert inputs_by_id(dialog.card)["reference"]["value"] == "[…]"
    assert "308" not in str(dialog.card)


@pytest.mark.parametrize("reference", ["HE-2022-0001", "HE-2022-0999"])
async def test_after_five_wrong_codes_even_the_right_one_waits_an_hour(house: House, reference: str) -> None:
    _, _, code = await sent(house)
    stranger, other = await house.person(2), await house.person(4)
    for _ in range(5):
        assert "eivät sovi yhteen" in words_on((await claimed(stranger, WRONG, reference)).card)
    for who in (stranger, other):
        assert "Yrityksiä on ollut liian monta" in words_on((await claimed(who, code, reference)).card)
    # She herself is stopped for every number, the others for this one only.
    assert "Yrityksiä on ollut liian monta" in words_on((await claimed(stranger, code)).card)
    house.pass_time(hours=1, seconds=1)
    assert "Konsultaatiopyyntö HE-2022-0001" in words_on((await claimed(stranger, code)).card)


async def test_a_code_that_has_expired_opens_nothing(small_house: House) -> None:
    _, _, code = await sent(small_house)
    stranger = await small_house.person(2)
    small_house.pass_time(days=180)
    assert "eivät sovi yhteen" in words_on((await claimed(stranger, code)).card)


async def test_only_the_requester_makes_a_new_code_and_of_an_open_anonymous_request_only(small_house: House) -> None:
    worker, _, _ = await sent(small_house)
    mine = await opened(worker, "HE-2022-0001")
    renew = button(mine.card, "claim-renew")
    for number in (2, 3, 4):
        other = await small_house.person(number)
        answer = await other.fetch(other.last, renew)
        assert codes(answer.card) == [], number
    await mine.submit("Näytä uusi koodi")
    assert len(codes(mine.card)) == 1
    leaving = await opened(worker, "HE-2022-0001")
    await leaving.submit("Peru pyyntö")
    await leaving.submit("Peru pyyntö")
    await leaving.send(renew)
    assert codes(leaving.card) == []


async def test_a_named_request_has_no_code(small_house: House) -> None:
    worker, _, reference = await asked(small_house)
    dialog = await opened(worker, reference)
    assert "Näytä uusi koodi" not in titles(dialog.card)
    await dialog.send({"verb": "claim-renew", "id": button(dialog.card, "consultation-withdraw")["id"]})
    assert codes(dialog.card) == []


async def test_a_request_that_is_named_gives_up_its_code_and_one_that_becomes_anonymous_gets_one(
    small_house: House,
) -> None:
    worker, _, code = await sent(small_house)
    for wished, expected in (("no", 0), ("yes", 1)):
        dialog = await opened(worker, "HE-2022-0001")
        await dialog.submit("Muuta pyyntöä")
        await dialog.send(next(one["data"] for one in Client.actions_of(dialog.card) if one["title"] == "Muuta"))
        await dialog.submit("Seuraava", {"f.matter": "single", "f.anonymous": wished})
        while "Seuraava sivu" in titles(dialog.card):
            await dialog.submit("Seuraava sivu")
        await dialog.submit("Lähetä muutokset")
        assert "on tallennettu" in words_on(dialog.card)
        assert len(codes(dialog.card)) == expected
    stranger = await small_house.person(2)
    assert "eivät sovi yhteen" in words_on((await claimed(stranger, code)).card)
    assert "HE-2022-0001" in words_on((await claimed(stranger, codes(dialog.card)[0])).card)
