"""What a person wrote is shown as it reads: every sign that can be seen, and none that cannot."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cards.plain import LONGEST, MOST_MARKS, plain, visible

BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
HIDING = (
    "\u0000\u0007\u001b\u007f\u009b\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u2060\u2064\u206a\u3164\ufeff\ufff9\uffa0"
)
BEYOND = "\ud800\udfff\ue000\ufdd0\uffff\U0001d173\U000e0001\U000e0041\U000e0100\U000f0000\U0010ffff"


@pytest.mark.parametrize("sign", BIDI + HIDING + BEYOND + "\ufe0f\u2800\u180b", ids=lambda one: f"U+{ord(one):04X}")
def test_a_sign_that_turns_or_hides_words_is_taken_out(sign: str) -> None:
    assert plain(f"a{sign}b") == "ab"
    assert visible(f"a{sign}b") == "ab"


def test_unicode_knows_no_other_sign_of_direction() -> None:
    turning = {"LRE", "RLE", "PDF", "LRO", "RLO", "LRI", "RLI", "FSI", "PDI"}
    found = {chr(one) for one in range(sys.maxunicode) if unicodedata.bidirectional(chr(one)) in turning}
    assert found <= set(BIDI)


@pytest.mark.parametrize("sign", ["\r\n", "\n", "\r", "\t", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_break_of_a_line_becomes_a_space_within_one_run(sign: str) -> None:
    assert plain(f"a{sign}b") == "a b"


def test_in_an_input_lines_stay_lines() -> None:
    assert visible("eka\n\ttoka\u202e") == "eka\n\ttoka"


@pytest.mark.parametrize(
    "text",
    [
        "Äiti – ”Åbo” 😀, õ ß ž",
        "👩‍👩‍👧 👍🏽 1️⃣ #️⃣ ❤️ 🏳️‍🌈 🇫🇮 👩🏽‍⚕️ ‼️",
        "שלום עולם",
        "مرحبا",
        "Việt Nam",
        "नमस्ते",
        "ไทย น้ำ",
        "한국어",
        "漢字かな",
        "<b>*_`[x](y)</b> &lt; \\* ${x} }} { {",
    ],
)
def test_every_script_and_emoji_stays_whole(text: str) -> None:
    assert plain(text) == unicodedata.normalize("NFC", text)


def test_letters_and_their_marks_become_one_sign_also_around_what_was_hidden() -> None:
    assert plain("a\u0308") == "ä"
    assert plain("a\u200b\u0308") == "ä"


@pytest.mark.parametrize("braces", ["{{DATE(x)}}", "{{{DATE(x)}}}", "{{{{", "{\u200b{x", "{\u202e{x", "{\ufe0f{"])
def test_no_two_braces_stay_side_by_side(braces: str) -> None:
    assert "{{" not in plain(braces)
    assert plain(braces).replace("\u200b", "").startswith("{{")


def test_marks_cannot_be_stacked_into_other_lines() -> None:
    assert plain("a" + "\u0324" * 50 + "b") == "a" + "\u0324" * MOST_MARKS + "b"
    assert plain("\u0324\u0324a") == "a"


@pytest.mark.parametrize("flood", ["😀" + "\ufe0f" * 50, "\u200d" * 50 + "😀", "😀" + "\u200d" * 50])
def test_a_flood_of_joiners_and_selectors_runs_dry(flood: str) -> None:
    assert plain(flood).rstrip("\ufe0f") == "😀"
    assert len(plain(flood)) <= 2


def test_what_is_too_long_says_so() -> None:
    assert plain("x" * LONGEST) == "x" * LONGEST
    assert plain("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"


def test_an_input_is_never_cut_nor_are_its_braces_taken_apart() -> None:
    assert visible("{{" + "x" * 9000) == "{{" + "x" * 9000


@given(st.text(st.characters(codec=None), max_size=60))
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    assert visible(visible(text)) == visible(text)
    assert "{{" not in once
    assert not set(once) & set(BIDI + "\n\r\t")
    once.encode()
