"""What in a text is likely to point at a person, and should be looked at once more before it is kept.

Unlike an identity code none of this can be certain: a number may be anybody's, and a name that of a street. So it is
shown to the writer, who decides.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.person_names import Names, person_names


class Likely(StrEnum):
    """The kinds of what may point at a person."""

    NAME = "name"
    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    PLATE = "plate"
    BIRTH_DATE = "birth-date"


@dataclass(frozen=True)
class Finding:
    """One likely thing, and where it stands in the text."""

    kind: Likely
    start: int
    end: int


EMAIL = re.compile(
    r"(?<![\w.+%-])[\w.+%-]+\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}", re.IGNORECASE
)
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ \u00a0]?[0-9A-Z]{4}){2,7}(?:[ \u00a0]?[0-9A-Z]{1,3})?\b")
PHONE = re.compile(
    r"(?<![\w.,:/§+-])(?:\+\d{1,3}|00\d{2,3}|0\d{1,3})(?:[ \u00a0]?\(0\))?(?:[ \u00a0()/-]{0,2}\d){5,10}"
    r"(?![\w-]|[.,:]\d| ?[€%])"
    r"|\b(?:puh|tel|gsm)(?:elin\w*|\.)?[\s:]*\+?\d(?:[ \u00a0-]?\d){4,12}\b",
    re.IGNORECASE,
)
IN = r"(?:n|ll[aä]|lle|lt[aä])"
# How street names end, in the cases in which one lives there. Those of the second row begin with a capital,
# or they would be shores and hills.
STREET = rf"(?:katu|kadu{IN}|tie{IN}?|kuja{IN}?|raitti|raiti{IN}|bulevardi{IN}?|gatan|vägen|gränd(?:en)?|esplanaden)"
PLACE = (
    rf"(?:polku|polu{IN}|kaari|kaare{IN}|rinne|rintee{IN}|ranta|ranna{IN}|penger|penkeree{IN}|mäki|mäe{IN}|tori{IN}?"
    rf"|aukio{IN}?|väylä{IN}?|piha{IN}?|puisto{IN}?|torget|backen|stigen|stranden)"
)
# A road of the state or of the rails, and a path through services.
NO_STREET = r"(?!(?:valta|kanta|seutu|yhdys|moottori|maan|rauta|kehä|ulko|umpi|lii)tie|(?:hoito|palvelu|oppimis)pol)"
# The number of a door: not an age, a section, a time, a share or a count.
DOOR = (
    r"[ \u00a0]\d{1,3}(?:[ \u00a0]?[a-hA-H](?![^\W_]))?"
    r"(?![\d§%€-]|[.,:]\d|[ \u00a0](?:§|%|€|[-–]|v\b|vuo|kk|kuukau|kert|tunti|metri|km|min|luok|las|ker|päiv|viik))"
)
ADDRESS = re.compile(rf"(?<![\w-])(?i:{NO_STREET})(?:(?i:[^\W\d_][\w-]+{STREET})|[A-ZÅÄÖ][^\W\d_]+{PLACE}){DOOR}")
# Tests, classifications, courts and reference numbers are written like plates.
NO_PLATE = r"(?!(?:ICD|DSM|PHQ|BDI|SDQ|GAD|BAI|CDI|ASQ|HE|LA|KKO|KHO|OT|STM|VN|EU|ISO|SFS|EN|PL|MA|NE)-)"
PLATE = re.compile(
    rf"(?<![\w-]){NO_PLATE}[A-ZÅÄÖ]{{2,3}}-\d{{2,3}}(?![\w-]|[.,:/]\d)"
    r"|(?i:\b(?:rekisteri|rek\.|kilpi|kilve|registernum)\w*[:\s]+(?:on\s|är\s)?[a-zåäö]{2,3}[- ]?\d{1,3})(?!\w)"
)
MONTH = r"(?:tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)kuuta"
SWEDISH_MONTH = r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)"
NUMBERS = r"\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{4}-\d\d-\d\d|\d{6}"
DAY = rf"(?:{NUMBERS}|\d{{1,2}}\.? (?:{MONTH}|{SWEDISH_MONTH})\s\d{{4}})"
BORN = r"(?:\bs\.|\bsynt\w*\.?|\bf\.|\bfödd\w*|\bfödel\w*|\bborn|\bbirth\w*)"
BIRTH_DATE = re.compile(
    rf"{BORN}[^\d.,;!?\n]{{0,30}}{DAY}(?!\d)"
    rf"|(?<!\d){DAY}(?:\s|-)*(?:synty|född|born)"
    rf"|(?:lapsi|tyttö|poika|tytär|nuori|äiti|isä|barn|flicka|pojke)\w*[ ,]*\({DAY}\)",
    re.IGNORECASE,
)


def _spans(pattern: re.Pattern[str], kind: Likely, text: str) -> Iterator[Finding]:
    for found in pattern.finditer(text):
        yield Finding(kind, found.start(), found.end())


# In the order in which they are looked for: what is one thing is not found again as another.
PATTERNS = (
    (Likely.EMAIL, EMAIL),
    (Likely.BIRTH_DATE, BIRTH_DATE),
    (Likely.ADDRESS, ADDRESS),
    (Likely.PLATE, PLATE),
    (Likely.PHONE, PHONE),
)


def _blanked(text: str, found: list[Finding]) -> str:
    for one in found:
        text = text[: one.start] + "\u2588" * (one.end - one.start) + text[one.end :]
    return text


def findings(text: str, names: Names) -> tuple[Finding, ...]:
    """All that is likely to point at a person, in the order of the text."""
    found, rest = list[Finding](), IBAN.sub(lambda one: "\u2588" * len(one.group()), text)
    for kind, pattern in PATTERNS:
        here = list(_spans(pattern, kind, rest))
        found, rest = [*found, *here], _blanked(rest, here)
    found += [Finding(Likely.NAME, start, end) for start, end in person_names(rest, names)]
    return tuple(sorted(found, key=lambda one: one.start))
