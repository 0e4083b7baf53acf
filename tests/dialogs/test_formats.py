"""What a text must look like to be an address, a number, a link or a list, and what is kept of it."""

import pytest

from dialogs.formats import FORMATS

HOSTS = ("teams.microsoft.com", "*.kunta.example")


def kept(form: str, text: str) -> str | None:
    return FORMATS[form](text, HOSTS)


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("a@kunta.example", "a@kunta.example"),
        ("a@kunta.example; b@kunta.example", "a@kunta.example\nb@kunta.example"),
        ("a@kunta.example b@kunta.example\nc@kunta.example,", "a@kunta.example\nb@kunta.example\nc@kunta.example"),
        (
            "Etunimi Sukunimi <etu.suku@kunta.example>; Toinen <t@kunta.example>",
            "etu.suku@kunta.example\nt@kunta.example",
        ),
        ("a@kunta.example\na@kunta.example", "a@kunta.example"),
    ],
)
def test_a_list_of_addresses_is_taken_as_it_is_copied_and_each_is_kept_once(written: str, addresses: str) -> None:
    assert kept("addresses", written) == addresses


@pytest.mark.parametrize(
    "written", ["Etunimi Sukunimi", "a@kunta.example; Sukunimi", "a@", "a@b@c.example", ";", "a@@b.fi"]
)
def test_a_list_with_anything_else_in_it_is_none(written: str) -> None:
    assert kept("addresses", written) is None


@pytest.mark.parametrize(
    ("written", "good"),
    [
        ("https://teams.microsoft.com/l/meetup-join/1", True),
        ("https://uutiset.kunta.example/1", True),
        ("http://teams.microsoft.com/1", False),
        ("teams.microsoft.com/1", False),
        ("https://teams.microsoft.com@evil.example/", False),
        ("https://evil.example/teams.microsoft.com", False),
    ],
)
def test_a_link_leads_to_a_host_that_the_centre_has_listed(written: str, good: bool) -> None:
    assert (kept("link", written) is not None) is good


def test_an_address_and_a_number_are_kept_as_they_are() -> None:
    assert kept("email", "etu.suku@kunta.example") == "etu.suku@kunta.example"
    assert kept("email", "etu.suku@kunta") is None
    assert kept("phone", "040 123 4567") == "040 123 4567"
    assert kept("phone", "soita") is None
