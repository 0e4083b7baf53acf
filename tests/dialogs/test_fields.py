"""From what a card submits to an answer or a problem, for every kind of field and for whatever is sent."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.fields import Problem, Situation, as_text, lacking, read
from dialogs.forms import Field, Kind
from tests.dialogs.generated import LABEL, MEETINGS, TODAY, fields, garbage, good, options, situations

NOW = Situation(TODAY, {"meetings": MEETINGS})
TEXT = Field("it", Kind.TEXT, LABEL)
MANY = Field("it", Kind.TEXT, LABEL, lines="many", max_length=2000)
EMAIL = Field("it", Kind.TEXT, LABEL, format="email")
PHONE = Field("it", Kind.TEXT, LABEL, format="phone")
CHOICE = Field("it", Kind.CHOICE, LABEL, options=options())
CHOICES = Field("it", Kind.CHOICES, LABEL, options=options())
TOGGLE = Field("it", Kind.TOGGLE, LABEL)
TICK = Field("it", Kind.ACKNOWLEDGEMENT, LABEL)
NUMBER = Field("it", Kind.NUMBER, LABEL)
DAY = Field("it", Kind.DAY, LABEL)
MEETING = Field("it", Kind.CHOICE, LABEL, options_from="meetings")


def answer(asked: Field, typed: object, situation: Situation = NOW) -> object:
    answers, problems = read(asked, {"it": typed}, situation)
    assert problems == {}
    return answers.get("it")


def problem(asked: Field, typed: object, situation: Situation = NOW) -> Problem:
    answers, problems = read(asked, {"it": typed}, situation)
    assert "it" not in answers
    return problems["it"]


# A whole number so long that Python refuses to spell it, and half a character, are among what can be sent.
EMPTY = [None, "", "  \n\t ", "\x00\x07", [], {}, [["a"]], {"a": "b"}, 10**5000, float("nan"), "\ud800"]

# Whatever comes


@given(st.data(), garbage, garbage)
def test_nothing_that_can_be_sent_breaks_a_field(data: st.DataObject, one: object, other: object) -> None:
    asked, now = data.draw(fields("it")), data.draw(situations)
    answers, problems = read(asked, {"it": one, "it.other": other}, now)
    assert set(answers) | set(problems) <= set(asked.keys)
    assert not set(answers) & set(problems)
    assert set(lacking(asked, answers, now)) <= set(asked.keys)
    # What is taken can be stored, sent and drawn.
    json.dumps(answers, ensure_ascii=False).encode("utf-16-le")
    assert "\x00" not in str(answers)


@given(st.data())
def test_what_is_filled_in_as_it_is_meant_is_taken_and_lacks_nothing(data: st.DataObject) -> None:
    asked, now = data.draw(fields("it")), data.draw(situations)
    typed = data.draw(good(asked, now))
    answers, problems = read(asked, typed, now)
    assert problems == {}
    assert lacking(asked, answers, now) == {}
    assert bool(answers) is bool(typed)


@given(st.data())
def test_an_answer_read_again_as_a_card_would_send_it_is_the_same(data: st.DataObject) -> None:
    asked, now = data.draw(fields("it")), data.draw(situations)
    answers, _ = read(asked, data.draw(good(asked, now)), now)
    sent = {key: ",".join(value) if isinstance(value, list) else value for key, value in answers.items()}
    assert read(asked, sent, now) == (answers, {})


@pytest.mark.parametrize(
    "asked", [TEXT, MANY, CHOICE, CHOICES, TOGGLE, TICK, NUMBER, DAY, MEETING], ids=lambda one: one.kind
)
def test_an_empty_field_is_neither_an_answer_nor_a_problem(asked: Field) -> None:
    assert read(asked, {}, NOW) == ({}, {})
    for empty in EMPTY:
        assert read(asked, {"it": empty}, NOW) == ({}, {})


def test_a_table_nested_without_end_is_nothing() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert as_text(deep) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  Hei \r\n siellä\r!\t", "Hei \n siellä\n!"),
        ("a\tb", "a\tb"),
        ("a\x00b\x1bc\x7fd\x85e", "abcde"),
        ("a\ud83db", "ab"),
        ("\U0001f600 ääkköset", "\U0001f600 ääkköset"),
        (True, "true"),
        (False, "false"),
        (4, "4"),
        (4.0, "4"),
        (4.5, "4.5"),
        (10**12, ""),
        (float("inf"), ""),
        (None, ""),
        (["a"], ""),
        ({"a": 1}, ""),
    ],
)
def test_a_submitted_value_becomes_tidy_text(value: object, text: str) -> None:
    assert as_text(value) == text


# Text


def test_a_single_line_is_one_line() -> None:
    assert answer(TEXT, " Perheoikeudelliset \n\n palvelut\t") == "Perheoikeudelliset palvelut"


def test_many_lines_keep_their_lines() -> None:
    assert answer(MANY, "Ensin.\r\n\r\nSitten.") == "Ensin.\n\nSitten."


@pytest.mark.parametrize("asked", [TEXT, replace(MANY, max_length=200), replace(EMAIL, max_length=200)])
def test_a_text_may_be_as_long_as_the_field_says_and_no_longer(asked: Field) -> None:
    end = "@b.fi" if asked.format else ""
    assert answer(asked, "ä" * (200 - len(end)) + end)
    assert problem(asked, "ä" * 201 + end) == Problem("problem-too-long", {"most": 200, "now": 201 + len(end)})


def test_blanks_around_a_text_do_not_count() -> None:
    assert answer(TEXT, " " * 300 + "ä" * 200) == "ä" * 200


@pytest.mark.parametrize(
    "text", ["etu.suku@kunta.example", "a@b.fi", "etu+suku@palvelut.hyvinvointialue.fi", "äiti@sähköposti.fi"]
)
def test_an_email_address_is_taken(text: str) -> None:
    assert answer(EMAIL, text) == text


@pytest.mark.parametrize(
    "text", ["etu.suku", "@kunta.fi", "a@b", "a@b.", "a@b.c", "a b@c.fi", "a@b@c.fi", "a@b.fi, c@d.fi"]
)
def test_what_is_no_email_address_is_refused(text: str) -> None:
    assert problem(EMAIL, text) == Problem("problem-email")


@pytest.mark.parametrize("text", ["040 123 4567", "+358 40 1234567", "(014) 266-0149", "014/266 0149", "11212"])
def test_a_phone_number_is_taken(text: str) -> None:
    assert answer(PHONE, text) == text


@pytest.mark.parametrize("text", ["numero", "040 123 4567 (työ)", "1234", "-----", "( ) / -", "0" * 26, "040+1234567"])
def test_what_is_no_phone_number_is_refused(text: str) -> None:
    assert problem(PHONE, text) == Problem("problem-phone")


# Choosing


def test_one_of_the_options_is_taken() -> None:
    assert answer(CHOICE, " b ") == "b"


@pytest.mark.parametrize("text", ["d", "a,b", "B", "other", "a\nb"])
def test_what_is_no_option_is_refused(text: str) -> None:
    assert problem(CHOICE, text) == Problem("problem-option")


@pytest.mark.parametrize(("text", "expected"), [("a", ["a"]), ("c, a", ["a", "c"]), ("b,b,,b", ["b"]), (",,", None)])
def test_several_options_are_taken_once_each_in_the_order_of_the_form(text: str, expected: object) -> None:
    assert answer(CHOICES, text) == expected


@pytest.mark.parametrize("text", ["a,d", "other", "a;b"])
def test_one_wrong_option_among_several_is_refused(text: str) -> None:
    assert problem(CHOICES, text) == Problem("problem-option")


def test_only_a_meeting_that_is_offered_now_can_be_chosen() -> None:
    assert answer(MEETING, MEETINGS[1]) == MEETINGS[1]
    assert problem(MEETING, "2022-12-08") == Problem("problem-option")
    assert problem(MEETING, MEETINGS[0], Situation(TODAY)) == Problem("problem-option")


@pytest.mark.parametrize(("typed", "expected"), [("true", True), ("false", False), (True, True), (False, False)])
def test_a_toggle_is_yes_or_no(typed: object, expected: bool) -> None:
    assert answer(TOGGLE, typed) is expected


@pytest.mark.parametrize("text", ["yes", "True", "1", "kyllä"])
def test_a_toggle_takes_nothing_else(text: str) -> None:
    assert problem(TOGGLE, text) == Problem("problem-option")


@pytest.mark.parametrize("typed", ["false", "True", "yes", False])
def test_an_acknowledgement_that_is_not_ticked_is_no_answer_yet_and_is_missed(typed: object) -> None:
    assert read(TICK, {"it": typed}, NOW) == ({}, {})
    assert lacking(TICK, {}, NOW) == {"it": Problem("problem-missing")}


@pytest.mark.parametrize("typed", ["true", True])
def test_an_acknowledgement_that_is_ticked_is_an_answer(typed: object) -> None:
    assert answer(TICK, typed) is True


# Other, what?


@pytest.mark.parametrize("asked", [replace(CHOICE, other=True), replace(CHOICES, other=True)], ids=["one", "many"])
class TestOther:
    def test_other_is_an_option_and_wants_words(self, asked: Field) -> None:
        answers, problems = read(asked, {"it": "other"}, NOW)
        assert problems == {}
        assert lacking(asked, answers, NOW) == {"it.other": Problem("problem-other")}

    def test_its_words_are_kept_beside_it(self, asked: Field) -> None:
        answers, problems = read(asked, {"it": "other", "it.other": "  Seurakunnan\n perhetyö "}, NOW)
        assert answers["it.other"] == "Seurakunnan perhetyö"
        assert (problems, lacking(asked, answers, NOW)) == ({}, {})

    def test_words_alone_choose_it(self, asked: Field) -> None:
        answers, problems = read(asked, {"it.other": "Seurakunta"}, NOW)
        assert asked.chose_other(answers)
        assert (problems, lacking(asked, answers, NOW)) == ({}, {})

    def test_its_words_have_a_length_too(self, asked: Field) -> None:
        answers, problems = read(asked, {"it": "other", "it.other": "x" * 201}, NOW)
        assert problems == {"it.other": Problem("problem-too-long", {"most": 200, "now": 201})}
        assert set(answers) == {"it"}
        assert read(asked, {"it": "other", "it.other": "x" * 200}, NOW)[1] == {}

    def test_its_words_outlast_a_malformed_choice(self, asked: Field) -> None:
        answers, problems = read(asked, {"it": "?", "it.other": "Seurakunta"}, NOW)
        assert answers == {"it.other": "Seurakunta"}
        assert problems == {"it": Problem("problem-option")}


def test_words_written_beside_ticks_add_the_tick_that_was_forgotten() -> None:
    asked = replace(CHOICES, other=True)
    assert read(asked, {"it": "b", "it.other": "Seurakunta"}, NOW)[0]["it"] == ["b", "other"]


def test_words_beside_another_choice_do_not_change_it() -> None:
    asked = replace(CHOICE, other=True)
    assert read(asked, {"it": "b", "it.other": "Seurakunta"}, NOW)[0]["it"] == "b"


def test_a_field_without_other_takes_no_words_for_it() -> None:
    assert read(CHOICE, {"it": "a", "it.other": "Seurakunta"}, NOW) == ({"it": "a"}, {})


# Numbers


@pytest.mark.parametrize(
    ("typed", "expected"), [("4", 4), (" 04 ", 4), ("-3", -3), ("+3", 3), (4, 4), (4.0, 4), ("0", 0)]
)
def test_a_whole_number_is_taken(typed: object, expected: int) -> None:
    assert answer(NUMBER, typed) == expected


@pytest.mark.parametrize("typed", ["four", "4,5", "4.5", "1e3", "1_000", "0x10", "٣", "--1", "1" * 10, "9" * 6000, 4.5])
def test_what_is_no_whole_number_is_refused(typed: object) -> None:
    assert problem(NUMBER, typed) == Problem("problem-number")


@pytest.mark.parametrize("typed", ["1", "20"])
def test_the_bounds_of_a_number_are_within_it(typed: str) -> None:
    assert answer(replace(NUMBER, min=1, max=20), typed) == int(typed)


@pytest.mark.parametrize(
    ("low", "high", "typed", "expected"),
    [
        (1, 20, "0", Problem("problem-range", {"least": 1, "most": 20})),
        (1, 20, "21", Problem("problem-range", {"least": 1, "most": 20})),
        (1, None, "0", Problem("problem-least", {"least": 1})),
        (None, 20, "21", Problem("problem-most", {"most": 20})),
        (0, None, "-1", Problem("problem-least", {"least": 0})),
    ],
)
def test_beyond_its_bounds_a_number_is_told_the_bounds_that_there_are(
    low: int | None, high: int | None, typed: str, expected: Problem
) -> None:
    assert problem(replace(NUMBER, min=low, max=high), typed) == expected


# Days


def test_a_day_is_taken() -> None:
    assert answer(DAY, "2024-02-29") == "2024-02-29"


@pytest.mark.parametrize("typed", ["20.9.2022", "2022-09-31", "2023-02-29", "tomorrow", "2022-09-20T08:00", "today"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    assert problem(DAY, typed) == Problem("problem-day")


@pytest.mark.parametrize(
    ("first", "last", "typed", "expected"),
    [
        ("today", None, "2022-09-20", None),
        ("today", None, "2022-09-19", Problem("problem-day-early", {"day": "2022-09-20"})),
        (None, "today", "2022-09-20", None),
        (None, "today", "2022-09-21", Problem("problem-day-late", {"day": "2022-09-20"})),
        ("2022-01-01", "2022-12-31", "2021-12-31", Problem("problem-day-early", {"day": "2022-01-01"})),
        ("2022-01-01", "2022-12-31", "2023-01-01", Problem("problem-day-late", {"day": "2022-12-31"})),
        ("2022-01-01", "2022-12-31", "2022-12-31", None),
    ],
)
def test_a_day_has_bounds_of_its_own_or_the_present_day(
    first: str | None, last: str | None, typed: str, expected: Problem | None
) -> None:
    asked = replace(DAY, min=first, max=last)
    if expected:
        assert problem(asked, typed) == expected
    else:
        assert answer(asked, typed) == typed


# What is missing


def test_a_required_answer_is_missed_and_a_voluntary_one_is_not() -> None:
    assert lacking(TEXT, {}, NOW) == {"it": Problem("problem-missing")}
    assert lacking(replace(TEXT, required=False), {}, NOW) == {}


@pytest.mark.parametrize("value", [False, 0, "a", ["a"]])
def test_no_and_nought_are_answers(value: object) -> None:
    assert lacking(TOGGLE, {"it": value}, NOW) == {}


def test_a_choice_out_of_nothing_is_not_missed() -> None:
    assert lacking(MEETING, {}, Situation(TODAY, {"meetings": []})) == {}
    assert lacking(MEETING, {}, NOW) == {"it": Problem("problem-missing")}


def test_a_voluntary_other_wants_its_words_once_it_is_chosen() -> None:
    asked = replace(CHOICE, other=True, required=False)
    assert lacking(asked, {}, NOW) == {}
    assert lacking(asked, {"it": "other"}, NOW) == {"it.other": Problem("problem-other")}


@pytest.mark.parametrize("text", ["\u200b", " \u2060 \u200b\n", "\u202e\u200f", "\ufeff"])
def test_what_nobody_could_see_is_nothing(text: str) -> None:
    assert as_text(text) == ""
    assert as_text(f"a{text}b").startswith("a")


# Times, links and lists


@pytest.mark.parametrize("typed", ["08:15", " 08:15 ", "00:00", "23:59"])
def test_a_time_is_hours_and_minutes(typed: str) -> None:
    assert answer(Field("it", Kind.TIME, LABEL), typed) == typed.strip()


@pytest.mark.parametrize("typed", ["8:15", "08.15", "24:00", "08:60", "08:15:00", "0815", "٠٨:١٥", "klo 8"])
def test_anything_else_is_no_time(typed: str) -> None:
    assert problem(Field("it", Kind.TIME, LABEL), typed).key == "problem-time"


def test_a_link_is_judged_by_the_hosts_of_the_centre_and_these_are_told() -> None:
    link, hosts = Field("it", Kind.TEXT, LABEL, format="link"), ("teams.microsoft.com", "kunta.example")
    now = replace(NOW, hosts=hosts)
    assert answer(link, "https://kunta.example/1", now) == "https://kunta.example/1"
    told = problem(link, "https://evil.example/", now)
    assert (told.key, told.values) == ("problem-link", {"hosts": "teams.microsoft.com, kunta.example"})
    assert problem(link, "https://kunta.example/1", NOW).key == "problem-link"


def test_a_list_of_addresses_is_kept_a_line_each() -> None:
    people = Field("it", Kind.TEXT, LABEL, lines="many", format="addresses")
    assert answer(people, "a@kunta.example; b@kunta.example") == "a@kunta.example\nb@kunta.example"
    assert problem(people, "Etunimi").key == "problem-addresses"
