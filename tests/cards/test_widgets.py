"""One widget for each kind of field, filled as it was, with what is wrong beside it."""

from typing import Any

import pytest

from cards.elements import card
from cards.widgets import Filled, answer_words, label, problem_text, widget
from dialogs.fields import MISSING, Problem
from dialogs.forms import Field, Kind, Option
from tests.cards.samples import blocks, parts, view

FI = {"fi": "Kysymys?"}
OPTIONS = (Option("a", {"fi": "Eka"}), Option("b", {"fi": "Toka"}))


def field(kind: Kind, **more: Any) -> Field:
    return Field("asked", kind, FI, **more)


def drawn(asked: Field, answers: dict[str, Any] | None = None, **filled: Any) -> list[dict[str, Any]]:
    return parts(card(view(), [widget(view(), asked, Filled(answers or {}, **filled))]), "Input.")


@pytest.mark.parametrize(
    ("asked", "answer", "kind", "value"),
    [
        (field(Kind.TEXT), "sanoja", "Input.Text", "sanoja"),
        (field(Kind.CHOICE, options=OPTIONS), "b", "Input.ChoiceSet", "b"),
        (field(Kind.CHOICES, options=OPTIONS), ["a", "b"], "Input.ChoiceSet", "a,b"),
        (field(Kind.TOGGLE), True, "Input.ChoiceSet", "true"),
        (field(Kind.TOGGLE), False, "Input.ChoiceSet", "false"),
        (field(Kind.ACKNOWLEDGEMENT), True, "Input.Toggle", "true"),
        (field(Kind.DAY), "2022-10-13", "Input.Date", "2022-10-13"),
        (field(Kind.TIME), "08:15", "Input.Time", "08:15"),
        (field(Kind.NUMBER), 4, "Input.Number", 4),
        (field(Kind.NUMBER), 0, "Input.Number", 0),
    ],
)
def test_each_kind_has_its_widget_and_shows_what_was_answered(
    asked: Field, answer: object, kind: str, value: object
) -> None:
    [one] = drawn(asked, {"asked": answer})
    assert (one["type"], one["id"], one["value"]) == (kind, "f.asked", value)


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_a_label_that_is_read_with_it_and_nothing_in_it_at_first(kind: Kind) -> None:
    [one] = drawn(field(kind, options=OPTIONS))
    assert "Kysymys?" in (one.get("label"), one.get("title"))
    assert one.get("value") == ("false" if kind is Kind.ACKNOWLEDGEMENT else None)


def test_what_may_be_left_out_says_so_but_for_an_acknowledgement() -> None:
    assert label(view(), field(Kind.TEXT, required=False)) == "Kysymys? (vapaaehtoinen)"
    assert label(view(), field(Kind.ACKNOWLEDGEMENT, required=False)) == "Kysymys?"


def test_a_text_has_its_lines_its_length_and_its_keyboard() -> None:
    [one] = drawn(field(Kind.TEXT, lines="many", max_length=700))
    assert (one["isMultiline"], one["maxLength"], "style" in one) == (True, 700, False)
    assert [drawn(field(Kind.TEXT, format=name))[0]["style"] for name in ("email", "phone")] == ["Email", "Tel"]


def test_several_can_be_chosen_only_where_several_are_asked_for() -> None:
    assert drawn(field(Kind.CHOICES, options=OPTIONS))[0]["isMultiSelect"] is True
    assert "isMultiSelect" not in drawn(field(Kind.CHOICE, options=OPTIONS))[0]


@pytest.mark.parametrize("typed", ["²", "--5", "5-", "9" * 5000, "kolme"])
def test_what_was_typed_and_is_no_number_is_not_shown_as_one(typed: str) -> None:
    assert "value" not in drawn(field(Kind.NUMBER), typed={"asked": typed})[0]


def test_what_cannot_be_seen_is_not_put_back_into_an_input() -> None:
    asked = field(Kind.CHOICE, options=OPTIONS, other=True)
    text = drawn(field(Kind.TEXT, lines="many"), typed={"asked": "eka\n{{\u202etoka"})
    other = drawn(asked, typed={"asked.other": "\u2066muu\u200b"})
    assert [one.get("value") for one in (*text, other[1])] == ["eka\n{{toka", "muu"]


def test_more_than_seven_options_of_which_one_is_chosen_become_a_list() -> None:
    many = tuple(Option(str(number), FI) for number in range(8))
    assert drawn(field(Kind.CHOICE, options=many))[0]["style"] == "compact"
    assert drawn(field(Kind.CHOICE, options=many[:7]))[0]["style"] == "expanded"
    assert drawn(field(Kind.CHOICES, options=many))[0]["style"] == "expanded"
    assert drawn(field(Kind.CHOICE, options=OPTIONS, style="list"))[0]["style"] == "compact"


def test_options_that_come_from_elsewhere_are_offered() -> None:
    asked = field(Kind.CHOICE, options_from="meetings")
    [one] = drawn(asked, offered={"meetings": [Option("2022-10-13", {"fi": "to 13.10.2022"})]})
    assert one["choices"] == [{"title": "to 13.10.2022", "value": "2022-10-13"}]
    assert drawn(asked)[0]["choices"] == []


def test_other_is_an_option_with_words_of_its_own() -> None:
    asked = field(Kind.CHOICE, options=OPTIONS, other=True)
    choice, words = drawn(asked, {"asked": "other", "asked.other": "Muu asia"})
    assert [one["value"] for one in choice["choices"]] == ["a", "b", "other"]
    assert (words["id"], words["value"], words["maxLength"]) == ("f.asked.other", "Muu asia", 200)
    assert words["label"]


def test_what_was_typed_and_refused_stands_there_again_and_not_the_older_answer() -> None:
    asked = field(Kind.TEXT, format="email")
    [one] = drawn(asked, {"asked": "old@kunta.example"}, typed={"asked": "not an address"})
    assert one["value"] == "not an address"
    [emptied] = drawn(asked, {"asked": "old@kunta.example"}, typed={"another": "x"})
    assert "value" not in emptied


def test_a_number_that_is_none_is_not_drawn_into_a_number() -> None:
    assert "value" not in drawn(field(Kind.NUMBER), typed={"asked": "viisi"})[0]
    assert drawn(field(Kind.NUMBER, min=1, max=20), typed={"asked": "-3"})[0]["value"] == -3
    assert drawn(field(Kind.NUMBER, min=1, max=20))[0]["max"] == 20


def test_a_day_bounded_by_words_is_left_to_the_server() -> None:
    assert "min" not in drawn(field(Kind.DAY, min="today"))[0]


def test_what_is_wrong_stands_before_its_own_input() -> None:
    asked = field(Kind.CHOICE, options=OPTIONS, other=True)
    problems = {"asked.other": Problem("problem-other")}
    made = card(view(), [widget(view(), asked, Filled({"asked": "other"}, {"asked": "other"}, problems))])
    choice, said, words = made["body"][0]["items"]
    assert (choice["id"], words["id"]) == ("f.asked", "f.asked.other")
    assert (said["text"], said["color"]) == (view().say("problem-other"), "Attention")


def said_at(asked: Field, problem: Problem) -> str:
    """What stands at a field that has this problem."""
    made = card(view(), [widget(view(), asked, Filled(problems={"asked": problem}))])
    return str(made["body"][0]["items"][0]["text"])


def test_a_missing_answer_is_asked_for_in_the_forms_own_words() -> None:
    own = field(Kind.TEXT, error={"fi": "Kirjoita yksikkö."})
    assert said_at(own, MISSING) == "Kirjoita yksikkö."
    assert said_at(own, Problem("problem-email")) == view().say("problem-email")
    assert said_at(field(Kind.TEXT), MISSING) == view().say("problem-missing")


def test_the_days_and_numbers_of_a_problem_are_spoken() -> None:
    early = Problem("problem-day-early", {"day": "2022-09-20"})
    assert "ti 20.9.2022" in problem_text(view(), early)
    long = Problem("problem-too-long", {"most": 200, "now": 201})
    assert "201" in problem_text(view(), long)


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "henkilön nimi ja puhelinnumero"), ("sv", "en persons namn och"), ("en", "a person’s name and a phone")],
)
def test_a_doubt_names_the_kinds_of_what_was_found_more_quietly_than_a_mistake(language: str, words: str) -> None:
    reader = view(language=language)
    doubt = Problem("warning-likely", {"kinds": "name,phone"}, "asked:name:1 asked:phone:2")
    made = card(reader, [widget(reader, field(Kind.TEXT), Filled(problems={"asked": doubt}))])
    said = made["body"][0]["items"][0]
    assert words in said["text"]
    assert said["color"] == "Warning"


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.CHOICE, Kind.CHOICES, Kind.DAY, Kind.TOGGLE])
def test_an_identity_code_never_comes_back_in_an_input(kind: Kind) -> None:
    asked = field(kind, options=OPTIONS, other=kind in (Kind.CHOICE, Kind.CHOICES))
    typed = dict.fromkeys(asked.keys, "Lapsi 131052-308T oireilee.")
    for filled in (Filled(typed=typed), Filled(answers=typed)):
        made = card(view(), [widget(view(), asked, filled)])
        assert "308T" not in str(made)
        assert "Lapsi […] oireilee." in str(made)


def test_a_hint_stands_with_its_field() -> None:
    made = card(view(), [widget(view(), field(Kind.TEXT, hint={"fi": "Ei nimiä."}), Filled())])
    assert "Ei nimiä." in blocks(made)


@pytest.mark.parametrize(
    ("asked", "answers", "words"),
    [
        (field(Kind.TEXT), {"asked": "sanoja"}, "sanoja"),
        (field(Kind.CHOICE, options=OPTIONS), {"asked": "b"}, "Toka"),
        (field(Kind.CHOICE, options=OPTIONS), {"asked": "gone"}, "gone"),
        (field(Kind.CHOICES, options=OPTIONS, other=True), {"asked": ["a", "other"], "asked.other": "Muu"}, "Eka; Muu"),
        (field(Kind.CHOICE, options=OPTIONS, other=True), {"asked": "other"}, "Muu, mikä?"),
        (field(Kind.CHOICE, options_from="meetings"), {"asked": "2022-10-13"}, "to 13.10.2022"),
        (field(Kind.TOGGLE), {"asked": False}, "Ei"),
        (field(Kind.ACKNOWLEDGEMENT), {"asked": True}, "Kyllä"),
        (field(Kind.DAY), {"asked": "2022-10-13"}, "to 13.10.2022"),
        (field(Kind.NUMBER), {"asked": 0}, "0"),
        (field(Kind.NUMBER), {}, None),
    ],
)
def test_an_answer_reads_as_it_was_meant(asked: Field, answers: dict[str, Any], words: str | None) -> None:
    assert answer_words(view(), asked, answers) == words
