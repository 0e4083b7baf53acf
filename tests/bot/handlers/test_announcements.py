"""A coordinator writes, previews, sends, changes, calls off and takes back; nobody else may."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from domain.announcements import Announcement, State
from playground import Client, Dialog
from storage import announcements
from storage.announcement_tables import announcements as rows
from storage.notice_tables import deliveries, notices
from storage.trace_tables import access_log
from tests.bot.talk import answered, button, newest, said
from tests.e2e.walks import titles, words_on
from tests.house import House, read_sample_content, standing

LINK = "https://teams.microsoft.com/l/meetup-join/1"
SESSION: list[dict[str, str]] = [
    {"languages": "fi,sv"},
    {"title_fi": "OT-info syksyllä", "text_fi": "Avoin kaikille."},
    {"title_sv": "OT-info i höst", "text_sv": "Öppet för alla."},
    {"day": "2022-10-05", "start": "08:15", "end": "09:15"},
    {"link": LINK, "link_is_public": "true", "organiser": "Koske", "language": "fi", "seats": "30"},
    {"topics": "ot-info", "everyone": "true"},
]
NEWS = [
    {"languages": "fi"},
    {"title_fi": "Uusi ryhmä", "text_fi": "Ryhmä aloittaa."},
    {},
    {"topics": "nepsy", "everyone": "true"},
]


async def begun(coordinator: Client, kind: str = "session") -> Dialog:
    return await coordinator.fetch(coordinator.last, {"verb": "announcement-new", "kind": kind})


async def filled(dialog: Dialog, steps: list[dict[str, str]]) -> None:
    for step in steps:
        await dialog.submit("Seuraava", {f"f.{key}": value for key, value in step.items()})


async def to_the_end(dialog: Dialog) -> None:
    while "Seuraava sivu" in titles(dialog.card):
        await dialog.submit("Seuraava sivu")


async def written(coordinator: Client, kind: str = "session", steps: list[dict[str, str]] = SESSION) -> Dialog:
    """A new announcement, saved, on its preview."""
    dialog = await begun(coordinator, kind)
    await filled(dialog, steps)
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    return dialog


async def sent(coordinator: Client) -> Dialog:
    dialog = await written(coordinator)
    await dialog.submit("Lähetä nyt")
    return dialog


async def last(house: House) -> Announcement:
    """The announcement that was written last."""
    async with house.desk.database.read() as connection:
        which = await connection.scalar(
            select(rows.c.id).where(rows.c.origin.is_(None)).order_by(rows.c.created_at.desc())
        )
        found = await announcements.find(connection, str(which))
    assert found
    return found


async def told(house: House, kind: str) -> list[Any]:
    """The deliveries of this kind."""
    query = select(deliveries, notices.c.occurrence).join(notices).where(notices.c.kind == kind)
    async with house.desk.database.read() as connection:
        return list((await connection.execute(query)).all())


async def test_only_a_coordinator_is_offered_announcements_and_may_make_one(small_house: House) -> None:
    worker, coordinator = await small_house.person(1), await small_house.person(6)
    assert "Tiedotteita tekevät koordinaattorit" in await said(worker, "tiedote")
    dialog = await begun(worker)
    assert "Tiedotteita tekevät koordinaattorit" in words_on(dialog.card)
    listed = await answered(coordinator, "tiedote")
    assert {"Uusi info-tilaisuus", "Uusi tiedote", "Uutiskirje"} <= set(titles(listed.card))
    assert "OT-info" in words_on(listed.card)


async def test_a_session_is_written_step_by_step_and_shown_before_it_is_sent(house: House) -> None:
    coordinator, worker = await house.person(6), await house.person(1)
    dialog = await begun(coordinator)
    await filled(dialog, SESSION)
    assert "Linkki vie osoitteeseen teams.microsoft.com." in words_on(dialog.card)
    assert "OT-infot ja foorumit" in words_on(dialog.card)
    await to_the_end(dialog)
    await dialog.submit("Tallenna")
    shown = words_on(dialog.card)
    assert "ke 5.10.2022 klo 8.15–9.15" in shown and "OT-info syksyllä" in shown
    assert "Viesti menee 2 henkilölle." in shown
    one = await last(house)
    assert (one.state, one.topics, one.session and one.session.seats) == (State.WRITTEN, ("ot-info",), 30)
    assert await told(house, "announcement") == []
    await dialog.submit("Lähetä nyt")
    assert "Lähetys alkoi" in words_on(dialog.card)
    assert (await last(house)).state is State.OUT
    assert len(await told(house, "announcement")) == 2
    assert worker
    progress = await newest(coordinator, "Tiedotteen lähetys")
    assert "Lähetys" in words_on(progress.card)


async def test_what_is_wrong_is_said_at_its_field(small_house: House) -> None:
    dialog = await begun(await small_house.person(6))
    await filled(dialog, SESSION[:3])
    await filled(dialog, [{"day": "2022-10-05", "start": "09:15", "end": "08:15"}])
    assert "Päättymisajan pitää olla" in words_on(dialog.card)
    await filled(dialog, [{"day": "2022-09-20", "start": "06:15", "end": "07:15"}])
    assert "Tämä aika on jo mennyt" in words_on(dialog.card)
    await filled(dialog, [SESSION[3], SESSION[4] | {"link": "https://evil.example/"}])
    assert "viedä johonkin näistä: teams.microsoft.com" in words_on(dialog.card)
    await filled(dialog, [SESSION[4], {"topics": "ot-info", "everyone": "false"}])
    assert "ainakin yksi näistä" in words_on(dialog.card)


async def test_sent_twice_it_goes_out_once(house: House) -> None:
    coordinator = await house.person(6)
    dialog = await written(coordinator)
    press = button(dialog.card, "announcement-send-sure")
    await dialog.send(press)
    await dialog.send(press)
    assert "Joku on muuttanut" in words_on(dialog.card)
    assert len(await told(house, "announcement")) == 1
    assert len(await told(house, "progress")) == 1


async def test_an_hour_can_be_chosen_and_what_is_no_hour_is_refused(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await written(coordinator)
    await dialog.submit("Ajasta")
    assert "Valitse sekä päivä että kellonaika" in words_on(dialog.card)
    await dialog.submit("Ajasta", {"f.day": "2022-09-20", "f.time": "07:00"})
    assert "on jo mennyt" in words_on(dialog.card)
    await dialog.submit("Ajasta", {"f.day": "2022-10-06", "f.time": "08:00"})
    assert "olisi lähetyshetkellä jo ohi" in words_on(dialog.card)
    listed = await written(coordinator, "news", NEWS)
    await listed.submit("Ajasta", {"f.day": "2023-03-26", "f.time": "03:30"})
    assert "kelloja siirretään" in words_on(listed.card)
    await listed.submit("Ajasta", {"f.day": "2022-09-21", "f.time": "08:00"})
    assert "Lähtee ke 21.9.2022 klo 8.00" in words_on(listed.card)
    assert (await last(small_house)).state is State.PLANNED
    await listed.submit("Peru ajastus")
    assert "Ajastus on peruttu." in words_on(listed.card)
    assert (await last(small_house)).state is State.WRITTEN


async def test_when_the_office_is_closed_it_is_said_and_the_next_opening_offered(small_house: House) -> None:
    coordinator = await small_house.person(6)
    small_house.turn_to(datetime(2022, 9, 23, 18))
    dialog = await written(coordinator)
    assert "Toimisto on nyt kiinni" in words_on(dialog.card)
    await dialog.submit("Lähetä, kun toimisto aukeaa")
    assert "ma 26.9.2022 klo 8.00" in words_on(dialog.card)


async def test_a_change_is_drawn_at_once_and_told_to_those_who_were_chosen(house: House) -> None:
    coordinator, worker = await house.person(6), await house.person(1)
    assert worker
    dialog = await sent(coordinator)
    one = await last(house)
    await dialog.submit("Muokkaa")
    await to_the_end(dialog)
    time = next(one for one in _goes(dialog) if one["step"] == "time")
    await dialog.send(time)
    await dialog.submit("Seuraava", {"f.day": "2022-10-06", "f.start": "08:15", "f.end": "09:15"})
    await to_the_end(dialog)
    assert "Kenelle muutoksesta kerrotaan" in str(dialog.card)
    await dialog.submit("Tallenna", {"f.tell": "nobody"})
    assert "Muutokset on tallennettu" in words_on(dialog.card)
    moved = await last(house)
    assert (moved.version, moved.sequence, moved.previous) == (one.version + 1, 1, one.wording)
    assert await told(house, "announcement-change") == []


def _goes(dialog: Dialog) -> list[dict[str, Any]]:
    return [one["data"] for one in Client.actions_of(dialog.card) if one.get("data", {}).get("verb") == "form-go"]


async def test_two_who_change_the_same_do_not_overwrite_each_other(small_house: House) -> None:
    coordinator = await small_house.person(6)
    await sent(coordinator)
    one = await last(small_house)
    first = await coordinator.fetch(coordinator.last, {"verb": "announcement-edit", "of": one.id})
    async with small_house.desk.database.write() as connection:
        assert await announcements.save(connection, replace(one, version=one.version + 1), one.version)
    await to_the_end(first)
    await first.submit("Tallenna", {"f.tell": "registered"})
    assert "Joku toinen on muuttanut" in words_on(first.card)


async def test_a_copy_is_a_new_form_without_its_day_and_its_link(small_house: House) -> None:
    coordinator = await small_house.person(6)
    await sent(coordinator)
    one = await last(small_house)
    copied = await coordinator.fetch(coordinator.last, {"verb": "announcement-copy", "of": one.id})
    again = await coordinator.fetch(coordinator.last, {"verb": "announcement-copy", "of": one.id})
    assert button(copied.card, "form-next")["id"] == button(again.card, "form-next")["id"]
    assert button(copied.card, "form-next")["step"] == "time"


async def test_it_can_be_stopped_gone_on_with_and_taken_back(house: House) -> None:
    coordinator = await house.person(6)
    await house.person(1)
    await sent(coordinator)
    one = await last(house)
    show = {"verb": "announcement-show", "id": one.id}
    for verb, state in (
        ("announcement-stop", State.STOPPED),
        ("announcement-go-on", State.OUT),
        ("announcement-recall-sure", State.RECALLED),
    ):
        version = (await last(house)).version
        await coordinator.fetch(coordinator.last, {"verb": verb, "id": one.id, "v": version})
        assert (await last(house)).state is state
    dialog = await coordinator.fetch(coordinator.last, show)
    assert "Vedetty takaisin" in words_on(dialog.card)
    late = await coordinator.fetch(coordinator.last, {"verb": "announcement-go-on", "id": one.id, "v": 2})
    assert "Joku on muuttanut" in words_on(late.card)


async def test_of_what_is_taken_back_those_who_meant_to_come_hear_also_without_a_copy(house: House) -> None:
    coordinator, worker = await house.person(6), await house.person(1)
    await sent(coordinator)
    one, other = await last(house), await house.person(2)
    for person, answer in ((worker, "Tulen"), (other, "Tulen")):
        await (await person.fetch(person.last, {"verb": "announcement-open", "id": one.id})).submit(answer)
    press = {"verb": "announcement-recall-sure", "id": one.id, "v": (await last(house)).version}
    await coordinator.fetch(coordinator.last, press)
    for person in (worker, other):
        heard = await newest(person, "on vedetty takaisin")
        assert "Ilmoittautumisesi ei ole enää voimassa." in words_on(heard.card)
    assert len(await told(house, "announcement-change")) == 2


async def test_calling_off_needs_a_reason_and_shows_it(small_house: House) -> None:
    coordinator = await small_house.person(6)
    await sent(coordinator)
    one = await last(small_house)
    dialog = await coordinator.fetch(coordinator.last, {"verb": "session-call-off", "id": one.id})
    await dialog.submit("Peru tilaisuus", {"f.words": "", "f.tell": "registered"})
    assert "Kirjoita tähän jotakin" in words_on(dialog.card)
    await dialog.submit("Peru tilaisuus", {"f.words": "Puhuja 131052-308T sairastui.", "f.tell": "registered"})
    assert "henkilötunnus" in words_on(dialog.card)
    await dialog.submit("Peru tilaisuus", {"f.words": "Puhuja sairastui.", "f.tell": "registered"})
    off = await last(small_house)
    assert (off.state, off.remark, off.sequence) == (State.CALLED_OFF, "Puhuja sairastui.", 1)
    assert len(await told(small_house, "announcement-change")) == 0


async def test_a_trial_goes_to_its_author_alone(house: House) -> None:
    coordinator = await house.person(6)
    await house.person(1)
    dialog = await written(coordinator)
    await dialog.submit("Lähetä ensin itselleni")
    trial = await newest(coordinator, "Tiedotteen esikatselu")
    assert "OT-info syksyllä" in words_on(trial.card)
    assert len(await told(house, "announcement-trial")) == 1
    assert (await last(house)).state is State.WRITTEN


async def test_where_the_centre_wants_it_a_second_person_reads_first(database_url: str) -> None:
    content = read_sample_content()
    announcing = replace(content.centre.announcing, approval=True)
    strict = replace(content, centre=replace(content.centre, announcing=announcing))
    async with standing(database_url, strict) as house:
        coordinator, administrator = await house.person(6), await house.person(7)
        dialog = await written(coordinator)
        await dialog.submit("Pyydä hyväksyntä")
        one = await last(house)
        assert one.state is State.WAITING
        asked = await newest(administrator, "odottaa hyväksyntääsi")
        assert "OT-info syksyllä" in words_on(asked.card)
        press = {"verb": "announcement-approve", "id": one.id, "v": one.version}
        own = await coordinator.fetch(coordinator.last, press)
        assert "joku muu kuin sen tekijä" in words_on(own.card)
        back = press | {"verb": "announcement-return"}
        refused = await administrator.fetch(asked, back | {"f.words": "Korjaa 131052-308T."})
        assert "Tekstissä oli henkilötunnus" in words_on(refused.card) and "308T" not in str(refused.card)
        assert (await last(house)).state is State.WAITING
        await administrator.fetch(asked, back | {"f.words": "Korjaa otsikko."})
        assert (await last(house)).state is State.WRITTEN
        returned = await newest(coordinator, "palautettiin")
        assert "Korjaa otsikko." in words_on(returned.card)
        again = await coordinator.fetch(coordinator.last, {"verb": "announcement-send", "id": one.id})
        await again.submit("Pyydä hyväksyntä")
        present = await last(house)
        await administrator.fetch(administrator.last, press)
        assert (await last(house)).state is State.WAITING
        await administrator.fetch(administrator.last, press | {"v": present.version})
        assert (await last(house)).state is State.OUT
        assert len(await told(house, "announcement")) == 2
        out = await last(house)
        gone = {"verb": "announcement-recall-sure", "id": out.id, "v": out.version}
        await coordinator.fetch(coordinator.last, gone)
        # What people have read is taken back at once; the second reader hears of it afterwards, the one who did not.
        heard = await newest(administrator, "on muutettu")
        assert "Vedetty takaisin" in words_on(heard.card)
        assert len(await told(house, "approval-after")) == 1


async def test_drafts_stand_in_the_list_of_announcements_and_not_among_ones_requests(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await begun(coordinator)
    await filled(dialog, SESSION[:2])
    assert "Info-tilaisuus" not in await said(coordinator, "omat")
    listed = await answered(coordinator, "tiedote")
    assert "Keskeneräinen: Info-tilaisuus" in words_on(listed.card)
    resumed = await coordinator.open(listed, "Jatka täyttämistä")
    assert button(resumed.card, "form-next")["step"] == "words_sv"
    draft = button(resumed.card, "form-next")["id"]
    gone = await coordinator.fetch(coordinator.last, {"verb": "draft-delete-sure", "id": draft})
    assert "Keskeneräinen" not in words_on(gone.card)


async def test_what_a_coordinator_does_stands_in_the_log_with_her_name(small_house: House) -> None:
    coordinator = await small_house.person(6)
    dialog = await sent(coordinator)
    assert dialog
    one = await last(small_house)
    async with small_house.desk.database.read() as connection:
        query = select(access_log.c.action, access_log.c.kind, access_log.c.subject, access_log.c.actor)
        lines = {row.action: row for row in (await connection.execute(query)).all()}
    assert all(lines[verb].actor for verb in ("announcement-new", "form-next", "form-send", "announcement-send-sure"))
    assert [(lines[verb].kind, lines[verb].subject) for verb in ("form-send", "announcement-send-sure")] == [
        ("announcement", one.id)
    ] * 2
    assert lines["announcement-new"].kind == "draft"


async def test_a_session_that_is_over_is_approved_by_nobody(sqlite_url: str) -> None:
    content = read_sample_content()
    strict = replace(content.centre, announcing=replace(content.centre.announcing, approval=True))
    async with standing(sqlite_url, replace(content, centre=strict)) as house:
        coordinator, administrator = await house.person(6), await house.person(7)
        await (await written(coordinator)).submit("Pyydä hyväksyntä")
        one = await last(house)
        house.turn_to(datetime(2022, 10, 5, 9, 15))
        press = {"verb": "announcement-approve", "id": one.id, "v": one.version}
        refused = await administrator.fetch(administrator.last, press)
        assert "Tilaisuus olisi lähetyshetkellä jo ohi." in words_on(refused.card)
        assert (await last(house)).state is State.WAITING
