"""An announcement as its reader gets it."""

from dataclasses import replace

from cards.announcements import announcement_card
from domain.announcements import State
from tests.cards.samples import runs, says, view
from tests.storage.meets import session


def test_a_session_says_when_and_leads_in() -> None:
    made = announcement_card(view(), session())
    assert "OT-info" in runs(made) and "ke 5.10.2022 klo 8.15–9.15" in says(made)
    assert "Liity Teamsissa" in str(made)


def test_what_is_called_off_says_so_and_what_is_taken_back_is_one_sentence() -> None:
    assert "Tilaisuus on peruttu." in says(announcement_card(view(), session(state=State.CALLED_OFF)))
    gone = announcement_card(view(), replace(session(), state=State.RECALLED))
    assert says(gone).strip() == "Tämä viesti on vedetty takaisin." and "OT-info" not in str(gone)
