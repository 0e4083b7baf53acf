"""One's own drafts and requests, and the secretary's queue."""

from datetime import date
from typing import Any

import pytest

from cards.elements import Card, Surface, weight
from cards.lists import OpenDraft, QueuePage, delete_draft_card, own_card, queue_card
from dialogs.engine import Draft
from domain.consultations import Status
from tests.cards.samples import LARGEST, SECRET, carried, opened, parts, presses, request, says, verbs, view

UNTIL = date(2022, 10, 20)


def draft(number: int = 1, **facts: Any) -> OpenDraft:
    answers = {"conflict": SECRET}
    one = Draft(f"d{number}", "p1", "haastavat-erot", "haastavat-erot", "fi", "conflict", answers, **facts)
    return OpenDraft(one, "Haastavat erot", UNTIL, "Konflikti", "ti 20.9.2022 klo 8.00")


def queue(count: int = 2, page: int = 0, **facts: Any) -> QueuePage:
    requests = [opened(request(id=f"c{n}", reference=f"HE-2022-{n:04d}")) for n in range(1, count + 1)]
    plain: dict[str, Any] = {"requests": requests, "total": count, "page": page, "pages": 1}
    plain |= {"status": "all", "meeting": "all", "meetings": [date(2022, 10, 13), date(2022, 11, 10)]}
    return QueuePage(**(plain | facts))


def opens(card: Card) -> list[str]:
    return [data["id"] for _, data in presses(card) if data["verb"] == "consultation-open"]


def test_who_has_nothing_is_told_so_and_how_to_begin() -> None:
    made = own_card(view(), [], [])
    assert view().say("own-nothing") in says(made)
    assert verbs(made) == ["ask", "home"]


def test_drafts_and_requests_can_be_gone_on_with_and_opened() -> None:
    made = own_card(view(), [draft(1), draft(2, consultation="c1")], [opened()])
    assert [data["id"] for _, data in presses(made) if data["verb"] == "form-resume"] == ["d1", "d1", "d2", "d2"]
    assert [data["id"] for _, data in presses(made) if data["verb"] == "draft-delete"] == ["d1", "d2"]
    assert opens(made) == ["c1"]
    assert "Viimeinen säilytyspäivä: to 20.10.2022" in says(made)
    assert "Muutos lähetettyyn pyyntöön" in says(made)
    assert "Konflikti" in says(made) and "ti 20.9.2022 klo 8.00" in says(made)


def test_a_draft_is_gone_on_with_in_a_dialog_or_in_the_chat() -> None:
    resumes = [part for part in parts(own_card(view(), [draft()], []), "Action.") if "form-resume" in str(part["data"])]
    assert [part["type"] for part in resumes] == ["Action.Submit", "Action.Execute"]


def test_a_list_holds_nothing_of_the_case() -> None:
    drawn = [own_card(view(), [draft()], [opened()]), queue_card(view(), queue()), delete_draft_card(view(), draft())]
    assert [card for card in drawn if SECRET in str(card)] == []


@pytest.mark.parametrize("surface", list(Surface))
def test_a_long_list_is_split_and_every_entry_stands_on_one_page(surface: Surface) -> None:
    drafts = [draft(number) for number in range(12)]
    requests = [opened(request(id=f"c{number}", reference=f"HE-2022-{number:04d}")) for number in range(20)]
    made = [own_card(view(surface), drafts, requests)]
    while any(data.get("page") == len(made) for _, data in presses(made[-1])):
        made.append(own_card(view(surface), drafts, requests, len(made)))
    assert len(made) > 1
    assert max(weight(card) for card in made) <= LARGEST
    assert [one for card in made for one in opens(card)] == [f"c{number}" for number in range(20)]


def test_deleting_a_draft_is_asked_once_more() -> None:
    made = delete_draft_card(view(), draft())
    assert carried(made, "draft-delete-sure") == {"id": "d1"}
    assert verbs(made) == ["draft-delete-sure", "own"]


def test_the_queue_shows_its_requests_and_how_many_there_are() -> None:
    made = queue_card(view(), queue())
    assert opens(made) == ["c1", "c2"]
    assert "2 pyyntöä." in says(made)
    assert "Yksi pyyntö." in says(queue_card(view(), queue(1)))
    assert "Ei pyyntöjä" in says(queue_card(view(), queue(0)))


def test_the_queue_can_be_filtered_by_state_and_by_meeting_and_keeps_what_is_chosen() -> None:
    made = queue_card(view(), queue(status="taken", meeting="2022-10-13"))
    by_status, by_meeting = parts(made, "Input.")
    assert (by_status["id"], by_status["value"]) == ("f.status", "taken")
    assert [one["value"] for one in by_status["choices"]] == ["all", *(one.value for one in Status)]
    assert (by_meeting["id"], by_meeting["value"]) == ("f.meeting", "2022-10-13")
    assert [one["value"] for one in by_meeting["choices"]] == ["all", "2022-10-13", "2022-11-10"]


@pytest.mark.parametrize(("page", "turns"), [(0, [1]), (1, [2, 0]), (2, [1])])
def test_pages_of_the_queue_lead_on_and_back(page: int, turns: list[int]) -> None:
    made = queue_card(view(), queue(5, page, total=15, pages=3))
    shown = [data["page"] for title, data in presses(made) if "sivu" in title]
    assert shown == turns
    assert f"Sivu {page + 1}/3" in says(made)
