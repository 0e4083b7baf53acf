"""The list of what was erased, kept outside of the database: a backup knows nothing of what was erased after it.

Lines of JSON, `{"at": …, "kind": …, "id": …}`, with the service's own random ids and nothing else. Each line is on
the disk before its erasure is committed, and the whole list is replayed at every start: to erase twice is safe.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True)
class Erasure:
    """Something that must not come back: its kind (`person`, `consultation`, `draft`) and its id."""

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
        line = json.dumps({"at": now.isoformat()} | asdict(erased)) + "\n"
        handle = self._open()
        try:
            os.write(handle, line.encode())
            os.fsync(handle)
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
        return os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)


def _noted(line: str) -> Erasure | None:
    try:
        read = json.loads(line)
    except ValueError:
        return None
    return Erasure(str(read["kind"]), str(read["id"])) if isinstance(read, dict) and "id" in read else None
