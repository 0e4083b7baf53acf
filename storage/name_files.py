"""The shape of the file of names, and what the centre then knows of them."""

from typing import Annotated

from pydantic import StringConstraints

from domain.person_names import Names
from storage.shapes import File

# A double name is two names: each of them is found by itself.
Name = Annotated[str, StringConstraints(pattern=r"^[^\W\d_]{2,}$")]


class NamesFile(File):
    """`names.toml`."""

    first: list[Name]
    words: list[Name] = []
    surnames: list[Name] = []
    allowed: list[Name] = []

    def fact(self) -> Names:
        """The names, as they are compared."""
        return Names(**{key: frozenset(one.casefold() for one in listed) for key, listed in self})
