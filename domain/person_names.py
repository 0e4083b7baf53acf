"""Finds what is likely to be a person's name, by a list of first names and by how surnames end.

A Finnish name comes in many cases: *Matin*, *Pekalle*, *Johanneksesta*. Rather than bending every name of the list,
a word of the text is unbent to the names that it may come from.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True)
class Names:
    """What the centre knows of names, all of it in lower case.

    `words` are first names that are common words too, as they stand or in one of their cases (*Toivo*, *pian*), and
    stand in no other list; `allowed` are words that look like names and point at nobody, such as a place or a system.
    """

    first: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    allowed: frozenset[str] = frozenset()


NO_NAMES = Names()
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# After these a capital says nothing: a sentence, a line or a bullet begins there.
BEGINNING = re.compile(r"(?:^|[.!?:;…\n•*]|(?:^|\s)[-–—])[\s\"'”’»(\[]*$")
CLITIC = re.compile(r"(?:kin|kaan|kään|ko|kö|han|hän|pa|pä)$")
ENDING = re.compile(r"(?:n|a|ä|t[aä]|ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi|tt[aä]|s)$")
VOWELS = "aeiouyäöå"
INTO = re.compile(r"([aeiouyäöå])\1n$")
SURNAME = re.compile(
    r"\w{2,}(?:[aeiouyäö](?:nen|sen|se(?:ll[aä]|lle|lt[aä]|ss[aä]|st[aä]|n[aä]|ksi))"
    r"|(?:sson|ström|[qk]vist|lund|berg|holm|gren|stedt)(?:s|in|i[aä]|ill[aä]|ille|ilt[aä]|ist[aä])?)$"
)
# What comes after these is a name, whatever it is.
CALLED = re.compile(
    r"(?:\bnim(?:i(?:nsä|ni)? on|eltä(?:än)?|i:)|\b(?:rouva|herra|fru|herr|familjen|heter|is called|is named))\s+$",
    re.IGNORECASE,
)


def _stems(word: str) -> Iterator[str]:
    yield word
    for bare in {word, CLITIC.sub("", word)}:
        yield bare
        # One ending may hide in another: *Liisalla* is not *Liisal* with an *la*.
        yield from (bare[: -len(found)] for found in _endings(bare))


def _endings(word: str) -> Iterator[str]:
    yield from (word[-length:] for length in (1, 2, 3) if ENDING.fullmatch(word[-length:]))
    if INTO.search(word):
        yield word[-2:]


def _origins(stem: str) -> Iterator[str]:
    """The names of which this may be the stem: *peka* of *pekka*, *johannekse* of *johannes*, *mikaeli* of *mikael*."""
    yield stem
    if len(stem) > 3 and stem[-2] in "kpt":
        yield stem[:-1] + stem[-2:]
    if len(stem) > 3 and stem[-2] == "d":
        yield stem[:-2] + "t" + stem[-1]
    if stem.endswith("i") and stem[-2:-1] not in VOWELS:
        yield stem[:-1]
    if stem.endswith("kse"):
        yield stem[:-3] + "s"
    if stem.endswith("se"):
        yield stem[:-2] + "nen"
    if stem.endswith("aa"):
        yield stem[:-1] + "s"


def origins(word: str) -> frozenset[str]:
    """Everything that a word in lower case may be a form of, itself included."""
    found = {word}
    for stem in _stems(word):
        found |= {one for one in _origins(stem) if len(one) > 2}
    return frozenset(found)


@dataclass(frozen=True)
class _Word:
    """A word as it stands in a text."""

    start: int
    end: int
    text: str
    begins: bool
    called: bool

    @property
    def capital(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[0].isupper()


def _words(text: str) -> list[_Word]:
    found = []
    for one in WORD.finditer(text):
        before = text[max(one.start() - 30, 0) : one.start()]
        begins = one.start() == 0 or bool(BEGINNING.search(before))
        found.append(_Word(one.start(), one.end(), one.group(), begins, bool(CALLED.search(before))))
    return found


def _name_parts(word: str) -> list[str]:
    """The parts of a compound that can be names: *Anna-Liisa*, *Matti-niminen*, but nothing of *Helmi-hanke*."""
    parts = word.split("-")
    if any(part[0].islower() and not part.startswith("nimi") for part in parts[1:]):
        return []
    return [part.casefold() for part in parts if part[0].isupper()]


def _is_name(word: _Word, names: Names, beside: bool) -> bool:
    parts = [origins(one) for one in _name_parts(word.text)]
    parts = [one for one in parts if not one & names.allowed]
    # At the beginning of a sentence *Toivo* is more likely a wish, and anything may have a capital.
    likely = not word.begins or beside or len(parts) > 1
    if likely and parts and (word.called or SURNAME.match(word.text.casefold())):
        return True
    counted = names.first | names.surnames | (names.words if likely else frozenset())
    return any(one & counted for one in parts)


def _beside(words: list[_Word], at: int, text: str) -> bool:
    """Whether a neighbour is written with a capital as well, with nothing but a blank between."""
    pairs = [(one, words[at]) for one in words[max(at - 1, 0) : at]] + [
        (words[at], one) for one in words[at + 1 : at + 2]
    ]
    others = {
        before if after is words[at] else after for before, after in pairs if _blank(text, before.end, after.start)
    }
    # An abbreviation is no name, nor what is joined to one: *OT-ryhmä*.
    return any(one.capital and not one.text.split("-")[0].isupper() for one in others)


def _blank(text: str, start: int, end: int) -> bool:
    return text[start:end] in (" ", "\u00a0")


def person_names(text: str, names: Names) -> list[Span]:
    """Where likely names begin and end; a first name and the surname after it are one."""
    words, spans = _words(text), list[Span]()
    for at, word in enumerate(words):
        if not word.capital or not _is_name(word, names, _beside(words, at, text)):
            continue
        if spans and _blank(text, spans[-1][1], word.start):
            spans[-1] = spans[-1][0], word.end
        else:
            spans.append((word.start, word.end))
    return spans
