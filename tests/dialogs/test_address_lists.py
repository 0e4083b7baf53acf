"""A list of addresses out of a file: as programs write them, and what is no list."""

from contextlib import suppress
from random import Random

import pytest

from dialogs.address_lists import LONGEST_SHOWN, AddressList, read_list
from dialogs.formats import FORMATS
from domain.refusals import Refused

MOST = 4000
A, B = "etu.suku@kunta.example", "åke@kommun.example"
# A made-up code, of a day in the nineteenth century.
CODE = "131052-308T"


def read(text: str, encoding: str = "utf-8") -> AddressList:
    return read_list(text.encode(encoding), MOST)


def refused(data: bytes, most: int = MOST) -> Refused:
    with pytest.raises(Refused) as caught:
        read_list(data, most)
    return caught.value


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line", ["\n", "\r\n", "\r"])
def test_a_file_is_read_in_the_encodings_of_office_programs(encoding: str, line: str) -> None:
    assert read(f"Sähköposti{line}{A}{line}{B}{line}", encoding).addresses == [A, B]


def test_a_file_of_the_other_byte_order_is_read_too() -> None:
    assert read_list(b"\xfe\xff" + f"{A}\n{B}".encode("utf-16-be"), MOST).addresses == [A, B]


@pytest.mark.parametrize(
    "text",
    [
        f"{A}\n{B}",
        f"{A};{B}",
        f"{A}, {B}",
        f"{A}\t{B}",
        f"Nimi;Osoite\nEtu Suku;{A}\nÅke;{B}",
        f'"Nimi","Osoite"\n"Suku, Etu","{A}"\n"Åke","{B}"',
        f"Etu Suku <{A}>; Åke <{B}>",
        f"\"Suku, Etu\" <{A}>, '{B}'",
        f"mailto:{A}\n\n;;;\n   \n{B}.",
        f"Nimi|{A}|Perheneuvola\r\n|{B}|",
        f"\u200b{A}\ufeff\n{B}\u00a0",
    ],
)
def test_addresses_are_found_between_whatever_stands_around_them(text: str) -> None:
    assert read(text) == AddressList([A, B])


def test_each_is_kept_once_in_its_order_as_it_was_first_written() -> None:
    assert read(f"{B}\n{A}\n{A.upper()}\n{B}") == AddressList([B, A], doubles=2)


def test_what_is_no_address_is_told_and_the_rest_is_kept() -> None:
    found = read(f"{A}\n{B}\nc@kunta.example\nilman@pistettä\nLiisa Ei Osoitetta\n")
    assert (len(found.addresses), found.bad) == (3, ["ilman@pistettä", "Liisa Ei Osoitetta"])


def test_only_a_first_line_without_any_address_is_a_heading() -> None:
    assert read(f"Jäsenet\n{A}\n{B}").bad == []
    assert read(f"{A}\nJäsenet\n{B}").bad == ["Jäsenet"]
    assert read(f"rikki@\n{A}").bad == ["rikki@"]


def test_a_long_entry_is_shown_in_part() -> None:
    [shown] = read(f"{A}\n{'pitkä ' * 100}").bad
    assert len(shown) == LONGEST_SHOWN + 1


def test_an_address_longer_than_any_is_none() -> None:
    assert read(f"{A}\n{'x' * 250}@kunta.example").addresses == [A]


def test_what_is_read_is_what_a_pasted_list_would_keep() -> None:
    found = read(f"Suku, Etu <{A}>;'{B}'; o'brien@kunta.example")
    text = "\n".join(found.addresses)
    assert FORMATS["addresses"](text, ()) == text


@pytest.mark.parametrize("data", [b"", b"\n\n;;", b"\xef\xbb\xbf", b"Nimi;Osoite\nEtu;\n", b"a@b"])
def test_a_file_without_addresses_is_none(data: bytes) -> None:
    assert refused(data).key == "file-no-addresses"


@pytest.mark.parametrize("data", [b"PK\x03\x04\x14\x00\x06", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_a_workbook_is_to_be_saved_as_text_first(data: bytes) -> None:
    assert refused(data).key == "file-workbook"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\0\0", b"\xff\xfea", A.encode("utf-16-le"), b"\x81\x8d" + A.encode(), b"\x1b" + b"a@b.fi"],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    assert refused(data).key == "file-not-text"


@pytest.mark.parametrize("text", [f"{A};{CODE}", f"{A}\n{B}\n{CODE}", f"{CODE}@kunta.example\n{A}\n{B}"])
def test_a_list_with_an_identity_code_is_refused_and_nothing_of_it_is_told(text: str) -> None:
    why = refused(text.encode())
    assert (why.key, why.args, dict(why.values)) == ("file-identity-code", ("file-identity-code",), {})


def test_a_document_in_which_an_address_stands_is_no_list_and_nothing_of_it_is_told() -> None:
    why = refused(f"Lausunto\nLapsi on kertonut.\nÄiti on huolissaan.\nTerveisin {A}".encode())
    assert (why.key, dict(why.values)) == ("file-not-a-list", {})


def test_no_address_holds_what_a_card_would_expand() -> None:
    assert read("{{DATE(2022)}}@kunta.example\n" + A) == AddressList([A], ["@kunta.example"])


def test_a_sign_that_takes_the_room_of_two_is_counted_as_two() -> None:
    signs = "\U0001f600@kunta.example"
    assert read_list(signs.encode(), len(signs) + 1).addresses == [signs]
    assert refused(signs.encode(), len(signs)).key == "file-too-long"


def test_a_list_longer_than_a_form_takes_is_refused_with_its_count() -> None:
    many = "\n".join(f"nimi{number}@kunta.example" for number in range(10))
    assert len(read_list(many.encode(), len(many)).addresses) == 10
    why = refused(many.encode(), len(many) - 1)
    assert (why.key, dict(why.values)) == ("file-too-long", {"count": 10, "most": len(many) - 1})


PIECES = (
    A,
    B,
    "x@",
    "@",
    "Nimi",
    ";",
    ",",
    "\t",
    "\n",
    "\r\n",
    " ",
    "<",
    ">",
    '"',
    "'",
    ".",
    "{{",
    "\u200b",
    "\0",
    "\x85",
    "é",
)


@pytest.mark.parametrize("seed", range(300))
def test_whatever_a_file_holds_it_is_a_list_that_a_form_would_take_or_is_refused(seed: int) -> None:
    rng = Random(seed)
    text = "".join(rng.choices(PIECES, k=rng.randrange(40)))
    data = text.encode(rng.choice(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"]), "replace")
    data = data[rng.randrange(3) :] if rng.random() < 0.2 else data
    with suppress(Refused):
        found = read_list(data, MOST)
        kept = "\n".join(found.addresses)
        assert kept and FORMATS["addresses"](kept, ()) == kept
        assert len(found.bad) <= len(found.addresses) + found.doubles
