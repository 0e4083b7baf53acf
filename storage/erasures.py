"""The list of what was erased, kept outside of the database: a backup knows nothing of what was erased after it.

Lines of JSON, `{"at": …, "kind": …, "id": …}`, with the service's own random ids and nothing else. Each line is on
the disk before its erasure is committed, and the whole list is replayed at every start: to erase twice is safe.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from errno import ENOSPC
from pathlib import Path


@dataclass(frozen=True)
class Erasure:
    """Something that must not come back: its kind (`person`, `consultation`, `draft`, `guest`) and its id."""

    kind: str
    id: str


class Erasures:
    """The list in one file, which must lie where no restore of the database touches it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def prepare(self) -> None:
        """Make the file where it is missing. Raises OSError when it cannot be written."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        os.close(self._open())

    def note(self, erased: Erasure, now: datetime) -> None:
        """Write down an erasure, on the disk when this returns. Raises OSError."""
        line = f"{json.dumps({'at': now.isoformat()} | asdict(erased))}\n".encode()
        handle = self._open()
        try:
            # A line that was cut short must not swallow the next one.
            _write(handle, line if _ends_whole(handle) else b"\n" + line)
        finally:
            os.close(handle)

    def read(self) -> Iterator[Erasure]:
        """All of them, oldest first. A last line that a crash cut short was never acted upon."""
        for line in self._path.read_text(encoding="utf-8").splitlines() if self._path.exists() else ():
            noted = _noted(line)
            if noted:
                yield noted

    def _open(self) -> int:
        # Appended in one write, so that two processes never mix their lines.
        return os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)


def _ends_whole(handle: int) -> bool:
    size = os.fstat(handle).st_size
    return size == 0 or os.pread(handle, 1, size - 1) == b"\n"


def _write(handle: int, line: bytes) -> None:
    # A full disk takes a part of a line and says so by nothing but the count.
    if os.write(handle, line) < len(line):
        raise OSError(ENOSPC, os.strerror(ENOSPC))
    os.fsync(handle)


def _noted(line: str) -> Erasure | None:
    try:
        read = json.loads(line)
    except ValueError:
        return None
    whole = isinstance(read, dict) and {"kind", "id"} <= read.keys()
    return Erasure(str(read["kind"]), str(read["id"])) if whole else None
