"""What a person wrote, so that every client shows it literally.

All that can be seen is kept, in any script; what hides, turns, stacks or expands is not.
"""

import re
import unicodedata
from collections.abc import Iterator

LONGEST = 4000
# No script of the world stacks more on one letter; what does is made to run over other people's lines.
MOST_MARKS = 4
JOINER = "\u200d"
SELECTORS = frozenset("\ufe0e\ufe0f")
# Letters, marks and a symbol by category, and nothing to the eye.
BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0")
HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs"})
SYMBOLS = frozenset({"So", "Sm", "Nd"})
MARKS = frozenset({"Mn", "Me"})
BREAKS = re.compile("\r\n|[\t-\r\x1c-\x1e\x85\u2028\u2029]")
# Western letters and punctuation, as nearly all that is written here.
ORDINARY = re.compile("[ -~\xa0-\xac\xae-\u024f\u2010-\u2027]*")
BRACES = re.compile(r"\{(?=\{)")


def _is_picture(one: str) -> bool:
    return bool(one) and (unicodedata.category(one) == "So" or "\U0001f3fb" <= one <= "\U0001f3ff")


def _is_seen(one: str) -> bool:
    if one in BLANK or "\ufe00" <= one <= "\ufe0f" or "\U000e0000" <= one <= "\U000e0fff":
        return False
    category = unicodedata.category(one)
    # A symbol younger than Python's own table is unknown to it, and still an emoji.
    return category not in HIDDEN and (category != "Cn" or "\U0001f000" <= one <= "\U0001faff")


def _is_kept(one: str, before: str, after: str) -> bool:
    if one == JOINER:
        return (_is_picture(before) or before in SELECTORS) and _is_picture(after)
    if one in SELECTORS:
        return bool(before) and (before in "#*\u203c\u2049" or unicodedata.category(before) in SYMBOLS)
    return one in "\n\t" or _is_seen(one)


def _seen(text: str) -> Iterator[str]:
    before, marks = "", MOST_MARKS
    for one, after in zip(text, text[1:] + " ", strict=True):
        if not _is_kept(one, before, after):
            continue
        stacks = unicodedata.category(one) in MARKS and one not in SELECTORS
        marks = marks + 1 if stacks else 0
        # At the very beginning a mark would sit on whatever stands before the text.
        if marks <= MOST_MARKS:
            before = one
            yield one


def visible(text: str) -> str:
    """The same text without what cannot be seen, to be written on in an input; line breaks are kept."""
    if ORDINARY.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", "".join(_seen(unicodedata.normalize("NFC", text))))


def plain(text: str) -> str:
    """What a person wrote, for one TextRun: on one line, and no longer than is ever asked for."""
    shown = visible(BREAKS.sub(" ", text))
    cut = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 1]}…"
    # The card's own date function would expand even in a TextRun; a space of no width takes its braces apart.
    return BRACES.sub("{\u200b", cut)
