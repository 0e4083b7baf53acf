"""Finds Finnish personal identity codes in whatever a person wrote, however they are spelled.

A code is `DDMMYY`, one of thirteen century signs, three digits and a check character. People put spaces, line
breaks and dashes of all kinds into it, write it in lower case or without its sign; copied text brings invisible
characters along. Only what has a real day and the right check character is taken for one.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from stdnum.exceptions import ValidationError
from stdnum.fi import hetu

Span = tuple[int, int]

MARK = "[…]"
FEWEST_DIGITS = 9
# Dashes that Unicode does not count among its dashes.
DASHES = frozenset("\u2212\u2796\u02d7\u2043\u2500\u2501~\u223c\u00af\u203e_")
# Seen only at a line's end: it may be somebody's dash, and it may be nothing.
SOFT = "\u00ad"
# Letters of other alphabets that look like those of a code.
LIKE = str.maketrans("АВСЕНКМРТХУΑΒΕΗΚΜΝΡΤΥΧІЈЅ➕", "ABCEHKMPTXYABEHKMNPTYXIJS+")
INVISIBLE = frozenset({"Cf", "Cc", "Cs", "Mn", "Me", "Zs", "Zl", "Zp"})
# Blanks that Unicode takes for letters or signs.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Some write the whole year.
CENTURY = rf"(?:1{SOFT}*[89]|2{SOFT}*0)"
TWO, THREE = rf"\d{SOFT}*\d", rf"\d{SOFT}*\d{SOFT}*\d"
# Tried at every place, so that digits before a code cannot hide it.
CODE = re.compile(
    rf"(?=(?P<day>{TWO})(?P<dots>[-./]?){SOFT}*(?P<month>{TWO})[-./]?{SOFT}*(?:{CENTURY}{SOFT}*)?(?P<year>{TWO})"
    rf"(?P<sign>[-{SOFT}]*[+A-FU-Y][-{SOFT}]*|[-{SOFT}]+|[./:,=*]?)"
    rf"(?P<number>{THREE})[-{SOFT}]*(?P<check>[0-9A-FHJ-NPR-Y]))",
    re.ASCII,
)


@dataclass(frozen=True)
class _Folded:
    """A text without what cannot be seen, in capitals and ASCII, and where each character of it stood."""

    text: str
    places: tuple[int, ...]

    def touches(self, place: int, other: int) -> bool:
        """Whether two neighbouring characters of this text also were neighbours before."""
        return place >= 0 and other < len(self.places) and self.places[other] - self.places[place] <= 1


def _plain(character: str) -> str:
    return "".join(_sign(one) for one in unicodedata.normalize("NFKC", character).upper().translate(LIKE))


def _sign(one: str) -> str:
    category = unicodedata.category(one)
    if category == "Pd" or one in DASHES:
        return "-"
    if category == "Nd":
        return str(unicodedata.digit(one))
    return "" if one != SOFT and (category in INVISIBLE or one in BLANK) else one


def _fold(text: str) -> _Folded:
    plain = {one: _plain(one) for one in set(text)}
    kept = [(character, place) for place, one in enumerate(text) for character in plain[one]]
    return _Folded("".join(one for one, _ in kept), tuple(place for _, place in kept))


def _is_signed(found: re.Match[str]) -> bool:
    return bool(found["sign"].strip("./:,=*"))


def _is_valid(found: re.Match[str]) -> bool:
    # Which of the signs of a century it is decides nothing but the leap years.
    sign = found["sign"].strip("-" + SOFT) if _is_signed(found) else ""
    digits = "".join(found[part].replace(SOFT, "") for part in ("day", "month", "year"))
    number = found["number"].replace(SOFT, "")
    try:
        hetu.validate(f"{digits}{sign or '-'}{number}{found['check']}", allow_temporary=True)
    except ValidationError:
        return False
    return True


def _stands_alone(folded: _Folded, found: re.Match[str]) -> bool:
    """Whether what is around it lets it be a code, and not a piece of a longer number, or two things that met."""
    begin, check = found.start("day"), found.start("check")
    before = folded.text[begin - 1] if folded.touches(begin - 1, begin) else ""
    after = folded.text[check + 1] if folded.touches(check, check + 1) else ""
    if found["check"].isdigit() or not _is_signed(found):
        alone = not before.isdigit() and not after.isdigit()
        return alone and (_is_signed(found) or not (found["check"].isdigit() or after.isalpha()))
    # In `12.10.22 – 150 asiakasta` the check character begins a word.
    return not (found["dots"] and after.isalpha()) or folded.touches(check - 1, check)


def identity_codes(text: str) -> list[Span]:
    """Where the codes of a text begin and end, in order; where two overlap, as one."""
    if sum(one.isdigit() for one in text) < FEWEST_DIGITS:
        return []
    folded = _fold(text)
    return list(_joined(_found(folded)))


def _found(folded: _Folded) -> Iterator[Span]:
    for found in CODE.finditer(folded.text):
        # The look around is the cheaper one, and a long row of digits fails it at every place.
        if _stands_alone(folded, found) and _is_valid(found):
            yield folded.places[found.start("day")], folded.places[found.start("check")] + 1


def _joined(spans: Iterator[Span]) -> Iterator[Span]:
    waiting: Span | None = None
    for span in spans:
        if waiting and span[0] < waiting[1]:
            waiting = waiting[0], max(waiting[1], span[1])
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


def cut_out(text: str, mark: str = MARK) -> str:
    """The text with a mark in the place of every code; without one, the text itself."""
    rest, end = [], 0
    for start, stop in identity_codes(text):
        rest += [text[end:start], mark]
        end = stop
    return "".join([*rest, text[end:]])
