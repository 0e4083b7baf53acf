"""Identity codes are found however they are spelled, cut out without a trace, and not seen where there are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity_codes import MARK, cut_out, identity_codes
from tests.domain.codes import BLANKS, DASHES, SIGNS, cased, code

# A letter and a digit to check by.
LETTERED, NUMBERED = code("131052", "-", 308), code("131052", "-", 314)


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in identity_codes(text)]


def test_the_made_up_codes_are_what_they_should_be() -> None:
    assert (LETTERED, NUMBERED[-1].isdigit()) == ("131052-308T", True)


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_a_century_makes_a_code(sign: str) -> None:
    one = code("131052", sign, 308)
    assert found(f"Lapsi, {one}, oireilee.") == [one]
    assert found(one.lower()) == [one.lower()]


@pytest.mark.parametrize("written", ["13.10.1952-308T", "13101952-308T", "13 10 1952 – 308 t", "13.10.1952 308T"])
def test_a_code_with_the_whole_year_is_one(written: str) -> None:
    assert found(f"Lapsen isä ({written}) oireilee.") == [written]


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize("one", [LETTERED, NUMBERED])
def test_every_dash_will_do(one: str, dash: str) -> None:
    for written in (one.replace("-", dash), one.replace("-", f" {dash} "), one.replace("-", dash * 2)):
        assert found(f"hetu:{written}.") == [written]


@pytest.mark.parametrize(
    "text",
    [
        "hetu:131052-308T.",
        "(131052-308T)",
        "131052-308Tn äiti",
        "131052-308T:lle",
        "poika131052-308T",
        "poika131052-308Tpoika",
        "x5131052-308T",
        "7 131052-308T",
        "131052-308T5",
        "<b>131052</b>131052-308T",
        "131052-3131052-308T08T",
        "131052-308\u0422",
        "131052-308\u03a4",
        "13.10.52-308T",
        "13.10.52–308T",
        "13/10/52-308t",
        "131052-308-T",
        "131052308T",
        "131052 308T",
        "131052/308T",
        "131052.308T",
        "131052_308T",
        "1 3 1 0 5 2 - 3 0 8 T",
        "131052 -\n308 t",
        "131\u00ad052\u00ad308T",
        "1\u00ad3\u00ad1\u00ad0\u00ad5\u00ad2\u00ad-\u00ad3\u00ad0\u00ad8\u00adT",
        "\u0661\u0663\u0661\u0660\u0665\u0662-\u0663\u0660\u0668T",
        "131052-308\u24c9",
        "1\u03013\u03011052-308T",
        "131052\u3164-\u2800308T",
    ],
)
def test_a_code_is_found_though_it_is_written_strangely(text: str) -> None:
    assert len(found(text)) == 1
    assert identity_codes(cut_out(text)) == []
    assert MARK in cut_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",
        "311152-308T",
        "990152-3084",
        "131052-001X",
        "HE-2026-0007",
        "040 123 4567",
        "+358 40 123 4567",
        "FI21 1234 5600 0007 85",
        "159030-776",
        "5.10.2022 klo 8.15–9.15",
        "Kokous 13.10.52 – 308 tapausta",
        "13.10.52 308 tapausta",
        "ajalla 131052 308 tapausta",
        "9131052308T",
        "131052308",
        "Tili 131052-31405",
        "8" + NUMBERED,
        NUMBERED + "8",
        "",
        "T" * 5000,
    ],
)
def test_what_is_no_code_is_left_alone(text: str) -> None:
    assert found(text) == []
    assert cut_out(text) == text


def test_the_29th_of_february_belongs_to_leap_years_only() -> None:
    assert found(code("290200", "A", 308)) == [code("290200", "A", 308)]
    assert found(code("290200", "-", 308)) == []


def test_several_codes_are_each_found() -> None:
    text = f"Lapset {LETTERED}, {NUMBERED} ja {LETTERED.lower()}."
    assert cut_out(text) == "Lapset […], […] ja […]."
    assert cut_out(f"{LETTERED}{LETTERED}") == "[…][…]"


# No digits, which could make a longer number together with the code that is put between.
around = st.text(st.characters(exclude_categories=["Nd", "Nl", "No"]), max_size=40)
blanks = st.lists(st.sampled_from(["", "", "", *BLANKS]), min_size=10, max_size=10)


@st.composite
def written(draw: st.DrawFn) -> str:
    """Any code, in any spelling."""
    sign = draw(st.sampled_from(SIGNS))
    # As long as no year of the century is a leap year on one side only.
    day = draw(st.dates(date(1901, 1, 1), date(1999, 12, 31)))
    one = code(f"{day:%d%m%y}", sign, draw(st.integers(2, 999)))
    spelled = draw(st.sampled_from(list(cased(one.replace("-", draw(st.sampled_from(DASHES)))))))
    return "".join(part for pair in zip(spelled, [*draw(blanks), ""], strict=True) for part in pair)


@given(around, written(), around)
def test_any_code_within_any_text_is_found_and_leaves_nothing_behind(before: str, one: str, after: str) -> None:
    spans = identity_codes(before + one + after)
    assert any(start <= len(before) and len(before + one) <= end for start, end in spans)
    assert identity_codes(cut_out(before + one + after)) == []


@given(st.text(max_size=200))
def test_what_is_cut_is_only_what_was_found(text: str) -> None:
    spans = identity_codes(text)
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert (cut_out(text) == text) is (spans == [])


def test_a_long_text_is_read_at_once() -> None:
    for text in ("131052-308" * 4000, "\u00ad" * 40_000 + "123456789", ("131052" + "-" * 120) * 300, "1 " * 20_000):
        assert identity_codes(text) == []
