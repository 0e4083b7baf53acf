"""The pieces of which all cards are made."""

import pytest

from cards.elements import (
    Surface,
    box,
    buttons,
    card,
    fact,
    heading,
    labelled,
    line,
    link,
    named,
    opens,
    paragraph,
    press,
    row,
    section,
    small,
    weight,
)
from cards.verbs import Verb
from domain.links import check_link
from tests.cards.samples import blocks, parts, runs, view

CHAT, DIALOG = view(Surface.CHAT), view(Surface.DIALOG)
WRITTEN = "**Lue** [tästä](https://paha.example) {{DATE(2022-09-20T05:00:00Z)}}"


@pytest.mark.parametrize(
    "drawn", [labelled("Mitä?", WRITTEN), fact("Mitä", WRITTEN), line(WRITTEN), named(WRITTEN), labelled(WRITTEN, "x")]
)
def test_what_a_person_wrote_stands_in_runs_only(drawn: object) -> None:
    made = card(CHAT, [drawn])  # type: ignore[list-item]
    assert "Lue" not in blocks(made)
    assert "**Lue** [tästä](https://paha.example) {\u200b{DATE" in runs(made)


def test_each_line_of_a_longer_text_is_a_line_of_its_own() -> None:
    made = card(CHAT, [labelled("Mitä?", "eka\n\n  \ntoka\u2028kolmas")])
    assert [one["text"] for one in parts(made, "TextRun")] == ["Mitä?", "eka", "toka", "kolmas"]


def test_a_list_of_very_many_lines_loses_no_line_and_does_not_outweigh_a_card() -> None:
    lines = [f"{number}." for number in range(600)]
    made = card(CHAT, [labelled("Mitä?", "\n".join(lines))])
    assert runs(made).split()[1:] == lines
    assert weight(made) < 14_000


def test_a_fact_reads_as_a_sentence_whether_its_name_asks_or_not() -> None:
    assert runs(card(CHAT, [fact("Ryhmä", "A"), fact("Onko?", "B")])).split("\n") == ["Ryhmä: ", "A", "Onko? ", "B"]


def test_a_button_in_the_chat_executes_and_falls_back_to_a_submit_with_the_same_data() -> None:
    [drawn] = parts(card(CHAT, [], [press(CHAT, "button-own", Verb.OWN, "positive", id="x", page=2)]), "Action.")
    assert (drawn["type"], drawn["verb"], drawn["title"]) == ("Action.Execute", "own", "Omat pyynnöt")
    assert drawn["data"] == {"verb": "own", "id": "x", "page": 2}
    assert (drawn["fallback"]["type"], drawn["fallback"]["data"]) == ("Action.Submit", drawn["data"])
    assert drawn["style"] == drawn["fallback"]["style"] == "positive"


def test_a_button_in_a_dialog_submits() -> None:
    for button in (press(DIALOG, "button-own", Verb.OWN, id="x"), opens(DIALOG, "button-own", Verb.OWN, id="x")):
        [drawn] = parts(card(DIALOG, [], [button]), "Action.")
        assert (drawn["type"], drawn["data"]) == ("Action.Submit", {"verb": "own", "id": "x"})


def test_a_button_that_opens_a_dialog_says_so_to_teams() -> None:
    [drawn] = parts(card(CHAT, [], [opens(CHAT, "button-open", Verb.OPEN, id="x")]), "Action.")
    assert drawn["type"] == "Action.Submit"
    assert drawn["data"] == {"verb": Verb.OPEN.value, "id": "x", "msteams": {"type": "task/fetch"}}


def test_a_link_opens_a_page() -> None:
    [drawn] = parts(card(CHAT, [], [link("Sivu", check_link("https://koskeverkko.fi", ["koskeverkko.fi"]))]), "Action.")
    assert (drawn["type"], drawn["url"]) == ("Action.OpenUrl", "https://koskeverkko.fi")


def test_a_card_is_of_a_version_that_teams_draws_in_the_readers_language() -> None:
    made = card(view(language="sv"), [heading("Hej")])
    assert (made["type"], made["version"], made["lang"]) == ("AdaptiveCard", "1.5", "sv")
    assert "actions" not in made
    assert made["msteams"] == {"width": "full"}


def test_words_of_ours_wrap_on_a_narrow_screen_and_titles_are_headings() -> None:
    made = card(CHAT, [heading("A"), section(paragraph("B")), box("good", small("C")), row([paragraph("D")], [])])
    assert [one["text"] for one in parts(made, "TextBlock")] == ["A", "B", "C", "D"]
    assert all(one["wrap"] for one in parts(made, "TextBlock"))
    assert made["body"][0]["style"] == "heading"


def test_buttons_can_stand_within_the_card() -> None:
    made = card(CHAT, [buttons(press(CHAT, "button-own", Verb.OWN), press(CHAT, "button-home", Verb.HOME))])
    assert [one["title"] for one in parts(made, "Action.Execute")] == ["Omat pyynnöt", "Alkuun"]


def test_a_card_weighs_what_it_takes_up_in_utf_16() -> None:
    base = weight(card(CHAT, [paragraph("")]))
    assert weight(card(CHAT, [paragraph("aä")])) == base + 4
    assert weight(card(CHAT, [paragraph("😀")])) == base + 4
