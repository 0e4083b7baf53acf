"""The main job, over real HTTP: a consultation travels from the form to the secretary and back."""

from playground import Client, Message
from tests.e2e.walks import begin_dialog, send_dialog, titles, walk_chat, walk_dialog, words_on
from tests.house import House


async def newest(client: Client, summary: str) -> Message:
    """The newest message whose notification has these words."""
    message: Message = await client.until(
        lambda one: next((m for m in reversed(one.messages) if summary in (m.summary or "")), None)
    )
    return message


async def test_a_consultation_travels_through_dialogs_from_the_form_to_the_secretary_and_back(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    dialog = await begin_dialog(worker)
    walked = await walk_dialog(dialog)
    assert walked[:3] == ["matter", "about_you", "contact"]
    assert "acute" not in walked
    assert "theme" not in walked
    await send_dialog(dialog)
    assert "HE-2022-0001" in words_on(dialog.card)
    assert "to 13.10.2022 klo 13–15" in words_on(dialog.card)

    receipt = await newest(worker, "Konsultaatiopyyntö HE-2022-0001")
    arrived = await newest(secretary, "Konsultaatiopyyntö on saapunut: HE-2022-0001")
    assert "Viestit ovat kiristyneet" not in words_on(receipt.card) + words_on(arrived.card)

    opened = await secretary.open(arrived, "Avaa")
    shown = words_on(opened.card)
    while "Seuraava sivu" in titles(opened.card):
        await opened.submit("Seuraava sivu")
        shown += words_on(opened.card)
    assert "Viestit ovat kiristyneet kevään aikana." in shown
    await opened.submit("Ota käsittelyyn")
    await secretary.until(lambda one: "Käsittelyssä" in words_on(one.card_of(arrived)))
    await worker.until(lambda one: "Käsittelyssä" in words_on(one.card_of(receipt)))

    await opened.submit("Kysy pyytäjältä")
    await opened.submit("Lähetä kysymys", {"f.words": "Onko lapsia kuultu kesän jälkeen?"})
    question = await newest(worker, "Sihteeri pyytää lisätietoa")
    answering = await worker.open(question, "Vastaa kysymykseen")
    assert "Onko lapsia kuultu kesän jälkeen?" in words_on(answering.card)
    await answering.submit("Lähetä vastaus", {"f.words": "Kyllä, elokuussa."})
    answer = await newest(secretary, "on vastattu")
    assert "Kyllä, elokuussa." in words_on((await secretary.open(answer, "Avaa")).card)

    changing = await worker.open(receipt, "Muuta pyyntöä")
    await changing.submit("Muuta")
    await changing.submit("Seuraava", {"f.anonymous": "yes"})
    while "Lähetä muutokset" not in titles(changing.card):
        assert "Seuraava sivu" in titles(changing.card), words_on(changing.card)
        await changing.submit("Seuraava sivu")
    await changing.submit("Lähetä muutokset")
    await newest(secretary, "on muutettu")

    leaving = await worker.open(receipt, "Peru pyyntö")
    await leaving.submit("Peru pyyntö")
    await newest(secretary, "on peruttu")
    await secretary.until(lambda one: "Peruttu" in words_on(one.card_of(arrived)))
    await worker.until(lambda one: "on peruttu" in words_on(one.card_of(receipt)))


async def test_the_same_travels_through_cards_in_the_chat(house: House) -> None:
    worker, secretary = await house.person(1), await house.person(3)
    await worker.say("konsultaatio")
    asked = worker.last
    await worker.execute(asked, "Valitse tämä ryhmä")
    await worker.execute(asked, "Täytä keskustelussa")
    await walk_chat(worker, asked)
    while "Seuraava sivu" in titles(worker.card_of(asked)):
        await worker.execute(asked, "Seuraava sivu")
    await worker.execute(asked, "Lähetä")
    assert "HE-2022-0001" in words_on(worker.card_of(asked))

    arrived = await newest(secretary, "Konsultaatiopyyntö on saapunut")
    await secretary.execute(arrived, "Ota käsittelyyn")
    await secretary.say("he-2022-0001")
    opened = secretary.last
    await secretary.execute(opened, "Kysy pyytäjältä")
    await secretary.execute(opened, "Lähetä kysymys", {"f.words": "Kuka osallistuu?"})
    await newest(worker, "Sihteeri pyytää lisätietoa")
    await worker.say("HE-2022-0001")
    mine = worker.last
    await worker.execute(mine, "Vastaa kysymykseen")
    await worker.execute(mine, "Lähetä vastaus", {"f.words": "Minä ja työparini."})
    assert "Minä ja työparini." in words_on(worker.card_of(mine))
    await worker.execute(mine, "Muuta pyyntöä")
    while "Lähetä muutokset" not in titles(worker.card_of(mine)):
        await worker.execute(mine, "Seuraava sivu")
    await worker.execute(mine, "Lähetä muutokset")
    await worker.say("HE-2022-0001")
    await worker.execute(worker.last, "Peru pyyntö")
    await worker.execute(worker.last, "Peru pyyntö")
    assert "Peruttu" in words_on(worker.card_of(worker.last))
