"""Reads the files that a centre has written, and says of a mistake in which file and at which key it stands."""

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from domain.links import check_link
from storage.shapes import File, sample

Shape = TypeVar("Shape", bound=File)


class ContentError(Exception):
    """A mistake in the content: which file, which key, what stands there and what was expected."""

    def __init__(self, file: Path, key: str, value: object, expected: str) -> None:
        super().__init__(f"{file}: {key}: {str(value)[:80]!r}: {expected}")


def raw_of(path: Path) -> dict[str, Any]:
    """A file's tables as they stand. Raises ContentError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as mistake:
        raise ContentError(path, "file", "missing", "a file of this name is needed") from mistake
    except OSError as mistake:
        raise ContentError(path, "file", mistake.strerror, "a file that can be read is needed") from mistake
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as mistake:
        raise ContentError(path, "file", mistake, "TOML, written in UTF-8") from mistake


def read_file(path: Path, shape: type[Shape]) -> tuple[Shape, dict[str, Any]]:
    """A file in its shape, and as it stands. Raises ContentError for the first mistake."""
    raw = raw_of(path)
    try:
        return shape.model_validate(raw), raw
    except ValidationError as mistakes:
        first = mistakes.errors()[0]
        key = _place(raw, first["loc"])
        expected = first["msg"].removeprefix("Value error, ")
        raise ContentError(path, key, first["input"], expected) from mistakes


def _place(raw: Any, parts: tuple[int | str, ...]) -> str:
    # An entry of a list is named by its key where it has one: nobody counts tables in a file.
    named: list[str] = []
    for part in parts:
        within = raw if isinstance(raw, dict) else dict(enumerate(raw)) if isinstance(raw, list) else {}
        raw = within.get(part)
        key = raw.get("key") if isinstance(raw, dict) and isinstance(part, int) else None
        named.append(str(key or part))
    return ".".join(named)


def check_allowed(path: Path, key: str, url: str, hosts: Sequence[str]) -> None:
    """Raise ContentError unless `url` may be led to."""
    try:
        check_link(url, hosts)
    except ValueError as mistake:
        raise ContentError(path, key, url, str(mistake)) from mistake


def check_samples(path: Path, named: Sequence[str], raw: dict[str, Any]) -> None:
    """Raise ContentError unless each of these values that are made up is there."""
    for dotted in named:
        if sample(raw, dotted) is None:
            raise ContentError(path, "samples", dotted, "the dotted name of a value of this file")
