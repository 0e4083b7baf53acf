"""Reads a list of e-mail addresses out of the bytes of a file, as office programs write them; nothing else is kept."""

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dialogs.formats import EMAIL
from domain.identity_codes import identity_codes
from domain.refusals import Refused

# Between the fields of a line, around an address that stands with its owner's name, and between two of them.
APART = re.compile(r"[\s;,<>\"()\[\]{}|]+")
# Not within: an address may have an apostrophe, and a name is nobody's address.
AROUND = "'.:"
LONGEST_ADDRESS = 254
LONGEST_SHOWN = 60
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
# Excel's two forms, as their files begin.
BOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True)
class AddressList:
    """The addresses, each once and in their order; `bad` are the entries that are none, `doubles` those left out."""

    addresses: Sequence[str]
    bad: Sequence[str] = field(default_factory=list)
    doubles: int = 0


@dataclass(frozen=True)
class _Line:
    good: Sequence[str]
    bad: Sequence[str]


def read_list(data: bytes, most: int) -> AddressList:
    """The list in a file, where it fits `most` characters as it is typed; raises Refused, which quotes nothing."""
    text = _text(data)
    lines = _without_header([_line(one) for one in _rows(text)])
    good = [address for line in lines for address in line.good]
    bad = [entry for line in lines for entry in line.bad]
    if not good:
        raise Refused("file-no-addresses")
    # Whatever else this is, such as a document about a case in which addresses stand, it is not shown again.
    if len(bad) > len(good):
        raise Refused("file-not-a-list")
    once: dict[str, str] = {}
    for address in good:
        once.setdefault(address.casefold(), address)
    kept = list(once.values())
    # Counted as a card is measured, where one sign may take the room of two.
    if len("\n".join(kept).encode("utf-16-le")) // 2 > most:
        raise Refused("file-too-long", count=len(kept), most=most)
    if identity_codes(text):
        raise Refused("file-identity-code")
    return AddressList(kept, bad, len(good) - len(kept))


def _text(data: bytes) -> str:
    if data.startswith(BOOKS):
        raise Refused("file-workbook")
    mark = next((name for begins, name in MARKS.items() if data.startswith(begins)), None)
    text = _decoded(data, [mark] if mark else ["utf-8", "cp1252"])
    if text is None or any(unicodedata.category(one) == "Cc" for one in set(text) - set("\t\r\n\f")):
        raise Refused("file-not-text")
    return text


def _decoded(data: bytes, names: Sequence[str]) -> str | None:
    for name in names:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return None


def _rows(text: str) -> Iterator[str]:
    # What cannot be seen comes along when addresses are copied, and is part of none.
    unseen = {ord(one): None for one in set(text) if unicodedata.category(one) == "Cf"}
    # A line of separators alone is an empty one.
    return (one for one in text.translate(unseen).splitlines() if APART.sub("", one))


def _line(row: str) -> _Line:
    words = (one.removeprefix("mailto:").strip(AROUND) for one in APART.split(row) if "@" in one)
    found = [(one, len(one) <= LONGEST_ADDRESS and bool(EMAIL.fullmatch(one))) for one in words]
    good, broken = [one for one, fits in found if fits], [_shown(one) for one, fits in found if not fits]
    return _Line(good, broken if found else [_shown(row)])


def _shown(entry: str) -> str:
    tidy = " ".join(entry.split())
    return tidy if len(tidy) <= LONGEST_SHOWN else tidy[:LONGEST_SHOWN] + "…"


def _without_header(lines: list[_Line]) -> list[_Line]:
    # The names of the columns, or what the list is of: the first line may be about the others.
    return lines[1:] if lines and not lines[0].good and not any("@" in one for one in lines[0].bad) else lines
