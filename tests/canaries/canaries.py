"""What is written everywhere, so that it can be looked for where it must not be."""

from base64 import b64encode
from collections.abc import Iterator

# Made up, and found nowhere else: a name, something like a code, and words of a case.
NAME = "Sirkkelina Kanarjalinna"
CODE = "KNR-7781-XQ"
PHRASE = "hopeavihne kimalsi takapihalla"
TEXT = f"{NAME} ({CODE}): {PHRASE}"
EMAIL = "sirkkelina@kanarjalinna.example"
# What is announced is public and stands in the database as it is, but in no log, no answer and no file name.
ANNOUNCED = "Ruskavalkea juhlistaa huurrekelloja"
PUBLIC = ("ruskavalkea", "huurrekelloja")
# The name under which the secretary signs: people may read it on a card, but it stands in no log and no file.
SIGNATURE = "Torstiina Lehmusniitty"
TOKENS = ("sirkkelina", "kanarjalinna", "knr-7781-xq", "hopeavihne", "takapihalla")
SIGNED = ("torstiina", "lehmusniitty")


def _in_base64(token: str) -> Iterator[bytes]:
    # What stands before it shifts the letters: of each shift, the part that does not hang on its neighbours.
    for shift in range(3):
        whole = b64encode(b"x" * shift + token.encode()).rstrip(b"=")
        yield whole[(0, 2, 3)[shift] : -1]


def _spellings(token: str) -> Iterator[bytes]:
    for written in (token, token.title(), token.upper()):
        yield from _in_base64(written)


def found_in(data: bytes, tokens: tuple[str, ...] = TOKENS + SIGNED) -> list[str]:
    """The canaries in these bytes, in whatever case, and as UTF-16 or base64 too."""
    low = data.lower()
    return [
        one
        for one in tokens
        if one.encode() in low or one.encode("utf-16-le") in low or any(it in data for it in _spellings(one))
    ]
