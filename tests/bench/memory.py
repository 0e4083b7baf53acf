"""How much memory this process has in hand."""

import resource
from pathlib import Path


def megabytes() -> float:
    """Now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 2**20
