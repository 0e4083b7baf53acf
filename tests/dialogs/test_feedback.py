"""Feedback is one step of numbers that are counted and texts that are read."""

from dataclasses import replace

from dialogs.feedback import given, is_scale, lacks
from dialogs.forms import Field, Form, Kind, Option, Step

SCALE = Field("useful", Kind.CHOICE, {"fi": "Hyöty"}, options=[Option(str(one), {"fi": str(one)}) for one in (1, 2)])
WORDS = Field("words", Kind.TEXT, {"fi": "Sana"}, required=False)
STEP = Step("feedback", {"fi": "Palaute"}, [SCALE, WORDS])
FORM = Form("feedback", {"fi": "Palaute"}, [STEP])


def test_a_scale_is_a_choice_of_numbers() -> None:
    assert is_scale(SCALE) and not is_scale(WORDS)
    assert not is_scale(replace(SCALE, options=[Option("much", {"fi": "Paljon"})]))
    assert not is_scale(replace(SCALE, options=[]))


def test_what_cannot_be_kept_without_a_name_is_not_asked() -> None:
    assert lacks(FORM) is None
    assert lacks(replace(FORM, steps=[STEP, STEP])) == ("2 steps", "one step")
    for unfit in (replace(WORDS, format="email"), replace(WORDS, kind=Kind.DAY), replace(SCALE, kind=Kind.CHOICES)):
        found = lacks(replace(FORM, steps=[replace(STEP, fields=[unfit])]))
        assert found and found[0].startswith(unfit.key)


def test_numbers_are_kept_as_numbers_and_what_is_empty_not_at_all() -> None:
    assert given(FORM, {"useful": "2", "words": ""}) == {"useful": 2}
    assert given(FORM, {"useful": "1", "words": "Kiitos", "more": "x"}) == {"useful": 1, "words": "Kiitos"}
