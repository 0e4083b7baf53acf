"""A text of the content in a reader's language, or in the nearest that there is."""

import pytest

from domain.centre import Text, in_language


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ({"fi": "Hei", "sv": "Hej"}, ("sv",), "Hej"),
        ({"fi": "Hei", "sv": "Hej"}, ("en", "sv"), "Hej"),
        ({"fi": "Hei", "sv": "Hej"}, ("en",), "Hei"),
        ({"sv": "Hej", "fi": "Hei"}, ("en",), "Hej"),
        ({"sv": "Hej", "fi": "Hei"}, (), "Hej"),
        ({"fi": ""}, ("fi",), ""),
        ({}, ("fi",), ""),
    ],
)
def test_a_text_is_read_in_the_first_wished_language_that_it_has(
    text: Text, languages: tuple[str, ...], expected: str
) -> None:
    assert in_language(text, *languages) == expected
