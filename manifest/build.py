"""Builds the Teams app package out of the files beside this module."""

import re
import zipfile
from pathlib import Path

SOURCE = Path(__file__).parent
FILES = ("manifest.json", "sv.json", "en.json", "color.png", "outline.png")
APP_ID = "${MicrosoftAppId}"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
# The earliest moment that a zip can tell: the same source makes the same bytes on any day.
MOMENT = (1980, 1, 1, 0, 0, 0)


def build(app_id: str, out: Path) -> Path:
    """Writes the package of the bot with this Microsoft app id to the file `out`, and gives `out` back."""
    if not GUID.fullmatch(app_id):
        raise ValueError(f"The app id has to be a GUID such as 11111111-2222-4333-8444-555555555555, not {app_id!r}.")
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w") as package:
        for name in FILES:
            package.writestr(_entry(name), _content(name, app_id))
    return out


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    return entry


def _content(name: str, app_id: str) -> bytes:
    content = (SOURCE / name).read_bytes()
    return content.replace(APP_ID.encode(), app_id.lower().encode()) if name == "manifest.json" else content
