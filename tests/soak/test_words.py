"""The same figures as `python -m tests.soak`, for fewer birthdays."""

from tests.domain.codes import codes
from tests.domain.sentences import sentences, written
from tests.soak.words import listen_to_sentences, look_for


def test_every_identity_code_is_found_whatever_its_sign_dashes_blanks_and_case() -> None:
    figures = look_for(codes(["131052"], [308, 314]))
    assert figures.problems == []
    assert figures["codes"] == 13 * 2
    assert figures["found"] == figures["spellings"] > 20_000


def test_no_ordinary_sentence_is_taken_for_an_identity_code_and_hardly_any_is_asked_about() -> None:
    figures = listen_to_sentences()
    assert figures["sentences"] == len(set(sentences())) >= 1000
    assert len(set(written())) >= 200
    assert figures.problems == []
    assert figures["taken_for_codes"] == 0
    assert figures["asked_about"] <= 0.01 * figures["sentences"]
