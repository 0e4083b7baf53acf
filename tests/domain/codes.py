"""Identity codes that nobody has, and the ways in which people write them."""

from collections.abc import Iterator, Sequence
from itertools import product

SIGNS = "+-YXWVUABCDEF"
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00ad\uff0d\ufe63\ufe58\u2043\u2796"
BLANKS = (" ", "\u00a0", "\u2009", "\u202f", "\u3000", "\t", "\n", "\r\n", "\u2028", "  \n ", "\u200b", "\ufeff")
CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
# Below 900 those that people have, above it those that hospitals and the makers of tests use.
NUMBERS = (2, 308, 314, 899, 900, 999)
BIRTHDAYS = ("010100", "131052", "290280", "311299", "010203", "120922")
FULLWIDTH = str.maketrans({chr(one): chr(one + 0xFEE0) for one in range(0x21, 0x7F)})


def code(birthday: str = "131052", sign: str = "-", number: int = 308) -> str:
    """The identity code of one who was born on this day, with its check character."""
    nine = f"{birthday}{number:03d}"
    return f"{birthday}{sign}{number:03d}{CHECKS[int(nine) % 31]}"


def codes(birthdays: Sequence[str] = BIRTHDAYS, numbers: Sequence[int] = NUMBERS) -> Iterator[str]:
    """Codes with every sign, of these days and numbers."""
    return (code(*one) for one in product(birthdays, SIGNS, numbers))


def dashed(one: str) -> Iterator[str]:
    """The same with every dash there is, where its sign is a dash."""
    yield from (one[:6] + dash + one[7:] for dash in (DASHES if one[6] == "-" else one[6]))


def blanked(one: str) -> Iterator[str]:
    """The same with each kind of blank at each place, beside its sign, and everywhere."""
    yield one
    for blank in BLANKS:
        yield from (one[:place] + blank + one[place:] for place in range(1, len(one)))
        yield one[:6] + blank + one[6] + blank + one[7:]
        yield blank.join(one)


def cased(one: str) -> Iterator[str]:
    """The same in capitals, in small letters and in the wide characters of some keyboards."""
    yield from dict.fromkeys([one.upper(), one.lower(), one.translate(FULLWIDTH)])


def spellings(one: str) -> Iterator[str]:
    """Dashes × blanks × case of one code."""
    return (last for dash in dashed(one) for blank in blanked(dash) for last in cased(blank))
