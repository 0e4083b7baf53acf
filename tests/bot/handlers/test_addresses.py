"""A coordinator sends a list of addresses as a file; it goes into a form of hers. From nobody else is a file taken."""

import asyncio

import pytest
from sqlalchemy import func, select

from playground import Client, Dialog, Fault, Message
from storage import drafts
from storage.announcement_tables import listed_people
from storage.trace_tables import access_log
from tests.bot.handlers.test_announcements import NEWS, begun, filled, to_the_end
from tests.bot.talk import button, person_id
from tests.bot.test_rosters import digests, until
from tests.e2e.walks import titles, words_on
from tests.house import House

KNOWN, NOBODYS = "person1@example.fi", "tuntematon@kunta.example"
LIST = f"Nimi;Osoite\nAmmattilainen;Person1@example.fi\nEi kukaan;{NOBODYS}\n".encode("utf-8-sig")
BOTH = f"Person1@example.fi\n{NOBODYS}"


async def sent(client: Client, data: bytes = LIST, name: str = "Lista.csv") -> Message:
    """Send a file and take the answer."""
    before = len(client.messages)
    await client.send_file(name, data)
    await client.until(lambda one: len(one.messages) > before + 1)
    return client.last


async def use(client: Client, message: Message, where: str = "news") -> Dialog:
    """Open the form that the list goes into."""
    return await client.open(message, "Avaa lomake", {"f.where": where})


async def kept(house: House, client: Client) -> list[dict[str, object]]:
    """The answers of this person's forms on their way, latest first."""
    async with house.desk.database.read() as connection:
        owner = await person_id(house, connection, client)
        return [dict(one.answers) for one, _ in await drafts.list_open(connection, owner, house.clock.now())]


async def lines(house: House) -> list[tuple[str, str, str]]:
    """What the access log says of files."""
    query = select(access_log.c.action, access_log.c.outcome, access_log.c.reason).order_by(access_log.c.seq)
    async with house.desk.database.read() as connection:
        found = (await connection.execute(query)).all()
    return [(one.action, one.outcome, one.reason) for one in found if one.action.startswith("typed")]


async def listed(house: House) -> int:
    async with house.desk.database.read() as connection:
        return int(await connection.scalar(select(func.count()).select_from(listed_people)) or 0)


async def people(house: House) -> Client:
    """A coordinator, and a professional whose address is known."""
    await house.person(1)
    coordinator = await house.person(6)
    await until(lambda: digests(house), 2)
    return coordinator


async def test_a_list_is_counted_and_matched_and_nothing_of_it_is_kept(house: House) -> None:
    coordinator = await people(house)
    told = words_on((await sent(coordinator)).card)
    assert "Tiedostossa oli 2 sähköpostiosoitetta." in told
    assert "Yhden osoitteen haltija löytyi OT-botin käyttäjistä." in told
    assert f"Yhdelle osoitteelle ei löytynyt ketään: {NOBODYS}" in told
    assert "Lista.csv" not in told and coordinator.last.summary == "OT-botti vastasi"
    assert await kept(house, coordinator) == []
    assert (await digests(house), await listed(house)) == (2, 0)
    assert await lines(house) == [("typed-list", "done", "")]


async def test_the_list_goes_into_a_new_form_and_reaches_whom_it_names(house: House) -> None:
    coordinator = await people(house)
    dialog = await use(coordinator, await sent(coordinator))
    assert await kept(house, coordinator) == [{"addresses": BOTH}]
    await filled(dialog, NEWS[:3])
    [shown] = [one for one in dialog.inputs if one["id"] == "f.addresses"]
    assert shown["value"] == BOTH
    await filled(dialog, [{"topics": "nepsy", "everyone": "false", "addresses": shown["value"]}])
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    told = words_on(dialog.card)
    assert "Viesti menee yhdelle henkilölle." in told and NOBODYS in told
    assert await listed(house) == 1


async def test_pressed_twice_the_list_opens_one_form(small_house: House) -> None:
    coordinator = await people(small_house)
    message = await sent(coordinator)
    first, second = await use(coordinator, message), await use(coordinator, message)
    assert button(first.card, "form-next")["id"] == button(second.card, "form-next")["id"]
    # A new form without a list is another one.
    assert button((await begun(coordinator, "news")).card, "form-next")["id"] != button(first.card, "form-next")["id"]
    assert len(await kept(small_house, coordinator)) == 2


async def test_the_list_takes_the_place_of_the_one_in_a_form_on_its_way(small_house: House) -> None:
    coordinator = await people(small_house)
    dialog = await begun(coordinator, "news")
    await filled(dialog, NEWS[:3])
    await dialog.submit("Seuraava", {"f.topics": "nepsy", "f.everyone": "true", "f.addresses": "vanha@kunta.example"})
    await dialog.submit("Takaisin")
    stale = button(dialog.card, "form-next") | {"f.topics": "nepsy", "f.addresses": "vanha@kunta.example"}
    message = await sent(coordinator)
    [choices] = [one["choices"] for one in Client.inputs_of(message.card)]
    assert [one["value"] for one in choices[:3]] == ["session", "news", "newsletter"]
    assert "Keskeneräinen: " in choices[3]["title"] and len(choices) == 4
    again = await use(coordinator, message, choices[3]["value"])
    [shown] = [one for one in again.inputs if one["id"] == "f.addresses"]
    assert shown["value"] == BOTH
    [held] = await kept(small_house, coordinator)
    assert (held["addresses"], held["title_fi"]) == (BOTH, "Uusi ryhmä")
    # What is still open elsewhere is of an older version, and takes nothing away.
    await dialog.send(stale)
    assert "vanha@kunta.example" in str(dialog.inputs) and "toisessa ikkunassa" in words_on(dialog.card)
    assert (await kept(small_house, coordinator))[0]["addresses"] == BOTH


@pytest.mark.parametrize("where", ["", "x", "0" * 32, "haastavat-erot", "session,news"])
async def test_a_form_that_is_not_hers_takes_no_list(small_house: House, where: str) -> None:
    coordinator = await people(small_house)
    dialog = await coordinator.fetch(
        await sent(coordinator), {"verb": "announcement-addresses", "list": BOTH, "f.where": where}
    )
    assert "Lomaketta ei löytynyt" in words_on(dialog.card)
    assert await kept(small_house, coordinator) == []


async def test_another_coordinators_form_takes_no_list(small_house: House) -> None:
    coordinator, other = await people(small_house), await small_house.person(1)
    hers = button((await begun(coordinator, "news")).card, "form-next")["id"]
    data = {"verb": "announcement-addresses", "list": BOTH, "f.where": hers}
    assert "Tiedotteita tekevät koordinaattorit" in words_on((await other.fetch(None, data)).card)
    assert await kept(small_house, coordinator) == [{}]


@pytest.mark.parametrize(
    "forged", ["", "ei osoite", f"{KNOWN}\n131052-308T@kunta.example", "a@kunta.example\n" * 300, 7]
)
async def test_what_a_card_brings_back_is_judged_as_if_it_had_been_typed(small_house: House, forged: object) -> None:
    coordinator = await people(small_house)
    data = {"verb": "announcement-addresses", "list": forged, "f.where": "news"}
    assert "f.addresses" not in str((await coordinator.fetch(None, data)).card)
    assert await kept(small_house, coordinator) == []


@pytest.mark.parametrize(
    ("data", "words", "reason"),
    [
        (b"PK\x03\x04", "Excel-työkirja", "file-workbook"),
        (b"\x89PNG\r\n\x1a\n\0", "ei ole tekstiä", "file-not-text"),
        (b"", "ei löytynyt sähköpostiosoitteita", "file-no-addresses"),
        ("Lausunto\nLiisa pelkää\nÄiti\na@b.fi".encode(), "poista se keskustelusta", "file-not-a-list"),
        (f"{KNOWN};131052-308T".encode(), "henkilötunnus", "file-identity-code"),
        (b"".join(b"nimi%d@kunta.example\n" % one for one in range(999)), "999 osoitetta", "file-too-long"),
        (b"x" * 1_000_001, "liian suuri", "file-too-large"),
    ],
)
async def test_what_is_no_list_is_refused_in_plain_words_and_not_quoted(
    small_house: House, data: bytes, words: str, reason: str
) -> None:
    coordinator = await people(small_house)
    card = (await sent(coordinator, data, "Liisa 131052-308T.docx")).card
    assert words in words_on(card)
    assert not [one for one in ("Liisa", "131052", "kunta.example", KNOWN, "Lausunto") if one in str(card)]
    assert await lines(small_house) == [("typed-list", "refused", reason)]
    assert await kept(small_house, coordinator) == []


@pytest.mark.parametrize("number", [1, 3, 4, 5, 7])
async def test_from_anybody_else_nothing_is_fetched(small_house: House, number: int) -> None:
    person = await small_house.person(number)
    assert "ei avattu eikä tallennettu" in words_on((await sent(person)).card)
    assert set(small_house.teams.files.fetched.values()) == {0}
    assert await lines(small_house) == [("typed-file", "done", "")]


@pytest.mark.parametrize(
    ("attached", "words"),
    [
        ([{"contentType": "image/png"}], "ei avattu eikä tallennettu"),
        ([{}, {}], "yksi tiedosto kerrallaan"),
        ([{"content": {}}], "ei saatu Teamsista"),
        ([{"content": {"downloadUrl": "http://127.0.0.1.example/x"}}], "ei saatu Teamsista"),
    ],
)
async def test_what_is_not_one_file_in_its_place_is_not_fetched(
    small_house: House, attached: list[dict[str, object]], words: str
) -> None:
    coordinator, teams = await people(small_house), small_house.teams
    file, before = teams.files.attach(teams.service_url, "Lista.csv", LIST), len(coordinator.messages)
    given = [file | one for one in attached]
    await coordinator.post(coordinator.activity("message", text="", attachments=given))
    await coordinator.until(lambda one: len(one.messages) > before)
    assert words in words_on(coordinator.last.card)
    assert set(teams.files.fetched.values()) == {0}


async def test_in_a_channel_nothing_is_fetched(small_house: House) -> None:
    coordinator, teams = await people(small_house), small_house.teams
    await coordinator.install(teams.channel)
    activity = coordinator.activity("message", text="", attachments=[teams.files.attach(teams.service_url, "x", LIST)])
    activity["conversation"] |= {"id": teams.channel.id, "conversationType": "channel", "isGroup": True}
    before = len(teams.channel.messages)
    await coordinator.post(activity)
    await coordinator.until(lambda _: len(teams.channel.messages) > before)
    assert small_house.desk.speech("fi").say("elsewhere-text") in words_on(teams.channel.messages[-1].card)
    assert set(teams.files.fetched.values()) == {0}


async def test_what_teams_delivers_twice_is_answered_once(small_house: House) -> None:
    coordinator = await people(small_house)
    small_house.teams.faults.add(Fault("inbound_twice", method="message"))
    before = len(coordinator.messages)
    await sent(coordinator)
    await small_house.teams.courier.settle()
    await asyncio.sleep(0.2)
    assert len([one for one in coordinator.messages[before:] if one.by_bot]) == 1
    assert await lines(small_house) == [("typed-list", "done", "")]


async def test_a_coordinator_may_send_the_next_list_at_once_and_later(small_house: House) -> None:
    coordinator = await people(small_house)
    first = await sent(coordinator)
    second = await sent(coordinator, b"toinen@kunta.example")
    assert "yksi sähköpostiosoite" in words_on(second.card)
    small_house.pass_time(days=2)
    # An older card still carries its own list.
    dialog = await use(coordinator, first)
    assert (await kept(small_house, coordinator))[0] == {"addresses": BOTH}
    assert "Seuraava" in titles(dialog.card)
