"""What a coordinator sees: the list, one announcement with what can be done in its state, and its progress."""

from dataclasses import replace

import pytest

from cards.announcing import Progress, announcements_card, coordinator_card, progress_card
from domain.announcement_steps import allows
from domain.announcements import Kind, State
from tests.cards.samples import carried, runs, says, verbs, view
from tests.storage.facts import NOW
from tests.storage.meets import session

ONE = session(sent_at=NOW, send_at=NOW, version=7)
HALF = Progress(sent=10, waiting=5, dead={"blocked": 2, "left": 1}, unknown=1, doubles=1, coming=3, minutes=1)
OFFERED = {"announcement-send": "announce", "announcement-edit": "edit", "announcement-go-on": "go-on"}
OFFERED |= {"announcement-recall": "recall", "session-call-off": "call-off"}


@pytest.mark.parametrize("state", list(State))
def test_only_what_can_be_done_in_its_state_is_offered(state: State) -> None:
    made = verbs(coordinator_card(view(), replace(ONE, state=state), HALF))
    for verb, action in OFFERED.items():
        allowed = allows(replace(ONE, state=state), action) and (verb, state) != ("announcement-send", State.WAITING)
        assert (verb in made) is allowed, verb


def test_every_change_carries_the_version_that_was_seen() -> None:
    assert carried(coordinator_card(view(), ONE, HALF), "announcement-stop") == {"id": ONE.id, "v": 7}


def test_progress_says_who_was_not_reached_and_why() -> None:
    said = says(progress_card(view(), ONE, HALF))
    assert "Perillä 10 vastaanottajalla." in said
    assert "3 ei tavoitettu" in said and "2 on estänyt botin" in said
    assert "Yksi on voinut saada viestin kahdesti." in said
    assert "Lähetys on käynnissä" in said


@pytest.mark.parametrize("state", [State.STOPPED, State.HELD, State.RECALLED, State.CALLED_OFF])
def test_what_was_halted_or_ended_is_not_said_to_be_done(state: State) -> None:
    said = says(progress_card(view(), replace(ONE, state=state), Progress(sent=10, cancelled=5)))
    assert view().say(f"announcement-state-{state}") in said and "Lähetys on valmis" not in said


def test_when_all_is_done_there_is_nothing_to_stop_and_whom_to_try_again_only_if_somebody_was_missed() -> None:
    assert verbs(progress_card(view(), ONE, Progress(sent=10))) == ["announcement-show"]
    missed = verbs(progress_card(view(), ONE, Progress(sent=9, dead={"blocked": 1})))
    assert missed == ["announcement-show", "announcement-again"]


def test_the_list_says_what_stands_where() -> None:
    made = announcements_card(view(), list(Kind), [], [ONE, replace(ONE, state=State.CALLED_OFF)])
    assert runs(made).count("OT-info") == 2
    assert "Tilaisuus peruttu" in says(made) and "Lähetetty ti 20.9.2022 klo 8.00" in says(made)
    assert "Tiedotteita ei ole vielä." in says(announcements_card(view(), [], [], []))
