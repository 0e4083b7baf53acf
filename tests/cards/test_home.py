"""The first card, help, and the choice of a group."""

import pytest

from cards.elements import Surface, weight
from cards.home import (
    FIRST_WORDS,
    coming_card,
    elsewhere_card,
    groups_card,
    help_card,
    home_card,
    said_card,
    surface_card,
)
from domain.people import Actor, Role, RoleGrant
from tests.cards.samples import LARGEST, blocks, carried, centre, group, meeting, parts, presses, says, verbs, view

WORKER = Actor("p1", "t", "o1", "Ammattilainen")
SECRETARY = Actor("p3", "t", "o3", "Sihteeri", None, frozenset({RoleGrant("o3", Role.SECRETARY, "haastavat-erot")}))
CHAIR = Actor("p4", "t", "o4", "Pj", None, frozenset({RoleGrant("o4", Role.CHAIR, "haastavat-erot")}))


def test_home_says_what_one_can_do_and_whose_service_it_is() -> None:
    made = home_card(view(), centre(), WORKER)
    assert verbs(made) == ["ask", "own", "sessions", "settings"]
    assert centre().name["fi"] in says(made)


def test_only_a_secretary_is_offered_the_queue() -> None:
    assert "queue" in verbs(home_card(view(), centre(), SECRETARY))
    assert "queue" not in verbs(home_card(view(), centre(), CHAIR))


def test_a_sentence_stands_first_when_there_is_one() -> None:
    made = home_card(view(), centre(), WORKER, "Hei vain.")
    assert "Hei vain." in blocks({"body": [made["body"][1]]})


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_names_every_word_whom_to_ask_and_whom_to_call(language: str) -> None:
    made = help_card(view(language=language), centre())
    said = says(made).replace("\u00a0", " ")
    wanted = [view(language=language).say(f"word-{word}").split(",")[0] for word in FIRST_WORDS]
    wanted += [each.number for each in centre().emergency] + [one.name for one in centre().contacts]
    assert [word for word in wanted if word not in said] == []
    assert weight(made) <= LARGEST


def test_what_is_not_here_yet_is_said_honestly() -> None:
    made = coming_card(view(), "coming-meeting")
    assert view().say("coming-text") in says(made)
    assert verbs(made) == ["home"]


def test_one_sentence_leads_home() -> None:
    made = said_card(view(), "Lomaketta ei löytynyt.")
    assert "Lomaketta ei löytynyt." in says(made)
    assert verbs(made) == ["home"]


def test_a_channel_gets_no_button_at_all() -> None:
    assert parts(elsewhere_card(view()), "Action.") == []


def test_each_group_is_offered_with_its_next_meeting() -> None:
    made = groups_card(view(), [(group(), [meeting()]), (group("ot-nepsy"), [])])
    chosen = [data["group"] for _, data in presses(made) if data["verb"] == "ask-group"]
    assert chosen == ["haastavat-erot", "ot-nepsy"]
    assert "to 13.10.2022 klo 13–15" in says(made)
    assert "to 6.10.2022" in says(made)
    assert view().say("group-no-meetings") in says(made)


def test_the_form_is_filled_in_a_dialog_or_in_the_chat() -> None:
    made = surface_card(view(), group(), [meeting()], "suomi, ruotsi")
    dialog, chat = (part for part in parts(made, "Action.") if part["data"]["verb"] == "form-begin")
    assert (dialog["type"], dialog["data"]["msteams"]) == ("Action.Submit", {"type": "task/fetch"})
    assert chat["type"] == "Action.Execute"
    assert dialog["data"]["group"] == chat["data"]["group"] == "haastavat-erot"
    assert "suomi, ruotsi" in says(made)
    assert "form-resume" not in verbs(made)


def test_a_draft_that_has_been_begun_is_offered_first() -> None:
    made = surface_card(view(), group(), [], "suomi", "d1")
    assert verbs(made)[:2] == ["form-resume", "form-resume"]
    assert carried(made, "form-resume")["id"] == "d1"
    assert verbs(surface_card(view(Surface.DIALOG), group(), [], "suomi", "d1"))[0] == "form-resume"
