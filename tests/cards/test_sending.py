"""The preview shows what is sent, to how many, and every way of sending it; a second reader approves or returns."""

from dataclasses import replace

import pytest

from cards.announcements import Shown
from cards.sending import (
    Reached,
    Sending,
    afterwards_card,
    approval_card,
    call_off_card,
    preview_card,
    recall_card,
    returned_card,
)
from domain.announcements import State
from tests.cards.announced import shown
from tests.cards.samples import carried, presses, runs, says, verbs, view
from tests.storage.facts import NOW
from tests.storage.meets import session

ONE = session(version=7, state=State.WRITTEN)


def test_the_preview_is_the_readers_card_with_whom_it_reaches() -> None:
    made = preview_card(view(), Shown(ONE), Reached(12, 2, 1, 3, ["Verkosto"]), Sending())
    assert "Kaikkia tiimin Verkosto jäseniä ei vielä tunneta" in runs(made)
    assert "OT-info" in runs(made) and "ke 5.10.2022 klo 8.15–9.15" in says(made)
    assert "Viesti menee 12 henkilölle." in says(made) and "Lisäksi 3 kanavalle." in says(made)
    assert "Linkki vie osoitteeseen teams.microsoft.com." in says(made)
    assert "session-come" not in verbs(made)
    ways = [data["when"] for _, data in presses(made) if data["verb"] == "announcement-send-sure"]
    assert ways == ["now", "later"]


@pytest.mark.parametrize("state", [State.WRITTEN, State.LISTED, State.WAITING, State.PLANNED])
def test_before_it_is_sent_its_readers_see_the_way_in_and_the_seats(state: State) -> None:
    assert ONE.session
    few = replace(ONE, state=state, send_at=NOW, wording=replace(ONE.wording, session=replace(ONE.session, seats=30)))
    join = shown().join
    for made in (
        preview_card(view(), Shown(few, join=join), Reached(1), Sending()),
        approval_card(view(), Shown(few, join=join), "OT-koordinaattori", Reached(1)),
    ):
        assert "Liity Teamsissa" in str(made) and "Paikkoja on 30, ja niitä on vielä vapaana." in says(made)
        assert "session-come" not in verbs(made)


def test_outside_the_opening_hours_the_next_opening_is_offered() -> None:
    made = preview_card(view(), Shown(ONE), Reached(1), Sending(opening=NOW))
    assert "Toimisto on nyt kiinni" in says(made)
    assert "opening" in [data.get("when") for _, data in presses(made)]


def test_addresses_that_matched_nobody_are_shown_as_they_were_written() -> None:
    made = preview_card(view(), Shown(ONE), Reached(1), Sending(unmatched=["a@kunta.example", "b@kunta.example"]))
    assert "2 osoitteelle ei löytynyt ketään:" in says(made)
    assert "a@kunta.example, b@kunta.example" in runs(made)


def test_who_reads_for_approval_can_answer_once() -> None:
    waiting = approval_card(view(), Shown(replace(ONE, state=State.WAITING)), "OT-koordinaattori", Reached(31))
    assert verbs(waiting) == ["announcement-approve", "announcement-return"]
    assert "31 " in says(waiting)
    assert carried(waiting, "announcement-approve")["v"] == 7
    held = approval_card(view(), Shown(replace(ONE, state=State.HELD)), "OT-koordinaattori", Reached(31))
    assert verbs(held) == verbs(waiting) and "näkevät muutoksen heti" in says(held)
    done = approval_card(view(), Shown(replace(ONE, state=State.RECALLED)), "OT-koordinaattori", Reached(1))
    assert verbs(done) == [] and "Vedetty takaisin" in says(done)


def test_a_second_reader_sees_afterwards_what_was_and_what_is_and_that_it_has_gone_out() -> None:
    before = replace(ONE.wording, title={"fi": "Vanha nimi"})
    one = Shown(replace(ONE, state=State.OUT, sent_at=NOW, previous=before))
    made = afterwards_card(view(), one, "OT-koordinaattori", opens=True)
    assert "Vanha nimi" in says(made) and "OT-koordinaattori muutti" in says(made)
    assert verbs(made) == ["announcement-show"]
    assert verbs(afterwards_card(view(), one, "OT-koordinaattori", opens=False)) == []


def test_what_was_said_on_returning_is_shown_and_what_is_sure_is_asked() -> None:
    assert "Korjaa otsikko." in runs(returned_card(view(), replace(ONE, remark="Korjaa otsikko.")))
    assert verbs(recall_card(view(), ONE)) == ["announcement-recall-sure", "announcement-show"]
    assert "ilmoittautuminen ole enää voimassa" not in says(recall_card(view(), ONE))
    assert "ilmoittautuminen ole enää voimassa" in says(recall_card(view(), replace(ONE, state=State.OUT)))
    tells = ("registered", "all", "nobody")
    assert "f.tell" in str(call_off_card(view(), replace(ONE, state=State.OUT), tells))
    assert "f.tell" not in str(call_off_card(view(), ONE, tells))
