"""The smallest shapes of the content's files say what they take."""

import pytest
from pydantic import TypeAdapter, ValidationError

from storage.shapes import File, Host, Https, Key, Text, Words


class Shelf(File):
    key: Key


@pytest.mark.parametrize("key", ["haastavat-erot", "a", "1st", "keski_suomi"])
def test_a_key_is_small_letters_digits_and_dashes(key: str) -> None:
    assert Shelf(key=key).key == key


@pytest.mark.parametrize("key", ["", "Iso", "-a", "a b", "ä", "a\n", "../a"])
def test_anything_else_is_no_key(key: str) -> None:
    with pytest.raises(ValidationError):
        Shelf(key=key)


def test_a_key_that_the_file_does_not_know_is_a_mistake() -> None:
    with pytest.raises(ValidationError, match="extra"):
        Shelf.model_validate({"key": "a", "kye": "b"})


def test_words_are_tidied_and_never_empty() -> None:
    words = TypeAdapter(Words)
    assert words.validate_python("  Hei  ") == "Hei"
    for empty in ("", "   ", None, 3):
        with pytest.raises(ValidationError):
            words.validate_python(empty)


def test_a_text_has_at_least_one_language() -> None:
    assert TypeAdapter(Text).validate_python({"fi": "Hei"}) == {"fi": "Hei"}
    for wrong in ({}, {"fi": ""}, "Hei", {"fi": ["Hei"]}):
        with pytest.raises(ValidationError):
            TypeAdapter(Text).validate_python(wrong)


@pytest.mark.parametrize("url", ["https://koskeverkko.fi", "https://koskeverkko.fi/a-b/?x=1#y"])
def test_a_link_is_https(url: str) -> None:
    assert TypeAdapter(Https).validate_python(url) == url


@pytest.mark.parametrize(
    "url",
    ["http://koskeverkko.fi", "javascript:alert(1)", "https://", "https://a b", "https://a", "https://a.fi:8443", "x"],
)
def test_no_other_link_is_taken(url: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Https).validate_python(url)


def test_a_host_is_listed_by_its_name_alone() -> None:
    assert TypeAdapter(Host).validate_python("*.koskeverkko.fi") == "*.koskeverkko.fi"
    with pytest.raises(ValidationError):
        TypeAdapter(Host).validate_python("https://koskeverkko.fi")
