"""What a text must look like to be an e-mail address, a telephone number, a link, or a list of addresses."""

import re
from collections.abc import Callable, Mapping, Sequence

from domain.links import check_link

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
# Loose on purpose: switchboards, extensions and foreign numbers are all real.
PHONE = re.compile(r"(?=(\D*\d){5})\+?[\d\s()/-]{5,25}")
# Between the entries of a list; and what stands around an address where it was copied with its owner's name.
BETWEEN = re.compile(r"[\n;,]+")
AROUND = "<>\"'()[]"


def _email(text: str, _: Sequence[str]) -> str | None:
    return text if EMAIL.fullmatch(text) else None


def _phone(text: str, _: Sequence[str]) -> str | None:
    return text if PHONE.fullmatch(text) else None


def _link(text: str, hosts: Sequence[str]) -> str | None:
    try:
        return check_link(text, hosts).url
    except ValueError:
        return None


def _address(entry: str) -> str | None:
    words = [one.strip(AROUND) for one in entry.split()]
    found = [one for one in words if "@" in one]
    return found[0] if len(found) == 1 and EMAIL.fullmatch(found[0]) else None


def _addresses(text: str, _: Sequence[str]) -> str | None:
    # Several on one line with nothing but spaces between them are as good as on lines of their own.
    apart = re.sub(r"(\S+@\S+)\s+", r"\1\n", text)
    entries = [one.strip() for one in BETWEEN.split(apart) if one.strip()]
    found = [_address(one) for one in entries]
    good = [one for one in found if one]
    # Each once, in the order in which they were written.
    return "\n".join(dict.fromkeys(good)) if good and len(good) == len(found) else None


# From what was written to what is kept, given the hosts that a link may lead to; None when it is no such thing.
FORMATS: Mapping[str, Callable[[str, Sequence[str]], str | None]] = {
    "email": _email,
    "phone": _phone,
    "link": _link,
    "addresses": _addresses,
}
